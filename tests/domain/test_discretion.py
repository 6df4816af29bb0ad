"""Names are taken out of texts for other eyes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.discretion import SIGN, without_names

NAMES = st.text(
    st.characters(exclude_characters="•", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=2, max_size=12
)


@given(st.lists(NAMES, max_size=5), st.text(max_size=60))
def test_no_name_is_left_in_any_case(names: list[str], text: str) -> None:
    mixed = text + " ".join(name.swapcase() + text for name in names)
    masked = without_names(mixed, names).casefold()
    for name in names:
        assert name.casefold() not in masked


@given(st.text(max_size=80))
def test_without_names_a_text_stays(text: str) -> None:
    assert without_names(text, []) == text


@pytest.mark.parametrize(
    ("text", "names", "masked"),
    [
        ("Demo at GLOBEX, and globexes", ["Globex"], f"Demo at {SIGN}, and {SIGN}es"),
        ("Straße 7", ["STRASSE"], f"{SIGN} 7"),
        ("A plan for A", ["A"], f"{SIGN} plan for {SIGN}"),
        ("Lumen Nord won", ["Lumen", "Lumen  Nord"], f"{SIGN} won"),
        ("山田商事に提案", ["山田商事"], f"{SIGN}に提案"),
        ("nothing", ["", "  "], "nothing"),
    ],
)
def test_names_are_found_as_people_write_them(text: str, names: list[str], masked: str) -> None:
    assert without_names(text, names) == masked


def test_several_blanks_in_a_name_hide_it_no_less_than_one() -> None:
    assert without_names("Won X  - at Lumen\tWest", ["X  -", "lumen west"]) == f"Won {SIGN} at {SIGN}"
