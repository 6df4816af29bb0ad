"""The weights of a split: as they are typed, as shares of 1 that a goal keeps, and as they are shown again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from aegoals.domain.goal import Goal, SeasonPart
from aegoals.domain.periods import Period, SplitBy
from aegoals.domain.split import Splitter, shares
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number, read_number
from aegoals.locale.texts import _, ngettext

LARGEST_RATIO = 1000


def season_of(periods: Sequence[Period], weights: Sequence[Decimal | int]) -> tuple[SeasonPart, ...]:
    """Return the season that weights each sub-period so; raises RefusedInput where they do not fit."""
    if len(weights) != len(periods):
        count = ngettext("{count} part", "{count} parts", len(periods)).format(count=len(periods))
        raise RefusedInput(
            _("weights: there are {given} for {count}.").format(given=len(weights), count=count),
            _("Give one number for each part, or none to split by working days."),
        )
    if not any(weights):
        raise RefusedInput(_("weights: all are 0."), _("Give at least one part a weight."))
    return tuple(
        SeasonPart(start=one.start, due=one.end, weight=share)
        for one, share in zip(periods, shares(weights), strict=True)
    )


def read_weights(text: str, locale: str) -> list[Decimal]:
    """Return the weights that were typed, apart by spaces, semicolons or slashes; raises RefusedInput."""
    found: list[Decimal] = []
    for word in re.split(r"[;/\s]+|,\s+", text.strip()):
        if word in {"", "%", ","}:
            continue
        try:
            found.append(read_number(word, locale))
        except RefusedInput as error:
            raise RefusedInput(f"weights: {error.message}", error.repair) from None
        if found[-1] < 0:
            raise RefusedInput(_("weights: {weight} is negative.").format(weight=word), _("Weights start at 0."))
    return found


def weights_in_words(season: Sequence[SeasonPart]) -> str:
    """Return the weights of a season as they can be typed: the smallest whole numbers, or hundredths."""
    ratios = [Fraction(part.weight).limit_denominator(LARGEST_RATIO) for part in season]
    common = lcm(*(ratio.denominator for ratio in ratios)) if ratios else 1
    whole = [int(ratio * common) for ratio in ratios]
    if any(whole) and common <= LARGEST_RATIO and shares(whole) == [part.weight for part in season]:
        return " ".join(map(str, whole))
    return " ".join(plain_number(part.weight * 100) for part in season)


def on_new_days(goal: Goal, splitter: Splitter) -> Goal:
    """Return a goal whose days were changed, its season fitted to them."""
    if not goal.season:
        return goal
    periods = splitter.periods(goal.start, goal.due, goal.split or SplitBy.MONTHS)
    return goal.with_(season=refitted(goal.season, periods, splitter))


def refitted(season: Sequence[SeasonPart], periods: Sequence[Period], splitter: Splitter) -> tuple[SeasonPart, ...]:
    """Return a season for other days: each whole working day weighs what it weighed, a new one their mean.

    Where all days are new, as in the year after, the shape stays part by part.
    """
    if len(season) == len(periods) and (periods[0].start > season[-1].due or periods[-1].end < season[0].start):
        return season_of(periods, [part.weight for part in season])
    days = splitter.working_days([Period(part.start, part.due) for part in season])
    rates = [Fraction(part.weight) / Fraction(count or 1) for part, count in zip(season, days, strict=True)]
    mean = Fraction(sum(part.weight for part in season)) / Fraction(sum(days) or 1)

    def weight(one: Period) -> Decimal:
        total = left = Fraction(splitter.calendar.worth(one.start, one.end))
        weight = Fraction(0)
        for part, rate in zip(season, rates, strict=True):
            common = Fraction(splitter.calendar.worth(max(one.start, part.start), min(one.end, part.due)))
            weight += rate * common
            left -= common
        weight += mean * left
        return Decimal(weight.numerator) / weight.denominator if total else Decimal(0)

    weights = [weight(one) for one in periods]
    return season_of(periods, weights) if any(weights) else ()
