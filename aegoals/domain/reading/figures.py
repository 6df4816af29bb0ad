"""Figures of a goal: each with its unit, its role (from, to, by) and its place."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from aegoals.domain.language.amounts import Amount, amount_at
from aegoals.domain.language.phrases import Match
from aegoals.domain.reading.sentence import Sentence

_HOME = {"en": "USD", "sv": "SEK", "de": "EUR", "ja": "JPY", "zh": "CNY"}
_LENGTHS = {
    "days": ("days", Decimal(1)),
    "weeks": ("days", Decimal(7)),
    "months": ("days", Decimal(30)),
    "hours": ("hours", Decimal(1)),
    "minutes": ("hours", 1 / Decimal(60)),
}
_SHARES = {
    "double": Decimal(100),
    "triple": Decimal(200),
    "quadruple": Decimal(300),
    "halve": Decimal(50),
    "half_more": Decimal(50),
    "quarter": Decimal(25),
    "third": Decimal(100) / 3,
    "fifth": Decimal(20),
    "tenth": Decimal(10),
    "two_thirds": Decimal(200) / 3,
    "three_quarters": Decimal(75),
    "half_of": Decimal(50),
}
_UNITS = {"percent": "%", "score": "score", "points": "points"}
_RISES = frozenset({"double", "triple", "quadruple", "half_more"})
_LEVELS = frozenset({"half_of"})  # half of all quotes is a level
_NO_FIGURE = "none"  # phrases with a number word that count nothing: one day, 一流, double digits
_NOUN_WITHIN = 4  # words behind a figure, adjectives counted
_HAN_OF_WORDS = 2  # characters of a number that can be part of a word: 一流, 十分; not 六十万
_RATE_WITHIN = 3  # atoms of a rate in front of a figure


@dataclass(slots=True)
class Figure:
    """A figure that can be a target or a baseline; places count atoms."""

    value: Decimal
    unit: str | None
    first: int
    after: int
    roles: set[str] = field(default_factory=set)
    scaled: bool = False  # a multiplier stands behind it: 5k, 200万
    counted: bool = False  # a bare counter stands behind it: st, Stück, 个
    noun_after: bool = False  # what it counts stands behind it
    upper: Decimal | None = None  # of a range
    factor: Decimal = Decimal(1)  # from the figure as written to the value: 7 for weeks, 1000 for k
    lead: int = 0  # where the words of its role begin
    multiple: str = ""  # double, halve, a quarter: a change by its word

    @property
    def is_change(self) -> bool:
        """Whether the figure is a change rather than a level."""
        return (bool(self.multiple) and self.multiple not in _LEVELS) or ("by" in self.roles and "to" not in self.roles)

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return self.unit is not None and self.unit.isupper()

    @property
    def sign(self) -> str:
        """The direction that the word itself has: doubling rises, halving falls."""
        return "increase" if self.multiple in _RISES else "decrease" if self.multiple == "halve" else ""


class FigureReader:
    """Finds the figures of one sentence that are no dates and no parts of names."""

    def __init__(self, sentence: Sentence, taken: Container[int]) -> None:
        self.sentence = sentence
        self.atoms = sentence.atoms
        self.lexicon = sentence.lexicon
        self.taken = taken

    def read(self) -> list[Figure]:
        """Return the figures from left to right."""
        figures: list[Figure] = []
        at = 0
        while at < len(self.atoms):
            figure = None if at in self.taken else self._figure_at(at)
            at = figure.after if figure is not None else at + 1
            if figure is not None and figure.multiple != _NO_FIGURE:
                self._look_beside(figure)
                if not self._joins_range(figures, figure):
                    figures.append(figure)
        return figures

    # --- one figure

    def _figure_at(self, at: int) -> Figure | None:
        match = self.lexicon.units.longest(self.atoms, at)
        category, value = self._meaning(match, at)
        if match is not None and category == "multiple":
            return Figure(_SHARES.get(value, Decimal(0)), "%", at, match.end, multiple=value)
        if match is not None and category == "span" and match.values:
            return self._length(at, match)
        if value == "percent_before" and match is not None:
            return self._percent(at, match.end)
        amount = amount_at(self.lexicon.shared, self.atoms, at, self.sentence.text)
        if amount is None or any(place in self.taken for place in range(at, amount.end)):
            return None
        return None if self._is_part_of_name(amount) else self._amount(amount)

    def _meaning(self, match: Match | None, at: int) -> tuple[str, str]:
        """Return what a phrase of units stands for; "within one day" is a length, "one day" some time."""
        if match is None:
            return "", ""
        spans = [entry for entry in match.entries if entry.category == "span"]
        is_length = spans and "within" in self.lexicon.beside_time.names_before(self.atoms, at)[0]
        entry = spans[0] if is_length else match.entries[0]
        return entry.category, entry.value

    def _length(self, at: int, match: Match) -> Figure | None:
        """Return a length of time as a measure; "60-day" in front of a noun is an attribute."""
        span = next(entry.value for entry in match.entries if entry.category == "span")
        is_attribute = self.atoms[at + 1].key == "-"
        names = self.lexicon.beside_names
        older_than = "before" in names.ending_at(self.atoms, at)[0]
        if "after" in names.at(self.atoms, at + 1)[0]:  # 3年契約
            return None
        is_attribute = is_attribute and span not in {"hours", "minutes"}  # a 16-hour course
        if is_attribute or older_than or "after" in names.at(self.atoms, match.end)[0]:
            return None
        unit, factor = _LENGTHS.get(span, (None, Decimal(1)))
        return Figure(match.values[0].values[0] * factor, unit, at, match.end, factor=factor)

    def _percent(self, at: int, behind: int) -> Figure | None:
        """Return a share that is named before its number: 百分之三十."""
        found = self.lexicon.shared.numeral(self.atoms, behind)
        return None if found is None else Figure(found[0].values[0], "%", at, found[1])

    def _amount(self, amount: Amount) -> Figure | None:
        """Return an amount as a figure; ``1,500`` is fifteen hundred in a goal, never one and a half."""
        figure = Figure(amount.values[-1], None, amount.start, amount.end, scaled=amount.scaled, factor=amount.factor)
        if amount.currencies:
            home = _HOME[self.sentence.language]
            figure.unit = home if home in amount.currencies else amount.currencies[0]
        else:
            self._unit_behind(figure)
        return None if amount.spelled and self._is_word_of_text(figure) else figure

    def _unit_behind(self, figure: Figure) -> None:
        match = self.lexicon.units.longest(self.atoms, figure.after) if figure.after < len(self.atoms) else None
        if match is not None and match.entries[0].category == "unit":
            name = match.entries[0].value
            figure.after = match.end
            figure.unit = _UNITS.get(name)
            if name == "tenths":  # 3割, 三成
                figure.value, figure.unit = figure.value * 10, "%"
            figure.counted = name in {"pieces", "counters"}
            figure.noun_after = name == "counters"
        if figure.unit is None and not figure.noun_after:
            figure.noun_after = self._noun_behind(figure.after)

    def _noun_behind(self, at: int) -> bool:
        """Say whether what the figure counts stands behind it; German nouns are written with a capital."""
        words = self.atoms[at : at + (_NOUN_WITHIN if self.sentence.language == "de" else 1)]
        for place, atom in enumerate(words, at):
            if place in self.taken or atom.form != "word" or atom.key in self.lexicon.stops:
                return False
            if self.sentence.language != "de" or self.sentence.is_capital(place):
                return True
        return False

    def _is_part_of_name(self, amount: Amount) -> bool:
        """Say whether a figure belongs to a name or a phrase: ISO 9001, 1号店, #1, 24/7."""
        names = self.lexicon.beside_names
        if "after" in names.at(self.atoms, amount.end)[0] or "before" in names.ending_at(self.atoms, amount.start)[0]:
            return True
        if amount.start == 0:
            return False
        before = self.atoms[amount.start - 1]
        touches = before.end == self.atoms[amount.start].start
        if before.form != "word" or amount.is_money:
            return touches and before.key in {"#", "/", "×"}
        word = self.sentence.words(amount.start - 1, amount.start)
        match = self.lexicon.topics.longest(self.atoms, amount.start - 1)  # NPS 40
        if self.atoms[amount.start].key.endswith(".0") and before.key not in self.lexicon.stops:  # Sales 2.0
            is_score = any(entry.value == "score" for entry in match.entries) if match is not None else False
            return not is_score and not self.lexicon.roles.names_before(self.atoms, amount.start)[0]
        return touches or (len(word) > 1 and word.isupper() and match is None)

    def _is_word_of_text(self, figure: Figure) -> bool:
        """Say whether a spelled number is no figure: an article, or a character of a longer word (一流)."""
        if figure.unit is not None:
            return False
        if self.atoms[figure.first].form == "han":
            if figure.after - figure.first > _HAN_OF_WORDS:
                return False
            return not self._opens_range(figure) and (not figure.counted or figure.value == 1)  # 一个 is an article
        return figure.value == 1 and self.sentence.language in {"sv", "de"}

    def _opens_range(self, figure: Figure) -> bool:
        """Say whether a second number follows: 三到五家."""
        between, after = self.lexicon.roles.at(self.atoms, figure.after)
        return "range_between" in between and self.lexicon.shared.numeral(self.atoms, after) is not None

    # --- what stands beside it

    def _look_beside(self, figure: Figure) -> None:
        before, figure.lead = self._in_front(figure.first)
        if not before:
            before, figure.lead = self._in_front(self._before_rate(figure.first))
        behind = self._behind(figure.after)
        figure.roles = before | (behind - {"from"} if "to" in before else behind)  # to 4.4 this year

    def _behind(self, place: int) -> set[str]:
        """Return the roles behind a place; "30 mindre kunder" are small customers, not fewer."""
        exact = self.lexicon.tone.longest(self.atoms, place) if place < len(self.atoms) else None
        if exact is not None and exact.entries[0].value == "exact" and self.atoms[place].form == "word":
            return set()
        return self.lexicon.roles.names_behind(self.atoms, place)[0]

    def _in_front(self, place: int) -> tuple[set[str], int]:
        """Return the roles in front of a place; one character at the end of a longer verb is none: 加 of 参加."""
        names, lead = self.lexicon.roles.names_before(self.atoms, place)
        if place - lead != 1 or lead == 0:
            return names, lead
        longer = self.lexicon.tone.longest(self.atoms, lead - 1)
        if longer is None or longer.end != place:
            return names, lead
        is_verb = self.atoms[lead].form == "han" or longer.entries[0].value in {"exact", "reach"}  # 参加, set up
        return (set(), place) if is_verb else (names, lead)

    def _before_rate(self, first: int) -> int:
        """Step over a short rate in front of a figure: from (every month) 8 to (every month) 15."""
        start = first
        while start - 1 in self.taken:
            start -= 1
        return start if first - start <= _RATE_WITHIN else first

    def _joins_range(self, figures: Sequence[Figure], figure: Figure) -> bool:
        """Put the second figure of a range into the first: ``30 to 40 emails``, ``30到40封``."""
        before = figures[-1] if figures else None
        if before is None or before.upper is not None or "from" in before.roles or before.multiple or figure.multiple:
            return False
        between = self.atoms[before.after : figure.first]
        if len(between) != 1 or "range_between" not in self.lexicon.roles.at(between, 0)[0]:
            return False
        if before.unit is not None and figure.unit is not None and before.unit != figure.unit:
            return False
        before.upper, before.unit = figure.value, before.unit or figure.unit
        before.counted, before.noun_after, before.after = figure.counted, figure.noun_after, figure.after
        before.roles |= figure.roles - {"to", "from"}
        return True
