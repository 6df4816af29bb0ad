"""From text to pieces: at every place of the line the longest thing that can stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from aegoals.domain.language.amounts import Amount, amount_at
from aegoals.domain.language.folding import tidy
from aegoals.domain.language.numerals import Numeral
from aegoals.domain.language.phrases import Entry, Match, PhraseBook
from aegoals.domain.quicklog.dates import date_of_figures, date_of_words
from aegoals.domain.quicklog.lexicon import Lexicon
from aegoals.domain.quicklog.names import NameBook
from aegoals.domain.quicklog.pieces import Piece, Role
from aegoals.domain.quicklog.signs import SignReel

_MINUTES_OF_HOUR = Decimal(60)
_HALF_HOUR = Decimal(30)

# A phrase can mean several things ("about 5 calls", "about pricing"); the first of these is its role.
_ROLE_ORDER: tuple[tuple[str, Role], ...] = (
    ("short_weekday", "date"), ("kind", "kind"), ("date", "date"), ("duration", "duration"), ("clock", "clock"),
    ("negation", "negation"), ("planned", "planned"), ("vague", "vague"), ("each", "each"), ("total", "total"),
    ("separator", "break"), ("closed", "closed"), ("unsaid", "unsaid"), ("about", "about"), ("article", "article"),
    ("filler", "filler"),
)  # fmt: skip
_BEFORE_FIGURES = frozenset({"article", "date", "duration", "clock", "vague", "unsaid"})  # as long: "45分", "两三个"


class Scanner(SignReel):
    """One walk over one line."""

    def __init__(
        self,
        text: str,
        today: date,
        lexicon: Lexicon,
        names: NameBook,
        *,
        day_first: bool | None,
        own_kind_words: Mapping[str, str],
    ) -> None:
        super().__init__(text, lexicon, names)
        self.today = today
        self.day_first = day_first
        self.own_kinds = _book_of_kinds(tuple(own_kind_words.items()))

    def scan(self) -> list[Piece]:
        """Return the pieces of the line in order."""
        at = 0
        while at < len(self.atoms):
            at = at + 1 if self.atoms[at].start < self.skip_to else self._step(at)
        return self.pieces

    def _step(self, at: int) -> int:
        """Put down the piece at this atom and return the place after it."""
        atom = self.atoms[at]
        if atom.form == "sign" and (after := self.sign(at)) is not None:
            return after
        if (account := self.names.account_at(self.atoms, at)) is not None:
            return self.known_account(at, *account)
        if atom.form == "date":
            return self.put("date", at, at + 1, date=date_of_figures(atom.key, self.today, day_first=self.day_first))
        if atom.form == "span":  # 1h30
            hours, minutes = re.findall("[0-9]+", atom.key)
            return self.put("duration", at, at + 1, minutes=Decimal(hours) * _MINUTES_OF_HOUR + Decimal(minutes))
        if atom.form in {"clock", "absurd"}:
            return self.put("clock" if atom.form == "clock" else "absurd", at, at + 1)
        return self._longest(at)

    def _longest(self, at: int) -> int:
        match = self._phrase_at(at)
        amount = self._amount_at(at)
        if amount is not None and self._goes_first(amount, match):
            return self._figure(at, amount)
        return self._word(at) if match is None else self._phrase(at, match)

    # --- figures

    def _amount_at(self, at: int) -> Amount | None:
        """Return the figure at this place; a minus that touches it makes it negative."""
        if not (self.atoms[at].key == "-" and self.touches_next(at) and self.blank_before(at)):
            return amount_at(self.lexicon.shared, self.atoms, at, self.text)
        amount = amount_at(self.lexicon.shared, self.atoms, at + 1, self.text)
        return amount._replace(values=tuple(-value for value in amount.values)) if amount is not None else None

    def _goes_first(self, amount: Amount, match: Match | None) -> bool:
        """Say whether a figure goes before the phrase that starts at the same place (``3 days ago``)."""
        if match is None:
            return True
        figure_end = self._with_counter(amount)[0]
        if figure_end == match.end:
            return all(entry.category not in _BEFORE_FIGURES for entry in match.entries)
        return figure_end > match.end

    def _figure(self, at: int, amount: Amount) -> int:
        """Put down a number, an amount or a range; years, seats and the like make it a part of the note."""
        if (upper := self._upper_end(amount)) is not None:
            if upper.is_money and not amount.is_money:  # 10-15k
                lower = tuple(value * upper.factor for value in amount.values[:1])
                amount = amount._replace(values=lower, scaled=True)
            return self.put("range", at, self._with_counter(upper)[0], amount=amount, upper=upper)
        end, category = self._with_counter(amount)
        if category == "span":
            return self.put("span", at, end)
        role: Role = "amount" if amount.is_money else "number"
        return self.put(role, at, end, amount=amount, counted=category == "counter")

    def _with_counter(self, amount: Amount) -> tuple[int, str]:
        """Return the place after the counter behind a figure, and whether it counts records or other things."""
        if amount.end < len(self.atoms) and (match := self.lexicon.phrases.longest(self.atoms, amount.end)) is not None:
            categories = {entry.category for entry in match.entries}
            for category in ("span", "counter"):
                if category in categories and "kind" not in categories:
                    return match.end, category
        return amount.end, ""

    def _upper_end(self, amount: Amount) -> Amount | None:
        """Return the second figure of a range (5-6, 5 to 6, 5から6)."""
        at = amount.end
        if at + 1 >= len(self.atoms):
            return None
        match = self.lexicon.phrases.longest(self.atoms, at)
        if match is None or all(entry.category != "range" for entry in match.entries):
            return None
        upper = amount_at(self.lexicon.shared, self.atoms, match.end, self.text)
        apart = self.atoms[at].key == "-" and self.blanks_around(at)  # 20k - 2 year deal
        if upper is None or upper.spelled != amount.spelled or (apart and upper.is_money != amount.is_money):
            return None
        return upper

    # --- phrases and words

    def _phrase_at(self, at: int) -> Match | None:
        """Return the longest phrase here that ends where a word ends; ``Mo`` is Monday only in front of a record."""
        match = self.lexicon.phrases.longest(self.atoms, at)
        own = self.own_kinds.longest(self.atoms, at) if self.own_kinds else None
        if own is not None and (match is None or own.end >= match.end):
            return own
        if match is None or self._cuts_katakana(match.end):
            return None
        raw = self.text[self.atoms[at].start : self.atoms[match.end - 1].end]
        heads = self._heads_a_record(match.end)
        entries = tuple(entry for entry in match.entries if entry.exact is None or (entry.exact == raw and heads))
        return match._replace(entries=entries) if entries else None

    def _heads_a_record(self, after: int) -> bool:
        return after < len(self.atoms) and (self.atoms[after].key in {":", "."} or self.atoms[after].form == "number")

    def _cuts_katakana(self, after: int) -> bool:
        """Say whether a match ends inside a word of katakana: リード is no lead in リードタイム."""
        if after >= len(self.atoms) or not self.touches_next(after - 1):
            return False
        return all("\u30a1" <= self.atoms[place].key <= "\u30fc" for place in (after - 1, after))

    def _phrase(self, at: int, match: Match) -> int:
        meanings = frozenset(entry.category for entry in match.entries)
        languages = frozenset(entry.language for entry in match.entries)
        category, role = next(((category, role) for category, role in _ROLE_ORDER if category in meanings), ("", None))
        if role is None:
            return self.put("word", at, match.end, meanings=meanings, languages=languages)
        entry = next(entry for entry in match.entries if entry.category == category)
        after = self.put(role, at, match.end, name=entry.value, meanings=meanings, languages=languages)
        self._fill(self.pieces[-1], entry, match.values)
        return after

    def _fill(self, piece: Piece, entry: Entry, values: Sequence[Numeral]) -> None:
        """Give a date, a duration or a time of day its value."""
        if entry.category == "short_weekday":
            piece.date = date_of_words("weekday", [int(entry.value)], self.today)
        elif piece.role == "date":
            piece.date = date_of_words(entry.value, values, self.today)
        elif piece.role == "duration":
            piece.minutes, piece.amount = _minutes(entry, values), _first_amount(values)
        elif piece.role == "clock":
            piece.amount = _first_amount(values)

    def _word(self, at: int) -> int:
        """Put down a word that is in no list; a longer word that ends with a kind word is of that kind."""
        key = self.atoms[at].key
        if self.atoms[at].form != "word" or key in self.lexicon.real_words:
            return self.put("word", at, at + 1)
        heads = self.lexicon.compound_heads
        head, kind = next(((head, kind) for head, kind in heads if _ends_with(key, head)), ("", ""))
        if not kind:
            return self.put("word", at, at + 1)
        if first := self.lexicon.kind_of.get(key.removesuffix(head)):
            self.put("kind", at, at + 1, name=first)  # demomöte names two kinds
        return self.put("kind", at, at + 1, name=kind)


def _ends_with(word: str, head: str) -> bool:
    return len(word) > len(head) + 2 and word.endswith(head)


@lru_cache(maxsize=2)
def _book_of_kinds(words: tuple[tuple[str, str], ...]) -> PhraseBook | None:
    """Return the AE's own kind words as phrases; the latest books are kept."""
    if not words:
        return None
    book = PhraseBook({})
    for word, kind in words:
        book.add(tidy(word), Entry("kind", kind, ""))
    return book


def _first_amount(values: Sequence[Numeral]) -> Amount | None:
    return Amount(values[0].values[:1], (), False, values[0].spelled, 0, 0) if values else None


def _minutes(entry: Entry, values: Sequence[Numeral]) -> Decimal:
    """Return the minutes of a duration phrase."""
    first, second = ([value.values[0] for value in values] + [Decimal(0)] * 2)[:2]
    return {
        "minutes": first,
        "hours": first * _MINUTES_OF_HOUR,
        "hours_minutes": first * _MINUTES_OF_HOUR + second,
        "hours_and_half": first * _MINUTES_OF_HOUR + _HALF_HOUR,
        "half_hour": _HALF_HOUR,
        "hour": _MINUTES_OF_HOUR,
        "hour_and_half": _MINUTES_OF_HOUR + _HALF_HOUR,
    }[entry.value]
