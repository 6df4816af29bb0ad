"""Goals from a JSON file or standard input: one object, or a list of objects."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from aegoals.cli.goal.answers import Answers
from aegoals.cli.standard_input import LARGEST, read_bytes
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _


class GoalSet(NamedTuple):
    """The answers of each goal, and whether they came as a list."""

    goals: list[Answers]
    is_list: bool


def read_file(path: Path) -> GoalSet:
    """Return the answers of each goal in a JSON file."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise RefusedInput(_("{name} is longer than {limit} bytes.").format(name=path.name, limit=LARGEST))
    return read_goals(data, path.name)


def read_standard_input() -> GoalSet:
    """Return the answers of each goal that standard input holds."""
    return read_goals(read_bytes(), _("standard input"))


def read_goals(data: bytes, name: str) -> GoalSet:
    """Return the answers of each goal in a JSON text; numbers are Decimals, never floats."""
    found = _parse(data, name)
    entries = found if isinstance(found, list) else [found]
    goals: list[Answers] = [one for one in entries if isinstance(one, dict)]
    if not goals or len(goals) < len(entries):
        raise RefusedInput(
            _("{name} holds no goal.").format(name=name),
            _("Write a JSON object with a goal's fields, or a list of such objects."),
        )
    return GoalSet(goals, isinstance(found, list))


def _parse(data: bytes, name: str) -> object:
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_once_each,
        )
    except json.JSONDecodeError as error:
        reason = _("line {line}: {reason}").format(line=error.lineno, reason=error.msg)
    except UnicodeDecodeError:
        reason = _("the text is not UTF-8")
    except RecursionError:
        reason = _("it is nested too deeply")
    raise RefusedInput(_("{name} is not JSON: {reason}.").format(name=name, reason=reason))


def _no_constant(word: str) -> object:
    raise RefusedInput(_("“{word}” is not a number.").format(word=word))


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields: dict[str, object] = {}
    for key, value in pairs:
        if key in fields:
            raise RefusedInput(_("“{field}” stands there twice.").format(field=key[:60]))
        fields[key] = value
    return fields
