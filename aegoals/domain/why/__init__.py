"""Why a figure is what it is: its formula, what goes into it, the days counted, the rule."""

from aegoals.domain.why.explain import explain, explain_all
from aegoals.domain.why.month import explain_days_left
from aegoals.domain.why.reason import FIGURES, Matter, Part, Reason

__all__ = ["FIGURES", "Matter", "Part", "Reason", "explain", "explain_all", "explain_days_left"]
