"""``aegoals lock``: a passphrase for the data file and its backups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command, Entry, LazyGroup
from aegoals.cli.output import say, warn
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark, ngettext

if TYPE_CHECKING:
    from pathlib import Path

LOCK, DELETE = "lock", "delete"

COMMANDS = {
    "set": Entry("aegoals.cli.lock:set_lock", mark("Lock the data file and its backups.")),
    "change": Entry("aegoals.cli.lock:change", mark("Change the passphrase.")),
    "remove": Entry("aegoals.cli.lock:remove", mark("Make file and backups readable again.")),
}

lock = LazyGroup(
    "lock",
    COMMANDS,
    help=mark(
        "Lock the data file with a passphrase.\n\n"
        "A lost passphrase cannot be recovered by anybody. It is asked for at the terminal, read with "
        "--passphrase-fd, or printed by a command in your settings; docs/explanation/privacy.md says more."
    ),
)


def _copies_option() -> click.Option:
    return click.Option(
        ["--backups"],
        type=click.Choice([LOCK, DELETE]),
        help=mark("Lock the backups that are there too, or delete them."),
    )


@click.command(
    "set",
    cls=Command,
    params=[_copies_option()],
    help=mark(
        "Lock the data file, and every backup from now on.\n\n"
        "What becomes of the backups that are there is asked at a terminal; elsewhere they are locked too."
    ),
)
@pass_session
def set_lock(session: Session, backups: str | None) -> None:
    """Lock the file."""
    locking = session.desk.locking
    locking.refuse_locked()
    outcome = _asked(session, backups)
    done = locking.set(session.passphrases.new())
    say(_("Locked: {path}").format(path=locking.path))
    _finish(session, done.followed, done.left, outcome)


@click.command("change", cls=Command, params=[_copies_option()], help=mark("Change the passphrase."))
@pass_session
def change(session: Session, backups: str | None) -> None:
    """Lock the file and its backups anew."""
    locking = session.desk.locking
    locking.open()
    done = locking.change(session.passphrases.new())
    say(_("The passphrase is changed: {path}").format(path=locking.path))
    _finish(session, done.followed, done.left, backups or LOCK)


@click.command("remove", cls=Command, help=mark("Make the data file and its backups readable again."))
@pass_session
def remove(session: Session) -> None:
    """Unlock the file and its backups."""
    locking = session.desk.locking
    done = locking.remove()
    say(_("Readable without a passphrase from now on: {path}").format(path=locking.path))
    _tell(
        done.followed,
        done.left,
        ngettext("{count} backup is readable too.", "{count} backups are readable too.", done.followed),
    )


def _asked(session: Session, wanted: str | None) -> str:
    """Return what is to become of the backups; a question at a terminal decides, else they are locked."""
    from aegoals.cli.passphrase import somebody_is_there

    count = len(session.desk.locking.copies())
    if wanted or not count or session.passphrases.are_piped or not somebody_is_there():
        return wanted or LOCK
    question = ngettext(
        "There is {count} backup without a lock.", "There are {count} backups without a lock.", count
    ).format(count=count)
    say(question)
    return str(click.prompt(_("Lock or delete?"), type=click.Choice([LOCK, DELETE]), default=LOCK))


def _finish(session: Session, followed: int, left: Sequence[Path], outcome: str) -> None:
    if outcome == DELETE:
        session.desk.locking.delete_copies()
        say(_("The backups are deleted."))
        return
    _tell(followed, left, ngettext("{count} backup is locked too.", "{count} backups are locked too.", followed))


def _tell(followed: int, left: Sequence[Path], words: str) -> None:
    if followed:
        say(words.format(count=followed))
    for path in left:
        warn(_("{path} stays as it was: it could not be opened or written.").format(path=path))
