"""``aegoals log``: write down what was done, in the AE's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.complete_log import complete_line
from aegoals.cli.log_lines import Lines, ReadLine, unclear
from aegoals.cli.options import DAY
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.moves import Move
    from aegoals.domain.record import LogRecord

LONGEST_TITLE = 120
LARGEST_KEPT = (32 << 20) - 8192  # bytes; glibc learns from no larger block


@click.command(
    "log",
    cls=Command,
    params=[
        click.Argument(
            ["words"],
            nargs=-1,
            metavar="LINE...",
            help=mark("What you did, or “-”."),
            shell_complete=complete_line,
        ),
        click.Option(["--date", "day"], type=DAY, metavar=DAY.name, help=mark("The day of entries that name none.")),
        click.Option(["--undo"], is_flag=True, help=mark("Take back what was logged last.")),
        click.Option(["--dry-run"], is_flag=True, help=mark("Only show how it is understood and what it would move.")),
        click.Option(["--json", "as_json"], is_flag=True, help=mark("Print one JSON object for each line.")),
    ],
    help=mark(
        "Write down what you did, such as: aegoals log 3 calls, demo @Globex\n\n"
        "A record is a number, a kind, and in any order an amount, @account, #product or #tag, minutes and "
        "a note. Commas separate records; a day such as “yesterday:” stands in front. “-” reads standard "
        "input, one entry a line; all lines together are one action, stored whole or not at all. What can be "
        "read in two ways is asked at a terminal and answered with a digit; elsewhere nothing is stored, the "
        "readings are printed on standard error and the exit code is 3."
    ),
)
@pass_session
def log(session: Session, words: Sequence[str], *, day: date | None, undo: bool, dry_run: bool, as_json: bool) -> None:
    """Read the lines, store their records as one action, print them and what they moved."""
    if undo:
        _take_back(session, words)
        return
    if not words:
        raise _wrong_usage(_("There is nothing to log: write it behind the command, or “-”."))
    lines = list(_lines(" ".join(words)))
    _keep_freed_blocks()
    if dry_run and as_json:
        _print_readings(session, lines, day)
        return
    read = _read(session, lines, day, may_ask=not as_json)
    records = [record for one in read for record in one.records]
    moves = session.desk.standings.would_move(records)
    if not dry_run:
        session.desk.log.add(records, "; ".join(one.line for one in read)[:LONGEST_TITLE])
    _print_json(read, moves) if as_json else _print(session, records, moves)


def _keep_freed_blocks() -> None:
    """Let ten years of records be written from the memory that reading them has freed.

    glibc gives a large block back to the system at once, and each page of the next one costs a fault; it keeps
    blocks of a size that it has seen freed. This one is never touched and costs nothing, here or elsewhere.
    """
    bytes(LARGEST_KEPT)


def _take_back(session: Session, words: Sequence[str]) -> None:
    """Take the latest action back if it was a line of the log."""
    from aegoals.domain.action_words import action_words

    if words:
        raise _wrong_usage(_("--undo takes back what was logged last; it takes no line."))
    latest = next((one for one in reversed(session.desk.history.entries()) if not one.undone), None)
    if latest is not None and latest.verb != "log":
        raise RefusedInput(
            _("The latest action was no line of the log: {action}.").format(
                action=action_words(latest.verb, latest.title)
            ),
            _("aegoals undo takes it back."),
        )
    entry = session.desk.history.undo()
    say(_("Taken back: {action}").format(action=action_words(entry.verb, entry.title)))


def _wrong_usage(message: str) -> click.UsageError:
    return click.UsageError(message, click.get_current_context())


def _lines(line: str) -> Iterator[tuple[int, str]]:
    """Yield the lines to read with their numbers: those given, or those of standard input."""
    from aegoals.cli import standard_input

    if line.strip() == standard_input.WORD:
        yield from standard_input.read_lines()
    else:
        given = [(number, one) for number, one in enumerate(line.splitlines(), 1) if one.strip()]
        yield from given or [(1, line)]


def _read(session: Session, lines: Sequence[tuple[int, str]], day: date | None, *, may_ask: bool) -> Sequence[ReadLine]:
    """Return what the lines mean; raises RefusedInput where one of them cannot be stored."""
    reader = Lines(session.desk, day, may_ask=may_ask)
    for number, line in lines:
        reader.read(number, line)
    reader.refuse()
    return reader.understood


def _print_readings(session: Session, lines: Sequence[tuple[int, str]], day: date | None) -> None:
    """Print for each line whether it is clear and what it means; the first refusal is raised at the end."""
    refusals: list[RefusedInput] = []
    for _number, line in lines:
        try:
            answer = _clear_answer(session.desk.log.understand(line, day))
        except RefusedInput as refusal:
            refusals.append(refusal)
            answer = unclear(session.desk, line, refusal)
        say_json(answer, in_one_line=True)
    if refusals:
        raise refusals[0]


def _clear_answer(records: Sequence[LogRecord], *, stored: bool = False) -> dict[str, object]:
    from aegoals.cli.shapes import record_json

    return {"ambiguous": False, "records": [record_json(record, with_id=stored) for record in records]}


def _print_json(read: Sequence[ReadLine], moves: Sequence[Move]) -> None:
    """Print one object a line; the last one says what all lines together moved."""
    from aegoals.cli.shapes import move_json

    for one in read:
        answer = _clear_answer(one.records, stored=True)
        moved = {"moved": [move_json(move) for move in moves]} if one is read[-1] else {}
        say_json(answer | moved, in_one_line=True)


def _print(session: Session, records: Sequence[LogRecord], moves: Sequence[Move]) -> None:
    from aegoals.cli.day_words import day_words
    from aegoals.domain.words import record_words

    for record in records:
        day = day_words(record.date, session.today(), session.locale)
        say(f"{day}: {record_words(record, session.locale, with_note=True)}")
    if moves:
        from aegoals.domain.move_words import moves_words

        say(moves_words(moves, session.locale))
