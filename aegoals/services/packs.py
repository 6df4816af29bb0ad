"""The evidence pack: gathers what happened in a range of days and writes it down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from aegoals.domain.career import Training
from aegoals.domain.pack import Evidence, pack
from aegoals.domain.periods import Period
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _
from aegoals.services.career import CareerService
from aegoals.services.contests import ContestService
from aegoals.services.context import Context
from aegoals.services.feedback import FeedbackService
from aegoals.services.goals import GoalService

NAMING = ("records", "goals", "feedback", "contests", "talks", "role")  # tables that name somebody
NAMES = frozenset({"account", "deal", "person", "passed_on_to", "who"})


class PackService:
    """Writes evidence packs."""

    def __init__(
        self,
        context: Context,
        goals: GoalService,
        career: CareerService,
        feedback: FeedbackService,
        contests: ContestService,
    ) -> None:
        self._context = context
        self._goals = goals
        self._career = career
        self._feedback = feedback
        self._contests = contests

    def markdown(self, start: date, end: date, *, masked: bool = False) -> str:
        """Return the pack of these days, both included; masked without names of accounts, deals and people."""
        if end < start:
            raise RefusedInput(
                _("{end} is before {start}.").format(end=end, start=start), _("Give the first day first.")
            )
        evidence = self._evidence(Period(start, end))
        return pack(evidence, self._names() if masked else ())

    def write(self, path: Path, start: date, end: date, *, masked: bool = False) -> Path:
        """Write the pack into a new file; raises RefusedInput where it exists or cannot be written."""
        text = self.markdown(start, end, masked=masked)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            raise RefusedInput(_("{path} exists already.").format(path=path), _("Choose another name.")) from None
        except OSError as error:
            reason = error.strerror or error
            raise RefusedInput(_("{path} cannot be written: {reason}.").format(path=path, reason=reason)) from error
        return path

    def _evidence(self, period: Period) -> Evidence:
        start, end = period.start, min(period.end, self._context.today())
        profile = self._context.profile()
        goals = [one for one in self._goals.all() if one.start <= period.end and one.due >= period.start]
        return Evidence(
            period=period,
            name=profile.name,
            locale=profile.locale,
            won=self._context.index.between(start, end, ("deal_won",)),
            goals=self._goals.standings(goals),
            feedback=self._feedback.between(start, end),
            skills=[one for one in self._career.skills.all() if any(each.day in period for each in one.history)],
            trainings=self._trainings(Period(start, max(start, end))),
            talks=self._career.talks.all()[::-1],
            contests=[one for one in self._contests.won() if one.contest.end in period],
        )

    def _trainings(self, period: Period) -> list[Training]:
        """Return the trainings that were finished on these days, or worked on: hours in the log bear their title."""
        hours = self._context.index.between(period.start, period.end, ("training",))
        titles = {record.note for record in hours}
        return [
            one
            for one in self._career.trainings.all()
            if one.title in titles or (one.finished_on and one.finished_on in period)
        ]

    def _names(self) -> Iterator[str]:
        """Yield the name of every account, deal and person in the data."""
        for table in NAMING:
            for document in self._context.store.table(table).values():
                yield from _names_in(document)


def _names_in(value: object) -> Iterator[str]:
    """Yield what stands in the fields that name somebody, however deep they lie."""
    if isinstance(value, Mapping):
        for field, one in value.items():
            if field in NAMES and isinstance(one, str) and one.strip():
                yield one
            else:
                yield from _names_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from _names_in(one)
