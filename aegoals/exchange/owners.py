"""Whose deals a table holds, and which of them are the AE's."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from aegoals.domain.text import clean_line
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

MOST_NAMES = 30
LIKENESS = 0.5  # from this share of equal letters on a name is offered first


def owner_in(owners: Sequence[tuple[str, int]], wished: str | None) -> str:
    """Return the owner as the file spells it, empty where it names none.

    Raises RefusedInput with the names, the likely ones first, where it has to be said which.
    """
    names = [name for name, _rows in owners]
    if not wished:
        if len(names) > 1:
            raise RefusedInput(_("The file holds deals of several owners."), _say_which(names))
        return names[0] if names else ""
    shown = clean_line(wished)
    if not names:
        raise RefusedInput(
            _("The file does not say whose deals it holds, so “{owner}” cannot be found.").format(owner=shown),
            _("Leave --owner out if all of them are yours."),
        )
    spelled = {name.casefold(): name for name in names}
    if shown.casefold() in spelled:
        return spelled[shown.casefold()]
    near = get_close_matches(shown.casefold(), spelled, n=MOST_NAMES, cutoff=LIKENESS)
    likely = [spelled[name] for name in near]
    raise RefusedInput(
        _("The file holds no deal of “{owner}”.").format(owner=shown),
        _say_which([*likely, *(name for name in names if name not in likely)]),
    )


def _say_which(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        shown = _("{names} and {count} more").format(names=shown, count=len(names) - MOST_NAMES)
    return _("Say which one with --owner: {names}.").format(names=shown)
