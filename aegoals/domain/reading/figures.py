"""Figures of a goal: each with its unit, its role (from, to, by) and its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from aegoals.domain.language.amounts import Amount, amount_at
from aegoals.domain.language.atoms import Atom
from aegoals.domain.reading.lexicon import GoalLexicon

_NOUN_WITHIN = 4  # words behind a figure, adjectives counted
_SCALED_TOGETHER = 1000
_CLAUSE_ENDS = frozenset(",;.。、!?\n")
_WHOLE_WITHIN = 8
_NEAR = 3  # atoms between "3" and "of my 5"
_HOME = {"en": "USD", "sv": "SEK", "de": "EUR", "ja": "JPY", "zh": "CNY"}
_CONVERSIONS = {
    "days": ("days", Decimal(1)),
    "weeks": ("days", Decimal(7)),
    "months": ("days", Decimal(30)),
    "hours": ("hours", Decimal(1)),
    "minutes": ("hours", 1 / Decimal(60)),
}
_SHARES = {
    "double": 100, "triple": 200, "quadruple": 300, "halve": 50, "half_more": 50, "quarter": 25, "third": Decimal(100) / 3,
    "fifth": 20, "tenth": 10, "two_thirds": Decimal(200) / 3, "three_quarters": 75,
}  # fmt: skip
_FALLS = frozenset({"halve"})
_RISES = frozenset({"double", "triple", "quadruple", "half_more"})


def ends_clause(atom: Atom, joins: frozenset[str]) -> bool:
    """Say whether an atom parts two clauses: a mark, or a word such as "and"."""
    return atom.key in _CLAUSE_ENDS or atom.key in joins


@dataclass(slots=True)
class Figure:
    """A figure that can be a target or a baseline; places count atoms."""

    value: Decimal
    unit: str | None
    first: int
    after: int
    roles: set[str] = field(default_factory=set)
    scaled: bool = False
    counted: bool = False  # a bare counter or a noun stands behind it
    noun_after: bool = False
    upper: Decimal | None = None  # of a range
    factor: Decimal = Decimal(1)  # from the unit as written to the unit as kept: 7 for weeks
    clause: int = 0  # clause ends in front of it
    lead: int = 0  # where the words of its role begin
    multiple: str = ""  # double, halve, a quarter: a change by its word

    @property
    def is_change(self) -> bool:
        """Whether the figure is a change rather than a level."""
        return bool(self.multiple) or "by" in self.roles

    @property
    def falls(self) -> bool:
        """Whether the word itself says that the value goes down."""
        return self.multiple in _FALLS

    @property
    def rises(self) -> bool:
        """Whether the word itself says that the value goes up."""
        return self.multiple in _RISES


class FigureReader:
    """Finds the figures of one sentence that are no dates and no parts of names."""

    def __init__(self, atoms: Sequence[Atom], text: str, lexicon: GoalLexicon, taken: frozenset[int]) -> None:
        self.atoms = atoms
        self.text = text
        self.lexicon = lexicon
        self.taken = taken

    def read(self) -> list[Figure]:
        """Return the figures from left to right."""
        figures: list[Figure] = []
        at = 0
        while at < len(self.atoms):
            figure = None if at in self.taken else self._figure_at(at)
            if figure is None:
                at += 1
                continue
            at = max(figure.after, at + 1)
            figure.clause = self._clause_of(figure.first)
            if figure.multiple != "none" and not self._join_range(figures, figure):
                figures.append(figure)
        self._find_totals(figures)
        _settle_totals(figures)
        figures = [figure for figure in figures if "total" not in figure.roles]
        _share_units(figures)
        return figures

    def _clause_of(self, place: int) -> int:
        return sum(ends_clause(atom, self.lexicon.joins) for atom in self.atoms[:place])

    def _find_totals(self, figures: Sequence[Figure]) -> None:
        """Mark the first of two figures as the whole that the second is taken from: 在5个招标中拿下3个."""
        for one, other in zip(figures, figures[1:], strict=False):
            between = range(one.after, min(other.first, one.after + _WHOLE_WITHIN))
            if one.counted and any("total_between" in self.lexicon.roles.behind(self.atoms, at)[0] for at in between):
                one.roles.add("total")

    # --- one figure

    def _figure_at(self, at: int) -> Figure | None:
        match = self.lexicon.units.longest(self.atoms, at)
        if match is not None and match.entries[0].value == "none":
            return Figure(Decimal(0), None, at, match.end, multiple="none")
        if match is not None and match.entries[0].category == "multiple":
            figure = Figure(Decimal(_SHARES[match.entries[0].value]), "%", at, match.end, multiple=match.entries[0].value)
            self._roles(figure)
            return figure
        if match is not None and match.entries[0].category == "span" and match.values:
            return self._length(at, match.end, match.entries[0].value, match.values[0].values)
        amount = amount_at(self.lexicon.shared, self.atoms, at, self.text)
        if amount is None or self._is_part_of_name(amount) or not self.taken.isdisjoint(range(at, amount.end)):
            return None
        return self._of_amount(amount)

    def _length(self, at: int, after: int, unit: str, values: Sequence[Decimal]) -> Figure | None:
        """Return a length of time as a measure; "60-day" in front of a noun is an attribute."""
        if self._is_attribute(at, after) or "after" in self.lexicon.beside_names.behind(self.atoms, after)[0]:
            return None
        name, factor = _CONVERSIONS.get(unit, (None, Decimal(1)))
        figure = Figure(values[0] * factor, name, at, after, factor=factor)
        self._roles(figure)
        return figure

    def _is_attribute(self, at: int, after: int) -> bool:
        return after - at > 2 and self.atoms[at + 1].key == "-"  # noqa: PLR2004 - number, hyphen, word

    def _of_amount(self, amount: Amount) -> Figure | None:
        value = self._value(amount)
        figure = Figure(value, None, amount.start, amount.end, scaled=amount.scaled, factor=amount.factor)
        if amount.currencies:
            home = _HOME[self.lexicon.language]
            figure.unit = home if home in amount.currencies else amount.currencies[0]
        else:
            self._unit_behind(figure)
        if self._is_word_of_text(amount, figure):
            return None
        self._roles(figure)
        return figure

    def _value(self, amount: Amount) -> Decimal:
        """Choose between decimals and thousands: a goal counts in thousands rather than in thousandths."""
        return amount.values[-1]

    def _unit_behind(self, figure: Figure) -> None:
        match = self.lexicon.units.longest(self.atoms, figure.after) if figure.after < len(self.atoms) else None
        if match is not None and match.entries[0].category == "unit":
            name = match.entries[0].value
            figure.after = match.end
            if name.startswith("tenths"):
                figure.value, figure.unit = figure.value * 10, "%"
            else:
                figure.unit = {"percent": "%", "score": "score", "points": "points"}.get(name)
                figure.counted = name in {"pieces", "counters"}
                figure.noun_after = name == "counters"
        if figure.unit is None:
            figure.noun_after = figure.noun_after or self._noun_behind(figure.after)

    def _noun_behind(self, at: int) -> bool:
        """Say whether what the figure counts stands behind it."""
        if at >= len(self.atoms) or at in self.taken:
            return False
        if self.lexicon.language != "de":
            return self.atoms[at].form == "word" and self.atoms[at].key not in self.lexicon.stops
        for atom in self.atoms[at : at + _NOUN_WITHIN]:  # German nouns are written with a capital
            if atom.form != "word" or atom.key in self.lexicon.stops:
                return False
            if self.text[atom.start].isupper():
                return True
        return False

    def _is_part_of_name(self, amount: Amount) -> bool:
        """Say whether a figure belongs to a name or a phrase: ISO 9001, 24/7, 7×24, #1, v2."""
        before = self.atoms[amount.start - 1] if amount.start else None
        after = self.atoms[amount.end] if amount.end < len(self.atoms) else None
        names = self.lexicon.beside_names
        if "after" in names.behind(self.atoms, amount.end)[0] or "before" in names.before(self.atoms, amount.start)[0]:
            return True
        if before is not None and before.key in {"#", "/", "×"} and before.end == self.atoms[amount.start].start:
            return True
        if after is not None and after.key in {"/", "×"} and self._number_at(amount.end + 1):
            return True
        if before is None or before.form != "word" or amount.is_money:
            return False
        word = self.text[before.start : before.end]
        touches = before.end == self.atoms[amount.start].start
        return touches or (len(word) > 1 and word.isupper() and before.key not in self._metric_words())

    def _metric_words(self) -> frozenset[str]:
        return frozenset({"nps", "csat", "nki", "arr", "mrr", "ces", "kpi", "to", "from", "till"})

    def _number_at(self, at: int) -> bool:
        return at < len(self.atoms) and self.atoms[at].form == "number"

    def _is_word_of_text(self, amount: Amount, figure: Figure) -> bool:
        """Say whether a spelled number is no figure: an article, or a character of a longer word (一流, 第一)."""
        if not amount.spelled or figure.unit is not None:
            return False
        if self.atoms[amount.start].form == "han":
            return not figure.counted
        return figure.value == 1 and self.lexicon.language in {"sv", "de"}

    # --- roles

    def _roles(self, figure: Figure) -> None:
        start = self._before_rate(figure.first)
        while (found := self.lexicon.roles.before(self.atoms, start))[0]:
            usable = {name for name in found[0] if name.endswith("_before")}
            if not usable:
                break
            figure.roles.update(name.removesuffix("_before") for name in usable)
            start = found[1]
        figure.lead = start
        end = figure.after
        while (found := self.lexicon.roles.behind(self.atoms, end))[0]:
            usable = {name for name in found[0] if name.endswith("_after")}
            if not usable:
                break
            figure.roles.update(name.removesuffix("_after") for name in usable)
            end = found[1]

    def _before_rate(self, first: int) -> int:
        """Step over a short rate in front of a figure: from (every month) 8 to (every month) 15."""
        start = first
        while start - 1 in self.taken:
            start -= 1
        return start if first - start <= _NEAR else first

    def _join_range(self, figures: Sequence[Figure], figure: Figure) -> bool:
        """Put the second figure of a range into the first: ``30 to 40 emails``, ``30到40封``."""
        before = figures[-1] if figures else None
        if before is None or before.upper is not None or "from" in before.roles or before.multiple or figure.multiple:
            return False
        between = self.atoms[before.after : figure.first]
        if len(between) != 1 or "range_between" not in self.lexicon.roles.behind(between, 0)[0]:
            return False
        if before.unit is not None and figure.unit is not None and before.unit != figure.unit:
            return False
        before.upper = figure.value
        before.unit = before.unit or figure.unit
        before.counted, before.noun_after, before.after = figure.counted, figure.noun_after, figure.after
        before.roles |= figure.roles - {"to", "from"}
        return True


def _settle_totals(figures: Sequence[Figure]) -> None:
    """Tell ``3 von 10 Kunden`` from ``von 10 auf 12``; a bound (``97 % nicht unterschreiten``) is no start either."""
    for at, figure in enumerate(figures):
        if figure.roles & {"at_least", "at_most"}:
            figure.roles -= {"from", "total"} if "from" in figure.roles else set()
        if figure.unit == "%" or (figure.unit and figure.unit.isupper()):
            figure.roles.discard("total")  # an amount or a share is no number of things to choose from
        if {"from", "total"} <= figure.roles:
            follows = at > 0 and "from" not in figures[at - 1].roles
            leads = at + 1 < len(figures) and "to" in figures[at + 1].roles
            figure.roles.discard("total" if leads or not follows else "from")
        if "total" in figure.roles and at > 0 and figure.first - figures[at - 1].after <= _NEAR:
            counted = figures[at - 1]  # "3 of my 5 tenders" counts tenders
            counted.noun_after, counted.counted = counted.noun_after or figure.noun_after, counted.counted or figure.counted


def _share_units(figures: Sequence[Figure]) -> None:
    """Give a figure without unit the one of its pair: ``from 58 days to 41``, ``von 75 auf 55 Tage``."""
    percents = any(figure.unit == "%" for figure in figures)
    for figure in figures:
        if figure.unit == "points" and percents:
            figure.unit = "%"
    for one, other in zip(figures, figures[1:], strict=False):
        if "from" not in one.roles | other.roles:
            continue
        for lacking, having in ((one, other), (other, one)):
            if lacking.unit is None and having.unit is not None and not lacking.noun_after:
                lacking.unit = having.unit
                if not lacking.scaled and lacking.value < _SCALED_TOGETHER:  # from 8 to 12 million
                    lacking.value *= having.factor
