"""Commands that know the global options, and groups that import a command when it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
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
        known = {spelling for parameter in self.params for spelling in parameter.opts}
        self.params.extend(option for option in everywhere() if known.isdisjoint(option.opts))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, in the AE's language."""
        shown = copy(self)
        shown.help = _(self.help) if self.help else None
        click.Command.format_help_text(shown, ctx, formatter)

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the arguments."""
        _write(formatter, _("Arguments"), _records(ctx, self.params, _is_argument))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's own options apart from those that every command takes."""
        parameters = self.get_params(ctx)
        _write(formatter, _("Options"), _records(ctx, parameters, _is_own_option))
        _write(formatter, _("Options of every command"), _records(ctx, parameters, is_everywhere))


def is_everywhere(parameter: click.Parameter) -> bool:
    """Tell whether every command takes this option."""
    return parameter.name in EVERYWHERE


def _is_argument(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Argument)


def _is_own_option(parameter: click.Parameter) -> bool:
    return not _is_argument(parameter) and not is_everywhere(parameter)


def _records(
    ctx: click.Context, parameters: Sequence[click.Parameter], is_wanted: Callable[[click.Parameter], bool]
) -> list[tuple[str, str]]:
    """Return the spelling and the meaning of parameters, in the AE's language."""
    records: list[tuple[str, str]] = []
    for parameter in filter(is_wanted, parameters):
        shown = copy(parameter)
        shown.help = _(parameter.help) if parameter.help else None
        record = shown.get_help_record(ctx)
        records += [record] if record else []
    return records


def _write(formatter: click.HelpFormatter, title: str, records: Sequence[tuple[str, str]]) -> None:
    if records:
        with formatter.section(title):
            formatter.write_dl(records)


class LazyGroup(Command, click.Group):
    """A group whose commands are imported when they are called; its help page imports none."""

    entries: Mapping[str, Entry]

    def __init__(self, name: str, entries: Mapping[str, Entry], **kwargs: object) -> None:
        super().__init__(name, **{"no_args_is_help": False, **kwargs})
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
