"""The lines in the how-to are read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aegoals.domain.own_kinds import OwnKind
from aegoals.domain.words import record_words
from aegoals.services import Desk

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "log-a-day.md"
ROWS = re.findall(r"^\| `(.+?)` \| (.+?) \|$", HOW_TO.read_text(encoding="utf-8"), re.M)


def test_there_is_something_to_check() -> None:
    assert len(ROWS) > 5


@pytest.mark.parametrize(("line", "words"), ROWS)
def test_a_line_of_the_how_to_means_what_stands_beside_it(desk: Desk, line: str, words: str) -> None:
    assert " · ".join(record_words(one, "en_US") for one in desk.log.understand(line)).replace("\u00a0", " ") == words


def test_what_it_says_of_own_kinds_is_so(desk: Desk) -> None:
    desk.kinds.add(OwnKind(kind="plant_tour"))
    assert [one.kind for one in desk.log.understand("2 plant tours @Globex")] == ["plant_tour"]
