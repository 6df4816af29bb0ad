"""The AE's settings."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from aegoals.domain.profile import Profile, StatusLimits
from aegoals.errors import RefusedInput


def test_every_setting_has_a_default() -> None:
    profile = Profile()
    assert profile.currency == "USD"
    assert profile.calendar.work_days == (1, 2, 3, 4, 5)
    assert profile.limits == StatusLimits(on_track=Decimal("0.99"), behind=Decimal("0.81"))
    assert not profile.welcomed


def test_settings_come_back_from_the_file() -> None:
    document: dict[str, Any] = {
        "currency": "SEK",
        "fiscal_year_start": 5,
        "calendar": {"work_days": [1, 2, 3, 4], "country": "SE"},
        "limits": {"on_track": "0.95", "behind": "0.5"},
        "rates": {"EUR": "11.25"},
        "from_a_newer_version": True,
    }
    kept = Profile.build(Profile.build(document).document())
    assert kept == Profile.build(document)
    assert kept.rates == {"EUR": Decimal("11.25")}
    assert kept.calendar.country == "SE"
    assert kept.document()["from_a_newer_version"] is True


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"fiscal_year_start": 13}, r"^fiscal_year_start: “13”"),
        ({"first_day_of_week": 0}, r"^first_day_of_week: “0”"),
        ({"currency": "kr"}, r"^currency: “kr” is not a currency"),
        ({"rates": {"EUR": -1}}, r"^rates.EUR: “-1” is negative"),
        ({"rates": {"EUR": 11.25}}, r"^rates.EUR: “11.25” is not a number"),
        ({"role": "boss"}, r"^role: “boss”"),
        ({"limits": {"on_track": "0.5", "behind": "0.8"}}, "limits must rise"),
        ({"limits": {"on_track": "1.2", "behind": "0.8"}}, "limits must rise"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_name(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(RefusedInput, match=words):
        Profile.build(fields)
