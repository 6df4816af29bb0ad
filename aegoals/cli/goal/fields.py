"""One option for each field of a goal."""

from __future__ import annotations

from collections.abc import Iterable

import click

from aegoals.locale.texts import mark

_FIELDS = (
    ("kind", "KIND", mark("Type: revenue, new_business, retention, satisfaction, sales_cycle, conversion, "
                          "activity, key_account, career, milestone or other.")),
    ("title", "TEXT", mark("A short name.")),
    ("specific", "TEXT", mark("What exactly will be different.")),
    ("account", "NAME", mark("Only what happens at this account counts.")),
    ("unit", "UNIT", mark("A currency such as EUR, or count, %, days, score or hours.")),
    ("direction", "WORD", mark("reach_up, bring_down, keep_at_least or keep_at_most.")),
    ("baseline", "NUMBER", mark("The value at the start.")),
    ("target", "NUMBER", mark("The value at the end.")),
    ("start", "YYYY-MM-DD", mark("The first day.")),
    ("due", "YYYY-MM-DD", mark("The last day.")),
    ("repeats", "WORD", mark("It comes again each month, quarter or year; no, to end that.")),
    ("evidence", "TEXT", mark("Why it can be achieved.")),
    ("why", "TEXT", mark("Why it matters.")),
    ("serves", "TEXT", mark("The company or team goal that it serves.")),
    ("split", "WORD", mark("Split it into quarters, months or weeks, by working days or by --weights.")),
    ("weights", "NUMBERS", mark("One number for each part of the split, such as “20 20 25 35”.")),
)  # fmt: skip


def field_options(names: Iterable[str] = ()) -> list[click.Option]:
    """Return new options for these fields, for all if none is named; lists only with all."""
    wanted = frozenset(names)
    options = [
        click.Option([f"--{name}"], metavar=metavar, help=text)
        for name, metavar, text in _FIELDS
        if not wanted or name in wanted
    ]
    return options if wanted else [*options, *_list_options()]


def _list_options() -> list[click.Option]:
    return [
        click.Option(
            ["--action", "actions"],
            multiple=True,
            metavar="TEXT",
            help=mark("A step to take; give it once for each step."),
        ),
        click.Option(
            ["--milestone", "milestones"],
            multiple=True,
            metavar="TEXT",
            help=mark("Date, value and title, such as “2026-10-31 3 products in use”; once for each."),
        ),
    ]
