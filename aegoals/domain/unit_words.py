"""What the value of a goal is measured in, in words."""

from __future__ import annotations

from aegoals.domain.kinds import ACTIVITY_KINDS, SCORE_KINDS, kind_of
from aegoals.domain.metric import Metric, Of
from aegoals.locale.texts import _, mark, ngettext

_THINGS = {Of.ACCOUNT: mark("customers"), Of.PRODUCT: mark("products")}
_WORDS = {
    "%": mark("In per cent."),
    "days": mark("In days."),
    "hours": mark("In hours."),
    "score": mark("A score, such as 4.2."),
}


def measured_in(metric: Metric) -> str:
    """Return a sentence that says what to write for a value, such as ``Counted in deals won``."""
    if metric.unit != "count":
        return _(_WORDS[metric.unit]) if metric.unit in _WORDS else _("In {currency}.").format(currency=metric.unit)
    what = _counted(metric)
    return _("Counted in {what}.").format(what=what) if what else _("A count: a plain number.")


def _counted(metric: Metric) -> str:
    """Return what is counted, such as ``calls, demos``; empty where no records say it."""
    kinds = metric.selector.kinds
    if metric.of in _THINGS:
        return _(_THINGS[metric.of])
    if not SCORE_KINDS.isdisjoint(kinds):
        return ""
    if set(ACTIVITY_KINDS) <= set(kinds):
        return _("activities")
    return ", ".join(ngettext(one.one, one.many, 2) for one in map(kind_of, kinds))
