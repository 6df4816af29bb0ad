"""The words of goals in one language: time, roles of figures, units, tone, topics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aegoals.domain.language.folding import fold
from aegoals.domain.language.phrases import Entry, PhraseBook
from aegoals.domain.language.vocabulary import Vocabulary, vocabulary
from aegoals.domain.language.wordlists import Tables, read_tables, words_of
from aegoals.domain.reading.marks import Affixes
from aegoals.domain.reading.wordforms import WordForms

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class GoalLexicon:
    """One book a purpose: a word can be time for one reader and tone for another."""

    language: str
    shared: Vocabulary
    time: PhraseBook
    beside_time: Affixes
    units: PhraseBook
    roles: Affixes
    tone: PhraseBook
    topics: PhraseBook
    topic_forms: WordForms
    nature_forms: WordForms
    nature: PhraseBook
    beside_names: Affixes
    joins: frozenset[str]  # words that open another clause
    long_words: Mapping[str, Sequence[str]]  # single words by their first letter, for slips of the finger
    single_words: frozenset[str]  # of tone, topics and time, to tell languages apart
    noun_endings: tuple[str, ...]  # of nouns that are written like names
    no_accounts: frozenset[str]  # capitalised words that name no customer: places, tools, roles
    account_nouns: frozenset[str]  # what a name in front of makes an account: the Globex contract
    stops: frozenset[str]  # words that cannot be what a figure counts
    without: frozenset[str]  # words in front of what a goal is not about: no excuses

    def knows(self, word: str) -> bool:
        """Say whether a word stands in the vocabulary, as it is or in another form."""
        return word in self.single_words or bool(self.topic_forms.entries(word))


@lru_cache(maxsize=8)
def goal_lexicon(language: str) -> GoalLexicon:
    """Return the words of a language; the files are read on first use."""
    shared = vocabulary(*dict.fromkeys((language, "en")))
    tables = read_tables(_DATA, language)
    verbs = frozenset(word for listing in tables["tone"].values() for word in words_of(listing))
    dates = {"period": {**shared.tables[language].get("dates", {})}}
    return GoalLexicon(
        language=language,
        shared=shared,
        time=_book(
            shared,
            language,
            {"period": tables["periods"], "span": tables["spans"], "recurring": tables["recurring"]},
            dates,
        ),
        beside_time=_affixes(tables, "time"),
        units=_book(
            shared, language, {"unit": tables["units"], "span": tables["spans"], "multiple": tables["multiples"]}
        ),
        roles=_affixes(tables, "roles"),
        tone=_book(shared, language, {"tone": tables["tone"]}),
        topics=_book(
            shared,
            language,
            {
                "topic": tables["topics"],
                "personal": tables["personal"],
                "measure": tables["measures"],
                "hint": tables["hints"],
            },
        ),
        topic_forms=WordForms(language, _single_words(language, tables, "topics", "measures", "personal"), verbs),
        nature_forms=WordForms(language, _single_words(language, tables, "nature"), verbs),
        nature=_book(shared, language, {"nature": tables["nature"]}),
        beside_names=_affixes(tables, "names"),
        joins=frozenset(words_of(tables["stops"]["joins"])),
        long_words=_long_words(tables),
        single_words=frozenset(
            word
            for name in _TELLING
            for listing in tables[name].values()
            for word in words_of(listing)
            if word.isalpha()
        ),
        noun_endings=tuple(words_of(tables["names"].get("noun_endings", ""))),
        no_accounts=frozenset(
            word for key in ("no_account", "places") for word in words_of(tables["names"].get(key, ""))
        ),
        account_nouns=frozenset(words_of(tables["names"].get("account_nouns", ""))),
        without=frozenset(words_of(tables["stops"].get("without", ""))),
        stops=frozenset(word for listing in tables["stops"].values() for word in words_of(listing)),
    )


def _book(shared: Vocabulary, language: str, *groups: Tables) -> PhraseBook:
    """Return the phrases of some tables under their category; the key of a list is their meaning."""
    book = PhraseBook(shared.slots())
    for group in groups:
        for category, table in group.items():
            for value, listing in table.items():
                entry = Entry(category, value, language)
                for phrase in words_of(fold(listing)):
                    book.add_folded(phrase, entry)
    return book


_TELLING = ("tone", "topics", "personal", "nature", "periods")
_CATEGORIES = {"topics": "topic", "measures": "measure", "personal": "personal", "nature": "nature"}
_NOUNS_OF_NATURE = frozenset({"deliverable", "abstract", "key_account", "contract"})


def _single_words(language: str, tables: Tables, *names: str) -> dict[str, list[Entry]]:
    words: dict[str, list[Entry]] = {}
    for name in names:
        for value, listing in tables[name].items():
            if name == "nature" and value not in _NOUNS_OF_NATURE:
                continue
            for word in words_of(listing):
                if word.isalpha():
                    words.setdefault(word, []).append(Entry(_CATEGORIES[name], value, language))
    return words


def _long_words(tables: Tables) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for name in _TELLING:
        for listing in tables[name].values():
            for word in words_of(listing):
                if word.isalpha():
                    grouped.setdefault(word[0], []).append(word)
    return grouped


def _affixes(tables: Tables, name: str) -> Affixes:
    return Affixes({key: words_of(listing) for key, listing in tables[name].items()})
