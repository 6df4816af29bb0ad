"""The group ``aegoals goal`` and the list of what it can do."""

from __future__ import annotations

from aegoals.cli.commands import Entry, LazyGroup
from aegoals.locale.texts import mark

COMMANDS = {
    "list": Entry("aegoals.cli.goal.listing:list_goals", mark("All goals with their ids.")),
    "show": Entry("aegoals.cli.goal.show:show", mark("One goal with everything that is known of it.")),
    "add": Entry("aegoals.cli.goal.add:add", mark("Set a new goal.")),
    "adjust": Entry("aegoals.cli.goal.adjust:adjust", mark("Change a goal, with the reason.")),
    "waive": Entry("aegoals.cli.goal.waive:waive", mark("Live with a finding of the coach, with the reason.")),
    "check-in": Entry("aegoals.cli.goal.check_in:check_in", mark("Report a value that the log does not report.")),
    "pause": Entry("aegoals.cli.goal.life:pause", mark("Let a goal rest.")),
    "resume": Entry("aegoals.cli.goal.life:resume", mark("Go on with a paused goal.")),
    "close": Entry("aegoals.cli.goal.life:close", mark("End a goal and freeze its value.")),
    "reopen": Entry("aegoals.cli.goal.life:reopen", mark("Take up a closed goal again.")),
    "delete": Entry("aegoals.cli.goal.life:delete", mark("Delete a goal and its check-ins.")),
}

goal = LazyGroup(
    "goal",
    COMMANDS,
    help=mark(
        "Set, see, change and end goals.\n\nID is a goal's id, the end of it as “goal list” shows it, or its title."
    ),
)
