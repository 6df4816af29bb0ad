"""The tone of a goal: words that say nothing exact, and the direction it wants to go."""

from __future__ import annotations

from aegoals.domain.reading.figures import Figure
from aegoals.domain.reading.marks import Mark
from aegoals.domain.reading.sentence import Sentence
from aegoals.domain.reading.targets import Aim
from aegoals.domain.reading.wording import Wording

_ALWAYS_VAGUE = frozenset({"focus", "quantity", "soon", "praise"})
_CHANGES = frozenset({"increase", "decrease", "more", "fewer", "faster", "acquire"})
_VERBS = _CHANGES | {"reach", "maintain", "give", "hold"}
_SIGNS = {"rise": "increase", "fall": "decrease"}  # "up 4 points", "+ 4 %"
_DIRECTIONS = {
    "increase": "increase",
    "more": "increase",
    "upwards": "increase",
    "decrease": "decrease",
    "fewer": "decrease",
}


def vague_words(sentence: Sentence, wording: Wording, aim: Aim) -> tuple[str, ...]:
    """Return the vague words as they stand, each once; a change word is exact where its clause has a figure."""
    vague = [
        sentence.words(mark.first, mark.after)
        for mark in wording.tone
        if not (_is_counted(mark, aim) or _leads_figure(mark, aim))
        and not (mark.value == "acquire" and _is_acquired(wording, aim))
        and (mark.value in _ALWAYS_VAGUE or (mark.value in _CHANGES and not _has_figure(sentence, mark, wording, aim)))
    ]
    return tuple(dict.fromkeys(vague))


def _is_counted(mark: Mark, aim: Aim) -> bool:
    """Say whether a word stands behind a change that says how much: 5件多く, so many more."""
    return aim.target is not None and aim.target.is_change and mark.first == aim.target.after


def _leads_figure(mark: Mark, aim: Aim) -> bool:
    """Say whether a word is what tells the part of a figure: up from 27 %, down to 8."""
    return any(figure.lead <= mark.first < figure.first for figure in aim.figures)


def _has_figure(sentence: Sentence, mark: Mark, wording: Wording, aim: Aim) -> bool:
    """Say whether a figure belongs to a word of change.

    They share a clause, or the clause of the figure has no verb of its own. A Japanese or Chinese noun can look like
    a verb of reaching (初回訪問), so there only words of change count.
    """
    if aim.target is None:
        return False
    verbs = _CHANGES if sentence.atoms[mark.first].form == "han" else _VERBS
    others = [other.first for other in wording.tone if other is not mark and other.value in verbs]
    return any(
        sentence.same_clause(mark.first, figure.first)
        or not any(sentence.same_clause(other, figure.first) for other in others)
        for figure in aim.figures
        if "from" not in figure.roles
    )


def is_wanted(wording: Wording) -> bool:
    """Say whether a word of change or of reaching stands in the goal."""
    return not _VERBS.isdisjoint(wording.tones)


def direction_of(sentence: Sentence, wording: Wording, aim: Aim, *, named: bool) -> str | None:
    """Return increase, decrease, maintain or reach; None where no word says it.

    ``named`` says that the goal has an object: several new customers, without any verb, are to be reached.
    """
    if aim.target is not None and (compared := _compared(aim.target, aim.baseline)):
        return compared
    tones = wording.tones
    if "maintain" in tones or ("hold" in tones and not _is_held(wording, aim)):
        return "maintain"
    if change := _change(sentence, wording):
        return change
    if "acquire" in tones:
        return "reach" if _is_acquired(wording, aim) else "increase"
    if aim.target is not None and (bounded := _bounded(aim.target, wording)):
        return bounded
    if "push" in tones and aim.target is None:  # push sales
        return "increase"
    if "faster" in tones:
        return None
    return "reach" if aim.target is not None or _reaches(wording) or ("quantity" in tones and named) else None


def _change(sentence: Sentence, wording: Wording) -> str | None:
    """Return the direction of the first word of change; "further reduce" and もっと減らす are led by their verb."""
    marks = [mark for mark in wording.tone if mark.value in _DIRECTIONS]
    verbs = [mark for mark in marks if mark.value not in {"more", "fewer"}]
    if verbs and (sentence.language in {"ja", "zh"} or marks[0].after == verbs[0].first):
        return _DIRECTIONS[verbs[0].value]
    return _DIRECTIONS[marks[0].value] if marks else None


def _is_acquired(wording: Wording, aim: Aim) -> bool:
    """Say whether 发展 wins a number of something (3家, 若干) rather than making more of it."""
    return aim.target is not None or "quantity" in wording.tones


def _reaches(wording: Wording) -> bool:
    """Say whether a verb of reaching stands in the goal; behind "focus on" a topic is none (专注续约)."""
    nouns = {mark.first for mark in wording.topics} if "focus" in wording.tones else set()
    return any(mark.value == "reach" and mark.first not in nouns for mark in wording.tone)


def _is_held(wording: Wording, aim: Aim) -> bool:
    """Say whether something is held that takes place: 6 workshops, not the price."""
    takes_place = not {"activity", "career_weak"}.isdisjoint(wording.named("topic"))
    return takes_place and (aim.target is None or aim.target.unit is None)


def _compared(target: Figure, baseline: Figure | None) -> str | None:
    """Return the direction from a baseline to the target, or of a word such as double."""
    if baseline is not None and not target.is_change:
        if target.value == baseline.value:
            return "maintain"
        return "increase" if target.value > baseline.value else "decrease"
    if target.sign:
        return target.sign
    return next((_SIGNS[role] for role in _SIGNS if role in target.roles and target.is_change), None)


def _bounded(target: Figure, wording: Wording) -> str | None:
    """Return the direction of a bound: "bring below ten" falls, "above 4" rises, "at most two" and 3件まで hold."""
    if "limit" in target.roles and not wording.tones:
        return "maintain"
    if "at_most" in target.roles:
        return "maintain" if {"move", "bring"}.isdisjoint(wording.tones) else "decrease"
    return "increase" if "at_least" in target.roles and "move" in wording.tones else None
