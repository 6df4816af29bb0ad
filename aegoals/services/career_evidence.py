"""Evidence of skills: what can be attached, and what the attached says today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from aegoals.domain.career import Proof, ProofKind, Skill, Training
from aegoals.domain.career_words import GONE
from aegoals.domain.feedback import Feedback
from aegoals.domain.record import LogRecord
from aegoals.domain.words import record_words
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.feedback import TABLE
from aegoals.services.reference import named
from aegoals.services.shelf import Shelf

WON = "deal_won"
NOTES_SINCE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Source:
    """Something that can show a skill; a source that was deleted has no day and says so."""

    kind: ProofKind
    ref: str
    words: str
    day: date | None = None

    @property
    def is_gone(self) -> bool:
        """Whether it was deleted since."""
        return self.day is None


class EvidenceService:
    """Finds evidence and puts it into words."""

    def __init__(self, context: Context, trainings: Shelf[Training]) -> None:
        self._context = context
        self._trainings = trainings
        self._feedback = Shelf(context.store, TABLE, Feedback)

    def offered(self, skill: Skill) -> list[Source]:
        """Return what can be attached to a skill, the latest first.

        Won deals, trainings and feedback of all years; log records with a note of the last twelve months.
        """
        known = {(one.kind, one.ref) for one in skill.proofs}
        sources = (*self._of_trainings(), *map(self._of_said, self._feedback.all()), *self._of_log())
        found = [one for one in sources if (one.kind, one.ref) not in known]
        return sorted(found, key=lambda one: one.day or date.min, reverse=True)

    def shown(self, skill: Skill) -> list[tuple[Proof, Source]]:
        """Return the evidence of a skill with what it says today."""
        return [(proof, self.source(proof)) for proof in skill.proofs]

    def source(self, proof: Proof) -> Source:
        """Return what a piece of evidence says today; a plain note where it was deleted."""
        try:
            return self._read(proof)
        except (NotFound, RefusedInput):
            return Source(proof.kind, proof.ref, _(GONE[proof.kind]))

    def find(self, skill: Skill, reference: str) -> Source:
        """Return what can be attached with this id, a part of it, or these words; raises NotFound, RefusedInput."""
        missing = NotFound(
            _("Nothing to attach has the id “{reference}”.").format(reference=reference),
            _("See what there is with: aegoals skill evidence SKILL --offer"),
        )
        return named(self.offered(skill), reference, lambda one: one.ref, lambda one: one.words, missing)

    def _read(self, proof: Proof) -> Source:
        if proof.kind is ProofKind.TRAINING:
            return self._of_training(self._trainings.get(proof.ref))
        if proof.kind is ProofKind.FEEDBACK:
            return self._of_said(self._feedback.get(proof.ref))
        return self._of_record(self._context.records.get(proof.ref), proof.kind)

    def _of_trainings(self) -> Iterator[Source]:
        return (self._of_training(one) for one in self._trainings.all() if one.is_done or one.hours_done > 0)

    def _of_training(self, one: Training) -> Source:
        return Source(ProofKind.TRAINING, one.id, one.title, one.finished_on or self._context.today())

    def _of_said(self, one: Feedback) -> Source:
        return Source(ProofKind.FEEDBACK, one.id, f"{one.person}: {one.text}" if one.person else one.text, one.day)

    def _of_log(self) -> Iterator[Source]:
        index, today = self._context.index, self._context.today()
        for one in index.between(end=today, kinds=(WON,)):
            yield self._of_record(one, ProofKind.DEAL)
        for one in index.between(today - NOTES_SINCE, today):
            if one.note and one.kind != WON:
                yield self._of_record(one, ProofKind.NOTE)

    def _of_record(self, record: LogRecord, kind: ProofKind) -> Source:
        words = record_words(record, self._context.profile().locale, with_note=True)
        return Source(kind, record.id, words, record.date)
