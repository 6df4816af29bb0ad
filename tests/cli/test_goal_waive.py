"""``aegoals goal waive``, and the findings in ``goal show``."""

from __future__ import annotations

import pytest

from tests.cli.shell import Shell

ADD = (
    *("goal", "add", "--kind", "revenue", "--title", "First quarter", "--unit", "USD", "--direction", "reach_up"),
    *("--baseline", "0", "--target", "60000", "--start", "2026-01-01", "--due", "2026-03-31"),
)


@pytest.fixture
def goal(shell: Shell) -> str:
    shell.ok(*ADD)
    return "First quarter"


def test_open_findings_are_listed_with_their_codes_and_repairs(shell: Shell, goal: str) -> None:
    shown = shell.ok("goal", "show", goal)
    assert "Open findings\n  A: Nothing says yet why it can be done" in shown
    assert "[no_evidence]" in shown
    assert "Repair: " in shown
    assert [one["code"] for one in shell.json("goal", "show", goal)["findings"]] == ["no_evidence", "serves_nothing"]


def test_a_finding_is_waved_off_and_shown_with_its_reason(shell: Shell, goal: str) -> None:
    said = shell.ok("goal", "waive", goal, "no_evidence", "--reason", "First year here")
    assert said == "Waved off: no_evidence (First quarter)\n"
    shown = shell.ok("goal", "show", goal)
    assert "[no_evidence]" not in shown
    assert "Waved off\n  Mar 2, 2026  no_evidence (First year here)" in shown
    assert [one["code"] for one in shell.json("goal", "show", goal)["findings"]] == ["serves_nothing"]


def test_it_can_be_taken_back(shell: Shell, goal: str) -> None:
    shell.ok("goal", "waive", goal, "no_evidence", "--reason", "First year here")
    assert shell.ok("goal", "waive", goal, "no_evidence", "--again") == "Shows again: no_evidence (First quarter)\n"
    assert "[no_evidence]" in shell.ok("goal", "show", goal)


def test_undo_takes_it_back_too(shell: Shell, goal: str) -> None:
    shell.ok("goal", "waive", goal, "no_evidence", "--reason", "First year here")
    shell.ok("undo")
    assert "[no_evidence]" in shell.ok("goal", "show", goal)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("no_evidence",), "only with a reason"),
        (("too_easy", "--reason", "x"), "Open are: no_evidence, serves_nothing"),
        (("too_easy", "--again"), "was not waved off"),
    ],
)
def test_what_cannot_be_waved_off_is_refused(shell: Shell, goal: str, words: tuple[str, ...], said: str) -> None:
    result = shell("goal", "waive", goal, *words)
    assert result.code == 3
    assert said in result.err


def test_the_history_names_it(shell: Shell, goal: str) -> None:
    shell.ok("goal", "waive", goal, "no_evidence", "--reason", "First year here")
    assert "wave off" in shell.ok("history")
