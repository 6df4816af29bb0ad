"""Goal sentences to read: one from the command line, or one a line from a file of JSON objects."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

AUTO = "auto"
LANGUAGES = ("en", "sv", "de", "ja", "zh")
LONGEST_TEXT = 2000  # characters


class Question(NamedTuple):
    """One sentence to read: in which language (None: detected), on which day, and how its answer is named."""

    text: str
    lang: str | None
    today: date
    id: str | int | None = None


def checked_text(text: str) -> str:
    """Return a sentence that can be read; raises RefusedInput for an empty or endless one."""
    if not text.strip():
        raise RefusedInput(_("The sentence is empty."), _("Write the goal in one sentence."))
    if len(text) > LONGEST_TEXT:
        raise RefusedInput(_("The sentence is longer than {limit} characters.").format(limit=LONGEST_TEXT))
    return text


def read_questions(path: Path, lang: str | None, today: date) -> list[Question]:
    """Return the sentences of a file; raises RefusedInput with the number of the first line that is wrong."""
    questions: list[Question] = []
    for number, line in enumerate(path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            questions.append(_question(_fields(line), lang, today))
        except RefusedInput as error:
            raise RefusedInput(_("line {line}: {reason}").format(line=number, reason=error.message)) from None
    return questions


def _fields(line: bytes) -> Mapping[str, object]:
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise RefusedInput(_("it is not JSON.")) from None
    if not isinstance(found, dict):
        raise RefusedInput(_("it is not a JSON object."))
    return found


def _question(fields: Mapping[str, object], lang: str | None, today: date) -> Question:
    text = fields.get("text")
    if not isinstance(text, str):
        raise RefusedInput(_("“text” is missing."))
    return Question(
        checked_text(text),
        _language(fields.get("lang"), lang),
        _day(fields.get("today"), today),
        _name(fields.get("id")),
    )


def _language(value: object, given: str | None) -> str | None:
    if value is None or value == AUTO:
        return given
    if value not in LANGUAGES:
        raise RefusedInput(_("“lang” is none of {languages}.").format(languages=", ".join((AUTO, *LANGUAGES))))
    return str(value)


def _day(value: object, today: date) -> date:
    from aegoals.domain.fields import read_day

    try:
        return today if value is None else read_day(value)
    except ValueError as error:
        raise RefusedInput(_("“today” {reason}.").format(reason=error)) from None


def _name(value: object) -> str | int | None:
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    raise RefusedInput(_("“id” is neither a text nor a whole number."))
