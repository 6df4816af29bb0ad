"""A list of rows: where its cursor goes, and when the view moves instead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from widgets.long_list import LongList
from widgets.row_map import RowMap, View
from widgets.rows import Row, RowList, line_row, note
from widgets.spans import Line

ROWS = st.lists(st.tuples(st.booleans(), st.integers(1, 3)), max_size=30)
VIEWS = st.tuples(st.integers(0, 60), st.integers(1, 20))
STEPS = st.sampled_from([-1, 1])


def rows_of(shape: list[tuple[bool, int]]) -> list[Row]:
    """Return rows that can be chosen or not, of these heights."""
    return [
        Row(f"row:{place}" if keyed else None, lambda _width: [], height) for place, (keyed, height) in enumerate(shape)
    ]


@given(shape=ROWS, cursor=st.integers(-1, 30), step=STEPS, view=VIEWS)
def test_the_cursor_only_ever_stands_on_rows_that_can_be_chosen(
    shape: list[tuple[bool, int]], cursor: int, step: int, view: tuple[int, int]
) -> None:
    rows = rows_of(shape)
    known = RowMap(rows)
    at = min(cursor, len(rows) - 1)
    for found in (known.step(at, step, View(*view)), known.page(at, step, View(*view))):
        assert found is None or rows[found].key is not None
    nearest = known.nearest(at, step)
    assert (nearest == -1) is not any(row.key for row in rows)


@given(shape=ROWS, view=VIEWS)
def test_a_step_never_jumps_over_text_that_was_not_seen(shape: list[tuple[bool, int]], view: tuple[int, int]) -> None:
    known, window = RowMap(rows_of(shape)), View(*view)
    for cursor in range(len(shape)):
        found = known.step(cursor, 1, window)
        if found is not None and known.shows(cursor, window):
            assert found > cursor
            assert known.tops[found] < window.end + 3


class Shown(App[None]):
    """A list alone on a screen."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__()
        self._rows = rows
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield RowList()

    def on_mount(self) -> None:
        """Fill it."""
        self.query_one(RowList).set_rows(self._rows)
        self.query_one(RowList).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Remember what was chosen."""
        self.chosen.append(event.key)


EVERY_KEY = ["up", "down", "pageup", "pagedown", "home", "end", "enter"]


async def test_every_key_works_on_a_list_without_rows() -> None:
    app = Shown([])
    async with app.run_test() as pilot:
        await pilot.press(*EVERY_KEY)
        assert app.query_one(RowList).key is None
        assert app.chosen == []


async def test_a_list_to_read_is_moved_by_every_key() -> None:
    app = Shown([note(f"line {number}") for number in range(100)])
    async with app.run_test(size=(40, 10)) as pilot:
        rows = app.query_one(RowList)
        tops = []
        for key in ["down", "pagedown", "up", "end", "pageup", "home"]:
            await pilot.press(key)
            tops.append(rows.scroll_offset.y)
        assert tops == [1, 10, 9, 90, 81, 0]


async def test_a_click_chooses_the_row_under_the_cursor_and_moves_to_another() -> None:
    app = Shown([line_row(f"row:{number}", [(f"row {number}", "text")]) for number in range(5)])
    async with app.run_test(size=(40, 10)) as pilot:
        rows = app.query_one(RowList)
        await pilot.click(RowList, offset=(3, 2))
        assert rows.key == "row:2"
        assert app.chosen == []
        await pilot.click(RowList, offset=(3, 2))
        assert app.chosen == ["row:2"]
        await pilot.click(RowList, offset=(3, 8))  # below the last row
        assert rows.key == "row:2"


async def test_the_cursor_stays_on_its_row_when_rows_change() -> None:
    def rows_from(first: int) -> list[Row]:
        return [line_row(f"row:{number}", [("x", "text")]) for number in range(first, 50)]

    app = Shown(rows_from(0))
    async with app.run_test(size=(40, 10)) as pilot:
        rows = app.query_one(RowList)
        rows.go_to("row:20")
        rows.set_rows(rows_from(5))
        await pilot.pause()
        assert rows.key == "row:20"
        rows.set_rows(rows_from(30))
        assert rows.key is not None
        rows.set_rows([])
        assert rows.key is None
        rows.set_rows(rows_from(0))
        assert rows.key == "row:0"


# --- very many rows


def test_a_long_list_makes_the_rows_that_are_looked_at() -> None:
    made: list[str] = []

    def draw(name: str, width: int) -> Line:
        made.append(name)
        return [(name[:width], "text")]

    rows = LongList("record", [f"r{number}" for number in range(50_000)], draw)
    known = RowMap(rows)
    assert (known.height, known.row_at(40_000)) == (50_000, 40_000)
    assert known.place_of("record:r777", 0) == 777
    assert known.place_of("record:gone", 5) == 5
    assert known.place_of("goal:r777", 5) == 5
    assert rows[-1].draw(3) == [[("r49", "text")]]
    assert [row.key for row in rows[2:4]] == ["record:r2", "record:r3"]
    assert made == ["r49999"]
