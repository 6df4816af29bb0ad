"""One command line from its words to its exit code, and the one place where errors become words."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from aegoals.cli.error_words import error_words
from aegoals.cli.output import tolerate_narrow_terminals, warn
from aegoals.cli.root import COMPLETE_VARIABLE, PROGRAM, root
from aegoals.errors import AegoalsError
from aegoals.locale.texts import _


def main(words: Sequence[str] | None = None) -> int:
    """Run one command line, that of the process if none is given, and return its exit code."""
    tolerate_narrow_terminals()
    if instruction := os.environ.get(COMPLETE_VARIABLE):
        from click.shell_completion import shell_complete

        from aegoals.cli.complete_shells import use_own_shells

        use_own_shells()
        return shell_complete(root, {}, PROGRAM, COMPLETE_VARIABLE, instruction)
    try:
        return _run(sys.argv[1:] if words is None else words)
    except BrokenPipeError:
        _close_quietly()
        return 0
    except click.ClickException as error:
        warn(f"{PROGRAM}: {_of_click(error)}")
        return error.exit_code
    except AegoalsError as error:
        warn(f"{PROGRAM}: {error_words(error)}")
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback, no data shown
        warn(f"{PROGRAM}: {_unexpected(error)}")
        return 1


def _run(words: Sequence[str]) -> int:
    try:
        with root.make_context(PROGRAM, list(words)) as context:
            root.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return 0


def _of_click(error: click.ClickException) -> str:
    """Return click's message in one line, with the command whose help says more."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else PROGRAM
    message = " ".join(error.format_message().split())
    ended = message if message[-1:] in {".", "?", "!"} else f"{message}."
    return _("{message} See: {command} --help").format(message=ended, command=command)


def _unexpected(error: Exception) -> str:
    """Name the kind and the place of a fault, without its values: they may be the AE's data."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}" if place else "?"
    return _("this should not happen: {kind} in {where}. Please report it.").format(
        kind=type(error).__name__, where=where
    )


def _close_quietly() -> None:
    """Let the interpreter leave without writing to a reader that is gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
