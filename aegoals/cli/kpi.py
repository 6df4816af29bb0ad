"""``aegoals kpi``: key figures by month or quarter, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import DAY, json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import mark

if TYPE_CHECKING:
    from aegoals.domain.kpi.insights import Insights
    from aegoals.domain.kpi.tables import Grid

INDENT = "  "


@click.command(
    "kpi",
    cls=Command,
    params=[
        click.Option(
            ["--by", "cut"],
            type=click.Choice(["month", "quarter"]),
            default="month",
            show_default=True,
            help=mark("By month, or by quarter of the fiscal year."),
        ),
        click.Option(
            ["--from", "start"], type=DAY, metavar=DAY.name, help=mark("From the period that holds this day.")
        ),
        click.Option(["--to", "end"], type=DAY, metavar=DAY.name, help=mark("To the period that holds this day.")),
        click.Option(
            ["--why"], is_flag=True, help=mark("Show the formula of each figure with the values of all the days.")
        ),
        json_option(),
    ],
    help=mark(
        "Key figures: win rate, average deal, sales cycle and velocity, retention, satisfaction, funnel, "
        "sources, products, lost deals, coverage, records and closed goals.\n\n"
        "Without days the latest twelve months or eight quarters."
    ),
)
@pass_session
def kpi(session: Session, cut: str, start: date | None, end: date | None, *, why: bool, as_json: bool) -> None:
    """Print the tables."""
    from aegoals.domain.kpi.periods import By

    told = session.desk.kpis.look(By(cut), start, end)
    if as_json:
        from aegoals.cli.kpi_json import insights_json

        say_json(insights_json(told))
        return
    for line in _reasons(told) if why else _tables(told):
        say(line)


def _tables(told: Insights) -> Iterator[str]:
    from aegoals.domain.kpi.tables import tables

    for place, grid in enumerate(tables(told)):
        yield from (*([""] if place else []), *_lines(grid))


def _lines(grid: Grid) -> Iterator[str]:
    from aegoals.cli.tables import table

    yield grid.title
    if not grid.lines:
        yield INDENT + grid.empty
        return
    rows = [grid.heads, *([cell.text for cell in line.cells] for line in grid.lines)]
    yield from (INDENT + line for line in table(rows, range(1, len(grid.heads))))
    yield from (INDENT + words for words in grid.notes)


def _reasons(told: Insights) -> Iterator[str]:
    from aegoals.cli.explain import reason_lines
    from aegoals.domain.kpi.why import explain_coverage, explain_figure

    reasons = [explain_figure(one, told.currency, told.locale) for one in told.whole.values()]
    reasons += [reason for one in told.coverage for reason in explain_coverage(one, told.locale)]
    for place, reason in enumerate(reasons):
        yield from (*([""] if place else []), *reason_lines(reason))
