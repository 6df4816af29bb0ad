"""What deals of a file mean for the log as it stands: what is new, what changed, what the AE's hand keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aegoals.domain.profile import Profile
from aegoals.domain.record import LogRecord
from aegoals.domain.text import clean_line
from aegoals.errors import RefusedInput
from aegoals.exchange.deal_records import KINDS, MARK, imported_id, mark_of, records_of
from aegoals.exchange.deals_csv import Deal, Problem
from aegoals.store.ids import new_id
from aegoals.store.protocol import Document


@dataclass(slots=True)
class Comparison:
    """Log records by what an import does with them; ``undated`` counts deals that have no record yet."""

    new: dict[str, LogRecord] = field(default_factory=dict)
    changed: dict[str, LogRecord] = field(default_factory=dict)
    withdrawn: list[str] = field(default_factory=list)  # ids
    kept: list[str] = field(default_factory=list)  # in a few words
    known: int = 0
    undated: int = 0
    problems: list[Problem] = field(default_factory=list)


def compare(deals: Iterable[Deal], documents: Mapping[str, Document], profile: Profile, logged_at: str) -> Comparison:
    """Sort every record of the deals by what has to be done about it; ``documents`` is the present log."""
    keys = {str(name): key for key, document in documents.items() if (name := document.get("imported_id"))}
    found = Comparison()
    for deal in deals:
        told = {str(fields["imported_id"]): fields for fields in records_of(deal)}
        found.undated += not told
        try:
            for name, fields in told.items():
                if key := keys.get(name):
                    _meet(found, key, documents[key], fields, profile)
                else:
                    fresh = new_id()
                    found.new[fresh] = _record({"id": fresh, "logged_at": logged_at} | fields, profile)
        except RefusedInput as error:
            found.problems.append(Problem(deal.row, error.message, deal.owner))
            continue
        for key in _unbacked(deal, told, keys):
            _withdraw(found, key, documents[key])
    return found


def _meet(found: Comparison, key: str, document: Document, fields: dict[str, Any], profile: Profile) -> None:
    """Compare a record of the log with what the file says of it now."""
    if fields[MARK] in {mark_of(document), document.get(MARK)}:
        found.known += 1  # the log says the same, or the AE corrected what the file still says
    elif _is_edited(document):
        found.kept.append(_in_words(document))
    else:
        found.changed[key] = _record(document | {"rate": None, "rate_currency": None} | fields, profile)


def _record(fields: dict[str, Any], profile: Profile) -> LogRecord:
    """Build a record, with the rate that the AE gave for its currency."""
    currency = fields.get("currency")
    rate = profile.rates.get(currency) if currency and currency != profile.currency else None
    if rate is not None:
        fields = fields | {"rate": rate, "rate_currency": profile.currency}
    return LogRecord.build({name: value for name, value in fields.items() if value is not None})


def _unbacked(deal: Deal, told: Iterable[str], keys: Mapping[str, str]) -> list[str]:
    """Return the ids of the deal's records in the log of which the file says nothing any more."""
    names = {imported_id(deal.deal_id, kind) for kind in KINDS} - set(told)
    return [keys[name] for name in sorted(names) if name in keys]


def _withdraw(found: Comparison, key: str, document: Document) -> None:
    if _is_edited(document):
        found.kept.append(_in_words(document))
    else:
        found.withdrawn.append(key)


def _is_edited(document: Document) -> bool:
    """Tell whether the AE changed by hand what the file had told."""
    return document.get(MARK) != mark_of(document)


def _in_words(document: Document) -> str:
    words = (document.get(name) for name in ("date", "kind", "amount", "currency", "account", "deal"))
    return clean_line(" ".join(str(word) for word in words if word))
