"""Why: the figures of a goal answer for themselves, from every page that shows them."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.services import Desk
from screens.why import WhyDialog
from tests.app.driving import SIZES, driving
from tests.app.filling import log, plan


@pytest.mark.parametrize("way", [["g", "y"], ["g", "enter", "y"], ["up", "up", "up", "y"]])
async def test_five_figures_tell_formula_numbers_and_rule(desk: Desk, way: list[str]) -> None:
    plan(desk)
    log(desk, "won 20000 @Acme", day=date(2026, 2, 2))
    async with driving(desk, (120, 40)) as ae:
        await ae.press(*way)
        assert isinstance(ae.app.screen, WhyDialog)
        seen: list[str] = []
        for _page in range(6):
            seen.extend(line for line in ae.lines() if line not in seen)
            await ae.press("pagedown")
        text = "\n".join(seen)
        assert "(A − S) / (T − S) = (€20,000 − €0) / (€60,000 − €0)" in text
        assert "S + (T − S) × E / N" in text
        assert "(T − A) / R = (€60,000 − €20,000) / 22" in text
        assert "Safe days" in text
        assert "working days left; today counts while nothing is" in text


async def test_a_record_behind_a_figure_opens(desk: Desk) -> None:
    plan(desk)
    log(desk, "won 20000 @Acme", day=date(2026, 2, 2))
    async with driving(desk, (120, 40), ["g", "y"]) as ae:
        await ae.press("end", "enter")
        assert "Edit the record" in ae.text()
        await ae.press("escape", "y", "y")
        assert not isinstance(ae.app.screen, WhyDialog)


@pytest.mark.parametrize("size", SIZES)
async def test_in_every_size_the_way_out_is_named(desk: Desk, size: tuple[int, int]) -> None:
    plan(desk)
    async with driving(desk, size, ["g", "y"]) as ae:
        assert "Why: Revenue in the first quarter" in ae.text()
        assert "Back" in ae.footer()


async def test_masked_it_shows_no_money(desk: Desk) -> None:
    plan(desk)
    log(desk, "won 20000 @Acme", day=date(2026, 2, 2))
    async with driving(desk, (120, 60), ["f9", "g", "y"]) as ae:
        text = ae.text()
        assert "(A − S)" not in text
        for secret in ("20,000", "60,000", "Acme", "Revenue in the first"):
            assert secret not in text
        assert "Progress  33 %" in text
