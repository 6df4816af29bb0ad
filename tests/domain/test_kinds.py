"""Kinds of records: known ones have names, own ones are called as they are written."""

from __future__ import annotations

from aegoals.domain.kinds import ACTIVITY_KINDS, KINDS, SCORE_KINDS, kind_of


def test_known_kinds_have_a_name_for_one_and_for_many() -> None:
    assert (kind_of("deal_won").one, kind_of("deal_won").many) == ("deal won", "deals won")
    assert all(kind.kind == name and kind.one and kind.many for name, kind in KINDS.items())


def test_an_own_kind_is_called_as_it_is_written() -> None:
    assert (kind_of("site_visit").one, kind_of("site_visit").many) == ("site visit", "site visit")


def test_activities_are_what_the_ae_does_and_scores_what_customers_say() -> None:
    assert ACTIVITY_KINDS == ("call", "email", "meeting", "demo", "proposal")
    assert set(KINDS) >= SCORE_KINDS
    assert not SCORE_KINDS & set(ACTIVITY_KINDS)
