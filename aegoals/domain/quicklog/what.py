"""What a record is: its kind, other work, or a question."""

from __future__ import annotations

from aegoals.domain.quicklog.figures import Figures
from aegoals.domain.quicklog.limits import OUTCOMES
from aegoals.domain.quicklog.sheet import Sheet

_DEALS = ("deal_won", "deal_lost", "opportunity")
_ENDS = ("deal_won", "deal_lost")
_WITH_MONEY = ("deal_won", "proposal", "opportunity", "deal_lost", "renewal")
_WITHOUT = ("call", "email", "meeting", "demo", "other")
NPS = "nps"
"""The score that is kept as satisfaction, with this tag."""


def read_kind(sheet: Sheet) -> str | None:
    """Return the kind that the record names; None where it names none or must be asked."""
    pieces = sheet.all("kind")
    kinds = list(dict.fromkeys("csat" if piece.name == NPS else piece.name for piece in pieces))
    if "opportunity" in kinds and OUTCOMES.intersection(kinds):
        kinds.remove("opportunity")  # lost opp: the opportunity is what was lost
    if len(kinds) > 1:
        sheet.hold_and_ask("two_kinds", sheet.words(*pieces), kinds)
    elif kinds == ["opportunity"] and sheet.first("closed"):
        _ask_outcome(sheet, _ENDS)
    elif kinds:
        return kinds[0]
    return None


def settle_kind(sheet: Sheet, figures: Figures) -> None:
    """Decide what a record without a kind word is: an unsaid outcome, other work, or a question."""
    if sheet.draft.kind or sheet.draft.held:
        return
    if sheet.first("closed"):
        _ask_outcome(sheet, _ENDS)
    elif sheet.first("unsaid") and not figures.minutes and (figures.amounts or sheet.draft.account):
        _ask_outcome(sheet, _DEALS)
    elif _is_other_work(sheet, figures):
        sheet.set(kind="other")
    else:
        usual = _WITH_MONEY if figures.amounts else _WITHOUT
        before = (sheet.kind_before,) if sheet.kind_before else ()
        kinds = dict.fromkeys([*before, *usual[:-1], *sheet.line.own_kinds, usual[-1]])
        sheet.hold_and_ask("no_kind", sheet.words(), list(kinds))


def _ask_outcome(sheet: Sheet, outcomes: tuple[str, ...]) -> None:
    for piece in sheet.all("unsaid"):
        piece.role = "closed"  # the word is answered, and no note
    sheet.take_notes()
    sheet.hold_and_ask("won_or_lost", sheet.words(), outcomes)


def _is_other_work(sheet: Sheet, figures: Figures) -> bool:
    """Say whether words with a duration or an account are left: coffee with Wayne, travel 3h."""
    if figures.amounts:
        return False
    if sheet.runs or sheet.draft.notes:
        return bool(figures.minutes or sheet.draft.account)
    return bool(figures.minutes and sheet.draft.account)
