"""Two files that were one become one again: by own id, field by field, the latest change counts.

The rule and its reasons are in docs/explanation/merge.md. Merging is symmetric: the tables come out the same
whichever file is merged into the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from aegoals.store.codec import Tables, same
from aegoals.store.merge_sides import Fields, Place, Side, Touch, Verdict, differing, later, two_sides
from aegoals.store.protocol import Change, Document

Bonds = Mapping[str, Sequence[frozenset[str]]]
"""Fields of a table that only make sense together, and therefore come from one file."""

Fits = Callable[[str, Document], bool]
"""Tells whether a document put together from two files is one that the program can read."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One document in which two files differ: what it becomes, and what of the other file gives way.

    ``aside`` holds the other file's values that were changed apart and lost, by field: ours are in the history.
    """

    change: Change
    aside: Document = field(default_factory=dict)


def anything_fits(_table: str, _document: Document) -> bool:
    """Accept every document."""
    return True


def merge(ours: Tables, theirs: Tables, bonds: Bonds | None = None, fits: Fits = anything_fits) -> list[Merged]:
    """Return what has to change in ``ours`` to hold both; documents that stay and lose nothing are left out."""
    places = differing(ours, theirs)
    us, them = two_sides(ours, theirs, set(places))
    merged = (_merged(place, us, them, (bonds or {}).get(place[0], ()), fits) for place in places)
    return [one for one in merged if one.aside or not same(one.change.before, one.change.after)]


def _merged(place: Place, us: Side, them: Side, bonds: Sequence[frozenset[str]], fits: Fits) -> Merged:
    mine, yours = us.document(place), them.document(place)
    if mine is None:
        after = yours if _survives(place, them, us).first else None
        lost = yours if after is None and _was_changed_apart(place, them, us) else None
        return Merged(Change(*place, mine, after), lost or {})
    if yours is None:
        return Merged(Change(*place, mine, mine if _survives(place, us, them).first else None))
    document, aside = _fields(place, us, them, bonds)
    if not fits(place[0], document):
        return _whole(place, us, them)
    return Merged(Change(*place, mine, document), aside)


def _survives(place: Place, there: Side, gone: Side) -> Verdict:
    """Tell whether a document that only one file holds stays: it goes only where it was surely deleted."""
    kept, ended = there.last_touch(place), gone.last_touch(place)
    if ended is None or ended.after is not None:
        was_there = any(one.entry in gone.seen and one.after is not None for one in there.touches.get(place, []))
        deleted = was_there and kept is not None and kept.entry in gone.seen
        return Verdict(not deleted, told=True)
    verdict = later(there, kept, gone, ended)
    if kept is None and not verdict.told:
        return Verdict(first=False, told=False)  # a deletion that is told, against a change that is not
    return verdict


def _was_changed_apart(place: Place, there: Side, gone: Side) -> bool:
    return any(one.entry not in gone.seen for one in there.touches.get(place, []))


def _fields(place: Place, us: Side, them: Side, bonds: Sequence[frozenset[str]]) -> tuple[Document, Document]:
    """Return the document field by field, and the other file's values that gave way unseen."""
    mine, yours = us.document(place) or {}, them.document(place) or {}
    document, aside = dict(mine), Document()
    for fields in _groups(mine, yours, bonds):
        verdict = _verdict(place, fields, us, them)
        if (both := _both_lists(place, fields, us, them, verdict)) is not None:
            document[fields[0]] = both
        elif not verdict.first:
            document = _taken(document, yours, fields)
        elif not verdict.told:
            aside |= {name: yours.get(name) for name in fields}
    return document, aside


def _groups(mine: Document, yours: Document, bonds: Sequence[frozenset[str]]) -> Iterator[list[str]]:
    """Yield the fields that differ, those that belong together as one."""
    names = [name for name in sorted(mine.keys() | yours.keys()) if not same(_has(mine, name), _has(yours, name))]
    bound = [bond for bond in bonds if not bond.isdisjoint(names)]
    yield from (sorted(bond) for bond in bound)
    yield from ([name] for name in names if not any(name in bond for bond in bound))


def _has(document: Document, name: str) -> list[Any]:
    return [document[name]] if name in document else []  # an absent field is not one that holds null


def _verdict(place: Place, fields: Fields, us: Side, them: Side) -> Verdict:
    touches = us.last_touch(place, fields), them.last_touch(place, fields)
    verdict = later(us, touches[0], them, touches[1])
    if verdict.told:
        return verdict
    absent = [
        touch is None and (side.document(place) or {}).keys().isdisjoint(fields)
        for side, touch in zip((us, them), touches, strict=True)
    ]
    if absent[0] != absent[1]:
        return Verdict(absent[1], told=True)  # no history tells that it was taken away: it never was there
    if us.last != them.last:
        return verdict
    # Nothing tells the files apart: the values themselves decide, so that both orders agree.
    one, other = (_bytes(side.document(place), fields) for side in (us, them))
    return Verdict(one > other, told=False)


def _bytes(document: Document | None, fields: Fields) -> bytes:
    return orjson.dumps([_has(document or {}, name) for name in sorted(fields)], option=orjson.OPT_SORT_KEYS)


def _taken(document: Document, source: Document, fields: Fields) -> Document:
    stays = {name: value for name, value in document.items() if name not in fields}
    return stays | {name: source[name] for name in fields if name in source}


def _both_lists(place: Place, fields: Sequence[str], us: Side, them: Side, verdict: Verdict) -> list[Any] | None:
    """Return a list that both files made longer apart, with the additions of both, the earlier ones first."""
    if verdict.told or len(fields) != 1:
        return None
    (name,) = fields
    starts = [
        _list_before(touch, name)
        for touch in (us.first_apart(place, fields, them), them.first_apart(place, fields, us))
    ]
    lists = [(side.document(place) or {}).get(name) for side in (us, them)]
    start = starts[0]
    if start is None or not same(*starts) or not all(_extends(one, start) for one in lists):
        return None
    mine, yours = (one[len(start) :] for one in lists if one is not None)
    early, late = (yours, mine) if verdict.first else (mine, yours)
    if all(one in late for one in early):
        return None if all(one in early for one in late) else [*start, *late]  # the later one has them all
    return [*start, *early, *(one for one in late if one not in early)]


def _list_before(touch: Touch | None, name: str) -> list[Any] | None:
    if touch is None or touch.before is None:
        return None
    found = touch.before.get(name, [])
    return found if isinstance(found, list) else None


def _extends(value: object, start: list[Any]) -> bool:
    return isinstance(value, list) and same(value[: len(start)], start)


def _whole(place: Place, us: Side, them: Side) -> Merged:
    """Take the document whole from the file that changed it last: its parts do not go together."""
    mine, yours = us.document(place) or {}, them.document(place) or {}
    names = sorted(mine.keys() | yours.keys())
    if _verdict(place, names, us, them).first:
        aside = {name: yours.get(name) for name in names if not same(_has(mine, name), _has(yours, name))}
        return Merged(Change(*place, mine, mine), aside)
    return Merged(Change(*place, mine, yours))
