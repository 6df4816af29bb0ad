"""The way out: plain text and JSON on standard output, one-line errors on standard error."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import click

from aegoals.domain.text import clean_line, clean_note


def say(text: str = "") -> None:
    """Print text without anything that drives a terminal."""
    click.echo(safe(text))


def warn(text: str) -> None:
    """Print one line on standard error."""
    click.echo(clean_line(text), err=True)


def safe(text: str) -> str:
    """Return text with its lines and indentation, control characters replaced."""
    body = text.lstrip(" ")
    return text[: len(text) - len(body)] + clean_note(body)


def say_json(value: object, *, in_one_line: bool = False) -> None:
    """Print a value as JSON; in one line where every answer is a line of its own."""
    import json

    say(json.dumps(plain(value), ensure_ascii=False, allow_nan=False, indent=None if in_one_line else 2))


def plain(value: object) -> object:
    """Return what JSON can hold: numbers as numbers, days as ISO text, everything else as it is."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Path) else value


def tolerate_narrow_terminals() -> None:
    """Print ``?`` for what the terminal's encoding cannot show, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
