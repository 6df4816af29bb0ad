"""Filling in what belongs to a career: forms, and the question for a new level once a training is done."""

from __future__ import annotations

from collections.abc import Mapping

from aegoals.domain.career import HIGHEST_LEVEL, Aspiration, ProofKind, Rating, Skill, Training
from aegoals.domain.draft import GoalDraft
from aegoals.domain.feedback import Feedback
from aegoals.domain.talk import Agreed, Talk
from aegoals.errors import NotFound
from aegoals.locale.texts import _
from screens.attempt import fill_in
from screens.career_forms import (
    aspiration_form,
    fields_from,
    hours_form,
    hours_in,
    rate_form,
    rating_form,
    skill_form,
    training_form,
)
from screens.page import Page


async def fill_aspiration(page: Page, one: Aspiration | None = None) -> None:
    """Add or change an aspiration; call it from a worker."""
    rules = page.desk.goals.rules()

    def save(answers: Mapping[str, str]) -> None:
        page.desk.career.save_aspiration(one.id if one else None, **fields_from("aspiration", answers, rules))

    await fill_in(page.app, aspiration_form(one), save)


async def fill_skill(page: Page, one: Skill | None = None) -> str | None:
    """Add or change a skill and return its id, None where nothing was saved; call it from a worker."""
    rules = page.desk.goals.rules()
    saved: list[str] = []

    def save(answers: Mapping[str, str]) -> None:
        skill = page.desk.career.save_skill(one.id if one else None, **fields_from("skill", answers, rules))
        saved.append(skill.id)

    await fill_in(page.app, skill_form(one), save)
    return saved[0] if saved else None


async def fill_training(page: Page, one: Training | None = None, skill: str | None = None) -> None:
    """Add or change a training, for a skill; one that is done now asks for the skill's level."""
    career, rules = page.desk.career, page.desk.goals.rules()
    saved: list[Training] = []

    def save(answers: Mapping[str, str]) -> None:
        saved.append(career.save_training(one.id if one else None, **fields_from("training", answers, rules)))

    if await fill_in(page.app, training_form(one, career.skills.all(), skill), save):
        await offer_rating(page, one, saved[0])


async def log_hours(page: Page, key: str) -> None:
    """Log hours of a training; call it from a worker."""
    career, rules = page.desk.career, page.desk.goals.rules()
    before = career.trainings.get(key)
    if await fill_in(page.app, hours_form(before), lambda answers: career.train(key, hours_in(answers, rules))):
        await offer_rating(page, before, career.trainings.get(key))


async def offer_rating(page: Page, before: Training | None, after: Training) -> None:
    """Ask for the level of the skill that a training served, when it is done now; it becomes evidence with it."""
    if after.skill is None or not after.is_done or (before is not None and before.is_done):
        return
    try:
        skill = page.desk.career.skills.get(after.skill)
    except NotFound:
        return
    about = _("“{title}” is done. Saving attaches it as evidence; Escape leaves the level as it is.")
    proof = None if any(one.ref == after.id for one in skill.proofs) else (ProofKind.TRAINING, after.id)
    level = min(skill.level + 1, HIGHEST_LEVEL)
    await fill_rating(page, skill, level, about.format(title=after.title), proof)


async def fill_rating(
    page: Page,
    skill: Skill,
    level: int | None = None,
    about: str = "",
    proof: tuple[ProofKind, str] | None = None,
) -> None:
    """Rate a skill; call it from a worker."""
    rules = page.desk.goals.rules()

    def save(answers: Mapping[str, str]) -> None:
        day = rules.read_day(answers["day"])
        page.desk.career.rate(skill.id, int(answers["level"]), answers["note"], day, proof)

    begin = Rating(day=page.desk.today(), level=skill.level if level is None else level)
    await fill_in(page.app, rate_form(skill, begin, about), save)


async def fill_rated(page: Page, skill: Skill, place: int) -> None:
    """Change one rating of a skill's history; call it from a worker."""
    rules = page.desk.goals.rules()

    def save(answers: Mapping[str, str]) -> None:
        day = rules.read_day(answers["day"])
        page.desk.career.change_rating(skill.id, place, int(answers["level"]), answers["note"], day)

    await fill_in(page.app, rating_form(skill, skill.history[place]), save)


async def fill_talk(page: Page, one: Talk | None = None) -> None:
    """Add or change a talk; a new one begins with what is unclear about the role."""
    from screens.talk_forms import talk_form

    career, rules = page.desk.career, page.desk.goals.rules()

    def save(answers: Mapping[str, str]) -> None:
        career.talks.save(one.id if one else None, **{**answers, "day": rules.read_day(answers["day"])})

    questions = "\n".join(career.role.get().questions)
    await fill_in(page.app, talk_form(one, page.desk.today(), questions), save)


async def fill_agreed(page: Page, talk: str, one: Agreed | None = None) -> None:
    """Add something agreed to a talk, or change it; call it from a worker."""
    from screens.talk_forms import agreed_form

    rules = page.desk.goals.rules()

    def save(answers: Mapping[str, str]) -> None:
        page.desk.career.talks.agree(talk, one, **fields_from("agreed", answers, rules))

    await fill_in(page.app, agreed_form(one), save)


async def fill_feedback(page: Page, one: Feedback | None = None) -> None:
    """Keep or change a feedback; call it from a worker."""
    from screens.growth_forms import feedback_fields, feedback_form

    desk, rules = page.desk, page.desk.goals.rules()
    skills = [(skill.id, skill.title) for skill in desk.career.skills.all()]
    goals = [(goal.id, goal.title) for goal in desk.goals.all() if not goal.archived or (one and one.goal == goal.id)]

    def save(answers: Mapping[str, str]) -> None:
        desk.feedback.save(one.id if one else None, **feedback_fields(answers, rules))

    await fill_in(page.app, feedback_form(one, desk.today(), skills, goals), save)


def write_goal(page: Page, draft: GoalDraft) -> None:
    """Write a development goal with the wizard."""
    from screens.wizard import WizardPage

    page.app.push_screen(WizardPage(page.desk, draft.with_(step="specific")))
