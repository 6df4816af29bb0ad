"""The form of one log record."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from textual.app import App

from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.record import LogRecord
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number, read_number
from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.attempt import fill_in
from screens.form import Field, Form
from screens.naming import naming

LONGEST_COUNT = 9  # digits
LONGEST_SHOWN = 40


def record_form(record: LogRecord) -> Form:
    """Return the form that shows a record."""
    return Form(
        _("Edit the record"),
        (
            Field("date", _("Day"), record.date.isoformat(), _("As YYYY-MM-DD.")),
            Field("kind", _("Kind"), record.kind, _("call, email, meeting, demo, proposal, deal_won, …")),
            Field("quantity", _("How many"), _plain(record.quantity), _("A count; for csat the score.")),
            Field("amount", _("Amount"), _plain(record.amount), _("The total of this record.")),
            Field("currency", _("Currency"), record.currency or "", _("Three letters, such as EUR.")),
            Field("account", _("Account"), record.account or ""),
            Field("product", _("Product"), record.product or ""),
            Field("minutes", _("Minutes"), str(record.minutes or "")),
            Field("tags", _("Tags"), ", ".join(record.tags), _("Several with commas between.")),
            Field("deal", _("Deal"), record.deal or "", _("Ties the records of one opportunity together.")),
            Field("source", _("Source"), record.source or "", _("Where it came from, such as webinar.")),
            Field("note", _("Note"), record.note or ""),
        ),
    )


async def edit_record(app: App[None], desk: Desk, key: str) -> None:
    """Let the AE edit one record; call it from a worker. Raises NotFound where it is gone."""
    rules = desk.goals.rules()

    def save(answers: Mapping[str, str]) -> None:
        desk.log.edit(key, **changes_from(answers, rules))

    await fill_in(app, record_form(desk.log.get(key)), save)


def changes_from(answers: Mapping[str, str], rules: EntryRules) -> dict[str, object]:
    """Return the fields of a record that the answers mean; raises RefusedInput."""
    texts = {name: answers[name].strip() or None for name in ("account", "product", "deal", "source", "note")}
    with naming("date"):
        day = rules.read_day(answers["date"])
    with naming("quantity"):
        quantity = _count(answers["quantity"], rules)
    with naming("amount"):
        amount = _number(answers["amount"], rules)
    with naming("minutes"):
        minutes = _minutes(answers["minutes"])
    return texts | {
        "date": day,
        "kind": answers["kind"].strip().lower().replace(" ", "_"),
        "quantity": quantity,
        "amount": amount,
        "currency": (answers["currency"].strip() or rules.currency) if amount is not None else None,
        "minutes": minutes,
        "tags": tuple(tag.strip().lstrip("#") for tag in answers["tags"].split(",") if tag.strip()),
    }


def _plain(value: Decimal | None) -> str:
    return "" if value is None else plain_number(value)


def _number(text: str, rules: EntryRules) -> Decimal | None:
    return read_number(text, rules.locale) if text.strip() else None


def _count(text: str, rules: EntryRules) -> Decimal:
    if not text.strip():
        raise RefusedInput(_("It is empty."), _("Write a count such as 1; to take the record away, delete it."))
    return read_number(text, rules.locale)


def _minutes(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or len(text) > LONGEST_COUNT:
        raise RefusedInput(
            _("“{text}” is not a number of minutes.").format(text=text[:LONGEST_SHOWN]),
            _("Write it like 45."),
        )
    return int(text)
