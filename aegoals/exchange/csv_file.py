"""A CSV file as a header and rows of cells: encoding, delimiter and limits, before anything is made of it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aegoals.domain.text import clean_line
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

LARGEST_FILE = 50 * 1024 * 1024  # bytes
MOST_ROWS = 200_000
MOST_LINES_A_ROW = 100
DELIMITERS = (",", ";", "\t")

_SEPARATOR_LINE = re.compile(r"sep=(?P<mark>[,;\t])\s*", re.IGNORECASE)  # spreadsheets write it first


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is left out: its line in the file, why, and whose it is where that could be read."""

    line: int
    reason: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, as many as the header has; ``line`` is where it begins in the file."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvFile:
    """What a CSV file holds; ``notes`` say in plain words how it had to be read."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def read_csv(path: Path) -> CsvFile:
    """Read a CSV file; raises RefusedInput where it is no readable text, too large or has no header."""
    text, notes = _decoded(_content(path), path)
    lines = list(io.StringIO(text, newline=""))
    first, delimiter = _table_start(lines, path)
    parsed = _parsed(lines, first, delimiter)
    header = _header(next(parsed)[1], path)
    rows: list[Row] = []
    problems: list[Problem] = []
    for line, cells, trouble in parsed:
        if len(rows) + len(problems) >= MOST_ROWS:
            raise _too_large(path, _("more than {limit} rows").format(limit=MOST_ROWS))
        reason = trouble or _wrong_width(cells, len(header))
        if reason:
            problems.append(Problem(line, reason))
        elif any(cell.strip() for cell in cells):
            rows.append(Row(line, _as_wide(cells, len(header))))
    return CsvFile(header, tuple(rows), tuple(problems), notes)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        message = _("{path} cannot be read: {reason}.").format(path=clean_line(str(path)), reason=reason)
        raise RefusedInput(message, _("Check the name of the file.")) from error
    if len(content) > LARGEST_FILE:
        raise _too_large(path, _("more than {limit} MB").format(limit=LARGEST_FILE // 1024**2))
    return content


def _too_large(path: Path, amount: str) -> RefusedInput:
    message = _("{path} holds {amount}.").format(path=clean_line(str(path)), amount=amount)
    return RefusedInput(message, _("Export less at once, such as one year."))


def _decoded(content: bytes, path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text, and a note where the file is not the UTF-8 that is expected."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace"), ()
    if content.startswith(b"PK\x03\x04") or b"\0" in content[:4096]:
        raise RefusedInput(
            _("{path} is not a text file.").format(path=clean_line(str(path))),
            _("Save the table as CSV (comma separated) and import that file."),
        )
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        note = _("The file is not UTF-8 (byte {position}); it was read as Windows-1252. Check the names.")
        return content.decode("cp1252", errors="replace"), (note.format(position=error.start),)


def _table_start(lines: list[str], path: Path) -> tuple[int, str]:
    """Return the index of the header's line, and the delimiter that makes most cells of it."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise RefusedInput(_("{path} is empty.").format(path=clean_line(str(path))))
    named = _SEPARATOR_LINE.fullmatch(lines[first])
    if named and first + 1 < len(lines):
        return first + 1, named["mark"]
    widths = {mark: len(next(_parsed(lines, first, mark))[1]) for mark in DELIMITERS}
    return first, max(widths, key=widths.__getitem__)


class _Feed:
    """Hands lines to the csv reader; a row that never ends has lost its closing quote mark."""

    def __init__(self, lines: list[str], at: int) -> None:
        self.lines = lines
        self.at = self.row_start = at

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at >= len(self.lines):
            raise StopIteration
        if self.at - self.row_start >= MOST_LINES_A_ROW:
            raise csv.Error
        self.at += 1
        return self.lines[self.at - 1]


def _parsed(lines: list[str], first: int, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """Yield line number, cells and, where a row cannot be read, the reason.

    After a row that cannot be read it goes on with the very next line: one stray quote mark costs one row.
    """
    feed = _Feed(lines, first)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while feed.at < len(lines):
        start = feed.row_start = feed.at
        try:
            cells, reason = next(reader, []), ""
        except csv.Error:
            cells, reason = [], _("its quote marks do not match, or a cell is far too long")
            feed.at = start + 1
        yield start + 1, cells, reason


def _header(cells: list[str], path: Path) -> tuple[str, ...]:
    header = [clean_line(cell) for cell in cells]
    while header and not header[-1]:
        header.pop()
    if not header:
        raise RefusedInput(
            _("The first row of {path} names no columns.").format(path=clean_line(str(path))),
            _("The first row must name the columns, such as: deal id, owner, stage, close date, value"),
        )
    return tuple(header)


def _wrong_width(cells: list[str], width: int) -> str:
    """Say what is wrong with a row that is wider than the header: its cells would stand in wrong columns."""
    if any(cell.strip() for cell in cells[width:]):
        return _("it has {cells} cells, the header has {width}").format(cells=len(cells), width=width)
    return ""


def _as_wide(cells: list[str], width: int) -> tuple[str, ...]:
    return tuple(cells[:width] + [""] * (width - len(cells)))
