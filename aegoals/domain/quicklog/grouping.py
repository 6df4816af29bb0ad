"""From pieces to records: parts between separators, and inside a part the next ``number kind``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aegoals.domain.quicklog.pieces import Piece

_OWN_THINGS = frozenset({"account", "amount", "duration", "number", "tag", "product", "note"})
_OBJECTS = frozenset({"lead", "opportunity"})
_DONE_TO = frozenset({"call", "email", "meeting", "demo"})
_HEADS = frozenset({"date", "account"})


def parts_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut the line at its separators."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.role == "break":
            parts.append([])
        else:
            parts[-1].append(piece)
    return [part for part in parts if part]


def is_count(piece: Piece) -> bool:
    """Say whether a piece can be the quantity of a record."""
    if piece.role == "number":
        return True
    return piece.role in {"vague", "range"} and not (piece.amount is not None and piece.amount.is_money)


def records_of(part: Sequence[Piece]) -> list[list[Piece]]:
    """Cut one part into records; several kind words in a row that share all else stay together."""
    kinds = [at for at, piece in enumerate(part) if piece.role == "kind"]
    if len(kinds) < 2:  # noqa: PLR2004 - one record
        return [list(part)]
    cuts = _cuts_before_kinds(kinds) if _kind_first(part, kinds) else _cuts_before_numbers(part, kinds)
    edges = [0, *(cut for cut in cuts if cut), len(part)]
    return [list(part[start:end]) for start, end in pairwise(edges)]


def _kind_first(part: Sequence[Piece], kinds: Sequence[int]) -> bool:
    """Say whether numbers stand behind their kind words all along: ``calls 13 meetings 2``, ``電話3件 メール2件``."""
    first_count = next((at for at, piece in enumerate(part) if is_count(piece)), -1)
    if first_count != kinds[0] + 1:
        return False
    everywhere = all(at + 1 < len(part) and is_count(part[at + 1]) for at in kinds)
    return everywhere or part[first_count].counted or part[kinds[0]].end == part[first_count].start


def _cuts_before_kinds(kinds: Sequence[int]) -> list[int]:
    return list(kinds[1:])


def _cuts_before_numbers(part: Sequence[Piece], kinds: Sequence[int]) -> list[int]:
    cuts = []
    start = 0
    for before, kind, after in zip(kinds[:-1], kinds[1:], [*kinds[2:], len(part)], strict=True):
        between = range(before + 1, kind)
        counts = [at for at in between if is_count(part[at]) or _counts_next(part, at)]
        if _is_object(part, kinds[0], before, kind, counts):
            continue
        if counts:
            start = _with_head(part, counts[-1])
        elif _stands_alone(part, between) and _stands_alone(part, range(kind + 1, after)):
            start = kind
        else:
            continue
        cuts.append(start)
    return cuts


def _is_object(part: Sequence[Piece], first: int, before: int, kind: int, counts: Sequence[int]) -> bool:
    """Say whether a kind is what another was done to: the leads of "called 5 leads" may be calls or new leads."""
    if part[kind].name not in _OBJECTS or part[before].name not in _DONE_TO or counts[:1] != [before + 1]:
        return False
    return not any(is_count(piece) for piece in part[:first])


def _counts_next(part: Sequence[Piece], at: int) -> bool:
    """Say whether an article counts the kind word behind it: ``a demo``, ``ett långt möte``."""
    if part[at].role != "article":
        return False
    following = next((piece for piece in part[at + 1 :] if piece.role not in {"word", "filler"}), None)
    return following is not None and following.role == "kind"


def _stands_alone(part: Sequence[Piece], places: range) -> bool:
    return any(part[at].role in _OWN_THINGS for at in places)


def _with_head(part: Sequence[Piece], cut: int) -> int:
    """Move a cut in front of the date or account that heads the record, where the part's first record has one too."""
    if part[0].role in _HEADS:
        while cut > 1 and part[cut - 1].role == part[0].role:
            cut -= 1
    return cut
