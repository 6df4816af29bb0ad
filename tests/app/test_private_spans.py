"""No builder of rows writes the AE's own words or money into a span that cannot be masked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from aegoals.domain.career import Aspiration, Experience, Rating, Skill, Training
from aegoals.domain.fields import Model
from aegoals.domain.goal import Action, Closing, Goal, Milestone, Revision
from aegoals.domain.record import LogRecord
from aegoals.domain.role import Expectation, RoleCard, Unclear
from aegoals.domain.talk import Agreed, Talk
from widgets.spans import ROLES

ROOT = Path(__file__).parents[2]
BUILDERS = sorted(path for room in ("screens", "widgets") for path in (ROOT / room).glob("*.py"))
MODELS: tuple[type[Model], ...] = (
    *(Action, Aspiration, Closing, Goal, LogRecord, Milestone, Revision, Skill, Training),
    *(Agreed, Expectation, Experience, Rating, RoleCard, Talk, Unclear),
)
OPEN = {  # activities may be read
    "currency",
    "id",
    "imported_id",
    "imported_mark",
    "kind",
    "rate_currency",
}
PROGRAM_WORDS = {"reason.title"}  # what a figure is called
OWN_WORDS = {
    name
    for model in MODELS
    for name, field in model.model_fields.items()
    if re.search(r"\bstr\b", str(field.annotation)) and name not in OPEN
}
MONEY = {"show_money"}


def plain_spans(tree: ast.AST) -> Iterator[ast.Tuple]:
    """Yield every tuple of a text and a role without the mark."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            role = node.elts[1]
            if isinstance(role, ast.Constant) and role.value in ROLES:
                yield node


def private_parts(text: ast.AST) -> Iterator[str]:
    """Yield what a text takes from the AE's data; what passes gettext is the program's own."""
    if isinstance(text, ast.Call) and isinstance(text.func, ast.Name):
        if text.func.id == "_":
            return
        if text.func.id in MONEY:
            yield text.func.id
    if isinstance(text, ast.Attribute) and text.attr in OWN_WORDS and ast.unparse(text) not in PROGRAM_WORDS:
        yield text.attr
    for child in ast.iter_child_nodes(text):
        yield from private_parts(child)


def test_the_own_words_of_the_models_are_known() -> None:
    assert {"title", "why", "evidence", "account", "product", "note", "reason", "serves"} <= OWN_WORDS


@pytest.mark.parametrize("path", BUILDERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_row_builder_marks_what_is_private(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [f"line {span.lineno}: {part}" for span in plain_spans(tree) for part in private_parts(span.elts[0])]
    assert found == [], "name() and amount() in widgets/spans.py mark what can be masked"
