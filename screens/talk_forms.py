"""The forms of talks, of what was agreed, and of the role."""

from __future__ import annotations

from datetime import date

from aegoals.domain.profile import Role
from aegoals.domain.role import Expectation, RoleCard, Unclear
from aegoals.domain.talk import Agreed, Talk
from aegoals.locale.texts import _
from screens.form import Field, Form
from screens.settings_forms import ROLE_NAMES

TALL = 4


def talk_form(one: Talk | None, today: date, questions: str = "") -> Form:
    """Return the form of a talk; a new one begins with these questions."""
    day = one.day if one else today
    return Form(
        _("Talk"),
        (
            Field("person", _("With whom?"), one.person if one else ""),
            Field("day", _("Day"), day.isoformat(), _("As YYYY-MM-DD; a day to come is fine.")),
            Field("questions", _("Questions, one a line"), one.questions if one else questions, lines=TALL),
            Field(
                "said", _("What was said"), one.said if one else "", _("What was agreed has its own key."), lines=TALL
            ),
        ),
    )


def agreed_form(one: Agreed | None) -> Form:
    """Return the form of something agreed."""
    due = str(one.due or "") if one else ""
    return Form(
        _("Agreed"),
        (
            Field("title", _("What was agreed?"), one.title if one else ""),
            Field("who", _("Who does it?"), one.who if one else "", _("Empty: you.")),
            Field("due", _("Until when?"), due, _("As YYYY-MM-DD. On that day it stands on Today.")),
        ),
    )


def role_form(role: Role, card: RoleCard) -> Form:
    """Return the form of what the role covers and what belongs to others."""
    roles = tuple((one.value, _(name)) for one, name in ROLE_NAMES.items())
    return Form(
        _("Role"),
        (
            Field("role", _("It covers"), role, _("The wizard offers goals by it."), options=roles),
            Field("marketing", _("Belongs to marketing"), card.marketing),
            Field("sdrs", _("Belongs to SDRs"), card.sdrs),
            Field("success", _("Belongs to customer success"), card.success),
        ),
        _("Saving it says that it is true today; in a year Today asks again."),
    )


def expectation_form(one: Expectation | None, today: date) -> Form:
    """Return the form of what is expected."""
    day = str(one.agreed_on or "") if one else today.isoformat()
    return Form(
        _("Expected"),
        (
            Field("title", _("What is expected of you?"), one.title if one else ""),
            Field("person", _("Agreed with"), one.person if one else ""),
            Field("agreed_on", _("Agreed on"), day, _("As YYYY-MM-DD. May stay empty.")),
        ),
    )


def unclear_form(one: Unclear | None) -> Form:
    """Return the form of something unclear."""
    hint = _("It is offered as a question for the next talk.")
    return Form(_("Unclear"), (Field("title", _("What is unclear?"), one.title if one else "", hint),))
