"""What the words of a goal are, figures and time aside: its tone, its topics, its nature."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from aegoals.domain.reading.marks import Mark, marks_of
from aegoals.domain.reading.sentence import Sentence
from aegoals.domain.reading.targets import Aim

_UNTOLD = "none"  # names that only look like a topic: 市场部, sales team


@dataclass(frozen=True)
class Wording:
    """Marks of a sentence by purpose, from left to right."""

    tone: Sequence[Mark]
    topics: Sequence[Mark]
    nature: Sequence[Mark]

    @cached_property
    def tones(self) -> tuple[str, ...]:
        """The names of the words of tone in order."""
        return tuple(mark.value for mark in self.tone)

    @cached_property
    def natures(self) -> frozenset[str]:
        """What verbs and nouns say about the goal: lose, become, deliverable, abstract."""
        return frozenset(mark.value for mark in self.nature)

    def named(self, category: str) -> list[str]:
        """Return the topics of a category (topic, personal, measure) in order."""
        return [mark.value for mark in self.topics if mark.category == category]


def wording_of(sentence: Sentence, hidden: Container[int], aim: Aim) -> Wording:
    """Return the words of a sentence outside the hidden atoms."""
    lexicon, atoms = sentence.lexicon, sentence.atoms
    nouns = _nouns(sentence)
    topics = _without_rates(sentence, marks_of(lexicon.topics, atoms, hidden, lexicon.topic_forms, nouns), hidden)
    topics = [mark for mark in topics if mark.value != _UNTOLD]
    told = {at for figure in aim.figures for at in range(figure.first, figure.after)}
    apart = frozenset(told).union(at for at in range(len(atoms)) if at in hidden)  # twice as much says how much
    tone = [mark for mark in marks_of(lexicon.tone, atoms, apart) if not _is_inside(sentence, mark, topics)]
    return Wording(
        tone=[mark for mark in tone if not _is_bound(mark, aim) and not _is_in_compound(sentence, mark)],
        topics=topics,
        nature=marks_of(lexicon.nature, atoms, hidden, lexicon.nature_forms, nouns),
    )


def first_goal(sentence: Sentence, wording: Wording, aim: Aim) -> Wording:
    """Return the words without the clause of a second goal; where nothing would be left, all."""
    second = aim.next_goal(sentence)
    if second is None:
        return wording
    start = sentence.clause_start(second.first) - 1
    tone, topics = (
        [mark for mark in marks if mark.first < start] or list(marks) for marks in (wording.tone, wording.topics)
    )
    return replace(wording, tone=tone, topics=topics)


def _nouns(sentence: Sentence) -> frozenset[int]:
    """Return the atoms that may be nouns: all words, in German those with a capital."""
    words = (at for at, atom in enumerate(sentence.atoms) if atom.form == "word")
    return frozenset(at for at in words if sentence.language != "de" or sentence.is_capital(at))


def _without_rates(sentence: Sentence, topics: Sequence[Mark], hidden: Container[int]) -> list[Mark]:
    """Drop what a figure is only divided by: the visits of "travel costs per visit"."""
    names, atoms = sentence.lexicon.beside_names, sentence.atoms
    kept = [
        topic
        for topic in topics
        if not any("per_before" in names.ending_at(atoms, place)[0] for place in _in_front_of(topic, hidden))
        and "per_after" not in names.at(atoms, topic.after)[0]
    ]
    return kept or list(topics)


def _in_front_of(topic: Mark, hidden: Container[int]) -> Iterator[int]:
    """Yield the place of a topic and the one before its first word: per visit, per customer visit."""
    yield topic.first
    if topic.first - 1 not in hidden:
        yield topic.first - 1


def _is_inside(sentence: Sentence, mark: Mark, topics: Sequence[Mark]) -> bool:
    """Say whether characters only look like a word of tone inside a longer topic: 满意 in 满意度."""
    if sentence.atoms[mark.first].form != "han":
        return False
    return any(
        topic.category == "topic"
        and topic.first <= mark.first
        and mark.after <= topic.after
        and mark.after - mark.first < topic.after - topic.first
        for topic in topics
    )


def _is_in_compound(sentence: Sentence, mark: Mark) -> bool:
    """Say whether a word is half of a word with a hyphen: five-star, best-practice; German praises so (Top-Service)."""
    if sentence.language == "de":
        return False
    beside = (mark.first - 1, mark.after)
    return any(
        0 <= at < len(sentence.atoms) and sentence.atoms[at].key == "-" and _touches(sentence, at) for at in beside
    )


def _touches(sentence: Sentence, at: int) -> bool:
    """Say whether no blank stands around a hyphen."""
    atoms = sentence.atoms
    if at == 0 or at + 1 == len(atoms):
        return False
    return atoms[at - 1].end == atoms[at].start and atoms[at].end == atoms[at + 1].start


def _is_bound(mark: Mark, aim: Aim) -> bool:
    """Say whether a word belongs to a bound and is no word of change: more than 50, nicht weniger als 50."""
    if mark.value not in {"more", "fewer"}:
        return False
    bounds = (figure for figure in aim.figures if figure.roles & {"at_least", "at_most"})
    return any(figure.lead <= mark.first < figure.first for figure in bounds)
