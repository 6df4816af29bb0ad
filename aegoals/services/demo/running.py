"""The goals that a made-up AE works on today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import ROUND_FLOOR, Decimal

from aegoals.domain.goal import Goal, GoalKind
from aegoals.domain.goal_metrics import default_metric
from aegoals.services.demo.career import LEADING
from aegoals.services.demo.course import CALLS, POINTS, REVENUE, SALES_CYCLE, WIN_RATE, Aims
from aegoals.services.demo.setting import Setting, in_thousands
from aegoals.services.demo.year import KEY_ACCOUNT

TEAM = "Region North: one million in new business"


def running(at: Setting, aims: Aims) -> Iterator[Goal]:
    """Yield the goals that run: on track, behind, at risk, reached or within the limit."""
    yield _revenue(at, aims.revenue)
    yield _calls(at, aims.calls)
    yield _win_rate(at, aims.win_rate)
    yield _satisfaction(at)
    yield _sales_cycle(at, aims)
    yield _retention(at)
    yield _products_in_use(at)
    yield _negotiation(at)


def _revenue(at: Setting, target: Decimal) -> Goal:
    before = in_thousands(target * Decimal("1.15")) + 1000
    past = at.best(default_metric(GoalKind.REVENUE, at.currency), *REVENUE, 2)
    return at.goal(
        GoalKind.REVENUE,
        title="Half-year revenue",
        specific="Deals won with new and present customers",
        unit=at.currency,
        target=target,
        days=at.span(*REVENUE),
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
        evidence=f"My best half-year came to {past / 1000:.0f}k",
        why="It is my part of the region's million",
        serves=TEAM,
        actions=(
            {"title": "Two days a week for present customers", "done": True},
            {"title": "70 calls, 60 e-mails, 15 meetings and demos, 12 proposals a week"},
            {"title": "Ask for referrals"},
        ),
    )


def _calls(at: Setting, target: Decimal) -> Goal:
    past = at.best(default_metric(GoalKind.ACTIVITY, "count", "calls"), *CALLS, 3)
    return at.goal(
        GoalKind.ACTIVITY,
        title=f"{target} calls in three months",
        specific="Calls to customers and prospects",
        unit="count",
        target=target,
        days=at.span(*CALLS),
        evidence=f"The best quarter of the year had {past}",
        why="One call in twelve becomes an opportunity",
    )


def _win_rate(at: Setting, baseline: Decimal) -> Goal:
    return at.goal(
        GoalKind.CONVERSION,
        title="Win more of the deals that close",
        specific="Deals won, of all deals won and lost",
        unit="%",
        baseline=baseline,
        target=baseline + POINTS,
        days=at.span(*WIN_RATE),
        evidence="Deals with a demo are won twice as often",
        actions=({"title": "No proposal without a demo"},),
        serves=TEAM,
    )


def _satisfaction(at: Setting) -> Goal:
    days, metric = at.span(-5, 1), default_metric(GoalKind.SATISFACTION, "score")
    tenth = Decimal("0.1")
    now = at.value(metric, *days).quantize(tenth, ROUND_FLOOR)
    (earlier,) = at.before(-5, 1)
    baseline = min(at.value(metric, *earlier).quantize(tenth), now - tenth)
    target = min(now, (baseline * Decimal("1.1")).quantize(tenth, ROUND_FLOOR))
    return at.goal(
        GoalKind.SATISFACTION,
        title=f"Satisfaction from {baseline} to {target}",
        specific="Mean score of the customers that I look after",
        unit="score",
        baseline=baseline,
        target=target,
        days=days,
        evidence="Every score below 4 gets a call within two days",
        why="Customers who score 5 renew without a tender",
    )


def _sales_cycle(at: Setting, aims: Aims) -> Goal:
    return at.goal(
        GoalKind.SALES_CYCLE,
        title=f"Sales cycle down to {aims.cycle_target} days",
        specific="Mean days from the opportunity to the deal won",
        unit="days",
        direction="bring_down",
        baseline=aims.sales_cycle,
        target=aims.cycle_target,
        days=at.span(*SALES_CYCLE),
        evidence="Deals with a fixed plan took ten days less",
        serves=TEAM,
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
        days=at.span(-6, 5),
        evidence="Each renewal is on the calendar ninety days ahead",
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
        days=at.span(-8, 4),
        milestones=(
            {"title": "Three in use", "due": at.end(-1), "value": 3},
            {"title": "Four in use", "due": at.end(2), "value": 4},
            {"title": "Five in use", "due": at.end(4), "value": 5},
        ),
        evidence="The plant manager asked for a fourth",
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
        days=at.span(-5, 4),
        evidence="Two courses are booked",
        why="The step to leading a team",
        serves=LEADING,
        waived=({"code": "not_logged", "reason": "My manager rates it each month", "day": at.month(-5)},),
    )
