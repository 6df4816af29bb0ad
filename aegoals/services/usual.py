"""What the AE usually writes: the names and kinds of the log, what was used most of late first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

from aegoals.store.protocol import Store

LATELY = 300  # records

Documents = Mapping[str, Mapping[str, Any]]


class NamesInUse:
    """The accounts and products of records and goals, what was used most first; each is counted when asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def accounts(self) -> tuple[str, ...]:
        """Account names as they were written."""
        return self._names("account")

    @cached_property
    def products(self) -> tuple[str, ...]:
        """Product names as they were written."""
        return self._names("product")

    def _names(self, field: str) -> tuple[str, ...]:
        used = (name for name, _count in self._store.uses("records", field).most_common())
        goals = self._store.table("goals").values()
        meant = (document.get("metric", {}).get("selector", {}).get(field) for document in goals)
        return tuple(dict.fromkeys(name for name in (*used, *meant) if name))


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
