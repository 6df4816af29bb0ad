"""Words for kinds and directions, as people and programs write them."""

from __future__ import annotations

import pytest

from aegoals.domain.goal import Direction, GoalKind
from aegoals.domain.goal_words import read_direction, read_kind
from aegoals.errors import RefusedInput


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("shape", ["{}", "{} ", "UPPER"])
def test_every_direction_is_read_by_its_own_name(direction: Direction, shape: str) -> None:
    text = direction.value.upper() if shape == "UPPER" else shape.format(direction.value)
    assert read_direction(text) is direction
    assert read_direction(text.replace("_", " ")) is direction
    assert read_direction(text.replace("_", "-")) is direction


@pytest.mark.parametrize("kind", list(GoalKind))
def test_every_kind_is_read_by_its_own_name(kind: GoalKind) -> None:
    assert read_kind(kind.value) is kind
    assert read_kind(f" {kind.value.replace('_', ' ').title()} ") is kind


@pytest.mark.parametrize(
    ("word", "direction"),
    [
        ("increase", "reach_up"), ("raise", "reach_up"), ("up", "reach_up"), ("Reduce", "bring_down"),
        ("decrease", "bring_down"), ("down", "bring_down"), ("at least", "keep_at_least"),
        ("maintain", "keep_at_least"), ("min", "keep_at_least"), ("at-most", "keep_at_most"),
        ("MAX", "keep_at_most"),
    ],
)  # fmt: skip
def test_other_words_for_a_direction(word: str, direction: str) -> None:
    assert read_direction(word) == direction


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("win rate", "conversion"), ("quota", "revenue"), ("Sales", "revenue"), ("CSAT", "satisfaction"),
        ("new customers", "new_business"), ("account", "key_account"), ("cycle", "sales_cycle"),
        ("yes/no", "milestone"), ("custom", "other"), ("own", "other"),
    ],
)  # fmt: skip
def test_other_words_for_a_kind(word: str, kind: str) -> None:
    assert read_kind(word) == kind


@pytest.mark.parametrize("word", ["", "sideways", "réach", "up down"])
def test_an_unknown_direction_is_named_with_the_known_ones(word: str) -> None:
    with pytest.raises(RefusedInput, match=rf"“{word}” is not a direction\. .*reach_up, bring_down, keep_at_least"):
        read_direction(word)


def test_an_unknown_kind_is_named_with_the_known_ones() -> None:
    with pytest.raises(RefusedInput, match=r"“wish” is not a goal kind\. .*revenue, retention"):
        read_kind("wish")
