"""From a sentence that was read to the draft of a goal, and what the sentence leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from aegoals.domain.coach import (
    Background,
    Finding,
    Look,
    Repair,
    findings,
    look_at,
    no_object,
    still_open,
    vague_finding,
)
from aegoals.domain.coaching.offers import baseline_of, stretch_offer
from aegoals.domain.coaching.past import as_figure
from aegoals.domain.coaching.words import average_in_words, shown
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Direction
from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.language.atoms import split_atoms
from aegoals.domain.language.folding import fold, tidy
from aegoals.domain.reading import GoalReading, read_goal
from aegoals.domain.reading.lexicon import GoalLexicon, goal_lexicon
from aegoals.domain.text import LONGEST_LINE, clean_line
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number, read_number, show_exactly
from aegoals.locale.texts import _

LETTERS = "SMART"
_SPACED_LANGUAGES = {"en", "sv", "de"}
_FEWEST_WORDS = 2
_PUNCTUATION = " \t,;:.!、。，；：！-–"
_MONEY_KINDS = {"revenue", "new_business", "key_account"}
_SHARE_KINDS = {"conversion", "retention"}
"""Kinds whose level is a percentage itself: 5 % more may be points or a share, so the level is asked for."""
_USUAL_UNITS = {"new_business": "count", "activity": "count", "sales_cycle": "days", "satisfaction": "score"}


def draft_of_reading(text: str, reading: GoalReading, draft_id: str, today: date) -> GoalDraft:
    """Return the draft that a sentence fills; a change without a baseline has no target yet."""
    return GoalDraft(
        id=draft_id,
        kind=reading.kind,
        title=_shortened(title_of(text, reading, today)),
        specific=_shortened(text),
        unit="" if _lacks_level(reading) else reading.unit or "",
        direction=direction_of(text, reading),
        baseline="" if reading.baseline is None else plain_number(reading.baseline),
        target=_target_of(reading),
        start=today.isoformat(),
        due=reading.deadline.isoformat() if reading.deadline else "",
    )


def reading_findings(
    draft: GoalDraft,
    reading: GoalReading,
    rules: EntryRules,
    today: date,
    background: Background | None = None,
    *,
    waived: bool = False,
) -> list[Finding]:
    """Return what the draft lacks and what its sentence leaves open, in the order of the letters.

    ``waived`` says that the draft has a target of its own, whatever the sentence said of a change.
    """
    change = _lacks_level(reading) and not waived
    look = look_at(draft, rules, today, background or Background())
    replaced = {"vague", "no_object"} | ({"no_number", "no_baseline"} if change else set())
    found = [one for one in findings(draft, rules, today, background) if one.code not in replaced]
    found += still_open(_of_the_sentence(look, reading, change=change), draft.waived)
    return sorted(found, key=lambda one: LETTERS.index(one.letter))


def with_level(draft: GoalDraft, reading: GoalReading, rules: EntryRules) -> GoalDraft:
    """Return the draft with what follows from the rest: the level of a change, and the AE's own currency."""
    draft = _with_changed_level(draft, reading, rules)
    if draft.target and not draft.unit and reading.specific and draft.kind in _MONEY_KINDS:
        return draft.with_(unit=rules.currency)  # an amount of no named currency
    return draft


def direction_of(text: str, reading: GoalReading) -> str:
    """Return the direction of a goal: a level to keep is a ceiling where the sentence bounds it from above."""
    if reading.direction == "maintain":
        return Direction.KEEP_AT_MOST if _is_ceiling(text, reading) else Direction.KEEP_AT_LEAST
    if reading.direction == "decrease":
        return Direction.BRING_DOWN
    return Direction.REACH_UP if reading.direction or reading.target is not None else ""


def title_of(text: str, reading: GoalReading, today: date) -> str:
    """Return the sentence without its date and figures, as far as it still says the same."""
    sentence = tidy(text)
    for cut in (_before_figures(sentence, reading), _without_date(sentence, reading)):
        if cut and _says_the_same(cut, reading, today):
            return cut
    return sentence.strip(_PUNCTUATION) or sentence


def _of_the_sentence(look: Look, reading: GoalReading, *, change: bool) -> Iterator[Finding]:
    if reading.vague_words:
        yield vague_finding(reading.vague_words, stretch_offer(look))
    if not reading.specific:
        yield no_object()
    if change:
        yield _unclear_level(look, reading) if look.draft.baseline else _without_baseline(look, reading)


def _without_baseline(look: Look, reading: GoalReading) -> Finding:
    return Finding(
        "M",
        "change_without_baseline",
        _("A change needs the value it starts from: the baseline."),
        (_change_in_words(look, reading),),
        _from_history(look, reading) or (Repair(_("name the baseline: from 40,000 to 46,000"), field="baseline"),),
        _("Ten per cent of an unknown number is an unknown number."),
    )


def _from_history(look: Look, reading: GoalReading) -> tuple[Repair, ...]:
    """Return the repair that takes the baseline from history, and the level that the change leads to."""
    past, metric = look.past, look.metric
    if past is None or metric is None or (reading.unit == "%" and look.draft.kind in _SHARE_KINDS):
        return ()
    baseline = baseline_of(past, metric)
    level = as_figure(_changed(reading, baseline), metric.unit)
    changes = {"target": plain_number(level), "unit": metric.unit, "direction": look.direction.value}
    if not metric.grows:  # a sum of the goal's own days starts at nothing
        changes["baseline"] = plain_number(baseline)
    text = _("{average}; with the change it is {level}").format(
        average=average_in_words(past, metric.unit, look.rules.locale),
        level=shown(level, metric.unit, look.rules.locale),
    )
    return (Repair(text, changes),)


def _unclear_level(look: Look, reading: GoalReading) -> Finding:
    change = _change_in_words(look, reading)
    return Finding(
        "M",
        "change_without_level",
        _("{change} can be percentage points or a share of the baseline: name the value to reach.").format(
            change=change
        ),
        (change,),
        (Repair(_("name the value to reach: from 20 % to 25 %"), field="target"),),
        _("5 % more than 20 % is 21 % or 25 %."),
    )


def _change_in_words(look: Look, reading: GoalReading) -> str:
    number = show_exactly(reading.target, look.rules.locale) if reading.target is not None else ""
    return f"{number} {reading.unit or ''}".strip()


def _lacks_level(reading: GoalReading) -> bool:
    return reading.is_change and reading.baseline is None


def _target_of(reading: GoalReading) -> str:
    if reading.target is None or _lacks_level(reading):
        return ""
    is_share = reading.unit == "%" and reading.kind not in _SHARE_KINDS
    if reading.is_change and is_share and reading.baseline is not None:
        return plain_number(_changed(reading, reading.baseline))
    return plain_number(reading.target)


def _with_changed_level(draft: GoalDraft, reading: GoalReading, rules: EntryRules) -> GoalDraft:
    if not _lacks_level(reading) or draft.target:
        return draft
    baseline = _number(draft.baseline, rules)
    if baseline is None or (reading.unit == "%" and draft.kind in _SHARE_KINDS):
        return draft
    usual = rules.currency if draft.kind == "revenue" else _USUAL_UNITS.get(draft.kind, "")
    unit = draft.unit or (usual if reading.unit == "%" else reading.unit or "")
    return draft.with_(target=plain_number(_changed(reading, baseline)), unit=unit)


def _changed(reading: GoalReading, baseline: Decimal) -> Decimal:
    """Return the level that a change leads to from a baseline."""
    change = reading.target or Decimal(0)
    step = baseline * change / 100 if reading.unit == "%" else change
    return baseline - step if reading.direction == "decrease" else baseline + step


def _number(text: str, rules: EntryRules) -> Decimal | None:
    try:
        return read_number(text, rules.locale) if text else None
    except RefusedInput:
        return None


def _is_ceiling(text: str, reading: GoalReading) -> bool:
    if reading.target_span is None:
        return False
    atoms = split_atoms(fold(tidy(text)))
    start, end = reading.target_span
    first = sum(atom.start < start for atom in atoms)
    after = sum(atom.start < end for atom in atoms)
    roles = goal_lexicon(reading.lang).roles
    return "at_most" in roles.names_before(atoms, first)[0] | roles.names_behind(atoms, after)[0]


def _before_figures(sentence: str, reading: GoalReading) -> str:
    """Return what stands in front of the figures and the date, in languages that put spaces between words."""
    spans = [span for span in (reading.target_span, reading.baseline_span, reading.deadline_span) if span]
    if _lacks_level(reading) or not spans or reading.lang not in _SPACED_LANGUAGES:
        return ""
    words = sentence[: min(span[0] for span in spans)].split()
    while words and _leads_on(words[-1], goal_lexicon(reading.lang)):
        words.pop()
    return " ".join(words).strip(_PUNCTUATION) if len(words) >= _FEWEST_WORDS else ""


def _leads_on(word: str, lexicon: GoalLexicon) -> bool:
    """Tell whether a word only leads to a figure or a date: from, to, at the end of."""
    folded = fold(word).strip(_PUNCTUATION)
    return folded in lexicon.stops or bool(lexicon.beside_time.at(split_atoms(folded), 0)[0])


def _without_date(sentence: str, reading: GoalReading) -> str:
    """Return the sentence without a date at its end, or at its beginning where words have spaces."""
    if reading.deadline_span is None:
        return ""
    start, end = reading.deadline_span
    before, behind = sentence[:start].strip(_PUNCTUATION), sentence[end:].strip(_PUNCTUATION)
    if not behind:
        return before
    is_clear = reading.lang in _SPACED_LANGUAGES and not re.search(r"\w", before)
    return behind[:1].upper() + behind[1:] if is_clear else ""


def _says_the_same(cut: str, reading: GoalReading, today: date) -> bool:
    again = read_goal(cut, today, reading.lang)
    return reading.specific and again.specific and again.kind == reading.kind


def _shortened(text: str) -> str:
    return clean_line(text)[:LONGEST_LINE]
