"""Text that enters a model drives no terminal and can be written to a file."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.text import clean_line, clean_note

HOSTILE = "\x1b]52;c;aGk=\x07\x9b31m\u202egnp.exe\u2066\ud800\ufeff\x00"

any_text = st.text(st.characters(codec=None))


def is_safe(char: str) -> bool:
    is_direction = char in "\u061c\u200e\u200f" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
    return unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"} and not is_direction


@given(any_text)
def test_a_line_holds_no_character_that_drives_a_terminal(text: str) -> None:
    line = clean_line(text)
    assert all(is_safe(char) for char in line)
    assert line == clean_line(line)
    assert line.encode("utf-8").decode("utf-8") == line
    assert len(line) <= len(text)


@given(any_text)
def test_a_note_keeps_newlines_and_tabs_and_nothing_else_of_the_kind(text: str) -> None:
    note = clean_note(text)
    assert all(is_safe(char) or char in "\n\t" for char in note)
    assert note == clean_note(note)
    assert note.encode("utf-8").decode("utf-8") == note


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_numbers_and_signs_of_every_script_stay(text: str) -> None:
    assert clean_line(text) == text


def test_what_was_taken_out_leaves_a_mark() -> None:
    assert clean_line("Glo\x1b[31mbex") == "Glo�[31mbex"
    assert clean_line("a\u202eb") == "a�b"
    assert "\x1b" not in clean_line(HOSTILE)
    assert "\ud800" not in clean_note(HOSTILE)


def test_blanks_fold_and_lines_of_every_system_become_one_kind() -> None:
    assert clean_line("  two\t \n words ") == "two words"
    assert clean_note(" one\r\ntwo\rthree\tfour ") == "one\ntwo\nthree\tfour"


@pytest.mark.parametrize(
    "name", ["株式会社グローベックス", "Café & Söhne", "[ACME]", "[/]", "[@click=app.quit]x", "👩\u200d💼"]
)
def test_names_that_look_odd_and_are_harmless_stay_as_they_are(name: str) -> None:
    assert clean_line(name) == name
