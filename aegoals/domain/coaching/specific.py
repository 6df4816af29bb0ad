"""S: what exactly, and one thing only."""

from __future__ import annotations

from collections.abc import Iterator

from aegoals.domain.coaching.look import Look
from aegoals.domain.coaching.offers import stretch_offer
from aegoals.domain.coaching.sentences import object_is_named, two_goals, vague_words
from aegoals.domain.finding import Finding, Repair
from aegoals.domain.goal import GoalKind
from aegoals.locale.texts import _

SAYS_NOTHING = {None, GoalKind.OTHER, GoalKind.MILESTONE}
"""Kinds that do not name by themselves what is counted or delivered."""


def specific(look: Look) -> Iterator[Finding]:
    """Return what is not exact: nothing said, a vague word, no object, two goals in one sentence."""
    if not look.text.strip():
        yield Finding(
            "S",
            "empty",
            _("Say what exactly will be different."),
            repairs=(Repair(_("name it: revenue, new customers, demos, an exam"), field="specific"),),
            why=_("What is not named cannot be done."),
        )
        return
    words = () if look.draft.target else vague_words(look.text)
    if words:
        yield vague_finding(words, stretch_offer(look))
    if look.kind in SAYS_NOTHING and not any(map(object_is_named, (look.text, look.draft.title))):
        yield no_object()
    yield from _two_goals(look)


def vague_finding(words: tuple[str, ...], offers: tuple[Repair, ...] = ()) -> Finding:
    """Return the finding that names these vague words."""
    listed = ", ".join(f"“{word}”" for word in words)
    return Finding(
        "S",
        "vague",
        _("{words}: by how much, of what?").format(words=listed),
        words,
        offers or (Repair(_("by how much? for example 10 %"), field="target"),),
        _("Everybody reads another amount into it, so it can always be said to be met."),
    )


def no_object() -> Finding:
    """Return the finding that nothing is named."""
    return Finding(
        "S",
        "no_object",
        _("It does not say what is counted or delivered."),
        repairs=(Repair(_("name it: revenue, new customers, demos, an exam"), field="specific"),),
        why=_("A stranger could not check it."),
    )


def _two_goals(look: Look) -> Iterator[Finding]:
    found = two_goals(look.text)
    if found is None:
        return
    repairs = tuple(Repair(_("keep only: “{goal}”").format(goal=half.text), half.answers) for half in found)
    yield Finding(
        "S",
        "two_goals",
        _("It is two goals in one sentence: “{one}” and “{other}”.").format(one=found[0].text, other=found[1].text),
        tuple(half.text for half in found),
        repairs,
        _("One bar cannot show two numbers; each goal deserves its own."),
    )
