"""How many of a record there were, which score, and how long it took."""

from __future__ import annotations

from decimal import Decimal

from aegoals.domain.quicklog.figures import Figures, score_value
from aegoals.domain.quicklog.limits import amount_fits, count_fits, minutes_fit, score_fits
from aegoals.domain.quicklog.pieces import Piece
from aegoals.domain.quicklog.sheet import Sheet
from aegoals.domain.quicklog.what import NPS


def read_quantity(sheet: Sheet, figures: Figures) -> None:
    """Read how many: one when nothing is written; what is vague or out of range is asked."""
    piece = figures.quantity
    if sheet.draft.kind == "csat":
        _read_score(sheet, piece)
    elif vague := _vague(sheet, figures):
        ends = [end.values[-1] for end in (vague.amount, vague.upper) if end is not None]
        fitting = [value for value in ends if count_fits(sheet.draft.kind, value)]
        sheet.ask("vague_quantity", vague.text, *[({"quantity": value},) for value in fitting])
    elif piece is not None:
        _read_count(sheet, piece)
    elif figures.bare is None:
        sheet.set(quantity=Decimal(1))
    if figures.odd:
        _ask_which(sheet, [figure for figure in (piece, *figures.odd) if figure is not None])


def _ask_which(sheet: Sheet, pieces: list[Piece]) -> None:
    fitting = [piece.value for piece in pieces if count_fits(sheet.draft.kind, piece.value)]
    sheet.ask("number", sheet.words(*pieces), *[({"quantity": value},) for value in fitting])


def _vague(sheet: Sheet, figures: Figures) -> Piece | None:
    if figures.quantity is not None:
        return figures.quantity if figures.is_vague else None
    return next((piece for piece in sheet.all("vague") if piece.amount is None), None)


def _read_count(sheet: Sheet, piece: Piece) -> None:
    if sheet.draft.kind is None and amount_fits(piece.value):
        sheet.set(quantity=piece.value)
        return
    values = [value for value in (piece.amount.values if piece.amount else ()) if count_fits(sheet.draft.kind, value)]
    if values:
        sheet.set(quantity=values[0])
    elif piece.value == 0:
        sheet.set(held=True)
        sheet.ask("negation", sheet.words(piece))
    else:
        sheet.ask("range", piece.text)


def _read_score(sheet: Sheet, piece: Piece | None) -> None:
    """Read a score on its scale; a satisfaction of 9 may be an NPS."""
    nps = any(kind.name == NPS for kind in sheet.all("kind"))
    score = score_value(piece) if piece else None
    if score is not None and score_fits(score, nps=nps):
        sheet.set(quantity=score)
    elif score is not None and score_fits(score, nps=True):
        sheet.ask("range", sheet.words(), ({"quantity": score, "tags": (*sheet.draft.tags, NPS)},))
    else:
        sheet.ask("range", sheet.words())


def read_minutes(sheet: Sheet, figures: Figures) -> None:
    """Read how long it took; "45 min each" counts for every one."""
    if not figures.minutes:
        return
    minutes = sum(figures.minutes, Decimal(0))
    if sheet.first("each") and not figures.amounts and count_fits(sheet.draft.kind, figures.count):
        minutes *= figures.count
    if minutes_fit(minutes):
        sheet.set(minutes=int(minutes.to_integral_value()))
    else:
        sheet.ask("range", figures.duration_words)
