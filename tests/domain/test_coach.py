"""What a draft still lacks; findings are shown and never block."""

from __future__ import annotations

import pytest

from aegoals.domain.coach import findings, vague_words
from aegoals.domain.goal_entry import EntryRules
from tests.builders import MONDAY, a_draft

ENGLISH = EntryRules()
COMPLETE = {"evidence": "54k last quarter", "why": "It pays the bonus", "due": "2026-12-31"}


def codes(**answers: str) -> list[str]:
    return [f"{one.letter}.{one.code}" for one in findings(a_draft(**COMPLETE | answers), ENGLISH, MONDAY)]


def test_a_complete_draft_has_no_findings() -> None:
    assert codes() == []


def test_an_empty_draft_lacks_one_thing_for_every_letter() -> None:
    empty = a_draft(**dict.fromkeys(("title", "specific", "target", "unit", "due", "start", "kind"), ""))
    assert [one.letter for one in findings(empty, ENGLISH, MONDAY)] == list("SMART")


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"title": "", "specific": ""}, "S.empty"),
        ({"target": ""}, "M.no_number"),
        ({"target": "lots"}, "M.no_number"),
        ({"unit": ""}, "M.no_unit"),
        ({"baseline": "54000"}, "M.baseline_of_sum"),
        ({"evidence": ""}, "A.no_evidence"),
        ({"why": "", "serves": ""}, "R.serves_nothing"),
        ({"due": ""}, "T.no_date"),
        ({"due": "soon"}, "T.no_date"),
        ({"due": "2026-02-27"}, "T.past"),
    ],
)
def test_each_gap_is_found_and_nothing_else(answers: dict[str, str], code: str) -> None:
    assert codes(**answers) == [code]


def test_vague_words_are_named_as_they_were_typed() -> None:
    found = findings(a_draft(**COMPLETE | {"specific": "Sell More and get better", "target": ""}), ENGLISH, MONDAY)
    vague = next(one for one in found if one.code == "vague")
    assert vague.words == ("More", "better")
    assert "“More”, “better”" in vague.message


def test_a_number_takes_the_vagueness_away() -> None:
    assert "S.vague" not in codes(specific="Sell 20 % more to existing customers")


@pytest.mark.parametrize("text", ["moreover", "Baltimore", "manyfold", "Goodyear"])
def test_a_vague_word_inside_another_is_none(text: str) -> None:
    assert vague_words(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fler demos", ("Fler",)),
        ("Mehr Umsatz", ("Mehr",)),
        ("もっと売る", ("もっと",)),
        ("尽快签约", ("尽快",)),
        ("", ()),
    ],
)
def test_vague_words_are_found_in_five_languages(text: str, words: tuple[str, ...]) -> None:
    assert vague_words(text) == words


def test_every_finding_offers_a_repair() -> None:
    empty = a_draft(**dict.fromkeys(("title", "specific", "target", "unit", "due", "start", "kind"), ""))
    assert all(one.repairs for one in findings(empty, ENGLISH, MONDAY))


def test_the_ends_of_the_periods_under_way_are_offered_as_dates() -> None:
    found = {
        one.code: tuple(repair.text for repair in one.repairs) for one in findings(a_draft(due=""), ENGLISH, MONDAY)
    }
    assert found["no_date"] == ("2026-03-31", "2026-12-31")


def test_a_number_without_a_unit_is_offered_units() -> None:
    found = {
        one.code: tuple(repair.text for repair in one.repairs) for one in findings(a_draft(unit=""), ENGLISH, MONDAY)
    }
    assert found["no_unit"] == ("60,000 USD", "60,000 count", "60,000 %")


def test_a_target_that_is_no_number_is_named_with_a_way_to_write_it() -> None:
    (found,) = findings(a_draft(**COMPLETE | {"target": "f"}), ENGLISH, MONDAY)
    assert found.message == "“f” is not a number. Write it like 1234.50 or 50k."
    assert found.words == ("f",)


def test_a_target_with_two_readings_offers_both() -> None:
    (found,) = findings(a_draft(**COMPLETE | {"target": "60.000"}), ENGLISH, MONDAY)
    assert found.message.startswith("“60.000” can be 60,000 or 60.")
    assert [repair.changes for repair in found.repairs] == [{"target": "60000"}, {"target": "60"}]


@pytest.mark.parametrize(
    ("answers", "code", "message"),
    [
        ({"unit": "f"}, "no_unit", "“f” is not a unit. Use a currency such as EUR, or one of: "),
        ({"baseline": "f"}, "no_baseline", "“f” is not a number. Write it like 1234.50 or 50k."),
        ({"due": "soon"}, "no_date", "“soon” is no day of the calendar. Write it as YYYY-MM-DD."),
    ],
)
def test_an_answer_that_cannot_be_read_is_named_where_it_is_typed(
    answers: dict[str, str], code: str, message: str
) -> None:
    (found,) = findings(a_draft(**COMPLETE | answers), ENGLISH, MONDAY)
    assert found.code == code
    assert found.message.startswith(message)
    assert found.words == tuple(answers.values()) or code == "no_date"
