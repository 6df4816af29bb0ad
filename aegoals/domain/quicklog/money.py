"""The amount of a record: its currency, and whether several records share it."""

from __future__ import annotations

from decimal import Decimal

from aegoals.domain.quicklog.figures import Figures
from aegoals.domain.quicklog.limits import amount_fits, count_fits
from aegoals.domain.quicklog.pieces import Piece
from aegoals.domain.quicklog.sheet import Sheet

_HOMES = {"JPY": "ja", "CNY": "zh", "SEK": "sv"}
_THOUSAND = 1000
_ONE = Decimal(1)


def read_money(sheet: Sheet, figures: Figures) -> None:
    """Read the amount, or ask: two amounts, a bare figure behind won or lost, a range."""
    if len(figures.amounts) > 1:
        amounts = [
            ({"amount": piece.value, **_currency(sheet, piece)},)
            for piece in figures.amounts
            if amount_fits(piece.value)
        ]
        sheet.ask("number", sheet.words(*figures.amounts), *amounts)
    elif figures.amounts:
        _read_amount(sheet, figures.amounts[0], figures)
    if figures.bare is not None:
        _ask_bare(sheet, figures.bare)


def _ask_bare(sheet: Sheet, piece: Piece) -> None:
    """Ask what "won 14" means: fourteen, fourteen thousand, or fourteen deals."""
    value = piece.value
    if not amount_fits(value):
        sheet.ask("range", piece.text)
        return
    options: list[tuple[dict[str, Decimal]]] = [
        ({"quantity": _ONE, "amount": value},),
        ({"quantity": _ONE, "amount": value * _THOUSAND},),
    ]
    if count_fits(sheet.draft.kind, value):
        options.append(({"quantity": value},))
    sheet.ask("bare_amount", piece.text, *options)


def _read_amount(sheet: Sheet, piece: Piece, figures: Figures) -> None:
    if piece.amount is None:
        return
    currency = _currency(sheet, piece)
    if piece.role in {"vague", "range"}:
        ends = [end.values[0] for end in (piece.amount, piece.upper) if end is not None]
        fitting = [({"amount": value, **currency},) for value in ends if amount_fits(value)]
        sheet.ask("vague_quantity", piece.text, *fitting)
        return
    sheet.set(**currency)
    if piece.amount.currencies and not currency:
        sheet.ask("currency", piece.text, *[({"currency": code},) for code in piece.amount.currencies])
    values = _whole_thousands(piece.amount.values)
    if not all(amount_fits(value) for value in values):
        sheet.ask("range", piece.text)
    elif len(values) > 1:
        sheet.ask("number", piece.text, *[({"amount": value},) for value in values])
    else:
        _share_out(sheet, values[0], piece, figures)


def _share_out(sheet: Sheet, value: Decimal, piece: Piece, figures: Figures) -> None:
    """Set an amount; several records with one amount can mean the sum or each."""
    count = figures.count
    if sheet.first("each") and count_fits(sheet.draft.kind, count):
        sheet.set(amount=value * count)
    elif (count > 1 or figures.is_vague or sheet.first("vague")) and not sheet.first("total"):
        each = [value * count] if count > 1 and amount_fits(value * count) else []
        sheet.ask("shared", piece.text, *[({"amount": amount},) for amount in (value, *each)])
    else:
        sheet.set(amount=value)


def _currency(sheet: Sheet, piece: Piece) -> dict[str, str]:
    """Return the currency when it is one: the line's language settles ¥ (yen or yuan) and kr (of three crowns)."""
    codes = piece.amount.currencies if piece.amount else ()
    if len(codes) > 1:
        at_home = tuple(code for code in codes if _HOMES.get(code) in sheet.line.languages)
        codes = at_home or (codes[:1] if codes[0] == "SEK" and "en" not in sheet.line.languages else codes)
    return {"currency": codes[0]} if len(codes) == 1 else {}


def _whole_thousands(values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Choose the thousands for ``14,000``: nobody writes fourteen with three noughts."""
    return values[1:] if len(values) > 1 and values[0] == values[0].to_integral_value() else values
