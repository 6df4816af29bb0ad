"""One more, or one less, of what a goal counts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from aegoals.domain.goal import Goal
from aegoals.domain.goal_metrics import is_check_in
from aegoals.domain.metric import Aggregation, Metric, Of, is_currency
from aegoals.domain.record import LogRecord
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

Fields = dict[str, object]
_SAID = ("account", "product", "tags", "source", "amount", "minutes", "note", "deal", "imported_id", "goal")


def why_no_ones(goal: Goal) -> str:
    """Return why one key cannot count for a goal, and what works instead; empty where it can."""
    metric = goal.metric
    if not goal.is_open:
        return _("The goal is closed: open it and press k to take it up again.")
    if not _counts_records(metric):
        return _instead(metric)
    if len(metric.selector.kinds) > 1:
        words = _("It counts {count} kinds of records: write which it was on Today (F2, l).")
        return words.format(count=len(metric.selector.kinds))
    return ""


def _counts_records(metric: Metric) -> bool:
    """Tell whether single records of some kind can be counted towards the metric."""
    selector = metric.selector
    adds = metric.aggregation is Aggregation.COUNT or (
        metric.aggregation is Aggregation.SUM and metric.of is Of.QUANTITY
    )
    is_plain = selector.goal is None and not selector.new_accounts and bool(selector.kinds)
    return adds and metric.unit == "count" and is_plain


def _instead(metric: Metric) -> str:
    """Return what reports to a goal that is not counted one by one."""
    if is_check_in(metric):
        return _("Not counted one by one: open it and press i to report its value.")
    if metric.of is Of.AMOUNT and is_currency(metric.unit):
        return _("Not counted one by one: write the deal on Today (F2, l): won 5k @Globex.")
    return _("Not counted one by one: write what you did on Today (F2, l).")


def fields_of_one(goal: Goal) -> Fields:
    """Return the fields of a record that adds one to the goal; raises RefusedInput where that is not plain."""
    if why := why_no_ones(goal):
        raise RefusedInput(why)
    selector = goal.metric.selector
    return {
        "kind": selector.kinds[0],
        "quantity": Decimal(1),
        "account": selector.account or None,
        "product": selector.product or None,
        "source": selector.source or None,
        "tags": (selector.tag,) if selector.tag else (),
    }


def latest_one(goal: Goal, records: Iterable[LogRecord]) -> LogRecord:
    """Return the latest of a day's records that only adds one; raises RefusedInput where there is none.

    A record that says more than the goal asks for (three calls at once, a note, an amount, an import) is not
    taken back by a single key.
    """
    fields = fields_of_one(goal)
    wanted = {name: fields.get(name) for name in _SAID}
    found = [
        record
        for record in records
        if record.kind == fields["kind"]
        and record.quantity == 1
        and all((getattr(record, name) or None) == (wanted[name] or None) for name in _SAID)
    ]
    if not found:
        raise RefusedInput(
            _("No single record of today counts for “{title}” alone.").format(title=goal.title),
            _("Edit or delete what was logged in the list."),
        )
    return max(found, key=lambda record: (record.logged_at or "", record.id))
