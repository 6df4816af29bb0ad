"""One goal sentence, read whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.language.atoms import Atom, split_atoms
from aegoals.domain.language.folding import fold, tidy
from aegoals.domain.reading.deadlines import TimeReader, Times
from aegoals.domain.reading.figures import Figure, FigureReader
from aegoals.domain.reading.languages import language_of
from aegoals.domain.reading.lexicon import GoalLexicon, goal_lexicon
from aegoals.domain.reading.marks import Mark, marks_of
from aegoals.domain.reading.milestones import is_milestone
from aegoals.domain.reading.places import named_account, reasons
from aegoals.domain.reading.targets import Aim, aim_of
from aegoals.domain.reading.tone import direction_of, is_wanted, vague_words
from aegoals.domain.reading.topics import subject_of
from aegoals.domain.reading.units import unit_of

Span = tuple[int, int]
"""First character, and the one behind the last."""


@dataclass(frozen=True, slots=True)
class GoalReading:
    """What one sentence says about a goal; spans count characters of the composed (NFC) text."""

    lang: str
    specific: bool
    measurable: bool
    time_bound: bool
    vague_words: tuple[str, ...]
    direction: str | None
    target: Decimal | None
    unit: str | None
    baseline: Decimal | None
    deadline: date | None
    kind: str
    is_change: bool
    target_span: Span | None = None
    baseline_span: Span | None = None
    deadline_span: Span | None = None


def read_goal(text: str, today: date, lang: str | None = None) -> GoalReading:
    """Read one goal sentence; the language is detected where it is not given."""
    text = tidy(text)
    language = lang or language_of(text)
    lexicon = goal_lexicon(language)
    atoms = split_atoms(fold(text))
    times = TimeReader(atoms, lexicon, today).read()
    hidden = times.taken | reasons(lexicon, atoms)
    aim = aim_of(FigureReader(atoms, text, lexicon, hidden).read())
    return _reading(text, language, lexicon, atoms, times, aim, reasons(lexicon, atoms))


def _reading(
    text: str, language: str, lexicon: GoalLexicon, atoms: Sequence[Atom], times: Times, aim: Aim, hidden: frozenset[int]
) -> GoalReading:
    hidden = hidden | times.taken
    tone, topics, nature = (marks_of(book, atoms, hidden) for book in (lexicon.tone, lexicon.topics, lexicon.nature))
    milestone = aim.target is None and aim.baseline is None and is_milestone(nature, topics)
    noun = aim.target is not None and aim.target.noun_after and language in {"en", "sv", "de"} and not _abstract(nature, aim.target)
    subject = subject_of(topics, nature, aim, language, at_account=named_account(lexicon, atoms, text), noun=noun or milestone,
        wanted=aim.target is not None or is_wanted(tone))
    target = Decimal(1) if milestone else _value(aim.target)
    return GoalReading(
        lang=language,
        specific=subject.named,
        measurable=target is not None,
        time_bound=times.deadline is not None,
        vague_words=vague_words(tone, aim, atoms, text, lexicon.joins),
        direction="reach" if milestone else direction_of(tone, aim, named=subject.named),
        target=target,
        unit="count" if milestone else unit_of(aim, topics),
        baseline=aim.baseline.value if aim.baseline else None,
        deadline=times.deadline,
        kind=subject.kind,
        is_change=aim.target is not None and aim.target.is_change,
        target_span=_span(atoms, aim.target),
        baseline_span=_span(atoms, aim.baseline),
        deadline_span=(atoms[times.span[0]].start, atoms[times.span[1] - 1].end) if times.span else None,
    )


def _value(figure: Figure | None) -> Decimal | None:
    """Return the value at which the goal counts as met: of a range the lower end, the upper for a ceiling."""
    if figure is None:
        return None
    ends = [figure.value] if figure.upper is None else [figure.value, figure.upper]
    return max(ends) if "at_most" in figure.roles else min(ends)


def _span(atoms: Sequence[Atom], figure: Figure | None) -> Span | None:
    return (atoms[figure.first].start, atoms[figure.after - 1].end) if figure else None


def _abstract(nature: Sequence[Mark], figure: Figure) -> bool:
    return any(mark.value == "abstract" and mark.first == figure.after for mark in nature)
