"""Settings: every form, days off, theme, where the data lives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.services import Desk
from tests.app.driving import Driver, a_desk, driving
from tests.app.filling import plan_calls


async def open_form(ae: Driver, label: str) -> None:
    """Open the form of the line with this label."""
    await ae.press("s", "home")
    for _line in range(20):
        if ae.pointed().lstrip("› ").startswith(label):
            await ae.press("enter")
            return
        await ae.press("down")
    raise AssertionError(f"no {label}: {ae.text()}")


async def test_name_and_role(desk: Desk) -> None:
    async with driving(desk) as ae:
        await open_form(ae, "Name")
        await ae.type("Robin")
        await ae.press("enter", "left", "enter")
        assert "› Name                    Robin" in ae.text()
        assert "Role                    existing accounts" in ae.text()


async def test_currency_and_rates(desk: Desk) -> None:
    async with driving(desk) as ae:
        await open_form(ae, "Currency")
        await ae.replace("sek")
        await ae.press("enter")
        await ae.type("EUR 11.2; USD 10.5")
        await ae.press("enter")
        assert "1 EUR = 11.2 SEK, 1 USD = 10.5 SEK" in ae.text()
    assert desk.profile.get().rates == {"EUR": Decimal("11.2"), "USD": Decimal("10.5")}


@pytest.mark.parametrize("typed", ["USD 0,92, SEK 0,088", "USD 0,92; SEK 0,088", "usd 0,92 sek 0,088"])
async def test_rates_are_read_with_the_aes_own_decimal_mark(desk: Desk, typed: str) -> None:
    desk.profile.change(locale="sv_SE")
    async with driving(desk) as ae:
        await open_form(ae, "Exchange rates")
        await ae.press("tab")
        await ae.type(typed)
        await ae.press("enter")
        assert "Exchange rates" in ae.pointed() or "Currency" in ae.text()
    assert desk.profile.get().rates == {"USD": Decimal("0.92"), "SEK": Decimal("0.088")}


@pytest.mark.parametrize(("typed", "words"), [("USD", "is not a number"), ("DOLLAR 1", "is not a currency")])
async def test_a_wrong_rate_is_told(desk: Desk, typed: str, words: str) -> None:
    async with driving(desk) as ae:
        await open_form(ae, "Exchange rates")
        await ae.press("tab")
        await ae.type(typed)
        await ae.press("enter")
        assert words in ae.text()
        assert ae.typed() == typed


async def test_numbers_and_dates(desk: Desk) -> None:
    async with driving(desk) as ae:
        await open_form(ae, "Numbers and dates")
        await ae.replace("xx_YY")
        await ae.press("enter")
        assert "“xx_YY” is not a known locale." in ae.text()
        await ae.replace("de_DE")
        await ae.press("enter")
        await ae.press("d")
        assert "Monday, 2 March 2026" in ae.text()  # the names in the language of the texts


async def test_the_limits_of_pace(desk: Desk) -> None:
    async with driving(desk) as ae:
        await open_form(ae, "Pace")
        await ae.replace("70")
        await ae.press("ctrl+s")
        assert "the limits must rise" in ae.text().casefold()
        await ae.replace("95")
        await ae.press("enter")
        await ae.replace("75")
        await ae.press("enter")
        await ae.replace("3")
        await ae.press("enter")
        assert desk.profile.get().cool_off_days == 3
        assert "Easier goals wait" in ae.text()
        assert "on track from 95 %, at risk below 75 %" in ae.text()


async def test_the_working_week(desk: Desk) -> None:
    async with driving(desk) as ae:
        await open_form(ae, "Working days")
        await ae.replace("0 8")
        await ae.press("ctrl+s")
        assert "“0” is not a weekday." in ae.text()
        await ae.replace("1-4")
        await ae.press("enter")
        await ae.type("ie")
        await ae.press("enter", "enter", "left", "enter", "right", "enter")
        await ae.replace("30")
        await ae.press("enter")
        assert "Hours of a working day" in ae.text()
        assert "esc Cancel" in ae.footer()  # no day has as many
        await ae.replace("7.5")
        await ae.press("enter")
        assert "Mon, Tue, Wed, Thu" in ae.text()
        assert "Hours of a working day  7.5 h" in ae.text()
        assert "Public holidays of      IE" in ae.text()
        assert "First day of the week   Sun" in ae.text()
        assert "Fiscal year starts in   February" in ae.text()


async def test_a_country_without_known_holidays_and_a_wrong_region_are_told(desk: Desk) -> None:
    async with driving(desk) as ae:
        await open_form(ae, "Public holidays of")
        await ae.press("tab")
        await ae.replace("XX")
        await ae.press("ctrl+s")
        assert "XX" in ae.text()
        assert "esc Cancel" in ae.footer()
        assert ae.typed() == "XX"  # the field to mend has the focus
        await ae.replace("DE")
        await ae.press("tab")
        await ae.replace("NOWHERE")
        await ae.press("ctrl+s")
        assert "NOWHERE" in ae.text()
        assert "esc Cancel" in ae.footer()
    assert desk.profile.calendar.country is None


async def test_days_off_are_added_and_taken_back_and_the_required_pace_follows(desk: Desk) -> None:
    plan_calls(desk)
    async with driving(desk, (80, 40), keys=["s", "o"]) as ae:
        await ae.replace("2026-03-09")
        await ae.press("enter")
        await ae.replace("2026-03-20")
        await ae.press("enter")
        await ae.type("Vacation")
        await ae.press("enter", "escape")
        assert "Mar 9, 2026 – Mar 20, 2026  Vacation" in ae.text()
        await ae.press("t")
        assert "12 working days left this month" in ae.text()
        assert "0 / 19" in ae.text()  # 220 calls on twelve days
        await ae.press("s", *["down"] * 20)
        while "Vacation" not in ae.pointed():
            await ae.press("up")
        assert "del Delete" in ae.footer()
        await ae.press("delete")
        assert "None marked." in ae.text()
        assert "del Delete" not in ae.footer()
        assert ae.pointed()
        await ae.press("t")
        assert "0 / 10" in ae.text()


async def test_days_off_that_end_before_they_start_are_told(desk: Desk) -> None:
    async with driving(desk, keys=["s", "o", "tab"]) as ae:
        await ae.replace("2026-01-01")
        await ae.press("ctrl+s")
        assert "before they start" in ae.text()
        assert desk.profile.calendar.days_off == ()


async def test_delete_on_another_line_does_nothing(desk: Desk) -> None:
    desk.profile.add_days_off(date(2026, 7, 1), date(2026, 7, 14), "Summer")
    before = desk.profile.get()
    async with driving(desk, keys=["s", "delete", "backspace"]) as ae:
        assert "Name" in ae.pointed()
    assert desk.profile.get() == before


async def test_the_theme_is_kept_after_a_restart_and_taken_back(path: Path) -> None:
    async with driving(a_desk(path)) as ae:
        await open_form(ae, "Theme")
        await ae.type("nord")
        await ae.press("down", "enter")
        assert ae.app.theme == "nord"
        assert "Theme                   nord" in ae.text()
    async with driving(a_desk(path), keys=["s"]) as ae:
        assert ae.app.theme == "nord"
        await ae.press("u")
        assert "Taken back: " in ae.said()
        assert ae.app.theme != "nord"
        await ae.press("r")
        assert ae.app.theme == "nord"


async def test_the_files_are_listed_with_their_whole_path(desk: Desk, path: Path) -> None:
    async with driving(desk, (60, 18), keys=["s", *["down"] * 40]) as ae:
        assert "Where your data lives" in ae.text()
        assert "data (" in ae.text()
        assert str(path) in "".join(line.strip(" ▁▂▃▄▅▆▇█") for line in ae.lines())
