"""Made-up logs for the tests of the coach."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from aegoals.domain.coach import Background, Finding, OwnHistory, findings
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.record import LogRecord
from tests.builders import MONDAY, a_draft, a_record

ENGLISH = EntryRules()
_ids = count()


def record(day: date, kind: str, quantity: int | str = 1, **fields: Any) -> LogRecord:
    """Return one record; an amount is in USD."""
    return a_record(id=f"r{next(_ids):08}", date=day, kind=kind, quantity=Decimal(quantity), **fields)


def won(day: date, amount: int | str, **fields: Any) -> LogRecord:
    """Return one deal won."""
    return record(day, "deal_won", amount=Decimal(amount), **fields)


def background(records: Iterable[LogRecord] = (), **fields: Any) -> Background:
    """Return what is known of an AE with this log."""
    return Background(history=OwnHistory(records), **fields)


def found(known: Background | None = None, today: date = MONDAY, **answers: str) -> dict[str, Finding]:
    """Return the findings on a draft by their codes; the draft gives evidence and a reason unless told otherwise."""
    complete = {"evidence": "54k last quarter", "why": "It pays the bonus", "due": "2026-12-31", "start": "2026-10-01"}
    draft = a_draft(**complete | answers)
    return {one.code: one for one in findings(draft, ENGLISH, today, known)}


def applied(finding: Finding, draft: GoalDraft, place: int = 0) -> GoalDraft:
    """Return the draft with one of the finding's repairs."""
    return finding.repairs[place].apply(draft)
