"""A search in the log: filters and words, and whether a record passes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from aegoals.domain.kinds import KINDS, kind_of
from aegoals.domain.language.folding import fold, tidy
from aegoals.domain.typed_day import read_period
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _, mark

FILTERS = {
    "kind": mark("kind"),
    "account": mark("account"),
    "product": mark("product"),
    "tag": mark("tag"),
    "source": mark("source"),
    "deal": mark("deal"),
    "text": mark("text"),
    "from": mark("from"),
    "to": mark("to"),
}
"""The filters by name; each is also read under its name in the AE's language."""

_NO_WORDS: Mapping[str, str] = MappingProxyType({})
_SIGNS = {"@": "account", "#": "label"}
_TOKEN = re.compile(r'(?P<name>[@#]|[^\W\d_]+:)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S*))')


Test = Callable[[Mapping[str, Any]], bool]


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """What a search asks for; of several kinds, accounts and so on one is enough, words must all be there."""

    kinds: frozenset[str] = frozenset()
    start: date = date.min
    end: date = date.max
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by field, folded
    labels: tuple[str, ...] = ()  # products or tags, folded
    words: tuple[tuple[str, frozenset[str]], ...] = ()  # folded, each with the kinds whose names hold it

    def test(self) -> Test | None:
        """Return what tells whether a record, as it is kept, holds the names, labels and words; None for no matter.

        It is made for many records one after the other; kinds and days are left to an index.
        """
        tests = [_name_test(name, wanted) for name, wanted in self.names.items()]
        if self.labels:
            tests.append(_name_test("label", self.labels))
        if self.words:
            tests.append(_word_test(self.words))
        if len(tests) > 1:
            return lambda fields: all(test(fields) for test in tests)
        return tests[0] if tests else None


def _name_test(name: str, wanted: Sequence[str]) -> Test:
    """Compare each name once, however many records carry it."""
    known: dict[str, bool] = {"": False}

    def test(fields: Mapping[str, Any]) -> bool:
        text = _text_of(fields, name)
        if (answer := known.get(text)) is None:
            key = _name_key(text)
            answer = known[text] = any(one in key for one in wanted)
        return answer

    return test


def _text_of(fields: Mapping[str, Any], name: str) -> str:
    if name in {"tag", "label"}:
        tags = "\n".join(map(str, fields.get("tags") or ()))
        return tags if name == "tag" else "\n".join(filter(None, (fields.get("product"), tags)))
    return str(fields.get(name) or "")


def _word_test(words: Sequence[tuple[str, frozenset[str]]]) -> Test:
    def test(fields: Mapping[str, Any]) -> bool:
        get = fields.get
        text = f"{get('account', '')}\n{get('product', '')}\n{get('source', '')}\n{get('deal', '')}\n{get('note', '')}"
        if tags := get("tags"):
            text = "\n".join((text, *map(str, tags)))
        text = text.lower() if text.isascii() else key_of_text(text)
        return all(word in text or get("kind") in kinds for word, kinds in words)

    return test


def key_of_text(text: str) -> str:
    """Return the form in which texts are compared: case and width do not matter."""
    return fold(text if text.isascii() else tidy(text))


def _name_key(text: str) -> str:
    return key_of_text(text).replace("_", " ")


def read_query(
    text: str, today: date, locale: str, kinds: Iterable[str] = (), own_words: Mapping[str, str] = _NO_WORDS
) -> RecordQuery:
    """Return what ``kind:call @Globex from:2025-01 words`` asks for; raises RefusedInput.

    ``kinds`` names the kinds that the log holds, ``own_words`` maps the AE's own words to kinds. A filter that is
    still empty filters nothing.
    """
    asked: dict[str, list[str]] = {}
    for name, value in _tokens(text):
        asked.setdefault(name, []).append(value)
    periods = {end: [read_period(value, today, locale) for value in asked.pop(end, ())] for end in ("from", "to")}
    wanted = [word for value in asked.pop("kind", ()) for word in re.split("[,，、]", value) if word]
    known = [*KINDS, *(kind for kind in kinds if kind not in KINDS)]
    return RecordQuery(
        kinds=frozenset(kind for word in wanted for kind in _kinds_called(word, known, own_words)),
        start=max((period.start for period in periods["from"]), default=date.min),
        end=min((period.end for period in periods["to"]), default=date.max),
        labels=_keys(asked.pop("label", ())),
        words=tuple((word, _kinds_with(word, known)) for word in map(key_of_text, asked.pop("text", ()))),
        names={name: _keys(values) for name, values in asked.items()},
    )


def _tokens(text: str) -> list[tuple[str, str]]:
    """Return filter and value of each part; a word without a filter is text."""
    found: list[tuple[str, str]] = []
    for token in _TOKEN.finditer(tidy(text)):
        name, quoted = token["name"] or "", token["quoted"]
        value = quoted if quoted is not None else token["bare"] or ""
        if name in _SIGNS and quoted is None:
            value = value.replace("_", " ")
        if value.strip():
            found.append((_filter_called(name), value.strip()))
    return found


def _filter_called(name: str) -> str:
    if not name or name in _SIGNS:
        return _SIGNS.get(name, "text")
    key = key_of_text(name.rstrip(":"))
    for one, title in FILTERS.items():
        if key in {one, key_of_text(_(title))}:
            return one
    raise RefusedInput(
        _("“{name}” is no filter.").format(name=name),
        _("There are {filters}.").format(filters=" ".join(f"{_(title)}:" for title in FILTERS.values())),
    )


def _keys(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(_name_key, values))


def _kinds_called(word: str, known: Sequence[str], own_words: Mapping[str, str]) -> list[str]:
    """Return the kinds with this name, else those whose name begins with it."""
    key = _name_key(word)
    exact: Callable[[str], bool] = key.__eq__
    for is_meant in (exact, lambda name: name.startswith(key)):
        if found := [kind for kind in known if any(map(is_meant, _names_of(kind)))]:
            return found
    from aegoals.domain.quicklog.lexicon import lexicon

    if (kind := own_words.get(key) or lexicon().kind_of.get(key)) is not None:
        return [kind]
    raise RefusedInput(
        _("“{word}” is no kind of record.").format(word=word),
        _("Write one such as {kinds}.").format(kinds=", ".join(_(KINDS[kind].one) for kind in ("call", "deal_won"))),
    )


def _kinds_with(word: str, known: Sequence[str]) -> frozenset[str]:
    return frozenset(kind for kind in known if any(word in name for name in _names_of(kind)))


def _names_of(kind: str) -> list[str]:
    """Return what a kind is called: its id, one of it and many, in English and in the AE's language."""
    known = kind_of(kind)
    names = (kind, known.one, known.many, _(known.one), _(known.many))
    return [_name_key(name) for name in names]
