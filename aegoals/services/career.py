"""Aspirations, skills and training."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from aegoals.domain.career import Aspiration, Skill, Training
from aegoals.domain.fields import Model
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.shelf import Shelf
from aegoals.store.ids import new_id

M = TypeVar("M", bound=Model)
MINUTES_AN_HOUR = 60


class CareerService:
    """What an AE does for a career."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.aspirations = Shelf(context.store, "aspirations", Aspiration)
        self.skills = Shelf(context.store, "skills", Skill)
        self.trainings = Shelf(context.store, "trainings", Training)

    def save_aspiration(self, key: str | None = None, **fields: object) -> Aspiration:
        """Add an aspiration, or change the one with this id; raises RefusedInput."""
        return self._save(self.aspirations, Aspiration, key, fields)

    def save_skill(self, key: str | None = None, **fields: object) -> Skill:
        """Add a skill, or change the one with this id; a new level is dated today. Raises RefusedInput."""
        if key is None or fields.get("level", self.skills.get(key).level) != self.skills.get(key).level:
            fields["rated_on"] = self._context.today()
        return self._save(self.skills, Skill, key, fields)

    def save_training(self, key: str | None = None, **fields: object) -> Training:
        """Add a training, or change the one with this id; raises RefusedInput."""
        return self._save(self.trainings, Training, key, fields)

    def train(self, key: str, hours: Decimal) -> Training:
        """Log hours of a training: they count for it and stand in the daily log, as one action."""
        from aegoals.domain.record import LogRecord

        title, minutes = self.trainings.get(key).title, round(hours * MINUTES_AN_HOUR)
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
                "note": title,
            }
        )
        with self._context.transaction("train", title) as transaction:
            training = self.trainings.get(key)
            changed = training.with_(hours_done=training.hours_done + hours)
            self.trainings.put(transaction, key, changed)
            self._context.records.put(transaction, record.id, record)
        return changed

    def delete(self, item: Aspiration | Skill | Training) -> None:
        """Delete an aspiration, a skill or a training."""
        shelves: dict[type, Shelf[Aspiration] | Shelf[Skill] | Shelf[Training]] = {
            Aspiration: self.aspirations,
            Skill: self.skills,
            Training: self.trainings,
        }
        with self._context.transaction("delete", item.title) as transaction:
            shelves[type(item)].remove(transaction, item.id)

    def _save(self, shelf: Shelf[M], model: type[M], key: str | None, fields: dict[str, object]) -> M:
        def saved() -> M:
            return shelf.get(key).with_(**fields) if key else model.build({"id": name, **fields})

        name = key or new_id()
        with self._context.transaction("career", str(getattr(saved(), "title", ""))) as transaction:
            item = saved()
            shelf.put(transaction, name, item)
        return item
