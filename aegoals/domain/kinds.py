"""The kinds of log records that aegoals knows by name."""

from __future__ import annotations

from dataclasses import dataclass

from aegoals.locale.texts import mark


@dataclass(frozen=True, slots=True)
class RecordKind:
    """What one kind of record is called: ``one`` call, ``many`` calls."""

    kind: str
    one: str
    many: str
    is_activity: bool = False


_KINDS = (
    RecordKind("call", mark("call"), mark("calls"), is_activity=True),
    RecordKind("email", mark("e-mail"), mark("e-mails"), is_activity=True),
    RecordKind("meeting", mark("meeting"), mark("meetings"), is_activity=True),
    RecordKind("demo", mark("demo"), mark("demos"), is_activity=True),
    RecordKind("proposal", mark("proposal"), mark("proposals"), is_activity=True),
    RecordKind("opportunity", mark("opportunity"), mark("opportunities")),
    RecordKind("deal_won", mark("deal won"), mark("deals won")),
    RecordKind("deal_lost", mark("deal lost"), mark("deals lost")),
    RecordKind("lead", mark("lead"), mark("leads")),
    RecordKind("training", mark("training"), mark("trainings")),
    RecordKind("csat", mark("satisfaction score"), mark("satisfaction scores")),
    RecordKind("renewal", mark("renewal"), mark("renewals")),
    RecordKind("churn", mark("customer lost"), mark("customers lost")),
    RecordKind("checkin", mark("check-in"), mark("check-ins")),
    RecordKind("other", mark("other"), mark("others")),
)
KINDS: dict[str, RecordKind] = {known.kind: known for known in _KINDS}
ACTIVITY_KINDS: tuple[str, ...] = tuple(known.kind for known in _KINDS if known.is_activity)
SCORE_KINDS = frozenset({"csat", "checkin"})
"""Kinds whose quantity is a score or a value, not a count."""


def kind_of(kind: str) -> RecordKind:
    """Return the known kind, or one made from an own kind's name."""
    return KINDS.get(kind) or RecordKind(kind, kind.replace("_", " "), kind.replace("_", " "))
