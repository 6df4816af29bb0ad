"""Closed deals by source or product, and why deals were lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.kpi.figure import Figure, share_of
from aegoals.domain.kpi.formulas import Funnel, conversions, count, funnel_of, priced
from aegoals.domain.kpi.history import History
from aegoals.domain.measure import SMALL_SAMPLE
from aegoals.domain.periods import Period
from aegoals.domain.record import LogRecord

MOST_GROUPS = 8
NameOf = Callable[[History, LogRecord], str]


@dataclass(frozen=True, slots=True)
class Group:
    """Deals closed with one source or product; ``name`` is empty for those without, None for all the rest."""

    name: str | None
    won: Decimal
    lost: Decimal
    priced: Decimal
    amount: Decimal
    funnel: Funnel
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def win_rate(self) -> Decimal | None:
        """100 × won / (won + lost)."""
        return share_of(self.won, self.won + self.lost)

    @property
    def conversions(self) -> tuple[Figure, ...]:
        """The conversion from step to step; none where there is no step between opening and end."""
        found = tuple(conversions(self.funnel))
        return found if len(found) > 1 else ()

    @property
    def average_deal(self) -> Decimal | None:
        """Amount / deals won that have one."""
        return self.amount / self.priced if self.priced else None

    @property
    def is_small(self) -> bool:
        """Whether so few deals closed that the rate must be read with care."""
        return self.won + self.lost < SMALL_SAMPLE


def source_of(history: History, record: LogRecord) -> str:
    """Return the source of a closed deal: its own, else that of its opening."""
    return record.source or _opening(history, record, "source")


def product_of(history: History, record: LogRecord) -> str:
    """Return the product of a closed deal: its own, else that of its opening."""
    return record.product or _opening(history, record, "product")


def _opening(history: History, record: LogRecord, field: str) -> str:
    opened = history.deals[record.deal].opened if record.deal else None
    return str(getattr(opened, field, None) or "") if opened else ""


def groups(history: History, period: Period, currency: str, name_of: NameOf) -> tuple[Group, ...]:
    """Return the deals closed in a period by name, most deals first; beyond the eighth they are one group."""
    won: defaultdict[str, list[LogRecord]] = defaultdict(list)
    lost: defaultdict[str, list[LogRecord]] = defaultdict(list)
    names: dict[str, str] = {}
    for kind, by_name in (("deal_won", won), ("deal_lost", lost)):
        for record in history.between(kind, period):
            name = name_of(history, record)
            names.setdefault(name.casefold(), name)
            by_name[name.casefold()].append(record)
    order = sorted(names, key=lambda key: (not key, -len(won[key]) - len(lost[key]), key))
    rest = order[MOST_GROUPS:]
    named: list[tuple[str | None, list[str]]] = [(names[key], [key]) for key in order[:MOST_GROUPS]]
    found: list[Group] = []
    for shown, keys in (*named, *([(None, rest)] if rest else [])):
        own_won, own_lost = ([record for key in keys for record in by_name[key]] for by_name in (won, lost))
        brought, steps = priced(own_won, currency), funnel_of([*own_won, *own_lost], history, period)
        found.append(
            Group(shown, brought.won, count(own_lost), brought.priced, brought.amount, steps, brought.left_out)
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LostReasons:
    """Why deals were lost in a period: by their tags; ``noted`` have only a note, ``silent`` say nothing.

    A deal with two tags counts under both, so that the shares can add up to more than all.
    """

    period: Period
    lost: Decimal
    reasons: tuple[tuple[str, Decimal], ...]
    noted: Decimal
    silent: Decimal


def lost_reasons(history: History, period: Period) -> LostReasons:
    """Return the reasons of lost deals, most frequent first."""
    lost = history.between("deal_lost", period)
    by_tag: defaultdict[str, Decimal] = defaultdict(Decimal)
    names: dict[str, str] = {}
    noted = silent = Decimal(0)
    for record in lost:
        for key, tag in {one.casefold(): one for one in record.tags}.items():
            names.setdefault(key, tag)
            by_tag[key] += record.quantity
        if not record.tags and record.note:
            noted += record.quantity
        elif not record.tags:
            silent += record.quantity
    ordered = sorted(by_tag.items(), key=lambda pair: (-pair[1], pair[0]))
    reasons = tuple((names[key], number) for key, number in ordered)
    return LostReasons(period, count(lost), reasons, noted, silent)
