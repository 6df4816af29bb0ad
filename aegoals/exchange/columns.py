"""Which column of a deal table holds what, found by its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

# Lower case without spaces and marks; the better name first. “deal” and “opportunity” may stand before each.
ALIASES: dict[str, tuple[str, ...]] = {
    "deal_id": ("opportunityid", "dealid", "recordid", "hsobjectid", "id", "number", "key"),
    "owner": (
        "owner",
        "ownername",
        "ownerfullname",
        "salesagent",
        "salesrep",
        "salesperson",
        "accountexecutive",
        "agent",
        "rep",
        "seller",
        "assignedto",
        "responsible",
        "user",
    ),
    "product": ("product", "productname", "products", "lineitem", "item", "productfamily"),
    "account": (
        "account",
        "accountname",
        "company",
        "companyname",
        "organization",
        "organizationname",
        "organisation",
        "organisationname",
        "associatedcompany",
        "associatedcompanyprimary",
        "primaryassociatedcompany",
        "customer",
        "customername",
        "client",
    ),
    "stage": ("status", "outcome", "result", "stage", "stagename", "pipelinestage"),
    "created": (
        "created",
        "createdate",
        "createddate",
        "creationdate",
        "datecreated",
        "createdat",
        "createdon",
        "engaged",
        "engagedate",
        "engagementdate",
        "opened",
        "opendate",
        "openeddate",
        "addtime",
        "startdate",
    ),
    "closed": (
        "closed",
        "closedate",
        "closeddate",
        "closingdate",
        "dateclosed",
        "closedat",
        "closedon",
        "closetime",
        "enddate",
    ),
    "value": (
        "amount",
        "value",
        "closevalue",
        "closedvalue",
        "totalvalue",
        "totalamount",
        "contractvalue",
        "revenue",
        "price",
    ),
    "currency": (
        "currency",
        "currencycode",
        "currencyisocode",
        "amountcurrency",
        "valuecurrency",
        "currencyofvalue",
    ),
}
NEEDED = ("deal_id", "stage", "closed")

_PREFIXES = ("opportunity", "deal")
_CODE_IN_HEADER = re.compile(r"\s*[(\[](?P<code>[A-Z]{3})[)\]]\s*$")  # Value (USD)


def find_columns(header: Sequence[str]) -> dict[str, int]:
    """Return the position of each field in the header; raises RefusedInput where a needed one is missing."""
    forms = [_forms(name) for name in header]
    found: dict[str, int] = {}
    for field, aliases in ALIASES.items():
        position = _position(aliases, forms, set(found.values()))
        if position is not None:
            found[field] = position
    missing = [field for field in NEEDED if field not in found]
    if missing:
        raise _missing(missing, header)
    return found


def currency_in(name: str) -> str | None:
    """Return the currency that a column's name carries, as in ``Value (USD)``."""
    match = _CODE_IN_HEADER.search(name)
    return match["code"] if match else None


def title_of(field: str) -> str:
    """Return what a field is called for people, with the names that are looked for."""
    return _("{field} (looked for: {names})").format(field=field.replace("_", " "), names=", ".join(ALIASES[field]))


def _position(aliases: Sequence[str], forms: Sequence[set[str]], taken: set[int]) -> int | None:
    for alias in aliases:
        for position, names in enumerate(forms):
            if alias in names and position not in taken:
                return position
    return None


def _forms(name: str) -> set[str]:
    """Return the name without case, spaces and marks, and again without “deal” or “opportunity” before it."""
    plain = re.sub(r"[\W_]+", "", _CODE_IN_HEADER.sub("", name).casefold())
    forms = {plain}
    while plain.startswith(_PREFIXES):
        plain = plain.removeprefix(next(prefix for prefix in _PREFIXES if plain.startswith(prefix)))
        forms.add(plain)
    return forms


def _missing(fields: Sequence[str], header: Sequence[str]) -> RefusedInput:
    return RefusedInput(
        _("The file has no column for {fields}.").format(fields=_(" and ").join(map(title_of, fields))),
        _("Its columns are: {columns}. Rename one in the first row.").format(columns=", ".join(header)),
    )
