"""What a restore, a merge or a repair would change: by table, with the first titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from aegoals.domain.record import LogRecord
from aegoals.domain.text import clean_line
from aegoals.domain.words import record_words
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _, mark
from aegoals.store.protocol import Change, Document

MOST_TITLES = 5
LONGEST_TITLE = 80  # characters
_TABLES = {
    "goals": mark("goals"),
    "records": mark("log records"),
    "drafts": mark("drafts of goals"),
    "templates": mark("templates of goals"),
    "profile": mark("settings"),
    "aspirations": mark("aspirations"),
    "skills": mark("skills"),
    "trainings": mark("trainings"),
    "talks": mark("talks"),
    "role": mark("role"),
    "feedback": mark("feedback"),
    "rewards": mark("rewards"),
    "contests": mark("contests"),
    "imports": mark("imports"),
    "mappings": mark("columns of imports"),
    "merges": mark("merged files"),
}


@dataclass(frozen=True, slots=True)
class Some:
    """How many documents, and the titles of the first of them."""

    count: int = 0
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableChanges:
    """What would change in one table."""

    table: str
    added: Some
    changed: Some
    removed: Some


def preview(changes: Iterable[Change]) -> tuple[TableChanges, ...]:
    """Return changes by table, in the order of their names."""
    tables: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        tables[change.table].append(change)
    return tuple(_of_table(name, tables[name]) for name in sorted(tables))


def _of_table(name: str, changes: list[Change]) -> TableChanges:
    return TableChanges(
        table=name,
        added=_some(change for change in changes if change.before is None),
        changed=_some(change for change in changes if None not in (change.before, change.after)),
        removed=_some(change for change in changes if change.after is None),
    )


def _some(changes: Iterable[Change]) -> Some:
    known = list(changes)
    return Some(len(known), tuple(title_of_change(change) for change in known[:MOST_TITLES]))


def title_of_change(change: Change) -> str:
    """Return what a changed document is called, by its later state where it has one."""
    return title_of(change.table, change.key, change.after or change.before or {})


def title_of(table: str, key: str, document: Document) -> str:
    """Return what a person calls a document: its title, or a record in a few words; its id at worst."""
    if table == "records":
        try:
            record = LogRecord.build(document)
        except RefusedInput:
            return key
        return f"{record.date} {record_words(record)}"[:LONGEST_TITLE]
    title = document.get("title") or document.get("name") or document.get("file")
    return clean_line(title)[:LONGEST_TITLE] if isinstance(title, str) and title.strip() else key


def table_words(table: str) -> str:
    """Return what a person calls a table."""
    return _(_TABLES.get(table, table))
