"""The days of a line: a date holds from where it is named to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aegoals.domain.quicklog.dates import LogDate
from aegoals.domain.quicklog.doubts import Question
from aegoals.domain.quicklog.drafts import Draft
from aegoals.domain.quicklog.pieces import Piece


class Days:
    """The date that holds from where it is named to the next one."""

    def __init__(self) -> None:
        self.named = False
        self._held: LogDate | None = None
        self._doubtful: list[tuple[Piece, list[int]]] = []

    def dated(self, draft: Draft, place: int, pieces: Sequence[Piece]) -> Draft:
        """Return the draft with the date that holds for it."""
        if pieces:
            self.named = True
            self._held = pieces[-1].date
            if self._held is not None and (self._held.problem or len(self._held.days) != 1):
                self._doubtful.append((pieces[-1], []))
        if self._held is None:
            return draft
        if self._held.problem or len(self._held.days) != 1:
            self._doubtful[-1][1].append(place)
            return replace(draft, held=draft.held or self._held.problem == "planned")
        return replace(draft, date=self._held.days[0])

    def questions(self) -> list[Question]:
        """Return one question for each date that is not clear."""
        asked = []
        for piece, places in self._doubtful:
            found = piece.date or LogDate(())
            days = [{place: [{"date": day, "held": False}] for place in places} for day in found.days]
            code = {"planned": "planned", "range": "range"}.get(found.problem, "date")
            done = [{place: [{"held": False}] for place in places}] if code == "planned" and not days else []
            asked.append(Question(code, piece.text, [*days, *done]))
        return asked
