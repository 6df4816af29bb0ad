"""A sentence stays readable while masked: only what it announces, quotes or counts in money is hidden."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from widgets.discreet import discreet, explained_lines, without_particulars
from widgets.mask import masked
from widgets.spans import width_of, wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Goal: Lumen", "Goal: •••••"),
        ("Taken back: won 5k @Lumen", "Taken back: •••••••••••••"),
        ("Delete “Lumen”?", "Delete “•••••”?"),
        ("目标：Lumen", "目标：•••••"),
        ("「Lumen」を削除", "「•••••」を削除"),
        ("€42,300 of €60,000. The value is frozen.", "••••••• of •••••••. The value is frozen."),
        ("Deleted. Press u to bring it back.", "Deleted. Press u to bring it back."),
        ("USD 1,200 by 5 June", "••••••••• by • June"),
        ("Press F9 or F10.", "Press F9 or F10."),
        ("Edit the goal", "Edit the goal"),
        ("", ""),
    ],
)
def test_a_sentence_hides_what_it_names(text: str, shown: str) -> None:
    assert without_particulars(text) == shown
    assert discreet(text).plain == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("currency: “Lumen” is not one. Write it like EUR.", "currency: “•••••” is not one. Write it like EUR."),
        ("target: it is below @Lumen by 1.234,50 €", "target: it is below @••••• by •••••••• €"),
    ],
)
def test_an_explanation_keeps_what_follows_a_colon(text: str, shown: str) -> None:
    assert without_particulars(text, is_explanation=True) == shown


@given(st.text(alphabet="ab “”:.5€株 \n", max_size=60), st.integers(min_value=4, max_value=30))
@settings(max_examples=150)
def test_lines_break_as_they_do_without_marks(text: str, cells: int) -> None:
    lines = explained_lines(text, cells)
    assert ["".join(part for part, _role in line) for line in lines] == wrap(text, cells)
    assert all(width_of(line) <= max(cells, 2) for line in lines)


@given(st.text(max_size=40))
@settings(max_examples=150)
def test_a_masked_text_is_as_wide_and_says_nothing(text: str) -> None:
    hidden = masked(text)
    assert cell_len(hidden) == cell_len(text)
    assert set(hidden) <= {" ", "•"}
