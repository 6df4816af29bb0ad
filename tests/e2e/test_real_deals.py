"""The main job with the real program: import deals, set goals from the last quarter, see the bars move.

Every figure of ``status --json`` is compared with sales_oracle.py, which knows the CSV and nothing else.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from aegoals.exchange.sample_deals import write_sample
from aegoals.exchange.sample_names import OWNERS
from tests.e2e.sales_oracle import Closed, Line, between, closed_deals, revenue, win_rate

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "data" / "crm" / "sales_pipeline.csv"
THIRD_QUARTER = date(2017, 7, 1), date(2017, 9, 30)
FOURTH_QUARTER = date(2017, 10, 1), date(2017, 12, 31)
WEDNESDAY = date(2017, 11, 15)
DAYS = (date(2017, 10, 16), WEDNESDAY, date(2017, 11, 18), date(2017, 12, 22), date(2018, 1, 8))
"""Three dates of the quarter, a Saturday among them, and one after its end."""


@dataclass(frozen=True)
class Program:
    """The real program, as a process of its own for each command."""

    data: Path

    def __call__(self, *words: str, today: date | None = None) -> str:
        day = ["--today", today.isoformat()] if today else []
        done = subprocess.run(
            [sys.executable, "-m", "aegoals", "--data", str(self.data), *day, *words],
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "LC_ALL": "en_US.UTF-8", "PYTHONUTF8": "1"},
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def status(self, today: date) -> dict[str, dict[str, Any]]:
        """Return where goals stand, by kind."""
        return {goal["kind"]: goal for goal in json.loads(self("status", "--json", today=today))}

    def add_goal(self, kind: str, unit: str, title: str, line: Line) -> None:
        self(
            *("goal", "add", "--kind", kind, "--unit", unit, "--title", title, "--specific", title),
            *("--direction", "reach_up", "--baseline", _text(line.baseline), "--target", _text(line.target)),
            *("--start", line.start.isoformat(), "--due", line.due.isoformat()),
        )


def _text(number: Fraction) -> str:
    return f"{float(number):.4f}" if number.denominator > 1 else str(number)


def _four_places(number: Fraction) -> Fraction:
    return Fraction(round(number * 10_000), 10_000)


def _owners(path: Path, count: int) -> Sequence[str]:
    """Return owners from all over the table; where it is missing, a name for the skipped test."""
    if not path.exists():
        return ("nobody",)
    with path.open(encoding="utf-8", newline="") as file:
        names = sorted({row["sales_agent"] for row in csv.DictReader(file)})
    return names[:: len(names) // count][:count]


def _lines(deals: Sequence[Closed]) -> dict[str, Line]:
    """Return the two goals: a tenth more revenue and five points more win rate than in the third quarter."""
    before = between(deals, *THIRD_QUARTER)
    earned, rate = revenue(before), _four_places(win_rate(before))
    return {
        "revenue": Line(Fraction(0), Fraction(round(earned * 11 / 10)), *FOURTH_QUARTER),
        "conversion": Line(rate, rate + 5, *FOURTH_QUARTER),
    }


def _expected(deals: Sequence[Closed], today: date) -> dict[str, dict[str, object]]:
    known = between(deals, FOURTH_QUARTER[0], min(today, FOURTH_QUARTER[1]))
    won_today = any(deal.won and deal.day == today for deal in known)
    closed_today = any(deal.day == today for deal in known)
    lines = _lines(deals)
    return {
        "revenue": lines["revenue"].figures(revenue(known), today, fed_today=won_today),
        "conversion": lines["conversion"].figures(win_rate(known), today, fed_today=closed_today),
    }


def _assert_agrees(program: Program, deals: Sequence[Closed], today: date) -> None:
    status = program.status(today)
    for kind, figures in _expected(deals, today).items():
        for name, value in figures.items():
            wanted = pytest.approx(float(value), 1e-9, 1e-9) if isinstance(value, Fraction) else value
            assert status[kind][name] == wanted, (kind, name, today)


def _do_the_main_job(table: Path, owner: str, data: Path) -> None:
    program = Program(data)
    deals = closed_deals(table, owner)
    imported = json.loads(program("import", str(table), "--owner", owner, "--date-format", "mdy", "--json"))
    assert imported["problems"] == []
    lines = _lines(deals)
    program.add_goal("revenue", "USD", "Fourth quarter", lines["revenue"])
    program.add_goal("conversion", "%", "Win rate", lines["conversion"])
    for today in DAYS:
        _assert_agrees(program, deals, today)
    before = program.status(WEDNESDAY)["revenue"]["progress"]
    program("log", "won 5000 USD @Acme", today=WEDNESDAY)
    _assert_agrees_with_one_more(program, deals)
    assert program.status(WEDNESDAY)["revenue"]["progress"] > before


def _assert_agrees_with_one_more(program: Program, deals: Sequence[Closed]) -> None:
    """Compare again with the logged deal: the goals were set before it, so it moves no line."""
    more = [*deals, Closed(WEDNESDAY, won=True, value=Fraction(5000))]
    assert _lines(more) == _lines(deals)
    _assert_agrees(program, more, WEDNESDAY)


@pytest.mark.skipif(not REAL.exists(), reason=f"the sample of real deals is not there: {REAL}")
@pytest.mark.parametrize("owner", _owners(REAL, 5))
def test_every_figure_of_a_real_sellers_quarter_is_confirmed(owner: str, tmp_path: Path) -> None:
    _do_the_main_job(REAL, owner, tmp_path / "data.json")


@pytest.mark.parametrize("owner", OWNERS[:2])
def test_every_figure_of_a_generated_quarter_is_confirmed(owner: str, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    write_sample(table, year=2017)
    _do_the_main_job(table, owner, tmp_path / "data.json")


def test_importing_the_same_file_twice_adds_nothing(tmp_path: Path) -> None:
    table, program = tmp_path / "deals.csv", Program(tmp_path / "data.json")
    write_sample(table, year=2017)
    program("import", str(table), "--owner", OWNERS[0])
    before = sha256(program.data.read_bytes()).digest()
    again = json.loads(program("import", str(table), "--owner", OWNERS[0], "--json"))
    assert (again["new"], again["changed"]) == (0, 0)
    assert sha256(program.data.read_bytes()).digest() == before


HOSTILE = {
    "[/]": "[/]",
    "[@click=app.quit]x": "[@click=app.quit]x",
    "Close [ACME] deal": "Close [ACME] deal",
    "\x1b]0;title\x07\x1b[2J": "\ufffd]0;title\ufffd\ufffd[2J",
    "\x9b31mred": "\ufffd31mred",
    "right\u202eleft": "right\ufffdleft",
    "青空製作所": "青空製作所",
    "'=cmd|' /C calc'!A0": "=cmd|' /C calc'!A0",
}
"""What stands in a file, and what stands in the log afterwards."""


def test_hostile_account_names_are_kept_literally_without_control_characters(tmp_path: Path) -> None:
    table, program = tmp_path / "deals.csv", Program(tmp_path / "data.json")
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "account", "status", "created", "closed", "value"))
        for number, name in enumerate(HOSTILE):
            writer.writerow((f"A{number}", name, "Won", "2017-11-01", WEDNESDAY.isoformat(), "100"))
    shown = program("import", str(table), "--dry-run") + program("import", str(table))
    shown += program("today", today=WEDNESDAY) + program("today", "--json", today=WEDNESDAY)
    stored = json.loads(program.data.read_text(encoding="utf-8"))
    assert {record["account"] for record in stored["records"].values()} == set(HOSTILE.values())
    assert all(name in shown for name in ("[@click=app.quit]x", "Close [ACME] deal", "青空製作所"))
    unsafe = {letter for letter in shown if letter != "\n" and (letter < " " or "\x7f" <= letter < "\xa0")}
    assert not unsafe
