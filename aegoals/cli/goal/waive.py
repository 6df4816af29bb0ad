"""``aegoals goal waive``: live with a finding of the coach, with the reason; or let it show again."""

from __future__ import annotations

import click

from aegoals.cli.commands import Command
from aegoals.cli.goal.reference import goal_argument
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.errors import RefusedInput, UsageError
from aegoals.locale.texts import _, mark


@click.command(
    "waive",
    cls=Command,
    params=[
        goal_argument(),
        click.Argument(["code"], metavar="CODE", help=mark("The finding, as “goal show” names it, such as too_easy.")),
        click.Option(["--reason"], default="", metavar="TEXT", help=mark("Why; it stays with the goal.")),
        click.Option(["--again"], is_flag=True, help=mark("Take it back: the finding shows again.")),
    ],
    help=mark("Wave a finding of the coach off, with the reason. What was waved off is not shown as open any more."),
)
@pass_session
def waive(session: Session, reference: str, code: str, reason: str, *, again: bool) -> None:
    """Wave a finding off, or take that back."""
    desk = session.desk
    if again:
        if reason:
            raise UsageError(_("--again takes no reason."), _("See: aegoals goal waive --help"))
        goal = desk.goals.raise_again(reference, code)
        say(_("Shows again: {code} ({title})").format(code=code, title=goal.title))
        return
    goal = desk.goals.get(reference)
    codes = [finding.code for finding in desk.coaching.open_findings(goal)]
    if code not in codes:
        raise RefusedInput(
            _("“{code}” is no open finding of “{title}”.").format(code=code, title=goal.title),
            _("Open are: {codes}.").format(codes=", ".join(codes) or "–"),
        )
    desk.goals.wave_off(goal.id, code, reason)
    say(_("Waved off: {code} ({title})").format(code=code, title=goal.title))
