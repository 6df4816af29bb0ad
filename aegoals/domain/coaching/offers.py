"""Repairs that several findings share: the stretch rule as a target, a baseline from history."""

from __future__ import annotations

from decimal import Decimal

from aegoals.domain.coaching.look import Look
from aegoals.domain.coaching.outlook import proposed_target
from aegoals.domain.coaching.past import Past, as_figure
from aegoals.domain.coaching.words import average_in_words, decimal_of, shown, stretch_in_words
from aegoals.domain.finding import Repair
from aegoals.domain.metric import Metric
from aegoals.locale.numbers import plain_number
from aegoals.locale.texts import _


def stretch_offer(look: Look) -> tuple[Repair, ...]:
    """Return the repair that takes over the stretch rule, where there is history to stand on."""
    past, metric, proposed = look.past, look.metric, proposed_target(look)
    if past is None or metric is None or proposed is None:
        return ()
    text = stretch_in_words(past, proposed, look.direction, metric.unit, look.rules.locale)
    return (Repair(text, target_changes(look, metric, proposed)),)


def target_changes(look: Look, metric: Metric, target: Decimal) -> dict[str, object]:
    """Return the fields that set a target: with its unit, its direction, and a baseline on the right side of it."""
    changes: dict[str, object] = {
        "target": plain_number(target),
        "unit": metric.unit,
        "direction": look.direction.value,
    }
    past = look.past
    if not metric.grows and not look.direction.keeps and past is not None and not look.baseline:
        changes["baseline"] = plain_number(baseline_of(past, metric))
    return changes


def baseline_of(past: Past, metric: Metric) -> Decimal:
    """Return the own average as a figure to start from."""
    return as_figure(decimal_of(past.average), metric.unit)


def baseline_offer(look: Look) -> tuple[Repair, ...]:
    """Return the repair that takes the baseline over from history."""
    past, metric = look.past, look.metric
    if past is None or metric is None:
        return ()
    baseline = baseline_of(past, metric)
    text = _("{average}: start from {baseline}").format(
        average=average_in_words(past, metric.unit, look.rules.locale),
        baseline=shown(baseline, metric.unit, look.rules.locale),
    )
    return (Repair(text, {"baseline": plain_number(baseline), "unit": metric.unit}),)
