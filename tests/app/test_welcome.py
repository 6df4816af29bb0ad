"""The first run: the welcome form, answered, skipped in parts, skipped whole, corrected."""

from __future__ import annotations

from pathlib import Path

import pytest

from aegoals.services import Desk
from tests.app.driving import SIZES, a_desk, driving


@pytest.fixture
def new_desk(path: Path) -> Desk:
    return a_desk(path, welcomed=False)


async def test_escape_skips_it_all_and_it_does_not_come_back(path: Path, new_desk: Desk) -> None:
    before = new_desk.profile.get()
    async with driving(new_desk) as ae:
        assert "Welcome to aegoals" in ae.text()
        assert "Escape skips it all" in ae.text()
        await ae.press("escape")
        assert "No goal yet. Press n" in ae.text()
    assert new_desk.profile.get() == before.with_(welcomed=True)
    async with driving(a_desk(path, welcomed=False)) as ae:
        assert "Welcome" not in ae.text()


async def test_enter_takes_what_stands_there_line_by_line(new_desk: Desk) -> None:
    before = new_desk.profile.get()
    async with driving(new_desk) as ae:
        await ae.press(*["enter"] * 6)
        assert "Welcome" not in ae.text()
    assert new_desk.profile.get() == before.with_(welcomed=True)


async def test_one_line_is_answered_and_the_others_are_skipped(new_desk: Desk) -> None:
    async with driving(new_desk) as ae:
        await ae.press("enter", "enter", "enter", "right", "enter", "enter")
        await ae.type("se")
        await ae.press("ctrl+s")
    profile = new_desk.profile.get()
    assert profile.fiscal_year_start == 2
    assert profile.calendar.country == "SE"
    assert profile.welcomed


async def test_a_wrong_currency_is_told_and_what_was_typed_still_stands_there(new_desk: Desk) -> None:
    async with driving(new_desk) as ae:
        await ae.press("right", "enter")
        await ae.replace("euros")
        await ae.press("enter", "enter", "enter", "enter")
        await ae.type("IE")
        await ae.press("enter")
        assert "is not a currency; write its three letters, such as EUR" in ae.text()
        assert not new_desk.profile.get().welcomed
        assert ae.typed() == "euros"  # the field to mend has the focus
        await ae.replace("eur")
        await ae.press("ctrl+s")
        assert "No goal yet" in ae.text()
    profile = new_desk.profile.get()
    assert (profile.currency, profile.calendar.country, profile.role) == ("EUR", "IE", "new_business")


@pytest.mark.parametrize(("country", "reason"), [("Sweden", "is not a country"), ("XX", "XX")])
async def test_a_wrong_country_is_told_in_the_form(new_desk: Desk, country: str, reason: str) -> None:
    async with driving(new_desk) as ae:
        await ae.press("enter", "enter", "enter", "enter", "enter")
        await ae.type(country)
        await ae.press("enter")
        assert "Welcome to aegoals" in ae.text()
        assert reason in ae.text()
        assert ae.typed() == country
        await ae.press("escape")
    assert new_desk.profile.get().calendar.country is None


async def test_wrong_working_days_and_locale_are_told(new_desk: Desk) -> None:
    async with driving(new_desk) as ae:
        await ae.press("enter", "enter")
        await ae.replace("klingon")
        await ae.press("ctrl+s")
        assert "“klingon” is not a known locale" in ae.text()
        await ae.replace("sv_SE")
        await ae.press("enter", "enter")
        await ae.replace("1-9999999999")
        await ae.press("ctrl+s")
        assert "is not a weekday" in ae.text()
        await ae.replace("1-4 6")
        await ae.press("ctrl+s")
    profile = new_desk.profile.get()
    assert (profile.locale, profile.calendar.work_days) == ("sv_SE", (1, 2, 3, 4, 6))


async def test_help_says_what_each_question_is_for(new_desk: Desk) -> None:
    async with driving(new_desk) as ae:
        await ae.press("f1")
        assert "Three letters, such as EUR" in ae.text()
        await ae.press("escape")
        assert "Welcome to aegoals" in ae.text()


@pytest.mark.parametrize("size", SIZES)
async def test_every_question_can_be_seen_with_its_label(new_desk: Desk, size: tuple[int, int]) -> None:
    labels = ["What does your role cover?", "Currency", "Numbers and dates", "The fiscal year starts in"]
    async with driving(new_desk, size) as ae:
        for label in [*labels, "Working days", "Country"]:
            assert label in ae.text()
            await ae.press("tab")


async def test_a_wrong_weekday_is_told_by_its_label_and_its_field_has_the_focus(new_desk: Desk) -> None:
    async with driving(new_desk) as ae:
        await ae.press("enter", "enter", "enter", "enter")
        await ae.replace("1 2 9")
        await ae.press("enter", "enter")
        assert "Working days: “9” is not a weekday." in ae.text()
        assert ae.typed() == "1 2 9"
        await ae.replace("1 2 3")
        await ae.press("ctrl+s")
    assert new_desk.profile.get().calendar.work_days == (1, 2, 3)
