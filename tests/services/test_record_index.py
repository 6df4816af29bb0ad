"""The index of the log follows every change, and finds what a look at every record finds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from aegoals.domain.record import LogRecord
from aegoals.services.context import Context
from aegoals.services.record_index import RecordIndex
from tests.builders import MONDAY
from tests.services.memory_store import MemoryStore

KINDS = ("call", "meeting", "demo")
STEPS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from([*KINDS, None]), st.integers(0, 3)), min_size=1, max_size=12
)


def found(index: RecordIndex, first: date, last: date, kinds: tuple[str, ...]) -> list[str]:
    return [record.id for record in index.between(first, last, kinds)]


@settings(max_examples=60, deadline=None)
@given(STEPS, st.integers(0, 3), st.integers(0, 3), st.sets(st.sampled_from(KINDS)))
def test_what_is_found_is_what_a_look_at_every_record_finds(
    steps: list[tuple[str, str | None, int]], first: int, last: int, kinds: set[str]
) -> None:
    context = Context(MemoryStore(), lambda: MONDAY)
    days = MONDAY + timedelta(days=first), MONDAY + timedelta(days=last)
    for key, kind, day in steps:
        with context.store.transaction("log", key) as action:
            if kind is None:
                context.records.remove(action, key)
            else:
                fields = {"id": key, "date": MONDAY + timedelta(days=day), "kind": kind, "quantity": Decimal(1)}
                context.records.put(action, key, LogRecord.build(fields))
        wanted = [
            (record.date, record.id)
            for record in context.records.all()
            if days[0] <= record.date <= days[1] and (not kinds or record.kind in kinds)
        ]
        assert found(context.index, *days, tuple(kinds)) == [key for _day, key in sorted(wanted)]
        assert set(context.index.kinds()) == {record.kind for record in context.records.all()}


def test_many_changes_at_once_are_found_too() -> None:
    context = Context(MemoryStore(), lambda: MONDAY)
    assert found(context.index, MONDAY, MONDAY, ()) == []
    with context.store.transaction("import", "many") as action:
        for number in range(1000):
            key = f"{number:04}"
            fields = {"id": key, "date": MONDAY, "kind": KINDS[number % 3], "quantity": Decimal(1)}
            context.records.put(action, key, LogRecord.build(fields))
    assert found(context.index, MONDAY, MONDAY, ()) == [f"{number:04}" for number in range(1000)]


@example([("call", 0)], (3, {"call"}), (0, 3, {"call"}))
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([*KINDS, 7, ["call"]]), st.sampled_from(["", None, 9, *range(4)])), max_size=12),
    st.tuples(st.integers(0, 3), st.sets(st.sampled_from(KINDS))),
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.sets(st.sampled_from(KINDS))),
)
def test_what_was_prepared_for_answers_as_the_whole_index_and_so_does_any_other_question(
    documents: list[tuple[object, object]], expected: tuple[int, set[str]], asked: tuple[int, int, set[str]]
) -> None:
    store = MemoryStore()
    with store.transaction("log", "damaged ones too") as action:
        for number, (kind, day) in enumerate(documents):
            written = (MONDAY + timedelta(days=day)).isoformat() if isinstance(day, int) and day < 4 else day
            action.put("records", f"{number:02}", {"kind": kind, "date": written})
    whole, prepared = Context(store).index, Context(store).index
    prepared.expect(expected[1], MONDAY + timedelta(days=expected[0]))
    question = MONDAY + timedelta(days=asked[0]), MONDAY + timedelta(days=asked[1]), tuple(asked[2])
    assert prepared.keys(*question) == whole.keys(*question)
