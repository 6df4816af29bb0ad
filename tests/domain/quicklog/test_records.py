"""Lines that are clear: how records, accounts, tags and notes are told apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from aegoals.domain.quicklog import read_line
from tests.domain.quicklog.lines import TODAY, clear, read

call, email, meeting, demo = ({"kind": kind} for kind in ("call", "email", "meeting", "demo"))


@pytest.mark.parametrize(
    ("line", "records"),
    [
        ("5 calls 2 demos", [call | {"quantity": 5}, demo | {"quantity": 2}]),
        ("calls 13 meetings 2", [call | {"quantity": 13}, meeting | {"quantity": 2}]),
        ("calls 3, demo", [call | {"quantity": 3}, demo]),
        ("7 calls + 2 demos & 1 meeting", [call | {"quantity": 7}, demo | {"quantity": 2}, meeting]),
        ("12 emails/7 calls", [email | {"quantity": 12}, call | {"quantity": 7}]),
        ("three calls and two demos", [call | {"quantity": 3}, demo | {"quantity": 2}]),
        ("hade 3 möten och skickade 2 offerter", [meeting | {"quantity": 3}, {"kind": "proposal", "quantity": 2}]),
        ("电话3个 拜访2家 演示", [call | {"quantity": 3}, meeting | {"quantity": 2}, demo]),
        ("打了5个电话发了3封邮件", [call | {"quantity": 5}, email | {"quantity": 3}]),
        ("電話3件とメール2件", [call | {"quantity": 3}, email | {"quantity": 2}]),
        ("won Acme 14k lost Hooli 6k", [
            {"kind": "deal_won", "amount": 14000, "account": "Acme"},
            {"kind": "deal_lost", "amount": 6000, "account": "Hooli"},
        ]),
        ("demo X500 @Acme 3 calls Anruf", [demo | {"account": "Acme", "note": "X500"}, call | {"quantity": 3}]),
        ("demo x3", [demo | {"quantity": 3}]),
        ("called Acme 3 times", [call | {"quantity": 3, "account": "Acme"}]),
        ("half a dozen demos", [demo | {"quantity": 6}]),
        ("2k emails", [email | {"quantity": 2000}]),
        ("1,200 emails", [email | {"quantity": 1200}]),
        ("zweiundzwanzig Anrufe", [call | {"quantity": 22}]),
        ("電話二十三件", [call | {"quantity": 23}]),
        ("電話３件", [call | {"quantity": 3}]),
    ],
)  # fmt: skip
def test_the_next_number_and_kind_open_a_record(line: str, records: list[dict[str, Any]]) -> None:
    assert clear(line) == records


@pytest.mark.parametrize(
    ("line", "records"),
    [
        ("@Acme: 3 calls, 1 demo @Globex", [call | {"quantity": 3, "account": "Acme"}, demo | {"account": "Globex"}]),
        ("Acme: call, demo", [call | {"account": "Acme"}, demo | {"account": "Acme"}]),
        ("@Globex 3 calls, 2 demos", [call | {"quantity": 3, "account": "Globex"}, demo | {"quantity": 2}]),
        ('3 calls @"Big Corp"', [call | {"quantity": 3, "account": "Big Corp"}]),
        ("demo @umbrella_corp", [demo | {"account": "Umbrella Corp"}]),
        ("demo @Umbrella Corp", [demo | {"account": "Umbrella Corp"}]),
        ("demo UMBRELLA CORP", [demo | {"account": "Umbrella Corp"}]),
        ("3 calls @NewCo", [call | {"quantity": 3, "account": "NewCo"}]),
        ("demo @Acme's", [demo | {"account": "Acme"}]),
        ("demo at Acme’s office", [demo | {"account": "Acme", "note": "office"}]),
        ("さくら物産と打ち合わせ", [meeting | {"account": "さくら物産"}]),
        ("给宏达集团打电话", [call | {"account": "宏达集团"}]),
        ("mail to bob@acme.com about demo", [email | {"note": "bob@acme.com about demo"}]),
    ],
)
def test_an_account_belongs_to_its_record_or_from_the_front_to_all(line: str, records: list[dict[str, Any]]) -> None:
    assert clear(line) == records


@pytest.mark.parametrize(
    ("line", "records"),
    [
        ("call @Acme - talked price, 3 demos @Globex", [
            call | {"account": "Acme", "note": "talked price"}, demo | {"quantity": 3, "account": "Globex"}]),
        ("meeting @Acme - roadmap, budget", [meeting | {"account": "Acme", "note": "roadmap, budget"}]),
        ("called Acme, no answer", [call | {"account": "Acme", "note": "no answer"}]),
        ("emailed Acme about pricing and terms", [email | {"account": "Acme", "note": "pricing and terms"}]),
        ("meeting about renewal @Acme", [meeting | {"account": "Acme", "note": "renewal"}]),
        ("meeting with 3 people @Acme", [meeting | {"account": "Acme", "note": "3 people"}]),
        ("call 10:30 @Acme", [call | {"account": "Acme", "note": "10:30"}]),
        ("Anruf wegen Rechnung", [call | {"note": "Rechnung"}]),
        ("Termin Preisverhandlung", [meeting | {"note": "Preisverhandlung"}]),
        ("3 leads from LinkedIn", [{"kind": "lead", "quantity": 3, "note": "LinkedIn"}]),
    ],
)  # fmt: skip
def test_what_is_left_over_is_the_note(line: str, records: list[dict[str, Any]]) -> None:
    assert clear(line) == records


def test_a_known_name_behind_a_hash_is_a_product_and_any_other_a_tag() -> None:
    assert clear("5 leads #webinar #Q4 #x500") == [
        {"kind": "lead", "quantity": 5, "product": "X500", "tags": ("webinar", "Q4")}
    ]


@pytest.mark.parametrize("line", ["5 meetngs", "5 meetigns", "5 meeetings"])
def test_one_slip_of_the_finger_is_read_as_the_word(line: str) -> None:
    assert clear(line) == [meeting | {"quantity": 5}]


@pytest.mark.parametrize("line", ["quota review 1h", "cost review 1h", "memo 1h"])
def test_a_real_word_is_no_slip(line: str) -> None:
    assert clear(line)[0]["kind"] == "other"


@pytest.mark.parametrize(
    "line", ["coffee with Wayne", "lunch med Fjällfisk", "Fahrt zu Nordwerft 3h", "移动 2小时 @宏达集团"]
)
def test_work_without_a_kind_word_is_other(line: str) -> None:
    assert clear(line)[0]["kind"] == "other"


def test_compound_nouns_are_of_the_kind_they_end_with() -> None:
    assert clear("uppföljningssamtal @Fjällfisk") == [call | {"account": "Fjällfisk"}]
    assert clear("Folgetermin @Nordwerft") == [meeting | {"account": "Nordwerft"}]


def test_nps_is_satisfaction_with_a_tag() -> None:
    assert clear("nps 9 @Hooli") == [{"kind": "csat", "quantity": 9, "account": "Hooli", "tags": ("nps",)}]


@pytest.mark.parametrize(
    "line", ["csat 4.5 Acme", "4.5 csat Acme", "满意度4.5分 @Acme", "満足度4.5点 @Acme", "csat 4,5 Acme"]
)
def test_a_score_stands_on_either_side(line: str) -> None:
    assert clear(line) == [{"kind": "csat", "quantity": 4.5, "account": "Acme"}]


def test_words_of_the_ae_become_kinds() -> None:
    records = clear("2 sample kits @Acme", own_kind_words={"sample kit": "sample", "sample kits": "sample"})
    assert records == [{"kind": "sample", "quantity": 2, "account": "Acme"}]


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_an_empty_line_holds_nothing(line: str) -> None:
    reading = read(line)
    assert (reading.records, reading.doubts) == ((), ())


def test_nothing_known_is_no_hindrance() -> None:
    assert read_line("3 calls", TODAY).records[0].kind == "call"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("today: 3 calls", TODAY),
        ("fri 3 calls", date(2026, 11, 20)),
        ("sat 3 calls", TODAY),
        ("last saturday 3 calls", date(2026, 11, 14)),
        ("a week ago 3 calls", date(2026, 11, 14)),
        ("dec 24: 3 calls", date(2025, 12, 24)),
        ("Nov 18 2025 3 calls", date(2025, 11, 18)),
        ("18th of November 3 calls", date(2026, 11, 18)),
        ("13/12 3 calls", date(2025, 12, 13)),
        ("i fredags 3 samtal", date(2026, 11, 20)),
        ("för 2 dagar sedan: 3 samtal", date(2026, 11, 19)),
        ("19.11. 3 Anrufe", date(2026, 11, 19)),
        ("17. November: 3 Anrufe", date(2026, 11, 17)),
        ("Mo: 3 Anrufe", date(2026, 11, 16)),
        ("vorgestern 3 Anrufe", date(2026, 11, 19)),
        ("一昨日：電話3件", date(2026, 11, 19)),
        ("先週の金曜日 電話3件", date(2026, 11, 13)),
        ("上周五 3个电话", date(2026, 11, 13)),
        ("3天前 3个电话", date(2026, 11, 18)),
        ("2026年11月18日 電話3件", date(2026, 11, 18)),
        ("29 Feb 3 calls", date(2024, 2, 29)),
    ],
)
def test_a_date_is_the_latest_past_one(line: str, day: date) -> None:
    assert clear(line) == [call | {"quantity": 3, "date": day}]


def test_a_date_holds_until_the_next_one() -> None:
    yesterday = {"date": date(2026, 11, 20)}
    assert clear("5 calls yesterday, 2 demos") == [
        call | {"quantity": 5} | yesterday,
        demo | {"quantity": 2} | yesterday,
    ]
    assert clear("yesterday 3 demos today 2 calls") == [
        demo | {"quantity": 3} | yesterday, call | {"quantity": 2, "date": TODAY}]  # fmt: skip


def test_a_date_alone_goes_to_every_record() -> None:
    yesterday = {"date": date(2026, 11, 20)}
    assert clear("3 calls, 2 demos, yesterday") == [
        call | {"quantity": 3} | yesterday,
        demo | {"quantity": 2} | yesterday,
    ]
