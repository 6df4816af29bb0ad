"""The sheet on which one record is read: its pieces, what is certain so far, and what must be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aegoals.domain.quicklog.doubts import Question
from aegoals.domain.quicklog.drafts import Changes, Draft
from aegoals.domain.quicklog.lexicon import Lexicon
from aegoals.domain.quicklog.names import NameBook
from aegoals.domain.quicklog.notes import notes_of, words_left
from aegoals.domain.quicklog.pieces import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """What all records of one line share."""

    text: str
    lexicon: Lexicon
    names: NameBook
    languages: frozenset[str]  # that some word of the line belongs to alone
    front_account: str | None
    own_kinds: tuple[str, ...] = ()  # of the AE, no word of the vocabulary names them


class Sheet:
    """One record while it is read; ``place`` is its place among the records of the line."""

    def __init__(self, group: Sequence[Piece], place: int, line: Line, kind_before: str | None = None) -> None:
        self.group = group
        self.place = place
        self.line = line
        self.kind_before = kind_before  # of the record before: probably meant again where a kind is missing
        self.draft = Draft()
        self.questions: list[Question] = []
        self.runs: list[list[Piece]] = []  # words that nothing else has taken

    def set(self, **changes: object) -> None:
        """Write what is certain into the draft."""
        self.draft = replace(self.draft, **changes)  # type: ignore[arg-type]  # fields of Draft

    def ask(self, code: str, words: str, *options: Sequence[Changes]) -> None:
        """Note a question; each option is what becomes of the record."""
        self.questions.append(Question(code, words, [{self.place: changes} for changes in options]))

    def hold_and_ask(self, code: str, words: str, kinds: Sequence[str]) -> None:
        """Keep the record from being stored until its kind is chosen."""
        self.set(held=True)
        self.ask(code, words, *[({"kind": kind, "held": False},) for kind in kinds])

    def all(self, role: str) -> list[Piece]:
        """Return the pieces of a role."""
        return [piece for piece in self.group if piece.role == role]

    def first(self, role: str) -> Piece | None:
        """Return the first piece of a role."""
        return next(iter(self.all(role)), None)

    def words(self, *pieces: Piece) -> str:
        """Return the words of the line from the first of these pieces to the last; of the record for none."""
        chosen = pieces or tuple(self.group)
        return self.line.text[min(piece.start for piece in chosen) : max(piece.end for piece in chosen)].strip()

    def take_notes(self) -> None:
        """Write what is left over into the note."""
        self.runs = words_left(self.group)
        self.set(notes=notes_of(self.group, self.runs, self.line.text))
