"""The figures of one record: how many, how much money, how many minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from aegoals.domain.quicklog.grouping import is_count
from aegoals.domain.quicklog.limits import MONEY_KINDS, OUTCOMES, SMALLEST_BARE_AMOUNT
from aegoals.domain.quicklog.pieces import Piece

_MILLION = 1_000_000
_BESIDE = frozenset({"account", "tag", "product", "date", "duration", "vague", "each", "total"})
_SCALES = frozenset({5, 10})


@dataclass(slots=True)
class Figures:
    """Which piece is which figure; a piece that is none goes into the note."""

    quantity: Piece | None = None
    amounts: list[Piece] = field(default_factory=list)
    bare: Piece | None = None  # a figure behind won or lost that may be an amount or a count
    minutes: list[Decimal] = field(default_factory=list)
    odd: list[Piece] = field(default_factory=list)  # figures that have no place
    duration_words: str = ""

    @property
    def count(self) -> Decimal:
        """The number of records that the line counts, 1 where it counts none."""
        return self.quantity.amount.values[-1] if self.quantity and self.quantity.amount else Decimal(1)

    @property
    def is_vague(self) -> bool:
        """Whether the count is a range or stands behind "about"."""
        return self.quantity is not None and self.quantity.role in {"vague", "range"}


def figures_of(group: Sequence[Piece], kind: str | None) -> Figures:
    """Give each figure of a record its place."""
    figures = Figures()
    if kind == "csat":
        _score(group, figures)
        return figures
    for at, piece in enumerate(group):
        if piece.role == "duration" and piece.minutes is not None:
            figures.minutes.append(piece.minutes)
            figures.duration_words = piece.text
        elif is_count(piece):
            _place_count(group, at, kind, figures)
        elif piece.role in {"amount", "vague", "range"} and piece.amount is not None:
            _place_amount(group, at, kind, figures)
    return figures


def _score(group: Sequence[Piece], figures: Figures) -> None:
    """Find the score of a satisfaction record; 4/5 and 4.5 of 5 name the scale behind it."""
    scores = [piece for piece in group if piece.role in {"number", "range", "vague", "clock", "duration", "amount"}]
    scores += [piece for piece in group if piece.role == "date" and _score_of_scale(piece)]
    if not scores:
        return
    figures.quantity = scores[0]
    if scores[0].role == "clock":
        scores[0].role = "number"  # 4.5点 is a time of day elsewhere
    rest = [piece for piece in scores[1:] if piece.role != "duration" and piece.value not in _SCALES]
    figures.odd.extend(rest)
    figures.minutes.extend(
        piece.minutes for piece in scores[1:] if piece.role == "duration" and piece.minutes is not None
    )


def _score_of_scale(piece: Piece) -> Decimal | None:
    """Return the 4 of ``4/5``, which reads like a date."""
    head, slash, scale = piece.text.partition("/")
    return Decimal(head) if slash and head.isdecimal() and scale in {"5", "10"} else None


def score_value(piece: Piece) -> Decimal | None:
    """Return the score that a piece holds; None where it is vague."""
    if piece.role in {"range", "vague"}:
        return None
    return _score_of_scale(piece) if piece.role == "date" else piece.value


def _place_count(group: Sequence[Piece], at: int, kind: str | None, figures: Figures) -> None:
    piece = group[at]
    kind_at = next((place for place, other in enumerate(group) if other.role == "kind"), None)
    if kind_at is None or at < kind_at:
        if figures.quantity is not None:
            figures.odd.append(figures.quantity)
        figures.quantity = piece
    elif kind in MONEY_KINDS and not piece.counted and not _deals_follow(group, at):
        _place_bare(group, at, kind, figures)
    elif figures.quantity is None and _behind_kind(group, kind_at, at):
        figures.quantity = piece
    elif _word_follows(group, at):
        piece.role = "word"
    else:
        figures.odd.append(piece)


def _behind_kind(group: Sequence[Piece], kind_at: int, at: int) -> bool:
    """Say whether a number behind its kind word counts it: ``calls @Acme 3``, not ``call with 3 buyers``."""
    if at == kind_at + 1:
        return True
    beside = _BESIDE if group[at].role == "number" else _BESIDE | {"filler"}
    return all(
        piece.role in beside or "counter" in piece.meanings for piece in group[kind_at + 1 : at]
    ) and not _word_follows(group, at)


def _word_follows(group: Sequence[Piece], at: int) -> bool:
    return at + 1 < len(group) and group[at + 1].role == "word" and not group[at].counted


def _deals_follow(group: Sequence[Piece], at: int) -> bool:
    """Say whether deals are what is counted: ``won 2 deals``, ``lost 2 opps``."""
    if at + 1 >= len(group):
        return False
    following = group[at + 1]
    return "unsaid" in following.meanings or (following.role == "kind" and following.name == "opportunity")


def _place_bare(group: Sequence[Piece], at: int, kind: str, figures: Figures) -> None:
    """Place a figure without currency behind a kind that has amounts."""
    piece = group[at]
    large = abs(piece.amount.values[-1]) >= SMALLEST_BARE_AMOUNT if piece.amount is not None else False
    has_amount = any(other.role == "amount" for other in group)
    if large and not has_amount:
        figures.amounts.append(piece)
    elif piece.role == "number" and _word_follows(group, at) and group[at + 1].text[:1].islower():
        piece.role = "word"
    elif kind in OUTCOMES and not has_amount and piece.role == "number":
        figures.bare = piece
    elif figures.quantity is None:
        figures.quantity = piece
    else:
        figures.odd.append(piece)


def _place_amount(group: Sequence[Piece], at: int, kind: str | None, figures: Figures) -> None:
    piece = group[at]
    amount = piece.amount
    if amount is None:
        return
    if amount.small_m and kind not in MONEY_KINDS and not amount.currencies:
        figures.minutes.append(amount.values[0] / _MILLION)
        figures.duration_words = piece.text
    elif _counts_kind(group, at, kind) and not amount.currencies and figures.quantity is None:
        figures.quantity = piece
    else:
        figures.amounts.append(piece)


def _counts_kind(group: Sequence[Piece], at: int, kind: str | None) -> bool:
    """Say whether a scaled figure is a count: ``2k emails``."""
    return kind is not None and kind not in MONEY_KINDS and any(piece.role == "kind" for piece in group[at + 1 :])
