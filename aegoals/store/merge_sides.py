"""What the histories of two files tell of the documents in which they differ, and which change was later.

Both histories begin with the same entries, as far back as both reach: the files were one until a day. What
comes behind the last entry that both know was done apart. See docs/explanation/merge.md for the rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import NamedTuple

import orjson

from aegoals.store.codec import Tables, same
from aegoals.store.history import HISTORY, INSTEAD_OF
from aegoals.store.history_of import entries_of
from aegoals.store.protocol import Document, Entry

Place = tuple[str, str]
"""Table and id of a document."""

Fields = Collection[str]


class Touch(NamedTuple):
    """One change of one document: an action, or the taking back of an action that the other file has done."""

    instant: float  # seconds in UTC; an undo counts as made just after its action
    entry: str
    taken_back: bool
    before: Document | None
    after: Document | None

    def changes(self, fields: Fields) -> bool:
        """Tell whether any of these fields became another one."""
        before, after = self.before or {}, self.after or {}
        return any(not same(before.get(name), after.get(name)) for name in fields)


class Verdict(NamedTuple):
    """Which of two changes counts; ``told`` where the histories prove it, so that nothing new is lost."""

    first: bool
    told: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two files."""

    tables: Tables
    seen: frozenset[str]  # entries, of either file, that were done when this one was last saved
    begins: float  # since when its history tells everything
    last: tuple[float, str]  # its latest action
    touches: dict[Place, list[Touch]] = field(default_factory=dict)

    def document(self, place: Place) -> Document | None:
        """Return a document as it stands in this file."""
        table, key = place
        return self.tables.get(table, {}).get(key)

    def last_touch(self, place: Place, fields: Fields | None = None) -> Touch | None:
        """Return the latest change of a document, or of these fields of it, that the history tells."""
        for touch in reversed(self.touches.get(place, [])):
            if fields is None or touch.changes(fields):
                return touch
        return None

    def first_apart(self, place: Place, fields: Fields, other: Side) -> Touch | None:
        """Return the first change of these fields that the other file has not seen."""
        found = self.touches.get(place, [])
        return next((one for one in found if one.entry not in other.seen and one.changes(fields)), None)


def two_sides(one: Tables, other: Tables, places: Collection[Place]) -> tuple[Side, Side]:
    """Return both files with what their histories tell of these documents."""
    first, second = entries_of(one, places), entries_of(other, places)
    us, them = _side(one, first, second), _side(other, second, first)
    _begin_alike(us, them)
    return us, them


def _begin_alike(us: Side, them: Side) -> None:
    """Take what both files made apart under one id, such as the next period of a quota, as their common beginning.

    Making it is a change only of the fields that came out differently: it is not later than what was changed since.
    """
    for place in us.touches.keys() & them.touches.keys():
        mine, yours = us.touches[place][0], them.touches[place][0]
        if mine.entry != yours.entry and mine.before is None and yours.before is None and mine.after and yours.after:
            made = mine.after.keys() & yours.after.keys()
            alike = {name: mine.after[name] for name in made if same(mine.after[name], yours.after[name])}
            us.touches[place][0], them.touches[place][0] = (one._replace(before=alike) for one in (mine, yours))


def _seen(own: list[Entry], others: list[Entry], written_over: Iterable[str]) -> frozenset[str]:
    """Return the own entries and those of the other file up to the last one that both know."""
    known = {*(entry.id for entry in own), *written_over}
    order = [entry.id for entry in others]
    common = max((number for number, key in enumerate(order) if key in known), default=-1)
    return frozenset(known.union(order[: common + 1]))


def _side(tables: Tables, own: list[Entry], others: list[Entry]) -> Side:
    log = tables.get(HISTORY, {})
    instead_of = {key: frozenset(entry[INSTEAD_OF]) for key, entry in log.items() if INSTEAD_OF in entry}
    seen = _seen(own, others, chain.from_iterable(instead_of.values()))
    touches: defaultdict[Place, list[Touch]] = defaultdict(list)
    for entry, is_undo in _course(own, others, instead_of):
        instant = instant_of(entry.at)
        for change in entry.changes:
            states = (change.after, change.before) if is_undo else (change.before, change.after)
            touches[change.table, change.key].append(Touch(instant, entry.id, is_undo, *states))
    begins = instant_of(own[0].at) if own else float("inf")
    last = max(((instant_of(entry.at), entry.id) for entry in own), default=(float("-inf"), ""))
    return Side(tables, seen, begins, last, dict(touches))


def _course(
    own: list[Entry], others: list[Entry], instead_of: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Entry, bool]]:
    """Yield what was done on one machine in its order, with the undos of what the other machine has done.

    An undo has no time of its own, and is news to the other file only where that has the action done. What
    was done after an undo tells which actions were taken back before; the other file tells what they were.
    """
    done_there = [entry for entry in reversed(others) if not entry.undone]
    for entry in own:
        taken_back = instead_of.get(entry.id, frozenset())
        yield from ((other, True) for other in done_there if other.id in taken_back)
        if not entry.undone:
            yield entry, False
    kept = {entry.id for entry in done_there}
    yield from ((entry, True) for entry in reversed(own) if entry.undone and entry.id in kept)


def instant_of(at: str) -> float:
    """Return the seconds in UTC of an entry's time; long ago where it is none."""
    try:
        return datetime.fromisoformat(at).timestamp()
    except ValueError:
        return float("-inf")


def later(first: Side, one: Touch | None, second: Side, other: Touch | None) -> Verdict:
    """Tell which of two changes was made later, ``one`` in the first file or ``other`` in the second.

    The answer does not depend on which file is named first.
    """
    if one and other:
        return _later_of_two(first, one, second, other)
    if one:
        verdict = _against_untold(one, second)
    elif other:
        against = _against_untold(other, first)
        verdict = against and Verdict(not against.first, against.told)
    else:
        verdict = None
    return verdict or Verdict(first.last > second.last, told=False)


def _against_untold(known: Touch, silent: Side) -> Verdict | None:
    """Compare a known change with a file whose history tells of none; None where nothing can be said."""
    if known.entry in silent.seen:
        return Verdict(first=False, told=True)  # it is another value by now: changed later, and forgotten
    if known.instant >= silent.begins:
        return Verdict(first=True, told=True)
    return None


def _later_of_two(first: Side, one: Touch, second: Side, other: Touch) -> Verdict:
    if one.taken_back != other.taken_back and (one.entry in second.seen) and (other.entry in first.seen):
        return Verdict(one.taken_back, told=True)
    if one.entry == other.entry:
        return Verdict(first.last > second.last, told=False)
    first_saw, second_saw = other.entry in first.seen, one.entry in second.seen
    if first_saw != second_saw:
        return Verdict(first_saw, told=True)
    return Verdict((one.instant, one.entry) > (other.instant, other.entry), told=False)


def differing(one: Tables, other: Tables, own_tables: Iterable[str] = ("meta", HISTORY)) -> list[Place]:
    """Return where two files hold different documents, in the order of table and id."""
    names = sorted((one.keys() | other.keys()) - set(own_tables))
    return [(name, key) for name in names for key in _keys(one.get(name, {}), other.get(name, {}))]


def _keys(one: dict[str, Document], other: dict[str, Document]) -> Iterator[str]:
    for key in sorted(one.keys() | other.keys()):
        documents = one.get(key), other.get(key)
        # Most are equal in the order of their fields too, which is told in half the time.
        if orjson.dumps(documents[0]) != orjson.dumps(documents[1]) and not same(*documents):
            yield key
