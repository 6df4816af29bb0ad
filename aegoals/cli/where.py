"""``aegoals where``: the files in use."""

from __future__ import annotations

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

_ROLES = {
    "data": mark("data"),
    "lock": mark("lock"),
    "prompt": mark("last prompt line"),
    "backup": mark("backup"),
    "sync_copy": mark("sync copy"),
}


@click.command(
    "where",
    cls=Command,
    params=[json_option()],
    help=mark("Which files are in use, and their sizes in bytes. Nothing is made by asking."),
)
@pass_session
def where(session: Session, *, as_json: bool) -> None:
    """Print the files that hold the AE's data."""
    from aegoals.cli.tables import table

    files = session.desk.files()
    if as_json:
        say_json([{"role": one.role, "path": one.path, "size": one.size} for one in files])
        return
    for line in table([(_role(one.role), _size(one.size), str(one.path)) for one in files], right={1}):
        say(line)


def _role(role: str) -> str:
    return _(_ROLES.get(role, role))


def _size(size: int | None) -> str:
    return _("not there yet") if size is None else _("{size} bytes").format(size=size)
