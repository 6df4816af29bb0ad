"""The goals that a made-up AE works on today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import ROUND_FLOOR, Decimal

from aegoals.domain.goal import Goal, GoalKind
from aegoals.domain.goal_metrics import default_metric
from aegoals.services.demo.career import LEADING
from aegoals.services.demo.setting import Setting, in_thousands
from aegoals.services.demo.year import KEY_ACCOUNT


def running(at: Setting) -> Iterator[Goal]:
    """Yield the goals that run: on track, behind, at risk, reached or within the limit."""
    yield _revenue(at)
    yield _calls(at)
    yield _win_rate(at)
    yield _satisfaction(at)
    yield _sales_cycle(at)
    yield _retention(at)
    yield _products_in_use(at)
    yield _negotiation(at)


def _revenue(at: Setting) -> Goal:
    days = (at.month(-4), at.end(1))
    won = at.value(default_metric(GoalKind.REVENUE, at.currency), *days)
    target = max(in_thousands(won / at.share(*days) / Decimal("1.04")), Decimal(1000))
    before = in_thousands(target * Decimal("1.15")) + 1000
    return at.goal(
        GoalKind.REVENUE,
        title="Half-year revenue",
        specific="Deals won with new and present customers",
        unit=at.currency,
        target=target,
        days=days,
        milestones=(
            {"title": "A third of it", "due": at.end(-3), "value": in_thousands(target / 3)},
            {
                "title": "Price list agreed with management",
                "due": at.end(-2),
                "done_on": at.end(-2) - timedelta(days=4),
            },
            {"title": "Two thirds of it", "due": at.end(-1), "value": in_thousands(target * 2 / 3)},
        ),
        revisions=(
            {
                "day": at.after(at.end(-3)),
                "reason": "Two large customers moved their budget to next year",
                "changes": ({"field": "target", "before": f"{before:f}", "after": f"{target:f}"},),
            },
        ),
        evidence="The last half-year came to nine tenths of it",
        why="It is my part of the region's million",
        serves="Region North: one million in new business",
        actions=(
            {"title": "Two days a week for present customers", "done": True},
            {"title": "Ask for referrals"},
        ),
    )


def _calls(at: Setting) -> Goal:
    days = (at.month(-2), at.end(0))
    metric = default_metric(GoalKind.ACTIVITY, "count", "calls")
    target = (at.value(metric, *days) / at.share(*days) / Decimal("0.9")).quantize(Decimal(1))
    return at.goal(
        GoalKind.ACTIVITY,
        title=f"{target} calls in three months",
        specific="Calls to customers and prospects",
        unit="count",
        target=target,
        days=days,
        why="One call in twelve becomes an opportunity",
    )


def _win_rate(at: Setting) -> Goal:
    days = (at.month(-3), at.end(1))
    now = at.value(default_metric(GoalKind.CONVERSION, "%"), *days)
    baseline = now.quantize(Decimal(1), ROUND_FLOOR) - 2
    target = (baseline + (now - baseline) / (at.share(*days) * Decimal("0.6"))).quantize(Decimal("0.1")) + 1
    return at.goal(
        GoalKind.CONVERSION,
        title="Win more of the deals that close",
        specific="Deals won, of all deals won and lost",
        unit="%",
        baseline=baseline,
        target=target,
        days=days,
        evidence="Deals with a demo are won twice as often",
        actions=({"title": "No proposal without a demo"},),
    )


def _satisfaction(at: Setting) -> Goal:
    days = (at.month(-5), at.end(1))
    now = at.value(default_metric(GoalKind.SATISFACTION, "score"), *days)
    target = now.quantize(Decimal("0.1"), ROUND_FLOOR)
    return at.goal(
        GoalKind.SATISFACTION,
        title=f"Satisfaction from 4.0 to {target}",
        specific="Mean score of the customers that I look after",
        unit="score",
        baseline=Decimal(min(Decimal("4.0"), target - Decimal("0.1"))),
        target=target,
        days=days,
        why="Customers who score 5 renew without a tender",
    )


def _sales_cycle(at: Setting) -> Goal:
    days = (at.month(-6), at.end(2))
    now = at.value(default_metric(GoalKind.SALES_CYCLE, "days"), *days).quantize(Decimal(1)) or Decimal(45)
    return at.goal(
        GoalKind.SALES_CYCLE,
        title=f"Sales cycle down to {now - 3} days",
        specific="Mean days from the opportunity to the deal won",
        unit="days",
        direction="bring_down",
        baseline=now + 6,
        target=now - 3,
        days=days,
        evidence="Deals with a fixed plan took ten days less",
    )


def _retention(at: Setting) -> Goal:
    return at.goal(
        GoalKind.RETENTION,
        title="Keep nine of ten customers for a year",
        specific="Customers at the start of the period that are still customers",
        unit="%",
        direction="keep_at_least",
        baseline=90,
        target=90,
        days=(at.month(-6), at.end(5)),
        why="A kept customer costs a tenth of a new one",
        serves="Company: net retention above 105 %",
    )


def _products_in_use(at: Setting) -> Goal:
    return at.goal(
        GoalKind.KEY_ACCOUNT,
        title=f"Five products in use at {KEY_ACCOUNT}",
        specific="Different products that the customer bought",
        unit="count",
        account=KEY_ACCOUNT,
        target=5,
        days=(at.month(-8), at.end(4)),
        milestones=(
            {"title": "Three in use", "due": at.end(-1), "value": 3},
            {"title": "Four in use", "due": at.end(2), "value": 4},
            {"title": "Five in use", "due": at.end(4), "value": 5},
        ),
        why="They standardise on one supplier next year",
    )


def _negotiation(at: Setting) -> Goal:
    return at.goal(
        GoalKind.CAREER,
        title="Negotiation: from 2 to 4 of 5",
        specific="My manager's rating after the monthly ride-along",
        unit="score",
        baseline=2,
        target=4,
        days=(at.month(-5), at.end(4)),
        evidence="Two courses are booked",
        why="The step to leading a team",
        serves=LEADING,
    )
