"""Tables are aligned by terminal cells, and nothing that is printed drives a terminal."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.cli.output import plain, safe, say_json
from aegoals.cli.tables import cells, pad, table


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("さくら", 6),
        ("ｱｲ", 2),
        ("e\u0301", 1),
        ("Kök", 3),
        ("a\u200bb", 2),
        ("宏达集团 x", 10),
        ("", 0),
    ],
)
def test_a_text_is_as_wide_as_its_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_columns_line_up_under_wide_characters() -> None:
    lines = table([("さくら物産", "5"), ("Globex", "12")], right={1})
    assert lines == ["さくら物産   5", "Globex      12"]
    assert table([]) == []


def test_a_text_wider_than_its_column_is_left_alone() -> None:
    assert pad("さくら", 3) == "さくら"


def test_indentation_stays_and_control_characters_go() -> None:
    assert safe("  a\x1b[1m\n    b\x9c") == "  a\ufffd[1m\n    b\ufffd"


def test_json_holds_numbers_days_and_paths_plainly() -> None:
    value = {"a": Decimal("5.00"), "b": Decimal("0.5"), "c": (date(2026, 3, 2), None, True), "d": Path("x")}
    assert plain(value) == {"a": 5, "b": 0.5, "c": ["2026-03-02", None, True], "d": "x"}


def test_json_stays_json_when_it_is_made_safe(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"text": "a\x1b\x9b\u202e\n b", "name": "さくら"})
    out = capsys.readouterr().out
    assert json.loads(out) == {"text": "a\x1b\ufffd\ufffd\n b", "name": "さくら"}
    assert not set(out) & {"\x1b", "\x9b", "\u202e"}
