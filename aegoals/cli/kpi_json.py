"""Key figures as JSON; docs/reference/kpis.md describes it."""

from __future__ import annotations

from aegoals.domain.kpi.figure import Figure
from aegoals.domain.kpi.groups import Group
from aegoals.domain.kpi.insights import Insights

Fields = dict[str, object]


def insights_json(told: Insights) -> Fields:
    """Return everything that the tables show."""
    return {
        "by": told.by,
        "currency": told.currency,
        "periods": [_period(told, place) for place in range(len(told.periods))],
        "all": {kpi.value: _figure(one) for kpi, one in told.whole.items()},
        "funnel": [{"step": step, "deals": number} for step, number in told.funnel.steps],
        "sources": [_group(one) for one in told.sources],
        "products": [_group(one) for one in told.products],
        "lost": {
            "deals": told.lost.lost,
            "reasons": dict(told.lost.reasons),
            "only_a_note": told.lost.noted,
            "nothing_said": told.lost.silent,
        },
        "coverage": [
            {
                "goal": one.goal.id,
                "unit": one.goal.metric.unit,
                "open_amount": one.open_amount,
                "missing": one.missing,
                "coverage": one.value,
                "needed": one.needed,
                "left_out": dict(one.left_out),
            }
            for one in told.coverage
        ],
        "best": [
            {"what": one.what, "unit": one.unit, "start": one.period.start, "value": one.value, "now": one.now}
            for one in told.bests
        ],
        "closed_goals": [
            {
                "goal": one.goal.id,
                "title": one.goal.title,
                "start": one.period.start,
                "due": one.period.end,
                "unit": one.goal.metric.unit,
                "target": one.goal.target,
                "actual": one.actual,
                "attained": one.share,
                "outcome": one.outcome,
            }
            for one in told.attained
        ],
    }


def _period(told: Insights, place: int) -> Fields:
    period = told.periods[place]
    return {
        "start": period.start,
        "end": period.end,
        "is_running": told.today in period,
        "figures": {kpi.value: _figure(figures[place]) for kpi, figures in told.figures.items()},
    }


def _figure(one: Figure) -> Fields:
    return {
        "value": one.value,
        "unit": one.unit,
        "inputs": dict(one.inputs),
        "sample": one.sample,
        "is_small": one.is_small,
        "left_out": dict(one.left_out),
    }


def _group(one: Group) -> Fields:
    return {
        "name": one.name,
        "won": one.won,
        "lost": one.lost,
        "win_rate": one.win_rate,
        "average_deal": one.average_deal,
        "amount": one.amount,
        "funnel": dict(one.funnel.steps),
        "left_out": dict(one.left_out),
    }
