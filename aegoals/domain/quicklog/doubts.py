"""What must be asked, and the readings to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.kinds import kind_of
from aegoals.domain.quicklog.drafts import Drafts, Edits, LineRecord
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_exactly
from aegoals.locale.texts import _, mark

_MESSAGES = {
    "no_kind": mark("What was “{words}”? The line names no activity."),
    "unknown_name": mark("Is “{words}” an account? It stands without @ and was not used before."),
    "date": mark("“{words}” can be more than one day."),
    "won_or_lost": mark("“{words}”: was the deal won or lost?"),
    "vague_quantity": mark("How many exactly? “{words}” is no number."),
    "planned": mark("“{words}” sounds planned; the log holds what is done."),
    "shared": mark("“{words}” can be shared out in more than one way."),
    "currency": mark("“{words}” can be more than one currency."),
    "two_kinds": mark("“{words}” names two activities for one event."),
    "range": mark("“{words}” is out of range."),
    "negation": mark("“{words}” says that nothing was done: there is nothing to store."),
    "bare_amount": mark("“{words}”: an amount, thousands, or a number of deals?"),
    "number": mark("“{words}” can be read as more than one number."),
}
"""Every doubt there is; the keys are stable names for programs."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the line: a label to choose by, and all the records that the line would then give."""

    label: str
    records: tuple[LineRecord, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in the line that must be asked; ``readings`` is empty where nothing can be stored."""

    code: str
    words: str
    message: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt before its readings are written out: each option is a set of changes to the drafts."""

    code: str
    words: str
    options: Sequence[Edits] = ()

    def ask(self, drafts: Drafts, locale: str) -> Doubt:
        """Return the doubt, with what each option would make of the drafts."""
        readings = tuple(_reading(drafts, edits, locale) for edits in self.options)
        return Doubt(self.code, self.words, _(_MESSAGES[self.code]).format(words=self.words), readings)


def _reading(drafts: Drafts, edits: Edits, locale: str) -> Reading:
    changed = drafts.apply(edits)
    touched = Drafts([changed.places[at] for at in sorted(edits)])
    return Reading(" + ".join(summary(record, locale) for record in touched.records()), changed.records())


def summary(record: LineRecord, locale: str) -> str:
    """Return a record in one short line, figures the AE's way: ``3 × call @Acme Nov 20, 2026``."""
    kind = _(kind_of(record.kind or "").one)
    quantity = _figures(record.quantity, locale)
    score = record.kind == "csat"
    head = f"{quantity} × {kind}" if record.quantity not in {None, Decimal(1)} and not score else kind
    details = [
        quantity if score else "",
        " ".join(filter(None, [_figures(record.amount, locale), record.currency])),
        f"@{record.account}" if record.account else "",
        *(f"#{name}" for name in (record.product, *record.tags) if name),
        _("{minutes} min").format(minutes=record.minutes) if record.minutes else "",
        show_day(record.date, locale) if record.date else "",
        f"({record.note})" if record.note else "",
    ]
    return " ".join([head, *filter(None, details)])


def _figures(number: Decimal | None, locale: str) -> str:
    return "" if number is None else show_exactly(number, locale)
