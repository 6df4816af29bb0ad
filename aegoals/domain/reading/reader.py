"""One goal sentence, read whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.language.atoms import Atom, split_atoms
from aegoals.domain.language.folding import fold, tidy
from aegoals.domain.reading.deadlines import TimeReader, Times
from aegoals.domain.reading.figures import Figure, FigureReader, ends_clause
from aegoals.domain.reading.languages import language_of
from aegoals.domain.reading.lexicon import GoalLexicon, goal_lexicon
from aegoals.domain.reading.marks import Mark, marks_of
from aegoals.domain.reading.milestones import is_milestone
from aegoals.domain.reading.places import named_account, reasons, without_rates
from aegoals.domain.reading.slips import mend
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
    atoms = mend(split_atoms(fold(text)), lexicon.long_words)
    times = TimeReader(atoms, lexicon, today).read()
    hidden = times.taken | reasons(lexicon, atoms)
    aim = aim_of(FigureReader(atoms, text, lexicon, hidden).read())
    return _reading(text, language, lexicon, atoms, times, aim, reasons(lexicon, atoms))


def _reading(
    text: str, language: str, lexicon: GoalLexicon, atoms: Sequence[Atom], times: Times, aim: Aim, hidden: frozenset[int]
) -> GoalReading:
    hidden = hidden | times.taken
    nouns = _nouns(atoms, text, language)
    topics = without_rates(lexicon, atoms, marks_of(lexicon.topics, atoms, hidden, lexicon.topic_forms, nouns))
    nature = marks_of(lexicon.nature, atoms, hidden, lexicon.nature_forms, nouns)
    topics = [mark for mark in topics if mark.value != "none"]
    tone = _beside_bounds(_outside(marks_of(lexicon.tone, atoms, hidden), topics, atoms), aim)
    vague = vague_words(tone, aim, atoms, text, lexicon.joins)
    tone, topics = _of_first_goal(tone, aim, atoms, lexicon), _of_first_goal(topics, aim, atoms, lexicon)
    milestone = aim.target is None and aim.baseline is None and is_milestone(nature, topics)
    noun = aim.target is not None and aim.target.noun_after and language in {"en", "sv", "de"} and not _abstract(nature, aim.target)
    subject = subject_of(topics, nature, aim, language, at_account=named_account(lexicon, atoms, text), noun=noun or milestone,
        wanted=aim.target is not None or is_wanted(tone),
        becomes=any(mark.value == "become" for mark in nature) and any(mark.value == "more" for mark in tone),
        keeps=any(mark.value == "maintain" for mark in tone))
    target = Decimal(1) if milestone else _value(aim.target)
    return GoalReading(
        lang=language,
        specific=subject.named,
        measurable=target is not None,
        time_bound=times.deadline is not None,
        vague_words=vague,
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


def _nouns(atoms: Sequence[Atom], text: str, language: str) -> frozenset[int]:
    """Return the atoms that may be nouns: all words, in German those with a capital."""
    words = (at for at, atom in enumerate(atoms) if atom.form == "word")
    return frozenset(at for at in words if language != "de" or text[atoms[at].start].isupper())


def _beside_bounds(tone: Sequence[Mark], aim: Aim) -> list[Mark]:
    """Drop the words of a bound, which are no words of change: more than 50, nicht weniger als 50."""
    bounds = [range(figure.lead, figure.first) for figure in aim.figures if figure.roles & {"at_least", "at_most"}]
    return [mark for mark in tone if mark.value not in {"more", "fewer"} or not any(mark.first in bound for bound in bounds)]


def _of_first_goal(marks: Sequence[Mark], aim: Aim, atoms: Sequence[Atom], lexicon: GoalLexicon) -> list[Mark]:
    """Leave out the clause of a second goal; where nothing would be left, keep all."""
    second = aim.next_goal
    if second is None:
        return list(marks)
    start = max((at for at in range(second.first) if ends_clause(atoms[at], lexicon.joins)), default=0)
    return [mark for mark in marks if mark.first < start] or list(marks)


def _outside(tone: Sequence[Mark], topics: Sequence[Mark], atoms: Sequence[Atom]) -> list[Mark]:
    """Drop characters that only look like a word of tone inside a longer topic: 满意 in 满意度, 高 in 高校."""
    return [
        mark
        for mark in tone
        if atoms[mark.first].form != "han" or not any(_inside(mark, topic) for topic in topics if topic.category == "topic")
    ]


def _inside(mark: Mark, topic: Mark) -> bool:
    return topic.first <= mark.first and mark.after <= topic.after and mark.after - mark.first < topic.after - topic.first


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
