"""What callers rely on: views, transactions, subscribers, refresh."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from aegoals.errors import RefusedInput
from aegoals.store.protocol import Document, Store
from aegoals.store.tiny_store import TinyStore


def put(store: TinyStore, key: str, document: Document, table: str = "records") -> None:
    with store.transaction("log", f"put {key}") as action:
        action.put(table, key, document)


def test_it_is_what_the_protocol_says(store: TinyStore) -> None:
    as_protocol: Store = store
    assert as_protocol.table("records") == {}


def test_a_missing_file_is_an_empty_store(store: TinyStore) -> None:
    assert store.table("records") == {}
    assert store.history() == []
    assert store.refresh() is False


def test_documents_come_back_after_a_restart_in_the_order_of_insertion(store: TinyStore, data_file: Path) -> None:
    for key in ("c", "a", "b"):
        put(store, key, {"id": key})
    put(store, "c", {"id": "c", "edited": True})
    assert list(TinyStore(data_file).table("records").items()) == [
        ("c", {"id": "c", "edited": True}),
        ("a", {"id": "a"}),
        ("b", {"id": "b"}),
    ]


def test_reads_in_a_transaction_see_what_was_put_and_readers_outside_do_not(store: TinyStore) -> None:
    put(store, "a", {"quantity": "1"})
    with store.transaction("edit", "a") as action:
        action.put("records", "a", {"quantity": "2"})
        action.put("records", "b", {})
        action.remove("records", "b")
        assert action.get("records", "a") == {"quantity": "2"}
        assert action.get("records", "b") is None
        assert store.table("records") == {"a": {"quantity": "1"}}
    assert store.table("records") == {"a": {"quantity": "2"}}


def test_a_view_keeps_showing_the_state_it_was_taken_from(store: TinyStore) -> None:
    put(store, "a", {})
    view = store.table("records")
    put(store, "b", {})
    assert list(view) == ["a"]
    assert list(store.table("records")) == ["a", "b"]


def test_a_view_cannot_be_written(store: TinyStore) -> None:
    put(store, "a", {})
    with pytest.raises(TypeError):
        store.table("records")["b"] = {}  # type: ignore[index] # the point of the test


def test_a_document_that_was_put_does_not_follow_later_changes_of_the_caller(store: TinyStore) -> None:
    document: Document = {"tags": ["a"]}
    put(store, "a", document)
    document["tags"].append("b")
    assert store.table("records") == {"a": {"tags": ["a"]}}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda _action: None, id="nothing"),
        pytest.param(lambda action: action.put("records", "a", {"x": 1}), id="the same again"),
        pytest.param(lambda action: action.remove("records", "none"), id="removing what is not there"),
        pytest.param(
            lambda action: (action.put("records", "b", {}), action.remove("records", "b")),
            id="there and back",
        ),
    ],
)
def test_a_transaction_that_changes_nothing_writes_nothing(store: TinyStore, data_file: Path, change: Any) -> None:
    put(store, "a", {"x": 1})
    before = data_file.stat()
    told: list[frozenset[str]] = []
    store.subscribe(told.append)
    with store.transaction("log", "nothing") as action:
        change(action)
    assert data_file.stat() == before
    assert len(store.history()) == 1
    assert told == []


@pytest.mark.parametrize(("one", "other"), [(1, True), (1, 1.0), (0, False)])
def test_values_that_python_calls_equal_and_json_does_not_are_a_change(
    store: TinyStore, data_file: Path, one: object, other: object
) -> None:
    put(store, "a", {"x": one})
    put(store, "a", {"x": other})
    assert type(TinyStore(data_file).table("records")["a"]["x"]) is type(other)


class Kind(StrEnum):
    CALL = "call"


def test_what_is_in_memory_is_what_the_file_gives_back(store: TinyStore, data_file: Path) -> None:
    put(
        store,
        "a",
        {"kind": Kind.CALL, "note": "für 株式会社 \x07 \u2028", "n": [1, 2.5, None, True, {"x": {}}]},
    )
    document = store.table("records")["a"]
    assert type(document["kind"]) is str
    assert document == TinyStore(data_file).table("records")["a"]


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        date(2026, 3, 2),
        datetime(2026, 3, 2),  # noqa: DTZ001 - refused whatever it is
        Decimal("1.5"),
        UUID(int=1),
        (1, 2),
        {1: 2},
        {1, 2},
        2**64,
        "\ud800",
        b"x",
        object(),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_json_would_not_give_back_is_refused_and_nothing_is_saved(
    store: TinyStore, data_file: Path, value: object
) -> None:
    with pytest.raises(RefusedInput):
        put(store, "a", {"x": value})
    assert not data_file.exists()


def test_the_store_keeps_its_own_tables_to_itself(store: TinyStore) -> None:
    for table in ("meta", "history"):
        with pytest.raises(ValueError, match="own"):
            put(store, "a", {}, table)


def test_a_transaction_within_a_transaction_is_refused_and_both_are_dropped(store: TinyStore, data_file: Path) -> None:
    with pytest.raises(RuntimeError, match="one user"), store.transaction("log", "a") as outer:  # noqa: PT012
        outer.put("records", "a", {})
        put(store, "b", {})
    assert not data_file.exists()
    put(store, "a", {})


def test_a_transaction_is_of_no_use_after_its_block(store: TinyStore) -> None:
    with store.transaction("log", "a") as action:
        action.put("records", "a", {})
    with pytest.raises(RuntimeError, match="over"):
        action.put("records", "b", {})


def test_subscribers_hear_which_tables_a_save_changed_until_they_leave(store: TinyStore) -> None:
    told: list[frozenset[str]] = []
    leave = store.subscribe(told.append)
    put(store, "a", {}, "goals")
    store.undo()
    leave()
    store.redo()
    assert told == [{"goals", "history"}, {"goals", "history"}]


def test_refresh_tells_what_another_program_wrote(store: TinyStore, data_file: Path) -> None:
    put(store, "a", {}, "goals")
    told: list[frozenset[str]] = []
    store.subscribe(told.append)
    assert store.refresh() is False
    put(TinyStore(data_file), "b", {}, "records")
    assert store.table("records") == {}
    assert store.refresh() is True
    assert store.table("records") == {"b": {}}
    assert store.refresh() is False
    assert told == [{"records", "history"}]


def test_a_save_tells_also_what_another_program_wrote_before_it(store: TinyStore, data_file: Path) -> None:
    put(store, "a", {}, "goals")
    put(TinyStore(data_file), "b", {}, "records")
    told: list[frozenset[str]] = []
    store.subscribe(told.append)
    put(store, "c", {}, "skills")
    assert told == [{"skills", "records", "history"}]


def test_what_another_program_wrote_is_told_after_a_refused_transaction_too(store: TinyStore, data_file: Path) -> None:
    put(store, "a", {}, "goals")
    put(TinyStore(data_file), "b", {}, "records")
    with pytest.raises(RefusedInput):
        put(store, "c", {"x": float("nan")})
    assert store.refresh() is True


def test_what_was_seen_in_passing_is_told_even_if_it_was_undone_meanwhile(store: TinyStore, data_file: Path) -> None:
    put(store, "a", {}, "goals")
    other = TinyStore(data_file)
    put(other, "b", {}, "records")
    with store.transaction("log", "nothing"):
        pass
    assert store.table("records") == {"b": {}}
    other.undo()
    told: list[frozenset[str]] = []
    store.subscribe(told.append)
    assert store.refresh() is True
    assert told == [{"records", "history"}]


def test_two_saves_of_another_program_in_one_tick_of_the_clock_are_noticed(store: TinyStore, data_file: Path) -> None:
    """Inode numbers come back and times are coarse: the random revision tells the states apart."""
    other = TinyStore(data_file)
    put(store, "a", {"x": 0})
    for number in range(1, 30):
        put(other, "a", {"x": number % 10})
        put(other, "a", {"x": (number + 5) % 10})
        store.refresh()
        assert store.table("records")["a"] == other.table("records")["a"]


def test_refresh_of_an_unchanged_file_reads_only_its_head(
    store: TinyStore, data_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import orjson

    put(store, "a", {"note": "x" * 100_000})
    parsed: list[object] = []
    monkeypatch.setattr(orjson, "loads", parsed.append)
    assert store.refresh() is False
    assert parsed == []


def test_files_are_listed_with_their_sizes(store: TinyStore, data_file: Path) -> None:
    assert [(file.role, file.size) for file in store.files()] == [("data", None), ("lock", None)]
    put(store, "a", {})
    put(store, "b", {})
    files = store.files()
    assert [file.role for file in files] == ["data", "lock", "backup"]
    assert files[0].size == data_file.stat().st_size


def test_a_closed_store_has_nothing_pending(store: TinyStore, data_file: Path) -> None:
    put(store, "a", {})
    before = data_file.read_bytes()
    store.close()
    assert data_file.read_bytes() == before
