"""Undo and redo over restarts, what the history shows, and how much of it is kept."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from aegoals.errors import RefusedInput
from aegoals.store.protocol import Change, Document
from aegoals.store.tiny_store import TinyStore
from tests.store.still_clock import StillClock


def act(store: TinyStore, title: str, **documents: Document | None) -> None:
    with store.transaction("test", title) as action:
        for key, document in documents.items():
            if document is None:
                action.remove("records", key)
            else:
                action.put("records", key, document)


STATES: list[dict[str, Document]] = [
    {"a": {"x": 1, "y": [1]}},
    {"a": {"x": 2, "z": None}, "b": {}},
    {"b": {"same": True}},
    {},
]


def act_through_all_states(store: TinyStore) -> None:
    act(store, "insert a", a=STATES[0]["a"])
    act(store, "edit a, insert b", a=STATES[1]["a"], b={})
    act(store, "remove a, edit b", a=None, b={"same": True})
    act(store, "remove b", b=None)


@pytest.mark.parametrize("restart", [False, True])
def test_every_action_can_be_taken_back_and_done_again(store: TinyStore, data_file: Path, restart: bool) -> None:
    def now() -> TinyStore:
        return TinyStore(data_file) if restart else store

    act_through_all_states(store)
    for _ in range(2):
        for state in [*reversed(STATES[:-1]), {}]:
            now().undo()
            assert now().table("records") == state
        with pytest.raises(RefusedInput, match="nothing to undo"):
            now().undo()
        for state in STATES:
            now().redo()
            assert now().table("records") == state
        with pytest.raises(RefusedInput, match="nothing to redo"):
            now().redo()


def test_undo_returns_the_action_that_it_took_back(store: TinyStore) -> None:
    act(store, "insert", a={"x": 1})
    act(store, "edit", a={"x": 2})
    undone = store.undo()
    assert (undone.title, undone.undone) == ("edit", True)
    assert undone.changes == (Change("records", "a", {"x": 1}, {"x": 2}),)
    redone = store.redo()
    assert redone.changes == undone.changes
    assert not redone.undone


def test_the_history_shows_each_document_before_and_after(store: TinyStore, clock: StillClock) -> None:
    act_through_all_states(store)
    for undone in range(5):
        entries = store.history()
        assert [entry.undone for entry in entries] == [False] * (4 - undone) + [True] * undone
        assert [entry.title for entry in entries] == [
            "insert a",
            "edit a, insert b",
            "remove a, edit b",
            "remove b",
        ]
        before: dict[str, Document] = {}
        for entry, after in zip(entries, STATES, strict=True):
            shown = {change.key: (change.before, change.after) for change in entry.changes}
            assert shown == {
                key: (before.get(key), after.get(key)) for key in {*before, *after} if before.get(key) != after.get(key)
            }
            before = dict(after)
        if undone < 4:
            store.undo()


def test_an_entry_tells_when_and_how(store: TinyStore, clock: StillClock) -> None:
    act(store, "3 calls @Globex", a={})
    (entry,) = store.history()
    assert (entry.verb, entry.title, entry.at) == ("test", "3 calls @Globex", "2026-03-02T09:15:00.000+01:00")


def test_entries_keep_the_order_of_the_actions_when_the_clock_is_set_back(store: TinyStore, clock: StillClock) -> None:
    act(store, "first", a={})
    clock.advance(days=-30)
    act(store, "second", b={})
    assert [entry.title for entry in store.history()] == ["first", "second"]
    assert store.undo().title == "second"


def test_a_new_action_after_an_undo_drops_what_could_be_redone(store: TinyStore) -> None:
    act(store, "one", a={})
    act(store, "two", b={})
    store.undo()
    act(store, "three", c={})
    assert [entry.title for entry in store.history()] == ["one", "three"]
    with pytest.raises(RefusedInput):
        store.redo()


def test_undo_takes_back_the_latest_action_of_either_program_and_says_which(store: TinyStore, data_file: Path) -> None:
    act(store, "from the screen", a={})
    act(TinyStore(data_file), "from the shell", b={})
    assert store.undo().title == "from the shell"
    assert list(store.table("records")) == ["a"]


@pytest.mark.parametrize(
    "foreign",
    [
        pytest.param({"a": {"title": "Globex renewal", "x": 3}}, id="changed"),
        pytest.param({}, id="removed"),
    ],
)
def test_undo_refuses_to_lose_a_change_that_left_no_entry(
    store: TinyStore, data_file: Path, foreign: dict[str, object]
) -> None:
    """Such as the change of an editor, or of another TinyDB program."""
    act(store, "insert", a={"title": "Globex renewal", "x": 1})
    act(store, "edit", a={"title": "Globex renewal", "x": 2}, b={})
    tables = orjson.loads(data_file.read_bytes())
    tables["records"] = {"b": {}, **foreign}
    data_file.write_bytes(orjson.dumps(tables))
    with pytest.raises(RefusedInput, match="edit") as caught:
        store.undo()
    assert ("Globex renewal" if foreign else "a (records)") in caught.value.message
    assert orjson.loads(data_file.read_bytes()) == tables
    assert [change.key for change in store.history()[1].changes] == ["b"]


def test_redo_refuses_to_lose_a_change_that_left_no_entry(store: TinyStore, data_file: Path) -> None:
    act(store, "insert", a={})
    store.undo()
    tables = orjson.loads(data_file.read_bytes())
    tables["records"] = {"a": {"by": "hand"}}
    data_file.write_bytes(orjson.dumps(tables))
    with pytest.raises(RefusedInput, match="insert"):
        store.redo()
    store.refresh()
    assert store.table("records") == {"a": {"by": "hand"}}


def test_a_failed_undo_changes_nothing(store: TinyStore, data_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    act(store, "insert", a={})
    before = data_file.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", refuse)
        with pytest.raises(Exception, match="Input/output"):
            store.undo()
    assert data_file.read_bytes() == before
    assert store.table("records") == {"a": {}}
    assert not store.history()[0].undone


def test_only_so_many_actions_are_kept(data_file: Path) -> None:
    store = TinyStore(data_file, history_limit=5)
    for number in range(12):
        act(store, str(number), a={"x": number})
    assert [entry.title for entry in store.history()] == ["7", "8", "9", "10", "11"]
    for _ in range(5):
        store.undo()
    assert store.table("records") == {"a": {"x": 6}}


def bytes_of(table: object) -> int:
    return len(orjson.dumps(table))


def test_the_history_never_grows_the_file_by_more_than_a_third(store: TinyStore, data_file: Path) -> None:
    with store.transaction("import", "many") as action:
        for number in range(2000):
            action.put("records", str(number), {"note": "x" * 200, "number": number})
    for number in range(100):
        act(store, f"rewrite {number}", **{str(number): {"note": "y" * 2000}, f"{number}+": {"n": "z" * 5000}})
        act(store, f"remove {number}", **{f"{number}+": None})
        tables = orjson.loads(data_file.read_bytes())
        history = bytes_of(tables.pop("history"))
        assert history <= max(bytes_of(tables) / 3 * 1.01, 64 * 1024)
    assert 50 < len(store.history()) < 200


def test_a_huge_import_keeps_ids_only_and_can_be_undone_and_redone(store: TinyStore, data_file: Path) -> None:
    wanted = {f"{number:036}": {"note": "asked again " * 20, "n": number} for number in range(20_000)}
    act(store, "a small action before", a={})
    with store.transaction("import", "20,000 deals") as action:
        for key, document in wanted.items():
            action.put("deals", key, document)
    full = data_file.stat().st_size
    tables = orjson.loads(data_file.read_bytes())
    assert bytes_of(tables["history"]) < full / 4
    store.undo()
    assert store.table("deals") == {}
    assert data_file.stat().st_size < full * 1.1
    store.redo()
    assert TinyStore(data_file).table("deals") == wanted
    assert len(store.history()) == 2


def test_undoing_a_huge_import_does_not_cost_the_older_actions(store: TinyStore) -> None:
    for number in range(10):
        act(store, f"before {number}", **{str(number): {}})
    with store.transaction("import", "many") as action:
        for number in range(3000):
            action.put("deals", str(number), {"note": "x" * 100})
    for _ in range(11):
        store.undo()
    assert store.table("records") == {}
    act(store, "anew", a={})
    assert [entry.title for entry in store.history()] == ["anew"]


def test_one_field_changed_in_many_documents_keeps_that_field_only(store: TinyStore, data_file: Path) -> None:
    with store.transaction("import", "many") as action:
        for number in range(100):
            action.put("records", str(number), {"note": "x" * 1000, "account": "Globex"})
    with store.transaction("rename", "Globex is now Initech") as action:
        for number in range(100):
            action.put("records", str(number), {"note": "x" * 1000, "account": "Initech"})
    assert bytes_of(orjson.loads(data_file.read_bytes())["history"]) < 10_000
    store.undo()
    assert {document["account"] for document in store.table("records").values()} == {"Globex"}
