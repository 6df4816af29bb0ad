"""Lines of text: cut, filled and broken by terminal cells, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from aegoals.domain.text import REPLACEMENT
from widgets.bar import bar
from widgets.spans import cut, pad, shorten, spread, visible, width_of, wrap

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("ab  \t\n株名ᄒ　\u200b\u0301\u202e\x1b[]/👩👧\u200d\u00a0"),
    ),
    max_size=80,
)
LINES = st.lists(st.tuples(TEXTS.map(visible), st.sampled_from(["text", "muted"])), max_size=5)


@given(text=TEXTS, cells=st.integers(0, 60))
def test_a_text_is_cut_to_the_cells_there_are(text: str, cells: int) -> None:
    assert cell_len(shorten(text, cells)) <= cells


@given(text=TEXTS, cells=st.integers(1, 60), right=st.booleans())
def test_a_column_is_exactly_as_wide_as_it_should_be(text: str, cells: int, right: bool) -> None:
    assert cell_len(pad(text, cells, right=right)) == cells


@given(line=LINES, cells=st.integers(0, 60))
def test_a_line_is_cut_to_the_cells_there_are(line: list[tuple[str, str]], cells: int) -> None:
    assert width_of(cut(line, cells)) <= cells


@given(left=LINES, cells=st.integers(10, 60))
def test_what_stands_at_the_right_edge_ends_there(left: list[tuple[str, str]], cells: int) -> None:
    line = spread(left, [("株 end", "text")], cells)
    assert width_of(line) == cells
    assert line[-1] == ("株 end", "text")


@given(text=TEXTS, cells=st.integers(2, 60))
def test_a_text_is_broken_into_lines_that_fit_and_loses_nothing(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(cell_len(line) <= cells for line in lines)
    kept = "".join("".join(lines).split(" "))
    assert kept == "".join("".join(wrap(text, 10_000)).split(" "))


@given(text=TEXTS)
def test_nothing_that_is_shown_drives_the_terminal(text: str) -> None:
    assert not any(ord(one) < 32 or 127 <= ord(one) < 160 or one in "\u202e\u2066" for one in visible(text))


def test_spaces_at_the_edges_stay_where_columns_need_them() -> None:
    assert visible("  a \x1b b   ") == f"  a {REPLACEMENT} b   "
    assert visible("   ") == "   "


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("one two three", 8) == ["one two", "three"]
    assert wrap("a\nb", 8) == ["a", "b"]
    assert wrap("", 8) == [""]


@pytest.mark.parametrize(("progress", "glyphs"), [(None, "░░░░"), ("0.5", "██░░"), ("1", "████"), ("1.5", "███▶")])
def test_a_bar_shows_its_share(progress: str | None, glyphs: str) -> None:
    from decimal import Decimal

    line = bar(None if progress is None else Decimal(progress), None, 4)
    assert "".join(text for text, _role in line) == glyphs


@given(progress=st.none() | st.decimals(-3, 3, places=3), mark=st.none() | st.decimals(-1, 2, places=3))
def test_a_bar_is_as_wide_as_it_should_be(progress: object, mark: object) -> None:
    for cells in (0, 1, 7, 40):
        assert width_of(bar(progress, mark, cells)) == cells  # type: ignore[arg-type]
