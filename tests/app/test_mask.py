"""F9 masks names and amounts on every page and in every dialog; pressed again it shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from rich.cells import cell_len

from aegoals.domain.metric import UNITS
from aegoals.locale.numbers import plain_number, show_money, show_number
from aegoals.services import Desk, open_desk
from screens.locked import LockedScreen
from tests.app.driving import SIZES, Driver, a_desk, driving
from tests.app.filling import log, plan
from tests.app.places import DIALOGS, PAGES, STEPS, furnish
from tests.builders import MONDAY
from widgets.mask import SIGN, masked

WHOLE = (150, 110)  # cells: a terminal on which nearly every page shows whole
SIGN_OF_MASKING = f"F9 {SIGN * 3}"
MARKER = "TOKEN"
TOKENS = re.compile(r"Q\d+z")
MONEY = re.compile(r"[€$]\s?\d|\d\s?[€$]")
FILTERS = 4
LAST_STEP = 9


def a_desk_of_tokens(path: Path) -> Desk:
    """Return a desk that has one of everything, with another word in every text of every document."""
    furnish(a_desk(path), MARKER)
    numbers = count(1)
    kept = re.sub(MARKER, lambda _found: f"Q{next(numbers)}z", path.read_text(encoding="utf-8"))
    path.write_text(kept, encoding="utf-8")
    return open_desk(path, lambda: MONDAY)


def seen(ae: Driver) -> str:
    """Return what shows, without the field that one writes in."""
    focused = ae.app.screen.focused
    own = range(0)
    if focused is not None and "RowList" not in focused.css_identifier:
        own = range(focused.region.y, focused.region.bottom)
    return "\n".join(line for number, line in enumerate(ae.lines()) if number not in own)


def named(desk: Desk) -> set[str]:
    """Return every name and free text that the AE's data hold."""
    goals, records, career = desk.goals.all(), desk.log.between(date.min, date.max), desk.career
    texts = {text for one in goals for text in (one.title, one.specific, one.why, one.serves, one.evidence)}
    texts |= {step.title for one in goals for step in one.milestones}
    texts |= {step.title for one in goals for step in one.actions}
    texts |= {text or "" for one in records for text in (one.account, one.product, one.note, one.deal)}
    texts |= {one.title for one in career.aspirations.all()}
    texts |= {one.title for one in career.skills.all()}
    texts |= {one.title for one in career.trainings.all()}
    texts |= {text for one in career.talks.all() for text in (one.person, one.said)}
    texts |= {each.title for one in career.talks.all() for each in one.agreed}
    texts |= {one.title for one in career.role.get().expected}
    texts |= {one.title for one in career.role.get().unclear}
    texts |= {desk.profile.get().name, *(off.label for off in desk.profile.calendar.days_off)}
    own_words = {"Pro", "Globex", "Acme", "Days off"}  # the program's, on the empty log line and in Settings
    return {text for text in texts if len(text) > 2} - own_words


def amounts(desk: Desk) -> Iterator[Decimal]:
    """Yield every sum of money that a page can show."""
    for one in desk.goals.standings(desk.goals.all()):
        if one.goal.metric.unit not in UNITS:
            values = (one.actual, one.expected, one.gap, one.projection, one.required_per_working_day)
            yield from (abs(value) for value in (*values, one.goal.target, one.goal.baseline) if value)
    records = desk.log.between(date.min, date.max)
    yield from (one.amount for one in records if one.amount)
    for day in {one.date for one in records}:
        yield sum((one.amount or Decimal(0) for one in records if one.date == day), Decimal(0))


def figures(desk: Desk) -> set[str]:
    """Return these sums in every way in which money is written; short numbers only with their currency."""
    profile = desk.profile.get()
    found: set[str] = set()
    for value in amounts(desk):
        shown = round(value, 2)
        found |= {show_money(shown, profile.currency, profile.locale), show_money(value, profile.currency)}
        found |= {show_number(shown, profile.locale), plain_number(shown)} if value >= 1000 else set()
    return {text for text in found if text.strip("€$0")}


def shown_of(words: Iterable[str], text: str) -> list[str]:
    """Return those of the words that a text shows as words of their own."""
    return [word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]


async def pages(ae: Driver) -> dict[str, str]:
    """Return what every page shows: each filter of the goals, every kind of goal, several days."""
    found: dict[str, str] = {}
    for name, (_page, keys) in PAGES.items():
        await ae.press(*keys)
        found[name] = seen(ae)
        await ae.press("escape")
    await ae.press("f3")
    for place in range(FILTERS):
        found[f"goals {place}"] = seen(ae)
        for row in range(2 if place else 9):
            await ae.press("home", *["down"] * row, "enter")
            found[f"goal {place}.{row}"] = seen(ae)
            await ae.press("escape", "f3")
        await ae.press("f")
    await ae.press("f4")
    for day in range(7):
        await ae.press("left")
        found[f"log {day}"] = seen(ae)
    await ae.press(*["right"] * 7)
    return found


async def test_no_name_and_no_amount_of_a_year_shows_anywhere(demo: Desk) -> None:
    names, sums = named(demo), figures(demo)
    async with driving(demo, WHOLE) as ae:
        before = await pages(ae)
        everything = "\n".join(before.values())
        assert len(shown_of(names, everything)) > 25
        assert len(shown_of(sums, everything)) > 15
        await ae.press("f2", "f9")
        for place, text in (await pages(ae)).items():
            assert shown_of(names | sums, text) == [], place
            assert not MONEY.search(text), place
        await ae.press("f2", "f9")
        after = "\n".join((await pages(ae)).values())
        assert shown_of(names | sums, after) == shown_of(names | sums, everything)


async def test_no_text_that_was_written_shows_on_any_page(path: Path) -> None:
    async with driving(a_desk_of_tokens(path), WHOLE) as ae:
        before = await pages(ae)
        assert len(set(TOKENS.findall("\n".join(before.values())))) > 25
        await ae.press("f2", "f9")
        for place, text in (await pages(ae)).items():
            assert TOKENS.findall(text) == [], place
            assert not MONEY.search(text), place


@pytest.mark.parametrize("name", DIALOGS)
async def test_no_text_that_was_written_shows_in_a_dialog(path: Path, name: str) -> None:
    kind, keys, _label = DIALOGS[name]
    async with driving(a_desk_of_tokens(path), WHOLE, keys=keys) as ae:
        assert isinstance(ae.app.screen, kind)
        open_text = seen(ae)
        await ae.press("f9")
        assert isinstance(ae.app.screen, kind)
        assert TOKENS.findall(seen(ae)) == []
        assert not MONEY.search(seen(ae))
        await ae.press("f1")
        assert TOKENS.findall(ae.text()) == []
        await ae.press("f1", "f9")
        assert seen(ae) == open_text


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (["f3", "enter", "h"], "How it changed: "),
        (["f2", "h"], "How it changed: "),
        (["f3", "enter", "y"], "Why: "),
    ],
)
async def test_no_text_that_was_written_shows_in_what_is_told(path: Path, keys: list[str], title: str) -> None:
    async with driving(a_desk_of_tokens(path), WHOLE, keys=[*keys, "f9"]) as ae:
        assert f"{title}{SIGN}" in ae.text()
        assert TOKENS.findall(ae.text()) == []
        assert not MONEY.search(ae.text())


async def test_the_account_that_a_goal_is_about_is_masked_where_its_figures_are_explained(desk: Desk) -> None:
    plan(desk, "Three products", kind="key_account", account="Harbor", unit="count", target="3")
    async with driving(desk, WHOLE, keys=["f3", "enter", "y"]) as ae:
        assert "Only account “Harbor”." in ae.text()
        await ae.press("f9")
        assert "Only account “••••••”." in ae.text()
        assert "Harbor" not in ae.text()


async def test_no_text_that_was_written_shows_in_the_wizard(path: Path) -> None:
    async with driving(a_desk_of_tokens(path), WHOLE, keys=["f3", "e", "f9"]) as ae:
        for step in range(LAST_STEP):
            assert TOKENS.findall(seen(ae)) == [], step
            assert not re.search("60,000|70,000", seen(ae)), step
            await ae.press("f7")
    assert len(STEPS) == LAST_STEP


async def test_no_goal_is_named_in_the_palette(path: Path) -> None:
    async with driving(a_desk_of_tokens(path), WHOLE, keys=["f9"]) as ae:
        await ae.search("Q")
        assert SIGN * 3 in ae.text()
        assert TOKENS.findall(ae.text()) == []
        await ae.press("f9")
        assert TOKENS.findall(ae.text())
        await ae.press("f9")
        assert TOKENS.findall(ae.text()) == []


# --- what is told


async def test_what_a_line_means_is_told_without_names_and_amounts(desk: Desk) -> None:
    async with driving(desk, keys=["f9", "l"]) as ae:
        await ae.type("won 5k @Lumen, 3 calls (about Harbor)")
        assert "won 5k @Lumen" in ae.typed()
        assert not re.search("Lumen|Harbor|5,000", seen(ae))
        await ae.press("enter")
        assert "✓ logged: •••" in ae.text()
        assert not re.search("Lumen|Harbor|5,000", seen(ae))
        await ae.press("f9")
        assert "✓ logged: 1 deal won €5,000 @Lumen" in ae.text()


async def test_a_notification_says_what_happened_and_not_to_whom(desk: Desk) -> None:
    log(desk, "won 5k @Lumen")
    async with driving(desk, keys=["f9", "u"]) as ae:
        assert "Taken back: •••" in ae.text()
        assert "Lumen" not in ae.said()
        await ae.press("f9", "r")
        assert "Done again: " in ae.said()
        assert "Lumen" in ae.said()
        await ae.press("f9")
        assert "Lumen" not in ae.text() + ae.said()


async def test_a_refusal_keeps_its_advice_and_loses_what_it_quotes(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=["f3", "enter", "a", "f9"]) as ae:
        await ae.replace("Lumen")
        await ae.press("ctrl+s")
        assert "“•••••” is not a number." in seen(ae)


# --- fields


async def test_only_the_field_in_focus_shows_what_stands_in_it(desk: Desk) -> None:
    log(desk, "won 5k @Lumen")
    async with driving(desk, WHOLE, keys=["f2", "e", "f9"]) as ae:
        assert "Lumen" not in ae.text()
        await ae.press(*["tab"] * 5)
        assert ae.typed() == "Lumen"
        assert "Lumen" in ae.text()
        await ae.press("tab")
        assert "Lumen" not in ae.text()


async def test_a_note_of_several_lines_is_masked_until_one_writes_in_it(desk: Desk) -> None:
    async with driving(desk, WHOLE, keys=["f3", "n", "enter", "enter", "f8", "f8", "f9", "tab"]) as ae:
        await ae.type("Call Lumen\nMeet Harbor")
        assert "Call Lumen" in ae.text()
        await ae.press("shift+tab")
        assert not re.search("Lumen|Harbor", ae.text())


async def test_it_works_while_one_types_and_types_nothing(desk: Desk) -> None:
    async with driving(desk, keys=["l", "x", "f9"]) as ae:
        assert ae.typed() == "x"
        assert SIGN_OF_MASKING in ae.lines()[0]


# --- how it looks


def cells(line: str) -> list[str]:
    """Return what stands in each cell of a line."""
    return [character for character in line for _cell in range(cell_len(character))]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
async def test_nothing_moves(demo: Desk, name: str, size: tuple[int, int]) -> None:
    async with driving(demo, size, keys=PAGES[name][1]) as ae:
        before = ae.lines()[1:]
        await ae.press("f9")
        for line, hidden in zip(before, ae.lines()[1:], strict=True):
            assert all(dot in {SIGN, cell} for cell, dot in zip(cells(line), cells(hidden), strict=True)), (
                line,
                hidden,
            )


async def test_wide_characters_leave_their_room(desk: Desk) -> None:
    plan(desk, "株式会社 Lumen 中文")
    async with driving(desk, keys=["f3"]) as ae:
        before = ae.lines()[1:]
        await ae.press("f9")
        assert [cell_len(line) for line in before] == [cell_len(line) for line in ae.lines()[1:]]
        assert masked(" 株式 a ") == " •••••• "


@pytest.mark.parametrize("size", SIZES)
async def test_every_page_says_that_it_is_masked(demo: Desk, size: tuple[int, int]) -> None:
    async with driving(demo, size) as ae:
        for _page, keys in PAGES.values():
            await ae.press("f9", *keys)
            assert ae.lines()[0].rstrip().endswith(SIGN_OF_MASKING)
            assert "Settings" in ae.lines()[0] or not ae.app.screen.query("NavBar").first().region.x
            await ae.press("f9")
            assert SIGN not in ae.lines()[0]
            await ae.press("escape", "f2")


async def test_a_place_that_was_drawn_before_is_masked_from_its_first_frame(demo: Desk) -> None:
    async with driving(demo, keys=["f3", "f4", "f2", "f9"]) as ae:
        titles = [goal.title for goal in demo.goals.all()]
        ae.app.switch_mode("goals")
        await ae.pilot.pause(0)
        assert shown_of(titles, ae.text()) == []


async def test_each_run_begins_unmasked(desk: Desk) -> None:
    async with driving(desk, keys=["f9"]) as ae:
        assert SIGN_OF_MASKING in ae.text()
    async with driving(desk) as ae:
        assert SIGN_OF_MASKING not in ae.text()


async def test_the_locked_screen_and_the_welcome_bear_the_key(path: Path) -> None:
    desk = a_desk(path, MONDAY + timedelta(days=1), welcomed=False)
    async with driving(desk, keys=["f9"]) as ae:
        assert "Welcome to aegoals" in ae.text()
        ae.app.push_screen(LockedScreen(path, lambda _passphrase: None))
        await ae.settle()
        await ae.press("f9", "f9")
        assert "is locked." in ae.text()
