"""The rows of the wizard's split: what each part would ask for."""

from __future__ import annotations

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import EntryRules, metric_of, number_or_none
from aegoals.domain.split import Part
from aegoals.domain.split_draft import draft_parts, why_no_split
from aegoals.errors import RefusedInput
from aegoals.locale.dates import show_days
from aegoals.locale.numbers import show_value
from aegoals.locale.texts import _
from screens.wizard_rows import note_rows
from widgets.rows import Row, heading, line_row
from widgets.spans import Line, amount, pad, wrap

NAME_CELLS = 24
AMOUNT_CELLS = 14


def split_rows(draft: GoalDraft, rules: EntryRules, width: int) -> list[Row]:
    """Return the parts of a draft, or why there are none."""
    why = why_no_split(draft, rules)
    if why:
        return note_rows(why, width)
    if not draft.split:
        return []
    try:
        parts = draft_parts(draft, rules)
        unit, grows = metric_of(draft, rules).unit, metric_of(draft, rules).grows
    except RefusedInput as error:
        text = (
            error.message if error.message.startswith(("weights", "split")) else _("Parts show with target and dates.")
        )
        return [line_row(None, [(line, "warn")]) for line in wrap(text, width)]
    is_sum = grows and not number_or_none(draft.baseline or "0", rules)
    title = (
        heading(_("Each part asks for"), _("and then stands at")) if is_sum else heading(_("At the end of each part"))
    )
    return [title, *(_part_row(part, unit, rules.locale, is_sum=is_sum) for part in parts)]


def _part_row(part: Part, unit: str, locale: str, *, is_sum: bool) -> Row:
    line: Line = [(pad(show_days(part.start, part.due, locale), NAME_CELLS), "text")]
    if is_sum:
        line.append(amount(pad(show_value(part.amount, unit, locale), AMOUNT_CELLS, right=True)))
    line.append(
        amount(pad(show_value(part.value, unit, locale), AMOUNT_CELLS, right=True), "muted" if is_sum else "text")
    )
    return line_row(None, line)
