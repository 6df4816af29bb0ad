"""A long table of which the old documents stay bytes until somebody asks for one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, MutableMapping, ValuesView
from typing import NamedTuple

import orjson

from aegoals.store.parsing import STRICT, parse
from aegoals.store.protocol import Document


class Settling(NamedTuple):
    """Which table is settled, and when: with more than ``most`` recent documents all but the last ``kept`` of them.

    ``field`` holds the text that tells old documents from new ones; in each of ``counted`` the texts are counted.
    """

    table: str = ""
    field: str = ""
    counted: tuple[str, ...] = ()
    kept: int = 8_000
    most: int = 12_000


class Extent(NamedTuple):
    """What is known of settled documents without reading them."""

    number: int = 0
    latest: str = ""
    """The greatest text that one of them has in the settling field."""
    greatest_id: str = ""
    uses: Mapping[str, Mapping[str, int]] = {}
    """For each counted field its texts, in the order of their first use, and how often each stands there."""


class Settled:
    """The settled documents of one table: their bytes without the braces, and the documents once they are read."""

    def __init__(self, raw: bytes | memoryview = b"", extent: Extent | None = None) -> None:
        self.raw = raw
        self.extent = extent or Extent()
        self._documents: dict[str, Document] | None = None if self.extent.number else {}

    @property
    def is_read(self) -> bool:
        """Whether asking for the documents costs nothing any more."""
        return self._documents is not None

    def documents(self) -> dict[str, Document]:
        """Return the documents by id, not to be changed; they are parsed the first time."""
        if self._documents is None:
            braced = b"".join((b"{", self.raw, b"}"))
            self._documents = parse(braced)
            self.raw = memoryview(braced)[1:-1]  # lets go of the rest of the file
        return self._documents

    def is_same(self, other: Settled) -> bool:
        """Tell whether both hold the same bytes."""
        # As bytes: views are compared byte by byte, which takes three times as long.
        return self is other or (self.extent == other.extent and bytes(self.raw) == bytes(other.raw))

    def joined_by(self, documents: dict[str, Document], rule: Settling) -> Settled:
        """Return the settled documents with these behind them; raises TypeError for what JSON cannot hold."""
        added = orjson.dumps(documents, option=STRICT)[1:-1]
        extent = Extent(
            number=self.extent.number + len(documents),
            latest=max([self.extent.latest, *_texts(documents.values(), rule.field)]),
            greatest_id=max([self.extent.greatest_id, *documents]),
            uses={field: self.uses(field) + uses(documents.values(), field) for field in rule.counted},
        )
        joined = Settled(b",".join(part for part in (self.raw, added) if part), extent)
        joined._documents = {**self._documents, **documents} if self._documents is not None else None
        return joined

    def uses(self, field: str) -> Counter[str]:
        """Count the texts that stand in a field, in the order of their first use."""
        known = self.extent.uses.get(field)
        return uses(self.documents().values(), field) if known is None else Counter(known)


def uses(documents: Iterable[Document], field: str) -> Counter[str]:
    """Count the texts that stand in a field, in the order of their first use."""
    return Counter(_texts(documents, field))


def _texts(documents: Iterable[Document], field: str) -> list[str]:
    return [text for one in documents if type(text := one.get(field)) is str]


class LongTable(MutableMapping[str, Document]):
    """A table whose first documents may be settled: a dictionary that reads them only when it has to.

    A change of a settled document takes all of them back among the recent ones.
    """

    def __init__(self, settled: Settled, recent: dict[str, Document]) -> None:
        self.settled = settled
        self.recent = recent
        self._whole: dict[str, Document] | None = None

    def whole(self) -> dict[str, Document]:
        """Return all documents, not to be changed."""
        if self._whole is None:
            self._whole = {**self.settled.documents(), **self.recent} if self.settled.extent.number else self.recent
        return self._whole

    def since(self, first: str) -> Mapping[str, Document]:
        """Return the documents whose text in the settling field is ``first`` or greater, and maybe others."""
        return self.recent if first > self.settled.extent.latest else self.whole()

    def uses(self, field: str) -> Counter[str]:
        """Count the texts that stand in a field, in the order of their first use."""
        return self.settled.uses(field) + uses(self.recent.values(), field)

    def copy(self) -> LongTable:
        """Return a table that can be changed without changing this one."""
        return LongTable(self.settled, dict(self.recent))

    def made_of(self, documents: dict[str, Document]) -> LongTable:
        """Return the same table, read, with these very objects as its documents."""
        settled = Settled(self.settled.raw, self.settled.extent)
        settled._documents = {key: documents[key] for key in self.settled.documents()}
        return LongTable(settled, {key: documents[key] for key in self.recent})

    def settle(self, rule: Settling) -> LongTable:
        """Return the same table with all documents settled but the last ones."""
        old, kept = dict(self.recent), {}
        for key in list(old)[-rule.kept :]:  # 50,000 documents are copied faster than they are gone through
            kept[key] = old.pop(key)
        return LongTable(self.settled.joined_by(old, rule), kept)

    def is_same(self, other: LongTable) -> bool:
        """Tell whether both write the same bytes."""
        if self.settled.is_same(other.settled):
            return orjson.dumps(self.recent) == orjson.dumps(other.recent)
        return orjson.dumps(self.whole()) == orjson.dumps(other.whole())

    def __getitem__(self, key: str) -> Document:
        if key in self.recent:
            return self.recent[key]
        if key > self.settled.extent.greatest_id:
            raise KeyError(key)
        return self.settled.documents()[key]

    def __setitem__(self, key: str, document: Document) -> None:
        if key not in self.recent and key in self:
            self._unsettle()
        self.recent[key] = document
        self._whole = None

    def __delitem__(self, key: str) -> None:
        if key not in self.recent and key in self:
            self._unsettle()
        del self.recent[key]
        self._whole = None

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def keys(self) -> KeysView[str]:
        """Return the ids as those of a dictionary, which can be gone through backwards."""
        return self.whole().keys()

    def values(self) -> ValuesView[Document]:
        """Return the documents likewise."""
        return self.whole().values()

    def items(self) -> ItemsView[str, Document]:
        """Return both likewise."""
        return self.whole().items()

    def __len__(self) -> int:
        return self.settled.extent.number + len(self.recent)

    def _unsettle(self) -> None:
        self.recent, self.settled = dict(self.whole()), Settled()


AnyTable = dict[str, Document] | LongTable
AnyTables = dict[str, AnyTable]


def plain(table: AnyTable) -> dict[str, Document]:
    """Return a table as a dictionary, not to be changed."""
    return table.whole() if isinstance(table, LongTable) else table


def all_plain(tables: AnyTables) -> dict[str, dict[str, Document]]:
    """Return tables as dictionaries, not to be changed."""
    return {name: plain(table) for name, table in tables.items()}
