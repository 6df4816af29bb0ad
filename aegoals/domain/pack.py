"""The evidence pack: what an AE takes to an appraisal, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.career import Skill, Training
from aegoals.domain.contest import ContestStanding
from aegoals.domain.discretion import without_names
from aegoals.domain.feedback import Feedback, Tone
from aegoals.domain.goal import Closing
from aegoals.domain.periods import Period
from aegoals.domain.progress import Standing
from aegoals.domain.record import LogRecord
from aegoals.domain.talk import Talk, promises
from aegoals.domain.words import status_word
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_money, show_number, show_share, show_value
from aegoals.locale.texts import _, ngettext

Escape = Callable[[str], str]
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that goes into a pack: what happened on these days."""

    period: Period
    name: str
    locale: str
    won: Sequence[LogRecord] = ()
    goals: Sequence[Standing] = ()
    feedback: Sequence[Feedback] = ()
    skills: Sequence[Skill] = ()
    trainings: Sequence[Training] = ()
    talks: Sequence[Talk] = ()
    contests: Sequence[ContestStanding] = ()


def pack(evidence: Evidence, names: Iterable[str] = ()) -> str:
    """Return the pack as Markdown; ``names`` of accounts, deals and people are taken out wherever they stand."""
    hidden = tuple(names)

    def md(text: str) -> str:
        return _md(without_names(text, hidden))

    text = "\n".join(_lines(evidence, md)).rstrip() + "\n"
    return without_names(text, hidden)  # also where the pack's own words are a name


def _lines(one: Evidence, md: Escape) -> Iterator[str]:
    first, last = show_day(one.period.start, one.locale), show_day(one.period.end, one.locale)
    yield f"# {md(_('Evidence: {first} to {last}').format(first=first, last=last))}"
    if one.name:
        yield from ("", md(one.name))
    sections = (
        (_("Wins"), _wins(one, md)),
        (_("Goals"), _goals(one, md)),
        (_("Recognition"), _feedback(one, md, recognition=True)),
        (_("Feedback"), _feedback(one, md, recognition=False)),
        (_("Skills"), _skills(one, md)),
        (_("Training"), _trainings(one, md)),
        (_("Agreed in talks"), _agreed(one, md)),
        (_("Contests won"), _contests(one, md)),
    )
    for title, lines in sections:
        told = list(lines)
        yield from ("", f"## {title}", "", *(told or [_("Nothing in these days.")]))


def _wins(one: Evidence, md: Escape) -> Iterator[str]:
    totals: dict[str, Decimal] = {}
    for record in one.won:
        if record.amount is not None and record.currency:
            totals[record.currency] = totals.get(record.currency, Decimal(0)) + record.amount
    count = sum((record.quantity for record in one.won), Decimal(0))
    if one.won:
        deals = ngettext("{count} deal won", "{count} deals won", 1 if count == 1 else 2)
        sums = [show_money(total, currency, one.locale) for currency, total in totals.items()]
        yield md(", ".join([deals.format(count=show_number(count, one.locale)), *sums])) + "."
        yield ""
    for record in one.won:
        money = show_money(record.amount, record.currency, one.locale) if record.amount and record.currency else ""
        parts = (show_day(record.date, one.locale), money, record.account or "", record.product or "")
        yield "- " + ", ".join(md(part) for part in parts if part)


def _goals(one: Evidence, md: Escape) -> Iterator[str]:
    for now in one.goals:
        goal, unit = now.goal, now.goal.metric.unit
        value = _("{actual} of {target}").format(
            actual=show_value(now.actual, unit, one.locale), target=show_value(goal.target, unit, one.locale)
        )
        ended = _outcome(goal.closing) if goal.closing else status_word(now.status)
        yield f"- {md(goal.title)}: {md(value)}, {md(show_share(now.progress, one.locale))}, {md(ended)}"


def _outcome(closing: Closing) -> str:
    return _(closing.outcome) + (f" – {closing.reason}" if closing.reason else "")


def _feedback(one: Evidence, md: Escape, *, recognition: bool) -> Iterator[str]:
    for each in one.feedback:
        if (each.tone is Tone.RECOGNITION) is not recognition:
            continue
        who = ", ".join(filter(None, (each.person, _(each.side.value), each.account)))
        said = f"- {md(show_day(each.day, one.locale))}: “{md(each.text)}” ({md(who)}, {md(_(each.tone.value))})"
        yield said + (f". {md(_('What came of it:'))} {md(each.response)}" if each.response else "")


def _skills(one: Evidence, md: Escape) -> Iterator[str]:
    """Yield each skill with its level before these days and at their end, and what was said to show it."""
    for skill in one.skills:
        before = [each.level for each in skill.history if each.day < one.period.start]
        rated = [each for each in skill.history if each.day in one.period]
        words = _("level {before} → {level} of {wanted} wanted") if before else _("level {level} of {wanted} wanted")
        level = words.format(before=before[-1] if before else "", level=rated[-1].level, wanted=skill.wanted)
        shown = "; ".join(filter(None, (*(each.note for each in rated), skill.evidence)))
        yield f"- {md(skill.title)}: {md(level)}" + (f". {md(shown)}" if shown else "")


def _trainings(one: Evidence, md: Escape) -> Iterator[str]:
    for training in one.trainings:
        hours = _("{done} of {planned} hours").format(
            done=show_number(training.hours_done, one.locale), planned=show_number(training.hours_planned, one.locale)
        )
        ended = show_day(training.finished_on, one.locale) if training.finished_on else ""
        told = ", ".join(filter(None, (hours, ended, training.certificate)))
        changed = f". {md(_('What changed since:'))} {md(training.changed)}" if training.changed else ""
        yield f"- {md(training.title)}: {md(told)}" + changed


def _agreed(one: Evidence, md: Escape) -> Iterator[str]:
    """Yield what was agreed on these days or done on them: when, with whom, what, and what became of it."""
    for promise in promises(one.talks):
        item, day = promise.agreed, promise.talk.day
        if day not in one.period and (item.done_on is None or item.done_on not in one.period):
            continue
        who = f" ({item.who})" if item.who else ""
        until = _("until {day}").format(day=show_day(item.due, one.locale)) if item.due else ""
        done = _("done {day}").format(day=show_day(item.done_on, one.locale)) if item.done_on else ""
        told = ", ".join(filter(None, (until, done or _("open"))))
        yield f"- {md(show_day(day, one.locale))}, {md(promise.talk.person)}: {md(item.title + who)}, {md(told)}"


def _contests(one: Evidence, md: Escape) -> Iterator[str]:
    for each in one.contests:
        yield f"- {md(show_day(each.contest.end, one.locale))}: {md(each.contest.line)}"


def _md(text: str) -> str:
    """Return a text that Markdown shows as it stands, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
