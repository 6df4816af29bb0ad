"""The unit of a goal where the figure itself does not name it."""

from __future__ import annotations

from aegoals.domain.reading.figures import Figure
from aegoals.domain.reading.targets import Aim
from aegoals.domain.reading.wording import Wording

_BEST_MARK = 10


def unit_of(aim: Aim, wording: Wording, *, thing: bool = False) -> str | None:
    """Return the unit of the target, or of the baseline when there is a baseline only; ``thing`` can be counted."""
    figure = aim.target or aim.baseline
    if figure is None:
        return None
    if figure.unit is not None:
        return _unit_of_points(wording) if figure.unit == "points" else figure.unit
    if aim.baseline is not None and aim.baseline.unit is not None:
        return aim.baseline.unit
    if _is_mark(figure, wording):
        return "score"
    if figure.noun_after or figure.counted:
        return None if figure.scaled and _counts_money(figure, wording) else "count"
    return _unit_of_measure(figure, wording) or ("count" if thing and not figure.scaled else None)


def _unit_of_points(wording: Wording) -> str:
    measures = wording.named("measure")
    return "%" if "percent" in measures and "score" not in measures else "score"


def _unit_of_measure(figure: Figure, wording: Wording) -> str | None:
    """Return the unit that the metric has: a score, a share, money without a currency (none), or a count."""
    measures = wording.named("measure")
    if "score" in measures:
        return "score"
    if "percent" in measures:
        return "%"
    if figure.scaled or "money" in measures:
        return None
    return "count" if wording.named("topic") else None


def _is_mark(figure: Figure, wording: Wording) -> bool:
    """Say whether a figure is a mark that customers give: 4.5, where satisfaction is the topic."""
    has_decimals = figure.value != figure.value.to_integral_value()
    return has_decimals and figure.value <= _BEST_MARK and "satisfaction" in wording.named("topic")


def _counts_money(figure: Figure, wording: Wording) -> bool:
    """Say whether money without a currency stands behind a figure: 500k revenue."""
    return any(mark.value == "money" and figure.after <= mark.first <= figure.after + 1 for mark in wording.topics)
