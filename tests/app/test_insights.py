"""Insights: figures, chart and table, periods, why."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.services import Desk
from screens.insight_why import KpiWhyDialog
from tests.app.driving import SIZES, driving
from tests.app.filling import log, plan


@pytest.fixture
def sold(desk: Desk) -> Desk:
    """Two months of deals: 1 of 2 won in January, 2 of 3 in February."""
    log(desk, "won 20000 @Acme", day=date(2026, 1, 12))
    log(desk, "lost deal @Umbra #price", day=date(2026, 1, 13))
    log(desk, "won 10000 @Hooli", day=date(2026, 2, 2))
    log(desk, "won 12000 @Acme", day=date(2026, 2, 3))
    log(desk, "lost deal @Lumen #price", day=date(2026, 2, 4))
    return desk


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_figures_chart_and_the_next_key(sold: Desk, size: tuple[int, int]) -> None:
    async with driving(sold, size, ["f12"]) as ae:
        text = ae.text()
        assert "Won amount" in ae.pointed()
        assert "€42,000" in ae.pointed()
        assert "└──" in text
        assert "█" in text
        assert "Why?" in ae.footer()
        assert "Table" in ae.footer()


async def test_the_chart_follows_the_cursor_and_has_a_table_behind_a_key(sold: Desk) -> None:
    async with driving(sold, (80, 40), ["f12"]) as ae:
        await ae.press("down", "down")
        assert "Win rate" in ae.pointed()
        assert "Win rate  ⠒⠒ each month" in ae.text()
        assert "%┤" in ae.text()
        await ae.press("v")
        assert "┤" not in ae.text()
        assert "66.7 %°" in ae.text()
        await ae.press("v")
        assert "%┤" in ae.text()


async def test_quarters_and_earlier_periods(sold: Desk) -> None:
    async with driving(sold, (80, 24), ["f12"]) as ae:
        assert "Mar so far" in ae.text()
        await ae.press("left")
        assert "Feb 2026" in ae.lines()[1]
        assert "so far" not in ae.lines()[1]
        await ae.press("right", "right", "p")
        assert "Jan–Mar so far" in ae.lines()[1]
        assert "€42,000" in ae.pointed()


@pytest.mark.parametrize(
    ("downs", "formula"),
    [
        (2, "W / (W + L) = 2 / (2 + 1)"),
        (3, "V / W = €22,000 / 2"),
        (7, "Q / N"),
        (6, "(S − L) / S"),
        (5, "O × V × P / C"),
    ],
)
async def test_every_figure_answers_why(sold: Desk, downs: int, formula: str) -> None:
    async with driving(sold, (120, 60), ["f12"]) as ae:
        await ae.press(*["down"] * downs, "y")
        assert isinstance(ae.app.screen, KpiWhyDialog)
        assert formula in ae.text()
        assert "Counted are the days from" in ae.text()


async def test_what_stands_below_answers_why_too(sold: Desk) -> None:
    plan(sold)
    closed = plan(sold, "Old quota")
    sold.goals.close(closed.id)
    said = {
        "source:0": "V / W",
        "lost:0": "A reason is a tag",
        "coverage:0": "1 / P",
        "best:0": "The best of all",
        f"goal:{closed.id}": "Why: Old quota",
    }
    async with driving(sold, (100, 40), ["f12"]) as ae:
        details = ae.rows("#details")
        details.focus()
        for key, words in said.items():
            details.go_to(key)
            await ae.press("y")
            assert words in ae.text()
            await ae.press("escape")


async def test_a_record_behind_a_figure_opens(sold: Desk) -> None:
    async with driving(sold, (100, 40), ["f12"]) as ae:
        await ae.press("left", "y", "end", "enter")
        assert "Edit the record" in ae.text()


async def test_masked_it_shows_neither_names_nor_money(sold: Desk) -> None:
    plan(sold)
    async with driving(sold, (120, 60), ["f9", "f12", "v"]) as ae:
        seen = ae.text()
        await ae.press("y")
        seen += ae.text()
        await ae.press("escape", "end", "down", "end", "y")
        seen += ae.text()
        for secret in ("42,000", "20,000", "Revenue in the first", "price", "60,000"):
            assert secret not in seen
        assert "66.7 %" in seen


async def test_an_empty_log_is_said_in_words(desk: Desk) -> None:
    async with driving(desk, (80, 40), ["f12"]) as ae:
        assert "No deal was closed in these days." in ae.text()
        await ae.press("down", "down")
        assert "Nothing logged for it in these days." in ae.text()


async def test_what_is_logged_meanwhile_shows(sold: Desk) -> None:
    async with driving(sold, (80, 24), ["f12"]) as ae:
        log(sold, "won 1000 @Acme", day=date(2026, 3, 2))
        await ae.settle()
        assert "€1,000" in ae.pointed()


async def test_names_that_look_like_markup_are_shown_as_they_are(desk: Desk) -> None:
    record = log(desk, "lost deal @Acme", day=date(2026, 2, 2))[0]
    desk.log.edit(record.id, tags=("[b]price[/b]",), source="[@click=app.quit]fair[/]", product="[ACME] Pro")
    closed = plan(desk, "[red]Quota[/red]")
    desk.goals.close(closed.id)
    async with driving(desk, (100, 40), ["f12"]) as ae:
        details = ae.rows("#details")
        details.focus()
        for key, words in {
            "source:0": "[@click=app.quit]fair[/]",
            "product:0": "[ACME] Pro",
            "lost:0": "[b]price[/b]",
            f"goal:{closed.id}": "[red]Quota[/red]",
        }.items():
            details.go_to(key)
            await ae.settle()
            assert words in ae.pointed()
            await ae.press("y", "escape")
