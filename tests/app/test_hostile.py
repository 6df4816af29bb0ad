"""Texts that look like markup, drive terminals or overflow lines show literally, everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from aegoals.domain.text import clean_line
from aegoals.services import Desk, open_desk
from screens.app import EXIT_DATA_FILE
from screens.feedback import FeedbackPage
from screens.insights import InsightsPage
from screens.rewards import RewardsPage
from screens.wizard import WizardPage
from tests.app.driving import Driver, a_desk, driving
from tests.app.places import DIALOGS, PAGES, furnish
from tests.builders import MONDAY

MARKUP = "Close [ACME] [/] [b]deal[/b] $primary"
ACTION = "[@click=app.quit]x[/] [on red]"
WIDE = "株式会社テスト 中文客户 شركة الاختبار"
ESCAPES = "\x1b[31mred\x1b]0;t\x07 \x9b1m\x00"
UNSEEN = "zero\u200bwidth \u202eevil\u202c \u2066x\u2069 e\u0301\u0302 👩‍👩‍👧"
LONG = "株" + "x" * 400 + "名" * 99
TEXTS = {"markup": MARKUP, "action": ACTION, "wide": WIDE, "escapes": ESCAPES, "unseen": UNSEEN, "long": LONG}
MIXED = "[/]\x1b[31m[@click=app.quit]株"
MARKER = "HOSTILE"
SMALL, LARGE = (60, 18), (120, 40)


def a_desk_full_of(text: str, path: Path) -> Desk:
    """Return a desk whose file carries the text in every field, as no program of ours wrote it."""
    furnish(a_desk(path), MARKER)
    kept = path.read_text(encoding="utf-8").replace(MARKER, json.dumps(text)[1:-1])
    path.write_text(kept, encoding="utf-8")
    return open_desk(path, lambda: MONDAY)


def shown(text: str, length: int = 12) -> str:
    """Return how the text begins on the screen."""
    return clean_line(text)[:length].strip()


NAMELESS = (WizardPage, FeedbackPage, RewardsPage, InsightsPage)
"""Pages whose first lines name nothing that the AE wrote."""


def check(ae: Driver) -> None:
    """Check that nothing drives the terminal, nothing can be clicked, nothing is too wide."""
    screen = ae.app.screen
    for strip in screen._compositor.render_strips(screen.size):
        for segment in strip:
            assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in segment.text)
            assert not any(character in segment.text for character in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
            if segment.style is not None:
                assert segment.style.link is None
                assert "@click" not in segment.style.meta
    assert max(cell_len(line) for line in ae.lines()) <= screen.size.width


@pytest.mark.parametrize("name", TEXTS)
async def test_every_page_shows_it_literally(path: Path, name: str) -> None:
    text = TEXTS[name]
    async with driving(a_desk_full_of(text, path), SMALL) as ae:
        for page, keys in PAGES.values():
            await ae.press(*keys)
            for size in (SMALL, LARGE):
                await ae.resize(*size)
                check(ae)
                assert shown(text) in ae.text() or page in NAMELESS
            await ae.resize(*SMALL)
            await ae.press("end")
            check(ae)
            await ae.press("escape")
        await ae.press("f3", "end", "enter")  # the draft
        assert shown(text) in ae.text() or "Which number" in ae.text()
        check(ae)
        await ae.press("escape", "u")
        check(ae)
        assert ae.app.is_running


async def test_every_dialog_shows_it_literally(path: Path) -> None:
    async with driving(a_desk_full_of(MIXED, path), SMALL) as ae:
        for name, (kind, keys, _label) in DIALOGS.items():
            await ae.press(*keys)
            assert isinstance(ae.app.screen, kind), name
            for size in (LARGE, SMALL):
                check(ae)
                await ae.resize(*size)
            check(ae)
            await ae.press("escape", "escape", "f2")


@pytest.mark.parametrize("name", TEXTS)
async def test_the_palette_shows_it_literally_and_opens_the_goal(path: Path, name: str) -> None:
    text = TEXTS[name]
    async with driving(a_desk_full_of(text, path), (60, 18)) as ae:
        await ae.search()
        check(ae)
        assert shown(text, 8) in ae.text()
        await ae.press("escape")
        await ae.search(shown(text, 8))
        check(ae)
        await ae.press("down", "enter")
        assert ae.lines()[0].strip().startswith("Goal: ")
        check(ae)


@pytest.mark.parametrize("name", TEXTS)
async def test_notifications_show_it_literally(path: Path, name: str) -> None:
    text = TEXTS[name]
    desk = a_desk_full_of(text, path)
    async with driving(desk, (60, 18)) as ae:
        await ae.press("u", "u", "u", "u", "r")
        assert shown(text) in ae.said() or "Taken back" in ae.said()
        check(ae)
        ae.app.notify(text)
        await ae.settle()
        check(ae)
        assert shown(text, 6) in ae.text()


@pytest.mark.parametrize("text", [MARKUP, ACTION, WIDE, ESCAPES, UNSEEN])
async def test_what_is_pasted_into_the_log_line_is_kept_and_shown_literally(desk: Desk, text: str) -> None:
    async with driving(desk, (120, 40), keys=["l"]) as ae:
        await ae.type(f"3 calls ({text})")
        check(ae)
        await ae.press("enter")
        check(ae)
        if desk.log.day(desk.today()):
            note = desk.log.day(desk.today())[0].note or ""
            assert "\x1b" not in note
            assert shown(note, 8) in ae.text()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_what_is_pasted_into_the_wizard_is_kept_and_shown_literally(desk: Desk, text: str) -> None:
    async with driving(desk, keys=["g", "n", "enter", "enter"]) as ae:
        await ae.type(text)
        check(ae)
        assert shown(text) in ae.lines()[-2] or shown(text) in ae.text()
        await ae.press("f8", "f8", "tab")
        await ae.type(f"{text}\n{text}")
        check(ae)
        await ae.press("f8", "f8", "f8")
        await ae.type(f"2026-12-01 {text}")
        check(ae)
        await ae.press("f8")
        check(ae)
        await ae.press("escape")
        assert shown(text) in ae.text()
        check(ae)


async def test_a_refusal_that_quotes_it_quotes_it_literally(desk: Desk) -> None:
    async with driving(desk, keys=["s", "down", "down", "enter"]) as ae:
        await ae.replace(ACTION + ESCAPES)
        await ae.press("ctrl+s")
        assert "“[@click=app.quit]x[/] [on red]" in ae.text()
        check(ae)


async def test_it_can_be_looked_for(path: Path) -> None:
    async with driving(a_desk_full_of(MARKUP, path), keys=["g", "slash"]) as ae:
        await ae.type("[/]")
        assert "Close [ACME] [/]" in ae.text()
        await ae.replace("[b]zebra")
        assert "No goal holds that word" in ae.text()


async def test_a_file_name_is_shown_literally(tmp_path: Path) -> None:
    folder = tmp_path / "[b]mine[ACME]"
    folder.mkdir()
    path = folder / "aegoals.json"
    desk = a_desk(path)
    async with driving(desk, (120, 40), keys=["s"]) as ae:
        assert "[b]mine[ACME]" in ae.text()
        check(ae)
    path.write_text("[/] no data", encoding="utf-8")
    async with driving(a_desk(path, welcomed=False)) as ae:
        assert ae.app.return_code == EXIT_DATA_FILE
        assert "[b]mine[ACME]" in str(ae.app._exit_renderables[0])


async def test_a_line_of_wide_spaces_ends(desk: Desk) -> None:
    desk.career.save_aspiration(title="Lead" + "\u3000" * 300 + "teams")
    desk.career.save_aspiration(title="A team", why="\u3000" * 500 + "x")
    async with driving(desk, (60, 18), keys=["c"]) as ae:
        check(ae)
        assert "Lead" in ae.text()
