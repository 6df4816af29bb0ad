"""Why a key figure is what it is: its formula, what goes into it, the days counted, the rules."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from aegoals.domain.kpi.bests import FEWEST, Best
from aegoals.domain.kpi.coverage import Coverage
from aegoals.domain.kpi.figure import ADDED_UP, CONVERSIONS, Figure, Kpi
from aegoals.domain.kpi.formulas import Funnel
from aegoals.domain.kpi.groups import Group, LostReasons
from aegoals.domain.kpi.history import CLOSED, History
from aegoals.domain.kpi.words import WORDINGS, left_out_words, small_words, times, title_of, value_of
from aegoals.domain.periods import Period
from aegoals.domain.record import LogRecord
from aegoals.domain.why.reason import Part, Reason
from aegoals.locale.dates import show_day, show_months
from aegoals.locale.numbers import show_number, show_value
from aegoals.locale.texts import _, ngettext

_SIGNS = "×/+−() "


def explain_figure(figure: Figure, currency: str, locale: str) -> Reason:
    """Return why a key figure has its value in its period."""
    wording = WORDINGS[figure.kpi]
    inputs = {letter: _input(figure, letter, number, locale) for letter, number in figure.inputs}
    parts = tuple(Part(letter, _(name), inputs.get(letter, "–")) for letter, name in wording.letters)
    worked = _worked(wording.formula, inputs) if figure.value is not None and wording.letters else ""
    return Reason(
        figure.kpi,
        f"{_(wording.title)}, {show_months(figure.period.start, figure.period.end, locale)}",
        value_of(figure, locale),
        _(wording.formula),
        worked,
        parts,
        (*(_(rule) for rule in wording.rules), *_counted(figure, currency, locale)),
    )


def _worked(formula: str, inputs: dict[str, str]) -> str:
    """Return the formula with the values in place of its letters."""
    return "".join(inputs.get(letter, letter) if letter not in _SIGNS else letter for letter in formula)


def _input(figure: Figure, letter: str, number: Decimal, locale: str) -> str:
    units = {
        (Kpi.AVERAGE_DEAL, "V"): figure.unit,
        (Kpi.VELOCITY, "V"): figure.unit,
        (Kpi.VELOCITY, "P"): "%",
    }
    return show_value(number, units.get((figure.kpi, letter), "count"), locale)


def _counted(figure: Figure, currency: str, locale: str) -> Iterator[str]:
    yield days_counted(figure.period, locale)
    if figure.value is None:
        yield _("There is nothing to divide by.")
    elif figure.kpi not in ADDED_UP and figure.is_small:
        yield small_words()
    yield from left_out_words(figure.left_out, currency)


def days_counted(period: Period, locale: str) -> str:
    """Return the sentence of the days that were counted."""
    first, last = show_day(period.start, locale), show_day(period.end, locale)
    return _("Counted are the days from {first} to {last}.").format(first=first, last=last)


def explain_coverage(one: Coverage, locale: str) -> list[Reason]:
    """Return why a goal's coverage, and the coverage it needs, are what they are."""
    unit = one.goal.metric.unit
    opened, missing = show_value(one.open_amount, unit, locale), show_value(one.missing, unit, locale)
    deals = ngettext("{count} open deal", "{count} open deals", one.deals).format(count=one.deals)
    rate = value_of(one.rate, locale)
    letters = (Part("O", _("amount of {deals}").format(deals=deals), opened), Part("M", _("still missing"), missing))
    rules = (
        _("The log knows no day on which a deal will close: all open deals that the goal would count are in."),
        *left_out_words(one.left_out, unit),
    )
    year = days_counted(one.rate.period, locale)
    needed = (
        _("At this win rate so much must be open for one that is won; 3 × is only a rule of thumb."),
        year,
        *((small_words(),) if one.rate.is_small else ()),
    )
    worked = f"{opened} / {missing}"
    return [
        Reason("coverage", _("Pipeline coverage"), times(one.value, locale), "O / M", worked, letters, rules),
        Reason(
            "coverage_needed",
            _("Coverage needed"),
            times(one.needed, locale),
            "1 / P",
            f"1 / {rate}",
            (Part("P", _("own win rate of the latest year"), rate),),
            needed,
        ),
    ]  # fmt: skip


def explain_funnel(found: Funnel, locale: str) -> list[Reason]:
    """Return why the steps of the funnel hold so many deals."""
    rules = (
        _(WORDINGS[Kpi.TO_DEMO].rules[0]),
        days_counted(found.period, locale),
        *left_out_words((("deal", found.unnamed),) if found.unnamed else (), ""),
    )
    return [
        Reason("funnel", title_of(step), show_number(Decimal(number), locale), "", "", (), rules if not place else ())
        for place, (step, number) in enumerate(found.steps)
    ]


def explain_group(one: Group, period: Period, currency: str, locale: str) -> list[Reason]:
    """Return why the figures of one source or product are what they are."""
    won, lost = show_number(one.won, locale), show_number(one.lost, locale)
    amount = show_value(one.amount, currency, locale)
    letters = (Part("W", _("deals won"), won), Part("L", _("deals lost"), lost))
    where = _("The source and product of a closed deal are its own, else those of its opportunity.")
    rules = [_(rule) for rule in WORDINGS[Kpi.WIN_RATE].rules[:1]] + ([small_words()] if one.is_small else [])
    priced = show_number(one.priced, locale)
    return [
        Reason(
            "win_rate",
            _(WORDINGS[Kpi.WIN_RATE].title),
            show_value(one.win_rate, "%", locale),
            "W / (W + L)",
            f"{won} / ({won} + {lost})",
            letters,
            (*rules, where, days_counted(period, locale)),
        ),
        Reason(
            "average_deal",
            _(WORDINGS[Kpi.AVERAGE_DEAL].title),
            show_value(one.average_deal, currency, locale),
            "V / W",
            f"{amount} / {priced}" if one.priced else "",
            (Part("V", _("amount of the deals won"), amount), Part("W", _("deals won that have an amount"), priced)),
            tuple(left_out_words(one.left_out, currency)),
        ),
        *(explain_figure(step, currency, locale) for step in one.conversions),
    ]


def explain_lost(found: LostReasons, locale: str) -> list[Reason]:
    """Return how the reasons of lost deals are counted."""
    rules = (
        _("A reason is a tag of the lost deal. A deal with two tags counts under both."),
        _("{noted} have only a note, {silent} say nothing.").format(
            noted=show_number(found.noted, locale), silent=show_number(found.silent, locale)
        ),
        days_counted(found.period, locale),
    )
    return [Reason("lost", _("Deals lost"), show_number(found.lost, locale), "", "", (), rules)]


def explain_best(one: Best, locale: str) -> list[Reason]:
    """Return what a personal record stands on."""
    rules = [_("The best of all periods in the log; of equals the earliest.")]
    if one.what in {*Kpi} and one.what not in ADDED_UP:
        rules.append(_("A share or a mean counts once its period is over, and of at least {few}.").format(few=FEWEST))
    rules.append(days_counted(one.period, locale))
    return [Reason("best", title_of(one.what), show_value(one.value, one.unit, locale), "", "", (), tuple(rules))]


_BEHIND: dict[Kpi, tuple[str, ...]] = {
    Kpi.WIN_RATE: CLOSED,
    Kpi.VELOCITY: CLOSED,
    Kpi.RETENTION: ("churn",),
    Kpi.SATISFACTION: ("csat",),
    **dict.fromkeys(CONVERSIONS.values(), CLOSED),
}


def records_behind(history: History, kpi: Kpi, period: Period) -> list[LogRecord]:
    """Return the records of a period that a figure counts, the latest first."""
    kinds = _BEHIND.get(kpi, ("deal_won",))
    found = [record for kind in kinds for record in history.between(kind, period)]
    return sorted(found, key=lambda one: (one.date, one.id), reverse=True)
