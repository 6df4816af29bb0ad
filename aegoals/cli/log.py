"""``aegoals log``: write down what was done, in the AE's own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import DAY
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.record import LogRecord
    from aegoals.services import Desk

LONGEST_TITLE = 120


@click.command(
    "log",
    cls=Command,
    params=[
        click.Argument(["words"], nargs=-1, required=True, metavar="LINE...", help=mark("What you did, or “-”.")),
        click.Option(["--date", "day"], type=DAY, metavar=DAY.name, help=mark("The day of entries that name none.")),
        click.Option(["--dry-run"], is_flag=True, help=mark("Only show how it is understood.")),
        click.Option(["--json", "as_json"], is_flag=True, help=mark("Print one JSON object for each line.")),
    ],
    help=mark(
        "Write down what you did, such as: aegoals log 3 calls, demo @Globex\n\n"
        "A record is a number, a kind, and in any order an amount, @account, #product or #tag, minutes and "
        "a note. Commas separate records; a day such as “yesterday:” stands in front. “-” reads standard "
        "input, one entry a line; all lines together are one action. What can be read in two ways is not "
        "stored: the readings are printed on standard error and the exit code is 3."
    ),
)
@pass_session
def log(session: Session, words: Sequence[str], *, day: date | None, dry_run: bool, as_json: bool) -> None:
    """Read the lines, store their records as one action and print them."""
    lines = _lines(" ".join(words))
    if dry_run and as_json:
        _print_readings(session.desk, lines, day)
        return
    understood = [(line, _understand(session.desk, line, day, among=len(lines))) for line in lines]
    if not dry_run:
        title = "; ".join(lines)[:LONGEST_TITLE]
        session.desk.log.add([record for _line, records in understood for record in records], title)
    for _line, records in understood:
        _print(records, session, as_json=as_json)


def _lines(line: str) -> list[str]:
    """Return the lines to read: the one given, or those of standard input."""
    from aegoals.cli import standard_input

    return standard_input.read_lines() if line.strip() == standard_input.WORD else [line]


def _understand(desk: Desk, line: str, day: date | None, *, among: int) -> list[LogRecord]:
    """Return what a line means; among several lines an error names its line."""
    try:
        return desk.log.understand(line, day)
    except RefusedInput as error:
        if among > 1:
            error.message = _("“{line}”: {message}").format(line=line[:60], message=error.message)
        raise


def _print_readings(desk: Desk, lines: Sequence[str], day: date | None) -> None:
    """Print for each line whether it is clear and what it means; the first refusal is raised at the end."""
    refusals: list[RefusedInput] = []
    for line in lines:
        try:
            answer = _clear_answer(desk.log.understand(line, day))
        except RefusedInput as refusal:
            refusals.append(refusal)
            answer = _unclear_answer(desk, line, refusal)
        say_json(answer, in_one_line=True)
    if refusals:
        raise refusals[0]


def _clear_answer(records: Sequence[LogRecord], *, stored: bool = False) -> dict[str, object]:
    from aegoals.cli.shapes import record_json

    return {"ambiguous": False, "records": [record_json(record, with_id=stored) for record in records]}


def _unclear_answer(desk: Desk, line: str, refusal: RefusedInput) -> dict[str, object]:
    """Return what is certain of a line and its readings, or why it holds nothing that can be stored."""
    if isinstance(refusal, AmbiguousInput):
        from aegoals.cli.shapes import reading_json

        return reading_json(desk.log.read(line))
    return {"ambiguous": False, "records": [], "refused": refusal.message}


def _print(records: Sequence[LogRecord], session: Session, *, as_json: bool) -> None:
    if as_json:
        say_json(_clear_answer(records, stored=True), in_one_line=True)
        return
    from aegoals.cli.day_words import day_words
    from aegoals.domain.words import record_words

    for record in records:
        day = day_words(record.date, session.today(), session.locale)
        say(f"{day}: {record_words(record, session.locale, with_note=True)}")
