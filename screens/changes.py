"""How one goal or log record came to be what it is, every step that is still known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aegoals.locale.texts import _
from screens.page import Page
from screens.reading import ReadingDialog
from widgets.rows import Row, line_row, note
from widgets.spans import name, wrap

INDENT = 2
_MARKS = {"added": "+", "removed": "−", "changed": "·", "kept": "="}


@dataclass(frozen=True, slots=True)
class Told:
    """One step in words: its mark, and whether it was taken back."""

    mark: str
    words: str
    is_undone: bool


class ChangesDialog(ReadingDialog):
    """Tells the steps of one document, the latest first."""

    def __init__(self, title: str, steps: Sequence[Told]) -> None:
        super().__init__(_("How it changed: {title}").format(title=title))
        self._steps = steps

    def rows(self, width: int) -> list[Row]:
        """Return each step as a sentence, broken for this width."""
        if not self._steps:
            return [note(_("The history no longer tells of it."))]
        return [row for step in self._steps for row in _rows_of(step, width)]


def _rows_of(step: Told, width: int) -> Iterator[Row]:
    role = "muted" if step.is_undone else "text"
    for place, text in enumerate(wrap(step.words, max(width - INDENT, 1))):
        mark = step.mark if place == 0 else " "
        yield line_row(None, [(f"{mark} ", "accent"), name(text, role)])


def show_changes(page: Page, table: str, key: str, title: str) -> None:
    """Open the change history of one document; raises DataFileError where the file cannot be read."""
    from aegoals.services.keeping_words import step_words

    desk, locale = page.desk, page.desk.profile.get().locale
    told = [
        Told(_MARKS[step.state], step_words(step, desk.today(), locale), step.undone)
        for step in reversed(desk.changes.of(table, key))
    ]
    page.app.push_screen(ChangesDialog(title, told))
