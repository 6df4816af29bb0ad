from __future__ import annotations

import pytest

from aegoals.errors import RefusedInput
from aegoals.exchange.columns import ALIASES, currency_in, find_columns

SAMPLE = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"
SALESFORCE = "Opportunity ID,Opportunity Owner,Account Name,Stage,Created Date,Close Date,Amount,Amount Currency"
HUBSPOT = "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Currency,Create Date,Associated Company"
PIPEDRIVE = (
    "Deal - ID,Deal - Title,Deal - Owner,Deal - Organization,Deal - Status,Deal - Stage,Deal - Deal created,"
    "Deal - Deal closed on,Deal - Value,Deal - Currency of Value,Deal - Expected close date"
)


def _found(header: str) -> dict[str, str]:
    names = header.split(",")
    return {field: names[position] for field, position in find_columns(names).items()}


def test_the_columns_of_the_sample_are_found() -> None:
    assert list(_found(SAMPLE).values()) == SAMPLE.split(",")


def test_the_columns_of_salesforce_are_found() -> None:
    assert _found(SALESFORCE) == {
        "deal_id": "Opportunity ID",
        "owner": "Opportunity Owner",
        "account": "Account Name",
        "stage": "Stage",
        "created": "Created Date",
        "closed": "Close Date",
        "value": "Amount",
        "currency": "Amount Currency",
    }


def test_the_columns_of_hubspot_are_found() -> None:
    found = _found(HUBSPOT)
    assert found["deal_id"] == "Record ID"
    assert found["owner"] == "Deal owner"
    assert found["account"] == "Associated Company"
    assert found["created"] == "Create Date"


def test_pipedrives_status_goes_before_its_stage_and_the_real_close_date_before_the_expected() -> None:
    found = _found(PIPEDRIVE)
    assert found["stage"] == "Deal - Status"
    assert found["closed"] == "Deal - Deal closed on"
    assert found["value"] == "Deal - Value"
    assert found["currency"] == "Deal - Currency of Value"


@pytest.mark.parametrize("name", ["CLOSE DATE", "close_date", "Close-Date", " close date ", "closeDate"])
def test_case_spaces_and_marks_do_not_matter(name: str) -> None:
    assert find_columns(["id", "stage", name])["closed"] == 2


def test_a_currency_behind_the_name_does_not_hide_the_column() -> None:
    assert find_columns(["id", "stage", "closed", "Value (USD)"])["value"] == 3
    assert currency_in("Value (USD)") == "USD"
    assert currency_in("Amount [EUR]") == "EUR"
    assert currency_in("Value (net)") is None


def test_a_missing_column_is_named_with_what_was_looked_for_and_what_is_there() -> None:
    with pytest.raises(RefusedInput) as refused:
        find_columns(["name", "city"])
    for word in ("deal id", "opportunityid", "stage", "closed", "name, city"):
        assert word in str(refused.value)


def test_no_name_stands_for_two_fields() -> None:
    names = [name for aliases in ALIASES.values() for name in aliases]
    assert len(names) == len(set(names))
