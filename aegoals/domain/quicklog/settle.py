"""What a piece is beside its neighbours: ``about 5 calls`` is vague, ``about pricing`` opens a topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from aegoals.domain.quicklog.grouping import parts_of
from aegoals.domain.quicklog.pieces import Piece
from aegoals.domain.quicklog.slips import kind_behind_slip

_FIGURES = frozenset({"number", "amount", "range"})
_TOPIC_ROLES = frozenset(
    {
        "kind",
        "planned",
        "negation",
        "vague",
        "unsaid",
        "closed",
        "article",
        "filler",
        "word",
        "clock",
        "span",
        "about",
        "each",
    }
)
_NEEDS_A_KIND = frozenset({"planned", "negation"})


def settle(pieces: Sequence[Piece], kind_of: Mapping[str, str], real_words: frozenset[str]) -> list[Piece]:
    """Return the pieces with the roles that their neighbours give them; colons fall away."""
    settled = _fronts(pieces)
    _about_figures(settled)
    _single_characters(settled)
    _topics(settled)
    _slips(settled, kind_of, real_words)
    return settled


def _fronts(pieces: Sequence[Piece]) -> list[Piece]:
    for piece, after in pairwise(pieces):
        if after.role == "colon" and piece.end == after.start:
            piece.fronts = True
    return [piece for piece in pieces if piece.role != "colon"]


def _about_figures(pieces: Sequence[Piece]) -> None:
    """Make a figure vague that stands beside "about", "ca.", "くらい"."""
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else None
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if "approx" in piece.meanings and after is not None and after.role in _FIGURES:
            after.role, piece.role = "vague", "filler"
        elif "approx_after" in piece.meanings and before is not None and before.role in _FIGURES:
            before.role, piece.role = "vague", "filler"


def _is_han(piece: Piece) -> bool:
    return piece.text[:1] >= "\u3005"


def _touches_word(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    neighbours = [*pieces[max(at - 1, 0) : at], *pieces[at + 1 : at + 2]]
    return any(
        other.role == "word" and _is_han(other) and (other.end == piece.start or piece.end == other.start)
        for other in neighbours
    )


def _single_characters(pieces: list[Piece]) -> None:
    """One character of Han or kana is often part of a longer word: it keeps its role only where that is plain."""
    for at, piece in enumerate(pieces):
        if len(piece.text) != 1 or not _is_han(piece) or piece.role == "kind":
            continue
        if (
            (piece.role in _NEEDS_A_KIND and not _kind_follows(pieces, at))
            or (piece.role == "break" and _touches_word(pieces, at))
            or (piece.role in {"closed", "each", "total"} and _touches_word(pieces, at))
        ):
            piece.role = "word"


def _kind_follows(pieces: Sequence[Piece], at: int) -> bool:
    following = [piece for piece in pieces[at + 1 : at + 4] if piece.role not in {"filler", "account"}]
    return bool(following) and following[0].role in {"kind", "number"}


def _topics(pieces: list[Piece]) -> None:
    """Behind "about" all words are the topic, also those that would mean something elsewhere ("about renewal")."""
    inside = False
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if piece.role == "about" and not inside:
            piece.role = "filler"
            inside = after is not None and after.role in _TOPIC_ROLES
        elif (
            inside
            and piece.role == "break"
            and piece.text.isalpha()
            and after is not None
            and after.role in _TOPIC_ROLES
        ):
            piece.role = "word"
        elif piece.role not in _TOPIC_ROLES:
            inside = False
        elif inside:
            piece.role, piece.meanings = "word", piece.meanings | {"topic"}


def _slips(pieces: Sequence[Piece], kind_of: Mapping[str, str], real_words: frozenset[str]) -> None:
    """Read a word as the kind word that is one slip away, behind a number or where its part names no kind."""
    for part in parts_of(pieces):
        has_kind = any(piece.role in {"kind", "closed", "unsaid"} for piece in part)
        for before, piece in zip([None, *part], part, strict=False):
            behind_number = before is not None and before.role == "number"
            typed = piece.text.lower()
            if piece.role != "word" or piece.meanings or typed in real_words or (has_kind and not behind_number):
                continue
            if kind := kind_behind_slip(typed, kind_of):
                piece.role, piece.name, has_kind = "kind", kind, True
