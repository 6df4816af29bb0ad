"""``aegoals merge``: the data of a second machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aegoals.cli.asking import ask, dry_run_option, yes_option
from aegoals.cli.change_lines import INDENT, change_lines
from aegoals.cli.commands import Command
from aegoals.cli.options import FILE
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark, ngettext

if TYPE_CHECKING:
    from aegoals.services.keeping_merge import Conflict, MergePlan


@click.command(
    "merge",
    cls=Command,
    params=[
        click.Argument(
            ["file"],
            type=FILE,
            metavar="FILE",
            help=mark("The data file of the other machine, or a conflict copy of a sync service."),
        ),
        dry_run_option(),
        yes_option(),
    ],
    help=mark(
        "Bring in what was done on another machine, entry by entry and field by field: what was changed "
        "later counts, and what was deleted stays deleted.\n\n"
        "It shows what will change and asks; it is one action, and “aegoals undo” takes it back. A conflict "
        "copy beside the data file is moved to the backups afterwards. “aegoals where” lists such copies."
    ),
)
@pass_session
def merge(session: Session, file: Path, *, dry_run: bool, agreed: bool) -> None:
    """Show what will change, ask, and merge."""
    service = session.desk.merging
    plan = service.plan(file)
    for line in _plan_lines(plan, session.locale):
        say(line)
    if dry_run:
        return
    if plan.tables or plan.conflicts:
        ask(_("Merge it?"), agreed=agreed)
    done = service.merge(file)
    if done.tables or done.conflicts:
        say(_("Merged. Take it back with: aegoals undo"))
    if done.put_away:
        say(_("The copy is kept: {path}").format(path=done.put_away))


def _plan_lines(plan: MergePlan, locale: str) -> Iterator[str]:
    if not (plan.tables or plan.conflicts):
        yield _("{path} holds nothing that the data file does not have.").format(path=plan.file)
        return
    yield _("To bring in {path}:").format(path=plan.file)
    yield from change_lines(plan.tables)
    if plan.conflicts:
        yield _("Changed on both machines; the later change counts:")
        yield from (INDENT + _conflict(one, locale) for one in plan.conflicts)
    if more := plan.more_conflicts:
        yield INDENT + ngettext("and {count} more", "and {count} more", more).format(count=more)


def _conflict(one: Conflict, locale: str) -> str:
    if not one.field:
        return _("{title}: deleted here later than it was changed there").format(title=one.title)
    from aegoals.services.keeping_words import conflict_words

    return f"{one.title}: {conflict_words(one.field, one.kept, one.gave_way, locale)}"
