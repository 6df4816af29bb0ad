"""From text to pieces: at every place of the line the longest thing that can stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from aegoals.domain.language.amounts import Amount, amount_at
from aegoals.domain.language.atoms import split_atoms
from aegoals.domain.language.folding import fold, tidy
from aegoals.domain.language.numerals import Numeral
from aegoals.domain.language.phrases import Entry, Match, PhraseBook
from aegoals.domain.quicklog.dates import date_of_figures, date_of_words
from aegoals.domain.quicklog.lexicon import Lexicon
from aegoals.domain.quicklog.names import NameBook
from aegoals.domain.quicklog.pieces import Piece, Role

_BREAKS = frozenset(",;+&|、・。\n")
_NAME_AFTER_SIGN = re.compile(r'[^\s,;#@()、。:"]+')
_MINUTES_OF_HOUR = Decimal(60)
_HALF_HOUR = Decimal(30)

# A phrase can mean several things ("about 5 calls", "about pricing"); the first of these that it can mean is its role.
_ROLE_ORDER: tuple[tuple[str, Role], ...] = (
    ("short_weekday", "date"), ("kind", "kind"), ("date", "date"), ("duration", "duration"), ("clock", "clock"), ("negation", "negation"),
    ("planned", "planned"), ("vague", "vague"), ("each", "each"), ("total", "total"), ("separator", "break"),
    ("closed", "closed"), ("unsaid", "unsaid"), ("about", "about"), ("article", "article"), ("filler", "filler"),
)  # fmt: skip


class Scanner:
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
        self.text = text
        self.folded = fold(text)
        self.atoms = split_atoms(self.folded)
        self.today = today
        self.lexicon = lexicon
        self.names = names
        self.day_first = day_first
        self.own_kinds = _book_of_kinds(own_kind_words)
        self.pieces: list[Piece] = []
        self._skip_to = 0  # characters that a name or a note has taken

    def scan(self) -> list[Piece]:
        """Return the pieces of the line in order."""
        at = 0
        while at < len(self.atoms):
            if self.atoms[at].start < self._skip_to:
                at += 1
                continue
            at = self._step(at)
        return self.pieces

    def _step(self, at: int) -> int:
        """Take the piece at this atom and return the place after it."""
        atom = self.atoms[at]
        if atom.form == "sign" and (after := self._sign(at)) is not None:
            return after
        if (account := self.names.account_at(self.atoms, at)) is not None:
            return self._known_account(at, *account)
        if atom.form == "date":
            found = date_of_figures(atom.key, self.today, day_first=self.day_first)
            return self._put("date", at, at + 1, date=found)
        if atom.form == "span":
            hours, minutes = re.findall("[0-9]+", atom.key)
            return self._put(
                "duration", at, at + 1, minutes=Decimal(hours) * _MINUTES_OF_HOUR + Decimal(minutes)
            )
        if atom.form in {"clock", "absurd"}:
            return self._put("clock" if atom.form == "clock" else "absurd", at, at + 1)
        return self._longest(at)

    # --- names, notes and signs

    def _sign(self, at: int) -> int | None:
        key = self.atoms[at].key
        if key in "@#":
            return self._marked_name(at)
        if key == "(" and (close := self.folded.find(")", self.atoms[at].end)) >= 0:
            return self._note(at, self.atoms[at].end, close, close + 1)
        if key == "-" and self._blanks_around(at):
            return self._dash(at)
        if key in _BREAKS and not (key == "+" and self._is_more_than(at)):
            return self._put("break", at, at + 1)
        if key in "./" and self._ends_sentence(at):
            return self._put("break", at, at + 1)
        if key == ":":
            return self._put("colon", at, at + 1)
        return None

    def _marked_name(self, at: int) -> int | None:
        """Read what stands behind @ or #."""
        sign, start = self.atoms[at].key, self.atoms[at].end
        if (
            sign == "@"
            and self.folded.startswith('"', start)
            and (close := self.folded.find('"', start + 1)) > start + 1
        ):
            return self._put_account(at, self.text[start + 1 : close], close + 1)
        if (
            sign == "@"
            and (found := self.names.account_at(self.atoms, at + 1))
            and self._whole_name(start, at + 1, found[1])
        ):
            return self._put_account(at, found[0], self.atoms[found[1] - 1].end)
        word = _NAME_AFTER_SIGN.match(self.folded, start)
        name = self.text[start : word.end()].rstrip(".!?'&+") if word else ""
        if not name.strip("_"):
            return None
        if sign == "@":
            return self._put_account(at, name, start + len(name))
        return self._put_tag(at, name, start + len(name))

    def _whole_name(self, start: int, first: int, after: int) -> bool:
        """Say whether a known name behind @ touches the sign and is no part of a longer word."""
        end = self.atoms[after - 1].end
        if self.atoms[first].start != start:
            return False
        return (
            self.atoms[after - 1].form == "han"
            or end == len(self.folded)
            or not re.match(r"[\w&+-]", self.folded[end])
        )

    def _put_account(self, at: int, name: str, end: int) -> int:
        spelling = self.names.spelling(name)
        if not spelling:
            return self._put("word", at, at + 1)
        self._put("account", at, at + 1, name=spelling, known=True)
        self._cut(end)
        return at + 1

    def _put_tag(self, at: int, name: str, end: int) -> int:
        from aegoals.domain.quicklog.names import name_key

        product = self.names.products.get(name_key(name))
        self._put("product" if product else "tag", at, at + 1, name=product or name)
        self._cut(end)
        return at + 1

    def _cut(self, end: int) -> None:
        """Let the last piece reach to this character, and go on behind it."""
        piece = self.pieces[-1]
        piece.end, piece.text = end, self.text[piece.start : end]
        piece.fronts = bool(re.match(r"\s*:", self.folded[end : end + 3]))
        self._skip_to = end

    def _known_account(self, at: int, name: str, after: int) -> int:
        self._put("account", at, after, name=name, known=True)
        self._cut(self.atoms[after - 1].end)
        if self.folded.startswith("'s", self._skip_to):
            self._skip_to += 2
        return after

    def _note(self, at: int, start: int, end: int, after: int) -> int:
        self._put("note", at, at + 1, name=self.text[start:end].strip())
        self._cut(after)
        self.pieces[-1].fronts = False
        return at + 1

    def _dash(self, at: int) -> int | None:
        """A dash between blanks opens a note; in front of the first record it only parts the line's head from it."""
        if not any(piece.role in {"kind", "number", "amount", "duration", "word"} for piece in self.pieces):
            return at + 1
        return self._note(at, self.atoms[at].end, *[self._end_of_note(at + 1)] * 2)

    def _end_of_note(self, at: int) -> int:
        """Return where a note ends: at a separator in front of another record ("…, 3 calls"), or with the line."""
        for place in range(at, len(self.atoms)):
            if self.atoms[place].key in _BREAKS and self._record_starts(place + 1):
                return self.atoms[place].start
        return len(self.text)

    def _record_starts(self, at: int) -> bool:
        found = self.lexicon.shared.numeral(self.atoms, at)
        if found is None or found[1] >= len(self.atoms):
            return False
        match = self.lexicon.phrases.longest(self.atoms, found[1])
        return match is not None and any(entry.category == "kind" for entry in match.entries)

    def _blanks_around(self, at: int) -> bool:
        atom = self.atoms[at]
        after = self.folded[atom.end : atom.end + 1]
        return (not after or after.isspace()) and (atom.start == 0 or self.folded[atom.start - 1].isspace())

    def _ends_sentence(self, at: int) -> bool:
        """A full stop or a slash parts records when a blank follows it, and the slash one before it too."""
        atom = self.atoms[at]
        return self._blanks_around(at) if atom.key == "/" else self.folded[atom.end : atom.end + 1].isspace()

    def _is_more_than(self, at: int) -> bool:
        """Say whether a plus is the one of ``5+ calls``."""
        follows_number = (
            at > 0 and self.atoms[at - 1].form == "number" and self.atoms[at - 1].end == self.atoms[at].start
        )
        touches_next = at + 1 < len(self.atoms) and self.atoms[at + 1].start == self.atoms[at].end
        return follows_number and not touches_next

    # --- phrases and figures

    def _longest(self, at: int) -> int:
        match = self._phrase_at(at)
        negative = self._is_minus(at)
        amount = amount_at(self.lexicon.shared, self.atoms, at + negative, self.text)
        if amount is not None and self._is_figure(amount, match):
            return self._figure(
                at, amount._replace(values=tuple(-value for value in amount.values)) if negative else amount
            )
        if match is not None:
            return self._phrase(at, match)
        return self._word(at)

    def _phrase_at(self, at: int) -> Match | None:
        """Return the longest phrase here that ends where a word ends; ``Mo`` is Monday only in front of a record."""
        match = self.lexicon.phrases.longest(self.atoms, at)
        own = self.own_kinds.longest(self.atoms, at) if self.own_kinds else None
        if own is not None and (match is None or own.end >= match.end):
            return own
        if match is None:
            return None
        raw = self.text[self.atoms[at].start : self.atoms[match.end - 1].end]
        heads = self._heads_a_record(match.end)
        entries = tuple(
            entry for entry in match.entries if entry.exact is None or (entry.exact == raw and heads)
        )
        return match._replace(entries=entries) if entries and not self._cuts_katakana(match.end) else None

    def _heads_a_record(self, after: int) -> bool:
        return after < len(self.atoms) and (
            self.atoms[after].key in {":", "."} or self.atoms[after].form == "number"
        )

    def _cuts_katakana(self, after: int) -> bool:
        """Say whether a match ends inside a word of katakana: リード is no lead in リードタイム."""
        if after >= len(self.atoms) or self.atoms[after].start != self.atoms[after - 1].end:
            return False
        return all("\u30a1" <= self.atoms[place].key <= "\u30fc" for place in (after - 1, after))

    def _is_figure(self, amount: Amount, match: Match | None) -> bool:
        """Say whether a figure goes before the phrase that starts at the same place ("3 days ago", "45分", "a")."""
        if match is None:
            return True
        categories = {entry.category for entry in match.entries}
        figure_end = self._with_counter(amount)[0]
        if figure_end == match.end:
            return not categories & {"article", "date", "duration", "clock"}
        return figure_end > match.end

    def _is_minus(self, at: int) -> bool:
        atom = self.atoms[at]
        touches_number = (
            at + 1 < len(self.atoms)
            and self.atoms[at + 1].start == atom.end
            and self.atoms[at + 1].form == "number"
        )
        return (
            atom.key == "-" and touches_number and (atom.start == 0 or self.folded[atom.start - 1].isspace())
        )

    def _figure(self, at: int, amount: Amount) -> int:
        """Put a number, an amount or a range; what is counted by it (years, seats) makes it a part of the note."""
        if (upper := self._upper_end(amount)) is not None:
            end, _ = self._with_counter(upper)
            if upper.is_money and not amount.is_money:  # 10-15k
                lower = tuple(value * upper.factor for value in amount.values[:1])
                amount = amount._replace(values=lower, scaled=True)
            return self._put("range", at, end, amount=amount, upper=upper)
        end, category = self._with_counter(amount)
        if category == "span":
            return self._put("span", at, end)
        role: Role = "amount" if amount.is_money else "number"
        return self._put(role, at, end, amount=amount, counted=category == "counter")

    def _with_counter(self, amount: Amount) -> tuple[int, str]:
        """Return the place after the counter that follows a figure, and whether it counts records or other things."""
        if (
            amount.end < len(self.atoms)
            and (match := self.lexicon.phrases.longest(self.atoms, amount.end)) is not None
        ):
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
        apart = self.atoms[at].key == "-" and self._blanks_around(at)
        if upper is None or upper.spelled != amount.spelled or (apart and upper.is_money != amount.is_money):
            return None
        return upper

    def _phrase(self, at: int, match: Match) -> int:
        meanings = frozenset(entry.category for entry in match.entries)
        languages = frozenset(entry.language for entry in match.entries)
        for category, role in _ROLE_ORDER:
            if category in meanings:
                entry = next(entry for entry in match.entries if entry.category == category)
                break
        else:
            return self._put("word", at, match.end, meanings=meanings, languages=languages)
        after = self._put(role, at, match.end, name=entry.value, meanings=meanings, languages=languages)
        piece = self.pieces[-1]
        if category == "short_weekday":
            piece.date = date_of_words("weekday", [int(entry.value)], self.today)
        elif role == "date":
            piece.date = date_of_words(entry.value, match.values, self.today)
        elif role == "duration":
            piece.minutes, piece.amount = _minutes(entry, match.values), _first_amount(match.values)
        elif role == "clock" and match.values:
            piece.amount = _first_amount(match.values)
        return after

    def _word(self, at: int) -> int:
        """Put a word that is in no list; a longer word that ends with a kind word is of that kind."""
        key = self.atoms[at].key
        if self.atoms[at].form != "word" or key in self.lexicon.real_words:
            return self._put("word", at, at + 1)
        head, kind = next(
            ((head, kind) for head, kind in self.lexicon.compound_heads if _ends_with(key, head)), ("", "")
        )
        if not kind:
            return self._put("word", at, at + 1)
        if first := self.lexicon.kind_of.get(key.removesuffix(head)):
            self._put("kind", at, at + 1, name=first)  # demomöte names two kinds
        return self._put("kind", at, at + 1, name=kind)

    def _put(self, role: Role, at: int, after: int, **fields: object) -> int:
        start, end = self.atoms[at].start, self.atoms[after - 1].end
        self.pieces.append(Piece(role, start, end, self.text[start:end], **fields))  # type: ignore[arg-type]  # fields of Piece
        return after


def _ends_with(word: str, head: str) -> bool:
    return len(word) > len(head) + 2 and word.endswith(head)


def _book_of_kinds(words: Mapping[str, str]) -> PhraseBook | None:
    """Return the AE's own kind words as phrases."""
    if not words:
        return None
    book = PhraseBook({})
    for word, kind in words.items():
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
