"""The words of goals in one language: time, roles of figures, units, tone, topics."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aegoals.domain.language.phrases import Entry, PhraseBook
from aegoals.domain.language.vocabulary import Vocabulary, vocabulary
from aegoals.domain.language.wordlists import Tables, read_tables, words_of
from aegoals.domain.reading.marks import Affixes

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
    nature: PhraseBook
    beside_names: Affixes
    joins: frozenset[str]  # words that open another clause
    stops: frozenset[str]  # words that cannot be what a figure counts


@lru_cache(maxsize=8)
def goal_lexicon(language: str) -> GoalLexicon:
    """Return the words of a language; the files are read on first use."""
    shared = vocabulary(*dict.fromkeys((language, "en")))
    tables = read_tables(_DATA, language)
    dates = {"period": {**shared.tables[language].get("dates", {})}}
    return GoalLexicon(
        language=language,
        shared=shared,
        time=_book(shared, language, {"period": tables["periods"], **{"span": tables["spans"]}, "recurring": tables["recurring"]}, dates),
        beside_time=_affixes(tables, "time"),
        units=_book(shared, language, {"unit": tables["units"], "span": tables["spans"], "multiple": tables["multiples"]}),
        roles=_affixes(tables, "roles"),
        tone=_book(shared, language, {"tone": tables["tone"]}),
        topics=_book(shared, language, {"topic": tables["topics"], "personal": tables["personal"], "measure": tables["measures"]}),
        nature=_book(shared, language, {"nature": tables["nature"]}),
        beside_names=_affixes(tables, "names"),
        joins=frozenset(words_of(tables["stops"]["joins"])),
        stops=frozenset(word for listing in tables["stops"].values() for word in words_of(listing)),
    )


def _book(shared: Vocabulary, language: str, *groups: Tables) -> PhraseBook:
    """Return the phrases of some tables under their category; the key of a list is their meaning."""
    book = PhraseBook(shared.slots())
    for group in groups:
        for category, table in group.items():
            for value, listing in table.items():
                for phrase in words_of(listing):
                    book.add(phrase, Entry(category, value, language))
    return book


def _affixes(tables: Tables, name: str) -> Affixes:
    return Affixes({key: words_of(listing) for key, listing in tables[name].items()})
