"""Own figures in words: “your last 6 quarters averaged $42,300”."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from aegoals.domain.coaching.past import Past
from aegoals.domain.goal import Direction
from aegoals.domain.kinds import kind_of
from aegoals.domain.measure import SMALL_SAMPLE
from aegoals.locale.numbers import show_number, show_value
from aegoals.locale.texts import _, mark, ngettext

WEEK = 7  # days
HUNDRED = 100  # from here a tenth of a call says nothing
THOUSAND = 1000  # from here cents say nothing
CODE = 3  # letters of a currency
FIELDS = {
    "opened": mark("the day on which the deal was opened"),
    "minutes": mark("a duration"),
    "amount": mark("an amount"),
    "account": mark("an account"),
    "product": mark("a product"),
}


def decimal_of(number: Fraction) -> Decimal:
    """Return a fraction as a Decimal, cut at the 28 digits that one has."""
    return Decimal(number.numerator) / number.denominator


def shown(number: Fraction | Decimal, unit: str, locale: str) -> str:
    """Return a value in its unit; money of thousands without its cents."""
    value = decimal_of(number) if isinstance(number, Fraction) else number
    if unit == "count":
        return show_number(value, locale, 1 if abs(value) < HUNDRED else 0)
    return show_value(round(value, 0) if abs(value) >= THOUSAND else value, unit, locale)


def figure(number: Fraction, locale: str) -> str:
    """Return a count with one place while it is small: 3.4, 42."""
    return show_number(decimal_of(number), locale, 1 if number < 10 else 0)  # noqa: PLR2004 - two digits are enough


def past_periods(past: Past) -> str:
    """Return which past periods are meant: “last quarter”, “last 6 quarters”, “last 4 periods of 42 days”."""
    text = _counted(past)
    return _("{periods} (taken at this goal's length)").format(periods=text) if past.is_scaled else text


def _counted(past: Past) -> str:
    count = len(past.values)
    texts = {
        1: ngettext("last month", "last {count} months", count),
        3: ngettext("last quarter", "last {count} quarters", count),
        6: ngettext("last half-year", "last {count} half-years", count),
        12: ngettext("last year", "last {count} years", count),
    }
    if past.months in texts:
        return texts[past.months].format(count=count)
    if past.months:
        text = ngettext("last period of {length} months", "last {count} periods of {length} months", count)
        return text.format(count=count, length=past.months)
    if past.days == WEEK:
        return ngettext("last week", "last {count} weeks", count).format(count=count)
    text = ngettext("last period of {length} days", "last {count} periods of {length} days", count)
    return text.format(count=count, length=past.days)


def average_in_words(past: Past, unit: str, locale: str) -> str:
    """Return the own average and what it stands on."""
    words = {"periods": past_periods(past), "average": shown(past.average, unit, locale)}
    if len(past.values) == 1:
        return _("your {periods} was {average}").format(**words)
    return _("your {periods} averaged {average}").format(**words)


def evidence_in_words(past: Past, unit: str, locale: str, *, wants_less: bool) -> str:
    """Return average and best as the AE would write them: “Your last 6 quarters averaged …, the best …”."""
    average = average_in_words(past, unit, locale)
    text = average[:1].upper() + average[1:]
    if len(past.values) == 1:
        return text
    return _("{average}, the best {best}").format(
        average=text, best=shown(past.best(wants_less=wants_less).value, unit, locale)
    )


def stretch_in_words(past: Past, proposed: Decimal, direction: Direction, unit: str, locale: str) -> str:
    """Return the stretch rule with the figures that it stands on."""
    words = {"average": average_in_words(past, unit, locale), "proposed": shown(proposed, unit, locale)}
    if direction.keeps:
        return _("{average}: keep {proposed}").format(**words)
    if direction.wants_less:
        return _("{average}: −10 % is {proposed}").format(**words)
    return _("{average}: +10 % is {proposed}").format(**words)


def kinds_in_words(kinds: Iterable[str]) -> str:
    """Return the names of some kinds of records, many of them: “meetings and demos”."""
    return _(" and ").join(_(kind_of(kind).many) for kind in kinds)


def small_sample(count: Fraction | int) -> str:
    """Return a warning behind a figure that stands on few records, nothing behind others."""
    if count >= SMALL_SAMPLE:
        return ""
    return " " + ngettext("(small sample: {count})", "(small sample: {count})", int(count)).format(count=int(count))


def left_out_in_words(reason: str, count: int) -> str:
    """Return what could not be counted: money of another currency, a record without the field."""
    if is_money(reason):
        text = ngettext("{count} record in {currency}", "{count} records in {currency}", count)
        return text.format(count=count, currency=reason)
    text = ngettext("{count} record without {field}", "{count} records without {field}", count)
    return text.format(count=count, field=_(FIELDS.get(reason, reason)))


def is_money(reason: str) -> bool:
    """Tell whether a record was left out for its currency."""
    return len(reason) == CODE and reason.isupper()
