"""Helpers for tests of the log's grammar: names that the AE has used, and records in short form."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from aegoals.domain.quicklog import Known, LineReading, LineRecord, read_line

TODAY = date(2026, 11, 21)  # a Saturday
KNOWN = Known(
    accounts=(
        "Acme", "Globex", "Initech", "Hooli", "Umbrella Corp", "Stark Industries", "Wayne", "Soylent", "Vandelay",
        "Norrlands Kök", "Berglunds Bygg", "Fjällfisk", "Hartmann Logistik", "Nordwerft", "Brauhaus Elbe", "さくら物産",
        "東洋電子", "山田製作所", "宏达集团", "恒远物流", "博远科技",
    ),
    products=("platform", "X500", "cloud", "service", "starter", "analytics", "クラウド", "云服务"),
)  # fmt: skip


def read(text: str, **options: Any) -> LineReading:
    return read_line(text, TODAY, KNOWN, **options)


def short(record: LineRecord) -> dict[str, Any]:
    """Return the fields that a record has, numbers as int or float and a quantity of one left out."""
    found = {field.name: getattr(record, field.name) for field in fields(record)}
    plain = {name: value for name, value in found.items() if value not in (None, ())}
    if plain.get("quantity") == 1:
        del plain["quantity"]
    return {name: _number(value) if isinstance(value, Decimal) else value for name, value in plain.items()}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def clear(text: str, **options: Any) -> list[dict[str, Any]]:
    """Return the records of a line that must be clear."""
    reading = read(text, **options)
    assert not reading.doubts, [(doubt.code, doubt.words) for doubt in reading.doubts]
    return [short(record) for record in reading.records]


def codes(text: str, **options: Any) -> list[str]:
    """Return the codes of the doubts about a line."""
    return [doubt.code for doubt in read(text, **options).doubts]
