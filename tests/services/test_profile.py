"""The AE's settings and drafts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from aegoals.errors import NotFound, RefusedInput
from aegoals.services import Desk
from tests.builders import MONDAY


def test_a_first_run_speaks_the_language_of_the_machine(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (desk.profile.get().locale, desk.profile.get().currency) == ("en_US", "USD")
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    assert (desk.profile.get().locale, desk.profile.get().currency) == ("sv_SE", "SEK")


def test_what_was_saved_stays_whatever_the_machine_speaks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.profile.change(fiscal_year_start=5)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    profile = desk.profile.get()
    assert (profile.locale, profile.currency, profile.fiscal_year_start) == ("en_US", "USD", 5)


def test_a_desk_is_new_until_something_was_saved_or_skipped(desk: Desk) -> None:
    assert desk.is_new()
    desk.profile.change(welcomed=True)
    assert not desk.is_new()


def test_a_logged_line_also_ends_the_welcome(desk: Desk) -> None:
    desk.log.log("3 calls")
    assert not desk.is_new()


def test_one_setting_changes_and_the_others_stay(desk: Desk) -> None:
    desk.profile.change(currency="SEK", rates={"EUR": Decimal("11.25")})
    desk.profile.change(role="accounts")
    profile = desk.profile.get()
    assert (profile.currency, profile.role, profile.rates) == ("SEK", "accounts", {"EUR": Decimal("11.25")})


def test_days_off_are_kept_in_order_each_once_and_taken_back(desk: Desk) -> None:
    july, march = (date(2026, 7, 1), date(2026, 7, 31)), (MONDAY, date(2026, 3, 6))
    desk.profile.add_days_off(*july, "summer")
    desk.profile.add_days_off(*march, "skiing")
    desk.profile.add_days_off(*march, "skiing")
    off = desk.profile.calendar.days_off
    assert [one.label for one in off] == ["skiing", "summer"]
    assert not desk.profile.calendar.is_working(MONDAY)
    desk.profile.drop_stretch(off[0])
    assert desk.profile.calendar.is_working(MONDAY)
    assert [one.label for one in desk.profile.calendar.days_off] == ["summer"]


def test_a_country_brings_its_holidays_and_keeps_the_days_off(desk: Desk) -> None:
    desk.profile.add_days_off(MONDAY, MONDAY)
    desk.profile.change_calendar(country="SE")
    assert not desk.profile.calendar.is_working(date(2026, 5, 1))
    assert not desk.profile.calendar.is_working(MONDAY)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"locale": "klingon"}, "“klingon” is not a known locale.*sv_SE"),
        ({"currency": "kroner"}, "“kroner” is not a currency.*EUR"),
        ({"calendar": {"country": "XX"}}, "“XX” has no known public holidays"),
        ({"calendar": {"country": "SE", "region": "NOWHERE"}}, "“SE-NOWHERE” has no known"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_the_way_out(
    desk: Desk, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(RefusedInput, match=words):
        desk.profile.change(**changes)


# --- drafts


def test_a_draft_survives_with_every_word_and_the_step(desk: Desk) -> None:
    draft = desk.drafts.new().with_(title="  60k or bust", target="60.000", step="measurable")
    kept = desk.drafts.save(draft)
    assert desk.drafts.get(draft.id) == kept
    assert (kept.title, kept.target, kept.step) == ("60k or bust", "60.000", "measurable")
    assert kept.changed_at == "2026-03-02T12:00:00+00:00"


def test_a_new_draft_is_not_stored_before_it_is_saved(desk: Desk) -> None:
    draft = desk.drafts.new()
    assert desk.drafts.all() == []
    with pytest.raises(NotFound):
        desk.drafts.get(draft.id)


def test_a_draft_that_is_saved_again_replaces_itself(desk: Desk) -> None:
    draft = desk.drafts.save(desk.drafts.new().with_(title="One"))
    desk.drafts.save(draft.with_(title="Two"))
    assert [one.title for one in desk.drafts.all()] == ["Two"]
    desk.drafts.delete(draft)
    assert desk.drafts.all() == []
