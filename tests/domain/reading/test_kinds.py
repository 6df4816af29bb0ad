"""The kind of a goal, by its metric."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from aegoals.domain.reading import read_goal

KINDS = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text("utf-8"))
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(("lang", "kind"), [(lang, kind) for lang, kinds in KINDS.items() for kind in kinds])
def test_a_short_goal_is_of_its_kind(lang: str, kind: str) -> None:
    assert {text: read_goal(text, TODAY, lang).kind for text in KINDS[lang][kind]} == dict.fromkeys(
        KINDS[lang][kind], kind
    )


@pytest.mark.parametrize("kind", ["revenue", "retention", "new_business", "satisfaction", "conversion", "activity"])
def test_a_metric_is_an_object(kind: str) -> None:
    unnamed = [
        text for lang, kinds in KINDS.items() for text in kinds[kind] if not read_goal(text, TODAY, lang).specific
    ]
    assert not unnamed
