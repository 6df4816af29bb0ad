"""What another program's save left as it was stays the same object; what it changed is never mistaken for it."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.store.sharing import sharing
from aegoals.store.tiny_store import TinyStore
from tests.store.locked import log

VALUES = st.none() | st.booleans() | st.integers(-1, 2) | st.floats(-1, 2) | st.text(max_size=2)
DOCUMENTS = st.dictionaries(st.sampled_from("xy"), VALUES | st.lists(VALUES, max_size=2), max_size=2)
TABLES = st.dictionaries(
    st.sampled_from(["goals", "records"]), st.dictionaries(st.sampled_from("abc"), DOCUMENTS, max_size=3), max_size=2
)


@given(TABLES, TABLES)
def test_what_was_read_is_what_comes_out_to_the_byte(known: object, read: object) -> None:
    assert orjson.dumps(sharing(known, read)) == orjson.dumps(read)  # type: ignore[arg-type]


@given(TABLES)
def test_the_same_tables_are_the_same_objects(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    again = orjson.loads(orjson.dumps(tables))
    for name, table in sharing({**tables}, again).items():
        assert table is tables[name] or not table


def test_a_refresh_brings_what_is_new_and_keeps_the_rest(store: TinyStore, data_file: Path) -> None:
    log(store, "a")
    log(store, "b")
    before = dict(store.table("records"))
    other = TinyStore(data_file)
    log(other, "c")
    log(other, "b", "another note")
    assert store.refresh()
    now = store.table("records")
    assert list(now) == ["a", "b", "c"]
    assert now["a"] is before["a"]
    assert now["b"] == {"note": "another note"}


def test_what_was_read_ahead_is_taken_over_only_while_it_is_the_file(store: TinyStore, data_file: Path) -> None:
    log(store, "a")
    other = TinyStore(data_file)
    assert store.unread() == 0
    log(other, "b")
    assert store.unread() == data_file.stat().st_size
    store.look_ahead()
    assert list(store.table("records")) == ["a"], "nothing moves under the readers"
    log(other, "c")
    assert store.refresh()
    assert list(store.table("records")) == ["a", "b", "c"]
    log(other, "d")
    store.look_ahead()
    log(store, "e")
    assert list(store.table("records")) == list(TinyStore(data_file).table("records")) == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(("one", "other"), [(1, True), (0, False), (1, 1.0), (0.0, -0.0), ([1], [True])])
def test_values_that_python_calls_equal_and_json_does_not_stand_as_they_were_read(one: object, other: object) -> None:
    (document,) = sharing({"records": {"a": {"x": one}}}, {"records": {"a": {"x": other}}})["records"].values()
    assert orjson.dumps(document) == orjson.dumps({"x": other})
