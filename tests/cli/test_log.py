"""``aegoals log``."""

from __future__ import annotations

import json

from tests.cli.shell import Shell


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
