"""What levels, aspirations, trainings and evidence are called, for every face."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.career import AspirationKind, ProofKind, Skill, TrainingKind
from aegoals.domain.career_path import Path, way
from aegoals.domain.profile import Role
from aegoals.locale.numbers import show_share
from aegoals.locale.texts import _, mark


@dataclass(frozen=True, slots=True)
class Step:
    """One level of the scale: its name and what it means."""

    title: str
    about: str


SCALE = (
    Step(mark("not yet"), mark("I have not done it.")),
    Step(mark("first tries"), mark("I know what it is and have tried it.")),
    Step(mark("with help"), mark("I do it when somebody stands by.")),
    Step(mark("alone"), mark("I do it by myself in ordinary cases.")),
    Step(mark("safely"), mark("I do it in hard cases too, and it works.")),
    Step(mark("others learn it from me"), mark("I am asked how it is done.")),
)
ASPIRATION_KINDS = {
    AspirationKind.OWN_WORDS: mark("in my own words"),
    AspirationKind.LEAD: mark("lead a team"),
    AspirationKind.SPECIALIST: mark("specialist"),
    AspirationKind.OTHER_ROLE: mark("another role"),
    AspirationKind.OWN_BUSINESS: mark("own business"),
    AspirationKind.EARLY_RETIREMENT: mark("early retirement"),
}
TRAINING_KINDS = {
    TrainingKind.OTHER: mark("other"),
    TrainingKind.TOOL: mark("tool"),
    TrainingKind.METHOD: mark("method"),
    TrainingKind.ROLE: mark("role"),
}
PROOF_KINDS = {
    ProofKind.DEAL: mark("won deal"),
    ProofKind.NOTE: mark("log"),
    ProofKind.TRAINING: mark("training"),
    ProofKind.FEEDBACK: mark("feedback"),
}
GONE = {
    ProofKind.DEAL: mark("a won deal that was deleted since"),
    ProofKind.NOTE: mark("a log record that was deleted since"),
    ProofKind.TRAINING: mark("a training that was deleted since"),
    ProofKind.FEEDBACK: mark("a feedback that was deleted since"),
}
ROLE_WORDS = {
    Role.NEW_BUSINESS: mark("new business"),
    Role.ACCOUNTS: mark("existing accounts"),
    Role.BOTH: mark("new business and existing accounts"),
}
RULE = mark(
    "The bar is the mean of what the path asks for. A skill counts by its way from your first rating to the "
    "wanted level, and fully once it is there; an experience counts as done or not."
)


def level_words(level: int) -> str:
    """Return a level with its name, such as ``3 alone``."""
    return f"{level} {_(SCALE[level].title)}"


def scale_words() -> str:
    """Return the whole scale on one line."""
    return " · ".join(level_words(level) for level in range(len(SCALE)))


def skill_reason(skill: Skill) -> str:
    """Return from where to where a skill went, without its name."""
    first = skill.history[0].level if skill.history else skill.level
    words = _("first {first}, now {level}, wanted {wanted}")
    return words.format(first=first, level=skill.level, wanted=skill.wanted)


def path_reasons(path: Path, locale: str) -> Iterator[tuple[str, str, str]]:
    """Yield what each part of a path counts for: its title, why, and the share."""
    for skill in path.skills:
        yield skill.title, skill_reason(skill), show_share(way(skill), locale)
    for one in path.experiences:
        yield one.title, _("done") if one.done_on else _("not done yet"), show_share(_whole(one.done_on), locale)


def _whole(done: object) -> Decimal:
    return Decimal(1 if done else 0)
