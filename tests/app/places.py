"""How every page and every dialog is reached from Today by keyboard, with a desk that has something to show."""

from __future__ import annotations

from datetime import date

from aegoals.domain.stretches import PartTime
from aegoals.services import Desk
from screens.aspiration import AspirationPage
from screens.career import CareerPage
from screens.career_story import TimelinePage
from screens.feedback import FeedbackPage
from screens.form import ConfirmDialog, FormDialog
from screens.goal import GoalPage
from screens.goals import GoalsPage
from screens.insights import InsightsPage
from screens.log import DiaryPage
from screens.page import Page
from screens.picking import PickDialog
from screens.rewards import RewardsPage
from screens.role import RolePage
from screens.search import SearchPage
from screens.settings import SettingsPage
from screens.skill import SkillPage
from screens.talk import TalkPage
from screens.today import TodayPage
from screens.wizard import WizardPage

PAGES: dict[str, tuple[type[Page], list[str]]] = {
    "today": (TodayPage, ["f2"]),
    "goals": (GoalsPage, ["f3"]),
    "goal": (GoalPage, ["f3", "enter"]),
    "wizard": (WizardPage, ["f3", "n"]),
    "log": (DiaryPage, ["f4"]),
    "search": (SearchPage, ["f4", "slash", *"won", "enter"]),
    "career": (CareerPage, ["f5"]),
    "feedback": (FeedbackPage, ["f5", "f"]),
    "rewards": (RewardsPage, ["f5", "w"]),
    "aspiration": (AspirationPage, ["f5", "home", "enter"]),
    "skill": (SkillPage, ["f5", "home", *["down"] * 2, "enter"]),
    "talk": (TalkPage, ["f5", "home", *["down"] * 9, "enter"]),
    "role": (RolePage, ["f5", "o"]),
    "timeline": (TimelinePage, ["f5", "v"]),
    "settings": (SettingsPage, ["f6"]),
    "insights": (InsightsPage, ["f12"]),
}

STEPS: dict[str, list[str]] = {f"wizard step {number}": ["f3", "n", *["f8"] * number] for number in range(9)}

DIALOGS: dict[str, tuple[type[FormDialog] | type[ConfirmDialog] | type[PickDialog], list[str], str]] = {
    "edit a record": (FormDialog, ["f2", "e"], "Day"),
    "go to a day": (FormDialog, ["f4", "j"], "Day"),
    "move records": (FormDialog, ["f4", "m"], "Day"),
    "tag records": (FormDialog, ["f4", "number_sign"], "Put on"),
    "adjust": (FormDialog, ["f3", "enter", "a"], "Target"),
    "check in": (FormDialog, ["f3", "end", "up", "enter", "i"], "Value now"),
    "close": (FormDialog, ["f3", "enter", "k"], "Result"),
    "delete": (ConfirmDialog, ["f3", "delete"], "Delete “"),
    "reason": (FormDialog, ["f3", "e", "f8"], "Reason"),
    "aspiration": (FormDialog, ["f5", "a"], "Where do you want to be?"),
    "skill": (FormDialog, ["f5", "k"], "Skill"),
    "training": (FormDialog, ["f5", "h"], "Course, book or practice"),
    "hours": (FormDialog, ["f5", "home", *["down"] * 6, "plus"], "Hours"),
    "prepared talk": (FormDialog, ["f5", "m"], "With whom?"),
    "pick a skill": (PickDialog, ["f5", "home", "enter", "k"], "A new skill"),
    "experience": (FormDialog, ["f5", "home", "enter", "x"], "What to have done"),
    "rate": (FormDialog, ["f5", "home", *["down"] * 2, "enter", "p"], "Today"),
    "rating": (FormDialog, ["f5", "home", *["down"] * 2, "enter", *["down"] * 3, "e"], "Rated on"),
    "evidence": (PickDialog, ["f5", "home", *["down"] * 2, "enter", "v"], "Type a word"),
    "agreed": (FormDialog, ["f5", "home", *["down"] * 9, "enter", "a"], "What was agreed?"),
    "feedback": (FormDialog, ["f5", "f", "n"], "What was said?"),
    "pass on": (FormDialog, ["f5", "f", "home", "p"], "To whom?"),
    "reward": (FormDialog, ["f5", "w", "n"], "It is earned by"),
    "contest": (FormDialog, ["f5", "w", "o"], "Contest"),
    "pack": (FormDialog, ["f5", "w", "p"], "Accounts, deals, people"),
    "the role": (FormDialog, ["f5", "o", "e"], "It covers"),
    "expected": (FormDialog, ["f5", "o", "a"], "What is expected of you?"),
    "unclear": (FormDialog, ["f5", "o", "x"], "What is unclear?"),
    "you": (FormDialog, ["f6", "home", "enter"], "Name"),
    "money": (FormDialog, ["f6", "home", *["down"] * 2, "enter"], "Currency"),
    "numbers": (FormDialog, ["f6", "home", *["down"] * 4, "enter"], "Numbers and dates"),
    "pace": (FormDialog, ["f6", "home", *["down"] * 5, "enter"], "On track from"),
    "calendar": (FormDialog, ["f6", "home", *["down"] * 7, "enter"], "Working days"),
    "template": (FormDialog, ["f6", "end", "up", "up", "up", "enter"], "The line"),
    "kind": (FormDialog, ["f6", "end", "up", "up", "enter"], "Its number is"),
    "streaks": (FormDialog, ["f6", "end", "enter"], "Streaks"),
    "days off": (FormDialog, ["f6", "o"], "First day"),
    "part time": (FormDialog, ["f6", "end", *["up"] * 5, "enter"], "Only on these weekdays"),
    "ramp-up": (FormDialog, ["f6", "end", *["up"] * 4, "enter"], "Percent expected in each step"),
}


def furnish(desk: Desk, text: str = "Globex", long_text: str = "") -> None:
    """Put one of everything on an empty desk, each carrying this text."""
    from decimal import Decimal

    from tests.app.filling import plan

    note = long_text or text
    record = desk.log.add([desk.log.understand("won 500")[0].with_(account=text, product=text, note=note)], text)[0]
    desk.log.edit(record.id, tags=(text,), deal=text, source=text)
    goal = plan(desk, text, why=note, evidence=note, actions=note, serves=text, milestones=f"2026-03-06 {text}")
    desk.goals.adjust(goal.id, text, target=Decimal(70_000))
    closed = plan(desk, text)
    desk.goals.close(closed.id, reason=text)
    plan(desk, text, kind="career", unit="hours", target="40")
    paused = plan(desk, text, kind="other", unit="count", target="10")
    desk.goals.pause(paused.id)
    desk.drafts.save(desk.drafts.new().with_(title=text, kind="other", specific=text))
    _furnish_career(desk, text, note, record.id)
    desk.profile.change(name=text)
    desk.templates.save(None, "3 calls", text)
    desk.profile.add_days_off(date(2026, 3, 3), date(2026, 3, 3), text)
    part = {"start": date(2026, 9, 1), "end": date(2026, 9, 30), "share": "0.6", "label": text}
    desk.profile.keep_stretch(PartTime.build(part))


def _furnish_career(desk: Desk, text: str, note: str, deal: str) -> None:
    """Put a career on the desk: two aspirations, four skills, three trainings, a talk, a role."""
    from decimal import Decimal

    from aegoals.domain.career import ProofKind
    from aegoals.domain.profile import Role

    career = desk.career
    aspirations = [career.save_aspiration(title=text, why=note) for _place in range(2)]
    skills = [career.save_skill(title=text, level=1, wanted=4, evidence=note) for _place in range(4)]
    for _place in range(3):
        texts: dict[str, object] = {"title": text, "note": text, "certificate": text, "changed": note}
        career.save_training(None, **texts, skill=skills[0].id, hours_planned=Decimal(8), hours_done=Decimal(2))
    career.rate(skills[0].id, 2, text, proof=(ProofKind.DEAL, deal))
    career.paths.add_skill(aspirations[0].id, skills[0].id)
    career.paths.save_experience(aspirations[0].id, text)
    desk.feedback.save(text=text, person=text, account=text, tone="complaint", reasons=(text,), response=note)
    desk.rewards.save(promise=text, occasion="streak", days=10)
    talk = career.talks.save(person=text, questions=note, said=note)
    career.talks.agree(talk.id, title=text, who=text, due=desk.today())
    career.role.save(Role.BOTH, marketing=text, sdrs=text, success=text)
    career.role.expect(title=text, person=text, agreed_on=desk.today())
    career.role.ask(text)
