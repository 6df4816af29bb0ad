"""One record from its pieces: what is certain goes into the draft, the rest becomes questions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from aegoals.domain.quicklog.doubts import Question
from aegoals.domain.quicklog.drafts import Changes, Draft
from aegoals.domain.quicklog.figures import Figures, figures_of, score_value
from aegoals.domain.quicklog.lexicon import Lexicon
from aegoals.domain.quicklog.limits import (
    HIGHEST_NPS,
    OUTCOMES,
    amount_fits,
    count_fits,
    minutes_fit,
    score_fits,
)
from aegoals.domain.quicklog.names import NameBook
from aegoals.domain.quicklog.notes import notes_of, unknown_names, words_left
from aegoals.domain.quicklog.pieces import Piece

_HOMES = {"JPY": "ja", "CNY": "zh", "SEK": "sv"}
_THOUSAND = 1000
_KINDS_OF_DEALS = ("deal_won", "deal_lost", "opportunity")
_KINDS_WITH_MONEY = ("deal_won", "proposal", "opportunity", "deal_lost", "renewal")
_KINDS_WITHOUT = ("call", "email", "meeting", "demo", "other")


@dataclass(frozen=True, slots=True)
class Line:
    """What all records of one line share."""

    text: str
    lexicon: Lexicon
    names: NameBook
    languages: frozenset[str]  # that some word of the line belongs to alone
    front_account: str | None


class RecordReader:
    """Reads one group of pieces into the draft at one place of the line."""

    def __init__(
        self, group: Sequence[Piece], place: int, line: Line, kind_before: str | None = None
    ) -> None:
        self.group = group
        self.place = place
        self.line = line
        self.kind_before = kind_before  # of the record before: probably meant again where a kind is missing
        self.draft = Draft()
        self.questions: list[Question] = []
        self.runs: list[list[Piece]] = []

    def read(self) -> tuple[Draft, list[Question]]:
        """Return the draft and what must be asked about it."""
        if negation := self._first("negation"):
            return Draft(held=True), [Question("negation", self._words_from(negation))]
        kind, nps = self._kind()
        figures = figures_of(self.group, kind)
        self.runs = words_left(self.group, self.line.text)
        self._set(kind=kind, tags=self._tags(nps=nps), notes=notes_of(self.group, self.runs, self.line.text))
        self._account()
        self._product()
        self._money(figures)
        self._quantity(figures, nps=nps)
        self._minutes(figures)
        for absurd in self._roles("absurd"):
            self._ask("range", absurd.text)
        self._missing_kind(figures)
        self._unknown_names()
        self._planned()
        return self.draft, self.questions

    # --- small tools

    def _set(self, **changes: object) -> None:
        self.draft = replace(self.draft, **changes)  # type: ignore[arg-type]  # fields of Draft

    def _ask(self, code: str, words: str, *options: Sequence[Changes]) -> None:
        self.questions.append(Question(code, words, [{self.place: changes} for changes in options]))

    def _roles(self, role: str) -> list[Piece]:
        return [piece for piece in self.group if piece.role == role]

    def _first(self, role: str) -> Piece | None:
        return next(iter(self._roles(role)), None)

    def _words_from(self, *pieces: Piece) -> str:
        """Return the words of the line from the first of these pieces to the last; of the record for none."""
        chosen = pieces or tuple(self.group)
        return self.line.text[
            min(piece.start for piece in chosen) : max(piece.end for piece in chosen)
        ].strip()

    # --- what it was

    def _kind(self) -> tuple[str | None, bool]:
        """Return the kind, None where it must be asked, and whether the score is an NPS."""
        pieces = self._roles("kind")
        kinds = list(dict.fromkeys("csat" if piece.name == "nps" else piece.name for piece in pieces))
        nps = any(piece.name == "nps" for piece in pieces)
        if "opportunity" in kinds and OUTCOMES.intersection(kinds):
            kinds.remove("opportunity")
        if len(kinds) > 1:
            self._set(held=True)
            self._ask(
                "two_kinds", self._words_from(*pieces), *[({"kind": kind, "held": False},) for kind in kinds]
            )
            return None, nps
        if kinds == ["opportunity"] and self._first("closed"):
            self._won_or_lost(OUTCOMES)
            return None, nps
        return (kinds[0] if kinds else None), nps

    def _won_or_lost(self, outcomes: Collection[str]) -> None:
        for piece in self._roles("unsaid"):
            piece.role = "closed"  # the word is answered, and no note
        self.runs = words_left(self.group, self.line.text)
        self._set(held=True, notes=notes_of(self.group, self.runs, self.line.text))
        options = [({"kind": kind, "held": False},) for kind in _KINDS_OF_DEALS if kind in outcomes]
        self._ask("won_or_lost", self._words_from(), *options)

    def _missing_kind(self, figures: Figures) -> None:
        """Decide what a record without kind word is: other work, an unsaid outcome, or a question."""
        if self.draft.kind or (self.questions and self.questions[0].code in {"two_kinds", "won_or_lost"}):
            return
        has_money = bool(figures.amounts)
        if self._first("closed"):
            self._won_or_lost(OUTCOMES)
        elif self._first("unsaid") and not figures.minutes and (has_money or self.draft.account):
            self._won_or_lost(_KINDS_OF_DEALS)
        elif self._is_other_work(figures):
            self._set(kind="other")
        else:
            self._set(held=True)
            usual = _KINDS_WITH_MONEY if has_money else _KINDS_WITHOUT
            kinds = dict.fromkeys([self.kind_before, *usual] if self.kind_before else usual)
            self._ask("no_kind", self._words_from(), *[({"kind": kind, "held": False},) for kind in kinds])

    def _is_other_work(self, figures: Figures) -> bool:
        if figures.amounts or (not self.runs and not self.draft.notes):
            return bool(figures.minutes and self.draft.account and not figures.amounts)
        return bool(figures.minutes or self.draft.account)

    # --- whom and what it was about

    def _account(self) -> None:
        names = list(dict.fromkeys(piece.name for piece in self._roles("account")))
        if len(names) > 1:
            each = [{"account": name} for name in names]
            self._ask(
                "shared", self._words_from(*self._roles("account")), each, *[(change,) for change in each]
            )
        elif names:
            self._set(account=names[0])

    def _product(self) -> None:
        names = list(dict.fromkeys(piece.name for piece in self._roles("product")))
        if len(names) > 1:
            each = [{"product": name} for name in names]
            self._ask(
                "shared", self._words_from(*self._roles("product")), each, *[(change,) for change in each]
            )
        elif names:
            self._set(product=names[0])

    def _tags(self, *, nps: bool) -> tuple[str, ...]:
        tags = [piece.name for piece in self._roles("tag")] + ["nps"] * nps
        return tuple(dict.fromkeys(tags))

    def _unknown_names(self) -> None:
        """Ask about capitalised words, unless the record has its account or is other work."""
        if (
            self.draft.account
            or self.line.front_account
            or self.draft.kind in {None, "other"}
            or self._roles("account")
        ):
            return
        lexicon = self.line.lexicon
        runs = [run for run in self.runs if not (self.draft.kind == "lead" and self._names_a_source(run[0]))]
        common = lexicon.real_words.union(self.line.names.products)
        names = unknown_names(
            runs,
            self.line.text,
            common,
            lexicon.company_endings,
            lexicon.noun_endings,
            german="de" in self.line.languages,
        )
        for name in names:
            near = self.line.names.nearest(name)
            accounts = [near, name] if near else [name]
            without = self._notes_without(name)
            self._ask(
                "unknown_name",
                name,
                *[({"account": account, "notes": without},) for account in accounts],
                ({},),
            )

    def _notes_without(self, name: str) -> tuple[str, ...]:
        at = self.line.text.index(name, self.runs[0][0].start)
        rest = [
            piece if not at <= piece.start < at + len(name) else replace(piece, role="account")
            for piece in self.group
        ]
        return notes_of(rest, words_left(rest, self.line.text), self.line.text)

    def _names_a_source(self, first: Piece) -> bool:
        """Say whether the word stands behind "from" or "via": where leads came from is no account."""
        before = [piece for piece in self.group if piece.end <= first.start]
        return bool(before) and "source" in before[-1].meanings

    # --- figures

    def _money(self, figures: Figures) -> None:
        if len(figures.amounts) > 1:
            words = self._words_from(*figures.amounts)
            self._ask(
                "number",
                words,
                *[({"amount": piece.value, **self._sure_currency(piece)},) for piece in figures.amounts],
            )
        elif figures.amounts:
            self._amount(figures.amounts[0], figures)
        if figures.bare is not None:
            value = figures.bare.value
            counts = [({"quantity": value},)] if count_fits(self.draft.kind, value) else []
            amounts = [
                ({"quantity": Decimal(1), "amount": value},),
                ({"quantity": Decimal(1), "amount": value * _THOUSAND},),
            ]
            self._ask("bare_amount", figures.bare.text, *amounts, *counts)

    def _amount(self, piece: Piece, figures: Figures) -> None:
        amount = piece.amount
        if amount is None:
            return
        if piece.role in {"vague", "range"}:
            ends = [end.values[0] for end in (amount, piece.upper) if end is not None]
            self._ask(
                "vague_quantity",
                piece.text,
                *[({"amount": value, **self._sure_currency(piece)},) for value in ends],
            )
            return
        self._currency(piece)
        values = _whole_thousands(amount.values)
        if not all(amount_fits(value) for value in values):
            self._ask("range", piece.text)
        elif len(values) > 1:
            self._ask("number", piece.text, *[({"amount": value},) for value in values])
        else:
            self._share_out(values[0], piece, figures)

    def _share_out(self, value: Decimal, piece: Piece, figures: Figures) -> None:
        """Set an amount; several records with one amount can mean the sum or each."""
        count = (
            figures.quantity.amount.values[-1] if figures.quantity and figures.quantity.amount else Decimal(1)
        )
        unknown = (
            (figures.quantity is not None
            and figures.quantity.role in {"vague", "range"})
            or bool(self._roles("vague"))
        )
        if self._first("each") and count_fits(self.draft.kind, count):
            self._set(amount=value * count)
        elif (count > 1 or unknown) and not self._first("total"):
            self._ask("shared", piece.text, ({"amount": value},), ({"amount": value * count},))
        else:
            self._set(amount=value)

    def _currency(self, piece: Piece) -> None:
        sure = self._sure_currency(piece)
        self._set(**sure)
        if not sure and piece.amount is not None and piece.amount.currencies:
            self._ask("currency", piece.text, *[({"currency": code},) for code in piece.amount.currencies])

    def _sure_currency(self, piece: Piece) -> dict[str, str]:
        """Return the currency when it is one: the language of the line settles ¥ (yen or yuan) and kr (of three crowns)."""
        codes = piece.amount.currencies if piece.amount else ()
        if len(codes) > 1:
            at_home = tuple(code for code in codes if _HOMES.get(code) in self.line.languages)
            codes = at_home or (codes[:1] if codes[0] == "SEK" and "en" not in self.line.languages else codes)
        return {"currency": codes[0]} if len(codes) == 1 else {}

    def _quantity(self, figures: Figures, *, nps: bool) -> None:
        piece = figures.quantity
        if self.draft.kind == "csat":
            self._score(piece, nps=nps)
        elif vague := self._vague(piece):
            ends = [end.values[-1] for end in (vague.amount, vague.upper) if end is not None]
            self._ask(
                "vague_quantity",
                vague.text,
                *[({"quantity": value},) for value in ends if count_fits(self.draft.kind, value)],
            )
        elif piece is not None:
            self._count(piece)
        elif figures.bare is None:
            self._set(quantity=Decimal(1))
        if figures.odd:
            chosen = [figure for figure in (piece, *figures.odd) if figure is not None]
            fitting = [figure.value for figure in chosen if count_fits(self.draft.kind, figure.value)]
            self._ask("number", self._words_from(*chosen), *[({"quantity": value},) for value in fitting])

    def _vague(self, piece: Piece | None) -> Piece | None:
        if piece is not None:
            return piece if piece.role in {"vague", "range"} else None
        return next((vague for vague in self._roles("vague") if vague.amount is None), None)

    def _count(self, piece: Piece) -> None:
        if self.draft.kind is None and amount_fits(piece.value):
            self._set(quantity=piece.value)
            return
        values = [
            value
            for value in (piece.amount.values if piece.amount else ())
            if count_fits(self.draft.kind, value)
        ]
        if values:
            self._set(quantity=values[0])
        elif piece.value == 0:
            self._set(held=True)
            self._ask("negation", self._words_from(piece))
        else:
            self._ask("range", piece.text)

    def _score(self, piece: Piece | None, *, nps: bool) -> None:
        score = score_value(piece) if piece else None
        if score is not None and score_fits(score, nps=nps):
            self._set(quantity=score)
        elif score is not None and not nps and score_fits(score, nps=True) and score <= HIGHEST_NPS:
            self._ask("range", self._words_from(), ({"quantity": score, "tags": (*self.draft.tags, "nps")},))
        else:
            self._ask("range", self._words_from())

    def _minutes(self, figures: Figures) -> None:
        minutes = sum(figures.minutes, Decimal(0))
        if figures.minutes and minutes_fit(minutes):
            self._set(minutes=int(minutes.to_integral_value()))
        elif figures.minutes:
            self._ask("range", figures.duration_words)

    # --- whether it was

    def _planned(self) -> None:
        """A planned record is held: the one question is whether it is done."""
        if (piece := self._first("planned")) is not None:
            self._set(held=True)
            done = ({"held": False},) if self.draft.kind and not self.questions else None
            self.questions = []
            self._ask("planned", piece.text, *([done] if done else []))


def _whole_thousands(values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Choose the thousands for ``14,000``: nobody writes fourteen with three noughts."""
    return values[1:] if len(values) > 1 and values[0] == values[0].to_integral_value() else values
