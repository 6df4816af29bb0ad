"""Sentences with particulars: what in them is private, so that the sentence itself stays readable while masked."""

from __future__ import annotations

import re

from textual.content import Content

from aegoals.domain.text import clean_line, clean_note
from widgets.mask import PRIVATE, masked
from widgets.spans import Line, name, wrap

# What a person or a file said stands in quotation marks; F9 and its like are keys.
_QUOTED = r"(?<=[“«「『])[^”»」』]+|(?<=\")[^\"]+(?=\")"
_FIGURE = r"(?:\b[A-Z]{3}\s)?(?<![^\s“„«「『(])(?!F\d{1,2}\b)[^\s“”]*\d[^\s“”]*(?<![.,;:?!)])"
_NAMED = r"(?<=[@#])[^\s@#]+"
_AFTER_COLON = r"(?<=: )[^\n]*[^\n.]|(?<=：)[^\n]+"
_PARTICULARS = re.compile("|".join((_QUOTED, _NAMED, _FIGURE)))
_ANNOUNCED = re.compile("|".join((_AFTER_COLON, _QUOTED, _NAMED, _FIGURE)))


def discreet(text: str, style: str = "") -> Content:
    """Return a title or a sentence as it stands; what it names is marked: after a colon, in quotes, figures."""
    clean = clean_note(text)
    content = Content.styled(clean, style) if style else Content(clean)
    return _marked(content, _ANNOUNCED)


def explained(text: str) -> Content:
    """Return an explanation as it stands; only what it quotes and its figures are marked."""
    return _marked(Content(clean_note(text)), _PARTICULARS)


def without_particulars(text: str, *, is_explanation: bool = False) -> str:
    """Return the sentence with its particulars masked, for whoever takes plain text."""
    pattern = _PARTICULARS if is_explanation else _ANNOUNCED
    return pattern.sub(lambda found: masked(found[0]), text)


def explained_lines(text: str, cells: int, role: str = "text") -> list[Line]:
    """Break an explanation into lines of at most this many cells, what it quotes and its figures marked."""
    source = "\n".join(clean_line(paragraph) for paragraph in text.splitlines())
    secret = [found.span() for found in _PARTICULARS.finditer(source)]
    lines: list[Line] = []
    place = 0
    for line in wrap(text, cells):
        start = max(source.find(line, place), place)
        place = start + len(line)
        lines.append(_split(line, [(first - start, end - start) for first, end in secret], role))
    return lines


def _split(text: str, secret: list[tuple[int, int]], role: str) -> Line:
    line: Line = []
    done = 0
    for first, end in secret:
        start, stop = max(first, done), min(end, len(text))
        if start < stop:
            line += [(text[done:start], role), name(text[start:stop], role)]
            done = stop
    return [span for span in (*line, (text[done:], role)) if span[0]]


def _marked(content: Content, pattern: re.Pattern[str]) -> Content:
    for found in pattern.finditer(content.plain):
        content = content.stylize(PRIVATE, *found.span())
    return content
