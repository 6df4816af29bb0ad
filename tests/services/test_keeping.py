"""Backups that the AE asks for, and the way back."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import orjson
import pytest

from aegoals.errors import DataFileDamaged, DataFileError, DataFileNewer, NotFound, RefusedInput
from aegoals.services import Desk
from aegoals.services.keeping_preview import Some, TableChanges
from tests.builders import WallCalendar, a_desk
from tests.services.memory_store import MemoryStore
from tests.services.scenes import plan


@pytest.fixture
def desk(data_file: Path, leaf: WallCalendar) -> Desk:
    return a_desk(data_file, leaf)


def test_a_restore_shows_each_table_with_the_first_titles(desk: Desk) -> None:
    goal = plan(desk)
    (call,) = desk.log.log("3 calls @Globex")
    place = desk.keeping.back_up()
    desk.goals.adjust(goal.id, "territory cut", target=Decimal(50_000))
    desk.log.delete([call.id])
    desk.log.add(desk.log.understand("9 demos"), "demos")
    shown = desk.keeping.plan_restore(str(place))
    assert shown.tables == (
        TableChanges("goals", Some(), Some(1, ("Revenue in the first quarter",)), Some()),
        TableChanges("records", Some(1, ("2026-03-02 3 calls @Globex",)), Some(), Some(1, ("2026-03-02 9 demos",))),
    )
    assert desk.keeping.restore(str(place)) == shown
    assert desk.goals.get(goal.id).target == 60_000
    assert desk.log.get(call.id) == call
    assert desk.history.undo().verb == "restore"
    assert desk.goals.get(goal.id).target == 50_000


def test_only_the_first_titles_of_many_are_shown(desk: Desk) -> None:
    desk.log.log("1 call")
    place = desk.keeping.back_up()
    desk.log.add(desk.log.understand(", ".join(["2 calls"] * 9)), "many")
    (records,) = desk.keeping.plan_restore(str(place)).tables
    assert (records.removed.count, len(records.removed.titles)) == (9, 5)


def test_a_day_names_the_file_as_it_was_when_the_day_began(desk: Desk, leaf: WallCalendar) -> None:
    desk.log.log("1 call")
    leaf.day += timedelta(days=1)
    desk.log.log("2 calls")
    desk.keeping.back_up()
    found = desk.keeping.find_backup("2026-03-03")
    assert found.name == "aegoals-2026-03-03.json"
    desk.keeping.restore("2026-03-03")
    assert desk.log.day(leaf.day) == []


def test_a_day_without_a_daily_backup_takes_the_one_that_was_asked_for(desk: Desk) -> None:
    desk.log.log("1 call")
    place = desk.keeping.back_up()
    assert desk.keeping.find_backup("2026-03-02") == place


def test_a_day_without_a_backup_names_the_days_that_have_one(desk: Desk) -> None:
    with pytest.raises(NotFound, match="No backup was made yet"):
        desk.keeping.restore("2026-02-01")
    desk.log.log("1 call")
    desk.keeping.back_up()
    with pytest.raises(NotFound, match="2026-03-02"):
        desk.keeping.restore("2026-02-01")


def test_a_backup_takes_the_place_of_a_damaged_file(desk: Desk, data_file: Path, leaf: WallCalendar) -> None:
    desk.log.log("1 call")
    place = desk.keeping.back_up()
    data_file.write_bytes(b'{"meta":')
    broken = a_desk(data_file, leaf)
    assert broken.keeping.plan_restore(str(place)).is_damaged
    assert data_file.read_bytes() == b'{"meta":'
    done = broken.keeping.restore(str(place))
    assert done.kept is not None
    assert done.kept.read_bytes() == b'{"meta":'
    assert len(broken.log.day(leaf.day)) == 1


@pytest.mark.parametrize("data_is_damaged", [False, True])
@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"[]", DataFileDamaged),
        (b"", DataFileDamaged),
        (orjson.dumps({"meta": {"file": {"schema": 99}}}), DataFileNewer),
        (None, DataFileError),
    ],
)
def test_what_cannot_be_used_changes_nothing(
    desk: Desk,
    data_file: Path,
    leaf: WallCalendar,
    content: bytes | None,
    error: type[DataFileError],
    data_is_damaged: bool,
) -> None:
    desk.log.log("1 call")
    if data_is_damaged:
        data_file.write_bytes(b"{")
    before, bad = data_file.read_bytes(), data_file.with_name("bad.json")
    if content is not None:
        bad.write_bytes(content)
    for act in (a_desk(data_file, leaf).keeping.plan_restore, a_desk(data_file, leaf).keeping.restore):
        with pytest.raises(error):
            act(str(bad))
    assert data_file.read_bytes() == before


def test_the_same_content_leaves_nothing_to_restore(desk: Desk) -> None:
    desk.log.log("1 call")
    place = desk.keeping.back_up()
    assert desk.keeping.plan_restore(str(place)).tables == ()


def test_a_store_in_memory_has_no_backups(leaf: WallCalendar) -> None:
    with pytest.raises(RefusedInput, match="not kept in a file"):
        a_desk(MemoryStore(), leaf).keeping.back_up()
