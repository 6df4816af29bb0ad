"""``aegoals goal add``: set a new goal from a sentence, by options, from a file or from standard input."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.goal.fields import field_options
from aegoals.cli.options import READABLE_FILE
from aegoals.cli.output import say, say_json, warn
from aegoals.cli.session import Session, pass_session
from aegoals.cli.standard_input import WORD
from aegoals.errors import UsageError
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.cli.goal.answers import Answers
    from aegoals.domain.draft import GoalDraft
    from aegoals.domain.goal import Goal
    from aegoals.services import Desk


@click.command(
    "add",
    cls=Command,
    params=[
        click.Argument(
            ["source"],
            required=False,
            metavar="[TEXT|-]",
            help=mark("The goal in one sentence; “-” reads JSON from standard input."),
        ),
        *field_options(),
        click.Option(
            ["--from", "file"],
            type=READABLE_FILE,
            metavar="FILE",
            help=mark("Read the fields from a JSON file."),
        ),
        click.Option(["--draft", "as_draft"], is_flag=True, help=mark("Keep it as a draft, whatever it still lacks.")),
        click.Option(["--json", "as_json"], is_flag=True, help=mark("Print the goal as JSON.")),
    ],
    help=mark(
        "Set a new goal, such as: aegoals goal add “Win 10 new customers by the end of June”; "
        "prints its id and what it says.\n\n"
        "A sentence is read in English, Swedish, German, Japanese or Chinese, and what is understood is printed. "
        "Options win over it. What has no number or no date is refused, or kept with --draft.\n\n"
        "Without a sentence the fields come from options, from a JSON file with --from, or from standard input "
        "with “-”: one object, or a list for several goals. Needed are kind, title, unit, direction, target, "
        "start and due; the baseline is 0 and the statement is the title where they are not given. What feeds "
        "the goal follows from its kind and unit. What could make the goal better is printed on standard error "
        "and does not block."
    ),
)
@pass_session
def add(
    session: Session,
    /,
    source: str | None,
    file: Path | None,
    *,
    as_draft: bool,
    as_json: bool,
    **options: object,
) -> None:
    """Set goals, or keep them as drafts, and print them."""
    given = {name: value for name, value in options.items() if value}
    drafts, is_list = _drafts(session, source, file, given, is_quiet=as_json, may_lack=as_draft)
    if as_draft:
        _print_drafts([session.desk.drafts.save(draft) for draft in drafts], session, as_json=as_json)
        return
    goals = session.desk.goals.plan_all(drafts)
    if as_json:
        from aegoals.cli.shapes import goal_json

        shapes = [goal_json(goal) for goal in goals]
        say_json(shapes if is_list else shapes[0])
        return
    _print(goals, session.locale)


def _drafts(
    session: Session, source: str | None, file: Path | None, options: Answers, *, is_quiet: bool, may_lack: bool
) -> tuple[list[GoalDraft], bool]:
    """Return a draft for each goal, with its findings told, and whether they came as a list."""
    if source and file:
        raise UsageError(_("Give a sentence, “-” or --from FILE, not two of them."), _("See: aegoals goal add --help"))
    if source not in {None, WORD}:
        from aegoals.cli.goal.sentence import draft_of_sentence

        return [draft_of_sentence(session, source or "", options, is_quiet=is_quiet, may_lack=may_lack)], False
    sets, is_list = _answers(source, file, options)
    drafts = _checked(session.desk, sets, may_lack=may_lack)
    for draft in drafts:
        _show_findings(session.desk, draft)
    return drafts, is_list


def _answers(source: str | None, file: Path | None, options: Answers) -> tuple[list[Answers], bool]:
    """Return what is said about each goal, options before the file, and whether it is a list."""
    if not source and not file:
        if not options:
            raise UsageError(_("Nothing says what the goal is."), _("See: aegoals goal add --help"))
        return [options], False
    from aegoals.cli.goal.json_input import read_file, read_standard_input

    sets = read_file(file) if file else read_standard_input()
    return [{**one, **options} for one in sets.goals], sets.is_list


def _checked(desk: Desk, sets: Sequence[Answers], *, may_lack: bool) -> list[GoalDraft]:
    """Return a draft for each goal; all are checked before the first is kept."""
    from aegoals.cli.goal.answers import draft_of_answers
    from aegoals.domain.goal_entry import goal_from

    drafts = [draft_of_answers(one, desk.drafts.new().id) for one in sets]
    for draft in () if may_lack else drafts:
        goal_from(draft, draft.id, desk.goals.rules(), desk.today())
    return drafts


def _show_findings(desk: Desk, draft: GoalDraft) -> None:
    for finding in desk.coaching.findings(draft):
        warn(f"{finding.letter}: {finding.message} ({draft.title})")


def _print(goals: Sequence[Goal], locale: str) -> None:
    from aegoals.domain.statement import statement_of

    for goal in goals:
        say(f"{goal.id}  {statement_of(goal, locale)}")


def _print_drafts(drafts: Sequence[GoalDraft], session: Session, *, as_json: bool) -> None:
    from aegoals.domain.statement import statement

    for draft in drafts:
        said = statement(draft, session.desk.goals.rules())
        if as_json:
            say_json({"draft": draft.id, "statement": said}, in_one_line=True)
        else:
            say(_("Draft {id}  {statement}").format(id=draft.id, statement=said))
