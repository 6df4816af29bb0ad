"""The group ``aegoals feedback`` and the list of what it can do."""

from __future__ import annotations

from aegoals.cli.commands import Entry, LazyGroup
from aegoals.locale.texts import mark

COMMANDS = {
    "list": Entry("aegoals.cli.feedback.listing:list_feedback", mark("All feedback, the latest first.")),
    "add": Entry("aegoals.cli.feedback.changes:add", mark("Keep a feedback.")),
    "pass-on": Entry("aegoals.cli.feedback.changes:pass_on", mark("Mark a feedback as passed on.")),
    "goal": Entry("aegoals.cli.feedback.changes:goal", mark("Begin a goal out of a feedback.")),
    "delete": Entry("aegoals.cli.feedback.changes:delete", mark("Delete a feedback.")),
    "patterns": Entry(
        "aegoals.cli.feedback.listing:list_patterns", mark("Reasons of lost deals and complaints, counted.")
    ),
}

feedback = LazyGroup(
    "feedback",
    COMMANDS,
    help=mark(
        "Feedback given and received, recognition among it, and the patterns in it."
        "\n\nID is the end of a feedback's id as “feedback list” shows it."
    ),
)
