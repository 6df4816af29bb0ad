"""Records that are there: found, moved, copied, tagged and written anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from aegoals.domain.record import LogRecord
from aegoals.domain.totals import totals_by_kind
from aegoals.errors import RefusedInput
from aegoals.services import Desk
from aegoals.services.records import LINE_FIELDS
from tests.builders import MONDAY, a_desk, a_record
from tests.services.memory_store import MemoryStore

FRIDAY = date(2026, 2, 27)


def found(desk: Desk, text: str) -> list[LogRecord]:
    return [desk.records.get(key) for key in desk.records.find(text).keys]


# --- searching


def test_a_search_looks_through_all_years_the_latest_first(desk: Desk) -> None:
    for year in (2017, 2021, 2026):
        desk.log.log("2 calls @Globex, demo @Acme", date(year, 2, 3))
    assert [one.date.year for one in found(desk, "@globex")] == [2026, 2021, 2017]
    assert [one.date.year for one in found(desk, "kind:call to:2021")] == [2021, 2017]
    assert [one.account for one in found(desk, "from:2021-02 to:2021-02")] == ["Acme", "Globex"]
    assert len(found(desk, "")) == 6


def test_a_search_adds_up_what_it_found(desk: Desk) -> None:
    desk.log.log("3 calls @Globex, won 500 EUR @Globex, won 70 USD @Globex, won 5 EUR @Acme")
    totals = {one.kind: (one.count, one.amounts) for one in desk.records.find("@globex").totals}
    wanted = (Decimal(2), {"EUR": Decimal(500), "USD": Decimal(70)})
    assert totals == {"call": (Decimal(3), {}), "deal_won": wanted}


def test_a_search_follows_the_log(desk: Desk) -> None:
    desk.log.log("3 calls @Globex")
    assert len(found(desk, "@globex")) == 1
    desk.history.undo()
    assert found(desk, "@globex") == []


NAMES = st.sampled_from(("Globex", "Acme", None))
FIELDS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(("call", "deal_won", "site_visit")),
        "date": st.integers(0, 400).map(lambda days: date(2025, 2, 1) + timedelta(days=days)),
        "quantity": st.sampled_from((1, 3, Decimal("0.5"))),
        "amount": st.sampled_from((None, "500.50", "70")),
        "account": NAMES,
        "product": NAMES,
        "tags": st.lists(st.sampled_from(("warm", "Acme fair")), unique=True),
        "note": st.sampled_from((None, "asked about Globex", "won by price")),
    }
)
QUERIES: dict[str, Callable[[LogRecord], bool]] = {
    "": lambda _one: True,
    "kind:call": lambda one: one.kind == "call",
    "kind:site": lambda one: one.kind == "site_visit",
    "@acme": lambda one: one.account == "Acme",
    "#acme": lambda one: one.product == "Acme" or "Acme fair" in one.tags,
    "tag:warm": lambda one: "warm" in one.tags,
    "from:2025-06": lambda one: one.date >= date(2025, 6, 1),
    "to:2025-06 kind:won": lambda one: one.kind == "deal_won" and one.date <= date(2025, 6, 30),
    "from:2025-06 to:2025-12 @globex": lambda one: (
        one.account == "Globex" and date(2025, 6, 1) <= one.date <= date(2025, 12, 31)
    ),
    "price": lambda one: "price" in (one.note or ""),
    "globex": lambda one: "globex" in f"{one.account} {one.product} {one.note}".lower(),
    "won": lambda one: one.kind == "deal_won" or "won" in (one.note or ""),
    "acme fair": lambda one: "Acme fair" in one.tags,
}


@given(st.lists(FIELDS, max_size=8), st.sampled_from(list(QUERIES)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_search_finds_what_a_look_at_every_record_finds(logged: list[dict[str, Any]], text: str) -> None:
    desk = a_desk(MemoryStore())
    records = [a_record(id=f"r{number}", **fields) for number, fields in enumerate(logged)]
    assume(text != "kind:site" or any(one.kind == "site_visit" for one in records))  # refused while nobody logged it
    desk.log.add(records, "all")
    answer = desk.records.find(text)
    wanted = [one for one in records if QUERIES[text](one)]
    assert list(answer.keys) == [one.id for one in sorted(wanted, key=lambda one: (one.date, one.id), reverse=True)]
    by_kind = {one.kind: one for one in totals_by_kind(wanted)}
    assert {one.kind: one for one in answer.totals} == by_kind


def test_a_damaged_record_spoils_no_search(desk: Desk) -> None:
    (call,) = desk.log.log("3 calls @Globex")
    with desk._context.transaction("repair", "by hand") as transaction:
        transaction.put("records", "bad", call.document() | {"id": "bad", "quantity": "many"})
        transaction.put("records", "worse", call.document() | {"id": "worse", "date": "soon"})
    answer = desk.records.find("@globex")
    assert list(answer.keys) == [call.id]
    assert answer.totals[0].count == 3


# --- gaps


def test_gaps_are_the_empty_working_days_until_one_is_marked_as_off(desk: Desk) -> None:
    desk.log.log("1 call", date(2026, 2, 24))
    (gap,) = desk.records.gaps()
    assert (gap.start, gap.end, gap.working_days) == (date(2026, 2, 25), FRIDAY, 3)
    desk.log.log("1 call", date(2026, 2, 26))
    assert len(desk.records.gaps()) == 2
    desk.profile.add_days_off(FRIDAY, FRIDAY)
    assert [one.start for one in desk.records.gaps()] == [date(2026, 2, 25)]


def test_an_empty_log_has_no_gap(desk: Desk) -> None:
    assert desk.records.gaps() == []


# --- one record


@pytest.mark.parametrize(
    "line",
    [
        "3 calls @Globex",
        'demo @"Harbor Lights" 45 min (liked it, a lot)',
        "2 deals won 1200.50 EUR total @Acme #warm #north",
        "won 5k @Acme_Corp #Pro_X (signed - at last)",
        "csat 4.5 @Globex",
        "2h training",
        "coffee with Wayne @Globex 30 min",
        "renewal 900 @Globex",
        "12 emails",
    ],
)
def test_a_record_is_put_back_into_a_line_that_means_the_same(desk: Desk, line: str) -> None:
    (record,) = desk.log.log(line, FRIDAY)
    again = desk.records.line_of(record.id)
    assert again is not None
    (read,) = desk.log.understand(again, FRIDAY)
    assert {name: getattr(read, name) for name in LINE_FIELDS} == {name: getattr(record, name) for name in LINE_FIELDS}


@pytest.mark.parametrize(
    "changes", [{"note": "two\nlines"}, {"note": "half) open"}, {"account": 'with "quotes"'}, {"kind": "site_visit"}]
)
def test_what_no_line_can_say_has_no_line(desk: Desk, changes: dict[str, object]) -> None:
    (record,) = desk.log.log("3 calls @Globex")
    desk.log.edit(record.id, **changes)
    assert desk.records.line_of(record.id) is None


def test_a_record_written_anew_keeps_what_no_line_says(desk: Desk) -> None:
    (record,) = desk.log.log("3 calls @Globex", FRIDAY)
    desk.log.edit(record.id, deal="D-7", source="fair")
    again = desk.records.rewrite(record.id, "4 calls @Acme")
    assert (again.id, again.quantity, again.account, again.date) == (record.id, Decimal(4), "Acme", FRIDAY)
    assert (again.deal, again.source) == ("D-7", "fair")
    assert desk.records.rewrite(record.id, "yesterday: demo").date == date(2026, 3, 1)


def test_a_record_written_as_two_is_refused(desk: Desk) -> None:
    (record,) = desk.log.log("3 calls")
    with pytest.raises(RefusedInput, match="One record stays one; this line holds 2"):
        desk.records.rewrite(record.id, "3 calls, 2 demos")
    assert desk.log.get(record.id) == record


# --- several records


def test_several_records_move_as_one_action(desk: Desk) -> None:
    records = desk.log.log("3 calls, 2 demos, 1 meeting @Globex")
    desk.records.move([records[0].id, records[2].id], FRIDAY)
    assert [one.kind for one in desk.log.day(FRIDAY)] == ["call", "meeting"]
    assert desk.log.day(MONDAY) == [records[1]]
    assert desk.history.undo().title == "3 calls, 1 meeting @Globex to 2026-02-27"
    assert desk.log.day(MONDAY) == records


def test_records_are_copied_to_their_own_day_or_another_and_come_from_no_import(desk: Desk) -> None:
    record = a_record(id="r1", deal="D-7", imported_id="row 4", imported_mark="x")
    desk.log.add([record], "imported")
    (same_day,) = desk.records.copy(["r1"])
    (friday,) = desk.records.copy(["r1"], FRIDAY)
    assert same_day.id not in {"r1", friday.id}
    assert (same_day.date, friday.date, friday.deal) == (MONDAY, FRIDAY, "D-7")
    assert (friday.imported_id, friday.imported_mark) == (None, None)


def test_tags_are_added_once_and_taken_off_whatever_their_case(desk: Desk) -> None:
    one, two = desk.log.log("3 calls #warm, 2 demos #cold")
    changed = desk.records.tag([one.id, two.id], ["Warm", "north"], ["COLD"])
    assert [record.tags for record in changed] == [("warm", "north"), ("Warm", "north")]
    assert desk.history.undo().title == "3 calls #warm, 2 demos #cold: +#Warm +#north −#COLD"


def test_the_history_names_a_few_of_many(desk: Desk) -> None:
    records = desk.log.log("1 call, 2 demos, 3 emails, 4 meetings, 5 calls")
    desk.records.copy([one.id for one in records])
    assert desk.history.undo().title == "1 call, 2 demos, 3 e-mails and 2 more"
