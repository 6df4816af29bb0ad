"""``aegoals restore``: back to what a backup holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from aegoals.cli.asking import ask, dry_run_option, yes_option
from aegoals.cli.change_lines import change_lines
from aegoals.cli.commands import Command
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.services.keeping import RestorePlan


@click.command(
    "restore",
    cls=Command,
    params=[
        click.Argument(
            ["file_or_day"],
            metavar="FILE|DATE",
            help=mark("A backup, or the day (YYYY-MM-DD) to whose beginning to go back."),
        ),
        dry_run_option(),
        yes_option(),
    ],
    help=mark(
        "Bring everything back to what a backup holds. It shows what will change and asks; it is one action, "
        "and “aegoals undo” takes it back.\n\n"
        "Where the data file is damaged the backup takes its place, and the damaged file is kept beside it. "
        "So it does where a locked file is missing. "
        "“aegoals where” lists the backups."
    ),
)
@pass_session
def restore(session: Session, file_or_day: str, *, dry_run: bool, agreed: bool) -> None:
    """Show what will change, ask, and restore."""
    keeping = session.desk.keeping
    plan = keeping.plan_restore(file_or_day)
    for line in _plan_lines(plan):
        say(line)
    if dry_run or not (plan.tables or plan.is_damaged or plan.is_missing):
        return
    ask(_("Restore it?"), agreed=agreed)
    for line in _done_lines(keeping.restore(file_or_day)):
        say(line)


def _plan_lines(plan: RestorePlan) -> Iterator[str]:
    if plan.is_damaged:
        yield _("The data file is damaged. {path} would take its place.").format(path=plan.backup)
    elif plan.is_missing:
        yield _("The data file is missing. {path} would take its place, locked as it is.").format(path=plan.backup)
    elif plan.tables:
        yield _("To go back to {path}:").format(path=plan.backup)
        yield from change_lines(plan.tables)
    else:
        yield _("{path} holds what the data file holds: nothing to restore.").format(path=plan.backup)


def _done_lines(plan: RestorePlan) -> Iterator[str]:
    if plan.is_damaged:
        yield _("Restored. The damaged file is kept: {path}").format(path=plan.kept)
    elif plan.is_missing:
        yield _("Restored: {path} took the place of the missing file.").format(path=plan.backup)
    else:
        yield _("Restored. Take it back with: aegoals undo")
