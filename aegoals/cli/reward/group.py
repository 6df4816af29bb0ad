"""The group ``aegoals reward`` and its commands."""

from __future__ import annotations

from aegoals.cli.commands import Entry, LazyGroup
from aegoals.locale.texts import mark

COMMANDS = {
    "list": Entry("aegoals.cli.reward.commands:list_rewards", mark("All rewards: to claim, open, claimed.")),
    "add": Entry("aegoals.cli.reward.commands:add", mark("Promise yourself a reward.")),
    "claim": Entry("aegoals.cli.reward.commands:claim", mark("Claim an earned reward.")),
    "delete": Entry("aegoals.cli.reward.commands:delete", mark("Delete a reward.")),
}

reward = LazyGroup(
    "reward",
    COMMANDS,
    help=mark("Promises to yourself for a goal, a milestone, a streak or a personal record; the log earns them."),
)
