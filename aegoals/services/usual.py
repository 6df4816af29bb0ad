"""What the AE usually writes: the names and kinds of the log, what was used most of late first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

LATELY = 300  # records

Documents = Mapping[str, Mapping[str, Any]]
FIELDS = ("account", "product")


def names_in_use(records: Documents) -> dict[str, tuple[str, ...]]:
    """Return accounts and products of these records, what was used most first."""
    # Counted by Counter itself: a loop of ours over ten years would take three times as long, at every log line.
    uses = {field: Counter(document.get(field) for document in records.values()) for field in FIELDS}
    return {field: tuple(name for name, _count in names.most_common() if name) for field, names in uses.items()}


def names_of_goals(goals: Documents) -> dict[str, tuple[str, ...]]:
    """Return the accounts and products that goals are about."""
    chosen = [document.get("metric", {}).get("selector", {}) for document in goals.values()]
    return {field: tuple(dict.fromkeys(one[field] for one in chosen if one.get(field))) for field in FIELDS}


def lately_first(names: Iterable[str], records: Documents, field: str) -> tuple[str, ...]:
    """Return the names with those that the latest records use in front."""
    lately = Counter(_values(records, field))
    return tuple(sorted(names, key=lambda name: -lately[name]))


def tags_in_use(records: Documents) -> tuple[str, ...]:
    """Return the tags of the records, what was used most first."""
    uses = Counter(tag for document in records.values() for tag in document.get("tags") or ())
    return tuple(tag for tag, _count in uses.most_common())


def kinds_in_use(records: Documents) -> tuple[str, ...]:
    """Return the kinds of the latest records, what was used most first."""
    return tuple(kind for kind, _count in Counter(_values(records, "kind")).most_common())


def _values(records: Documents, field: str) -> Iterable[str]:
    latest = islice(reversed(records.values()), LATELY)  # type: ignore[call-overload]  # the store's tables are dicts
    return (document[field] for document in latest if document.get(field))
