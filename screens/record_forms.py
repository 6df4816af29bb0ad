"""The small forms in which several records are moved or tagged at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from aegoals.domain.record import LogRecord
from aegoals.locale.texts import _, ngettext
from screens.form import Field, Form


def move_form(count: int, day: date) -> Form:
    """Return the form that asks for another day."""
    title = ngettext("Move the record", "Move {count} records", count).format(count=count)
    return Form(title, (Field("day", _("Day"), day.isoformat(), _("As YYYY-MM-DD, or a word such as yesterday.")),))


def tag_form(records: Sequence[LogRecord]) -> Form:
    """Return the form that puts tags on and takes tags off; it names those that the records have."""
    title = ngettext("Tag the record", "Tag {count} records", len(records)).format(count=len(records))
    known = dict.fromkeys(tag for record in records for tag in record.tags)
    has = _("Now: {tags}").format(tags=" ".join(f"#{tag}" for tag in known)) if known else _("Several with commas.")
    return Form(
        title,
        (
            Field("add", _("Put on"), "", _("Several with commas between, such as warm, north.")),
            Field("remove", _("Take off"), "", has),
        ),
    )


def tags_in(text: str) -> list[str]:
    """Return the tags that were typed, with commas or # between them."""
    return [
        tag.strip() for tag in text.replace("#", ",").replace("，", ",").replace("、", ",").split(",") if tag.strip()
    ]
