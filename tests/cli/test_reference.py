"""docs/reference says what the program does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from aegoals.cli.reference import pages
from aegoals.domain.goal import GoalKind
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.metric import UNITS, Selector
from aegoals.domain.progress import Status
from tests.cli.shell import ROOT
from tests.cli.test_status import KEYS


def _page(name: str) -> str:
    return (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")


def _rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.startswith("|") and not line.startswith("| ---"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def test_every_command_and_option_is_documented() -> None:
    written = "python -m aegoals.cli.reference writes it"
    assert _page("commands.md") == "\n".join(pages()) + "\n", written


def test_every_key_of_the_status_is_documented() -> None:
    assert {row[0].strip("`") for row in _rows(_page("status-json.md")) if len(row) == 3} == {*KEYS, "key"}


@pytest.mark.parametrize("page", ["status-json.md", "formulas.md"])
def test_every_status_is_documented(page: str) -> None:
    named = {row[0].strip("`") for row in _rows(_page(page))}
    assert set(Status) <= named


def _fed_by(selector: Selector) -> str:
    return ", ".join(f"`{kind}`" for kind in selector.kinds) or "all"


def _documented() -> dict[tuple[str, str], list[str]]:
    rows = _rows(_page("formulas.md").split("## What feeds a goal")[1])
    return {(row[0].strip("`"), row[1]): row[2:] for row in rows if row[0] != "kind"}


@pytest.mark.parametrize("kind", GoalKind)
@pytest.mark.parametrize("unit", [*UNITS, "currency"])
def test_what_feeds_a_goal_is_documented(kind: GoalKind, unit: str) -> None:
    metric = default_metric(kind, "EUR" if unit == "currency" else unit)
    records = _fed_by(metric.selector) + (f" of {_fed_by(metric.base)}" if metric.base else "")
    check_in = ["last", "quantity", "`checkin`"]
    assert _documented().get((kind, unit), check_in) == [metric.aggregation, metric.of, records]


def test_commands_shown_in_the_reference_exist() -> None:
    shown = {
        name
        for page in ("status-json.md", "files.md", "formulas.md")
        for name in re.findall(r"`aegoals ([a-z-]+)", _page(page))
    }
    known = set(re.findall(r"^## aegoals ([a-z-]+)$", _page("commands.md"), re.MULTILINE))
    assert shown <= known
