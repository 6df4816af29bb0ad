"""``aegoals search``: the log of all years, filtered, with totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option, limit_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark, ngettext

if TYPE_CHECKING:
    from aegoals.domain.record import LogRecord
    from aegoals.domain.totals import Total

SHOWN = 50


@click.command(
    "search",
    cls=Command,
    params=[
        click.Argument(["words"], nargs=-1, required=True, metavar="WORDS...", help=mark("Filters and words.")),
        limit_option(SHOWN, mark("At most this many records, the latest first; the totals are of all.")),
        json_option(),
    ],
    help=mark(
        "Find log records of all years, such as: aegoals search kind:call @Globex from:2025-01\n\n"
        "Filters are kind: account: (or @) product: tag: (or # for both, in quotes in most shells) source: "
        "deal: from: and to: with a day, a month or a year. Other words stand anywhere in a record."
    ),
)
@pass_session
def search(session: Session, words: Sequence[str], *, limit: int, as_json: bool) -> None:
    """Print what was found and its totals."""
    found = session.desk.records.find(" ".join(words))
    records = [session.desk.records.get(key) for key in found.keys[:limit]]
    if as_json:
        from aegoals.cli.shapes import record_json

        totals = [
            {"kind": one.kind, "records": one.times, "count": one.count, "amounts": one.amounts} for one in found.totals
        ]
        say_json({"found": len(found.keys), "totals": totals, "records": list(map(record_json, records))})
        return
    _print(records, len(found.keys), found.totals, session.locale)


def _print(records: Sequence[LogRecord], count: int, totals: Sequence[Total], locale: str) -> None:
    from aegoals.cli.tables import table
    from aegoals.domain.words import record_words, total_words

    if not count:
        say(_("Nothing found."))
        return
    rows = [(record.date.isoformat(), record_words(record, locale, with_note=True)) for record in records]
    for line in table(rows):
        say(line)
    if (more := count - len(records)) > 0:
        say(ngettext("and {count} more", "and {count} more", more).format(count=more))
    say()
    heading = ngettext("{count} record", "{count} records", count).format(count=count)
    say(" · ".join([heading, *(total_words(one, locale) for one in totals)]))
