"""Folding, atoms and phrases: what all readers stand on."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.language.atoms import split_atoms
from aegoals.domain.language.folding import fold, tidy
from aegoals.domain.language.phrases import Entry, PhraseBook
from aegoals.domain.language.vocabulary import vocabulary


@settings(deadline=None)
@given(st.text(st.characters(codec=None)))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(deadline=None)
@given(st.text())
def test_a_tidy_text_is_composed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", tidy(text))
    assert tidy(tidy(text)) == tidy(text)


@settings(deadline=None)
@given(st.text(st.characters(codec=None)))
def test_atoms_stand_in_order_and_hold_their_text(text: str) -> None:
    folded = fold(text)
    atoms = split_atoms(folded)
    assert all(folded[atom.start : atom.end] == atom.key for atom in atoms)
    assert all(one.end <= other.start for one, other in pairwise(atoms))


def test_widths_and_cases_are_one() -> None:
    assert fold("ＡＢＣ　１２３：Å") == "abc 123:å"
    assert tidy("ﾃﾞﾓ") == "デモ"
    assert tidy("mo\u0308te") == "möte"


def test_a_name_with_figures_is_one_atom_and_a_unit_another() -> None:
    assert [atom.key for atom in split_atoms("x500 14k 1h30 3x1200 2026-11-18")] == [
        "x500", "14", "k", "1h30", "3", "x", "1200", "2026-11-18"]  # fmt: skip


def test_the_longest_phrase_wins_and_slots_hold_values() -> None:
    book = PhraseBook(vocabulary("en").slots())
    for phrase in ("won", "closed won", "{n} days ago"):
        book.add(phrase, Entry("test", phrase, "en"))
    atoms = split_atoms("closed won two days ago")
    first, second = book.longest(atoms, 0), book.longest(atoms, 2)
    assert first is not None
    assert second is not None
    assert (first.entries[0].value, first.end) == ("closed won", 2)
    assert (second.entries[0].value, second.end) == ("{n} days ago", 5)
    assert second.values[0].values == (2,)
    assert book.longest(atoms, 4) is None


@settings(deadline=None)
@given(st.text(), st.text())
def test_a_book_without_slots_takes_any_phrase(phrase: str, text: str) -> None:
    book = PhraseBook({})
    book.add(phrase, Entry("test", phrase, ""))
    atoms = split_atoms(fold(text))
    for at in range(len(atoms)):
        book.longest(atoms, at)


@settings(deadline=None)
@given(st.one_of(st.text(min_size=1), st.text("möteåß 電話한デモー１a1-' ", min_size=1)))
def test_a_phrase_is_found_in_itself(phrase: str) -> None:
    atoms = split_atoms(fold(phrase))
    book = PhraseBook({})
    book.add(phrase, Entry("test", phrase, ""))
    match = book.longest(atoms, 0) if atoms else None
    assert (match.end if match else 0) == len(atoms)
