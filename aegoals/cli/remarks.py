"""What a reader must know of a goal's figures before trusting them."""

from __future__ import annotations

from collections.abc import Iterator

from aegoals.domain.measure import SMALL_SAMPLE
from aegoals.domain.metric import Aggregation
from aegoals.domain.progress import Standing
from aegoals.locale.texts import _, mark, ngettext

_REASONS = {
    "amount": mark("without an amount"),
    "minutes": mark("without minutes"),
    "opened": mark("whose opportunity is not in the log"),
    "account": mark("without an account"),
    "product": mark("without a product"),
}
_NEEDS_A_SAMPLE = frozenset({Aggregation.MEAN, Aggregation.RATIO})


def remarks(one: Standing) -> Iterator[str]:
    """Yield that the sample is small, and which records could not be used."""
    metric, measured = one.goal.metric, one.measurement
    if metric.aggregation in _NEEDS_A_SAMPLE and measured.sample < SMALL_SAMPLE:
        yield _("small sample of {count}").format(count=measured.sample)
    for reason, count in measured.left_out:
        words = ngettext("{count} record left out", "{count} records left out", count).format(count=count)
        yield f"{words}, {_reason(reason, metric.unit)}"


def _reason(reason: str, unit: str) -> str:
    if reason in _REASONS:
        return _(_REASONS[reason])
    return _("in {currency} without a rate to {unit}").format(currency=reason, unit=unit)
