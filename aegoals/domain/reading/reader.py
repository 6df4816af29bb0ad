"""One goal sentence, read whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.language.folding import tidy
from aegoals.domain.reading.accounts import names_account
from aegoals.domain.reading.deadlines import times_of
from aegoals.domain.reading.figures import Figure, FigureReader
from aegoals.domain.reading.languages import language_of
from aegoals.domain.reading.pairs import paired
from aegoals.domain.reading.places import reasons
from aegoals.domain.reading.sentence import Sentence, sentence_of
from aegoals.domain.reading.targets import Aim, aim_of
from aegoals.domain.reading.things import names_other_thing
from aegoals.domain.reading.tone import direction_of, vague_words
from aegoals.domain.reading.topics import is_milestone, subject_of
from aegoals.domain.reading.units import unit_of
from aegoals.domain.reading.wording import Wording, first_goal, wording_of

Span = tuple[int, int]
"""First character, and the one behind the last."""


@dataclass(frozen=True, slots=True)
class GoalReading:
    """What one sentence says about a goal; spans count characters of the composed (NFC) text.

    ``direction`` is increase, decrease, maintain, reach or None. ``unit`` is an ISO currency, "%", "count", "days",
    "hours", "score" or None. ``is_change`` tells a change (by 15 %) from a level (to 60,000).
    """

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
    sentence = sentence_of(text, lang or language_of(text))
    times = times_of(sentence, today)
    hidden = times.taken | reasons(sentence)
    aim = aim_of(sentence, paired(sentence, FigureReader(sentence, hidden).read()), times.next_from)
    wording = wording_of(sentence, hidden, aim)
    first = first_goal(sentence, wording, aim)
    milestone = is_milestone(first, aim)
    thing = (aim.has_figure or "lose" in first.natures) and names_other_thing(sentence, first, aim, hidden)
    noun = milestone or thing or _counts_noun(sentence, first, aim)
    subject = subject_of(sentence, first, aim, at_account=names_account(sentence), noun=noun)
    target = Decimal(1) if milestone else aim.value
    return GoalReading(
        lang=sentence.language,
        specific=subject.named,
        measurable=target is not None,
        time_bound=times.deadline is not None,
        vague_words=vague_words(sentence, wording, aim),
        direction="reach" if milestone else direction_of(sentence, first, aim, named=subject.named),
        target=target,
        unit="count" if milestone else unit_of(aim, first, thing=thing),
        baseline=aim.baseline.value if aim.baseline else None,
        deadline=times.deadline,
        kind=subject.kind,
        is_change=aim.target is not None and aim.target.is_change,
        target_span=_span(sentence, aim.target),
        baseline_span=_span(sentence, aim.baseline),
        deadline_span=sentence.span(*times.span) if times.span else None,
    )


def _counts_noun(sentence: Sentence, wording: Wording, aim: Aim) -> bool:
    """Say whether the target counts a noun that is not abstract; 件 and 个 alone name nothing."""
    if aim.target is None or not aim.target.noun_after or sentence.language in {"ja", "zh"}:
        return False
    return not any(mark.value == "abstract" and mark.first == aim.target.after for mark in wording.nature)


def _span(sentence: Sentence, figure: Figure | None) -> Span | None:
    return sentence.span(figure.first, figure.after) if figure else None
