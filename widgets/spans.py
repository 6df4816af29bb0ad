"""Lines of text made of spans: a text and the role it plays. Text is always literal, never markup."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from aegoals.domain.text import clean_line, clean_note

Span = tuple[str, str]
Line = list[Span]

ELLIPSIS = "…"
PRIVATE = "private"
ROLES = ("text", "title", "muted", "good", "warn", "bad", "accent", "bar", "rest", "mark", "here")


def name(text: str, role: str = "text") -> Span:
    """Return a span that names somebody or something, or holds the AE's own words: it can be masked."""
    return text, f"{role} {PRIVATE}"


def amount(text: str, role: str = "text") -> Span:
    """Return a span with money in it: it can be masked."""
    return text, f"{role} {PRIVATE}"


def joined(*spans: Span) -> Line:
    """Return the spans that are not empty with a dot between them."""
    line: Line = []
    for span in filter(lambda span: span[0], spans):
        line += [(" · ", "muted"), span] if line else [span]
    return line


def split_role(role: str) -> tuple[str, bool]:
    """Return the colour of a span's role, and whether it can be masked."""
    colour, _space, mark = role.partition(" ")
    return colour, mark == PRIVATE


def width_of(line: Iterable[Span]) -> int:
    """Return how many terminal cells a line takes."""
    return sum(cell_len(text) for text, _role in line)


def visible(text: str) -> str:
    """Return a piece of a line fit for the terminal: control characters replaced, every space kept."""
    if text.isprintable():
        return text
    core = text.strip(" ")
    before = text.index(core) if core else 0
    after = len(text) - before - len(core)
    return " " * before + clean_note(core).replace("\n", " ").replace("\t", " ") + " " * after


def shorten(text: str, cells: int) -> str:
    """Return one clean line of text in at most this many cells, with an ellipsis where it was cut."""
    plain = clean_line(text)
    if cell_len(plain) <= cells:
        return plain
    if cells <= 1:
        return ELLIPSIS[:cells]
    return set_cell_size(plain, cells - 1).rstrip() + ELLIPSIS


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """Return a text cut or filled to exactly this many cells; ``right`` puts it at the right edge."""
    short = shorten(text, cells)
    filling = " " * (cells - cell_len(short))
    return filling + short if right else short + filling


def spread(left: Line, right: Line, cells: int) -> Line:
    """Return a line with one part at each edge; the left one is cut where both do not fit."""
    room = max(cells - width_of(right) - 1, 0)
    kept = cut(left, room)
    gap = max(cells - width_of(kept) - width_of(right), 0)
    return [*kept, (" " * gap, "text"), *right]


def cut(line: Line, cells: int) -> Line:
    """Return the line in at most this many cells."""
    kept: Line = []
    room = cells
    for text, role in line:
        if room <= 0:
            break
        short = shorten_keeping_spaces(text, room)
        kept.append((short, role))
        room -= cell_len(short)
    return kept


def shorten_keeping_spaces(text: str, cells: int) -> str:
    """Return the text in at most this many cells; spaces at its edges stay."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, max(cells - 1, 0)) + ELLIPSIS[:cells]


def flow(parts: Iterable[Line], cells: int, gap: str = " · ") -> list[Line]:
    """Return parts one after the other on as many lines of at most this many cells as they need."""
    lines: list[Line] = []
    for part in parts:
        joint = [(gap, "muted")] if lines else []
        if lines and width_of([*lines[-1], *joint, *part]) <= cells:
            lines[-1] = [*lines[-1], *joint, *part]
        else:
            lines.append(cut(part, cells))
    return lines


def wrap(text: str, cells: int) -> list[str]:
    """Break a text into lines of at most this many cells, at spaces where there are any."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        current = ""
        for word in clean_line(paragraph).split(" "):
            for piece in _pieces(word, cells):
                joined = f"{current} {piece}" if current else piece
                if cell_len(joined) <= cells:
                    current = joined
                else:
                    lines.append(current)
                    current = piece
        lines.append(current)
    return lines


def _pieces(word: str, cells: int) -> list[str]:
    """Cut a word that is wider than a line."""
    pieces: list[str] = []
    rest = word
    while cell_len(rest) > cells > 1:
        head = set_cell_size(rest, cells).removesuffix(" ")  # half of a wide character becomes a space
        pieces.append(head)
        rest = rest[len(head) :]
    return [*pieces, rest]
