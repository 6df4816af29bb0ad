"""The rows of the goal page."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from aegoals.domain.ended import is_to_tell
from aegoals.domain.forecast import can_be_foreseen
from aegoals.domain.forecast.words import forecast_words, shorter_end
from aegoals.domain.goal import Goal, Pending
from aegoals.domain.goal_metrics import WON
from aegoals.domain.measure import SMALL_SAMPLE, measured_days
from aegoals.domain.metric import Aggregation, Of
from aegoals.domain.profile import Profile
from aegoals.domain.progress import Standing, Status
from aegoals.domain.statement import statement_of
from aegoals.domain.today import is_done
from aegoals.domain.worth_words import needed, needed_title
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_number, show_share, show_value
from aegoals.locale.texts import _, ngettext
from aegoals.services import Desk
from aegoals.services.keeping_changes import FieldStep
from aegoals.services.keeping_words import field_words
from screens.ended import ended_rows
from screens.goal_coach import finding_rows
from screens.goal_course import course_rows
from screens.goal_parts import part_rows
from widgets import status as look
from widgets.goal_rows import figure, standing_bar, value_of_target
from widgets.record_rows import record_row
from widgets.rows import Row, heading, key_of, line_row, note, parts_of, stack
from widgets.spans import Line, name, pad, spread, width_of, wrap

MOST_RECORDS = 500
LABEL_CELLS = 22
WAITING = "…"


def goal_rows(desk: Desk, goal: Goal, width: int, *, as_table: bool = False) -> list[Row]:
    """Return the whole page of one goal as rows for this width; ``as_table`` shows its course as a table.

    What is not foreseen yet has its lines already, with nothing in them.
    """
    profile = desk.profile.get()
    one = desk.goals.standing(goal)
    coached = list(finding_rows(desk, goal, width))
    return stack(
        _summary(one, profile, width, sum(parts_of(row.key)[0] == "finding" for row in coached)),
        ended_rows([goal] if is_to_tell(goal, desk.today()) else []),
        _figures(desk, one, profile, width),
        coached,
        _course(desk, one, as_table=as_table),
        part_rows(desk, goal, profile, width),
        _milestones(one, profile, width),
        _plan(goal, width),
        _records(desk, one, profile),
        _changes(goal, profile, width),
    )


def _summary(one: Standing, profile: Profile, width: int, findings: int) -> Iterator[Row]:
    for text in wrap(statement_of(one.goal, profile.locale), width):
        yield line_row(None, [name(text)])
    role = look.role(one.status)
    words: Line = [
        (f"{look.symbol(one.status)} {look.word(one.status)}", role),
        (f"  {show_share(one.progress, profile.locale)}  ", "text"),
        figure(value_of_target(one, profile.locale), one.goal.metric.unit),
    ]
    if findings:
        words.append(("  " + ngettext("{count} finding", "{count} findings", findings).format(count=findings), "warn"))
    yield line_row(None, standing_bar(one, min(width, 60)))
    yield line_row(None, words)


def _figures(desk: Desk, one: Standing, profile: Profile, width: int) -> Iterator[Row]:
    yield heading(_("Figures"))
    unit = one.goal.metric.unit
    foreseen = _foreseen(desk, one, profile, width - LABEL_CELLS)
    for label, value in (*_figure_spans(one, profile), *((label, [figure(text, unit)]) for label, text in foreseen)):
        yield line_row(None, [(pad(label, LABEL_CELLS), "muted"), *value])


def _foreseen(desk: Desk, one: Standing, profile: Profile, room: int) -> Iterator[tuple[str, str]]:
    """Yield what is foreseen, each in this many cells; as many lines before it is known as after."""
    today = desk.today()
    if not can_be_foreseen(one.goal, today):
        return
    is_known = desk.insight.is_foreseen(one)
    said = desk.insight.forecast(one) if is_known else None
    nothing = _("– (the history is too short)") if is_known else WAITING
    known = dict(forecast_words(said, one.goal.metric.unit, profile.locale))
    labels = [_("Will end near"), _("Chance")]
    if said is not None and width_of([(known[labels[0]], "")]) > room:
        known[labels[0]] = shorter_end(said, one.goal.metric.unit, profile.locale)
    if one.goal.metric.selector.kinds == WON and one.goal.metric.of is Of.AMOUNT:
        labels.append(_("Of it from open deals"))
    for label in labels:
        yield label, known.pop(label, "–" if said else nothing)
    yield from known.items()


def _course(desk: Desk, one: Standing, *, as_table: bool) -> list[Row]:
    if desk.today() < one.goal.start:
        return []
    return course_rows(desk.insight.course(one), desk.profile.get().locale, as_table=as_table)


def _figure_spans(one: Standing, profile: Profile) -> Iterator[tuple[str, Line]]:
    unit, locale = one.goal.metric.unit, profile.locale
    start, due = show_day(one.goal.start, locale), show_day(one.goal.due, locale)
    yield _("Runs"), [(f"{start} – {due}", "text")]
    days = _("{elapsed} of {total} elapsed, {left} left")
    counted = days.format(elapsed=one.days.elapsed, total=one.days.total, left=one.days.remaining)
    yield _("Working days"), [(counted, "text")]
    if not one.days.is_whole:
        worth = show_number(one.days.worth.remaining, locale, 2)
        yield _("What is left is worth"), [(_("{number} whole days").format(number=worth), "text")]
    yield _("Should stand today"), [figure(show_value(one.expected, unit, locale), unit)]
    yield _("Pace"), [(show_share(one.pace, locale), "text")]
    asked = needed(one)
    if asked is not None and one.status not in {Status.CLOSED, Status.PAUSED, Status.MISSED, Status.REACHED}:
        yield needed_title(one.days), [figure(show_value(asked, unit, locale), unit)]
    slips = one.status in {Status.BEHIND, Status.AT_RISK}
    if one.safe_days is not None and (slips or (one.status is Status.ON_TRACK and one.safe_days >= 0)):
        yield _safe(one.safe_days)
    yield _("At today's rate"), [figure(show_value(one.projection, unit, locale), unit)]
    if one.goal.metric.aggregation in {Aggregation.RATIO, Aggregation.MEAN}:
        yield _("Sample"), [(_sample(one), "text")]
    if one.goal.repeats is not None:
        yield _("Comes again"), [(_("each {period}").format(period=_(one.goal.repeats)), "text")]
    if one.goal.pending is not None:
        yield _("Waiting"), _waiting(one.goal.pending, profile, unit)
    if one.goal.closing is not None:
        yield _("Closed"), _closing(one, profile)
    for reason, count in one.measurement.left_out:
        yield _("Left out"), [(_left_out(reason, count), "text")]


def _safe(days: int) -> tuple[str, Line]:
    if days >= 0:
        return _("Safe days"), [(ngettext("{count} day", "{count} days", days).format(count=days), "text")]
    behind = ngettext("{count} day", "{count} days", -days).format(count=-days)
    return _("Behind the line by"), [(behind, "text")]


def _sample(one: Standing) -> str:
    count = one.measurement.sample
    text = ngettext("{count} record", "{count} records", count).format(count=count)
    return text + (_(": small, read it with care") if count < SMALL_SAMPLE else "")


def _waiting(pending: Pending, profile: Profile, unit: str) -> Line:
    """Return what a change that waits will change, and when."""
    day = show_day(pending.effective_on, profile.locale)
    line: Line = [(_("from {day}: ").format(day=day), "text")]
    if pending.target is not None:
        line += [(_("target "), "text"), figure(show_value(pending.target, unit, profile.locale), unit)]
    if pending.due is not None:
        line += [(_(" due {day}").format(day=show_day(pending.due, profile.locale)), "text")]
    return [*line, (" – ", "muted"), name(pending.reason)]


def _closing(one: Standing, profile: Profile) -> Line:
    closing = one.goal.closing
    if closing is None:
        return []
    unit, locale = one.goal.metric.unit, profile.locale
    line: Line = [(f"{show_day(closing.day, locale)}: {_(closing.outcome)}", "text")]
    now = one.measurement.value
    if closing.actual is not None and now is not None and now != closing.actual:
        text = _(" (the log now says {value})").format(value=show_value(now, unit, locale))
        line.append(figure(text, unit))
    return line


def _left_out(reason: str, count: int) -> str:
    records = ngettext("{count} record", "{count} records", count).format(count=count)
    if len(reason) == 3 and reason.isupper():  # noqa: PLR2004 - a currency
        return _("{records} in {currency}: give a rate in Settings").format(records=records, currency=reason)
    return _("{records} without {field}").format(records=records, field=reason)


def _milestones(one: Standing, profile: Profile, width: int) -> list[Row]:
    rows = []
    for index, milestone in enumerate(one.goal.milestones):
        is_reached = is_done(milestone, one)
        role = "good" if is_reached else "text"
        line: Line = [("✓ " if is_reached else "◇ ", role), name(milestone.title, role)]
        if milestone.value is not None:
            unit = one.goal.metric.unit
            line.append(figure(f" ({show_value(milestone.value, unit, profile.locale)})", unit, role))
        day = show_day(milestone.due, profile.locale)
        rows.append(line_row(key_of("milestone", str(index)), spread(line, [(day, "muted")], width)))
    return [heading(_("Milestones"), _("Enter marks one as done")), *rows] if rows else []


def _plan(goal: Goal, width: int) -> Iterator[Row]:
    parts = (
        (_("Exactly"), goal.specific),
        (_("Achievable"), goal.evidence),
        (_("Why"), goal.why),
        (_("Serves"), goal.serves),
        (_("Actions"), "\n".join(f"– {action.title}" for action in goal.actions)),
        (_("Learned"), goal.closing.reason if goal.closing else ""),
    )
    filled = [(label, text) for label, text in parts if text and text != goal.title]
    if not filled:
        return
    yield heading(_("The plan"))
    for label, text in filled:
        for place, line in enumerate(wrap(text, max(width - LABEL_CELLS, 10))):
            yield line_row(None, [(pad(label if place == 0 else "", LABEL_CELLS), "muted"), name(line)])


def _records(desk: Desk, one: Standing, profile: Profile) -> Iterator[Row]:
    start, end = measured_days(one.goal.metric, one.goal.start, one.goal.due, desk.today())
    count = len(one.measurement.records)
    hint = ngettext("{count} record", "{count} records", count).format(
        count=show_number(Decimal(count), profile.locale)
    )
    yield heading(_("What feeds it"), hint)
    newest = sorted(one.measurement.records, key=lambda record: (record.date, record.id), reverse=True)
    for record in newest[:MOST_RECORDS]:
        yield record_row(record, profile.locale, profile.kind_letters, with_day=True)
    if not newest and end < start:
        yield note(_("It starts on {day}.").format(day=show_day(start, profile.locale)))
    elif not newest:
        days = f"{show_day(start, profile.locale)} – {show_day(end, profile.locale)}"
        yield note(_("Nothing logged for it in {days}.").format(days=days))


def _changes(goal: Goal, profile: Profile, width: int) -> Iterator[Row]:
    if goal.revisions:
        yield heading(_("Changes"), _("h tells every step"))
    for revision in reversed(goal.revisions):
        steps = (FieldStep(one.field, one.before, one.after) for one in revision.changes)
        changes = ", ".join(field_words(one, goal.metric.unit, profile.locale) for one in steps)
        day = f"{show_day(revision.day, profile.locale)}: "
        for line in wrap(f"{day}{changes} – {revision.reason}", width):
            rest = line.removeprefix(day)
            yield line_row(None, [(line.removesuffix(rest), "text"), name(rest)])
