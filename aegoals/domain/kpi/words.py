"""Key figures in words, the same on every face."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.kinds import KINDS, kind_of
from aegoals.domain.kpi.figure import Figure, Kpi
from aegoals.domain.kpi.periods import By
from aegoals.domain.measure import SMALL_SAMPLE
from aegoals.domain.periods import Period
from aegoals.locale.dates import show_days, show_months
from aegoals.locale.numbers import show_number, show_value
from aegoals.locale.texts import _, mark, ngettext


@dataclass(frozen=True, slots=True)
class Wording:
    """How a key figure is called, its formula, its letters, and the rules that decide at its edges."""

    title: str
    formula: str
    letters: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()


_CLOSED_ON = mark("A deal counts in the period in which it was closed; open ones are left out.")
_OF_DEALS = mark(
    "Of the deals closed in the period. A step that was skipped counts as passed; steps are tied by the deal's name."
)
_OTHER_MONEY = mark("Other currencies count at the rate kept with the record, or are named as left out.")

WORDINGS: dict[Kpi, Wording] = {
    Kpi.WON_AMOUNT: Wording(mark("Won amount"), mark("Σ amount of deals won"), rules=(_OTHER_MONEY,)),
    Kpi.DEALS_WON: Wording(mark("Deals won"), mark("Σ deals won")),
    Kpi.WIN_RATE: Wording(
        mark("Win rate"),
        "W / (W + L)",
        (("W", mark("deals won")), ("L", mark("deals lost"))),
        (_CLOSED_ON, mark("Other definitions exist: some divide by all opportunities that were opened.")),
    ),
    Kpi.AVERAGE_DEAL: Wording(
        mark("Average deal"),
        "V / W",
        (("V", mark("amount of the deals won")), ("W", mark("deals won that have an amount"))),
        (_OTHER_MONEY,),
    ),
    Kpi.SALES_CYCLE: Wording(
        mark("Sales cycle"),
        "D / N",
        (
            ("D", mark("days from the opportunity to the deal won, of all of them")),
            ("N", mark("deals won whose opportunity is in the log")),
        ),
    ),
    Kpi.VELOCITY: Wording(
        mark("Sales velocity a day"),
        "O × V × P / C",
        (
            ("O", mark("opportunities open at the end of the period, today in the running one")),
            ("V", mark("average deal")),
            ("P", mark("win rate")),
            ("C", mark("sales cycle in days")),
        ),
        (mark("What the open opportunities are worth each day if deals go on as in this period."),),
    ),
    Kpi.RETENTION: Wording(
        mark("Logo retention"),
        "(S − L) / S",
        (("S", mark("customers at the start of the period")), ("L", mark("of them lost in it"))),
        (mark("A customer is an account with a deal won or a renewal and no loss of the customer since."),),
    ),
    Kpi.SATISFACTION: Wording(
        mark("Satisfaction"),
        "Q / N",
        (("Q", mark("sum of the scores")), ("N", mark("scores"))),
        (mark("The mean score, not the share of 4 and 5."),),
    ),
    Kpi.TO_MEETING: Wording(
        mark("Opportunity to meeting"),
        "A / B",
        (("A", mark("deals with a meeting or a later step")), ("B", mark("deals of the step before"))),
        (_OF_DEALS,),
    ),
    Kpi.TO_DEMO: Wording(
        mark("Conversion to demo"),
        "A / B",
        (("A", mark("deals with a demo or a later step")), ("B", mark("deals of the step before"))),
        (_OF_DEALS,),
    ),
    Kpi.TO_PROPOSAL: Wording(
        mark("Conversion to proposal"),
        "A / B",
        (("A", mark("deals with a proposal or won")), ("B", mark("deals of the step before"))),
        (_OF_DEALS,),
    ),
    Kpi.TO_WON: Wording(
        mark("Conversion to won"),
        "A / B",
        (("A", mark("deals won")), ("B", mark("deals of the step before"))),
        (_OF_DEALS,),
    ),
}

_LEFT_OUT = {
    "amount": mark("without an amount"),
    "opened": mark("whose opportunity is not in the log"),
    "deal": mark("without the name of a deal"),
}


_AVERAGES = frozenset({Kpi.AVERAGE_DEAL, Kpi.VELOCITY})
LARGE = 100


def title_of(what: str) -> str:
    """Return what a key figure or a kind of activity is called, with a capital letter."""
    if what in {*Kpi}:
        return _(WORDINGS[Kpi(what)].title)
    word = _(kind_of(what).many) if what in KINDS else kind_of(what).many
    return word[:1].upper() + word[1:]


def value_of(figure: Figure, locale: str) -> str:
    """Return the value of a figure in its unit; of a large average nobody wants the cents."""
    value = rounded(figure.value) if figure.kpi in _AVERAGES else figure.value
    return show_value(value, figure.unit, locale)


def rounded(value: Decimal | None) -> Decimal | None:
    """Return an average amount without its cents where it is large."""
    return value.quantize(Decimal(1)) if value is not None and value >= LARGE else value


def left_out_words(left_out: Iterable[tuple[str, int]], currency: str) -> list[str]:
    """Return a sentence for each reason for which records were left out."""
    return [_left_out(reason, number, currency) for reason, number in left_out]


def _left_out(reason: str, number: int, currency: str) -> str:
    records = ngettext("{count} record left out", "{count} records left out", number).format(count=number)
    if reason in _LEFT_OUT:
        return f"{records}, {_(_LEFT_OUT[reason])}."
    given = _("{records}: {currency} has no rate to {own}, give one in Settings.")
    return given.format(records=records, currency=reason, own=currency)


def small_words() -> str:
    """Return what a small sample means."""
    return _("Fewer than {few}: a small sample, read it with care.").format(few=SMALL_SAMPLE)


def period_words(period: Period, by: By, locale: str) -> str:
    """Return a period's name: ``Mar 2026``, or a quarter by its months, ``Jan – Mar 2026``."""
    show = show_days if by is By.MONTH else show_months
    return show(period.start, period.end, locale)


def times(value: Decimal | None, locale: str) -> str:
    """Return a multiple, such as ``2.1 ×``."""
    return "–" if value is None else f"{show_number(value, locale, 1)} ×"
