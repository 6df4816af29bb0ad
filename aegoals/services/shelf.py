"""One table of the store as checked objects."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from aegoals.domain.fields import Model
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.store.protocol import Document, Store, Transaction

M = TypeVar("M", bound=Model)
AT_A_TIME = 16  # documents between two moments in which another thread may run


class Shelf(Generic[M]):
    """Objects of one kind by id. A document is checked when it is first asked for, and once.

    A document that cannot be read stays in the file as it is: ``all`` leaves it out, ``damaged`` names it.
    ``by_age`` lists by id, which tells when a thing was made: what was deleted and brought back stands where it stood.
    """

    def __init__(self, store: Store, table: str, model: type[M], *, by_age: bool = False) -> None:
        self._store = store
        self._model = model
        self._by_age = by_age
        self._checked: dict[str, tuple[Document, M]] = {}
        self._looked_at: Mapping[str, Document] = {}
        self._faults: dict[str, str] = {}
        self.table = table

    def get(self, key: str) -> M:
        """Return one object; raises NotFound, or RefusedInput where its document is damaged."""
        document = self._store.table(self.table).get(key)
        if document is None:
            raise NotFound(_("There is no entry “{key}” in {table}.").format(key=key, table=self.table))
        return self._check(key, document)

    def all(self) -> list[M]:
        """Return every object that can be read, in the order of insertion or by age."""
        keys = self._store.table(self.table)
        return self.some(sorted(keys) if self._by_age else keys)

    def some(self, keys: Iterable[str]) -> list[M]:
        """Return the objects with these ids that can be read."""
        documents = self._store.table(self.table)
        found: list[M] = []
        for key in keys:
            try:
                found.append(self._check(key, documents[key]))
            except RefusedInput:
                continue
        return found

    def damaged(self) -> list[tuple[str, str]]:
        """Return id and reason of every document that cannot be read.

        What can be read is not kept in memory, and a document is looked at once. Ten years of them take a while:
        a thread may do it, and gives way to the others.
        """
        found: dict[str, str] = {}
        documents = self._store.table(self.table)
        for place, (key, document) in enumerate(documents.items()):
            if self._looked_at.get(key) is document:
                reason = self._faults.get(key)
            else:
                reason = self._fault(key, document)
                if place % AT_A_TIME == 0:
                    time.sleep(0)  # another thread that waits takes its turn
            if reason is not None:
                found[key] = reason
        self._looked_at, self._faults = documents, found
        return list(found.items())

    def _fault(self, key: str, document: Document) -> str | None:
        known = self._checked.get(key)
        if known is not None and known[0] is document:
            return None
        try:
            self._model.build(document)
        except RefusedInput as error:
            return error.message
        return None

    def put(self, transaction: Transaction, key: str, item: M) -> None:
        """Insert or replace one object."""
        transaction.put(self.table, key, item.document())

    def remove(self, transaction: Transaction, key: str) -> None:
        """Remove one object."""
        transaction.remove(self.table, key)

    def _check(self, key: str, document: Document) -> M:
        known = self._checked.get(key)
        if known is not None and known[0] is document:
            return known[1]
        item = self._model.build(document)
        self._checked[key] = (document, item)
        return item
