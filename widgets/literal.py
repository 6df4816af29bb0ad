"""Text from people and files as it stands: never markup, and nothing in it drives the terminal."""

from __future__ import annotations

from textual.content import Content

from aegoals.domain.text import clean_note


def literal(text: str, style: str = "") -> Content:
    """Return a text to show as it stands; its line breaks stay, control characters are replaced."""
    return Content.styled(clean_note(text), style) if style else Content(clean_note(text))
