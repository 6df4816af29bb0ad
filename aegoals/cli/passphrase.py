"""Where a passphrase comes from: a file descriptor, a command of the settings, or a prompt without echo.

Never an argument or an environment variable: other programs of the machine can read those.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from aegoals.cli.output import safe
from aegoals.errors import DataFileLocked, RefusedInput, UsageError
from aegoals.locale.texts import _

SETTINGS = "settings.toml"
LONGEST = 4096  # bytes
PATIENCE = 120  # seconds for a command that may ask the AE for something itself


class Passphrases:
    """Where this run takes passphrases from."""

    def __init__(self) -> None:
        self.may_prompt = True  # False where a screen asks
        self._descriptor: int | None = None
        self._first_line: str | None = None

    @property
    def are_piped(self) -> bool:
        """Whether they come from a file descriptor."""
        return self._descriptor is not None

    def use_descriptor(self, descriptor: int) -> None:
        """Read them from this descriptor; off standard input at once, before entries are read from it."""
        self._descriptor = descriptor
        self._first_line = line_from(descriptor) if descriptor == 0 else None

    def present(self, path: Path) -> str | None:
        """Return the passphrase that the file is locked with, None where nobody can give it."""
        if self.are_piped:
            return self._next_line()
        command = passphrase_command()
        if command:
            return output_of(command)
        if self.may_prompt and somebody_is_there():
            return prompt(_("Passphrase of {path}:").format(path=path))
        return None

    def new(self) -> str:
        """Return the passphrase to lock a file with; a prompt asks twice. Raises RefusedInput for none."""
        given = None
        if self.are_piped:
            given = self._next_line()
        elif self.may_prompt and somebody_is_there():
            given = prompt(_("New passphrase:"))
            if given != prompt(_("The same again:")):
                raise RefusedInput(_("The two passphrases differ; nothing was changed."))
        if not given:
            raise RefusedInput(_("No new passphrase was given."), _("Use a terminal or --passphrase-fd."))
        return given

    def _next_line(self) -> str | None:
        line, self._first_line = self._first_line, None
        return line_from(self._descriptor) if line is None and self._descriptor is not None else line


def line_from(handle: int) -> str | None:
    """Return the next line of an open file descriptor, None at its end; what follows stays unread."""
    line = bytearray()
    try:
        while len(line) <= LONGEST and not line.endswith(b"\n"):
            letter = os.read(handle, 1)
            if not letter:
                break
            line += letter
    except OSError as error:
        message = _("File descriptor {handle} cannot be read: {reason}.")
        raise UsageError(message.format(handle=handle, reason=error.strerror)) from error
    return _decoded(bytes(line)) if line else None


def somebody_is_there() -> bool:
    """Tell whether a terminal is at hand; a line that comes through a pipe does not hide it."""
    return any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def prompt(question: str) -> str | None:
    """Ask on the terminal itself, without echo; None where that cannot be had."""
    import getpass
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(f"{safe(question)} ")
        except (getpass.GetPassWarning, EOFError):
            return None


def settings_file() -> Path:
    """Return the AE's settings of this machine; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path("aegoals", appauthor=False, roaming=False) / SETTINGS


def passphrase_command() -> Sequence[str]:
    """Return the command that prints the passphrase, empty where none is set; raises UsageError."""
    path = settings_file()
    try:
        state, content = path.stat(), path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise UsageError(_("The settings {path} cannot be read.").format(path=path)) from error
    command = _command_in(content, path)
    if command and os.name == "posix" and (state.st_uid != os.geteuid() or state.st_mode & _OTHERS):
        message = _("Others may change {path}, so its command is not run.").format(path=path)
        raise UsageError(message, _("Make it your own, writable by you only."))
    return command


_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def _command_in(content: str, path: Path) -> Sequence[str]:
    import tomllib

    try:
        section = tomllib.loads(content).get("passphrase", {})
    except tomllib.TOMLDecodeError as error:
        raise UsageError(_("The settings {path} are no TOML: {reason}.").format(path=path, reason=error)) from error
    command = section.get("command", []) if isinstance(section, dict) else None
    if not isinstance(command, list) or not all(isinstance(word, str) for word in command):
        message = _("In {path}, the passphrase's command is no list of words.").format(path=path)
        raise UsageError(message, _('Write it as command = ["program", "word"].'))
    return command


def output_of(command: Sequence[str]) -> str:
    """Return the first line that a command prints; raises DataFileLocked where it fails."""
    import subprocess

    try:
        done = subprocess.run(  # noqa: S603 - the AE's own command, from a file that only the AE can change
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True, timeout=PATIENCE
        )
    except (OSError, subprocess.SubprocessError) as error:
        message = _("The data file is locked, and {command} gives no passphrase.").format(command=command[0])
        raise DataFileLocked(message, _("It is named in {path}.").format(path=settings_file())) from error
    return _decoded(done.stdout.partition(b"\n")[0])


def _decoded(line: bytes) -> str:
    try:
        return line.rstrip(b"\r\n").decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedInput(_("The passphrase is no UTF-8 text.")) from error
