"""The reason of each figure, from the formulas in docs/reference/formulas.md."""

from __future__ import annotations

from collections.abc import Callable

from aegoals.domain.forecast.words import forecast_words
from aegoals.domain.progress import Status
from aegoals.domain.split_words import split_words
from aegoals.domain.why import parts
from aegoals.domain.why.reason import FIGURES, Matter, Reason
from aegoals.domain.words import status_word
from aegoals.domain.worth_words import needed, needed_title, worth_of
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _


def explain(matter: Matter, figure: str) -> Reason:
    """Return why one figure is what it is; raises RefusedInput for a name that is none."""
    wanted = figure.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted not in _REASONS:
        raise RefusedInput(
            _("“{figure}” is no figure of a goal.").format(figure=figure),
            _("These are: {figures}.").format(figures=", ".join(FIGURES)),
        )
    return _REASONS[wanted](matter)


def explain_all(matter: Matter) -> list[Reason]:
    """Return the reason of every figure that the goal has today."""
    reasons = [_REASONS[figure](matter) for figure in FIGURES]
    return [reason for reason in reasons if reason.value not in {"", "–"}]


def _actual(matter: Matter) -> Reason:
    return Reason(
        "actual",
        _("Value today"),
        matter.value(matter.now.actual),
        rules=(parts.what_counts(matter), *parts.narrowed(matter), *parts.stands_on(matter)),
    )


def _progress(matter: Matter) -> Reason:
    now, goal = matter.now, matter.goal
    if goal.direction.keeps:
        formula, letters = "A / T", [parts.actual(matter), parts.target(matter)]
        worked = f"{matter.value(now.actual)} / {matter.value(goal.target)}"
    else:
        formula = "(A − S) / (T − S)"
        letters = [parts.actual(matter), parts.baseline(matter), parts.target(matter)]
        start, end = matter.value(goal.baseline), matter.value(goal.target)
        worked = f"({matter.value(now.actual)} − {start}) / ({end} − {start})"
    return Reason("progress", _("Progress"), matter.share(now.progress), formula, worked, tuple(letters))


def _expected(matter: Matter) -> Reason:
    now, goal = matter.now, matter.goal
    value, done = matter.value(now.expected), matter.share(now.expected_progress)
    if goal.direction.keeps and not goal.metric.grows:
        return Reason("expected", _("Should stand today"), value, "T", value, (parts.target(matter),))
    letters = (parts.baseline(matter), parts.target(matter), parts.elapsed(matter), parts.total(matter))
    start, end = matter.value(goal.baseline), matter.value(goal.target)
    if goal.season:
        formula = "S + (T − S) × Σw"
        rules = [_("Σw: weights of the finished sub-periods, and of this one as far as its working days are over.")]
        worked = f"{start} + ({end} − {start}) × {done}"
    else:
        formula, rules = "S + (T − S) × E / N", []
        elapsed, total = (matter.number(days) for days in (now.days.worth.elapsed, now.days.worth.total))
        worked = f"{start} + ({end} − {start}) × {elapsed} / {total}"
    return Reason(
        "expected", _("Should stand today"), value, formula, worked, letters, (*rules, parts.free_days(matter))
    )


def _pace(matter: Matter) -> Reason:
    now = matter.now
    if matter.goal.direction.keeps:
        formula = "A / X" if matter.goal.direction.value == "keep_at_least" else "X / A"
        rules = (_("X: what should stand today, {value}.").format(value=matter.value(now.expected)),)
        return Reason("pace", _("Pace"), matter.share(now.pace), formula, "", (parts.actual(matter),), rules)
    worked = f"{matter.share(now.progress)} / {matter.share(now.expected_progress)}"
    rules = (_("Progress over the progress that should stand today: 100 % is on the line."),)
    return Reason("pace", _("Pace"), matter.share(now.pace), _("progress / expected progress"), worked, (), rules)


def _status(matter: Matter) -> Reason:
    limits = matter.limits
    good, bad = matter.share(limits.on_track), matter.share(limits.behind)
    scale = _("On track from a pace of {good}, behind from {bad}, below that at risk; the limits are in Settings.")
    rules = {
        Status.REACHED: _("The target is met."),
        Status.MISSED: _("The due date is over, the target was not met."),
        Status.NOT_STARTED: _("Its first working day is still to come."),
        Status.WITHIN_LIMIT: _("A limit is kept or broken; it is never done before its end."),
        Status.PAUSED: _("You paused it."),
        Status.CLOSED: _("You closed it."),
    }
    rule = rules.get(matter.now.status) or scale.format(good=good, bad=bad)
    first_day = (_("The first working day of a goal is never behind."),) if matter.now.days.elapsed <= 1 else ()
    worked = _("pace {pace}").format(pace=matter.share(matter.now.pace))
    return Reason("status", _("Status"), status_word(matter.now.status), "", worked, (), (rule, *first_day))


def _days(matter: Matter) -> Reason:
    days = matter.now.days
    worth = worth_of(days.remaining, days.worth.remaining, matter.locale)
    left = _("{count} left").format(count=days.remaining) + worth
    letters = (parts.elapsed(matter), parts.total(matter), parts.remaining(matter))
    return Reason("days", _("Working days"), left, "", "", letters, (parts.free_days(matter),))


def _required(matter: Matter) -> Reason:
    now, goal, title = matter.now, matter.goal, needed_title(matter.now.days)
    if needed(now) is None:
        return Reason("required", title, "–")
    left = matter.number(now.days.worth.remaining)
    worked = f"({matter.value(goal.target)} − {matter.value(now.actual)}) / {left}"
    letters = (parts.target(matter), parts.actual(matter), parts.remaining(matter))
    light = "" if now.days.is_whole else _("A whole day is meant: one at 60 % is asked for 60 % of it.")
    rules = (_("0 once the target is met."), light, parts.free_days(matter))
    value = matter.value(now.required_per_working_day)
    return Reason("required", title, value, "(T − A) / R", worked, letters, tuple(filter(None, rules)))


def _safe_days(matter: Matter) -> Reason:
    now = matter.now
    if now.safe_days is None:
        return Reason("safe_days", _("Safe days"), "–")
    line = matter.value(parts.per_day(matter))
    worked = f"({matter.value(now.actual)} − {matter.value(now.expected)}) / {line}"
    rules = (
        _("Working days on which nothing has to happen to be on the line still, rounded down; below 0: days behind."),
        _("The line asks for {value} each working day.").format(value=line),
        parts.one_by_one(matter),
    )
    told = tuple(filter(None, rules))
    return Reason("safe_days", _("Safe days"), str(now.safe_days), "(A − X) / ((T − S) / N)", worked, (), told)


def _projection(matter: Matter) -> Reason:
    now, goal = matter.now, matter.goal
    rule = _("Where today's rate ends if every day is like the average so far. It is no forecast: it knows no chance.")
    if goal.direction.keeps and not goal.metric.grows:
        return Reason("projection", _("At today's rate"), matter.value(now.projection), "A", "", (), (rule,))
    start = matter.value(goal.baseline)
    total, elapsed = (matter.number(days) for days in (now.days.worth.total, now.days.worth.elapsed))
    worked = f"{start} + ({matter.value(now.actual)} − {start}) × {total} / {elapsed}"
    letters = (parts.baseline(matter), parts.actual(matter), parts.total(matter), parts.elapsed(matter))
    value = matter.value(now.projection)
    return Reason("projection", _("At today's rate"), value, "S + (A − S) × N / E", worked, letters, (rule,))


def _needed_today(matter: Matter) -> Reason:
    ask = matter.ask
    if ask is None:
        return Reason("needed_today", _("Needed today"), "–")
    before = (matter.now.actual or 0) - ask.done
    calendar = matter.calendar.expecting(matter.goal.start, matter.goal.due)
    left = matter.number(calendar.worth(matter.today, matter.goal.due))
    worked = f"({matter.value(matter.goal.target)} − {matter.value(before)}) / {left}"
    formula, weight = "(T − A) / R", calendar.weight(matter.today)
    if weight != 1:
        formula, worked = f"{formula} × w", f"{worked} × {matter.share(weight)}"
    rules = (
        _("What was missing this morning, over the working days left with today; counts and money are rounded up."),
        _("w: what today is worth of a whole working day.") if weight != 1 else "",
        _("Done today: {value}.").format(value=matter.value(ask.done)),
    )
    value = matter.value(ask.needed)
    return Reason("needed_today", _("Needed today"), value, formula, worked, (), tuple(filter(None, rules)))


def _forecast(matter: Matter) -> Reason:
    said = matter.forecast
    if said is None:
        return Reason("forecast", _("Will end near"), "–")
    lines = [f"{label}: {text}" for label, text in forecast_words(said, matter.goal.metric.unit, matter.locale)]
    rules = (
        _("What each working day of the last 400 days brought, by weekday and by month of the quarter, carried on over "
          "the working days that are left; recent days weigh more."),
        _("{days} working days are behind it. Four ends of five lie in the range.").format(days=said.days),
    )  # fmt: skip
    return Reason("forecast", _("Will end near"), matter.value(said.median), "", "", (), (*lines, *rules))


def _chance(matter: Matter) -> Reason:
    said = matter.forecast
    if said is None:
        return Reason("chance", _("Chance"), "–")
    low, high = matter.value(said.low), matter.value(said.high)
    rules = (
        _("How many of all ends that the forecast holds possible meet the target {target}.").format(
            target=matter.value(matter.goal.target)
        ),
        _("The middle of them is {median}; four of five lie from {low} to {high}.").format(
            median=matter.value(said.median), low=low, high=high
        ),
        _("Few entries are behind it: read it with care.") if said.is_small_sample else "",
    )
    return Reason("chance", _("Chance"), matter.share(said.probability), "", "", (), tuple(filter(None, rules)))


def _parts(matter: Matter) -> Reason:
    if not matter.split:
        return Reason("parts", _("Parts"), "–")
    rules = (
        _("w: the weight that you gave the part.") if matter.goal.season else _("w: its part of all working days."),
        _("Each part is rounded down to the smallest unit; what is left over goes to the largest remainders."),
    )
    value, each = split_words(matter.goal), tuple(parts.of_split(matter))
    return Reason("parts", _("Parts"), value, _("(T − S) × w, or T × w of a value to keep up"), "", each, rules)


_REASONS: dict[str, Callable[[Matter], Reason]] = dict(
    zip(
        FIGURES,
        (
            _actual,
            _progress,
            _expected,
            _pace,
            _status,
            _days,
            _required,
            _safe_days,
            _projection,
            _needed_today,
            _forecast,
            _chance,
            _parts,
        ),
        strict=True,
    )
)
