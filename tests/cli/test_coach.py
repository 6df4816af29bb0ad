"""``aegoals coach``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import Shell

KEYS = [
    *("lang", "specific", "measurable", "time_bound", "vague_words", "direction", "target", "unit"),
    *("baseline", "deadline", "kind", "findings", "statement"),
]
WIN = "Win 10 new customers by 30 June 2026"


def _codes(answer: dict[str, Any]) -> list[str]:
    return [f"{one['letter']}.{one['code']}" for one in answer["findings"]]


def _lines(tmp_path: Path, *lines: object) -> str:
    file = tmp_path / "goals.jsonl"
    file.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), encoding="utf-8")
    return str(file)


def test_a_sentence_is_answered_in_json(shell: Shell) -> None:
    answer = shell.json("coach", "Raise average CSAT from 4.1 to 4.6 by 30 June 2026")
    assert list(answer) == KEYS
    assert (answer["lang"], answer["direction"], answer["kind"]) == ("en", "increase", "satisfaction")
    assert (answer["baseline"], answer["target"], answer["unit"]) == (4.1, 4.6, "score")
    assert answer["deadline"] == "2026-06-30"
    assert answer["specific"] is answer["measurable"] is answer["time_bound"] is True
    assert _codes(answer) == ["A.no_evidence", "R.serves_nothing"]
    assert answer["statement"] == "Raise average CSAT: from 4.1 up to 4.6 by June 30, 2026."


def test_a_wish_gets_its_findings_and_repairs(shell: Shell) -> None:
    answer = shell.json("coach", "Get better soon")
    assert _codes(answer) == [
        *("S.vague", "S.no_object", "M.no_number", "A.no_evidence", "R.serves_nothing", "T.no_date"),
    ]
    assert all(set(one) == {"letter", "code", "message", "words", "repairs"} for one in answer["findings"])
    assert all(one["repairs"] for one in answer["findings"])
    assert answer["findings"][0]["words"] == answer["vague_words"] == ["better", "soon"]
    assert answer["findings"][-1]["repairs"] == ["2026-03-31", "2026-12-31"]


def test_plain_output_holds_the_statement_and_the_findings(shell: Shell) -> None:
    lines = shell.ok("coach", "More demos").splitlines()
    assert lines[0] == "More demos: … by …."
    assert lines[1] == "S: “More”: by how much, of what?"
    assert "2026-03-31; 2026-12-31" in lines[-1]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (WIN, "en"),
        ("Vinna 10 nya kunder till den 30 juni 2026", "sv"),
        ("10 neue Kunden bis 30. Juni 2026 gewinnen", "de"),
        ("2026年6月30日までに新規顧客を10社獲得する", "ja"),
        ("2026年6月30日前赢得10个新客户", "zh"),
    ],
)
def test_five_languages_are_read_found_out_or_given(shell: Shell, text: str, lang: str) -> None:
    found, given = shell.json("coach", text), shell.json("coach", text, "--lang", lang)
    assert found == given
    assert (found["lang"], found["target"], found["deadline"]) == (lang, 10, "2026-06-30")


def test_the_language_of_the_sentence_is_one_of_five(shell: Shell) -> None:
    assert shell("coach", WIN, "--lang", "fr").code == 2
    assert shell.json("coach", WIN, "--lang", "auto")["lang"] == "en"


def test_no_data_file_is_made(shell: Shell) -> None:
    shell.ok("coach", WIN)
    assert list(shell.data.parent.iterdir()) == []


def test_a_damaged_data_file_is_left_alone(shell: Shell) -> None:
    shell.data.write_text("{", encoding="utf-8")
    shell.ok("coach", WIN)
    assert shell.data.read_text(encoding="utf-8") == "{"


def test_a_file_has_one_answer_a_line(shell: Shell, tmp_path: Path) -> None:
    file = _lines(
        tmp_path,
        {"id": "a", "text": WIN, "lang": "en", "today": "2026-01-01"},
        "",
        {"id": 7, "text": "Book 5 demos within 3 days", "today": "2026-01-01", "note": "not read"},
        {"text": "Book 5 demos within 3 days"},
    )
    answers = [json.loads(line) for line in shell.ok("coach", "--file", file, "--json").splitlines()]
    assert [one.get("id") for one in answers] == ["a", 7, None]
    assert [list(one) for one in answers] == [["id", *KEYS], ["id", *KEYS], KEYS]
    assert [one["deadline"] for one in answers] == ["2026-06-30", "2026-01-04", "2026-03-05"]


def test_a_file_can_be_read_in_plain_words(shell: Shell, tmp_path: Path) -> None:
    printed = shell.ok("coach", "--file", _lines(tmp_path, {"text": WIN}, {"text": "More demos"}))
    assert printed.count("A: ") == printed.count("R: ") == 2
    assert "\n\nMore demos" in printed


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "5",
        "[]",
        "[" * 100_000,
        "1" * 10_000,
        {},
        {"text": 5},
        {"text": " "},
        {"text": "x" * 2001},
        {"text": "x", "lang": "fr"},
        {"text": "x", "lang": ["en"]},
        {"text": "x", "today": "tomorrow"},
        {"text": "x", "today": 5},
        {"text": "x", "id": []},
        {"text": "x", "id": 0.5},
    ],
)
def test_a_bad_line_is_told_with_its_number(shell: Shell, tmp_path: Path, line: object) -> None:
    result = shell("coach", "--file", _lines(tmp_path, {"text": WIN}, line), "--json")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("aegoals: line 2: ")
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
def test_what_is_no_sentence_is_refused(shell: Shell, text: str) -> None:
    assert shell("coach", text).code == 3


def test_what_is_logged_already_is_what_the_coach_argues_with(shell: Shell) -> None:
    for month in ("01", "04", "07", "10"):
        shell.ok("log", "won 42300 USD @Globex", "--date", f"2025-{month}-10")
    repairs = {one["code"]: one["repairs"] for one in shell.json("coach", "More revenue")["findings"]}
    assert repairs["vague"] == ["your last 4 quarters averaged $42,300: +10 % is $46,500"]
    assert repairs["no_number"] == repairs["vague"]
    easy = shell.json("coach", "Reach 30,000 USD revenue by 31 March 2026", "--today", "2026-01-01")
    assert "A.too_easy" in _codes(easy)
    assert all(isinstance(text, str) for one in easy["findings"] for text in one["repairs"])


def test_a_change_is_worked_out_from_the_history(shell: Shell) -> None:
    for month in ("01", "04", "07", "10"):
        shell.ok("log", "won 40000 USD @Globex", "--date", f"2025-{month}-10")
    findings = shell.json("coach", "Increase revenue by 10 %")["findings"]
    change = next(one for one in findings if one["code"] == "change_without_baseline")
    assert change["repairs"] == ["your last 4 quarters averaged $40,000; with the change it is $44,000"]


def test_plain_output_says_why_it_matters(shell: Shell) -> None:
    assert "   Why: Without a date there is always a tomorrow." in shell.ok("coach", "More demos").splitlines()
