"""The words of the daily log in all five languages, as one book: a line may mix them freely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aegoals.domain.language.phrases import Entry, PhraseBook
from aegoals.domain.language.vocabulary import Vocabulary, vocabulary
from aegoals.domain.language.wordlists import LANGUAGES, Tables, read_tables, words_of

_DATA = Path(__file__).parent / "data"
_COMPOUND_LANGUAGES = frozenset({"sv", "de"})
_COMPOUND_KINDS = frozenset({"call", "email", "meeting", "demo", "proposal", "lead", "training", "renewal"})
_SHORTEST_HEAD = 4  # letters of a kind word that may end a longer word: samtal in uppföljningssamtal


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases, and the lists that are looked up word by word."""

    shared: Vocabulary
    phrases: PhraseBook
    kind_of: Mapping[str, str]  # single kind words, for slips of the finger
    compound_heads: tuple[tuple[str, str], ...]  # kind words that end longer words, longest first
    company_endings: frozenset[str]
    noun_endings: tuple[str, ...]
    real_words: frozenset[str]  # one slip from a kind word, and a word of its own


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon; the files are read on first use."""
    shared = vocabulary()
    tables = {language: read_tables(_DATA, language) for language in LANGUAGES}
    phrases = PhraseBook(shared.slots())
    for language, vocabulary_file in tables.items():
        _add_phrases(phrases, language, vocabulary_file)
        _add_phrases(phrases, language, {"dates": shared.tables[language].get("dates", {})})
    kind_of = {
        word: kind
        for table in tables.values()
        for kind, listing in table["kinds"].items()
        for word in words_of(listing)
    }
    return Lexicon(
        shared=shared,
        phrases=phrases,
        kind_of={word: kind for word, kind in kind_of.items() if word.isalpha()},
        compound_heads=_compound_heads(tables),
        company_endings=_listed(tables, "company"),
        noun_endings=tuple(_listed(tables, "noun_endings")),
        real_words=_listed(tables, "not_slips") | _listed(tables, "common"),
    )


@lru_cache(maxsize=len(LANGUAGES))
def kind_words(language: str) -> tuple[tuple[str, str], ...]:
    """Return the words of one language for kinds, each with its kind; those that come first are most usual."""
    kinds = read_tables(_DATA, language)["kinds"]
    return tuple((word, kind) for kind, listing in kinds.items() for word in words_of(listing))


def _add_phrases(phrases: PhraseBook, language: str, tables: Tables) -> None:
    """Put every list of a vocabulary file into the book under its meaning."""
    for table, category in (
        ("kinds", "kind"),
        ("dates", "date"),
        ("durations", "duration"),
        ("clock", "clock"),
    ):
        for value, listing in tables.get(table, {}).items():
            for phrase in words_of(listing):
                phrases.add(phrase, Entry(category, value, language))
    for category, listing in tables.get("words", {}).items():
        if category not in {"company", "noun_endings", "not_slips"}:
            for phrase in words_of(listing):
                phrases.add(phrase, Entry(category, phrase, language))
    for number, listing in tables.get("short_weekdays", {}).items():
        for name in words_of(listing):
            phrases.add(name, Entry("short_weekday", number, language, exact=name))


def _listed(tables: Mapping[str, Tables], name: str) -> frozenset[str]:
    return frozenset(word for table in tables.values() for word in words_of(table["words"].get(name, "")))


def _compound_heads(tables: Mapping[str, Tables]) -> tuple[tuple[str, str], ...]:
    heads = [
        (word, kind)
        for language in _COMPOUND_LANGUAGES
        for kind in _COMPOUND_KINDS
        for word in words_of(tables[language]["kinds"].get(kind, ""))
        if word.isalpha() and len(word) >= _SHORTEST_HEAD
    ]
    return tuple(sorted(heads, key=lambda head: (-len(head[0]), head)))
