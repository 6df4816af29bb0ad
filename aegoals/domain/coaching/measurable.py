"""M: a number with a unit that something will report, and for a change the value that it starts from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from aegoals.domain.coaching.look import Look, refusal_of
from aegoals.domain.coaching.offers import baseline_offer, stretch_offer
from aegoals.domain.finding import Finding, Repair
from aegoals.domain.goal import GoalKind
from aegoals.domain.goal_metrics import default_metric, is_check_in, kinds_named
from aegoals.domain.kinds import ACTIVITY_KINDS
from aegoals.domain.metric import UNITS, read_unit
from aegoals.domain.waiver import Waiver
from aegoals.errors import AmbiguousInput
from aegoals.locale.numbers import read_number, show_exactly
from aegoals.locale.texts import _, mark

NOT_LOGGED = "not_logged"
_A_START = mark("Progress is the part of the way that is done, and a way has a start.")


def measurable(look: Look) -> Iterator[Finding]:
    """Return what keeps the goal from being a number that can be reported."""
    if look.target is None:
        yield _without_number(look)
        return
    if look.unit is None:
        yield _without_unit(look)
        return
    if wrong := refusal_of(look.draft.baseline, _number_of(look)):
        yield Finding("M", "no_baseline", str(wrong), (look.draft.baseline,), why=_(_A_START))
        return
    if _starts_above_nothing(look):
        yield _baseline_of_sum(look)
    elif _starts_nowhere(look):
        yield _without_baseline(look)
    if look.metric is not None and look.unit and is_check_in(look.metric) and look.kind is not GoalKind.MILESTONE:
        yield _not_logged(look)


def _without_number(look: Look) -> Finding:
    advice = (
        Repair(_("name a level: 60,000, or 90 %"), field="target"),
        Repair(_("name a count: 10 new customers"), field="target"),
    )
    refusal = refusal_of(look.draft.target, _number_of(look))
    readings = refusal.readings if isinstance(refusal, AmbiguousInput) else ()
    return Finding(
        "M",
        "no_number",
        str(refusal) if refusal else _("There is no number to reach."),
        (look.draft.target,) if refusal else (),
        tuple(Repair(one, {"target": one}) for one in readings) or stretch_offer(look) or advice,
        why=_("Without a number nobody can say whether it is reached."),
    )


def _number_of(look: Look) -> Callable[[str], Decimal]:
    return lambda text: read_number(text, look.rules.locale)


def _without_unit(look: Look) -> Finding:
    units = dict.fromkeys((look.rules.currency, "count", "%"))
    target = show_exactly(look.target or Decimal(0), look.rules.locale)
    wrong = refusal_of(look.draft.unit, lambda text: read_unit(text, look.rules.currency))
    return Finding(
        "M",
        "no_unit",
        str(wrong) if wrong else _("The number has no unit: money, count, %, days, hours or score?"),
        (look.draft.unit if wrong else look.draft.target,),
        tuple(Repair(f"{target} {unit}", {"unit": unit}) for unit in units),
        _("10 can be customers, days or per cent: the bar has to know."),
    )


def _starts_above_nothing(look: Look) -> bool:
    return bool(look.baseline) and look.metric is not None and look.metric.grows and not look.wants_less


def _baseline_of_sum(look: Look) -> Finding:
    return Finding(
        "M",
        "baseline_of_sum",
        _("A sum over the goal's days starts at 0, below the baseline {baseline}.").format(
            baseline=look.draft.baseline
        ),
        (look.draft.baseline,),
        (Repair(_("set the baseline to 0"), {"baseline": "0"}),),
        _("The bar would stand below its own start for weeks."),
    )


def _starts_nowhere(look: Look) -> bool:
    """Tell whether a level is to change and nothing says from where."""
    if look.metric is None or look.unit is None or look.baseline or look.direction.keeps:
        return False
    if look.kind in {GoalKind.MILESTONE, GoalKind.OTHER}:
        return False  # an own number may well start at nothing
    return look.wants_less or not (look.metric.grows or is_check_in(look.metric))


def _without_baseline(look: Look) -> Finding:
    advice = (Repair(_("name the baseline: from 40,000 to 46,000"), field="baseline"),)
    return Finding(
        "M",
        "no_baseline",
        _("A change needs the value it starts from: the baseline."),
        (look.draft.target,),
        baseline_offer(look) or advice,
        _(_A_START),
    )


def _not_logged(look: Look) -> Finding:
    return Finding(
        "M",
        NOT_LOGGED,
        _("Nothing in the log will ever report this number."),
        (look.draft.unit,),
        tuple(_reported(look)),
        _("A number that nobody enters leaves the bar empty until the end."),
    )


def _reported(look: Look) -> Iterator[Repair]:
    """Yield what the log does report in its place, and the check-in by hand."""
    if look.unit == "count" and kinds_named(f"{look.draft.title} {look.draft.specific}", ACTIVITY_KINDS):
        yield Repair(_("count what is logged: an activity goal"), {"kind": GoalKind.ACTIVITY.value})
    elif look.kind is not None and look.kind is not GoalKind.OTHER:
        for unit in (look.rules.currency, *UNITS):
            if not is_check_in(default_metric(look.kind, unit, look.text, own=look.rules.own_kinds)):
                yield Repair(_("measure it in {unit}: the log reports that").format(unit=unit), {"unit": unit})
    by_hand = _("Reported by hand: a check-in")
    waiver = Waiver(code=NOT_LOGGED, reason=by_hand, day=look.today)
    yield Repair(_("report it by hand: a check-in each Friday"), {"waived": (*look.draft.waived, waiver)})
