"""A: whether it can be done, by the AE's own numbers; and whether it asks for anything at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from aegoals.domain.coaching.funnel import USUAL, Funnel, Step
from aegoals.domain.coaching.hours import Workload
from aegoals.domain.coaching.look import Look
from aegoals.domain.coaching.offers import stretch_offer, target_changes
from aegoals.domain.coaching.outlook import Outlook, outlook_of, proposed_target
from aegoals.domain.coaching.past import Past, Place, as_figure, place_of, proposal, stretch
from aegoals.domain.coaching.words import (
    decimal_of,
    evidence_in_words,
    figure,
    is_money,
    kinds_in_words,
    left_out_in_words,
    past_periods,
    shown,
    small_sample,
)
from aegoals.domain.finding import Finding, Repair
from aegoals.domain.goal import Direction
from aegoals.domain.goal_entry import lines_of
from aegoals.domain.goal_metrics import kinds_named
from aegoals.domain.metric import Metric
from aegoals.locale.numbers import plain_number
from aegoals.locale.texts import _

EASY_SHARE = Fraction(4, 5)
"""A target that four of five past periods reached asks for nothing new."""


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
    text = evidence_in_words(past, metric.unit, look.rules.locale, wants_less=look.wants_less)
    return Finding(
        "A",
        "no_evidence",
        _("Nothing says yet why it can be done: past numbers, time, help."),
        repairs=(Repair(_("take your own numbers: {numbers}").format(numbers=text), {"evidence": text}),),
        why=why,
    )


def _against_past(look: Look, outlook: Outlook, past: Past, metric: Metric) -> Iterator[Finding]:
    place, target = outlook.place, look.target
    if place is None or target is None:
        return
    best = past.best(wants_less=look.wants_less).value
    if is_easy(place) and not look.direction.keeps:
        yield _too_easy(look, past, metric, place)
    elif is_beyond(target, best, look.direction, metric.unit):
        yield _out_of_reach(look, past, metric, best)


def _too_easy(look: Look, past: Past, metric: Metric, place: Place) -> Finding:
    message = _("{target} is easy: {reached} of your {periods} reached it; the average is {average}.{sample}")
    if place.count == 1:
        message = _("{target} is easy: your {periods} was {average}.{sample}")
    return Finding(
        "A",
        "too_easy",
        message.format(**_past_words(look, past, metric), reached=place.reached),
        (look.draft.target,),
        _harder(look, past, metric),
        _("What would happen anyway needs no goal."),
    )


def _out_of_reach(look: Look, past: Past, metric: Metric, best: Decimal) -> Finding:
    message = _("{target} is far beyond your {periods}: the best was {best}, the average {average}.{sample}")
    if len(past.values) == 1:
        message = _("{target} is far beyond your {periods}, which was {best}.{sample}")
    level = as_figure(best, metric.unit)
    text = _("as good as the best: {best}").format(best=shown(level, metric.unit, look.rules.locale))
    return Finding(
        "A",
        "out_of_reach",
        message.format(**_past_words(look, past, metric), best=shown(best, metric.unit, look.rules.locale)),
        (look.draft.target,),
        (*stretch_offer(look), Repair(text, target_changes(look, metric, level))),
        _("A goal that nobody believes in is given up in the first week."),
    )


def _past_words(look: Look, past: Past, metric: Metric) -> dict[str, str]:
    locale, unit = look.rules.locale, metric.unit
    return {
        "target": shown(look.target or Decimal(0), unit, locale),
        "periods": past_periods(past),
        "average": shown(past.average, unit, locale),
        "sample": "" if metric.grows else small_sample(past.sample),
    }


def is_easy(place: Place) -> bool:
    """Tell whether a target asks for nothing that most past periods did not bring."""
    return place.share_reached >= EASY_SHARE


def is_beyond(target: Decimal, best: Decimal, direction: Direction, unit: str) -> bool:
    """Tell whether a target is more than a tenth beyond the best value, exact or as the figure proposed from it."""
    way = Direction.BRING_DOWN if direction.wants_less else Direction.REACH_UP
    limits = (stretch(Fraction(best), way), Fraction(proposal(Fraction(best), way, unit)))
    return target < min(limits) if direction.wants_less else target > max(limits)


def _harder(look: Look, past: Past, metric: Metric) -> tuple[Repair, ...]:
    """Return targets that are not easy: the stretch rule where it is none, and a tenth beyond the best period."""
    values = [one.value for one in past.values]
    proposed = proposed_target(look)
    is_enough = proposed is not None and not is_easy(place_of(proposed, values, wants_less=look.wants_less))
    best = past.best(wants_less=look.wants_less).value
    target = proposal(Fraction(best), look.direction, metric.unit)
    text = _("a tenth beyond the best, {best}: {target}").format(
        best=shown(best, metric.unit, look.rules.locale), target=shown(target, metric.unit, look.rules.locale)
    )
    beyond = Repair(text, target_changes(look, metric, target))
    return (*(stretch_offer(look) if is_enough else ()), beyond)


def _more_than_usual(look: Look, funnel: Funnel, metric: Metric) -> Iterator[Finding]:
    steps = [step for step in funnel.activities if step.is_more_than_usual and not _is_planned(step, look)]
    if not steps:
        return
    locale = look.rules.locale
    asked = ", ".join(
        _("{needed} {kinds} (lately {recent})").format(
            needed=figure(step.per_working_day, locale),
            kinds=kinds_in_words(step.kinds),
            recent=figure(step.recent or Fraction(0), locale),
        )
        for step in steps
    )
    deals, sample = figure(funnel.steps[0].needed, locale), small_sample(funnel.rates.closed)
    yield Finding(
        "A",
        "more_than_usual",
        _("At your own rates it takes {deals} deals, and {asked} each working day.{sample}").format(
            deals=deals, asked=asked, sample=sample
        ),
        (look.draft.target,),
        tuple(_ways_out(look, funnel, steps, metric)),
        _("More has to come from more work, better rates or larger deals: say from which."),
    )


def _ways_out(look: Look, funnel: Funnel, steps: list[Step], metric: Metric) -> Iterator[Repair]:
    """Yield the plan that the funnel asks for, and the target that the latest weeks' activity leads to."""
    plan = [plan_line(step, look) for step in steps]
    actions = "\n".join([*lines_of(look.draft.actions), *plan])
    yield Repair(_("plan it: {plan}").format(plan="; ".join(plan)), {"actions": actions})
    share = min((step.recent or Fraction(0)) / step.per_working_day for step in steps)
    reachable = Fraction(look.target or 0) - funnel.gap * (1 - share)
    target = as_figure(decimal_of(reachable), metric.unit)
    if target > 0:
        text = _("at the activity of the last four weeks: {target}").format(
            target=shown(target, metric.unit, look.rules.locale)
        )
        yield Repair(text, target_changes(look, metric, target))


def plan_line(step: Step, look: Look) -> str:
    """Return what the funnel asks for as an action: a whole number a week."""
    needed = decimal_of(_a_week(step, look)).to_integral_value(ROUND_CEILING)
    return _("{needed} {kinds} a week").format(needed=needed, kinds=kinds_in_words(step.kinds))


def _a_week(step: Step, look: Look) -> Fraction:
    return step.per_working_day * len(look.background.calendar.work_days)


def _is_planned(step: Step, look: Look) -> bool:
    """Tell whether an action names these activities and, with some margin, enough of them for a week."""
    wanted = _a_week(step, look) / USUAL
    return any(
        kinds_named(line, step.kinds) and any(int(number) >= wanted for number in _NUMBER.findall(line))
        for line in lines_of(look.draft.actions)
    )


_NUMBER = re.compile(r"\d+")


def _too_many_hours(look: Look, load: Workload) -> Finding:
    locale = look.rules.locale
    parts = ", ".join(f"“{one.title}” {shown(one.hours, 'hours', locale)}" for one in load.shares)
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
    repairs = []
    if any(is_money(reason) for reason, _count in outlook.left_out):
        repairs.append(Repair(_("give a rate for the currency in Settings")))
    if not all(is_money(reason) for reason, _count in outlook.left_out):
        repairs.append(Repair(_("complete the records in the log")))
    return Finding(
        "A",
        "left_out",
        _("Your history is not whole: {reasons} could not be counted.").format(reasons=reasons),
        repairs=tuple(repairs),
        why=_("An average over a part of the records says less than it seems to."),
    )
