"""The daily log: lines, days, edits."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aegoals.domain.record import LogRecord
from aegoals.domain.words import record_words
from aegoals.errors import AmbiguousInput, NotFound, RefusedInput
from aegoals.services import Desk
from aegoals.services.usual import NamesInUse
from tests.builders import MONDAY, a_desk, a_record
from tests.services.memory_store import MemoryStore
from tests.store.still_clock import StillClock

FRIDAY = date(2026, 2, 27)


def test_a_line_becomes_records_of_today(desk: Desk) -> None:
    calls, demo = desk.log.log("3 calls, demo @Globex")
    assert (calls.kind, calls.quantity, calls.date) == ("call", Decimal(3), MONDAY)
    assert (demo.kind, demo.account) == ("demo", "Globex")
    assert demo.logged_at == "2026-03-02T12:00:00+00:00"
    assert desk.log.day(MONDAY) == [calls, demo]


def test_a_line_belongs_to_the_day_on_screen_unless_it_names_its_own(desk: Desk) -> None:
    (on_screen,) = desk.log.log("3 calls", FRIDAY)
    (named,) = desk.log.log("yesterday 2 calls", FRIDAY)
    assert on_screen.date == FRIDAY
    assert named.date == MONDAY - timedelta(days=1)


def test_money_without_a_currency_is_the_aes_own(desk: Desk) -> None:
    desk.profile.change(currency="SEK")
    (deal,) = desk.log.log("deal won 50k @Globex")
    assert (deal.amount, deal.currency) == (Decimal(50_000), "SEK")
    (dollars,) = desk.log.log("deal won 50k USD")
    assert dollars.currency == "USD"


def test_understanding_a_line_stores_nothing(desk: Desk) -> None:
    assert len(desk.log.understand("3 calls, 2 demos")) == 2
    assert desk.log.day(MONDAY) == []
    assert not desk.history.entries()


def test_a_figure_with_two_meanings_is_asked_about(desk: Desk) -> None:
    with pytest.raises(AmbiguousInput) as asked:
        desk.log.log("deal won 1.234")
    assert len(asked.value.readings) == 2


def test_a_line_that_says_nothing_is_refused_with_an_example(desk: Desk) -> None:
    with pytest.raises(RefusedInput, match=r"nothing to log.*3 calls"):
        desk.log.log("")


def test_the_days_are_read_in_order_whatever_the_order_of_logging(desk: Desk) -> None:
    desk.log.log("2 calls", MONDAY)
    desk.log.log("1 call", FRIDAY)
    desk.log.log("3 demos", MONDAY)
    found = desk.log.between(FRIDAY, MONDAY)
    assert [(one.date, one.quantity) for one in found] == [
        (FRIDAY, Decimal(1)),
        (MONDAY, Decimal(2)),
        (MONDAY, Decimal(3)),
    ]
    assert [one.quantity for one in desk.log.between(FRIDAY, FRIDAY)] == [1]
    assert desk.log.between(MONDAY, FRIDAY) == []


def test_an_edit_changes_what_it_names(desk: Desk) -> None:
    (call,) = desk.log.log("3 calls @Globex")
    edited = desk.log.edit(call.id, quantity=Decimal(4), date=FRIDAY, account=None)
    assert desk.log.get(call.id) == edited
    assert (edited.quantity, edited.date, edited.account) == (Decimal(4), FRIDAY, None)
    assert desk.log.day(MONDAY) == []


def test_deleting_takes_several_records_at_once(desk: Desk) -> None:
    records = desk.log.log("3 calls, 2 demos, 1 meeting")
    gone = desk.log.delete([records[0].id, records[2].id])
    assert gone == [records[0], records[2]]
    assert desk.log.day(MONDAY) == [records[1]]
    with pytest.raises(NotFound):
        desk.log.get(records[0].id)


def test_known_names_come_in_order_of_use_and_follow_the_log(desk: Desk) -> None:
    desk.log.log("call @Globex, call @Initech, demo @Initech")
    assert desk.log.known().accounts == ("Initech", "Globex")
    desk.log.log("2 calls @Globex, 1 call @Globex")
    assert desk.log.known().accounts == ("Globex", "Initech")
    desk.history.undo()
    assert desk.log.known().accounts == ("Initech", "Globex")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(*[st.sampled_from([None, "", "Globex", "globex", "Initech", "Hooli"])] * 2), max_size=12),
    st.lists(st.sampled_from([None, "Hooli", "Vandelay"]), max_size=3),
)
def test_names_are_counted_by_use_and_those_of_goals_stand_behind(
    used: list[tuple[str | None, str | None]], meant: list[str | None]
) -> None:
    records = {str(at): {"account": account, "product": product} for at, (account, product) in enumerate(used)}
    goals = {str(at): {"metric": {"selector": {"account": name} if name else {}}} for at, name in enumerate(meant)}
    store = MemoryStore()
    with store.transaction("fill", "records and goals") as action:
        for table, documents in (("records", records), ("goals", goals)):
            for key, document in documents.items():
                action.put(table, key, document)
    names = NamesInUse(store)
    for place, found in enumerate((names.accounts, names.products)):
        column = [row[place] for row in used]
        in_use = sorted(dict.fromkeys(filter(None, column)), key=lambda name: -column.count(name))
        assert found == tuple(dict.fromkeys([*in_use, *(filter(None, meant) if place == 0 else ())]))


# --- money of other currencies


@pytest.fixture
def rated(desk: Desk) -> Desk:
    desk.profile.change(currency="USD", rates={"EUR": Decimal("1.1"), "GBP": Decimal("1.3")})
    return desk


def test_the_rate_of_the_day_is_kept_with_the_record(rated: Desk) -> None:
    (deal,) = rated.log.log("deal won 1000 EUR")
    assert (deal.rate, deal.rate_currency) == (Decimal("1.1"), "USD")
    (own,) = rated.log.log("deal won 1000 USD")
    assert own.rate is None


def test_editing_a_note_does_not_revalue_an_old_deal(rated: Desk) -> None:
    (deal,) = rated.log.log("deal won 1000 EUR")
    rated.profile.change(rates={"EUR": Decimal("1.5")})
    assert rated.log.edit(deal.id, note="signed at the fair").rate == Decimal("1.1")


def test_a_corrected_currency_takes_its_own_rate_and_never_the_old_one(rated: Desk) -> None:
    (deal,) = rated.log.log("deal won 1000 EUR")
    assert rated.log.edit(deal.id, currency="GBP").rate == Decimal("1.3")
    assert rated.log.edit(deal.id, currency="USD").rate is None
    assert rated.log.edit(deal.id, currency="JPY").amount_in("USD") is None


def test_a_rate_that_was_given_later_is_taken_up_by_an_edit(desk: Desk) -> None:
    (deal,) = desk.log.log("deal won 1000 EUR")
    assert deal.amount_in("USD") is None
    desk.profile.change(rates={"EUR": Decimal("1.1")})
    assert desk.log.edit(deal.id, note="rate known now").amount_in("USD") == 1100


# --- words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"quantity": 3, "account": "Globex"}, "3 calls @Globex"),
        ({"quantity": "1.0"}, "1 call"),
        ({"kind": "deal_won", "amount": "5000.00", "tags": ["q1"]}, "1 deal won $5,000 #q1"),
        ({"kind": "demo", "product": "Lumen", "tags": ["q1"]}, "1 demo #Lumen #q1"),
        ({"kind": "training", "quantity": "0.5"}, "0.5 trainings"),
        ({"kind": "site_visit", "quantity": 2}, "2 × site visit"),
        ({"quantity": 1000}, "1,000 calls"),
    ],
)  # fmt: skip
def test_a_record_is_described_in_a_few_words(fields: dict[str, object], words: str) -> None:
    assert record_words(a_record(**fields)) == words


# --- the index


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from(["call", "demo", "deal_won"]), st.booleans()),
        max_size=15,
    ),
    st.integers(-1, 10),
    st.integers(-1, 10),
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_stretch_of_days_agrees_with_a_look_at_every_record(
    logged: list[tuple[int, str, bool]], first: int, last: int
) -> None:
    desk = a_desk(MemoryStore())
    kept: dict[str, LogRecord] = {}
    for number, (offset, kind, stays) in enumerate(logged):
        record = a_record(id=f"r{number:03}", date=FRIDAY + timedelta(days=offset), kind=kind)
        desk.log.add([record], "one")
        kept[record.id] = record
        desk.log.between(FRIDAY, MONDAY)  # the index is warm
        if not stays:
            desk.log.delete([record.id])
            del kept[record.id]
    start, end = FRIDAY + timedelta(days=first), FRIDAY + timedelta(days=last)
    chosen = [one for one in kept.values() if start <= one.date <= end]
    assert desk.log.between(start, end) == sorted(chosen, key=lambda one: (one.date, one.id))


def test_a_clock_set_back_and_a_journey_leave_day_and_order_as_they_were() -> None:
    """The hour that summer time gives back, a clock that was wrong, and a zone on the other side of the world."""
    stockholm, tokyo = ZoneInfo("Europe/Stockholm"), ZoneInfo("Asia/Tokyo")
    moments = [
        datetime(2026, 10, 25, 2, 30, tzinfo=stockholm),
        datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=stockholm),  # half an hour later, by an earlier clock
        datetime(2026, 10, 25, 1, 0, tzinfo=stockholm),  # set back by hand
        datetime(2026, 10, 26, 8, 0, tzinfo=tokyo),
    ]
    clock = StillClock()
    desk = Desk(MemoryStore, lambda: clock().date(), clock)
    made = []
    for moment in moments:
        clock.instant = moment
        made += desk.log.log("1 call")
    assert [record.date.day for record in made] == [25, 25, 25, 26]
    assert [record.logged_at for record in made] == [moment.isoformat() for moment in moments]
    assert [record.id for record in made] == sorted(record.id for record in made)
    assert desk.log.day(date(2026, 10, 25)) == made[:3]


# --- streaks


def test_a_streak_counts_what_was_logged_and_no_import(desk: Desk) -> None:
    for day in (MONDAY, FRIDAY, FRIDAY - timedelta(days=1)):
        desk.log.log("1 call", day)
    imported = a_record(id="crm", date=FRIDAY - timedelta(days=2), imported_id="7")
    desk.log.add([imported], "import")
    assert (desk.log.streak().length, desk.log.streak().since) == (3, FRIDAY - timedelta(days=1))
    desk.log.delete([one.id for one in desk.log.day(FRIDAY)])
    assert desk.log.streak().length == 1
    desk.history.undo()
    assert desk.log.streak().length == 3
    assert MONDAY in desk.log.days_logged()
    assert "2026-03-02" not in desk.log.days_logged()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.sets(st.dates(date(2025, 10, 1), date(2026, 3, 2)), max_size=12))
def test_days_are_found_a_stretch_at_a_time(days: set[date]) -> None:
    desk = a_desk(MemoryStore())
    for day in days:
        desk.log.log("1 call", day)
    found = desk.log.days_logged()
    every_day = [date(2025, 9, 1) + timedelta(days=offset) for offset in range(200)]
    assert {day for day in every_day if day in found} == days
