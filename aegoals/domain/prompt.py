"""One short status for a shell prompt: ``calls 6/12 revenue 62%``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from aegoals.domain.goal import Goal, GoalKind
from aegoals.domain.metric import is_currency
from aegoals.domain.progress import Standing, Status
from aegoals.domain.text import clean_line
from aegoals.domain.today import Ask
from aegoals.locale.texts import _

LONGEST_NAMES = (12, 6, 3)  # cells, from roomy to tight
OVER = frozenset({Status.PAUSED, Status.CLOSED, Status.NOT_STARTED})


def in_order(standings: Iterable[Standing], asks: Sequence[Ask]) -> list[Standing]:
    """Return the running goals: those that ask something today first, then those that end first."""
    asking = {ask.standing.goal.id: place for place, ask in enumerate(asks)}
    running = [one for one in standings if one.status not in OVER]
    return sorted(running, key=lambda one: (asking.get(one.goal.id, len(asking)), one.goal.due))


def prompt_words(standings: Sequence[Standing], asks: Sequence[Ask], width: int, due: int = 0) -> str:
    """Return what goals stand at, in at most ``width`` terminal cells; names are cut first, then goals left out.

    ``due`` is how much of what was agreed in talks is due; it stands at the end where there is room for it.
    """
    asked = {ask.standing.goal.id: ask for ask in asks}
    figures = [(_label(one.goal), _figure(one, asked.get(one.goal.id))) for one in standings]
    words = _fitting(figures, width)
    if not due:
        return words
    agreed = _("agreed {count}").format(count=due)
    before = _fitting(figures, width - _cells(agreed) - 1)
    if before:
        return f"{before} {agreed}"
    return words or (agreed if _cells(agreed) <= width else "")


def _fitting(figures: Sequence[tuple[str, str]], width: int) -> str:
    for count in range(len(figures), 0, -1):
        for longest in LONGEST_NAMES:
            words = " ".join(f"{_name(title, longest)} {figure}" for title, figure in figures[:count])
            if _cells(words) <= width:
                return words
    return ""


def _figure(one: Standing, ask: Ask | None) -> str:
    """Return today's part of a count, the share of an amount, else the value itself."""
    metric, goal = one.goal.metric, one.goal
    if metric.unit in {"count", "hours"} and metric.grows:
        return f"{_plain(ask.done)}/{_plain(ask.needed)}" if ask else f"{_plain(one.actual)}/{_plain(goal.target)}"
    if is_currency(metric.unit):
        return "-" if one.progress is None else f"{_plain(one.progress * 100, places=0)}%"
    return _plain(one.actual) + ("%" if metric.unit == "%" and one.actual is not None else "")


def _plain(value: Decimal | None, places: int = 1) -> str:
    if value is None:
        return "-"
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _label(goal: Goal) -> str:
    """Return the title from the word that says what is counted: after the number where one stands before it."""
    words = goal.title.split()
    number = next((place for place, word in enumerate(words[:2]) if word[:1].isdecimal()), None)
    if number is None or (number and goal.kind is not GoalKind.ACTIVITY):
        return goal.title
    return next((word for word in words[number + 1 :] if word.isalpha()), goal.title)


def _name(title: str, longest: int) -> str:
    """Return the first word of a title, in small letters and at most this many cells."""
    word = (clean_line(title).split() or [""])[0].lower()
    while _cells(word) > longest:
        word = word[:-1]
    return word


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
