"""What feeds a goal of each kind when the AE names nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from aegoals.domain.goal import GoalKind
from aegoals.domain.kinds import ACTIVITY_KINDS, KINDS
from aegoals.domain.metric import Aggregation, Metric, Of, Selector, Window, is_currency
from aegoals.domain.own_counting import kinds_meant
from aegoals.domain.own_kinds import OwnKind

WON = ("deal_won",)
CLOSED = ("deal_won", "deal_lost")
_WINDOW_WORDS = {
    Window.WEEK: (
        r"weekly|(?:a|per|each|every) week|i veckan|per vecka|veckovis|wöchentlich\w*|(?:pro|in der) Woche",
        "毎週|週次|週間|每周|每週|周均",
    ),
    Window.MONTH: (
        r"monthly|(?:a|per|each|every) month|i månaden|per månad|månad(?:svis|lig|somsättning|sintäkt)\w*"
        r"|monatlich\w*|(?:pro|im) Monat|Monats(?:umsatz|erlös)\w*",
        "毎月|月次|月間|月商|每月|月度|月均",
    ),
    Window.QUARTER: (
        r"quarterly|(?:a|per|each|every) quarter|i kvartalet|per kvartal|kvartalsvis|quartalsweise|(?:pro|im) Quartal",
        "毎四半期|每季度",
    ),
    Window.YEAR: (
        r"yearly|annual|(?:a|per|each|every) year|per år|årlig\w*|jährlich\w*|(?:pro|im) Jahr",
        "毎年|年間|每年",
    ),
}
_MAY_COUNT_OWN = frozenset({GoalKind.ACTIVITY, GoalKind.OTHER, GoalKind.CAREER})
_OF_UNIT = {"count": Of.QUANTITY, "hours": Of.MINUTES}


def default_metric(
    kind: GoalKind, unit: str, words: str = "", account: str | None = None, own: Sequence[OwnKind] = ()
) -> Metric:
    """Return the metric that a kind of goal measures in this unit.

    ``words`` (title and statement) name the activity that is counted, also one of the AE's ``own`` kinds;
    ``account`` narrows a goal to one account. What nothing in the log reports is a check-in: the last value
    that the AE entered.
    """
    make = _MAKERS.get(kind, _check_in)
    metric = _of_own_kinds(kind, unit, words, own) or make(unit, words)
    if account:
        selector = metric.selector.with_(account=account)
        base = metric.base.with_(account=account) if metric.base else None
        return metric.with_(selector=selector, base=base)
    return metric


def kinds_named(words: str, among: tuple[str, ...] = tuple(KINDS)) -> tuple[str, ...]:
    """Return the record kinds that a sentence names: “12 discovery calls” names ``call``."""
    text = " ".join(words.lower().split())
    return tuple(kind for kind in among if _names_of(kind).search(text))


@lru_cache(maxsize=len(KINDS))
def _names_of(kind: str) -> re.Pattern[str]:
    names = {kind, f"{kind}s", KINDS[kind].one, KINDS[kind].many}
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def windowed(metric: Metric, words: str, baseline: Decimal | None) -> Metric:
    """Return the metric of a level: monthly revenue from 50,000 is that of the latest month, no sum of all days."""
    window = window_named(words) if metric.grows and baseline else None
    return metric.with_(window=window) if window else metric


def window_named(words: str) -> Window | None:
    """Return the length of time that a level is reported for: “monthly revenue” names a month."""
    return next((window for window in _WINDOW_WORDS if _window_pattern(window).search(words)), None)


@lru_cache(maxsize=len(_WINDOW_WORDS))
def _window_pattern(window: Window) -> re.Pattern[str]:
    apart, together = _WINDOW_WORDS[window]
    return re.compile(rf"(?<!\w)(?:{apart})(?!\w)|{together}", re.IGNORECASE)


def is_check_in(metric: Metric) -> bool:
    """Tell whether the AE reports the value by hand."""
    return metric.selector.kinds == ("checkin",)


def _check_in(unit: str, _words: str) -> Metric:
    return Metric(unit=unit, aggregation=Aggregation.LAST, selector=Selector(kinds=("checkin",)))


def _sum(unit: str, of: Of, kinds: tuple[str, ...]) -> Metric:
    return Metric(unit=unit, aggregation=Aggregation.SUM, of=of, selector=Selector(kinds=kinds))


def _of_own_kinds(kind: GoalKind, unit: str, words: str, own: Sequence[OwnKind]) -> Metric | None:
    """Return the metric that sums own kinds; None where the words name none, or the goal is of another sort."""
    meant = tuple(one.kind for one in kinds_meant(words, own)) if kind in _MAY_COUNT_OWN else ()
    of = Of.AMOUNT if is_currency(unit) else _OF_UNIT.get(unit)
    if not meant or of is None:
        return None
    known = kinds_named(words, ACTIVITY_KINDS) if kind is GoalKind.ACTIVITY else ()
    return _sum(unit, of, (*meant, *known))


def _revenue(unit: str, words: str) -> Metric:
    if is_currency(unit):
        return _sum(unit, Of.AMOUNT, WON)
    return _sum(unit, Of.QUANTITY, WON) if unit == "count" else _check_in(unit, words)


def _new_business(unit: str, words: str) -> Metric:
    if is_currency(unit):
        return _revenue(unit, words)
    named = kinds_named(words, ("lead", "opportunity", "meeting", "proposal"))
    if unit != "count":
        return _check_in(unit, words)
    if named:
        return _sum(unit, Of.QUANTITY, named)
    selector = Selector(kinds=WON, new_accounts=True)
    return Metric(unit=unit, aggregation=Aggregation.DISTINCT, of=Of.ACCOUNT, selector=selector)


def _retention(unit: str, words: str) -> Metric:
    if unit == "%":
        return Metric(unit=unit, aggregation=Aggregation.RATIO, of=Of.CUSTOMERS)
    if unit != "count":
        return _check_in(unit, words)
    lost = bool(re.search(r"churn|lose|lost", words.lower()))
    return _sum(unit, Of.QUANTITY, ("churn",) if lost else ("renewal",))


def _satisfaction(unit: str, words: str) -> Metric:
    if unit != "score":
        return _check_in(unit, words)
    # A promoter score runs from 0 to 10 and would lift a mean of 1 to 5.
    side = {"tag" if "nps" in words.lower() else "without_tag": "nps"}
    selector = Selector(kinds=("csat",), **side)
    return Metric(unit=unit, aggregation=Aggregation.MEAN, selector=selector)


def _sales_cycle(unit: str, words: str) -> Metric:
    if unit != "days":
        return _check_in(unit, words)
    return Metric(unit=unit, aggregation=Aggregation.MEAN, of=Of.CYCLE_DAYS, selector=Selector(kinds=WON))


def _conversion(unit: str, words: str) -> Metric:
    if unit == "%":
        return Metric(
            unit=unit,
            aggregation=Aggregation.RATIO,
            selector=Selector(kinds=WON),
            base=Selector(kinds=CLOSED),
        )
    if unit != "count":
        return _check_in(unit, words)
    return _sum(unit, Of.QUANTITY, kinds_named(words, CLOSED) or WON)


def _activity(unit: str, words: str) -> Metric:
    kinds = kinds_named(words, (*ACTIVITY_KINDS, "lead", "opportunity", "training")) or ACTIVITY_KINDS
    if unit == "hours":
        return _sum(unit, Of.MINUTES, kinds)
    return _sum(unit, Of.QUANTITY, kinds) if unit == "count" else _check_in(unit, words)


def _key_account(unit: str, words: str) -> Metric:
    if is_currency(unit):
        return _revenue(unit, words)
    if unit == "count":
        return Metric(unit=unit, aggregation=Aggregation.DISTINCT, of=Of.PRODUCT, selector=Selector(kinds=WON))
    return _satisfaction(unit, words) if unit == "score" else _check_in(unit, words)


def _career(unit: str, words: str) -> Metric:
    return _sum(unit, Of.MINUTES, ("training",)) if unit == "hours" else _check_in(unit, words)


_MAKERS: dict[GoalKind, Callable[[str, str], Metric]] = {
    GoalKind.REVENUE: _revenue,
    GoalKind.NEW_BUSINESS: _new_business,
    GoalKind.RETENTION: _retention,
    GoalKind.SATISFACTION: _satisfaction,
    GoalKind.SALES_CYCLE: _sales_cycle,
    GoalKind.CONVERSION: _conversion,
    GoalKind.ACTIVITY: _activity,
    GoalKind.KEY_ACCOUNT: _key_account,
    GoalKind.CAREER: _career,
}
