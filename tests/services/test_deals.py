from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aegoals.domain.record import LogRecord
from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.services import Desk
from aegoals.services.record_index import EARLIEST, LATEST
from tests.builders import a_desk

COLUMNS = ("id", "owner", "product", "account", "stage", "created", "closed", "value")
OPEN = {"id": "A1", "owner": "Ada", "product": "Lumen S", "account": "Quillon", "stage": "Open"}
OPENED = OPEN | {"created": "2026-01-13", "value": "500"}
WON = OPENED | {"stage": "Won", "closed": "2026-02-14"}


class Desktop:
    """A desk with a table of deals beside it that a test can write again and again."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data.json"
        self.table = folder / "deals.csv"
        self.desk: Desk = a_desk(self.data)

    def write(self, *deals: Mapping[str, str], columns: tuple[str, ...] = COLUMNS) -> None:
        with self.table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(deals)

    def bring(self, *deals: Mapping[str, str], owner: str | None = None) -> tuple[int, int, int, int, int]:
        """Import these deals; returns how many records were new, changed, withdrawn, kept and known."""
        self.write(*deals)
        plan = self.desk.deals.bring_in(self.table, owner)
        return plan.new, plan.changed, plan.withdrawn, len(plan.kept), plan.known

    def records(self) -> list[LogRecord]:
        return self.desk.log.between(EARLIEST, LATEST)

    def one(self, kind: str) -> LogRecord:
        (found,) = [record for record in self.records() if record.kind == kind]
        return found


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


# --- what a deal becomes


def test_a_won_deal_becomes_its_opening_and_its_closing(desktop: Desktop) -> None:
    assert desktop.bring(WON) == (2, 0, 0, 0, 0)
    opened, won = desktop.records()
    assert (opened.kind, opened.date.isoformat(), opened.amount) == ("opportunity", "2026-01-13", None)
    assert (won.kind, won.date.isoformat(), won.currency) == ("deal_won", "2026-02-14", "USD")
    assert won.amount == 500
    for record in (opened, won):
        assert record.quantity == 1
        assert (record.deal, record.account) == ("A1", "Quillon")
        assert (record.product, record.source) == ("Lumen S", None)
    assert won.imported_id == "csv:A1:deal_won"


def test_the_value_of_an_open_deal_stands_with_its_opening(desktop: Desktop) -> None:
    assert desktop.bring(OPENED) == (1, 0, 0, 0, 0)
    assert desktop.one("opportunity").amount == 500


def test_a_lost_deal_has_an_amount_only_if_it_was_worth_something(desktop: Desktop) -> None:
    desktop.bring(WON | {"stage": "Lost", "value": "0"}, WON | {"id": "A2", "stage": "Lost"})
    lost = [record.amount for record in desktop.records() if record.kind == "deal_lost"]
    assert lost == [None, 500]


def test_a_deal_without_a_date_has_nothing_to_log_yet(desktop: Desktop) -> None:
    desktop.write(OPEN)
    plan = desktop.desk.deals.bring_in(desktop.table)
    assert (plan.deals, plan.undated, plan.new, plan.changed, plan.withdrawn) == (1, 1, 0, 0, 0)


def test_an_amount_of_another_currency_keeps_the_rate_that_the_ae_gave(desktop: Desktop) -> None:
    desktop.desk.profile.change(currency="USD", rates={"EUR": Decimal("1.1")})
    desktop.write(WON)
    desktop.desk.deals.bring_in(desktop.table, currency="eur")
    assert desktop.one("deal_won").amount_in("USD") == 550


# --- importing again


def test_the_same_file_adds_nothing_and_writes_nothing(desktop: Desktop) -> None:
    desktop.bring(WON, OPENED | {"id": "A2"})
    before = desktop.data.read_bytes()
    assert desktop.bring(WON, OPENED | {"id": "A2"}) == (0, 0, 0, 0, 3)
    assert desktop.data.read_bytes() == before


def test_a_deal_won_since_adds_its_closing_and_takes_the_value_from_its_opening(desktop: Desktop) -> None:
    desktop.bring(OPENED)
    opening = desktop.one("opportunity").id
    assert desktop.bring(WON) == (1, 1, 0, 0, 0)
    assert desktop.one("opportunity").amount is None
    assert desktop.one("opportunity").id == opening
    assert desktop.one("deal_won").amount == 500


def test_a_value_changed_in_the_file_is_changed_in_the_log(desktop: Desktop) -> None:
    desktop.bring(WON)
    assert desktop.bring(WON | {"value": "650"}) == (0, 1, 0, 0, 1)
    assert desktop.one("deal_won").amount == 650
    assert desktop.bring(WON | {"value": "650.00"}) == (0, 0, 0, 0, 2)


def test_what_the_ae_added_by_hand_survives_a_change_of_the_file(desktop: Desktop) -> None:
    desktop.bring(WON)
    desktop.desk.log.edit(desktop.one("deal_won").id, note="Signed at the fair", source="fair", tags=("big",))
    assert desktop.bring(WON | {"value": "650"}) == (0, 1, 0, 0, 1)
    won = desktop.one("deal_won")
    assert won.amount == 650
    assert (won.note, won.source, won.tags) == ("Signed at the fair", "fair", ("big",))


def test_what_the_ae_corrected_by_hand_is_kept_and_said(desktop: Desktop) -> None:
    desktop.bring(WON)
    desktop.desk.log.edit(desktop.one("deal_won").id, amount=Decimal(480))
    assert desktop.bring(WON) == (0, 0, 0, 0, 2)
    desktop.write(WON | {"value": "650"})
    plan = desktop.desk.deals.bring_in(desktop.table)
    assert plan.kept == ("2026-02-14 deal_won 480 USD Quillon A1",)
    assert desktop.one("deal_won").amount == 480


def test_a_correction_that_the_file_then_takes_over_is_known(desktop: Desktop) -> None:
    desktop.bring(WON)
    desktop.desk.log.edit(desktop.one("deal_won").id, amount=Decimal(480))
    assert desktop.bring(WON | {"value": "480"}) == (0, 0, 0, 0, 2)


def test_a_won_deal_that_is_open_again_counts_no_more(desktop: Desktop) -> None:
    desktop.bring(WON)
    assert desktop.bring(OPENED) == (0, 1, 1, 0, 0)
    assert [record.kind for record in desktop.records()] == ["opportunity"]


def test_a_won_deal_that_turns_out_lost_is_counted_once(desktop: Desktop) -> None:
    desktop.bring(WON)
    assert desktop.bring(WON | {"stage": "Lost", "value": "0"}) == (1, 0, 1, 0, 1)
    assert [record.kind for record in desktop.records()] == ["opportunity", "deal_lost"]


def test_a_closing_edited_by_hand_is_not_withdrawn(desktop: Desktop) -> None:
    desktop.bring(WON)
    desktop.desk.log.edit(desktop.one("deal_won").id, amount=Decimal(480))
    assert desktop.bring(OPENED) == (0, 1, 0, 1, 0)
    assert desktop.one("deal_won").amount == 480


def test_deals_that_the_file_no_longer_holds_stay(desktop: Desktop) -> None:
    desktop.bring(WON, WON | {"id": "A2"})
    assert desktop.bring(WON) == (0, 0, 0, 0, 2)
    assert len(desktop.records()) == 4


def test_an_import_is_one_action_and_undo_takes_it_back(desktop: Desktop) -> None:
    desktop.bring(WON, OPENED | {"id": "A2"})
    (entry,) = desktop.desk.history.entries()
    assert (entry.verb, entry.title) == ("import", "Deals of Ada from deals.csv")
    desktop.desk.history.undo()
    assert desktop.records() == []


def test_what_another_program_imported_meanwhile_is_not_doubled(desktop: Desktop) -> None:
    other = a_desk(desktop.data)
    desktop.bring(OPENED)
    desktop.records()
    desktop.write(WON)
    other.deals.bring_in(desktop.table)
    assert desktop.bring(WON) == (0, 0, 0, 0, 2)
    assert len(a_desk(desktop.data).log.between(EARLIEST, LATEST)) == 2


def test_a_preview_counts_and_shows_without_writing(desktop: Desktop) -> None:
    desktop.write(WON, *(OPENED | {"id": f"B{number}"} for number in range(20)))
    plan = desktop.desk.deals.preview(desktop.table)
    assert (plan.deals, plan.new, len(plan.records)) == (21, 22, 10)
    assert not desktop.data.exists()


DEALS = st.lists(
    st.builds(
        lambda number, stage, value, created: (
            OPEN | {"id": f"A{number}", "stage": stage, "value": value, "created": created, "closed": "2026-02-14"}
        ),
        st.integers(1, 4),
        st.sampled_from(["Open", "Won", "Lost"]),
        st.sampled_from(["", "0", "5", "7.50"]),
        st.sampled_from(["", "2026-01-13"]),
    ),
    max_size=4,
    unique_by=lambda deal: deal["id"],
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(st.lists(DEALS, min_size=1, max_size=4))
def test_after_any_imports_every_deal_of_the_last_file_stands_as_it_says(
    tmp_path_factory: pytest.TempPathFactory, files: list[list[dict[str, str]]]
) -> None:
    desktop = Desktop(tmp_path_factory.mktemp("imports"))
    for deals in files:
        desktop.bring(*deals)
    fresh = Desktop(tmp_path_factory.mktemp("fresh"))
    fresh.bring(*files[-1])
    named = {deal["id"] for deal in files[-1]}

    def told(desktop: Desktop) -> list[dict[str, object]]:
        own_fields = {"id", "logged_at"}
        found = (record for record in desktop.records() if record.deal in named)
        return sorted((one.model_dump(exclude=own_fields) for one in found), key=lambda one: one["imported_id"])

    assert told(desktop) == told(fresh)
    assert desktop.bring(*files[-1])[:4] == (0, 0, 0, 0)


# --- whose deals


def test_only_the_deals_of_the_owner_are_brought_in(desktop: Desktop) -> None:
    assert desktop.bring(WON, WON | {"id": "B1", "owner": "Bo"}, owner=" aDA ") == (2, 0, 0, 0, 0)
    assert {record.deal for record in desktop.records()} == {"A1"}


def test_a_file_of_one_owner_needs_no_name(desktop: Desktop) -> None:
    desktop.write(WON)
    assert desktop.desk.deals.preview(desktop.table).owner == "Ada"


def test_a_file_of_several_owners_asks_for_the_name(desktop: Desktop) -> None:
    desktop.write(WON, WON | {"id": "B1", "owner": "Bo"})
    with pytest.raises(RefusedInput, match="--owner: Ada, Bo"):
        desktop.desk.deals.preview(desktop.table)


def test_a_name_nobody_has_is_refused_with_the_likely_one_first(desktop: Desktop) -> None:
    names = ("Ada", "Bo", "Ulla Berg", "Chidi")
    desktop.write(*(WON | {"id": name, "owner": name} for name in names))
    with pytest.raises(RefusedInput, match=r"“Ula Berg”.*: Ulla Berg, Ada, Bo, Chidi"):
        desktop.desk.deals.preview(desktop.table, "Ula Berg")


def test_a_file_without_owners_is_taken_whole_and_no_name_can_be_asked_of_it(desktop: Desktop) -> None:
    columns = tuple(name for name in COLUMNS if name != "owner")
    desktop.write(WON, WON | {"id": "B1"}, columns=columns)
    with pytest.raises(RefusedInput, match="whose deals"):
        desktop.desk.deals.preview(desktop.table, "Ada")
    plan = desktop.desk.deals.bring_in(desktop.table)
    assert (plan.owner, plan.deals) == ("", 2)
    assert desktop.desk.history.entries()[-1].title == "Deals from deals.csv"


def test_problems_of_others_are_not_shown_and_nobodys_are(desktop: Desktop) -> None:
    bad = WON | {"closed": "soon"}
    desktop.write(WON, bad | {"id": "A2"}, bad | {"id": "B1", "owner": "Bo"}, bad | {"id": "C1", "owner": ""})
    plan = desktop.desk.deals.preview(desktop.table, "Ada")
    assert [one.line for one in plan.problems] == [3, 5]


# --- what is refused


def test_wrong_formats_and_currencies_are_refused_before_the_file_is_read(desktop: Desktop) -> None:
    with pytest.raises(RefusedInput, match="“ymd” is not a date format"):
        desktop.desk.deals.preview(desktop.table, date_format="ymd")
    with pytest.raises(RefusedInput, match="“Euro” is not a currency"):
        desktop.desk.deals.preview(desktop.table, currency="Euro")


def test_dates_of_two_readings_are_asked_about_and_nothing_is_stored(desktop: Desktop) -> None:
    desktop.write(WON | {"created": "1/2/2026", "closed": "3/4/2026"})
    with pytest.raises(AmbiguousInput):
        desktop.desk.deals.bring_in(desktop.table)
    assert not desktop.data.exists()
    desktop.desk.deals.bring_in(desktop.table, date_format="dmy")
    assert desktop.one("deal_won").date.isoformat() == "2026-04-03"


def test_a_sample_is_written_and_never_over_a_file(desktop: Desktop) -> None:
    desktop.desk.deals.write_sample(desktop.table)
    plan = desktop.desk.deals.preview(desktop.table, "Emi Kuramoto")
    assert plan.new > 400
    with pytest.raises(RefusedInput, match="exists already"):
        desktop.desk.deals.write_sample(desktop.table)
    with pytest.raises(RefusedInput, match="cannot be written"):
        desktop.desk.deals.write_sample(desktop.table.parent / "none" / "deals.csv")
