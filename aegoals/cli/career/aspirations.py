"""``aegoals career``: aspirations and how far they are, and the role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command, Entry, LazyGroup
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.career_path import Path

COMMANDS = {
    "role": Entry("aegoals.cli.career.aspirations:role", mark("Your role in writing; what is unclear.")),
}
INDENT = "  "


@click.pass_context
def _list(context: click.Context, *, as_json: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    session = context.ensure_object(Session)
    paths = session.desk.career.paths.all()
    if as_json:
        say_json([_json(one) for one in paths])
        return
    for path in paths:
        _say_path(path, session.locale)
    if not paths:
        say(_("No aspiration yet. Press a on the Career page to add one."))


career = LazyGroup(
    "career",
    COMMANDS,
    callback=_list,
    invoke_without_command=True,
    params=[json_option()],
    help=mark("Where you want to be and how far you are.\n\nWithout a command it lists aspirations."),
)


def _say_path(path: Path, locale: str) -> None:
    from aegoals.cli.tables import table
    from aegoals.domain.career_words import path_reasons
    from aegoals.locale.numbers import show_share

    one = path.aspiration
    words = [one.title]
    if one.horizon:
        words.append(_("by {year}").format(year=one.horizon))
    if path.share is not None:
        words.append(show_share(path.share, locale))
    if one.reached_on:
        words.append(_("reached {day}").format(day=one.reached_on.isoformat()))
    say("  ".join(words))
    for line in table(list(path_reasons(path, locale)), {2}):
        say(INDENT + line)


def _json(path: Path) -> dict[str, object]:
    one = path.aspiration
    return {
        "id": one.id,
        "title": one.title,
        "kind": one.kind,
        "horizon": one.horizon,
        "why": one.why,
        "progress": path.share,
        "reached_on": one.reached_on,
        "skills": [
            {"id": each.id, "title": each.title, "level": each.level, "wanted": each.wanted} for each in path.skills
        ],
        "experiences": [{"title": each.title, "done_on": each.done_on} for each in path.experiences],
    }


@click.command(
    "role",
    cls=Command,
    params=[
        click.Option(["--confirm"], is_flag=True, help=mark("Say that it is still true.")),
        click.Option(["--unclear"], metavar="TEXT", help=mark("Note something unclear for the next talk.")),
        json_option(),
    ],
    help=mark("Your role in writing: what belongs to others, what is expected, what is unclear."),
)
@pass_session
def role(session: Session, unclear: str | None, *, confirm: bool, as_json: bool) -> None:
    """Print the role."""
    service = session.desk.career.role
    if unclear is not None:
        service.ask(unclear)
    if confirm:
        service.confirm()
    card, covers = service.get(), session.profile.role
    if as_json:
        say_json({"role": covers, **card.model_dump()})
        return
    from aegoals.domain.career_words import ROLE_WORDS

    say(_(ROLE_WORDS[covers]))
    others = (
        (_("Belongs to marketing"), card.marketing),
        (_("Belongs to SDRs"), card.sdrs),
        (_("To customer success"), card.success),
    )
    for label, text in others:
        if text:
            say(f"{label}: {text}")
    for one in card.expected:
        say(_("expected: {title}").format(title=one.title))
    for question in card.questions:
        say(_("unclear: {title}").format(title=question))
    if card.confirmed_on:
        say(_("confirmed {day}").format(day=card.confirmed_on.isoformat()))
