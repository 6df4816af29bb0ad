"""Key figures as tables of words, for every face; a cell says what it is, so that it can be masked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from aegoals.domain.ended import OUTCOME_WORDS
from aegoals.domain.kpi.figure import Figure, Kpi, share_of
from aegoals.domain.kpi.groups import Group
from aegoals.domain.kpi.insights import Insights
from aegoals.domain.kpi.words import left_out_words, period_words, rounded, small_words, times, title_of, value_of
from aegoals.domain.metric import is_currency
from aegoals.domain.periods import Period
from aegoals.locale.dates import show_days
from aegoals.locale.numbers import show_number, show_share, show_value
from aegoals.locale.texts import _, mark

SMALL = "°"
RESULTS = (Kpi.WON_AMOUNT, Kpi.DEALS_WON, Kpi.WIN_RATE, Kpi.AVERAGE_DEAL, Kpi.SALES_CYCLE, Kpi.VELOCITY)


class Holds(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    MONEY = "money"
    NAME = "name"


class Cell(NamedTuple):
    """One cell of a table."""

    text: str
    holds: Holds = Holds.TEXT


@dataclass(frozen=True, slots=True)
class Line:
    """One row: ``key`` names what it tells, such as ``period:2026-03-01``."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the columns after the first are numbers. ``notes`` say what must be known before it is believed."""

    name: str
    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    empty: str = field(default="")


def money(value: Decimal | None, currency: str, locale: str) -> Cell:
    """Return a cell with an amount."""
    return Cell(show_value(value, currency, locale), Holds.MONEY)


def figure_cell(figure: Figure, locale: str) -> Cell:
    """Return the value of a figure, with a sign where the sample is small."""
    text = value_of(figure, locale) + (SMALL if figure.is_small else "")
    return Cell(text, Holds.MONEY if is_currency(figure.unit) else Holds.TEXT)


def tables(told: Insights) -> Iterator[Grid]:
    """Yield every table, the figures first."""
    yield results(told)
    yield customers(told)
    yield funnel_grid(told)
    yield group_grid(told, "source", _("By source"), told.sources)
    yield group_grid(told, "product", _("By product"), told.products)
    yield lost_grid(told)
    yield coverage_grid(told)
    yield bests_grid(told)
    yield attained_grid(told)


def results(told: Insights) -> Grid:
    """Return what was sold, period by period."""
    return _figures(told, "results", _("Results"), RESULTS)


def customers(told: Insights) -> Grid:
    """Return customers, and the conversion from step to step, period by period."""
    return _figures(told, "customers", _("Customers and steps"), [kpi for kpi in told.figures if kpi not in RESULTS])


def _figures(told: Insights, name: str, title: str, kpis: Sequence[Kpi]) -> Grid:
    lines = [
        Line(
            f"period:{period.start.isoformat()}",
            (_period(told, period), *(figure_cell(told.figures[kpi][place], told.locale) for kpi in kpis)),
        )
        for place, period in enumerate(told.periods)
    ]
    whole = (Cell(_("All")), *(figure_cell(told.whole[kpi], told.locale) for kpi in kpis))
    left_out = {words for kpi in kpis for words in left_out_words(told.whole[kpi].left_out, told.currency)}
    small = [f"{SMALL} {small_words()}"] if any(one.is_small for kpi in kpis for one in told.figures[kpi]) else []
    heads = (_("Month") if told.by == "month" else _("Quarter"), *(title_of(kpi) for kpi in kpis))
    return Grid(name, title, heads, (*lines, Line("period:all", whole)), (*small, *sorted(left_out)))


def _period(told: Insights, period: Period) -> Cell:
    words = period_words(period, told.by, told.locale)
    return Cell(_("{period}, so far").format(period=words) if told.today in period else words)


def figure_grid(told: Insights, kpi: Kpi) -> Grid:
    """Return one figure, period by period, with what it was worked out from."""
    figures = told.figures[kpi]
    letters = tuple(letter for letter, _number in max(figures, key=lambda one: len(one.inputs)).inputs)
    lines = []
    for one in figures:
        inputs = (_input(one, letter, told.locale) for letter in letters)
        cells = (_period(told, one.period), figure_cell(one, told.locale), *inputs, Cell(str(one.sample)))
        lines.append(Line(f"period:{one.period.start.isoformat()}", cells))
    notes = [f"{SMALL} {small_words()}"] if any(one.is_small for one in figures) else []
    return Grid(
        kpi,
        title_of(kpi),
        (_("Month") if told.by == "month" else _("Quarter"), _("Value"), *letters, _("Sample")),
        tuple(lines),
        (*notes, *left_out_words(told.whole[kpi].left_out, told.currency)),
    )


def _input(figure: Figure, letter: str, locale: str) -> Cell:
    is_money = letter == "V"
    number = dict(figure.inputs).get(letter)
    return Cell(
        show_value(number, figure.unit if is_money else "count", locale), Holds.MONEY if is_money else Holds.TEXT
    )


def funnel_grid(told: Insights) -> Grid:
    """Return the funnel of the deals that closed."""
    found, locale = told.funnel, told.locale
    first = found.steps[0][1]
    lines = []
    for place, (step, number) in enumerate(found.steps):
        deals = Decimal(number)
        of_before = share_of(deals, Decimal(found.steps[place - 1][1])) if place else None
        shares = [Cell(show_value(one, "%", locale)) for one in (of_before, share_of(deals, Decimal(first)))]
        lines.append(Line(f"step:{step}", (Cell(title_of(step)), Cell(show_number(deals, locale)), *shares)))
    notes = left_out_words((("deal", found.unnamed),) if found.unnamed else (), told.currency)
    heads = (_("Step"), _("Deals"), _("Of the step before"), _("Of all"))
    empty = _("No deal with a name was closed. An import names deals; by hand it is the field Deal of a record.")
    return Grid("funnel", _("Funnel of closed deals"), heads, tuple(lines) if first else (), tuple(notes), empty)


def group_grid(told: Insights, name: str, title: str, groups: Sequence[Group]) -> Grid:
    """Return closed deals by source or by product."""
    locale, currency = told.locale, told.currency
    lines = [
        Line(
            f"{name}:{place}",
            (
                group_name(one),
                Cell(show_number(one.won, locale)),
                Cell(show_number(one.lost, locale)),
                Cell(show_value(one.win_rate, "%", locale) + (SMALL if one.is_small else "")),
                money(one.amount, currency, locale),
                money(rounded(one.average_deal), currency, locale),
                *(Cell(show_value(step.value, "%", locale)) for step in one.conversions),
            ),
        )
        for place, one in enumerate(groups)
    ]
    small = (f"{SMALL} {small_words()}",) if any(one.is_small for one in groups) else ()
    steps = [_(_TO_STEP[one.kpi]) for group in groups[:1] for one in group.conversions]
    heads = (title_of_group(name), _("Won"), _("Lost"), _("Win rate"), _("Won amount"), _("Average deal"), *steps)
    return Grid(name, title, heads, tuple(lines), small, _("No deal was closed in these days."))


_TO_STEP = {
    Kpi.TO_MEETING: mark("To meeting"),
    Kpi.TO_DEMO: mark("To demo"),
    Kpi.TO_PROPOSAL: mark("To proposal"),
    Kpi.TO_WON: mark("To won"),
}


def title_of_group(name: str) -> str:
    """Return what groups of this name are groups of."""
    return _("Source") if name == "source" else _("Product")


def group_name(one: Group) -> Cell:
    """Return the cell that names a group."""
    if one.name is None:
        return Cell(_("all others"))
    return Cell(one.name, Holds.NAME) if one.name else Cell(_("not said"))


def lost_grid(told: Insights) -> Grid:
    """Return why deals were lost."""
    found, locale = told.lost, told.locale
    named = [(f"lost:{place}", Cell(tag, Holds.NAME), number) for place, (tag, number) in enumerate(found.reasons)]
    others = [("lost:note", Cell(_("only a note")), found.noted), ("lost:none", Cell(_("nothing said")), found.silent)]
    lines = [
        Line(
            key, (cell, Cell(show_number(number, locale)), Cell(show_value(share_of(number, found.lost), "%", locale)))
        )
        for key, cell, number in (*named, *others)
        if number
    ]
    notes = (_("A deal with two tags counts under both."),) if lines else ()
    heads = (_("Reason"), _("Lost"), _("Of all lost"))
    return Grid("lost", _("Why deals were lost"), heads, tuple(lines), notes, _("No deal was lost in these days."))


def coverage_grid(told: Insights) -> Grid:
    """Return the coverage of every goal that open deals can cover."""
    locale = told.locale
    lines = [
        Line(
            f"coverage:{place}",
            (
                Cell(one.goal.title, Holds.NAME),
                Cell(times(one.value, locale)),
                Cell(times(one.needed, locale)),
                money(one.open_amount, one.goal.metric.unit, locale),
                money(one.missing, one.goal.metric.unit, locale),
            ),
        )
        for place, one in enumerate(told.coverage)
    ]
    notes = [words for one in told.coverage for words in left_out_words(one.left_out, one.goal.metric.unit)]
    heads = (_("Goal"), _("Coverage"), _("Needed"), _("Open amount"), _("Missing"))
    empty = _("No running goal counts money of deals won.")
    return Grid("coverage", _("Pipeline coverage today"), heads, tuple(lines), tuple(notes), empty)


def bests_grid(told: Insights) -> Grid:
    """Return the personal records."""
    locale = told.locale
    lines = [
        Line(
            f"best:{place}",
            (
                Cell(title_of(one.what)),
                _unit(one.value, one.unit, locale),
                Cell(period_words(one.period, told.by, locale) + (" ★" if one.is_now else "")),
                _unit(one.now, one.unit, locale),
            ),
        )
        for place, one in enumerate(told.bests)
    ]
    title = _("Best month of all") if told.by == "month" else _("Best quarter of all")
    heads = (_("Figure"), _("Best"), _("When"), _("So far now"))
    return Grid("best", title, heads, tuple(lines), (), _("Nothing is logged yet."))


def _unit(value: Decimal | None, unit: str, locale: str) -> Cell:
    return Cell(show_value(value, unit, locale), Holds.MONEY if is_currency(unit) else Holds.TEXT)


def attained_grid(told: Insights) -> Grid:
    """Return what became of the goals that were closed."""
    locale = told.locale
    lines = [
        Line(
            f"goal:{one.goal.id}",
            (
                Cell(one.goal.title, Holds.NAME),
                Cell(show_share(one.share, locale)),
                Cell(_(OUTCOME_WORDS[one.outcome])),
                Cell(show_days(one.period.start, one.period.end, locale)),
                _unit(one.actual, one.goal.metric.unit, locale),
                _unit(one.goal.target, one.goal.metric.unit, locale),
            ),
        )
        for one in told.attained
    ]
    heads = (_("Goal"), _("Attained"), _("Result"), _("Days"), _("Came to"), _("Target"))
    return Grid("goal", _("Closed goals"), heads, tuple(lines), (), _("No goal was closed yet."))
