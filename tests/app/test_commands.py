"""Every declared command works where it is declared, and is found in footer, help, palette and README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aegoals.services import Desk
from screens import commands as declared
from screens.app import AegoalsApp
from screens.commands import EVERYWHERE, PALETTE, Command
from screens.form import ConfirmDialog, FormDialog
from screens.key_table import key_name, key_table
from screens.locked import LockedScreen
from screens.what_if import WhatIfDialog
from tests.app.driving import Driver, driving
from tests.app.places import PAGES, furnish

README = Path(__file__).parents[2] / "README.md"
EVERY_COMMAND = [one for one in vars(declared).values() if isinstance(one, Command)]
PLACES: dict[type[object], tuple[Command, ...]] = {
    **{page: page.COMMANDS_HERE for page, _keys in PAGES.values()},
    FormDialog: FormDialog.COMMANDS_HERE,
    ConfirmDialog: ConfirmDialog.COMMANDS_HERE,
    LockedScreen: LockedScreen.COMMANDS_HERE,
    WhatIfDialog: WhatIfDialog.COMMANDS_HERE,
}
WHERE = [(place, command) for place, commands in PLACES.items() for command in commands]


def method_of(command: Command, place: type[object]) -> object:
    """Return the method that carries a command out."""
    name = re.sub(r"\(.*", "", command.action)
    owner = AegoalsApp if name.startswith("app.") else place
    return getattr(owner, f"action_{name.removeprefix('app.')}", None)


@pytest.mark.parametrize(("place", "command"), WHERE, ids=lambda one: getattr(one, "id", getattr(one, "__name__", "")))
def test_a_command_has_a_method_with_a_sentence_about_it(place: type[object], command: Command) -> None:
    method = method_of(command, place)
    assert method is not None
    assert method.__doc__
    assert command.title
    assert command.help.endswith((".", "?"))


@pytest.mark.parametrize("command", EVERYWHERE, ids=lambda one: one.id)
def test_a_command_that_works_everywhere_has_a_method(command: Command) -> None:
    assert method_of(command, AegoalsApp) is not None


def test_every_declared_command_is_used_somewhere() -> None:
    used = {command.id for _place, command in WHERE} | {command.id for command in EVERYWHERE}
    assert {one.id for one in EVERY_COMMAND} == used


@pytest.mark.parametrize("name", PAGES)
def test_no_two_commands_of_a_page_share_a_key(name: str) -> None:
    page, _keys = PAGES[name]
    keys = [key for command in (*page.COMMANDS_HERE, *EVERYWHERE) for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))


async def all_help(ae: Driver) -> str:
    """Return everything that the help of this page says."""
    await ae.press("f1")
    seen: list[str] = []
    while True:
        new = [line for line in ae.lines() if line not in seen]
        seen.extend(new)
        await ae.press("pagedown")
        if not any(line not in seen for line in ae.lines()):
            break
    await ae.press("f1")
    return "\n".join(seen)


@pytest.mark.parametrize("size", [(60, 18), (120, 40)])
async def test_help_lists_every_command_of_every_page_and_closes(desk: Desk, size: tuple[int, int]) -> None:
    furnish(desk)
    async with driving(desk, size) as ae:
        for page, keys in PAGES.values():
            await ae.press(*keys)
            assert isinstance(ae.app.screen, page)
            text = await all_help(ae)
            for command in (*page.COMMANDS_HERE, *EVERYWHERE):
                assert command.title in text
                assert command.help.split()[-1] in text
            assert isinstance(ae.app.screen, page)
            await ae.press("f1", "escape")
            assert isinstance(ae.app.screen, page)
            await ae.press("escape")


async def test_the_palette_offers_every_command_of_the_page(desk: Desk) -> None:
    furnish(desk)
    async with driving(desk) as ae:
        for page, keys in PAGES.values():
            await ae.press(*keys)
            offered = [one.title for one in ae.app.get_system_commands(ae.app.screen)]
            for one in (*page.COMMANDS_HERE, *EVERYWHERE):
                title = f"Go to {one.title}" if one.action.startswith("app.go(") else one.title
                assert title in offered or one is PALETTE
            assert len(offered) == len(set(offered)), "two commands of one name cannot be told apart"


async def test_the_footer_shows_help_and_the_first_commands_of_the_page(desk: Desk) -> None:
    furnish(desk)
    async with driving(desk, (120, 40)) as ae:
        for page, keys in PAGES.values():
            await ae.press(*keys)
            offered = {active.binding.action for active in ae.app.screen.active_bindings.values()}
            shown = [one for one in page.COMMANDS_HERE if one.is_shown and one.action in offered][:3]
            assert shown
            assert ae.footer().startswith(" F1 Help")
            assert [one.title for one in shown if one.title not in ae.footer()] == []
            await ae.press("escape")


async def test_a_click_on_the_footer_does_what_it_says(desk: Desk) -> None:
    async with driving(desk, keys=["g"]) as ae:
        await ae.pilot.click("KeyFooter", offset=(ae.footer().index("New goal"), 0))
        await ae.settle()
        assert "What do you want to reach?" in ae.text()


# --- documents


def test_the_table_has_one_row_for_each_command_of_each_page() -> None:
    table = key_table()
    assert "| `F1` `?` | Help | Show what can be done here. |" in table
    assert "| `Del` `Backspace` | Delete | Delete it; undo brings it back. |" in table
    assert table.count("| Open |") == sum(command.title == "Open" for _place, command in WHERE)
    assert table.count("\n| `") == len(EVERYWHERE) + len(WHERE)


@pytest.mark.parametrize(
    ("key", "name"),
    [("f8", "F8"), ("ctrl+s", "Ctrl+S"), ("escape", "Esc"), ("n", "n"), ("slash", "/"), ("left", "←")],
)
def test_keys_are_written_as_keyboards_name_them(key: str, name: str) -> None:
    assert key_name(key) == name


@pytest.mark.skipif(not README.exists(), reason="there is no README yet")
def test_readme_holds_exactly_the_table_of_keys() -> None:
    text = README.read_text(encoding="utf-8")
    found = re.search(r"<!-- keys -->\n(.*?)\n<!-- /keys -->", text, re.S)
    assert found is not None
    assert found[1].strip() == key_table()
