"""``aegoals explain``."""

from __future__ import annotations

from aegoals.domain.why import FIGURES
from tests.cli.shell import Shell


def test_a_figure_shows_formula_numbers_and_where_they_come_from(shell: Shell) -> None:
    shell.add_goal()
    shell.ok("log", "won 5000 USD @Globex", today="2026-03-04")
    told = shell.ok("explain", "Revenue in spring", "pace", today="2026-03-05")
    assert "Pace: 125 %" in told
    told = shell.ok("explain", "Revenue in spring", "required", today="2026-03-05")
    assert "(T − A) / R = ($44,000 − $5,000) / 41" in told
    assert "R  41  working days left" in told


def test_without_a_name_every_figure_is_told(shell: Shell) -> None:
    shell.add_goal()
    told = shell.json("explain", "Revenue in spring")
    assert {reason["figure"] for reason in told} <= set(FIGURES)
    assert {"actual", "progress", "expected", "required"} <= {reason["figure"] for reason in told}


def test_an_unknown_figure_is_refused_with_those_there_are(shell: Shell) -> None:
    shell.add_goal()
    result = shell("explain", "Revenue in spring", "nonsense")
    assert result.code == 3
    assert "“nonsense”" in result.err
    assert "safe_days" in result.err


def test_what_was_left_out_says_what_it_lacks(shell: Shell) -> None:
    known = shell.add_goal("--kind", "revenue", "--unit", "USD")
    shell.ok("log", "won @Globex, won 500 SEK @Lumen")
    text = shell.ok("explain", known, "actual")
    assert "Left out: 1 without amount." in text
    assert "Left out: 1 in SEK, without a rate." in text
