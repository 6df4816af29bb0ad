"""What a shell offers while a log line is typed: accounts behind @, products and tags behind #."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aegoals.cli.session import Session
from aegoals.errors import AegoalsError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

MOST = 50


def complete_line(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names that the last word may become; a name of several words is joined with ``_``."""
    from click.shell_completion import CompletionItem

    mark, typed = incomplete[:1], incomplete[1:]
    if mark not in {"@", "#"}:
        return []
    try:
        known = context.ensure_object(Session).desk.log.known()
    except AegoalsError:  # a shell has no place to show it
        return []
    names = known.accounts if mark == "@" else known.products
    written = ("_".join(name.split()) for name in names)
    wanted = typed.casefold()
    return [CompletionItem(mark + name) for name in written if name.casefold().startswith(wanted)][:MOST]
