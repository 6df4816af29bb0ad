"""Whom a record was about: its account and product, and words that look like an account."""

from __future__ import annotations

from dataclasses import replace

from aegoals.domain.quicklog.notes import notes_of, unknown_names, words_left
from aegoals.domain.quicklog.pieces import Piece
from aegoals.domain.quicklog.sheet import Sheet


def read_names(sheet: Sheet) -> None:
    """Read account and product; several of one kind are asked about."""
    for role in ("account", "product"):
        pieces = sheet.all(role)
        names = list(dict.fromkeys(piece.name for piece in pieces))
        if len(names) > 1:
            each = [{role: name} for name in names]
            sheet.ask("shared", sheet.words(*pieces), each, *[(change,) for change in each])
        elif names:
            sheet.set(**{role: names[0]})


def ask_unknown_names(sheet: Sheet) -> None:
    """Ask about capitalised words, unless the record has its account or is other work."""
    if sheet.first("account") or sheet.line.front_account or sheet.draft.kind in {None, "other"}:
        return
    lexicon = sheet.line.lexicon
    runs = [run for run in sheet.runs if not (sheet.draft.kind == "lead" and _names_a_source(sheet, run[0]))]
    if not runs:
        return
    common = lexicon.real_words.union(sheet.line.names.products)
    noun_endings = lexicon.noun_endings if "de" in sheet.line.languages else ()
    for name in unknown_names(runs, sheet.line.text, common, lexicon.company_endings, noun_endings):
        near = sheet.line.names.nearest(name)
        accounts = [near, name] if near else [name]
        without = _notes_without(sheet, name)
        sheet.ask("unknown_name", name, *[({"account": account, "notes": without},) for account in accounts], ({},))


def _names_a_source(sheet: Sheet, first: Piece) -> bool:
    """Say whether the word stands behind "from" or "via": where leads came from is no account."""
    before = [piece for piece in sheet.group if piece.end <= first.start]
    return bool(before) and "source" in before[-1].meanings


def _notes_without(sheet: Sheet, name: str) -> tuple[str, ...]:
    start = sheet.line.text.index(name, sheet.runs[0][0].start)
    named = range(start, start + len(name))
    rest = [replace(piece, role="account") if piece.start in named else piece for piece in sheet.group]
    return notes_of(rest, words_left(rest), sheet.line.text)
