"""T: by when, on a day on which somebody works, and with steps on a long way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from aegoals.domain.coaching.look import Look, refusal_of
from aegoals.domain.finding import Finding, Repair
from aegoals.domain.goal import GoalKind
from aegoals.domain.metric import is_currency
from aegoals.domain.periods import add_months, month_of, quarter_of, year_of
from aegoals.errors import RefusedInput
from aegoals.locale.dates import show_weekday
from aegoals.locale.numbers import plain_number
from aegoals.locale.texts import _

MONTHS_A_STEP = 3


def time_bound(look: Look) -> Iterator[Finding]:
    """Return what is wrong with the date: none, past, a day off, or so far away that it needs milestones."""
    due = look.due
    if due is None:
        wrong = refusal_of(look.draft.due, look.rules.read_day)
        yield Finding(
            "T",
            "no_date",
            str(wrong) if wrong else _("There is no date by which it is done."),
            repairs=_period_ends(look),
            why=_("Without a date there is always a tomorrow."),
        )
        return
    if due < look.today:
        message = _("{due} is past.").format(due=due)
        yield Finding("T", "past", message, (look.draft.due,), _period_ends(look), _("Nothing can be done for it."))
    elif not look.background.calendar.is_working(due):
        yield from _on_a_day_off(look, due)
    start = look.start or look.today
    if due > add_months(start, 12) and not look.draft.milestones.strip():
        yield _long(look, start, due)


def _period_ends(look: Look) -> tuple[Repair, ...]:
    """Return the last working days of this month, quarter and year that are still to come, each once."""
    year = look.background.fiscal_year_start
    periods = (month_of(look.today), quarter_of(look.today, year), year_of(look.today, year))
    ends = dict.fromkeys(_last_working_day(look, period.end) for period in periods)
    days = [day.isoformat() for day in ends if day is not None and day > look.today]
    if not days:  # the last days of the year: the next quarter's end
        end = _last_working_day(look, quarter_of(look.today + timedelta(days=45), year).end)
        days = [end.isoformat()] if end else []
    return tuple(Repair(day, {"due": day}) for day in days) or (Repair(_("name a day"), field="due"),)


def _last_working_day(look: Look, day: date) -> date | None:
    try:
        return look.background.calendar.last_working_day(day)
    except RefusedInput:
        return None


def _on_a_day_off(look: Look, due: date) -> Iterator[Finding]:
    calendar, locale = look.background.calendar, look.rules.locale
    before = _last_working_day(look, due)
    first = max(look.today, look.start or look.today)
    day = before if before is not None and before >= first else calendar.next_working_day(due)
    why = calendar.why_free(due)
    message = _("{due} is a day off: “{why}”.") if why else _("{due} is no working day of yours.")
    text = _("{day}, the last working day before") if day < due else _("{day}, the next working day")
    shown = show_weekday(day, locale)
    yield Finding(
        "T",
        "day_off",
        message.format(due=show_weekday(due, locale), why=why),
        (look.draft.due,),
        (Repair(text.format(day=shown), {"due": day.isoformat()}),),
        _("Nobody signs on a day off: the last chance is the working day before."),
    )


def _long(look: Look, start: date, due: date) -> Finding:
    lines = list(_quarterly(look, start, due))
    repair = (
        Repair(_("a milestone each quarter: {first} …").format(first=lines[0]), {"milestones": "\n".join(lines)})
        if lines
        else Repair(_("add steps on the way"), field="milestones")
    )
    return Finding(
        "T",
        "long_without_milestones",
        _("It runs for more than a year without a milestone."),
        (look.draft.due,),
        (repair,),
        _("A date that far away pulls nobody this week."),
    )


def _quarterly(look: Look, start: date, due: date) -> Iterator[str]:
    """Yield a milestone line for every quarter on the way, with its part of the way by working days."""
    calendar = look.background.calendar
    baseline, target = look.baseline or Decimal(0), look.target
    has_work = calendar.working_days(start, due) > 0
    if look.kind is GoalKind.MILESTONE or target is None or not has_work or look.direction.keeps:
        return
    places = _places(look)
    day = add_months(start, MONTHS_A_STEP) - timedelta(days=1)
    for step in range(2, 40):
        if day >= due:
            return
        on = _last_working_day(look, day) or day
        share = calendar.share_done(start, due, day) or Fraction(0)
        value = baseline + (target - baseline) * share.numerator / share.denominator
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
        yield f"{on.isoformat()} {plain_number(rounded)}"
        day = add_months(start, MONTHS_A_STEP * step) - timedelta(days=1)


def _places(look: Look) -> int:
    """Return the places of a milestone's value: none for counts and money."""
    return 0 if look.unit == "count" or (look.unit and is_currency(look.unit)) else 1
