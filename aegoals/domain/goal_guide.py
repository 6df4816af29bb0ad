"""The wizard's words: for every type of goal one question a letter, with examples."""

from __future__ import annotations

from dataclasses import dataclass, field

from aegoals.domain.goal import Direction, GoalKind
from aegoals.domain.profile import Role
from aegoals.locale.texts import mark


@dataclass(frozen=True, slots=True)
class GoalType:
    """One type of goal as the wizard offers it: usual unit and direction, and examples for each field.

    Texts are English and pass gettext where they are shown. ``currency`` stands for the AE's own.
    """

    kind: GoalKind
    title: str
    about: str
    unit: str
    direction: Direction = Direction.REACH_UP
    titles: tuple[str, ...] = ()
    specifics: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    whys: tuple[str, ...] = ()
    milestones: tuple[str, ...] = field(default=())


GOAL_TYPES: tuple[GoalType, ...] = (
    GoalType(
        GoalKind.REVENUE,
        mark("Revenue"),
        mark("new sales, upsell, cross-sell"),
        "currency",
        titles=(
            mark("Revenue this quarter"),
            mark("Upsell revenue"),
            mark("Cross-sell to existing customers"),
        ),
        specifics=(
            mark("Deals won with new customers, without renewals"),
            mark("Upgrades from Starter to Pro at my existing accounts"),
        ),
        targets=("60000", "250k", "1.2M"),
        evidence=(
            mark("Last quarter was 54,000; one more deal a month is 10 % more"),
            mark("Pipeline of 180,000 at a win rate of 40 %"),
        ),
        whys=(mark("It is my part of the team's million"), mark("It pays the bonus of this half-year")),
    ),
    GoalType(
        GoalKind.NEW_BUSINESS,
        mark("New business"),
        mark("customers who never bought before"),
        "count",
        titles=(mark("New customers"), mark("New leads from referrals")),
        specifics=(
            mark("Companies of 50 to 500 people that sign their first contract"),
            mark("First deals outside my home region"),
        ),
        targets=("10", "6"),
        evidence=(mark("Two new customers a month since spring"), mark("40 named prospects on my list")),
        whys=(mark("The region has too few customers"), mark("Two large accounts make up half of my number")),
    ),
    GoalType(
        GoalKind.RETENTION,
        mark("Retention"),
        mark("keep the customers you have"),
        "%",
        Direction.KEEP_AT_LEAST,
        titles=(mark("Customers kept"), mark("Renewals signed")),
        specifics=(
            mark("Customers at the start of the year that are still customers at its end"),
            mark("A renewal talk with every account 90 days before its contract ends"),
        ),
        targets=("90", "95"),
        evidence=(mark("88 % last year, with two avoidable losses"),),
        whys=(mark("A kept customer costs a fifth of a new one"),),
    ),
    GoalType(
        GoalKind.SATISFACTION,
        mark("Customer satisfaction"),
        mark("the mean of customers' scores"),
        "score",
        titles=(mark("Mean satisfaction score"), mark("NPS after onboarding")),
        specifics=(mark("The answer to “how satisfied are you with us?”, 1 to 5, asked after each project"),),
        targets=("4.5", "4.2"),
        evidence=(mark("4.0 now; the low scores all name slow answers"),),
        whys=(mark("Satisfied customers bring the referrals"),),
    ),
    GoalType(
        GoalKind.SALES_CYCLE,
        mark("Sales cycle"),
        mark("days from opportunity to won deal"),
        "days",
        Direction.BRING_DOWN,
        titles=(mark("Mean sales cycle"),),
        specifics=(mark("Mean days from the first meeting to the signature"),),
        targets=("30", "40"),
        evidence=(mark("45 days now; legal review alone takes 12"),),
        whys=(mark("A week less means two more deals a quarter"),),
    ),
    GoalType(
        GoalKind.CONVERSION,
        mark("Conversion"),
        mark("won deals of all closed ones"),
        "%",
        titles=(mark("Win rate"), mark("Demo to proposal")),
        specifics=(mark("Won deals of all deals closed in the period, open ones left out"),),
        targets=("35", "60"),
        evidence=(mark("31 % over the last 120 deals; lost ones lacked a decision maker"),),
        whys=(mark("Better qualified deals leave time for the large ones"),),
    ),
    GoalType(
        GoalKind.ACTIVITY,
        mark("Activity"),
        mark("calls, meetings, demos: your work"),
        "count",
        titles=(mark("Calls"), mark("Demos with decision makers"), mark("Proposals sent")),
        specifics=(mark("Calls to companies that I have not spoken to this quarter"),),
        targets=("240", "40"),
        evidence=(mark("12 calls on an ordinary day, 20 on a good one"),),
        whys=(mark("Ten calls make one meeting, four meetings one deal"),),
    ),
    GoalType(
        GoalKind.KEY_ACCOUNT,
        mark("Key account"),
        mark("products or sales at one customer"),
        "count",
        titles=(mark("Products in use at Globex"),),
        specifics=(mark("Different products that the account has bought"),),
        targets=("5", "3"),
        evidence=(mark("Two are in use; the plant manager asked for the third"),),
        whys=(mark("With five products they will not change supplier"),),
        milestones=("2027-03-31 3 products in use", "2027-09-30 5 products in use"),
    ),
    GoalType(
        GoalKind.CAREER,
        mark("Career"),
        mark("learning and the next step"),
        "hours",
        titles=(mark("Hours of negotiation training"),),
        specifics=(mark("Course and practice, logged as training"),),
        targets=("16", "40"),
        evidence=(mark("Two hours every Friday are kept free"),),
        whys=(mark("I want to lead a team in three years"),),
    ),
    GoalType(
        GoalKind.MILESTONE,
        mark("Yes or no"),
        mark("something that is done or not"),
        "count",
        titles=(mark("Pass the product exam"), mark("Sign the frame contract")),
        specifics=(mark("The certificate is in my file"),),
        targets=("1",),
        evidence=(mark("The course is booked"),),
        whys=(mark("It opens the accounts of the public sector"),),
    ),
    GoalType(
        GoalKind.OTHER,
        mark("Own number"),
        mark("anything that you can count"),
        "count",
        titles=(mark("Reference stories published"),),
        specifics=(mark("The number that I enter as a check-in each Friday"),),
        targets=("12",),
        evidence=(mark("One a month is what I managed last year"),),
        whys=(mark("Buyers ask for references in my industry"),),
    ),
)


def goal_type(kind: str) -> GoalType:
    """Return the type for a kind; the own number where the kind is not known."""
    return next((one for one in GOAL_TYPES if one.kind == kind), GOAL_TYPES[-1])


_FIRST_FOR = {
    Role.NEW_BUSINESS: (GoalKind.NEW_BUSINESS, GoalKind.REVENUE, GoalKind.ACTIVITY, GoalKind.CONVERSION),
    Role.ACCOUNTS: (GoalKind.RETENTION, GoalKind.KEY_ACCOUNT, GoalKind.REVENUE, GoalKind.SATISFACTION),
    Role.BOTH: (),
}


def types_for(role: Role) -> list[GoalType]:
    """Return every type of goal, those that a role answers for first."""
    first = _FIRST_FOR[role]
    return sorted(GOAL_TYPES, key=lambda one: first.index(one.kind) if one.kind in first else len(first))
