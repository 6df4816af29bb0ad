"""The words that people and programs use for goal kinds and directions."""

from __future__ import annotations

from aegoals.domain.goal import Direction, GoalKind, Repeat
from aegoals.domain.periods import SplitBy
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

_DIRECTIONS = {
    "reach": Direction.REACH_UP,
    "up": Direction.REACH_UP,
    "increase": Direction.REACH_UP,
    "raise": Direction.REACH_UP,
    "down": Direction.BRING_DOWN,
    "decrease": Direction.BRING_DOWN,
    "reduce": Direction.BRING_DOWN,
    "at_least": Direction.KEEP_AT_LEAST,
    "maintain": Direction.KEEP_AT_LEAST,
    "keep": Direction.KEEP_AT_LEAST,
    "min": Direction.KEEP_AT_LEAST,
    "at_most": Direction.KEEP_AT_MOST,
    "max": Direction.KEEP_AT_MOST,
}
_KINDS = {
    "custom": GoalKind.OTHER,
    "own": GoalKind.OTHER,
    "win_rate": GoalKind.CONVERSION,
    "quota": GoalKind.REVENUE,
    "sales": GoalKind.REVENUE,
    "new_customers": GoalKind.NEW_BUSINESS,
    "csat": GoalKind.SATISFACTION,
    "account": GoalKind.KEY_ACCOUNT,
    "cycle": GoalKind.SALES_CYCLE,
    "yes_no": GoalKind.MILESTONE,
}


def _slug(text: str) -> str:
    return text.strip().lower().replace("-", "_").replace(" ", "_").replace("/", "_")


def read_direction(text: str) -> Direction:
    """Return the direction for a word such as ``increase`` or ``at most``; raises RefusedInput."""
    word = _slug(text)
    try:
        return _DIRECTIONS.get(word) or Direction(word)
    except ValueError:
        raise RefusedInput(
            _("“{word}” is not a direction.").format(word=text),
            _("Use one of: {words}.").format(words=", ".join(Direction)),
        ) from None


def read_kind(text: str) -> GoalKind:
    """Return the goal kind for a word such as ``revenue`` or ``win rate``; raises RefusedInput."""
    word = _slug(text)
    try:
        return _KINDS.get(word) or GoalKind(word)
    except ValueError:
        raise RefusedInput(
            _("“{word}” is not a goal kind.").format(word=text),
            _("Use one of: {words}.").format(words=", ".join(GoalKind)),
        ) from None


_REPEATS = {"monthly": Repeat.MONTH, "quarterly": Repeat.QUARTER, "yearly": Repeat.YEAR, "annually": Repeat.YEAR}
_ONCE = frozenset({"", "no", "none", "never", "once"})


def read_repeat(text: str) -> Repeat | None:
    """Return how often a goal comes again for a word such as ``month``, None for once; raises RefusedInput."""
    word = _slug(text)
    if word in _ONCE:
        return None
    try:
        return _REPEATS.get(word) or Repeat(word.removesuffix("s"))
    except ValueError:
        raise RefusedInput(
            _("repeats: “{word}” is not how often a goal comes again.").format(word=text),
            _("Use one of: {words}.").format(words=", ".join((*Repeat, "no"))),
        ) from None


def read_split(text: str) -> SplitBy | None:
    """Return the sub-periods for a word such as ``months`` or ``quarter``, None for no word; raises RefusedInput."""
    word = _slug(text)
    if not word:
        return None
    try:
        return SplitBy(word if word.endswith("s") else f"{word}s")
    except ValueError:
        raise RefusedInput(
            _("split: “{word}” is no way to split a goal.").format(word=text),
            _("Use one of: {words}.").format(words=", ".join(SplitBy)),
        ) from None
