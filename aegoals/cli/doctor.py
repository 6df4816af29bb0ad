"""``aegoals doctor``: whether everything is in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.services.keeping_doctor import Finding

SOMETHING_WRONG = 4


@click.command(
    "doctor",
    cls=Command,
    params=[
        click.Option(["--repair"], is_flag=True, help=mark("Put right what can be put right, and say what.")),
        json_option(),
    ],
    help=mark(
        "Look whether everything is in order: the file, its permissions, what points to something that is "
        "gone, the history, the backups, leftovers, copies of a sync service.\n\n"
        "The exit code is 0 when all is well and 4 when something is wrong. Nothing is changed without "
        "--repair; “aegoals undo” takes back what a repair does to your data."
    ),
)
@pass_session
def doctor(session: Session, *, repair: bool, as_json: bool) -> None:
    """Examine everything, repair it if asked to, and print what is wrong."""
    service = session.desk.doctor
    findings, done = service.examine(), []
    if repair:
        done = service.repair(findings)
        findings = service.examine()
    if as_json:
        say_json(_shape(findings, done))
    else:
        _print(findings, done)
    if findings:
        raise click.exceptions.Exit(SOMETHING_WRONG)


def _shape(findings: list[Finding], done: list[str]) -> dict[str, object]:
    return {
        "well": not findings,
        "repaired": done,
        "findings": [
            {
                "code": one.code,
                "message": one.message,
                "advice": one.advice,
                "can_be_repaired": one.repair is not None,
            }
            for one in findings
        ],
    }


def _print(findings: list[Finding], done: list[str]) -> None:
    for line in done:
        say(_("Repaired: {what}").format(what=line))
    for one in findings:
        advice = one.advice or (_("Repair it with: aegoals doctor --repair") if one.repair else "")
        say(f"{one.message} {advice}".rstrip())
    if not findings:
        say(_("All is well."))
