"""A step of a change history in plain words: ``target $60,000 → $66,000 on March 3: territory cut``."""

from __future__ import annotations

from datetime import date

from aegoals.domain.fields import read_day, read_decimal
from aegoals.domain.text import clean_line
from aegoals.locale.dates import show_day, show_weekday
from aegoals.locale.numbers import show_number, show_value
from aegoals.locale.texts import _, mark
from aegoals.services.keeping_changes import FieldStep, Step

LONGEST_VALUE = 60  # characters
NOTHING = "–"
_IN_THE_UNIT = frozenset({"target", "baseline", "amount"})
_NUMBERS = frozenset({"quantity", "rate", "hours_planned", "hours_done"})
_NAMES = {
    "actions": mark("actions"),
    "amount": mark("amount"),
    "archived": mark("archived"),
    "baseline": mark("baseline"),
    "date": mark("day"),
    "direction": mark("direction"),
    "due": mark("due date"),
    "evidence": mark("why it is achievable"),
    "hours_done": mark("hours done"),
    "hours_planned": mark("hours planned"),
    "kind": mark("kind"),
    "metric": mark("what is counted"),
    "milestones": mark("milestones"),
    "note": mark("note"),
    "quantity": mark("number"),
    "season": mark("season"),
    "serves": mark("serves"),
    "specific": mark("statement"),
    "split": mark("split"),
    "start": mark("start"),
    "state": mark("state"),
    "target": mark("target"),
    "title": mark("title"),
    "waived": mark("waved off"),
    "why": mark("why"),
}
_STATES = {"added": mark("added"), "removed": mark("deleted"), "changed": mark("changed"), "kept": mark("kept")}
_VALUES = {"active": mark("active"), "paused": mark("paused"), "closed": mark("closed")}


def step_words(step: Step, today: date, locale: str) -> str:
    """Return one step as a sentence without its full stop."""
    what = ", ".join(field_words(one, step.unit, locale) for one in step.fields) or _(_STATES[step.state])
    words = _("{what} on {day}").format(what=what, day=_day(step.day, today, locale))
    if step.verb in {"restore", "merge"}:
        words = _("{words}, from {file}").format(words=words, file=step.title)
    if step.gave_way:
        lost = ", ".join(_gave_way(field, value, step.unit, locale) for field, value in step.gave_way)
        words = _("{words}; of that file gave way: {values}").format(words=words, values=lost)
    if step.reason:
        words = f"{words}: {step.reason}"
    return _("{words} (taken back)").format(words=words) if step.undone else words


def field_words(one: FieldStep, unit: str, locale: str) -> str:
    """Return one field before and after; what is no single value is only named."""
    name = _(_NAMES.get(one.field, one.field.replace("_", " ")))
    before, after = (value_words(one.field, value, unit, locale) for value in (one.before, one.after))
    if before == after:  # a part of it that has no words
        return _("{field} changed").format(field=name)
    return f"{name} {before} → {after}"


def _gave_way(field: str, value: object, unit: str, locale: str) -> str:
    return f"{_(_NAMES.get(field, field.replace('_', ' ')))} {value_words(field, value, unit, locale)}"


def conflict_words(field: str, kept: object, gave_way: object, locale: str) -> str:
    """Return a field that two machines changed: what it is now, and what gave way."""
    name = _(_NAMES.get(field, field.replace("_", " ")))
    now, other = (value_words(field, value, "", locale) for value in (kept, gave_way))
    return _("{field} {kept}; {other} gave way").format(field=name, kept=now, other=other)


def value_words(field: str, value: object, unit: str, locale: str) -> str:
    """Return a kept value as a person reads it."""
    if value is None or value in ("", []):
        return NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return _cut(", ".join(_item(one) for one in value))
    if isinstance(value, dict):
        return _item(value)
    if field in _IN_THE_UNIT | _NUMBERS:
        return _number(value, unit if field in _IN_THE_UNIT else "", locale)
    return _text(value, locale)


def _number(value: object, unit: str, locale: str) -> str:
    try:
        number = read_decimal(value)
    except ValueError:
        return _cut(str(value))
    return show_value(number, unit, locale) if unit else show_number(number, locale)


def _text(value: object, locale: str) -> str:
    try:
        return show_day(read_day(value), locale)
    except ValueError:
        word = str(value)
        return _(_VALUES[word]) if word in _VALUES else _cut(clean_line(word))


def _item(value: object) -> str:
    """Return what a part of a list or an object is called."""
    if not isinstance(value, dict):
        return clean_line(str(value))
    named = (value.get(name) for name in ("title", "label", "name", "outcome", "unit", "code"))
    return next((clean_line(str(one)) for one in named if one), "…")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def _day(iso: str, today: date, locale: str) -> str:
    day = read_day(iso)
    return show_weekday(day, locale, "d MMMM" if day.year == today.year else "d MMMM y")
