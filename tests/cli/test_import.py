"""``aegoals import``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import Shell

DEALS = """\
opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
A1,Ann Lee,Lumen M,Globex,Won,2026-01-05,2026-02-10,5000
A2,Ann Lee,Lumen S,Hooli\x1b[31m,Lost,2026-01-06,2026-02-20,0
A3,Ann Lee,Lumen M,,Engaging,2026-02-01,,
B1,Bo Ek,Lumen M,Initech,Won,2026-01-07,2026-02-11,900
A4,Ann Lee,Lumen M,Globex,Won,2026-01-05,soon,5000
"""


@pytest.fixture
def deals(tmp_path: Path) -> str:
    file = tmp_path / "deals.csv"
    file.write_text(DEALS, encoding="utf-8")
    return str(file)


def test_one_owners_deals_are_brought_in_once(shell: Shell, deals: str) -> None:
    first = shell.json("import", deals, "--owner", "Ann Lee")
    assert (first["owner"], first["deals"], first["new"]) == ("Ann Lee", 3, 5)
    again = shell.json("import", deals, "--owner", "Ann Lee")
    assert (again["new"], again["changed"], again["known"]) == (0, 0, 5)
    assert len(shell.json("history")) == 1
    assert "5 known already" in shell.ok("import", deals, "--owner", "Ann Lee")


def test_a_dry_run_shows_records_and_stores_nothing(shell: Shell, deals: str) -> None:
    out = shell.ok("import", deals, "--owner", "ann lee", "--dry-run")
    assert "Ann Lee: 3 deals. Log records: 5 new. Nothing was stored." in out
    assert "  2026-02-10  1 deal won $5,000 @Globex #Lumen M" in out
    assert "  line 6: " in out
    assert "\x1b" not in out
    assert not shell.data.exists()


def test_the_currency_can_be_said(shell: Shell, deals: str) -> None:
    plan = shell.json("import", deals, "--owner", "Bo Ek", "--currency", "SEK")
    assert [record.get("currency") for record in plan["records"] if record["kind"] == "deal_won"] == ["SEK"]


def test_an_owner_that_the_file_does_not_name_is_refused_with_the_names(shell: Shell, deals: str) -> None:
    result = shell("import", deals, "--owner", "Anne Lee")
    assert result.code == 3
    assert "Ann Lee" in result.err
    assert len(result.err.splitlines()) == 1
    assert shell("import", deals).code == 3


def test_dates_with_two_readings_are_asked_about(shell: Shell, deals: str) -> None:
    rows = "id,owner,status,created,closed,value\n1,Ann,Won,01/02/2026,02/03/2026,5\n"
    Path(deals).write_text(rows, encoding="utf-8")
    result = shell("import", deals, "--owner", "Ann")
    assert result.code == 3
    assert "--date-format" in result.err
    plan = shell.json("import", deals, "--owner", "Ann", "--date-format", "dmy")
    assert [record["date"] for record in plan["records"]] == ["2026-02-01", "2026-03-02"]


def test_an_import_is_taken_back_as_one_action(shell: Shell, deals: str) -> None:
    shell.ok("import", deals, "--owner", "Ann Lee")
    assert "import: Deals of Ann Lee from deals.csv" in shell.ok("undo")
    assert shell.json("import", deals, "--owner", "Ann Lee", "--dry-run")["new"] == 5
