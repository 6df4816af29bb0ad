"""Aspirations, skills and training; talks, role, evidence and timeline stand behind their own doors."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from aegoals.domain.career import Aspiration, Proof, ProofKind, Skill, Training
from aegoals.domain.career_path import serves
from aegoals.domain.fields import Model
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.reference import named
from aegoals.services.shelf import Shelf
from aegoals.store.ids import new_id

if TYPE_CHECKING:
    from aegoals.services.career_evidence import EvidenceService
    from aegoals.services.career_path import PathService
    from aegoals.services.career_story import StoryService
    from aegoals.services.role import RoleService
    from aegoals.services.talks import TalkService
    from aegoals.store.protocol import Transaction

M = TypeVar("M", bound=Model)
MINUTES_AN_HOUR = 60


class CareerService:
    """What an AE does for a career."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.aspirations = Shelf(context.store, "aspirations", Aspiration, by_age=True)
        self.skills = Shelf(context.store, "skills", Skill, by_age=True)
        self.trainings = Shelf(context.store, "trainings", Training, by_age=True)

    @cached_property
    def paths(self) -> PathService:
        """The way to each aspiration."""
        from aegoals.services.career_path import PathService

        return PathService(self._context, self.aspirations, self.skills)

    @cached_property
    def evidence(self) -> EvidenceService:
        """What shows a skill."""
        from aegoals.services.career_evidence import EvidenceService

        return EvidenceService(self._context, self.trainings)

    @cached_property
    def talks(self) -> TalkService:
        """Talks and what was agreed in them."""
        from aegoals.services.talks import TalkService

        return TalkService(self._context)

    @cached_property
    def role(self) -> RoleService:
        """The AE's role in writing."""
        from aegoals.services.role import RoleService

        return RoleService(self._context)

    @cached_property
    def story(self) -> StoryService:
        """The timeline."""
        from aegoals.services.career_story import StoryService

        return StoryService(self._context, (self.aspirations, self.skills, self.trainings), self.talks, self.role)

    # --- aspirations, skills, trainings

    def save_aspiration(self, key: str | None = None, **fields: object) -> Aspiration:
        """Add an aspiration, or change the one with this id; career goals that serve it follow a new title."""
        before = self.aspirations.get(key).title if key else ""
        saved = self._built(self.aspirations, Aspiration, key or new_id(), fields, is_new=key is None)
        with self._context.transaction("career", saved.title) as transaction:
            saved = self._built(self.aspirations, Aspiration, saved.id, fields, is_new=key is None)
            self.aspirations.put(transaction, saved.id, saved)
            if before and saved.title != before:
                self._rename(transaction, before, saved.title)
        return saved

    def _rename(self, transaction: Transaction, before: str, after: str) -> None:
        for goal in self._context.goals.all():
            if serves(goal, before):
                self._context.goals.put(transaction, goal.id, goal.with_(serves=after))

    def save_skill(self, key: str | None = None, **fields: object) -> Skill:
        """Add a skill, or change the one with this id; another level is a rating of today. Raises RefusedInput."""
        today = self._context.today()

        def saved(name: str) -> Skill:
            if key is None:
                return Skill.build({"id": name, **fields, "rated_on": today})
            known, level = self.skills.get(name), fields.get("level")
            changed = known.with_(**{**fields, "level": known.level})
            return changed if level is None or level == known.level else changed.rated(level, today)  # type: ignore[arg-type]

        return self._put(self.skills, "career", key or new_id(), saved)

    def save_training(self, key: str | None = None, **fields: object) -> Training:
        """Add a training, or change the one with this id; raises RefusedInput."""
        return self._put(
            self.trainings,
            "career",
            key or new_id(),
            lambda name: self._built(self.trainings, Training, name, fields, is_new=key is None),
        )

    # --- ratings and evidence

    def rate(
        self, key: str, level: int, note: str = "", day: date | None = None, proof: tuple[ProofKind, str] | None = None
    ) -> Skill:
        """Rate a skill, today unless told otherwise; ``proof`` attaches evidence with it. Raises RefusedInput."""
        today = self._context.today()
        _check_not_to_come(day or today, today)

        def rated(name: str) -> Skill:
            skill = self.skills.get(name).rated(level, day or today, note)
            return _with_proof(skill, *proof, today) if proof else skill

        return self._put(self.skills, "rate", key, rated)

    def change_rating(self, key: str, place: int, level: int, note: str, day: date) -> Skill:
        """Change one rating in a skill's history; raises RefusedInput."""
        _check_not_to_come(day, self._context.today())
        return self._put(self.skills, "rate", key, lambda name: self.skills.get(name).rerated(place, level, day, note))

    def forget_rating(self, key: str, place: int) -> Skill:
        """Take one rating out of a skill's history; raises RefusedInput for the only one."""
        return self._put(self.skills, "rate", key, lambda name: self.skills.get(name).without_rating(place))

    def attach(self, key: str, kind: ProofKind, ref: str) -> Skill:
        """Attach evidence to a skill; raises RefusedInput where it is attached already."""
        today = self._context.today()
        return self._put(
            self.skills, "evidence", key, lambda name: _with_proof(self.skills.get(name), kind, ref, today)
        )

    def detach(self, key: str, proof: Proof) -> Skill:
        """Take a piece of evidence off a skill."""

        def without(name: str) -> Skill:
            skill = self.skills.get(name)
            return skill.with_(proofs=tuple(one for one in skill.proofs if one != proof))

        return self._put(self.skills, "evidence", key, without)

    # --- hours

    def train(self, key: str, hours: Decimal) -> Training:
        """Log hours of a training: they count for it and stand in the daily log, as one action."""
        with self._context.transaction("train", self.trainings.get(key).title) as transaction:
            return self._train(transaction, self.trainings.get(key), hours)

    def _train(self, transaction: Transaction, training: Training, hours: Decimal) -> Training:
        from aegoals.domain.record import LogRecord

        minutes = round(hours * MINUTES_AN_HOUR)
        if minutes <= 0:
            raise RefusedInput(
                _("“{hours}” hours is nothing to log.").format(hours=hours), _("Give at least a minute.")
            )
        record = LogRecord.build(
            {
                "id": new_id(),
                "logged_at": self._context.now().isoformat(),
                "date": self._context.today(),
                "kind": "training",
                "minutes": minutes,
                "note": training.title,
            }
        )
        changed = training.with_(hours_done=training.hours_done + hours)
        self.trainings.put(transaction, changed.id, changed)
        self._context.records.put(transaction, record.id, record)
        return changed

    def train_by_name(self, name: str, hours: Decimal) -> Training:
        """Log hours of the training with this title or id; a new title becomes a training with them."""
        with suppress(NotFound):
            return self.train(self.training(name).id, hours)
        fresh = Training.build({"id": new_id(), "title": name, "hours_planned": hours, "hours_done": Decimal(0)})
        with self._context.transaction("train", fresh.title) as transaction:
            self.trainings.put(transaction, fresh.id, fresh)
            return self._train(transaction, fresh, hours)

    def delete(self, item: Aspiration | Skill | Training) -> Aspiration | Skill | Training:
        """Delete an aspiration, a skill or a training and return it."""
        shelves: dict[type, Shelf[Aspiration] | Shelf[Skill] | Shelf[Training]] = {
            Aspiration: self.aspirations,
            Skill: self.skills,
            Training: self.trainings,
        }
        with self._context.transaction("delete", item.title) as transaction:
            shelves[type(item)].remove(transaction, item.id)
        return item

    def skill(self, reference: str) -> Skill:
        """Return the skill with this id, a part of it, or this title; raises NotFound, RefusedInput."""
        missing = NotFound(
            _("There is no skill “{reference}”.").format(reference=reference), _("See the ids with: aegoals skill")
        )
        return named(self.skills.all(), reference, lambda one: one.id, lambda one: one.title, missing)

    def training(self, reference: str) -> Training:
        """Return the training with this id, a part of it, or this title; raises NotFound, RefusedInput."""
        missing = NotFound(
            _("There is no training “{reference}”.").format(reference=reference),
            _("See the ids with: aegoals training"),
        )
        return named(self.trainings.all(), reference, lambda one: one.id, lambda one: one.title, missing)

    def _built(self, shelf: Shelf[M], model: type[M], name: str, fields: dict[str, object], *, is_new: bool) -> M:
        return model.build({"id": name, **fields}) if is_new else shelf.get(name).with_(**fields)

    def _put(self, shelf: Shelf[M], verb: str, name: str, build: Callable[[str], M]) -> M:
        """Build, check and save one object as one action; it is built anew inside, on what others saved."""
        with self._context.transaction(verb, str(getattr(build(name), "title", ""))) as transaction:
            item = build(name)
            shelf.put(transaction, name, item)
        return item


def _with_proof(skill: Skill, kind: ProofKind, ref: str, day: date) -> Skill:
    if any((one.kind, one.ref) == (kind, ref) for one in skill.proofs):
        raise RefusedInput(_("This is attached already."), _("Choose another one."))
    return skill.with_(proofs=(*skill.proofs, Proof(kind=kind, ref=ref, attached_on=day)))


def _check_not_to_come(day: date, today: date) -> None:
    if day > today:
        raise RefusedInput(_("{day} is still to come.").format(day=day), _("Rate what you can do today."))
