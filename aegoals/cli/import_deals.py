"""``aegoals import``: deals from a CRM's CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import FILE, json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark, ngettext

if TYPE_CHECKING:
    from aegoals.services.deals import ImportPlan

DATE_FORMATS = ("iso", "mdy", "dmy")
MOST_PROBLEMS = 10
INDENT = "  "
_COUNTS = (
    "owner",
    "date_format",
    "deals",
    "new",
    "changed",
    "withdrawn",
    "known",
    "undated",
    "kept",
    "notes",
)


@click.command(
    "import",
    cls=Command,
    params=[
        click.Argument(["file"], type=FILE, metavar="FILE", help=mark("A deal table with a header.")),
        click.Option(["--owner"], metavar="NAME", help=mark("Whose deals, by the file's owner column.")),
        click.Option(
            ["--date-format"],
            type=click.Choice(DATE_FORMATS),
            help=mark("The order of year, month and day where the dates can be read in two ways."),
        ),
        click.Option(["--currency"], metavar="CUR", help=mark("The currency of the values.")),
        click.Option(["--dry-run"], is_flag=True, help=mark("Only show what would be done.")),
        json_option(),
    ],
    help=mark(
        "Bring in deals from a CRM's CSV file, as one action.\n\n"
        "Columns are found by their names. A deal becomes an opportunity on the day it was created, and a "
        "won or lost deal on the day it was closed. The same file again adds nothing; a newer one updates. "
        "“aegoals undo” takes the whole import back."
    ),
)
@pass_session
def import_deals(
    session: Session,
    file: Path,
    owner: str | None,
    date_format: str | None,
    currency: str | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import the deals of one owner, or show what that would do."""
    deals = session.desk.deals
    act = deals.preview if dry_run else deals.bring_in
    plan = act(file, owner, date_format, currency)
    if as_json:
        say_json(_shape(plan))
        return
    for line in _lines(plan, session.locale, dry_run=dry_run):
        say(line)


def _shape(plan: ImportPlan) -> dict[str, object]:
    from aegoals.cli.shapes import record_json

    return {
        **{name: getattr(plan, name) for name in _COUNTS},
        "records": [record_json(record, with_id=False) for record in plan.records],
        "problems": [{"line": one.line, "reason": one.reason} for one in plan.problems],
    }


def _lines(plan: ImportPlan, locale: str, *, dry_run: bool) -> Iterator[str]:
    yield _counts(plan, dry_run=dry_run)
    if dry_run:
        yield from _preview(plan, locale)
    if plan.kept:
        yield _("Kept as you edited them:")
        yield from (INDENT + words for words in plan.kept)
    yield from plan.notes
    if plan.problems:
        yield _("Left out:")
        for one in plan.problems[:MOST_PROBLEMS]:
            yield INDENT + _("line {line}: {reason}").format(line=one.line, reason=one.reason)
        if (more := len(plan.problems) - MOST_PROBLEMS) > 0:
            yield INDENT + ngettext("and {count} more", "and {count} more", more).format(count=more)


def _counts(plan: ImportPlan, *, dry_run: bool) -> str:
    deals = ngettext("{count} deal", "{count} deals", plan.deals).format(count=plan.deals)
    whose = f"{plan.owner}: {deals}" if plan.owner else deals
    parts = [
        (plan.new, _("{count} new")),
        (plan.changed, _("{count} changed")),
        (plan.withdrawn, _("{count} withdrawn")),
        (plan.known, _("{count} known already")),
        (plan.undated, _("{count} without a date")),
    ]
    said = ", ".join(text.format(count=count) for count, text in parts if count) or _("nothing new")
    stored = _("{deals}. Log records: {counts}.")
    text = _("{deals}. Log records: {counts}. Nothing was stored.") if dry_run else stored
    return text.format(deals=whose, counts=said)


def _preview(plan: ImportPlan, locale: str) -> Iterator[str]:
    from aegoals.domain.words import record_words

    for record in plan.records:
        yield f"{INDENT}{record.date.isoformat()}  {record_words(record, locale, with_note=True)}"
    if (more := plan.new + plan.changed - len(plan.records)) > 0:
        yield INDENT + ngettext("and {count} more", "and {count} more", more).format(count=more)
