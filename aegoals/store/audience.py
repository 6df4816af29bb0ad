"""Who listens to a store, and what they have seen of it so far."""

from __future__ import annotations

from collections.abc import Callable, Set

import orjson

from aegoals.store.long_table import AnyTable, AnyTables, LongTable, plain
from aegoals.store.protocol import META

Listener = Callable[[frozenset[str]], None]


class Audience:
    """Tell listeners which tables changed, whoever changed them, and never leave one out.

    A change of another program may be seen before it is told: a transaction reads the file again, and a page
    that asks for a table meanwhile gets the new one. Such tables are noted, and named the next time.
    """

    def __init__(self, snapshot: Callable[[], AnyTables]) -> None:
        self._snapshot = snapshot
        self._listeners: list[Listener] = []
        self._seen: AnyTables | None = None
        self._untold: set[str] = set()

    @property
    def has_looked(self) -> bool:
        """Whether anything was read yet."""
        return self._seen is not None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener too; returns the way out."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def look(self, saved: Set[str] = frozenset()) -> AnyTables:
        """Return all tables as they are now; those in ``saved`` are known to have changed."""
        before, now = self._seen, self._snapshot()
        if before is not None and before is not now:
            names = {*before, *now} - saved
            self._untold |= {name for name in names if _differ(before.get(name), now.get(name))}
        self._seen = now
        return now

    def tell(self, saved: Set[str] = frozenset()) -> bool:
        """Name the tables that were saved here, and those that others saved; True if there were any."""
        self.look(saved)
        changed = frozenset((saved | self._untold) - {META})
        self._untold.clear()
        if changed:
            for listener in tuple(self._listeners):
                listener(changed)
        return bool(changed)


def _differ(one: AnyTable | None, other: AnyTable | None) -> bool:
    # As bytes: Python calls 1 and True equal. Most tables are the very same object anyway.
    if one is other:
        return False
    if one is None or other is None or len(one) != len(other):
        return True
    if isinstance(one, LongTable) and isinstance(other, LongTable):
        return not one.is_same(other)
    return orjson.dumps(plain(one)) != orjson.dumps(plain(other))
