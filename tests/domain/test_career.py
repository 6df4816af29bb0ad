"""Aspirations, skills and training: what they may hold."""

from __future__ import annotations

from typing import Any

import pytest

from aegoals.domain.career import Aspiration, Skill, Training
from aegoals.domain.fields import Model
from aegoals.errors import RefusedInput


@pytest.mark.parametrize(
    ("model", "fields", "words"),
    [
        (Skill, {"title": "Negotiation", "level": 6}, r"^level: “6” should be less than or equal to 5"),
        (Skill, {"title": "Negotiation", "wanted": -1}, r"^wanted: “-1” should be greater"),
        (Skill, {"title": "Negotiation", "level": 2.5}, r"^level: “2.5” should be a valid integer"),
        (Skill, {"title": ""}, r"^title: “” is empty"),
        (Aspiration, {"title": "Lead a team", "horizon": 3}, r"^horizon: “3” should be greater"),
        (
            Training,
            {"title": "Course", "hours_planned": -1, "hours_done": 0},
            r"^hours_planned: “-1” is negative",
        ),
        (
            Training,
            {"title": "Course", "hours_planned": 1.5, "hours_done": 0},
            r"^hours_planned: “1.5” is not a",
        ),
        (Training, {"title": "Course"}, r"^hours_planned is missing"),
    ],
)
def test_what_cannot_be_is_refused_by_name(model: type[Model], fields: dict[str, Any], words: str) -> None:
    with pytest.raises(RefusedInput, match=words):
        model.build({"id": "x"} | fields)


@pytest.mark.parametrize(
    ("model", "document"),
    [
        (Aspiration, {"id": "a", "title": "Lead a team", "horizon": 2029, "why": "I like\nteaching"}),
        (Skill, {"id": "s", "title": "Ask", "level": 2, "wanted": 4, "evidence": "x"}),
        (Training, {"id": "t", "title": "Course", "hours_planned": "16", "hours_done": "1.5", "note": ""}),
    ],
)  # fmt: skip
def test_they_come_back_from_the_file(model: type[Model], document: dict[str, Any]) -> None:
    assert model.build(document).document().items() >= document.items()
    assert model.build(model.build(document).document()) == model.build(document)
