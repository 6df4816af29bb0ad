"""What the AE's own kinds count for: goals of a known kind, and goals whose words name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from aegoals.domain.metric import Metric, Selector
from aegoals.domain.own_kinds import FIRST_HAN, OwnKind


def counting(metric: Metric, own: Sequence[OwnKind]) -> Metric:
    """Return the metric with the own kinds that count for the kinds it selects; itself where there are none."""
    by_kind: dict[str, list[str]] = {}
    for one in own:
        if one.counts_for:
            by_kind.setdefault(one.counts_for, []).append(one.kind)
    if not by_kind:
        return metric
    selector, base = _widened(metric.selector, by_kind), metric.base and _widened(metric.base, by_kind)
    if selector is metric.selector and base is metric.base:
        return metric
    return metric.with_(selector=selector, base=base)


def _widened(selector: Selector, by_kind: Mapping[str, list[str]]) -> Selector:
    more = [kind for known in selector.kinds for kind in by_kind.get(known, ()) if kind not in selector.kinds]
    return selector.with_(kinds=(*selector.kinds, *more)) if more else selector


def kinds_meant(text: str, own: Iterable[OwnKind]) -> tuple[OwnKind, ...]:
    """Return the own kinds that a goal's words name."""
    plain = " ".join(text.lower().split())
    return tuple(one for one in own if one.is_new and any(_stands_in(word, plain) for word in one.words()))


def _stands_in(word: str, text: str) -> bool:
    plain = word.lower()
    if plain[0] >= FIRST_HAN:
        return plain in text
    return re.search(rf"(?<![\w-]){re.escape(plain)}(?![\w-])", text) is not None
