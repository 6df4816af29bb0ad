"""``aegoals coach``: what a goal sentence says, and what it still lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from aegoals.cli.coach_questions import AUTO, LANGUAGES, Question, checked_text, read_questions
from aegoals.cli.commands import Command
from aegoals.cli.findings import finding_json, finding_lines
from aegoals.cli.options import READABLE_FILE
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.errors import DataFileError, UsageError
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.coach import Background, Finding
    from aegoals.domain.goal_entry import EntryRules
    from aegoals.domain.reading import GoalReading


class Answer(NamedTuple):
    """What a sentence says, what it lacks, and the goal it reads like."""

    reading: GoalReading
    findings: list[Finding]
    statement: str


@click.command(
    "coach",
    cls=Command,
    params=[
        click.Argument(["text"], required=False, metavar="[TEXT]", help=mark("A goal in one sentence.")),
        click.Option(
            ["--file"],
            type=READABLE_FILE,
            metavar="FILE",
            help=mark("Read JSON lines with “text” and, if you like, “id”, “lang” and “today”."),
        ),
        click.Option(
            ["--lang", "language"],
            type=click.Choice([AUTO, *LANGUAGES]),
            default=AUTO,
            metavar="TAG",
            help=mark("The language of the sentence: auto, en, sv, de, ja or zh; auto finds it out."),
        ),
        click.Option(["--json", "as_json"], is_flag=True, help=mark("Print JSON for other programs.")),
    ],
    help=mark(
        "What a goal sentence says, and what it still lacks, such as: aegoals coach “More revenue soon”\n\n"
        "It reads English, Swedish, German, Japanese and Chinese. Nothing is stored. With --file every line "
        "has one answer; with --json that is one object a line."
    ),
)
@pass_session
def coach(session: Session, text: str | None, file: Path | None, language: str, *, as_json: bool) -> None:
    """Read one sentence, or those of a file, and print what is found."""
    if (text is None) == (file is None):
        raise UsageError(_("Give one sentence, or --file FILE."), _("See: aegoals coach --help"))
    lang = None if language == AUTO else language
    if file is not None:
        questions = read_questions(file, lang, session.today())
    else:
        questions = [Question(checked_text(text or ""), lang, session.today())]
    rules, background = _known(session)
    for number, question in enumerate(questions):
        answer = _answer(question, rules, background)
        if as_json:
            say_json(_shape(question, answer), in_one_line=file is not None)
        else:
            _print(answer, is_first=number == 0)


def _known(session: Session) -> tuple[EntryRules, Background | None]:
    """Return how the AE writes, and their history; the machine's locale and none where the data cannot be read."""
    from aegoals.domain.goal_entry import EntryRules
    from aegoals.services.context import default_profile

    session.passphrases.may_prompt = False
    background = None
    try:
        profile = session.profile
        background = session.desk.coaching.background()
    except DataFileError:
        profile = default_profile()
    return EntryRules(locale=profile.locale, currency=profile.currency), background


def _answer(question: Question, rules: EntryRules, background: Background | None) -> Answer:
    from aegoals.domain.goal_reading import draft_of_reading, reading_findings
    from aegoals.domain.reading import read_goal
    from aegoals.domain.statement import statement

    reading = read_goal(question.text, question.today, question.lang)
    draft = draft_of_reading(question.text, reading, "", question.today)
    found = reading_findings(draft, reading, rules, question.today, background)
    return Answer(reading, found, statement(draft, rules))


def _shape(question: Question, answer: Answer) -> dict[str, object]:
    reading = answer.reading
    name: dict[str, object] = {} if question.id is None else {"id": question.id}
    return name | {
        "lang": reading.lang,
        "specific": reading.specific,
        "measurable": reading.measurable,
        "time_bound": reading.time_bound,
        "vague_words": reading.vague_words,
        "direction": reading.direction,
        "target": reading.target,
        "unit": reading.unit,
        "baseline": reading.baseline,
        "deadline": reading.deadline,
        "kind": reading.kind,
        "findings": [finding_json(finding) for finding in answer.findings],
        "statement": answer.statement,
    }


def _print(answer: Answer, *, is_first: bool) -> None:
    if not is_first:
        say()
    for line in (answer.statement, *(line for one in answer.findings for line in finding_lines(one))):
        say(line)
