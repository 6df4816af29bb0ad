"""``aegoals search``: the log of all years from the shell."""

from __future__ import annotations

from tests.cli.shell import Shell


def fill(shell: Shell) -> None:
    shell.ok("log", "3 calls @Globex, won 500 EUR @Globex #warm", today="2025-02-03")
    shell.ok("log", "2 calls @Globex (prices), csat 4 @Acme", today="2026-03-02")


def test_records_are_found_the_latest_first_with_totals(shell: Shell) -> None:
    fill(shell)
    assert shell.ok("search", "@globex").splitlines() == [
        "2026-03-02  2 calls @Globex (prices)",
        "2025-02-03  1 deal won €500 @Globex #warm",
        "2025-02-03  3 calls @Globex",
        "",
        "3 records · 5 calls · 1 deal won €500",
    ]


def test_filters_work_together_and_the_rest_is_counted(shell: Shell) -> None:
    fill(shell)
    lines = shell.ok("search", "--limit", "1", "kind:call", "from:2025", "to:2026-03").splitlines()
    assert lines == ["2026-03-02  2 calls @Globex (prices)", "and 1 more", "", "2 records · 5 calls"]


def test_scores_are_counted_not_added(shell: Shell) -> None:
    fill(shell)
    assert shell.ok("search", "@acme").splitlines()[-1] == "1 record · 1 satisfaction score"


def test_nothing_found_is_said(shell: Shell) -> None:
    fill(shell)
    assert shell.ok("search", "harvest") == "Nothing found.\n"


def test_json_holds_records_and_totals(shell: Shell) -> None:
    fill(shell)
    answer = shell.json("search", "kind:won")
    assert answer["found"] == 1
    assert answer["totals"] == [{"kind": "deal_won", "records": 1, "count": 1, "amounts": {"EUR": 500}}]
    assert answer["records"][0]["account"] == "Globex"


def test_a_filter_that_is_none_names_those_that_are(shell: Shell) -> None:
    result = shell("search", "foo:bar")
    assert result.code == 3
    assert "“foo:” is no filter. There are kind: account:" in result.err
