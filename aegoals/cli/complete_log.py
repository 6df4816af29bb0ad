"""What a shell offers while a log line is typed: accounts behind @, products and tags behind #."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from aegoals.cli.session import Session
from aegoals.errors import AegoalsError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

MOST = 50
_LAST_NAME = re.compile(r"(?P<before>.*(?:^|\s|,))?(?P<mark>[@#])(?P<typed>[^@#\s,]*)", re.DOTALL)


def complete_line(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Return what the word may become; it may be a whole line in quotes. Blanks in a name are written ``_``."""
    from click.shell_completion import CompletionItem

    found = _LAST_NAME.fullmatch(incomplete)
    if found is None:
        return []
    try:
        usual = context.ensure_object(Session).desk.log.usual()
    except AegoalsError:  # a shell has no place to show it
        return []
    names = usual.accounts if found["mark"] == "@" else dict.fromkeys((*usual.products, *usual.tags))
    written = ("_".join(name.split()) for name in names)
    wanted = found["typed"].casefold()
    fitting = [name for name in written if name.casefold().startswith(wanted)][:MOST]
    return [CompletionItem(f"{found['before'] or ''}{found['mark']}{name}") for name in fitting]
