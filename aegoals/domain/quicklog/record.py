"""One record from its pieces: what is certain goes into the draft, the rest becomes questions."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.quicklog.counts import read_minutes, read_quantity
from aegoals.domain.quicklog.doubts import Question
from aegoals.domain.quicklog.drafts import Draft
from aegoals.domain.quicklog.figures import figures_of
from aegoals.domain.quicklog.money import read_money
from aegoals.domain.quicklog.pieces import Piece
from aegoals.domain.quicklog.sheet import Line, Sheet
from aegoals.domain.quicklog.what import NPS, read_kind, settle_kind
from aegoals.domain.quicklog.whom import ask_unknown_names, read_names


def read_record(
    group: Sequence[Piece], place: int, line: Line, kind_before: str | None = None
) -> tuple[Draft, list[Question]]:
    """Return the draft of one record and what must be asked about it."""
    sheet = Sheet(group, place, line, kind_before)
    if negation := sheet.first("negation"):
        return Draft(held=True), [Question("negation", sheet.words(negation))]
    kind = read_kind(sheet)
    figures = figures_of(group, kind)
    sheet.take_notes()
    sheet.set(kind=kind, tags=_tags(sheet))
    read_names(sheet)
    read_money(sheet, figures)
    read_quantity(sheet, figures)
    read_minutes(sheet, figures)
    for absurd in sheet.all("absurd"):
        sheet.ask("range", absurd.text)
    settle_kind(sheet, figures)
    ask_unknown_names(sheet)
    _hold_planned(sheet)
    return sheet.draft, sheet.questions


def _tags(sheet: Sheet) -> tuple[str, ...]:
    nps = [NPS for kind in sheet.all("kind") if kind.name == NPS]
    return tuple(dict.fromkeys([*(piece.name for piece in sheet.all("tag")), *nps]))


def _hold_planned(sheet: Sheet) -> None:
    """Hold what is planned; the one question left is whether it is done."""
    piece = sheet.first("planned")
    if piece is None:
        return
    sheet.set(held=True)
    storable = sheet.draft.kind is not None and not sheet.questions
    sheet.questions.clear()
    sheet.ask("planned", piece.text, *([({"held": False},)] if storable else []))
