"""The letters of the formulas, each with its value and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from aegoals.domain.kinds import kind_of
from aegoals.domain.measure import SMALL_SAMPLE, measured_days
from aegoals.domain.metric import Aggregation, Of
from aegoals.domain.progress import days_ahead
from aegoals.domain.why.reason import Matter, Part
from aegoals.locale.texts import _, mark, ngettext

_HOW = {
    Aggregation.SUM: mark("the sum of {of}"),
    Aggregation.COUNT: mark("the number of records"),
    Aggregation.MEAN: mark("the mean of {of}"),
    Aggregation.RATIO: mark("records that count, of all they are a part of, in percent"),
    Aggregation.LAST: mark("the latest of {of}"),
    Aggregation.MAXIMUM: mark("the largest of {of}"),
    Aggregation.DISTINCT: mark("the number of different names, by {of}"),
}
_OF = {
    Of.QUANTITY: mark("their quantity"),
    Of.AMOUNT: mark("their amount"),
    Of.MINUTES: mark("their hours"),
    Of.ACCOUNT: mark("account"),
    Of.PRODUCT: mark("product"),
    Of.CYCLE_DAYS: mark("the days from opportunity to deal won"),
    Of.CUSTOMERS: mark("customers"),
}


def actual(matter: Matter) -> Part:
    """Return A."""
    return Part("A", _("value today"), matter.value(matter.now.actual))


def baseline(matter: Matter) -> Part:
    """Return S."""
    return Part("S", _("value at the start"), matter.value(matter.goal.baseline))


def target(matter: Matter) -> Part:
    """Return T."""
    return Part("T", _("target"), matter.value(matter.goal.target))


def elapsed(matter: Matter) -> Part:
    """Return E."""
    first, last = matter.goal.start, min(max(matter.today, matter.goal.start), matter.goal.due)
    days = _("working days elapsed, {first} to {last}, today included")
    name = days.format(first=matter.day(first), last=matter.day(last)) + counted(matter, first, last)
    return Part("E", name, matter.number(matter.now.days.worth.elapsed))


def total(matter: Matter) -> Part:
    """Return N."""
    days = _("working days in all, {first} to {last}")
    first, last = matter.goal.start, matter.goal.due
    name = days.format(first=matter.day(first), last=matter.day(last)) + counted(matter, first, last)
    return Part("N", name, matter.number(matter.now.days.worth.total))


def remaining(matter: Matter) -> Part:
    """Return R."""
    name = _("working days left; today counts while nothing is logged for it")
    days, last = matter.now.days, matter.goal.due
    first = max(matter.today, matter.goal.start)
    if days.remaining < matter.calendar.working_days(first, last):
        first += timedelta(days=1)
    return Part("R", name + counted(matter, first, last), matter.number(days.worth.remaining))


def counted(matter: Matter, first: date, last: date) -> str:
    """Return how many working days there are and which are worth less, such as ``: 12, 4 of them at 60 %``."""
    calendar = matter.calendar.expecting(matter.goal.start, matter.goal.due)
    lighter = sorted(calendar.lighter_days(first, last).items())
    if not lighter:
        return ""
    of_them = _("{count} of them at {share}")
    shares = (of_them.format(count=count, share=matter.number(share * 100) + " %") for share, count in lighter)
    return _(": {count}, {shares}").format(count=calendar.working_days(first, last), shares=", ".join(shares))


def of_split(matter: Matter) -> Iterator[Part]:
    """Yield what each sub-period asks for, and the weight behind it."""
    goal = matter.goal
    calendar = matter.calendar.expecting(goal.start, goal.due)
    for place, one in enumerate(matter.split):
        days = f"{matter.day(one.start)} – {matter.day(one.due)}"
        if goal.season:
            weight = matter.number(round(goal.season[place].weight * 100, 2)) + " %"
        else:
            worth, whole = calendar.worth(one.start, one.due), calendar.worth(goal.start, goal.due)
            weight = f"{matter.number(worth)} / {matter.number(whole)}"
        yield Part("", _("{days}: w = {weight}").format(days=days, weight=weight), matter.value(one.amount))


def what_counts(matter: Matter) -> str:
    """Return in a sentence what makes up the actual value."""
    metric = matter.goal.metric
    first, last = measured_days(metric, matter.goal.start, matter.goal.due, matter.today)
    if metric.of is Of.CUSTOMERS:
        how = _("customers at the start who are still there, in percent")
    else:
        how = _(_HOW[metric.aggregation]).format(of=_(_OF[metric.of]))
    kinds = ", ".join(_(kind_of(kind).many) for kind in metric.selector.kinds) or _("all records")
    sentence = _("{how}; counted are {kinds}, {first} to {last}.")
    return sentence.format(how=how[:1].upper() + how[1:], kinds=kinds, first=matter.day(first), last=matter.day(last))


def narrowed(matter: Matter) -> list[str]:
    """Return which records only count, by account, product, tag and source."""
    chosen = matter.goal.metric.selector
    named = (
        (_("account"), chosen.account),
        (_("product"), chosen.product),
        (_("tag"), chosen.tag),
        (_("source"), chosen.source),
    )
    rules = [_("Only {field} “{name}”.").format(field=field, name=name) for field, name in named if name]
    if chosen.new_accounts:
        rules.append(_("Only accounts that never bought before the start."))
    return rules


def stands_on(matter: Matter) -> list[str]:
    """Return how many records are behind the value, and what was left out."""
    count = matter.now.measurement.sample
    rules = [ngettext("{count} record counts.", "{count} records count.", count).format(count=count)]
    if matter.goal.metric.aggregation in {Aggregation.MEAN, Aggregation.RATIO} and count < SMALL_SAMPLE:
        rules.append(_("Fewer than {few}: a small sample, read it with care.").format(few=SMALL_SAMPLE))
    for reason, left_out in matter.now.measurement.left_out:
        no_rate, lacking = _("Left out: {count} in {reason}, without a rate."), _("Left out: {count} without {reason}.")
        text = no_rate if reason.isupper() else lacking
        rules.append(text.format(count=left_out, reason=_(reason)))
    return rules


def free_days(matter: Matter) -> str:
    """Return the rule of working days, with the number of days that are none."""
    goal = matter.goal
    length = (goal.due - goal.start).days + 1
    return _(
        "Working days are your working week without holidays and days off: {free} of {length} days are none."
    ).format(free=length - matter.now.days.total, length=length)


def one_by_one(matter: Matter) -> str:
    """Return how safe days are counted where some days are worth less; empty where each is a whole one."""
    now, goal = matter.now, matter.goal
    if now.days.worth.total == now.days.total:
        return ""
    share = Fraction(now.expected_progress)
    ahead = days_ahead(now.actual or Decimal(0), goal.baseline, goal.target, share, now.days.worth.total)
    shown = matter.number(round(Decimal(ahead.numerator) / ahead.denominator, 2))
    return _("That is {ahead} whole days; days that are worth less are counted one by one.").format(ahead=shown)


def per_day(matter: Matter) -> Decimal:
    """Return what the line asks for on each whole working day."""
    return (matter.goal.target - matter.goal.baseline) / (matter.now.days.worth.total or 1)
