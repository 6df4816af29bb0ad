"""What is left of a record: its note, and names in it that look like accounts."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aegoals.domain.quicklog.pieces import Piece

_NOTE_ROLES = frozenset({"word", "filler", "article", "clock", "span", "unsaid", "closed", "about"})
_FIRST_HAN = "\u3005"
_SILENT = frozenset({"filler", "article", "closed", "about"})


def words_left(group: Sequence[Piece]) -> list[list[Piece]]:
    """Return the runs of words that nothing else has taken, without filler at their ends."""
    runs: list[list[Piece]] = [[]]
    for piece in group:
        if piece.role in _NOTE_ROLES:
            runs[-1].append(piece)
        else:
            runs.append([])
    return [run for run in (_trimmed(run) for run in runs) if run]


def _trimmed(run: Sequence[Piece]) -> list[Piece]:
    start, end = 0, len(run)
    while start < end and _is_silent(run, start):
        start += 1
    while end > start and _is_silent(run, end - 1):
        end -= 1
    return list(run[start:end])


def _is_silent(run: Sequence[Piece], at: int) -> bool:
    """Say whether a piece adds nothing to a note; one character that grows into a word of Han is part of it."""
    piece = run[at]
    if not any(char.isalnum() for char in piece.text):
        return True
    if piece.role in _SILENT or piece.meanings & {"filler", "range", "source"}:
        return not _grows_into_word(run, at)
    return False


def _grows_into_word(run: Sequence[Piece], at: int) -> bool:
    piece = run[at]
    if len(piece.text) != 1 or not "\u3400" <= piece.text <= "\u9fff" or piece.text in "的了":
        return False
    neighbours = [run[at - 1]] * (at > 0) + list(run[at + 1 : at + 2])
    return any(other.role == "word" and (other.end == piece.start or piece.end == other.start) for other in neighbours)


def notes_of(group: Sequence[Piece], runs: Sequence[Sequence[Piece]], text: str) -> tuple[str, ...]:
    """Return left-over words as they stand, then the notes in brackets or behind a dash."""
    words = " ".join(text[run[0].start : run[-1].end] for run in runs)
    explicit = [piece.name for piece in group if piece.role == "note" and piece.name]
    return (*([words] if words else []), *explicit)


def unknown_names(
    runs: Sequence[Sequence[Piece]],
    text: str,
    common: Collection[str],
    company: Collection[str],
    noun_endings: tuple[str, ...],
) -> list[str]:
    """Return the capitalised words that are no common words: accounts, probably, that were typed without @."""
    names = []
    for run in runs:
        at = 0
        while at < len(run):
            end = (
                _end_of_name(run, at, common, noun_endings)
                if run[at].text < _FIRST_HAN
                else _end_of_firm(run, at, text, company)
            )
            if end > at:
                names.append(text[run[at].start : run[end - 1].end])
            at = max(end, at + 1)
    return names


def _end_of_name(run: Sequence[Piece], at: int, common: Collection[str], noun_endings: tuple[str, ...]) -> int:
    """Return the place after the capitalised words that start here."""
    end = at
    while end < len(run) and _looks_like_name(run[end], common, noun_endings):
        end += 1
    return end


def _end_of_firm(run: Sequence[Piece], at: int, text: str, company: Collection[str]) -> int:
    """Return the place after characters that end like a firm (商事, 集团); the same place where they do not."""
    end = at + 1
    while end < len(run) and run[end].start == run[end - 1].end:
        end += 1
    word = text[run[at].start : run[end - 1].end]
    return end if any(word.endswith(ending) and word != ending for ending in company) else at


def _looks_like_name(piece: Piece, common: Collection[str], noun_endings: tuple[str, ...]) -> bool:
    word = piece.text
    if piece.role != "word" or piece.meanings & {"common", "topic"} or not word[:1].isupper():
        return False
    lowered = word.lower()
    if lowered in common or any(char.isdigit() for char in word):
        return False
    return not lowered.endswith(noun_endings)  # German nouns have capitals too
