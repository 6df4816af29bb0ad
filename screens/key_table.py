"""The keys of every page as Markdown tables, for README: written from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from screens.commands import EVERYWHERE, Command

NAMES = {
    "asterisk": "*",
    "backspace": "Backspace",
    "delete": "Del",
    "down": "↓",
    "enter": "Enter",
    "escape": "Esc",
    "left": "←",
    "minus": "-",
    "number_sign": "#",
    "plus": "+",
    "question_mark": "?",
    "right": "→",
    "slash": "/",
    "space": "Space",
    "up": "↑",
}


def key_table() -> str:
    """Return one table a page: keys, title and what the command does. In English, as README is."""
    return "\n\n".join("\n".join(_table(place, commands)) for place, commands in _places())


def key_name(key: str) -> str:
    """Return a key as it is written in documents: ``F1``, ``Ctrl+P``, ``Esc``, ``n``."""
    *modifiers, last = key.split("+")
    if last[:1] == "f" and last[1:].isdecimal():
        return last.upper()
    if modifiers:
        return "+".join([*(one.capitalize() for one in modifiers), last.upper()])
    return NAMES.get(last, last)


def _places() -> Iterator[tuple[str, tuple[Command, ...]]]:
    from screens.aspiration import AspirationPage
    from screens.career import CareerPage
    from screens.career_story import TimelinePage
    from screens.feedback import FeedbackPage
    from screens.form import ConfirmDialog, FormDialog
    from screens.goal import GoalPage
    from screens.goals import GoalsPage
    from screens.insights import InsightsPage
    from screens.locked import LockedScreen
    from screens.log import DiaryPage
    from screens.rewards import RewardsPage
    from screens.role import RolePage
    from screens.search import SearchPage
    from screens.settings import SettingsPage
    from screens.skill import SkillPage
    from screens.talk import TalkPage
    from screens.today import TodayPage
    from screens.what_if import WhatIfDialog
    from screens.wizard import WizardPage

    yield "Everywhere", EVERYWHERE
    yield "Today", TodayPage.COMMANDS_HERE
    yield "Goals", GoalsPage.COMMANDS_HERE
    yield "One goal", GoalPage.COMMANDS_HERE
    yield "Goal wizard", WizardPage.COMMANDS_HERE
    yield "Log", DiaryPage.COMMANDS_HERE
    yield "Search", SearchPage.COMMANDS_HERE
    yield "Career", CareerPage.COMMANDS_HERE
    yield "Feedback", FeedbackPage.COMMANDS_HERE
    yield "Rewards", RewardsPage.COMMANDS_HERE
    yield "Aspiration", AspirationPage.COMMANDS_HERE
    yield "Skill", SkillPage.COMMANDS_HERE
    yield "Talk", TalkPage.COMMANDS_HERE
    yield "Role", RolePage.COMMANDS_HERE
    yield "Timeline", TimelinePage.COMMANDS_HERE
    yield "Settings", SettingsPage.COMMANDS_HERE
    yield "Insights", InsightsPage.COMMANDS_HERE
    yield "Forms", FormDialog.COMMANDS_HERE
    yield "What if", WhatIfDialog.COMMANDS_HERE
    yield "Questions", ConfirmDialog.COMMANDS_HERE
    yield "Locked file", LockedScreen.COMMANDS_HERE


def _table(place: str, commands: Iterable[Command]) -> Iterator[str]:
    yield f"**{place}**"
    yield ""
    yield "| keys | command | what it does |"
    yield "| --- | --- | --- |"
    for command in commands:
        names = [f"`{key_name(key)}`" for key in command.keys.split(",")]
        keys = f"{names[0]} to {names[-1]}" if command.is_numbered else " ".join(names)
        yield f"| {keys} | {command.title} | {command.help} |"
