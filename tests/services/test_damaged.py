"""A document that cannot be read is left out, named, and kept as it was."""

from __future__ import annotations

from typing import Any

import pytest

from aegoals.errors import RefusedInput
from aegoals.services import Desk
from aegoals.store.protocol import Store
from tests.builders import MONDAY
from tests.services.scenes import actual, plan

BROKEN: dict[str, tuple[str, dict[str, Any], str]] = {
    "records": ("bad-record", {"id": "x", "date": "2026-03-02", "kind": "call", "quantity": "NaN"}, "NaN"),
    "goals": ("bad-goal", {"id": "bad-goal", "title": "No metric"}, "missing"),
    "drafts": ("bad-draft", {"title": 5}, "id"),
    "templates": ("bad-template", {"id": "bad-template", "name": "", "answers": {"id": "x"}}, "empty"),
    "skills": ("bad-skill", {"id": "bad-skill", "title": "X", "level": 9}, "“9”"),
}  # fmt: skip


@pytest.fixture
def damaged(desk: Desk, store: Store) -> Desk:
    """Put one broken document beside a good one on every shelf."""
    plan(desk)
    desk.log.log("deal won 5k USD")
    desk.drafts.save(desk.drafts.new())
    desk.career.save_skill(title="Negotiation")
    with store.transaction("hand", "edited by hand") as transaction:
        for table, (key, document, _reason) in BROKEN.items():
            transaction.put(table, key, document)
    return desk


def test_the_good_ones_go_on_working(damaged: Desk) -> None:
    (goal,) = damaged.goals.all()
    assert actual(damaged, goal) == 5_000
    assert len(damaged.log.day(MONDAY)) == 1
    assert len(damaged.drafts.all()) == 1
    assert len(damaged.career.skills.all()) == 1


def test_every_broken_one_is_named_with_its_reason(damaged: Desk) -> None:
    found = {table: (key, reason) for table, key, reason in damaged.damaged()}
    assert found.keys() == BROKEN.keys()
    for table, (key, _document, reason) in BROKEN.items():
        assert found[table][0] == key
        assert reason in found[table][1]


def test_looking_again_finds_the_same_and_what_changed_since(damaged: Desk, store: Store) -> None:
    before = damaged.damaged()
    assert damaged.damaged() == before
    with store.transaction("hand", "mended by hand") as transaction:
        transaction.remove("goals", "bad-goal")
        transaction.put("records", "worse", {"id": "worse"})
    tables = [table for table, _key, _reason in damaged.damaged()]
    assert sorted(tables) == ["drafts", "records", "records", "skills", "templates"]


def test_other_actions_leave_a_broken_one_exactly_as_it_was(damaged: Desk, store: Store) -> None:
    (goal,) = damaged.goals.all()
    damaged.log.log("3 calls")
    damaged.goals.pause(goal.id)
    damaged.goals.delete(goal.id)
    damaged.history.undo()
    for table, (key, document, _reason) in BROKEN.items():
        assert store.table(table)[key] == document


def test_asking_for_a_broken_one_says_what_is_wrong_with_it(damaged: Desk) -> None:
    with pytest.raises(RefusedInput, match="quantity: “NaN” is not a number"):
        damaged.log.get("bad-record")
    with pytest.raises(RefusedInput, match="missing"):
        damaged.goals.get("bad-goal")


def test_settings_of_which_a_part_cannot_be_read_keep_the_rest_and_are_not_overwritten(
    desk: Desk, store: Store
) -> None:
    desk.profile.change(currency="SEK", name="Robin")
    broken = {**store.table("profile")["me"], "fiscal_year_start": "May"}
    with store.transaction("hand", "edited by hand") as transaction:
        transaction.put("profile", "me", broken)
    profile = desk.profile.get()
    assert (profile.currency, profile.name, profile.fiscal_year_start) == ("SEK", "Robin", 1)
    assert not desk.is_new()
    desk.log.log("3 calls")
    with pytest.raises(RefusedInput, match="“May”"):
        desk.profile.change(name="Kim")
    assert store.table("profile")["me"] == broken
    assert [table for table, _key, _reason in desk.damaged()] == ["profile"]


def test_a_sound_file_names_nothing(desk: Desk) -> None:
    plan(desk)
    desk.log.log("3 calls")
    desk.profile.change(currency="SEK")
    assert desk.damaged() == []
