"""``aegoals log``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aegoals.cli import open as opening
from tests.cli.shell import Shell
from tests.cli.terminal import at_terminal

CALLS = (
    *("--kind", "activity", "--title", "Calls", "--unit", "count", "--direction", "reach_up"),
    *("--target", "12", "--start", "2026-03-02", "--due", "2026-03-02"),
)


def test_a_line_of_several_words_is_stored_and_printed(shell: Shell) -> None:
    out = shell.ok("log", "3", "calls,", "demo", "@Globex")
    assert out.splitlines() == ["today: 3 calls", "today: 1 demo @Globex"]
    assert [record["kind"] for record in shell.json("today")["logged"]] == ["call", "demo"]


def test_amounts_are_shown_the_aes_way(shell: Shell) -> None:
    assert "$14,000" in shell.ok("log", "won 14k USD @Globex")


def test_the_date_option_names_the_day_of_entries_that_name_none(shell: Shell) -> None:
    out = shell.ok("log", "3 calls", "--date", "2026-02-27")
    assert out == "Fri, Feb 27: 3 calls\n"
    assert shell.json("today", today="2026-02-27")["logged"][0]["quantity"] == 3
    assert shell.json("log", "yesterday: 2 demos", "--date", "2026-02-27")["records"][0]["date"] == "2026-03-01"


def test_a_dry_run_stores_nothing(shell: Shell) -> None:
    assert "3 calls" in shell.ok("log", "3 calls", "--dry-run")
    assert not shell.data.exists()


def test_a_dry_run_answers_in_the_form_of_the_labelled_examples(shell: Shell) -> None:
    answer = shell.json("log", "won 14k USD #platform @Globex, 45 min call", "--dry-run")
    assert answer["ambiguous"] is False
    won, call = answer["records"]
    assert (won["kind"], won["quantity"], won["amount"], won["currency"]) == ("deal_won", 1, 14000, "USD")
    assert (won["account"], won["tags"]) == ("Globex", ["platform"])
    assert (call["kind"], call["minutes"]) == ("call", 45)
    assert not {"id", "note", "product"} & set(call)


def test_an_unclear_line_is_asked_about_and_not_stored(shell: Shell) -> None:
    result = shell("log", "demo call @Globex")
    assert result.code == 3
    assert "(1) call" in result.err or "(1) demo" in result.err
    assert len(result.err.splitlines()) == 1
    assert not shell.data.exists()


def test_a_dry_run_of_an_unclear_line_says_so_in_json_too(shell: Shell) -> None:
    result = shell("log", "a few calls", "--dry-run", "--json")
    answer = json.loads(result.out)
    assert result.code == 3
    assert answer["ambiguous"] is True
    assert answer["records"] == [{"kind": "call"}]
    assert answer["doubts"][0]["code"] == "vague_quantity"


def test_standard_input_gives_one_answer_a_line(shell: Shell) -> None:
    result = shell("log", "-", "--dry-run", "--json", stdin="3 calls\n\na few calls\n2 demos\n")
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 3
    assert [answer["ambiguous"] for answer in answers] == [False, True, False]


def test_a_line_that_cannot_be_stored_has_its_answer_too(shell: Shell) -> None:
    result = shell("log", "-", "--dry-run", "--json", stdin="3 calls\n2099-01-01: 3 calls\n2 demos\n")
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 3
    assert [len(answer["records"]) for answer in answers] == [1, 0, 1]


def test_lines_of_standard_input_are_one_action(shell: Shell) -> None:
    shell.ok("log", "-", stdin="﻿3 calls\r\n2 demos\n")
    assert len(shell.json("history")) == 1
    shell.ok("undo")
    assert shell.json("today")["logged"] == []


def test_one_unclear_line_keeps_all_lines_out(shell: Shell) -> None:
    result = shell("log", "-", stdin="3 calls\na few demos\n")
    assert result.code == 3
    assert "“a few demos”" in result.err
    assert not shell.data.exists()


def test_every_refused_line_is_named_with_its_number(shell: Shell) -> None:
    result = shell("log", "-", stdin="3 calls\n\ndemo call @Lumen\n2099-01-01: 3 calls\n2 demos\n")
    lines = result.err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["line 3", "line 4", "aegoals"]
    assert "(1) " in lines[0]
    assert "(2) " in lines[0]
    assert "Nothing was stored: 2 of 4 lines were refused." in lines[2]
    assert (result.code, result.out, shell.data.exists()) == (3, "", False)


def test_what_moved_is_printed(shell: Shell) -> None:
    shell.add_goal("--title", "Revenue", "--target", "10000")
    shell.ok("goal", "add", *CALLS)
    shell.ok("log", "7 calls, won 6200 @Globex", "--date", "2026-03-02")
    out = shell.ok("log", "3 calls, won 200 @Globex")
    assert out.splitlines()[-1] == "Revenue 62 % → 64 %, Calls 7/12 → 10/12"
    would = shell.ok("log", "2 calls", "--dry-run")
    assert would.splitlines()[-1] == "Calls 10/12 → 12/12 ✓"
    assert shell.ok("log", "1 e-mail").splitlines() == ["today: 1 e-mail"]


def test_what_moved_is_told_to_programs_too(shell: Shell) -> None:
    shell.ok("goal", "add", *CALLS)
    out = shell.ok("log", "-", "--json", stdin="3 calls\n4 calls\n")
    first, last = [json.loads(line) for line in out.splitlines()]
    assert "moved" not in first
    (moved,) = last["moved"]
    assert (moved["title"], moved["before"], moved["after"], moved["reached"]) == ("Calls", 0, 7, False)


def test_undo_takes_back_a_line_and_nothing_else(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    shell.ok("log", "2 demos")
    assert shell.ok("log", "--undo") == "Taken back: log: 2 demos\n"
    shell.ok("goal", "add", *CALLS)
    refused = shell("log", "--undo")
    assert (refused.code, refused.out) == (3, "")
    assert "aegoals undo" in refused.err
    shell.ok("undo")
    assert shell.ok("log", "--undo") == "Taken back: log: 3 calls\n"
    assert shell("log", "--undo").code == 3
    assert shell("log", "--undo", "3 calls").code == 2


@pytest.mark.parametrize(("digit", "stored"), [("1", "1 demo"), ("2", "1 call")])
def test_at_a_terminal_a_digit_answers(tmp_path: Path, digit: str, stored: str) -> None:
    data = tmp_path / "a.json"
    code, shown = at_terminal("log", "demo call @Globex", data=data, answers=[("store nothing: ", digit)])
    assert code == 0
    assert "  1  " in shown
    assert f"today: {stored} @Globex" in shown


def test_at_a_terminal_every_doubt_is_asked_in_turn(tmp_path: Path) -> None:
    data = tmp_path / "a.json"
    answers = [("store nothing: ", "x1"), ("store nothing: ", "2")]
    code, shown = at_terminal("log", "demo call @Globex, demo call @Lumen", data=data, answers=answers)
    assert code == 0, shown
    assert shown.count("store nothing: ") == 2
    assert shown.count("today: ") == 2


@pytest.mark.parametrize(("key", "left"), [("q", 3), ("\x1b", 3), ("\r", 3), ("\x03", 130)])
def test_at_a_terminal_no_answer_stores_nothing(tmp_path: Path, key: str, left: int) -> None:
    data = tmp_path / "a.json"
    code, shown = at_terminal("log", "demo call @Globex", data=data, answers=[("store nothing: ", key)])
    assert code == left
    assert "Traceback" not in shown
    assert not data.exists()


def test_programs_at_a_terminal_are_not_asked(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "is_terminal", lambda: True)
    assert shell("log", "demo call @Globex", "--json").code == 3


def test_empty_and_endless_input_is_refused(shell: Shell) -> None:
    assert shell("log", "-").code == 3
    assert shell("log", "-", stdin="3 calls\n" * 200_000).code == 3
    assert shell("log", " ").code == 3


def test_bytes_that_are_no_text_are_replaced(shell: Shell) -> None:
    shell("log", "-", stdin=b"3 calls (\xff\xfe ok)\n")
    assert "\ufffd" in shell.json("today")["logged"][0]["note"]


def test_json_of_a_stored_line_names_its_records(shell: Shell) -> None:
    answer = shell.json("log", "3 calls")
    assert answer["records"][0]["id"] == shell.json("today")["logged"][0]["id"]


def test_japanese_names_stay_as_they_are(shell: Shell) -> None:
    assert "@さくら物産" in shell.ok("log", "電話 3 @さくら物産")


def test_what_has_no_reading_is_refused_with_an_example_not_with_a_choice(shell: Shell) -> None:
    refused = shell("log", "0 calls")
    assert refused.code == 3
    assert "only one reading" not in refused.err
    assert "such as: 3 calls, demo @Globex" in refused.err


def test_the_words_of_a_wrong_usage_are_sentences_of_their_own(shell: Shell) -> None:
    assert "Choose from: bash, zsh, fish. See: aegoals completion --help" in shell("completion").err
