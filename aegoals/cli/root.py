"""The command ``aegoals`` and the list of what it can do."""

from __future__ import annotations

import click

from aegoals import __version__
from aegoals.cli.commands import Entry, LazyGroup
from aegoals.cli.options import everywhere
from aegoals.cli.output import say
from aegoals.cli.session import Session
from aegoals.locale.texts import mark

PROGRAM = "aegoals"
COMPLETE_VARIABLE = "_AEGOALS_COMPLETE"
DATA_VARIABLE = "AEGOALS_DATA"

COMMANDS = {
    "today": Entry("aegoals.cli.today:today", mark("What to do today to stay on pace.")),
    "log": Entry("aegoals.cli.log:log", mark("Write down what you did.")),
    "search": Entry("aegoals.cli.search:search", mark("Find log records of all years.")),
    "status": Entry("aegoals.cli.status:status", mark("Where every active goal stands.")),
    "explain": Entry("aegoals.cli.explain:explain", mark("Why a goal's figure is what it is.")),
    "kpi": Entry("aegoals.cli.kpi:kpi", mark("Key figures by month or quarter, funnel, records.")),
    "due": Entry("aegoals.cli.due:due", mark("What is due today; for people and for cron.")),
    "prompt": Entry("aegoals.cli.prompt:prompt", mark("One short status for a shell prompt.")),
    "goal": Entry("aegoals.cli.goal.group:goal", mark("Set, see, change and end goals.")),
    "contest": Entry("aegoals.cli.contest:contest", mark("A contest against yourself, for a day or a week.")),
    "career": Entry("aegoals.cli.career.aspirations:career", mark("Aspirations and how far they are; the role.")),
    "skill": Entry("aegoals.cli.career.skill:skill", mark("Skills, their levels and what shows them.")),
    "training": Entry("aegoals.cli.career.training:training", mark("Trainings and their hours.")),
    "talk": Entry("aegoals.cli.career.talk:talk", mark("Talks and what was agreed in them.")),
    "coach": Entry("aegoals.cli.coach:coach", mark("What a goal sentence says, and what it still lacks.")),
    "feedback": Entry("aegoals.cli.feedback.group:feedback", mark("Feedback given and received, and its patterns.")),
    "reward": Entry("aegoals.cli.reward.group:reward", mark("Promises to yourself, earned by the log.")),
    "pack": Entry("aegoals.cli.pack:pack", mark("Evidence for an appraisal, as Markdown.")),
    "import": Entry("aegoals.cli.import_deals:import_deals", mark("Bring in deals from a CRM's CSV file.")),
    "undo": Entry("aegoals.cli.history:undo", mark("Take back the latest actions.")),
    "redo": Entry("aegoals.cli.history:redo", mark("Do again what was taken back.")),
    "history": Entry("aegoals.cli.history:history", mark("What was done, latest first.")),
    "backup": Entry("aegoals.cli.backup:backup", mark("Keep a verified copy of the data now.")),
    "restore": Entry("aegoals.cli.restore:restore", mark("Go back to what a backup holds.")),
    "merge": Entry("aegoals.cli.merge:merge", mark("Bring in what was done on another machine.")),
    "doctor": Entry("aegoals.cli.doctor:doctor", mark("Whether everything is in order.")),
    "where": Entry("aegoals.cli.where:where", mark("Which files are in use, and their sizes.")),
    "lock": Entry("aegoals.cli.lock:lock", mark("Lock the data file with a passphrase.")),
    "privacy": Entry("aegoals.cli.privacy:privacy", mark("What is kept where, and who may read it.")),
    "demo": Entry("aegoals.cli.demo:demo", mark("Try aegoals on a year of made-up data.")),
    "completion": Entry("aegoals.cli.completion:completion", mark("Print the completion script of a shell.")),
}


def _show_version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        say(f"{PROGRAM} {__version__}")
        context.exit()


@click.pass_context
def _start(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        from aegoals.cli.open import show

        show(context.ensure_object(Session))


root = LazyGroup(
    PROGRAM,
    COMMANDS,
    callback=_start,
    invoke_without_command=True,
    params=[
        *everywhere(data_variable=DATA_VARIABLE),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help=mark("Print the version."),
        ),
    ],
    help=mark(
        "SMART goals, a daily log and honest progress for one salesperson."
        "\n\nWithout a command it opens the program; without a terminal it prints what today asks for."
    ),
)
