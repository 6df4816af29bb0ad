"""The wizard's steps: a sentence, the type, one letter each, the split, the summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aegoals.locale.texts import mark
from screens import wizard_fields as asked
from screens.form import Field
from screens.wizard_context import Example, StepContext

LETTERS = "SMART"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its id, the letter of SMART, the question, and how its fields and examples are made."""

    id: str
    letter: str
    name: str
    question: str
    fields: Callable[[StepContext], tuple[Field, ...]] = asked.no_fields
    examples: Callable[[StepContext, str], tuple[Example, ...]] = asked.no_examples


STEPS = (
    Step(
        "sentence",
        "",
        mark("Sentence"),
        mark("What do you want to reach? One sentence is a start."),
        asked.sentence_fields,
        asked.sentence_examples,
    ),
    Step("kind", "", mark("Type"), mark("What kind of goal is it?")),
    Step(
        "specific",
        "S",
        mark("Specific"),
        mark("What exactly will be different?"),
        asked.specific_fields,
        asked.specific_examples,
    ),
    Step(
        "measurable",
        "M",
        mark("Measurable"),
        mark("Which number will show it?"),
        asked.measurable_fields,
        asked.measurable_examples,
    ),
    Step(
        "achievable",
        "A",
        mark("Achievable"),
        mark("Why can it be done?"),
        asked.achievable_fields,
        asked.guide_examples,
    ),
    Step(
        "relevant",
        "R",
        mark("Relevant"),
        mark("Why is it worth the effort?"),
        asked.relevant_fields,
        asked.relevant_examples,
    ),
    Step(
        "time_bound",
        "T",
        mark("Time-bound"),
        mark("From when to when?"),
        asked.time_fields,
        asked.time_examples,
    ),
    Step(
        "split",
        "",
        mark("Split"),
        mark("In which parts, and which steps lie on the way?"),
        asked.split_fields,
        asked.split_examples,
    ),
    Step("summary", "", mark("Summary"), mark("Is this your goal?")),
)
NAMES = tuple(step.id for step in STEPS)
_EARLIER_NAMES = {"milestones": "split"}  # in drafts of earlier versions


def place_of_step(name: str, *, has_kind: bool) -> int:
    """Return where a draft goes on; one that was never in the wizard begins with what it lacks first."""
    known = _EARLIER_NAMES.get(name, name)
    return NAMES.index(known) if known in NAMES else NAMES.index("specific") if has_kind else 0


def step_of_field(name: str, context: StepContext) -> int | None:
    """Return the step that asks for a field, None where none does."""
    for place, step in enumerate(STEPS):
        if any(field.id == name for field in step.fields(context)):
            return place
    return None
