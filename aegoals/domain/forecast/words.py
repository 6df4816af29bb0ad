"""A forecast in words, the same on every face."""

from __future__ import annotations

from collections.abc import Iterator

from aegoals.domain.forecast.ending import Forecast
from aegoals.locale.numbers import show_share, show_value
from aegoals.locale.texts import _, ngettext

FEW = "°"


def forecast_words(said: Forecast | None, unit: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield label and text of each part of a forecast; one line says so where the history is too short."""
    if said is None:
        return
    low, median, high = (show_value(value, unit, locale) for value in (said.low, said.median, said.high))
    yield _("Will end near"), _("{median}; 4 of 5 times {low} to {high}").format(median=median, low=low, high=high)
    yield _("Chance"), f"{show_share(said.probability, locale)} {_stands_on(said)}"
    if said.open_deals:
        deals = ngettext("{count} open deal", "{count} open deals", said.open_deals).format(count=said.open_deals)
        yield _("Of it from open deals"), f"{show_value(said.from_open, unit, locale)} ({deals})"


def shorter_end(said: Forecast, unit: str, locale: str) -> str:
    """Return the end and its range where there is little room, such as ``$48,000 ($41,000 – $55,000)``."""
    low, median, high = (show_value(value, unit, locale) for value in (said.low, said.median, said.high))
    return f"{median} ({low} – {high})"


def _stands_on(said: Forecast) -> str:
    text = ngettext("(from {count} entry", "(from {count} entries", said.sample).format(count=said.sample)
    return f"{text}{_(': few, read it with care') if said.is_small_sample else ''})"


def chance_words(said: Forecast | None, locale: str) -> str:
    """Return the chance in two words; a sign says that little is behind it, nothing that there is none."""
    if said is None:
        return ""
    few = FEW if said.is_small_sample else ""
    return _("{share} chance").format(share=show_share(said.probability, locale) + few)
