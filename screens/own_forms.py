"""The forms of the AE's own kinds and templates."""

from __future__ import annotations

from collections.abc import Mapping

from aegoals.domain.kinds import kind_of
from aegoals.domain.own_kinds import COUNTABLE, KindUnit, OwnKind, kind_from
from aegoals.domain.template import Template
from aegoals.locale.texts import _, mark
from screens.form import Field, Form

UNIT_NAMES = {
    KindUnit.COUNT: mark("how many"),
    KindUnit.HOURS: mark("hours"),
    KindUnit.MONEY: mark("an amount"),
}


def template_form(number: int, one: Template | None) -> Form:
    """Return the form of a template."""
    return Form(
        _("Template: key {number}").format(number=number),
        (
            Field("line", _("The line"), one.line if one else "", _("Such as 10 calls, or demo @… 45 min")),
            Field("name", _("Name"), one.name if one else "", _("A short one; may stay empty.")),
        ),
        _("The key logs the line at once. Where it holds a gap (…), it goes into the line, to be filled in there."),
    )


def kind_form(one: OwnKind | None) -> Form:
    """Return the form of an own kind."""
    units = tuple((unit.value, _(name)) for unit, name in UNIT_NAMES.items())
    kinds = (("", _("itself only")), *((kind, _(kind_of(kind).one)) for kind in COUNTABLE))
    own = one or OwnKind(kind="x")
    return Form(
        _("Kind of records"),
        (
            Field("name", _("Name"), own.name if one else "", _("Such as workshop; or a known kind.")),
            Field("aliases", _("Other words"), ", ".join(own.aliases), _("Commas between; the line reads them all.")),
            Field("unit", _("Its number is"), own.unit, _("Left and right change it."), options=units),
            Field("counts_for", _("Counts as"), own.counts_for or "", _("Goals of that kind count it."), options=kinds),
            Field("letter", _("Letter"), own.letter, _("One sign for narrow columns; may stay empty.")),
        ),
        _("The log reads it by its name and words; a goal that names it counts it."),
    )


def kind_in(answers: Mapping[str, str]) -> OwnKind:
    """Return the kind that was entered; raises RefusedInput."""
    return OwnKind.build(
        {
            "kind": kind_from(answers["name"]),
            "unit": answers["unit"],
            "letter": answers["letter"].strip(),
            "counts_for": answers["counts_for"] or None,
            "aliases": tuple(word.strip() for word in answers["aliases"].split(",") if word.strip()),
        }
    )
