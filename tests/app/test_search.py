"""Search: every year, filters while one types, totals, and results that are changed together."""

from __future__ import annotations

from datetime import date

import pytest
from textual import events

from aegoals.services import Desk
from aegoals.services.record_search import Found
from tests.app.driving import SIZES, driving
from tests.app.filling import log
from tests.builders import MONDAY

KEYS = ["d", "slash"]


@pytest.fixture
def years(desk: Desk) -> Desk:
    """Return a desk with records of three years."""
    for year in (2019, 2024, 2026):
        log(desk, "3 calls @Globex", "won 500 EUR @Globex (by price)", "2 demos @Acme #warm", day=date(year, 2, 3))
    return desk


async def test_what_is_typed_is_found_in_all_years_with_totals(years: Desk) -> None:
    async with driving(years, keys=KEYS) as ae:
        assert "Type what you look for; all years are searched." in ae.text()
        await ae.type("kind:call @glob")
        assert "3 records · 9 calls" in ae.text()
        found = [line for line in ae.lines() if "3 calls  " in line]
        assert [line.removeprefix("›").split()[2] for line in found] == ["2026", "2024", "2019"]
        await ae.replace("@glob to:2024")
        assert "4 records · 6 calls · 2 deals won €1,000" in ae.text()


async def test_a_filter_that_is_none_is_told_and_the_results_stay(years: Desk) -> None:
    async with driving(years, keys=KEYS) as ae:
        await ae.type("@acme")
        await ae.replace("@acme from:2025-13")
        assert "“2025-13” is no day, month or year." in ae.text()
        assert "2 demos" in ae.text()
        await ae.replace("harvest")
        assert "Nothing found." in ae.text()


async def test_enter_goes_to_the_results_and_opens_the_day_of_one(years: Desk) -> None:
    async with driving(years, keys=KEYS) as ae:
        await ae.type("price")
        await ae.press("enter", "down", "enter")
        assert "Saturday, February 3, 2024" in ae.text()
        assert "› 1 deal won         €500 @Globex – by price" in ae.text()
        await ae.press("slash")
        assert ae.typed() == "price"


async def test_enter_searches_only_what_was_not_searched_yet(years: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    find = years.records.find

    def noted(query: str) -> Found:
        asked.append(query)
        return find(query)

    monkeypatch.setattr(years.records, "find", noted)
    async with driving(years, keys=KEYS) as ae:
        await ae.type("price")
        ae.app.post_message(events.Key("s", "s"))
        await ae.press("backspace", "enter")
        assert asked == ["price"] * asked.count("price")
        count = len(asked)
        await ae.press("up", "enter")
        assert len(asked) == count


async def test_the_search_is_opened_from_today_and_left_for_the_day_of_a_record(years: Desk) -> None:
    async with driving(years, keys=["slash"]) as ae:
        await ae.type("#warm")
        await ae.press("enter", "enter")
        assert "Tuesday, February 3, 2026" in ae.text()
        await ae.press("f2")
        assert "Logged today" in ae.text()


async def test_all_results_are_changed_together_as_one_action(years: Desk) -> None:
    async with driving(years, keys=KEYS) as ae:
        await ae.type("@globex")
        await ae.press("enter", "asterisk")
        assert "6 marked" in ae.text()
        await ae.press("number_sign")
        await ae.type("key")
        await ae.press("enter", "enter")
        assert "6 records tagged. Press u to take it back." in ae.said()
        await ae.press("slash")
        await ae.replace("#key")
        assert "6 records" in ae.text()
        await ae.press("enter", "u")
        assert "Nothing found." in ae.text()


async def test_one_result_is_edited_and_deleted_where_it_stands(years: Desk) -> None:
    async with driving(years, keys=KEYS) as ae:
        await ae.type("@acme")
        await ae.press("enter", "space", "down", "delete")
        assert "Deleted. Press u to bring it back." in ae.said()
        assert "2 records · 4 demos" in ae.text()
        await ae.press("home", "e")
        assert "Edit the record" in ae.text()
        await ae.replace(MONDAY.isoformat())
        await ae.press("ctrl+s")
        assert "Mar 2, 2026" in ae.text()


async def test_an_example_is_taken_over_with_enter(years: Desk) -> None:
    async with driving(years, keys=[*KEYS, "down", "enter"]) as ae:
        assert ae.typed() == "kind:call @Globex"
        assert "3 records · 9 calls" in ae.text()


async def test_escape_leaves_the_search_from_anywhere(years: Desk) -> None:
    async with driving(years, keys=[*KEYS, "escape"]) as ae:
        assert "The week" in ae.text()
        await ae.press("slash", "down", "escape")
        assert "The week" in ae.text()


async def test_what_another_window_logs_is_found(years: Desk) -> None:
    async with driving(years, keys=KEYS) as ae:
        await ae.type("@lumen")
        assert "Nothing found." in ae.text()
        log(years, "1 call @Lumen")
        await ae.settle()
        assert "1 record · 1 call" in ae.text()


async def test_a_damaged_record_is_named_in_its_place(years: Desk) -> None:
    (record,) = log(years, "1 call @Lumen")
    with years._context.transaction("repair", "by hand") as transaction:
        transaction.put("records", record.id, record.document() | {"minutes": "long"})
    async with driving(years, keys=KEYS) as ae:
        await ae.type("@lumen")
        assert "! minutes: “long”" in ae.text()


@pytest.mark.parametrize("size", SIZES)
async def test_the_search_fits_at_every_size(demo: Desk, size: tuple[int, int]) -> None:
    async with driving(demo, size, KEYS) as ae:
        await ae.type("from:2025")
        await ae.press("enter", "end")
        assert ae.pointed()
        assert "records" in ae.text()
        assert "esc Back" in ae.footer()
