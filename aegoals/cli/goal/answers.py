"""What a command line or a JSON file says about a goal, as the answers that a draft holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import draft_from
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number, read_number
from aegoals.locale.texts import _

NUMBERS = ("baseline", "target")
LISTS = ("actions", "milestones", "weights")
FIELDS = (
    "kind",
    "title",
    "specific",
    "account",
    "unit",
    "direction",
    "baseline",
    "target",
    "start",
    "due",
    "repeats",
    "evidence",
    "why",
    "serves",
    "split",
    *LISTS,
)
MOST_DIGITS, MOST_PLACES = 20, 6
MILESTONE_PARTS = ("due", "value", "title")

_PLAIN = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?")

Answers = Mapping[str, object]


def unmistakable(text: str) -> str:
    """Return a plain decimal such as ``61.538`` so that no locale takes its point for a thousands mark.

    On the command line and in JSON a point is a decimal point; everything else is read the AE's way.
    """
    word = text.strip()
    return plain_number(Decimal(word)) if _PLAIN.fullmatch(word) else text


def number_from(text: str, locale: str) -> Decimal:
    """Return the number of an option: a plain decimal, or what the AE's locale makes of it."""
    word = text.strip()
    return Decimal(word) if _PLAIN.fullmatch(word) else read_number(word, locale)


def draft_of_answers(answers: Answers, draft_id: str) -> GoalDraft:
    """Return the draft that these answers fill; the statement is the title where none is given."""
    unknown = [name for name in answers if name not in FIELDS]
    if unknown:
        raise RefusedInput(
            _("“{field}” is not a field of a goal.").format(field=str(unknown[0])[:60]),
            _("Known are: {fields}.").format(fields=", ".join(FIELDS)),
        )
    texts = {name: _text(name, value) for name, value in answers.items()}
    texts["specific"] = texts.get("specific") or texts.get("title", "")
    return draft_from(texts, draft_id)


def _text(name: str, value: object) -> str:
    if name in LISTS:
        entries = value if isinstance(value, list | tuple) else str(value or "").splitlines()
        read = _READERS[name]
        return "\n".join(" ".join(read(entry).split()) for entry in entries)
    text = _scalar(name, value)
    return unmistakable(text) if name in NUMBERS else text


def _scalar(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return _digits(name, value)
    if isinstance(value, str):
        return value
    raise RefusedInput(_("{field}: a text or a number is needed.").format(field=name))


def _digits(name: str, value: Decimal) -> str:
    if not value.is_finite() or value.adjusted() >= MOST_DIGITS:
        raise RefusedInput(_("{field}: {value} is too large.").format(field=name, value=value))
    return plain_number(round(value, MOST_PLACES))


def _action(entry: object) -> str:
    return _scalar("actions", entry.get("title") if isinstance(entry, Mapping) else entry)


def _milestone(entry: object) -> str:
    """Return a milestone as its line: date, value or nothing, title."""
    if isinstance(entry, Mapping):
        parts = [_scalar("milestones", entry.get(part)) for part in MILESTONE_PARTS]
    else:
        parts = _scalar("milestones", entry).split(maxsplit=2)
    return " ".join(unmistakable(part) for part in parts if part)


def _weights(entry: object) -> str:
    return " ".join(unmistakable(word) for word in _scalar("weights", entry).split())


_READERS: Mapping[str, Callable[[object], str]] = {"actions": _action, "milestones": _milestone, "weights": _weights}
