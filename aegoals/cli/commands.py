"""Commands that know the global options, and groups that import a command when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

import click

from aegoals.cli.options import EVERYWHERE, everywhere
from aegoals.locale.texts import _

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Entry(NamedTuple):
    """Where a command lives (``module:name``) and its one line of help."""

    target: str
    help: str


class Command(click.Command):
    """A command that takes the global options after its name too, and speaks the AE's language."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as click made them
        known = {parameter.name for parameter in self.params}
        self.params.extend(option for option in everywhere() if option.name not in known)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page in the AE's language."""
        self.help = _(self.help) if self.help else None
        for parameter in self.params:
            parameter.help = _(parameter.help) if parameter.help else None
        super().format_help(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's own options apart from those that every command takes."""
        own: list[tuple[str, str]] = []
        common: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and not isinstance(parameter, click.Argument):
                (common if parameter.name in EVERYWHERE else own).append(record)
        for title, records in ((_("Options"), own), (_("Options of every command"), common)):
            with formatter.section(title):
                formatter.write_dl(records)


class LazyGroup(Command, click.Group):
    """A group whose commands are imported when they are called; its help page imports none."""

    entries: Mapping[str, Entry]

    def __init__(self, name: str, entries: Mapping[str, Entry], **kwargs: object) -> None:
        super().__init__(name, **kwargs)
        self.entries = entries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Return the names in the order in which they are declared."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command of this name."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        module, _colon, attribute = entry.target.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write one line for each command."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(entry.help)) for name, entry in self.entries.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Complete the names of commands without importing them, then the options."""
        from click.shell_completion import CompletionItem

        names = [
            CompletionItem(name, help=_(entry.help))
            for name, entry in self.entries.items()
            if name.startswith(incomplete)
        ]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]
