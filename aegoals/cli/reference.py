"""docs/reference/commands.md, written from the commands themselves.

``python -m aegoals.cli.reference > docs/reference/commands.md``
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from aegoals.cli.commands import LazyGroup
from aegoals.cli.options import EVERYWHERE
from aegoals.cli.output import say
from aegoals.cli.root import root

AS_IT_IS = "\b\n"
_INTRODUCTION = """\
# Commands

Written by `python -m aegoals.cli.reference`; a test holds it against the program.

`python -m aegoals` is the same as `aegoals`. All output is plain text: no colours, no escape codes.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | something that should not happen |
| 2 | wrong usage |
| 3 | refused input: nothing was stored |
| 4 | the data file cannot be read or written |
| 130 | interrupted |

An error is one line on standard error.

## Options of every command

They stand before or after the command's name.
"""


def pages() -> Iterator[str]:
    """Yield the lines of the reference, each command after its group."""
    yield from _INTRODUCTION.splitlines()
    yield ""
    yield from _table(root, shared=True)
    yield from _command(root, root.name or "")


def _command(command: click.Command, path: str) -> Iterator[str]:
    context = click.Context(command, info_name=path)
    yield from ("", f"## {path}", "")
    yield from _text(inspect.cleandoc(command.help or ""))
    yield from ("", "```", " ".join([path, *command.collect_usage_pieces(context)]), "```", "")
    yield from _table(command, shared=False)
    if isinstance(command, LazyGroup):
        yield from _commands(command, context, path)


def _text(help_text: str) -> Iterator[str]:
    """Yield a help text; what click leaves as it is stands in a block of its own."""
    for number, paragraph in enumerate(help_text.split("\n\n")):
        if number:
            yield ""
        if paragraph.startswith(AS_IT_IS):
            yield from ("```", *paragraph.removeprefix(AS_IT_IS).splitlines(), "```")
        else:
            yield paragraph


def _commands(group: LazyGroup, context: click.Context, path: str) -> Iterator[str]:
    yield from ("", "| command | what it does |", "| --- | --- |")
    for name, entry in group.entries.items():
        yield _row(f"`{path} {name}`", entry.help)
    for name in group.entries:
        command = group.get_command(context, name)
        if command is not None:
            yield from _command(command, f"{path} {name}")


def _table(command: click.Command, *, shared: bool) -> Iterator[str]:
    """Yield arguments and options: those of every command, or the command's own."""
    context = click.Context(command, info_name="")
    yield from ("| argument or option | meaning |", "| --- | --- |")
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and (parameter.name in EVERYWHERE) == shared:
            yield _row(f"`{record[0]}`", record[1])


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    for line in pages():
        say(line)
