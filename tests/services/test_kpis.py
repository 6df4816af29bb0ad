"""Key figures follow the log, piece by piece or at once, and survive what is damaged."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.domain.kpi.figure import Kpi
from aegoals.domain.kpi.periods import By
from aegoals.services import Desk
from tests.builders import a_desk, a_record
from tests.services.memory_store import MemoryStore


def sold(desk: Desk, *amounts: int, day: date = date(2026, 2, 3)) -> None:
    """Log deals won in dollars."""
    won = [a_record(kind="deal_won", date=day, amount=Decimal(amount)) for amount in amounts]
    desk.log.add([one.with_(id=f"{day}-{place}") for place, one in enumerate(won)], "won")


def test_what_is_logged_and_taken_back_moves_the_figures(desk: Desk) -> None:
    sold(desk, 500, 700)
    assert desk.kpis.look().whole[Kpi.WON_AMOUNT].value == 1200
    sold(desk, 100, day=date(2026, 3, 2))
    assert desk.kpis.look().whole[Kpi.WON_AMOUNT].value == 1300
    desk.history.undo()
    assert desk.kpis.look().whole[Kpi.WON_AMOUNT].value == 1200


def test_read_in_pieces_it_is_the_same_as_at_once(desk: Desk) -> None:
    sold(desk, *range(1, 40))
    pieces = list(desk.kpis.warm())
    assert pieces
    assert desk.kpis.is_warm
    assert list(desk.kpis.warm()) == []
    told = desk.kpis.look(By.QUARTER)
    assert told.whole[Kpi.DEALS_WON].value == 39
    assert told.figures[Kpi.DEALS_WON][-1].value == 39


def test_records_of_activities_are_those_of_the_whole_log(desk: Desk) -> None:
    desk.log.log("9 calls", date(2023, 5, 3))
    desk.log.log("4 calls", date(2026, 3, 2))
    (best,) = [one for one in desk.kpis.look().bests if one.what == "call"]
    assert (best.period.start, best.value, best.now) == (date(2023, 5, 1), Decimal(9), Decimal(4))


def test_a_damaged_record_is_left_out() -> None:
    store = MemoryStore()
    desk = a_desk(store)
    sold(desk, 500)
    with store.transaction("damage", "damage") as transaction:
        transaction.put("records", "bad", {"id": "bad", "kind": "deal_won", "date": "2026-02-31", "amount": "lots"})
        transaction.put("records", "worse", {"id": "worse", "kind": "call", "date": "nonsense", "quantity": "many"})
    list(desk.kpis.warm())
    assert desk.kpis.look().whole[Kpi.WON_AMOUNT].value == 500


def test_a_meeting_counts_for_the_funnel_only_with_the_name_of_its_deal(desk: Desk) -> None:
    ends = [
        a_record(id=f"{place}", kind=kind, deal="a", date=date(2026, 2, place + 1))
        for place, kind in enumerate(("opportunity", "meeting", "deal_won"))
    ]
    desk.log.add([*ends, a_record(id="other", kind="meeting", date=date(2026, 2, 3))], "a deal")
    assert desk.kpis.look().funnel.steps == (("opportunity", 1), ("meeting", 1), ("deal_won", 1))


def test_a_goal_knows_its_chance_and_what_moved_until_something_changes(desk: Desk) -> None:
    goal = desk.goals.plan(desk.drafts.new().with_(kind="activity", title="Calls", specific="Calls", unit="count",
                                                   direction="reach_up", baseline="0", target="40",
                                                   start="2026-02-02", due="2026-03-31"))  # fmt: skip
    for day in range(2, 28):
        desk.log.log("1 call", date(2026, 2, day))
    now = desk.goals.standing(goal)
    assert not desk.insight.is_foreseen(now)
    said = desk.insight.forecast(now)
    assert said is not None
    assert desk.insight.forecast(now) is said
    assert desk.insight.is_foreseen(now)
    desk.insight.news(now)
    assert desk.insight.is_news_known(now)
    desk.log.log("1 call", date(2026, 3, 2))
    assert not desk.insight.is_foreseen(desk.goals.standing(goal))
