"""What Settings does with the AE's own kinds and templates: add, change, delete."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import App

from aegoals.services import Desk
from screens.attempt import fill_in
from screens.own_rows import NEW

OWN = frozenset({"template", "kind"})


async def edit_own(app: App[None], desk: Desk, what: str, key: str) -> None:
    """Show the form of a template or a kind, of a new one where its key says so; call it from a worker."""
    if what == "template":
        await _edit_template(app, desk, None if key == NEW else int(key))
    else:
        await _edit_kind(app, desk, None if key == NEW else key)


async def _edit_template(app: App[None], desk: Desk, number: int | None) -> None:
    from screens.own_forms import template_form

    one = None if number is None else desk.templates.get(number)

    def save(answers: Mapping[str, str]) -> None:
        desk.templates.save(number, answers["line"], answers["name"])

    await fill_in(app, template_form(number or len(desk.templates.all()) + 1, one), save)


async def _edit_kind(app: App[None], desk: Desk, kind: str | None) -> None:
    from screens.own_forms import kind_form, kind_in

    one = None if kind is None else desk.kinds.get(kind)

    def save(answers: Mapping[str, str]) -> None:
        entered = kind_in(answers)
        if one is None:
            desk.kinds.add(entered)
        else:
            desk.kinds.change(one.kind, entered)

    await fill_in(app, kind_form(one), save)


def delete_own(desk: Desk, what: str, key: str) -> None:
    """Delete a template or a kind; raises NotFound."""
    if what == "template":
        desk.templates.delete(int(key))
    else:
        desk.kinds.delete(key)
