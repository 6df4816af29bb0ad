"""``aegoals feedback list`` and ``patterns``."""

from __future__ import annotations

from datetime import date

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import DAY, json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

TONES = ("praise", "wish", "complaint", "recognition")
COUNT_COLUMNS = {1, 2}
MONTHS = 6


@click.command(
    "list",
    cls=Command,
    params=[
        click.Argument(["word"], required=False, metavar="[WORD]", help=mark("Only what holds this word.")),
        click.Option(["--tone", "tones"], type=click.Choice(TONES), multiple=True, help=mark("Only of this kind.")),
        json_option(),
    ],
    help=mark("All feedback, the latest first."),
)
@pass_session
def list_feedback(session: Session, word: str | None, tones: tuple[str, ...], *, as_json: bool) -> None:
    """Print feedback."""
    from aegoals.cli.tables import table
    from aegoals.domain.feedback import Tone
    from aegoals.locale.dates import show_day

    found = session.desk.feedback.all(word or "", [Tone(tone) for tone in tones])
    if as_json:
        say_json([one.model_dump() for one in found])
        return
    rows = [
        (one.id[-6:], show_day(one.day, session.locale), _(one.way), _(one.side), _(one.tone), one.person, one.text)
        for one in found
    ]
    for line in table(rows):
        say(line)
    if not rows:
        say(_("No feedback here. Keep one: aegoals feedback add --help"))


@click.command(
    "patterns",
    cls=Command,
    params=[
        click.Option(["--from", "since"], type=DAY, metavar=DAY.name, help=mark("Only from this day on.")),
        json_option(),
    ],
    help=mark("Reasons of lost deals (their tags) and of wishes and complaints, the most frequent first."),
)
@pass_session
def list_patterns(session: Session, since: date | None, *, as_json: bool) -> None:
    """Print patterns."""
    from dataclasses import asdict

    from aegoals.cli.tables import table
    from aegoals.locale.dates import show_day

    found = session.desk.feedback.patterns(since)
    if as_json:
        say_json([asdict(one) for one in found])
        return
    heads = (_("Reason"), _("Times"), _("Lost deals"), _("Latest"), _("Last 6 months"))
    rows = [
        (
            one.reason,
            str(one.count),
            str(one.from_deals),
            show_day(one.latest, session.locale),
            " ".join(str(count) for _month, count in one.lately(session.today(), MONTHS)),
        )
        for one in found
    ]
    for line in table([heads, *rows], COUNT_COLUMNS) if rows else ():
        say(line)
    if not rows:
        say(_("No reason yet: tag lost deals, such as “lost @Globex #price”, or add --reason to feedback."))
