"""Talks about the AE's work and future: what was asked, said and agreed, by whom until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from aegoals.domain.fields import Day, Line, Model, Name, Note
from aegoals.locale.texts import _


class Agreed(Model):
    """Something that was agreed: what, by whom (nobody named: the AE), until when."""

    title: Name
    who: Line = ""
    due: Day | None = None
    done_on: Day | None = None


class Talk(Model):
    """One talk, with a manager, a mentor, a colleague. Questions are prepared, one a line."""

    id: str
    day: Day
    person: Name
    questions: Note = ""
    said: Note = ""
    agreed: tuple[Agreed, ...] = ()

    @property
    def title(self) -> str:
        """What the talk is called in the history."""
        return _("Talk with {person}").format(person=self.person)


@dataclass(frozen=True, slots=True)
class Promise:
    """An agreed item of a talk, and its place there."""

    talk: Talk
    place: int
    agreed: Agreed

    @property
    def key(self) -> str:
        """What names it: the talk's id and the place."""
        return f"{self.talk.id}.{self.place}"


def promises(talks: Iterable[Talk]) -> Iterator[Promise]:
    """Yield everything that was agreed."""
    return (Promise(talk, place, one) for talk in talks for place, one in enumerate(talk.agreed))


def due_promises(talks: Iterable[Talk], today: date) -> list[Promise]:
    """Return what was agreed, is due today or was on an earlier day, and is still open; the oldest first."""
    found = [one for one in promises(talks) if one.agreed.done_on is None and _is_due(one.agreed, today)]
    return sorted(found, key=lambda one: (one.agreed.due or date.max, one.key))


def _is_due(agreed: Agreed, today: date) -> bool:
    return agreed.due is not None and agreed.due <= today
