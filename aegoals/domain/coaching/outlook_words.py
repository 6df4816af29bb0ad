"""What own history says of a target, line by line, with the figures that each line stands on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from aegoals.domain.coaching.funnel import Funnel, Step
from aegoals.domain.coaching.hours import Workload
from aegoals.domain.coaching.look import Look
from aegoals.domain.coaching.outlook import Outlook
from aegoals.domain.coaching.past import Past
from aegoals.domain.coaching.words import (
    decimal_of,
    evidence_in_words,
    figure,
    kinds_in_words,
    left_out_in_words,
    past_periods,
    shown,
    small_sample,
    stretch_in_words,
)
from aegoals.locale.numbers import show_share
from aegoals.locale.texts import _

FEW = 4  # periods


def outlook_lines(outlook: Outlook, look: Look) -> list[str]:
    """Return everything that own history says of a draft; one sentence where it says nothing."""
    lines = [
        *(_past_lines(outlook, outlook.past, look) if outlook.past else ()),
        *(_funnel_lines(outlook.funnel, look) if outlook.funnel else ()),
        *(_hours_lines(outlook.workload, look) if outlook.workload else ()),
        *(_("Not counted: {what}.").format(what=left_out_in_words(*one)) for one in outlook.left_out),
    ]
    return lines or [_("Your log has no past period to judge this by.")]


def _past_lines(outlook: Outlook, past: Past, look: Look) -> Iterator[str]:
    if look.metric is None:
        return
    unit, locale = look.metric.unit, look.rules.locale
    sample = "" if look.metric.grows else small_sample(past.sample)
    yield evidence_in_words(past, unit, locale, wants_less=look.wants_less) + _few(past) + sample + "."
    if outlook.place is not None and look.target is not None:
        words = {"target": shown(look.target, unit, locale), "periods": past_periods(past)}
        text = _("{target} is beyond {percentile} of your {periods}; {reached} of {count} reached it.")
        percentile = show_share(decimal_of(outlook.place.percentile / 100), locale)
        yield text.format(**words, percentile=percentile, reached=outlook.place.reached, count=outlook.place.count)
    if outlook.proposed is not None:
        yield _("Stretch rule: {rule}.").format(
            rule=stretch_in_words(past, outlook.proposed, look.direction, unit, locale)
        )


def _few(past: Past) -> str:
    return " " + _("(few periods)") if len(past.values) < FEW else ""


def _funnel_lines(funnel: Funnel, look: Look) -> Iterator[str]:
    locale = look.rules.locale
    deals, opportunities, *activities = funnel.steps
    unit = look.metric.unit if look.metric else ""
    if funnel.rates.average_deal is not None and unit != "count":
        yield _("{gap} to go is {deals} deals of {average} on average (of {won} won).").format(
            gap=shown(funnel.gap, unit, locale),
            deals=figure(deals.needed, locale),
            average=shown(funnel.rates.average_deal, unit, locale),
            won=figure(funnel.rates.priced, locale),
        )
    yield _(
        "{deals} deals are {opportunities} opportunities at a win rate of {rate} (of {closed} closed){sample}."
    ).format(
        deals=figure(deals.needed, locale),
        opportunities=figure(opportunities.needed, locale),
        rate=show_share(decimal_of(funnel.rates.win_rate or Fraction(0)), locale),
        closed=figure(funnel.rates.closed, locale),
        sample=small_sample(funnel.rates.closed),
    )
    for step in activities:
        yield _step_line(step, locale)
    if funnel.missing:
        missing = _(", ").join(kinds_in_words(kinds) for kinds in funnel.missing)
        yield _("The way back stops here for want of {kinds} in your log.").format(kinds=missing)


def _step_line(step: Step, locale: str) -> str:
    text = _("They take {needed} {kinds}, {a_day} a working day ({made} for {of} opportunities); lately {recent}.")
    return text.format(
        needed=figure(step.needed, locale),
        kinds=kinds_in_words(step.kinds),
        a_day=figure(step.per_working_day, locale),
        made=figure(step.made, locale),
        of=figure(step.of, locale),
        recent="–" if step.recent is None else figure(step.recent, locale),
    )


def _hours_lines(load: Workload, look: Look) -> Iterator[str]:
    if not load.shares:
        return
    locale = look.rules.locale
    parts = _(", ").join(f"“{one.title}” {shown(one.hours, 'hours', locale)}" for one in load.shares)
    yield _("Activity goals ask for {hours} of a week of {week}: {parts}.").format(
        hours=shown(load.hours, "hours", locale), week=shown(load.hours_a_week, "hours", locale), parts=parts
    )
