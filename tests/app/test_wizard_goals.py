"""From a wish to a SMART goal by keyboard only: what is stored of each, and what Goals shows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from decimal import Decimal

from aegoals.domain.goal import Direction, Goal
from aegoals.domain.metric import Aggregation, Of, Window
from aegoals.services import Desk
from tests.app.driving import Driver, driving
from tests.app.filling import log

START = date(2026, 3, 2)
SMART = "Nothing is missing: a SMART goal."


class Writer:
    """Writes a goal and counts what was answered: words typed or something chosen, not keys that only go on."""

    def __init__(self, ae: Driver) -> None:
        self.ae = ae
        self.answers = 0

    async def answer(self, text: str, *go_on: str) -> None:
        """Type an answer over what stands in the field, and go on."""
        self.answers += 1
        await self.ae.replace(text)
        await self.ae.press(*(go_on or ("enter",)))

    async def choose(self, *keys: str) -> None:
        """Choose something."""
        self.answers += 1
        await self.ae.press(*keys)

    def at(self, step: str) -> None:
        """Expect this step."""
        assert step in self.ae.lines()[1], self.ae.text()

    async def reasons(self, evidence: str, why: str) -> None:
        """Answer A and R, from A on, and stand on T."""
        self.at("A Achievable")
        await self.answer(evidence, "f8")
        self.at("R Relevant")
        await self.answer(why, "f8")
        self.at("T Time-bound")

    async def save(self) -> None:
        """Save on the last step, with nothing missing."""
        self.at("Summary")
        assert SMART in self.ae.text()
        assert "Save the goal" in self.ae.pointed()
        await self.choose("enter")
        assert "Saved: " in self.ae.said()


@asynccontextmanager
async def writing(desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Writer]:
    """Open the wizard."""
    async with driving(desk, size, keys=["g", "n"]) as ae:
        yield Writer(ae)


def only(desk: Desk) -> Goal:
    """Return the one goal that was saved; its draft is gone."""
    (goal,) = desk.goals.all()
    assert desk.drafts.all() == []
    return goal


async def test_a_vague_wish_becomes_a_smart_goal_with_at_most_eight_answers(desk: Desk) -> None:
    async with writing(desk) as writer:
        ae = writer.ae
        await writer.answer("marketing will bring in more customers this year", "end")
        assert "“more”: by how much, of what?" in ae.text()
        await ae.press("enter")
        assert "New business" in ae.pointed()
        await writer.choose("enter")
        writer.at("S Specific")
        assert "“more”: by how much, of what?" in ae.text()
        await ae.press("tab")
        await writer.answer("Companies that come through marketing and sign their first contract")
        writer.at("M Measurable")
        assert "There is no number to reach." in ae.text()
        await writer.answer("12")
        await writer.reasons("Marketing brought eight last year", "The region has too few customers")
        await ae.press("f8")  # the end of this year was in the sentence
        writer.at("Split")
        await ae.press("f8")
        await writer.save()
        assert writer.answers <= 8
        assert "marketing will bring in more customers" in ae.text()
        assert "0 / 12" in ae.text()
    goal = only(desk)
    assert (goal.kind, goal.direction) == ("new_business", Direction.REACH_UP)
    assert (goal.baseline, goal.target, goal.metric.unit) == (Decimal(0), Decimal(12), "count")
    assert (goal.metric.aggregation, goal.metric.of, goal.metric.selector.new_accounts) == (
        *(Aggregation.DISTINCT, Of.ACCOUNT, True),
    )
    assert (goal.start, goal.due) == (START, date(2026, 12, 31))
    assert (goal.evidence, goal.why) == ("Marketing brought eight last year", "The region has too few customers")


async def test_monthly_revenue_from_fifty_to_sixty_thousand_by_the_end_of_the_quarter(desk: Desk) -> None:
    desk.profile.change(currency="BRL")
    log(desk, "won 55000 BRL @Globex", day=date(2026, 2, 20))
    async with writing(desk) as writer:
        ae = writer.ae
        await writer.answer("Grow monthly revenue from 50,000 to 60,000 BRL by the end of the quarter")
        assert "Revenue" in ae.pointed()
        await writer.choose("enter")
        await ae.press("f8")
        writer.at("M Measurable")
        assert "50000" in ae.text()
        assert "starts at 0" not in ae.text()
        await ae.press("f8")
        await writer.reasons("Three renewals are due this month", "It is my part of the team's million")
        await ae.press("f8", "f8")
        assert "from R$50,000 up to R$60,000 by March 31, 2026" in " ".join(ae.text().split())
        await writer.save()
        assert "R$55,000 / R$60,000" in ae.text()
        assert "50 %" in ae.text()
    goal = only(desk)
    assert (goal.kind, goal.metric.unit, goal.metric.window) == ("revenue", "BRL", Window.MONTH)
    assert (goal.direction, goal.baseline, goal.target) == (Direction.REACH_UP, Decimal(50_000), Decimal(60_000))
    assert (goal.start, goal.due) == (START, date(2026, 3, 31))


async def test_ten_new_customers_in_six_months_split_into_months(desk: Desk) -> None:
    async with writing(desk, (80, 70)) as writer:
        ae = writer.ae
        await writer.answer("Win 10 new customers in six months")
        await writer.choose("enter")
        await ae.press("f8", "f8")
        await writer.reasons("Two a month since spring", "Two accounts make up half of my number")
        await ae.press("f8")
        writer.at("Split")
        await writer.choose("right", "right")
        assert "Each part asks for" in ae.text()
        assert "Apr 2026" in ae.text()
        await ae.press("f8")
        await writer.save()
        assert "0 / 10" in ae.text()
        await ae.press("enter")
        assert "Parts  months, by working days" in ae.text()
    goal = only(desk)
    assert (goal.kind, goal.target, goal.due, goal.split) == ("new_business", Decimal(10), date(2026, 9, 2), "months")
    parts = desk.splits.parts(goal)
    assert sum(part.amount for part in parts) == 10
    assert all(part.amount == int(part.amount) for part in parts)


async def test_satisfaction_from_four_to_four_and_a_half_within_a_year(desk: Desk) -> None:
    async with writing(desk) as writer:
        ae = writer.ae
        await writer.answer("Raise customer satisfaction from 4.0 to 4.5 within a year")
        await writer.choose("enter")
        await ae.press("f8", "f8")
        await writer.reasons("The low scores all name slow answers", "Satisfied customers bring the referrals")
        await ae.press("f8")
        await writer.choose("right")
        assert "At the end of each part" in ae.text()
        await ae.press("f8")
        await writer.save()
        assert "4 / 4.5" in ae.text()
    goal = only(desk)
    assert (goal.kind, goal.metric.unit, goal.metric.aggregation) == ("satisfaction", "score", Aggregation.MEAN)
    assert (goal.direction, goal.baseline, goal.target) == (Direction.REACH_UP, Decimal(4), Decimal("4.5"))
    assert (goal.due, goal.split) == (date(2027, 3, 2), "quarters")
    assert desk.splits.parts(goal)[-1].value == Decimal("4.5")


async def test_the_sales_cycle_from_forty_five_to_thirty_days_in_three_months(desk: Desk) -> None:
    async with writing(desk) as writer:
        ae = writer.ae
        await writer.answer("Shorten the sales cycle from 45 to 30 days in three months")
        await writer.choose("enter")
        await ae.press("f8")
        assert "bring down to" in ae.text()
        await ae.press("f8")
        await writer.reasons("Legal review alone takes 12 days", "A week less means two more deals")
        await ae.press("f8", "f8")
        await writer.save()
        assert "45 days / 30 days" in ae.text()
    goal = only(desk)
    assert (goal.kind, goal.metric.unit, goal.metric.of) == ("sales_cycle", "days", Of.CYCLE_DAYS)
    assert (goal.direction, goal.baseline, goal.target) == (Direction.BRING_DOWN, Decimal(45), Decimal(30))
    assert goal.due == date(2026, 6, 2)


async def test_retention_of_at_least_ninety_percent_for_a_year_is_not_split(desk: Desk) -> None:
    async with writing(desk) as writer:
        ae = writer.ae
        await writer.answer("Keep at least 90 % of customers for a year")
        await writer.choose("enter")
        await ae.press("f8")
        assert "keep at least" in ae.text()
        await ae.press("f8")
        await writer.reasons("88 % last year with two avoidable losses", "A kept customer costs a fifth of a new one")
        await ae.press("f8")
        assert "there is nothing to split" in ae.text()
        assert "Weights" not in ae.text()
        await ae.press("f8")
        await writer.save()
        assert "/ 90 %" in ae.text()
    goal = only(desk)
    assert (goal.kind, goal.metric.unit, goal.metric.of) == ("retention", "%", Of.CUSTOMERS)
    assert (goal.direction, goal.target) == (Direction.KEEP_AT_LEAST, Decimal(90))
    assert (goal.due, goal.split, goal.season) == (date(2027, 3, 2), None, ())


async def test_five_products_at_one_account_with_three_steps_on_the_way(desk: Desk) -> None:
    async with writing(desk, (80, 50)) as writer:
        ae = writer.ae
        await writer.answer("Place five products at Globex by the end of September 2027")
        assert "Key account" in ae.pointed()
        await writer.choose("enter")
        await ae.press("tab", "tab")
        await writer.answer("Globex")
        await ae.press("f8")
        await writer.reasons("Two are in use, the third is asked for", "With five they will not change supplier")
        await ae.press("f8", "tab", "tab")
        steps = ["2026-10-31 3 in use", "2027-03-31 4 in use", "2027-09-30 a frame contract"]
        await writer.answer("\n".join(steps), "end", "enter", "enter")  # Enter on an empty line goes on
        await writer.save()
        assert "0 / 5" in ae.text()
        await ae.press("enter")
        assert "a frame contract" in ae.text()
    goal = only(desk)
    assert (goal.kind, goal.metric.of, goal.metric.selector.account) == ("key_account", Of.PRODUCT, "Globex")
    assert (goal.target, goal.due) == (Decimal(5), date(2027, 9, 30))
    assert [(mile.due, mile.value, mile.title) for mile in goal.milestones] == [
        (date(2026, 10, 31), Decimal(3), "in use"),
        (date(2027, 3, 31), Decimal(4), "in use"),
        (date(2027, 9, 30), None, "a frame contract"),
    ]


async def test_a_career_goal(desk: Desk) -> None:
    async with writing(desk) as writer:
        ae = writer.ae
        await writer.answer("Complete 16 hours of negotiation training by the end of June")
        assert "Career" in ae.pointed()
        await writer.choose("enter")
        await ae.press("f8", "f8")
        await writer.reasons("Two hours every Friday are kept free", "I want to lead a team in three years")
        await ae.press("f8", "f8")
        await writer.save()
        assert "0 h / 16 h" in ae.text()
        log(desk, "training 90 min")
        await ae.settle()
        assert "1.5 h / 16 h" in ae.text()
    goal = only(desk)
    assert (goal.kind, goal.metric.unit, goal.metric.of) == ("career", "hours", Of.MINUTES)
    assert goal.metric.selector.kinds == ("training",)
    assert (goal.target, goal.due) == (Decimal(16), date(2026, 6, 30))
