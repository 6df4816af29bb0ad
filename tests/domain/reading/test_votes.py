"""The kind of a goal that names several things: what is counted, what only describes it, and who is met."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from aegoals.domain.reading import read_goal

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Book 10 meetings with churned customers", "activity"),
        ("en", "Send 15 renewal quotes", "activity"),
        ("en", "Turn 30 enquiries into orders", "conversion"),
        ("en", "Hold 6 reviews and 2 product trainings for dealers", "satisfaction"),
        ("de", "25 Angebote an abgewanderte Kunden schicken", "activity"),
        ("sv", "Förlänga 18 av 22 serviceavtal", "retention"),
        ("sv", "Tappa högst 5 avtal", "retention"),
        ("en", "Lose fewer deals", "conversion"),
        ("zh", "完成20次拜访和两门课程", "activity"),
    ],
)
def test_what_is_counted_speaks_louder_than_what_describes_it(lang: str, text: str, kind: str) -> None:
    assert read_goal(text, TODAY, lang).kind == kind


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Talk to 12 purchasing managers", "activity"),
        ("en", "Become purchasing manager", "career"),
        ("sv", "Träffa fler inköpschefer", "activity"),
        ("ja", "購買部長10名と面談する", "activity"),
        ("ja", "課長に昇進する", "career"),
        ("zh", "约见15位采购总监", "activity"),
        ("zh", "成为销售总监", "career"),
        ("en", "Call 50 leads", "activity"),
        ("en", "Win 50 leads", "new_business"),
        ("ja", "見込み客に電話する", "activity"),
    ],
)
def test_people_who_are_met_are_an_activity(lang: str, text: str, kind: str) -> None:
    assert read_goal(text, TODAY, lang).kind == kind


@pytest.mark.parametrize(
    ("lang", "text", "target"),
    [
        ("en", "No more than 30 days from offer to order", 30),
        ("de", "Höchstens 30 Tage vom Angebot zum Auftrag", 30),
        ("ja", "提案から受注まで40日以内を守る", 40),
        ("zh", "报价到签约控制在25天以内", 25),
        ("en", "Shorten the onboarding of buyers from 40 to 30 days", 30),
    ],
)
def test_days_between_two_steps_are_the_sales_cycle(lang: str, text: str, target: int) -> None:
    reading = read_goal(text, TODAY, lang)
    assert (reading.kind, reading.target, reading.unit) == ("sales_cycle", Decimal(target), "days")
    assert reading.deadline is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Sign more contracts"),
        ("en", "Complete several courses"),
        ("sv", "Bli en bättre chef"),
        ("ja", "もっと契約を取る"),
    ],
)
def test_several_and_better_are_no_milestone(lang: str, text: str) -> None:
    assert not read_goal(text, TODAY, lang).measurable


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Get certified in conflict handling by May"),
        ("en", "Be promoted by the end of 2027"),
        ("sv", "Bli befordrad till säljchef"),
        ("de", "Zur Teamleiterin befördert werden"),
    ],
)
def test_a_promotion_and_a_certificate_are_milestones(lang: str, text: str) -> None:
    reading = read_goal(text, TODAY, lang)
    assert (reading.measurable, reading.kind, reading.direction) == (True, "career", "reach")
