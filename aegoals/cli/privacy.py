"""``aegoals privacy``: what is kept where, and that nothing leaves this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.services.privacy import KeptFile

_ROLES = {
    "data": mark("data"),
    "lock": mark("lock of a save"),
    "prompt": mark("last prompt line"),
    "backup": mark("backup"),
    "log": mark("log of faults"),
}


@click.command(
    "privacy",
    cls=Command,
    params=[json_option()],
    help=mark(
        "What is kept where, who may read it, whether it is locked, and which loaded modules speak to other "
        "machines. Nothing is opened or made by asking."
    ),
)
@pass_session
def privacy(session: Session, *, as_json: bool) -> None:
    """Print the files and the modules."""
    service = session.desk.privacy
    files, network = service.files(), service.network_modules()
    if as_json:
        say_json(
            {
                "files": [_as_json(one) for one in files],
                "network_modules": network,
                "explained_modules": service.explained_modules(),
            }
        )
        return
    from aegoals.cli.tables import table

    for line in table([_cells(one) for one in files if one.size is not None], right={1}):
        say(line)
    say()
    if network:
        say(_("Loaded modules that speak to other machines: {names}").format(names=", ".join(network)))
    else:
        say(_("No module that speaks to other machines is loaded: nothing leaves this one."))
    for name, why in service.explained_modules().items():
        say(f"{name}: {why}.")


def _cells(one: KeptFile) -> tuple[str, ...]:
    return (
        _(_ROLES.get(one.role, one.role)),
        _("{size} bytes").format(size=one.size),
        _("only you") if one.is_private else _("others may read it"),
        _("locked") if one.is_locked else _("not locked"),
        str(one.path),
    )


def _as_json(one: KeptFile) -> dict[str, object]:
    return {
        "role": one.role,
        "path": one.path,
        "size": one.size,
        "mode": None if one.mode is None else f"{one.mode:04o}",
        "private": one.is_private,
        "locked": one.is_locked,
    }
