"""``aegoals goal add --split``: the parts of a goal on the command line."""

from __future__ import annotations

import pytest

from tests.cli.shell import Shell

YEAR = ("--start", "2026-01-01", "--due", "2026-12-31", "--target", "60000")


def test_a_split_by_weights_shows_each_part_with_what_it_brought(shell: Shell) -> None:
    known = shell.add_goal(*YEAR, "--split", "quarters", "--weights", "20 20 25 35")
    shell.ok("log", "won 5000 USD")
    lines = [" ".join(line.split()) for line in shell.ok("goal", "show", known).splitlines()]
    assert "quarters, as 4 4 5 7 By then Actual" in lines
    assert "Jan 1 – Mar 31 $12,000 $12,000 $5,000" in lines
    assert "Oct 1 – Dec 31 $21,000 $60,000 –" in lines


def test_a_split_by_working_days_sums_to_the_target_to_the_cent(shell: Shell) -> None:
    known = shell.add_goal(*YEAR, "--target", "100000.01", "--split", "weeks")
    goal = shell.json("goal", "show", known)
    assert (goal["split"], goal["season"], len(goal["parts"])) == ("weeks", [], 53)
    assert round(sum(part["amount"] for part in goal["parts"]), 6) == 100000.01
    assert goal["parts"][-1]["value"] == 100000.01
    assert goal["parts"][-1]["actual"] is None


def test_levels_are_split_into_levels(shell: Shell) -> None:
    known = shell.add_goal(
        *("--kind", "sales_cycle", "--unit", "days", "--direction", "bring_down", "--baseline", "45"),
        *("--target", "30", "--start", "2026-01-01", "--due", "2026-03-31", "--split", "month"),
    )
    lines = [" ".join(line.split()) for line in shell.ok("goal", "show", known).splitlines()]
    assert "months, by working days Actual" in lines
    assert "Mar 2026 30 days –" in lines


def test_a_goal_without_a_split_shows_no_parts(shell: Shell) -> None:
    known = shell.add_goal()
    assert "Parts" not in shell.ok("goal", "show", known)
    assert shell.json("goal", "show", known)["parts"] == []


def test_a_file_can_give_the_weights_as_a_list(shell: Shell) -> None:
    text = """{"kind": "revenue", "title": "Revenue", "unit": "EUR", "direction": "reach_up", "target": 300,
      "start": "2026-01-01", "due": "2026-03-31", "split": "months", "weights": [1, 0.5, 1.5]}"""
    goal = shell.json("goal", "add", "-", stdin=text)
    assert [part["weight"] for part in goal["season"]] == pytest.approx([1 / 3, 1 / 6, 1 / 2])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--split", "days"), "“days” is no way to split a goal"),
        (("--weights", "1 2"), "nothing says what they weight"),
        (("--split", "quarters", "--weights", "1 2"), "there are 2 for 4 parts"),
        (("--split", "quarters", "--weights", "1 2 3 x"), "“x” is not a number"),
        (("--split", "quarters", "--direction", "keep_at_most"), "A limit holds on every day"),
    ],
)
def test_a_split_that_makes_no_sense_is_refused(shell: Shell, options: tuple[str, ...], words: str) -> None:
    result = shell(
        "goal", "add", "--kind", "revenue", "--title", "R", "--unit", "USD", "--direction", "reach_up", *YEAR, *options
    )
    assert result.code == 3
    assert words in result.err
    assert shell.json("goal", "list") == []
