"""A: whether it can be done, by the AE's own numbers; and whether it asks for anything at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from aegoals.domain.coaching.funnel import Funnel, Step
from aegoals.domain.coaching.hours import Workload
from aegoals.domain.coaching.look import Look
from aegoals.domain.coaching.offers import stretch_offer, target_changes
from aegoals.domain.coaching.outlook import Outlook, outlook_of
from aegoals.domain.coaching.past import Past, in_figures
from aegoals.domain.coaching.words import (
    average_in_words,
    decimal_of,
    figure,
    kinds_in_words,
    left_out_in_words,
    past_periods,
    shown,
    small_sample,
)
from aegoals.domain.finding import Finding, Repair
from aegoals.domain.goal_entry import lines_of
from aegoals.domain.goal_metrics import kinds_named
from aegoals.domain.metric import Metric, is_currency
from aegoals.locale.numbers import plain_number
from aegoals.locale.texts import _

EASY_SHARE = Fraction(4, 5)
"""A target that four of five past periods reached asks for nothing new."""

BEYOND_BEST = Fraction(1, 10)
"""More than a tenth beyond the best period is out of reach: the stretch rule applied to the best one."""


def achievable(look: Look) -> Iterator[Finding]:
    """Return what own history says against the target."""
    outlook = outlook_of(look)
    if not look.draft.evidence.strip():
        yield _without_evidence(look, outlook)
    if outlook.past is not None and look.metric is not None and outlook.place is not None:
        yield from _against_past(look, outlook, outlook.past, look.metric)
    if outlook.funnel is not None and look.metric is not None:
        yield from _more_than_usual(look, outlook.funnel, look.metric)
    if outlook.workload is not None and outlook.workload.is_too_much:
        yield _too_many_hours(look, outlook.workload)
    if outlook.left_out:
        yield _left_out(outlook)


def _without_evidence(look: Look, outlook: Outlook) -> Finding:
    past, metric = outlook.past, look.metric
    why = _("A goal is kept when one can say what makes it possible.")
    if past is None or metric is None:
        return Finding(
            "A",
            "no_evidence",
            _("Nothing says yet why it can be done, and the log has no past period to judge by: say it in words."),
            repairs=(Repair(_("name what you reached in the last period, the time, the help"), field="evidence"),),
            why=why,
        )
    text = evidence_text(look, past, metric)
    return Finding(
        "A",
        "no_evidence",
        _("Nothing says yet why it can be done: past numbers, time, help."),
        repairs=(Repair(_("take your own numbers: {numbers}").format(numbers=text), {"evidence": text}),),
        why=why,
    )


def evidence_text(look: Look, past: Past, metric: Metric) -> str:
    """Return the own numbers as the AE would write them."""
    average = average_in_words(past, metric.unit, look.rules.locale)
    text = average[:1].upper() + average[1:]
    if len(past.values) == 1:
        return text
    best = shown(past.best(wants_less=look.wants_less).value, metric.unit, look.rules.locale)
    return _("{average}, the best {best}").format(average=text, best=best)


def _against_past(look: Look, outlook: Outlook, past: Past, metric: Metric) -> Iterator[Finding]:
    place, target = outlook.place, look.target
    if place is None or target is None:
        return
    locale, unit = look.rules.locale, metric.unit
    sample = small_sample(past.sample) if not metric.grows else ""
    words = {"target": shown(target, unit, locale), "periods": past_periods(past), "sample": sample}
    if place.share_reached >= EASY_SHARE and not look.direction.keeps:
        yield Finding(
            "A",
            "too_easy",
            _("{target} is easy: {reached} of your {periods} reached it; {average}.{sample}").format(
                **words, reached=place.reached, average=average_in_words(past, unit, locale)
            ),
            (look.draft.target,),
            stretch_offer(look) or (Repair(_("ask for more"), field="target"),),
            _("What would happen anyway needs no goal."),
        )
        return
    best = past.best(wants_less=look.wants_less)
    if is_beyond(target, best.value, wants_less=look.wants_less):
        yield Finding(
            "A",
            "out_of_reach",
            _("{target} is far beyond the best of your {periods}, {best}; {average}.{sample}").format(
                **words, best=shown(best.value, unit, locale), average=average_in_words(past, unit, locale)
            ),
            (look.draft.target,),
            (*stretch_offer(look), _as_the_best(look, metric, best.value)),
            _("A goal that nobody believes in is given up in the first week."),
        )


def is_beyond(target: Decimal, best: Decimal, *, wants_less: bool) -> bool:
    """Tell whether a target is more than a tenth beyond the best value."""
    if wants_less:
        return Fraction(target) < Fraction(best) * (1 - BEYOND_BEST)
    return Fraction(target) > Fraction(best) * (1 + BEYOND_BEST)


def _as_the_best(look: Look, metric: Metric, best: Decimal) -> Repair:
    text = _("as good as the best: {best}").format(best=shown(best, metric.unit, look.rules.locale))
    return Repair(text, target_changes(look, metric, best))


def _more_than_usual(look: Look, funnel: Funnel, metric: Metric) -> Iterator[Finding]:
    steps = [step for step in funnel.activities if step.is_more_than_usual and not _is_planned(step, look)]
    if not steps:
        return
    locale = look.rules.locale
    asked = "; ".join(
        _("{needed} {kinds} a working day, lately {recent}").format(
            needed=figure(step.per_working_day, locale),
            kinds=kinds_in_words(step.kinds),
            recent=figure(step.recent or Fraction(0), locale),
        )
        for step in steps
    )
    deals, sample = funnel.steps[0], small_sample(funnel.rates.closed)
    yield Finding(
        "A",
        "more_than_usual",
        _("At your own rates it takes {deals} deals and {asked}.{sample}").format(
            deals=figure(deals.needed, locale), asked=asked, sample=sample
        ),
        (look.draft.target,),
        tuple(_ways_out(look, funnel, steps, metric)),
        _("More has to come from more work, better rates or larger deals: say from which."),
    )


def _ways_out(look: Look, funnel: Funnel, steps: list[Step], metric: Metric) -> Iterator[Repair]:
    """Yield the plan that the funnel asks for, and the target that the latest weeks' activity leads to."""
    plan = [plan_line(step, look.rules.locale) for step in steps]
    actions = "\n".join([*lines_of(look.draft.actions), *plan])
    yield Repair(_("plan it: {plan}").format(plan="; ".join(plan)), {"actions": actions})
    share = min((step.recent or Fraction(0)) / step.per_working_day for step in steps)
    reachable = Fraction(look.target or 0) - funnel.gap * (1 - share)
    target = in_figures(decimal_of(reachable)) if is_currency(metric.unit) else _floored(decimal_of(reachable))
    if target > 0:
        text = _("at the activity of the last four weeks: {target}").format(
            target=shown(target, metric.unit, look.rules.locale)
        )
        yield Repair(text, target_changes(look, metric, target))


def plan_line(step: Step, locale: str) -> str:
    """Return the step that the funnel asks for as an action: a whole number a week."""
    del locale  # whole figures look alike everywhere
    needed = decimal_of(step.per_working_day * 5).to_integral_value(ROUND_CEILING)
    return _("{needed} {kinds} a week").format(needed=needed, kinds=kinds_in_words(step.kinds))


_NUMBER = re.compile(r"\d+")


def _is_planned(step: Step, look: Look) -> bool:
    """Tell whether an action names these activities and enough of them for a week."""
    wanted = step.per_working_day * 5 / Fraction(11, 10)
    return any(
        kinds_named(line, step.kinds) and any(int(number) >= wanted for number in _NUMBER.findall(line))
        for line in lines_of(look.draft.actions)
    )


def _too_many_hours(look: Look, load: Workload) -> Finding:
    locale = look.rules.locale
    parts = ", ".join(f"{one.title} {shown(one.hours, 'hours', locale)}" for one in load.shares)
    own = load.shares[0].hours
    room = Fraction(load.hours_a_week) - (load.hours - own)
    repairs = [Repair(_("give it more time: a later date"), field="due")]
    if room > 0 and look.metric is not None and look.target is not None:
        target = _floored(decimal_of(Fraction(look.target) * room / own))
        text = _("what fits into the week: {target}").format(target=shown(target, look.metric.unit, locale))
        repairs.insert(0, Repair(text, {"target": plain_number(target)}))
    return Finding(
        "A",
        "too_many_hours",
        _("All activity goals together ask for {hours} a week of {week}: {parts}.").format(
            hours=shown(load.hours, "hours", locale), week=shown(load.hours_a_week, "hours", locale), parts=parts
        ),
        (look.draft.target,),
        tuple(repairs),
        _("What does not fit into the week is not done, and something else neither."),
    )


def _floored(number: Decimal) -> Decimal:
    return number.to_integral_value(ROUND_FLOOR)


def _left_out(outlook: Outlook) -> Finding:
    reasons = ", ".join(left_out_in_words(reason, count) for reason, count in outlook.left_out)
    return Finding(
        "A",
        "left_out",
        _("Your history is not whole: {reasons} could not be counted.").format(reasons=reasons),
        repairs=(Repair(_("give a rate for the currency in Settings, or complete the records")),),
        why=_("An average over a part of the deals is too low."),
    )
