"""Every finding by its code, in a few words."""

from __future__ import annotations

from aegoals.locale.texts import _, mark

TITLES = {
    "empty": mark("nothing said"),
    "vague": mark("vague words"),
    "no_object": mark("no object"),
    "two_goals": mark("two goals in one"),
    "no_number": mark("no number"),
    "no_unit": mark("no unit"),
    "no_baseline": mark("no baseline"),
    "baseline_of_sum": mark("a sum that starts above 0"),
    "not_logged": mark("not in the log"),
    "change_without_baseline": mark("a change without a baseline"),
    "change_without_level": mark("points or a share"),
    "no_evidence": mark("no evidence"),
    "too_easy": mark("too easy"),
    "out_of_reach": mark("out of reach"),
    "more_than_usual": mark("more work than usual"),
    "too_many_hours": mark("more hours than the week has"),
    "left_out": mark("history not whole"),
    "serves_nothing": mark("serves nothing"),
    "outside_the_role": mark("outside the role"),
    "many_alike": mark("many goals on one number"),
    "no_date": mark("no date"),
    "past": mark("in the past"),
    "day_off": mark("ends on a day off"),
    "long_without_milestones": mark("long without milestones"),
}


def title_of(code: str) -> str:
    """Return what a finding is called; a code that this version does not know stands for itself."""
    return _(TITLES[code]) if code in TITLES else code.replace("_", " ")
