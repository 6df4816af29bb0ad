"""Search: the log of all years, filtered while one types, with totals; results are changed like a day's records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Input

from aegoals.errors import AegoalsError, NotFound
from aegoals.locale.texts import _, mark, ngettext
from aegoals.services import Desk
from screens.commands import (
    BACK,
    CHANGES,
    COPY,
    DELETE,
    EDIT,
    MARK,
    MARK_ALL,
    MOVE,
    OPEN,
    SEARCH,
    TAG,
    bindings,
)
from screens.record_page import DayWanted, RecordPage
from widgets.field import TextField
from widgets.long_list import LongList
from widgets.rows import Row, RowList, line_row, note, parts_of
from widgets.spans import Line, cut, flow

if TYPE_CHECKING:
    from aegoals.services.record_search import Found

NARROW = 70  # cells
PAUSE = 0.03  # seconds without a key after which the search runs
EXAMPLES = (
    ("kind:call @Globex", mark("calls with an account")),
    ("kind:won from:2025-01 to:2025-06", mark("deals won in half a year")),
    ("#Lumen price", mark("a product or tag, and a word anywhere")),
    ('source:fair deal:D-7 "two words"', mark("source, deal, and words in a row")),
)


class SearchPage(RecordPage):
    """Every record that passes, the latest first."""

    ABOUT = mark(
        "Filters are kind: account: or @ product: tag: or # for both, source: deal: from: and to: with a day, a month "
        "or a year. Other words stand anywhere in a record."
    )
    COMMANDS_HERE = (BACK, OPEN, SEARCH, MARK, MARK_ALL, MOVE, COPY, TAG, EDIT, DELETE, CHANGES)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def __init__(self, desk: Desk, query: str = "") -> None:
        super().__init__(desk)
        self.query_text = query
        self._found: Found | None = None
        self._timer: Timer | None = None

    def page_title(self) -> str:
        """Return what the page is."""
        return _("Search the log")

    def body(self) -> ComposeResult:
        """Lay out the query, the totals and the results."""
        yield TextField(self.query_text, placeholder=_("kind:call @Globex from:2025-01 words"), id="query")
        totals = RowList(id="totals")
        totals.can_focus = False
        yield totals
        yield RowList(id="results")

    def load(self) -> None:
        """Search again: the records may be others."""
        if self.focused is None:
            self.query_one("#query", Input).focus()
        self._search()

    # --- searching

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        """Search once the fingers rest."""
        event.stop()
        self.query_text = event.value
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._search)

    def _search(self) -> None:
        """Show what the query finds; one that means nothing says why, and the results before it stay."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        text = self.query_text.strip()
        if not text:
            self._found = None
            self._show_totals([note(_("Type what you look for; all years are searched."))])
            self.query_one("#results", RowList).set_rows([_example(*one) for one in EXAMPLES])
            return
        try:
            self._found = self.desk.records.find(text)
        except AegoalsError as error:
            self._show_refusal(str(error))
            return
        self.keep_marks(self._found.keys)
        self._show_totals(self._totals(self._found))
        self.query_one("#results", RowList).set_rows(LongList("record", self._found.keys, self._line))
        self.refresh_bindings()

    def _show_totals(self, rows: Sequence[Row]) -> None:
        self.query_one("#totals", RowList).set_rows(rows)

    def _show_refusal(self, text: str) -> None:
        from widgets.discreet import explained_lines

        totals = self.query_one("#totals", RowList)
        self._show_totals([line_row(None, line) for line in explained_lines(text, totals.text_width, "bad")])

    def _totals(self, found: Found) -> list[Row]:
        from widgets.record_rows import total_parts

        count = len(found.keys)
        if not count:
            return [note(_("Nothing found."))]
        words = ngettext("{count} record", "{count} records", count).format(count=count)
        parts: list[Line] = [[(words, "title")]]
        if self._marked:
            marked = len(self._marked)
            parts.append([(ngettext("{count} marked", "{count} marked", marked).format(count=marked), "accent")])
        parts += total_parts(found.totals, self.desk.profile.get().locale)
        return [line_row(None, line) for line in flow(parts, self.query_one("#totals", RowList).text_width)]

    def _line(self, key: str, width: int) -> Line:
        from widgets.record_rows import COUNT_CELLS, FEWEST_COUNT_CELLS, record_line

        try:
            record = self.desk.records.get(key)
        except NotFound:
            return []
        except AegoalsError as error:
            return cut([(f"! {error.message}", "warn private")], width)
        profile = self.desk.profile.get()
        cells = COUNT_CELLS if width > NARROW else FEWEST_COUNT_CELLS
        line = record_line(
            record,
            profile.locale,
            profile.kind_letters,
            with_day=True,
            is_marked=self.is_marked(key),
            count_cells=cells,
        )
        return cut(line, width)

    def on_resize(self, _event: events.Resize) -> None:
        """Break the totals anew for another width."""
        self.call_after_refresh(self.load_safely)

    # --- records

    def record_keys(self) -> Sequence[str]:
        """Return the ids of what was found."""
        return self._found.keys if self._found else ()

    def marks_changed(self) -> None:
        """Draw the marks; the rows are the same."""
        self.query_one("#results", RowList).redraw()
        if self._found:
            self._show_totals(self._totals(self._found))

    # --- commands

    @on(Input.Submitted, "#query")
    def _to_results(self, event: Input.Submitted) -> None:
        event.stop()
        if self._timer is not None:  # else the results are those of the query
            self._search()
        self.query_one("#results", RowList).focus()

    def key_down(self, event: events.Key) -> None:
        """Go from the query to the results."""
        if isinstance(self.focused, Input):
            event.stop()
            self.query_one("#results", RowList).focus()

    @on(RowList.Overshot)
    def _to_query(self, event: RowList.Overshot) -> None:
        """Go from the first result to the query."""
        event.stop()
        if event.step < 0:
            self.action_search()

    def action_search(self) -> None:
        """Go to the query."""
        self.query_one("#query", Input).focus()

    def action_back(self) -> None:
        """Go back to the page below."""
        self.leave()

    @on(RowList.Chosen)
    def _open(self, event: RowList.Chosen) -> None:
        """Open the day of a record, or take an example over."""
        event.stop()
        what, name = parts_of(event.key)
        if what == "record":
            self.post_message(DayWanted(self.desk.records.get(name).date, name))
        elif what == "example":
            field = self.query_one("#query", Input)
            field.value = name
            field.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to the query while typing."""
        if action == "search":
            return not isinstance(self.focused, Input)
        return super().check_action(action, parameters)


def _example(query: str, words: str) -> Row:
    return line_row(f"example:{query}", [(f"{query:<34}", "accent"), (f" {_(words)}", "muted")])
