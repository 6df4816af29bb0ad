"""Asking before something large is done."""

from __future__ import annotations

import click

from aegoals.cli.output import safe, say
from aegoals.errors import UsageError
from aegoals.locale.texts import _, mark


def yes_option() -> click.Option:
    """Return a new ``--yes`` option for a command that asks first."""
    return click.Option(["--yes", "agreed"], is_flag=True, help=mark("Do it without asking."))


def dry_run_option() -> click.Option:
    """Return a new ``--dry-run`` option."""
    return click.Option(["--dry-run"], is_flag=True, help=mark("Only show what would be done."))


def ask(question: str, *, agreed: bool) -> None:
    """Go on only if the AE agrees; leaves with exit code 0 where not. Without a terminal ``--yes`` is needed."""
    from aegoals.cli.open import is_terminal

    if agreed:
        return
    if not is_terminal():
        raise UsageError(_("Nobody is there to ask."), _("Look with --dry-run, then do it with --yes."))
    try:
        answer = click.confirm(safe(question))
    except click.Abort:
        say()
        answer = False
    if not answer:
        say(_("Nothing was changed."))
        raise click.exceptions.Exit(0)
