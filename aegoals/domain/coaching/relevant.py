"""R: whom it serves, whether it belongs to the role, whether the number is not watched twice already."""

from __future__ import annotations

from collections.abc import Iterator

from aegoals.domain.coaching.look import Look
from aegoals.domain.finding import Finding, Repair
from aegoals.domain.goal import Goal, GoalKind
from aegoals.domain.goal_guide import goal_type
from aegoals.domain.goal_metrics import is_check_in
from aegoals.domain.metric import Metric
from aegoals.domain.profile import Role
from aegoals.locale.texts import _

OUTSIDE = {
    Role.NEW_BUSINESS: frozenset({GoalKind.RETENTION, GoalKind.KEY_ACCOUNT}),
    Role.ACCOUNTS: frozenset({GoalKind.NEW_BUSINESS}),
    Role.BOTH: frozenset[GoalKind](),
}
"""The kinds of goals that a role does not answer for."""

MOST_ON_A_METRIC = 3


def relevant(look: Look) -> Iterator[Finding]:
    """Return what speaks against its worth: it serves nothing, is somebody else's, or is one of many alike."""
    if not look.draft.why.strip() and not look.draft.serves.strip():
        yield _serves_nothing(look)
    if look.kind in OUTSIDE[look.background.role]:
        yield _outside_the_role(look)
    alike = _alike(look)
    if len(alike) >= MOST_ON_A_METRIC - 1:
        yield _many_alike(alike)


def _serves_nothing(look: Look) -> Finding:
    own = tuple(
        Repair(_("it serves “{title}”").format(title=title), {"serves": title})
        for title in dict.fromkeys(one.goal.serves for one in look.background.goals if one.goal.serves)
    )
    advice = Repair(_("name the company or team goal that it serves"), field="serves")
    return Finding(
        "R",
        "serves_nothing",
        _("It serves nothing yet: why does it matter, and to whom?"),
        repairs=(*own[:3], advice),
        why=_("On a bad day only a goal with a reason is worked on."),
    )


def _outside_the_role(look: Look) -> Finding:
    kind = _(goal_type(look.draft.kind).title)
    return Finding(
        "R",
        "outside_the_role",
        _("{kind} is not what your role covers.").format(kind=kind),
        (look.draft.kind,),
        (
            Repair(_("make it an own number"), {"kind": GoalKind.OTHER.value}),
            Repair(_("change the role in Settings where it covers more")),
        ),
        _("What others answer for is hard to move from your desk."),
    )


def _alike(look: Look) -> list[Goal]:
    """Return the other goals on the same number in days that overlap; a part of another goal is not counted."""
    if look.metric is None or look.unit is None or is_check_in(look.metric):
        return []
    wanted, days = _measure(look.metric), look.days
    found = [
        one.goal
        for one in look.background.goals
        if _measure(one.goal.metric) == wanted and one.goal.start <= days.end and one.goal.due >= days.start
    ]
    titles = {goal.title for goal in found}
    return [] if look.draft.serves in titles else [goal for goal in found if goal.serves not in titles]


def _measure(metric: Metric) -> tuple[object, ...]:
    return metric.unit, metric.aggregation, metric.of, metric.selector, metric.base


def _many_alike(alike: list[Goal]) -> Finding:
    longest = max(alike, key=lambda goal: (goal.due - goal.start, goal.title))
    titles = ", ".join(f"“{goal.title}”" for goal in alike)
    return Finding(
        "R",
        "many_alike",
        _("{count} other goals watch the same number: {titles}.").format(count=len(alike), titles=titles),
        repairs=(Repair(_("make it a part of “{title}”").format(title=longest.title), {"serves": longest.title}),),
        why=_("One number in three goals makes one win look like three."),
    )
