"""``aegoals goal add``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import REVENUE, Shell

GOAL: dict[str, Any] = {
    "kind": "revenue",
    "title": "Revenue in spring",
    "specific": "Deals won with new customers",
    "unit": "USD",
    "direction": "reach_up",
    "baseline": 0,
    "target": 44000,
    "start": "2026-03-02",
    "due": "2026-04-30",
}


def test_options_make_a_goal_and_print_its_id_and_statement(shell: Shell) -> None:
    known, statement = shell.ok("goal", "add", *REVENUE).split(maxsplit=1)
    goal = shell.json("goal", "show", known)
    assert goal["specific"] == goal["title"] == "Revenue in spring"
    assert (goal["baseline"], goal["target"]) == (0, 44000)
    assert "$44,000" in statement
    assert "April 30, 2026" in statement


def test_every_field_has_an_option(shell: Shell) -> None:
    known = shell.add_goal(
        *("--specific", "New customers only", "--account", "Globex", "--baseline", "1,000"),
        *("--evidence", "42,000 last spring", "--why", "my part", "--serves", "the team's million"),
        *("--action", "call the board", "--action", "write the plan"),
        *("--milestone", "2026-03-31 20,000 half way", "--milestone", "2026-04-15 the board agrees"),
    )
    goal = shell.json("goal", "show", known)
    assert (goal["specific"], goal["account"], goal["baseline"]) == ("New customers only", "Globex", 1000)
    assert (goal["evidence"], goal["why"], goal["serves"]) == (
        *("42,000 last spring", "my part", "the team's million"),
    )
    assert [action["title"] for action in goal["actions"]] == ["call the board", "write the plan"]
    assert [(mile["due"], mile["value"], mile["title"]) for mile in goal["milestones"]] == [
        ("2026-03-31", 20000, "half way"),
        ("2026-04-15", None, "the board agrees"),
    ]


@pytest.mark.parametrize("goal", [REVENUE, ("Revenue of 44k by the end of April",)], ids=["options", "sentence"])
def test_a_quota_that_comes_again_is_set_at_once(shell: Shell, goal: tuple[str, ...]) -> None:
    shell.ok("goal", "add", *goal, "--repeats", "monthly")
    shell.ok("goal", "add", *goal, "--repeats", "no")
    assert [one["repeats"] for one in shell.json("goal", "list")] == ["month", None]


@pytest.mark.parametrize("text", ["61.538", "61.5380", "61.538461"])
@pytest.mark.parametrize("locale", ["en_US.UTF-8", "de_DE.UTF-8", "sv_SE.UTF-8"])
def test_a_plain_decimal_has_a_decimal_point_in_every_locale(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, text: str, locale: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    known = shell.add_goal("--kind", "conversion", "--unit", "%", "--baseline", text, "--target", "70")
    assert shell.json("goal", "show", known)["baseline"] == float(text)
    sent = {**GOAL, "kind": "conversion", "unit": "%", "baseline": float(text), "target": 70}
    assert shell.json("goal", "add", "-", stdin=json.dumps(sent))["baseline"] == float(text)


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("60k", "en_US", 60000),
        ("60,000", "en_US", 60000),
        ("1,234.50", "de_DE", 1234.5),
        ("1.234,50", "en_US", 1234.5),
        ("1.234.567", "de_DE", 1234567),
        ("5万", "ja_JP", 50000),
    ],
)
def test_other_figures_are_read_the_aes_way(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, text: str, locale: str, value: float
) -> None:
    monkeypatch.setenv("LC_ALL", f"{locale}.UTF-8")
    assert shell.json("goal", "add", *REVENUE, "--target", text)["target"] == value


def test_a_figure_with_two_readings_is_asked_about(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    result = shell("goal", "add", *REVENUE, "--target", "60,000")
    assert result.code == 3
    assert "60000 or 60" in result.err
    assert not shell.data.exists()


def test_findings_stand_on_standard_error_and_do_not_block(shell: Shell) -> None:
    result = shell("goal", "add", *REVENUE)
    assert result.code == 0
    assert "A: " in result.err
    assert "R: " in result.err
    assert "A: " not in result.out


def test_a_json_file_is_read(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "goal.json"
    file.write_text("\ufeff" + json.dumps({**GOAL, "baseline": None, "actions": ["one", "two"]}), encoding="utf-8")
    goal = shell.json("goal", "add", "--from", str(file))
    assert (goal["title"], goal["specific"], goal["baseline"]) == (GOAL["title"], GOAL["specific"], 0)
    assert [action["title"] for action in goal["actions"]] == ["one", "two"]


def test_options_win_over_the_file(shell: Shell) -> None:
    assert shell.json("goal", "add", "-", "--target", "50k", stdin=json.dumps(GOAL))["target"] == 50000


def test_milestones_are_lines_or_objects(shell: Shell) -> None:
    milestones = [{"title": "a third", "value": 14666.667, "due": "2026-03-20"}, "2026-03-31 22.125 half way"]
    goal = shell.json("goal", "add", "-", stdin=json.dumps({**GOAL, "milestones": milestones}))
    assert [mile["value"] for mile in goal["milestones"]] == [14666.667, 22.125]
    assert [mile["title"] for mile in goal["milestones"]] == ["a third", "half way"]


def test_a_list_sets_several_goals(shell: Shell) -> None:
    goals = shell.json("goal", "add", "-", stdin=json.dumps([GOAL, {**GOAL, "title": "Another"}]))
    assert [goal["title"] for goal in goals] == ["Revenue in spring", "Another"]


def test_one_wrong_goal_of_a_list_keeps_all_out(shell: Shell) -> None:
    result = shell("goal", "add", "-", stdin=json.dumps([GOAL, {**GOAL, "due": "2026-01-01"}]))
    assert result.code == 3
    assert not shell.data.exists()


def test_what_is_missing_is_named(shell: Shell) -> None:
    result = shell("goal", "add", "-", stdin='{"title": "More revenue"}')
    assert result.code == 3
    for field in ("kind", "unit", "direction", "target", "start", "due"):
        assert field in result.err


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "5",
        '["a goal"]',
        '{"title": "x", "title": "y"}',
        '{"metric": {}}',
        '{"id": "mine"}',
        '{"target": true}',
        '{"title": ["a"]}',
        '{"target": NaN}',
        '{"target": Infinity}',
        '{"target": 1e999999999999}',
        '{"target": 1e19}',
        '{"target": 1e27}',
        '{"milestones": [5.5]}',
        '{"milestones": [{"title": "no date"}]}',
        "[" * 100_000,
        "\ud800".encode("utf-8", "surrogatepass"),
        b'{"title": "\xff"}',
        " " * 1_000_001,
    ],
)
def test_what_is_no_goal_is_refused_in_one_line(shell: Shell, text: str | bytes) -> None:
    given = text
    if isinstance(text, str) and text.startswith("{") and text.endswith("}"):
        given = text if 'title": "x' in text else json.dumps(GOAL)[:-1] + ", " + text[1:]
    result = shell("goal", "add", "-", stdin=given)
    assert result.code == 3, result
    assert len(result.err.splitlines()) == 1
    assert not shell.data.exists()


def test_numbers_are_decimals_all_the_way(shell: Shell) -> None:
    text = json.dumps(GOAL).replace("44000", "44000.01")
    known = shell.json("goal", "add", "-", stdin=text)["id"]
    assert json.loads(shell.data.read_text(encoding="utf-8"))["goals"][known]["target"] == "44000.01"


def test_a_tiny_number_is_nothing(shell: Shell) -> None:
    text = json.dumps(GOAL).replace('"baseline": 0', '"baseline": 1e-99999')
    assert shell.json("goal", "add", "-", stdin=text)["baseline"] == 0


def test_a_sentence_makes_a_goal_and_says_what_is_understood(shell: Shell) -> None:
    printed = shell.ok("goal", "add", "Raise the win rate from 20 % to 25 % by 30 June 2026")
    for word in ("conversion", "%", "reach_up", "20 → 25", "2026-03-02", "2026-06-30", "Raise the win rate"):
        assert word in printed.split("\n\n")[0]
    goal = shell.json("goal", "show", printed.splitlines()[-1].split()[0])
    assert (goal["kind"], goal["unit"], goal["baseline"], goal["target"]) == ("conversion", "%", 20, 25)
    assert (goal["start"], goal["due"]) == ("2026-03-02", "2026-06-30")


def test_a_sentence_answers_in_json_alone(shell: Shell) -> None:
    goal = shell.json("goal", "add", "2026年6月30日までに新規顧客を10社獲得する")
    assert (goal["kind"], goal["target"], goal["due"]) == ("new_business", 10, "2026-06-30")


def test_options_win_over_the_sentence(shell: Shell) -> None:
    goal = shell.json(
        *("goal", "add", "Win 10 new customers by 30 June 2026", "--target", "12", "--due", "2026-07-31"),
        *("--title", "New customers", "--start", "2026-03-09", "--why", "my part"),
    )
    assert (goal["target"], goal["due"], goal["start"]) == (12, "2026-07-31", "2026-03-09")
    assert (goal["title"], goal["why"]) == ("New customers", "my part")


@pytest.mark.parametrize(
    ("text", "named", "silent"),
    [
        ("More customers by 30 June 2026", "number", "date"),
        ("Win 10 new customers", "date", "number"),
        ("Increase revenue by 15 % by 30 June 2026", "baseline", "date"),
        ("Increase revenue by 15 %", "date", "no number"),
    ],
)
def test_a_sentence_without_number_or_date_is_refused(shell: Shell, text: str, named: str, silent: str) -> None:
    result = shell("goal", "add", text)
    assert result.code == 3
    assert len(result.err.splitlines()) == 1
    assert named in result.err
    assert silent not in result.err
    assert not shell.data.exists()


def test_options_fill_what_the_sentence_lacks(shell: Shell) -> None:
    goal = shell.json("goal", "add", "Increase revenue by 15 %", "--baseline", "40000", "--due", "2026-06-30")
    assert (goal["baseline"], goal["target"], goal["unit"]) == (40000, 46000, "USD")
    assert shell.json("goal", "add", "More renewals", "--target", "9", "--unit", "count", "--due", "2026-06-30")


def test_a_number_of_nothing_asks_for_its_unit(shell: Shell) -> None:
    result = shell("goal", "add", "Hit 500k by 30 June 2026")
    assert result.code == 3
    assert "--unit" in result.err


def test_a_change_of_a_share_asks_for_the_value_to_reach(shell: Shell) -> None:
    result = shell("goal", "add", "Increase the win rate by 5 % by 30 June 2026", "--baseline", "20")
    assert result.code == 3
    assert "percentage points" in result.err
    assert "--target" in result.err


@pytest.mark.parametrize("text", ["More customers soon", "Win 10 new customers by 30 June 2026"])
def test_a_draft_is_kept_whatever_it_lacks(shell: Shell, text: str) -> None:
    answer = shell.json("goal", "add", text, "--draft")
    drafts = json.loads(shell.data.read_text(encoding="utf-8"))["drafts"]
    assert drafts[answer["draft"]]["specific"] == text
    assert "Draft " in shell.ok("goal", "add", text, "--draft")
    assert shell.json("goal", "list") == []


def test_a_draft_can_come_from_options(shell: Shell) -> None:
    assert shell.json("goal", "add", "--title", "More revenue", "--draft")["statement"].startswith("More revenue")
