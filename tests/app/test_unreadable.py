"""Entries that cannot be read are said quietly, with what to do."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from aegoals.services import Desk
from tests.app.driving import SIZES, Driver, a_desk, driving
from tests.app.filling import log, plan

WORDS = "1 entry cannot be read: kept as it is, left out of every figure. aegoals doctor names it."


def break_one(path: Path, table: str) -> bytes:
    """Take a field that it needs from the first document of a table, as an editor may; return the file."""
    tables = orjson.loads(path.read_bytes())
    next(iter(tables[table].values())).pop("id" if table != "profile" else "locale", None)
    if table == "profile":
        next(iter(tables[table].values()))["locale"] = 5
    path.write_bytes(orjson.dumps(tables))
    return path.read_bytes()


def in_one_line(ae: Driver) -> str:
    return " ".join(line.strip() for line in ae.lines())


@pytest.mark.parametrize("size", SIZES)
async def test_today_says_that_a_goal_cannot_be_read(desk: Desk, path: Path, size: tuple[int, int]) -> None:
    plan(desk)
    broken = break_one(path, "goals")
    async with driving(a_desk(path), size) as ae:
        assert WORDS in in_one_line(ae)
        await ae.press("end", "up")
    assert path.read_bytes() == broken


async def test_settings_say_that_a_record_cannot_be_read(desk: Desk, path: Path) -> None:
    log(desk, "3 calls")
    break_one(path, "records")
    async with driving(a_desk(path), keys=["s"]) as ae:
        await ae.app.workers.wait_for_complete()
        await ae.settle()
        assert WORDS in in_one_line(ae)
        assert ae.pointed().lstrip("› ").startswith("Name")


async def test_where_all_can_be_read_nothing_is_said(desk: Desk) -> None:
    plan(desk)
    log(desk, "3 calls")
    async with driving(desk) as ae:
        assert "cannot be read" not in ae.text()
        await ae.press("s")
        await ae.settle()
        assert "cannot be read" not in ae.text()


async def test_a_profile_that_cannot_be_read_does_not_end_the_program(desk: Desk, path: Path) -> None:
    log(desk, "3 calls @Globex")
    broken = break_one(path, "profile")
    async with driving(a_desk(path, welcomed=False)) as ae:
        assert "Globex" in ae.text()
        assert "cannot be read" in ae.text()
    assert path.read_bytes() == broken
