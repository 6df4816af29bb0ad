"""Masking names and amounts: texts are marked as private where they are made, and one filter hides them all.

The mark lies in a text's style, so it takes any way to the terminal: rows, dialogs, border titles, fields.
The App adds ``MASK`` to its line filters while masking is on; every hidden character is a ``•`` of the same width.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.segment import Segment
from rich.style import Style as RichStyle
from rich.text import Text
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.style import Style
from textual.widget import Widget

from aegoals.domain.text import clean_note

SIGN = "•"
MARK = {"private": True}
PRIVATE = Style.from_meta(MARK)
PRIVATE_RICH = RichStyle(meta=MARK)


def masked(text: str) -> str:
    """Return a text of the same width that says nothing; spaces at its edges stay."""
    core = text.strip(" ")
    before = len(text) - len(text.lstrip(" "))
    return " " * before + SIGN * cell_len(core) + " " * (len(text) - before - len(core)) if core else text


def private(text: str, style: str = "") -> Content:
    """Return a clean text that is masked as a whole."""
    return Content.styled(clean_note(text), style).stylize(PRIVATE)


@lru_cache(512)
def _is_private(style: RichStyle) -> bool:
    return "private" in style.meta


class Mask(LineFilter):
    """Hides what is marked as private, whatever widget draws it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of one line, the private ones masked."""
        return [
            Segment(masked(text), style, control) if style is not None and _is_private(style) else segment
            for segment in segments
            for text, style, control in [segment]
        ]


MASK = Mask()


def is_masked(widget: Widget) -> bool:
    """Tell whether masking is on."""
    return MASK in widget.get_line_filters()


def unmasked(filters: Sequence[LineFilter]) -> Sequence[LineFilter]:
    """Return the filters without the mask."""
    return [one for one in filters if one is not MASK]


class MarkPrivate(Highlighter):
    """Marks what stands in an input as private."""

    def highlight(self, text: Text) -> None:
        """Mark the whole text."""
        text.stylize(PRIVATE_RICH)
