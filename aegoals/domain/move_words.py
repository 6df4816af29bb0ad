"""What moved, in a few words, for every face: ``Calls 7/12 → 10/12``, ``Revenue 62 % → 64 %``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from aegoals.domain.metric import is_currency
from aegoals.domain.moves import Move
from aegoals.domain.words import number_words
from aegoals.locale.numbers import show_share, show_value

COUNTED = frozenset({"count", "hours"})


def moves_words(moves: Sequence[Move], locale: str, most: int = 4, *, back: bool = False) -> str:
    """Return the goals that move in one line; of many the first ones and how many more. ``back`` takes them back."""
    shown = [move_words(move, locale, back=back) for move in moves[:most]]
    if len(moves) > most:
        shown.append(f"+{len(moves) - most}")
    return ", ".join(shown)


def move_words(move: Move, locale: str, *, back: bool = False) -> str:
    """Return one goal before and after, with its title."""
    before, after = figures(move, locale)
    if back:
        return f"{move.standing.goal.title} {after} → {before}"
    return f"{move.standing.goal.title} {before} → {after}" + (" ✓" if move.reaches else "")


def figures(move: Move, locale: str) -> tuple[str, str]:
    """Return before and after: today's part of a count, the share of an amount, else the value itself."""
    goal, unit = move.standing.goal, move.standing.goal.metric.unit
    if unit in COUNTED and goal.metric.grows:
        before, after, target = move.before, move.after, goal.target
        if move.ask is not None and move.done_after is not None:
            before, after, target = move.ask.done, move.done_after, move.ask.needed
        words = [number_words(value or Decimal(0), locale) for value in (before, after, target)]
        return f"{words[0]}/{words[2]}", f"{words[1]}/{words[2]}"
    if is_currency(unit):
        return show_share(move.standing.progress, locale), show_share(move.progress_after, locale)
    return show_value(move.before, unit, locale), show_value(move.after, unit, locale)
