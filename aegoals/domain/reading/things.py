"""Things that the vocabulary does not know: a noun that is left when all known words are taken away."""

from __future__ import annotations

from collections.abc import Container, Iterator

from aegoals.domain.reading.sentence import Sentence
from aegoals.domain.reading.targets import Aim
from aegoals.domain.reading.wording import Wording

_SHORTEST = {"en": 4, "sv": 4, "de": 4}  # letters
_HAN_LENGTH = 2  # characters of a Chinese or Japanese noun
_HIRAGANA = ("\u3041", "\u309f")


def names_other_thing(sentence: Sentence, wording: Wording, aim: Aim, hidden: Container[int]) -> bool:
    """Say whether a goal names a thing that stands in no list: "onboarding from 12 to 8 days"."""
    if wording.named("topic") or wording.named("personal"):
        return False
    known = _known(sentence, wording, aim)
    left = [at for at in range(len(sentence.atoms)) if at not in hidden and at not in known]
    if sentence.language in {"ja", "zh"}:
        return any(len(run) >= _HAN_LENGTH for run in _runs(sentence, left))
    return any(_is_thing(sentence, at) for at in left)


def _known(sentence: Sentence, wording: Wording, aim: Aim) -> set[int]:
    """Return the atoms of words of tone, of figures, of small words, and of those beside them."""
    marks = [*wording.tone, *(mark for mark in wording.nature if not mark.value.startswith("company"))]
    known = {at for mark in marks for at in range(mark.first, mark.after)}
    for figure in aim.figures:
        known.update(range(figure.lead, figure.after))
    roles, tone = sentence.lexicon.roles, sentence.lexicon.tone
    for at in range(len(sentence.atoms)):
        known.update(range(at, roles.at(sentence.atoms, at)[1]))
        if match := tone.longest(sentence.atoms, at):
            known.update(range(at, match.end))
    return known


def _is_thing(sentence: Sentence, at: int) -> bool:
    atom = sentence.atoms[at]
    if atom.form != "word" or len(atom.key) < _SHORTEST[sentence.language] or atom.key in sentence.lexicon.stops:
        return False
    if at > 0 and sentence.atoms[at - 1].key in sentence.lexicon.without:
        return False
    return sentence.language != "de" or (at > 0 and sentence.is_capital(at))


def _runs(sentence: Sentence, places: list[int]) -> Iterator[list[int]]:
    """Yield the runs of characters that may be nouns: no hiragana, one behind the other."""
    run: list[int] = []
    for at in places:
        key = sentence.atoms[at].key
        if sentence.atoms[at].form != "han" or _HIRAGANA[0] <= key <= _HIRAGANA[1]:
            continue
        if run and run[-1] != at - 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run
