"""Where the AE wants to be, what it takes, and what was done for it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field

from aegoals.domain.fields import Day, Line, Model, Name, Note, Quantity
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

HIGHEST_LEVEL = 5

Level = Annotated[int, Field(ge=0, le=HIGHEST_LEVEL, strict=True)]


class AspirationKind(StrEnum):
    """What kind of future it is."""

    OWN_WORDS = "own_words"
    LEAD = "lead"
    SPECIALIST = "specialist"
    OTHER_ROLE = "other_role"
    OWN_BUSINESS = "own_business"
    EARLY_RETIREMENT = "early_retirement"


class Experience(Model):
    """Something to have done on the way, such as leading a bid."""

    title: Name
    done_on: Day | None = None


class Aspiration(Model):
    """Where the AE wants to be, by which year, and the path: the skills and experiences that it asks for."""

    id: str
    title: Name
    kind: AspirationKind = AspirationKind.OWN_WORDS
    horizon: Annotated[int, Field(ge=1950, le=2150, strict=True)] | None = None  # year
    why: Note = ""
    skills: tuple[str, ...] = ()  # ids
    experiences: tuple[Experience, ...] = ()
    reached_on: Day | None = None


class Rating(Model):
    """How the AE rated a skill on a day."""

    day: Day
    level: Level
    note: Line = ""


class ProofKind(StrEnum):
    """What a piece of evidence is."""

    DEAL = "deal"  # a won deal of the log
    NOTE = "note"  # another record of the log
    TRAINING = "training"
    FEEDBACK = "feedback"


class Proof(Model):
    """A piece of evidence: where it stands, not what it says, so that nothing of what is deleted stays behind."""

    kind: ProofKind
    ref: str  # its id
    attached_on: Day


class Skill(Model):
    """A skill on a scale of 0 (not yet) to 5 (others learn it from me): today's and the wanted level."""

    id: str
    title: Name
    level: Level = 0
    wanted: Level = HIGHEST_LEVEL
    evidence: Note = ""
    rated_on: Day | None = None
    ratings: tuple[Rating, ...] = ()  # oldest first; files of earlier versions know the latest only
    proofs: tuple[Proof, ...] = ()

    @property
    def history(self) -> tuple[Rating, ...]:
        """Every rating, oldest first; the last one is today's level."""
        if self.rated_on is None:
            return self.ratings
        last = self.ratings[-1] if self.ratings else None
        if last is not None and (last.day, last.level) == (self.rated_on, self.level):
            return self.ratings
        return (*self.ratings, Rating(day=self.rated_on, level=self.level))

    def rated(self, level: int, day: date, note: str = "") -> Self:
        """Return the skill with one more rating; one of an earlier day takes its place before the later ones."""
        rating = Rating.build({"day": day, "level": level, "note": note})
        return self._with_history((*self.history, rating))

    def rerated(self, place: int, level: int, day: date, note: str) -> Self:
        """Return the skill with one of its ratings changed."""
        rating = Rating.build({"day": day, "level": level, "note": note})
        return self._with_history((*self.history[:place], rating, *self.history[place + 1 :]))

    def without_rating(self, place: int) -> Self:
        """Return the skill without one of its ratings; raises RefusedInput for the only one."""
        history = self.history
        if len(history) <= 1:
            raise RefusedInput(_("The only rating of a skill stays."), _("Rate it anew, or delete the skill."))
        return self._with_history((*history[:place], *history[place + 1 :]))

    def _with_history(self, ratings: tuple[Rating, ...]) -> Self:
        kept = tuple(sorted(ratings, key=lambda one: one.day))
        return self.with_(ratings=kept, level=kept[-1].level, rated_on=kept[-1].day)


class TrainingKind(StrEnum):
    """What a training is about."""

    OTHER = "other"
    TOOL = "tool"
    METHOD = "method"
    ROLE = "role"


class Training(Model):
    """A course, book or practice with planned and spent hours; hours logged with its tag count too."""

    id: str
    title: Name
    kind: TrainingKind = TrainingKind.OTHER
    hours_planned: Quantity
    hours_done: Quantity
    skill: str | None = None  # the id of the skill it serves
    finished_on: Day | None = None
    certificate: Line = ""
    changed: Note = ""  # what is different since
    note: Line = ""

    @property
    def is_done(self) -> bool:
        """Whether it is finished, or its planned hours are."""
        return self.finished_on is not None or 0 < self.hours_planned <= self.hours_done
