"""The lines of ``aegoals log``: what they mean, asked about where somebody can answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from aegoals.cli.error_words import error_words
from aegoals.cli.keys import keys_at_once, read_keys
from aegoals.cli.output import say, warn
from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.locale.texts import _, ngettext

if TYPE_CHECKING:
    from aegoals.domain.quicklog import LineReading
    from aegoals.domain.quicklog.doubts import Doubt
    from aegoals.domain.record import LogRecord
    from aegoals.services import Desk

MOST_READINGS = 9  # a digit each
LEAVING = frozenset({"q", "Q", "\x1b", "\x04", "\r", "\n"})  # Escape, end of input, Enter


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line and the records that it means."""

    line: str
    records: list[LogRecord]


class Lines:
    """Reads lines one after the other; those that cannot be stored are remembered, not raised."""

    def __init__(self, desk: Desk, day: date | None, *, may_ask: bool) -> None:
        self._desk = desk
        self._day = day
        self._may_ask = may_ask
        self.understood: list[ReadLine] = []
        self.refused: list[tuple[int, str, RefusedInput]] = []

    def read(self, number: int, line: str) -> None:
        """Read the line with this number."""
        log = self._desk.log
        try:
            reading = self._answered(line, log.read(line))
            self.understood.append(ReadLine(line, log.records_of(line, reading, self._day)))
        except RefusedInput as refusal:
            self.refused.append((number, line, refusal))

    def _answered(self, line: str, reading: LineReading) -> LineReading:
        """Ask the doubts of a line one after the other, as far as the AE is there and answers."""
        picks: list[int] = []
        while reading.doubts and reading.doubts[0].readings and self._may_ask and _somebody_is_there():
            answer = ask(reading.doubts[0])
            if answer is None:
                break
            picks.append(answer)
            reading = self._desk.log.read(line, picks)
        return reading

    def refuse(self) -> None:
        """Raise what was refused; of several lines each is named first, with its number."""
        if not self.refused:
            return
        total = len(self.refused) + len(self.understood)
        if total == 1:
            raise self.refused[0][2]
        for number, line, refusal in self.refused:
            words = _("line {number}: “{line}”: {why}")
            warn(words.format(number=number, line=line[:60], why=error_words(refusal)))
        count = len(self.refused)
        words = ngettext("{count} of {total} lines was refused", "{count} of {total} lines were refused", count)
        raise RefusedInput(
            _("Nothing was stored: {words}.").format(words=words.format(count=count, total=total)),
            _("Mend them and give all lines again."),
        )


def _somebody_is_there() -> bool:
    from aegoals.cli.open import is_terminal

    return is_terminal()


def ask(doubt: Doubt) -> int | None:
    """Show the readings of a doubt and return the one whose digit is typed; None for any way out."""
    readings = doubt.readings[:MOST_READINGS]
    say(doubt.message)
    for number, reading in enumerate(readings, 1):
        say(f"  {number}  {reading.label}")
    with keys_at_once():
        click.echo(_("Type 1 to {count}, or q to store nothing: ").format(count=len(readings)), nl=False)
        answer = _digit(len(readings))
    say("" if answer is None else str(answer))
    return None if answer is None else answer - 1


def _digit(most: int) -> int | None:
    """Wait for a digit from 1 to ``most``; None for a key that leaves."""
    while True:
        typed = read_keys()
        if not typed or typed in LEAVING:
            return None
        for letter in typed:
            if letter in "123456789"[:most]:
                return int(letter)


def unclear(desk: Desk, line: str, refusal: RefusedInput) -> dict[str, object]:
    """Return what is certain of a line and its readings, or why it holds nothing that can be stored."""
    if isinstance(refusal, AmbiguousInput):
        from aegoals.cli.shapes import reading_json

        return reading_json(desk.log.read(line))
    return {"ambiguous": False, "records": [], "refused": refusal.message}
