"""The templates that come with the program, at least one for each type of goal."""

from __future__ import annotations

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Direction, GoalKind
from aegoals.domain.goal_guide import goal_type
from aegoals.domain.goal_template import GoalTemplate
from aegoals.locale.texts import _, mark

_CURRENCY = "currency"

_BUILT_IN: tuple[tuple[GoalKind, str, str, str, str, dict[str, str]], ...] = (
    # kind, title, statement, target, how long it runs, further answers
    (
        GoalKind.REVENUE,
        mark("Revenue this quarter"),
        mark("Deals won with new and existing customers, without renewals"),
        "",
        "quarter",
        {"split": "months"},
    ),
    (
        GoalKind.REVENUE,
        mark("Revenue of the year"),
        mark("Deals won with new and existing customers, without renewals"),
        "",
        "year",
        {"split": "quarters"},
    ),
    (
        GoalKind.NEW_BUSINESS,
        mark("New customers"),
        mark("Companies that sign their first contract"),
        "10",
        "6 months",
        {"split": "months"},
    ),
    (
        GoalKind.RETENTION,
        mark("Customers kept"),
        mark("Customers at the start of the year that are still customers at its end"),
        "90",
        "12 months",
        {},
    ),
    (
        GoalKind.SATISFACTION,
        mark("Mean satisfaction score"),
        mark("The answer to “how satisfied are you with us?”, 1 to 5, asked after each project"),
        "4.5",
        "12 months",
        {},
    ),
    (
        GoalKind.SALES_CYCLE,
        mark("Mean sales cycle"),
        mark("Mean days from the first meeting to the signature"),
        "30",
        "3 months",
        {},
    ),
    (
        GoalKind.CONVERSION,
        mark("Win rate"),
        mark("Won deals of all deals closed in the period, open ones left out"),
        "35",
        "rest of quarter",
        {},
    ),
    (
        GoalKind.ACTIVITY,
        mark("Calls this month"),
        mark("Calls to companies that I have not spoken to this quarter"),
        "240",
        "month",
        {"split": "weeks"},
    ),
    (
        GoalKind.KEY_ACCOUNT,
        mark("Five products at one account"),
        mark("Different products that the account has bought"),
        "5",
        "12 months",
        {"milestones": "+90 2 two products in use\n+210 3 three products in use\n+330 5 five products in use"},
    ),
    (
        GoalKind.CAREER,
        mark("Hours of training"),
        mark("Course and practice, logged as training"),
        "24",
        "6 months",
        {"split": "months", "actions": "Keep two hours every Friday free"},
    ),
    (
        GoalKind.MILESTONE,
        mark("Pass the exam"),
        mark("The certificate is in my file"),
        "1",
        "3 months",
        {"milestones": "+30 half of the material is done\n+75 a trial exam is passed"},
    ),
    (
        GoalKind.OTHER,
        mark("Reference stories published"),
        mark("The number that I enter as a check-in each Friday"),
        "12",
        "year",
        {"split": "quarters"},
    ),
)


def built_in_templates(currency: str) -> list[GoalTemplate]:
    """Return the program's own templates, their words in the AE's language, money in the AE's currency."""
    return [_template(f"built-in-{place}", one, currency) for place, one in enumerate(_BUILT_IN)]


def _template(
    template_id: str, known: tuple[GoalKind, str, str, str, str, dict[str, str]], currency: str
) -> GoalTemplate:
    kind, title, specific, target, runs, further = known
    usual = goal_type(kind)
    direction: Direction = usual.direction
    milestones = "\n".join(_(line) for line in further.get("milestones", "").splitlines())
    answers = GoalDraft(
        id=template_id,
        kind=kind,
        title=_(title),
        specific=_(specific),
        unit=currency if usual.unit == _CURRENCY else usual.unit,
        direction=direction,
        target=target,
        split=further.get("split", ""),
        actions=_(further["actions"]) if "actions" in further else "",
        milestones=milestones,
    )
    return GoalTemplate(id=template_id, name=_(title), runs=runs, answers=answers)
