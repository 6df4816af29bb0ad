"""One line of the log, read whole: records that are certain, and doubts that must be asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from aegoals.domain.language.folding import tidy
from aegoals.domain.quicklog.days import Days
from aegoals.domain.quicklog.doubts import Doubt, Question
from aegoals.domain.quicklog.drafts import Draft, Drafts, LineRecord
from aegoals.domain.quicklog.grouping import parts_of, records_of
from aegoals.domain.quicklog.lexicon import Lexicon, lexicon
from aegoals.domain.quicklog.names import Known, NameBook, Names
from aegoals.domain.quicklog.pieces import Piece
from aegoals.domain.quicklog.record import read_record
from aegoals.domain.quicklog.scan import Scanner
from aegoals.domain.quicklog.settle import settle
from aegoals.domain.quicklog.sheet import Line

_NO_WORDS: Mapping[str, str] = MappingProxyType({})
_LINE_WIDE = frozenset({"account", "tag", "product", "date", "filler"})
_WORDS = frozenset({"word", "filler", "article", "clock", "span", "note", "planned", "vague", "about", "each", "total"})
_OF_RECORD_BEFORE = frozenset({"amount", "each", "total", "filler", "duration", "note"})
_MOST_DOUBTS = 20  # asked at once; the others come up when these are answered
_KANA = ("\u3041", "\u30fc")


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a line says: the records that are certain, and the doubts, none for a clear line."""

    records: tuple[LineRecord, ...]
    doubts: tuple[Doubt, ...]


def read_line(
    text: str,
    today: date,
    known: Names = Known(),  # noqa: B008 - frozen
    *,
    day_first: bool | None = None,
    own_kind_words: Mapping[str, str] = _NO_WORDS,
    picks: Sequence[int] = (),
    locale: str = "en_US",
) -> LineReading:
    """Read one line of the log.

    ``day_first`` says how ``11/12`` is read; with None it is a doubt. ``own_kind_words`` maps further words to kinds.
    ``picks`` answers the doubts of the line from the first on, each by the place of its reading; the doubts that
    remain are those of the reading returned. In their labels figures and days are written as in ``locale``.
    """
    text = tidy(text)
    words, names = lexicon(), NameBook(known)
    pieces = Scanner(text, today, words, names, day_first=day_first, own_kind_words=own_kind_words).scan()
    pieces = settle(pieces, words.kind_of, words.real_words)
    own_kinds = _new_kinds(own_kind_words, words)
    reader = _LineReader(pieces, Line(text, words, names, _languages(pieces), _front_account(pieces), own_kinds))
    return _answer(reader.drafts(), reader.questions, picks, locale)


def _new_kinds(own_kind_words: Mapping[str, str], words: Lexicon) -> tuple[str, ...]:
    """Return the kinds that the AE added; others only got further words."""
    return tuple(dict.fromkeys(kind for kind in own_kind_words.values() if kind not in words.kind_of.values()))


def _answer(drafts: Drafts, questions: Sequence[Question], picks: Sequence[int], locale: str) -> LineReading:
    """Apply the answers given, and ask the rest."""
    for question, pick in zip(questions, picks, strict=False):
        drafts = drafts.apply(question.options[pick])
    asked = questions[len(picks) :][:_MOST_DOUBTS]
    return LineReading(drafts.records(), tuple(question.ask(drafts, locale) for question in asked))


def _languages(pieces: Sequence[Piece]) -> frozenset[str]:
    """Return the languages that a word of the line belongs to alone; kana are Japanese."""
    single = {next(iter(piece.languages)) for piece in pieces if len(piece.languages) == 1}
    if any(_KANA[0] <= char <= _KANA[1] for piece in pieces if piece.role != "account" for char in piece.text):
        single.add("ja")
    return frozenset(single)


def _front_account(pieces: Sequence[Piece]) -> str | None:
    """Return the account with a colon behind it in front of the line: it goes to all records."""
    for piece in pieces:
        if piece.role == "account" and piece.fronts:
            return piece.name
        if piece.role not in {"date", "filler"}:
            break
    return None


class _LineReader:
    """Reads part after part; what stands alone in a part goes to the record before it or to all."""

    def __init__(self, pieces: Sequence[Piece], line: Line) -> None:
        self.line = line
        self.questions: list[Question] = []
        self._groups: list[list[Piece]] = []
        self._wide: list[Piece] = []
        self._waiting: list[Piece] = []  # words in front of the first record
        for part in parts_of(pieces):
            self._take(part)
        if self._waiting:
            self._groups.append(self._waiting)

    def _take(self, part: list[Piece]) -> None:
        roles = {piece.role for piece in part}
        if any(piece.role == "account" and piece.fronts and piece.name == self.line.front_account for piece in part):
            part = [piece for piece in part if not (piece.role == "account" and piece.fronts)]
        if not part or roles == {"filler"}:
            return
        if roles <= _LINE_WIDE:
            self._wide.extend(part)
        elif self._belongs_to_last(part, roles):
            self._groups[-1].extend(part)
        elif roles <= _WORDS - {"planned", "vague"} and not self._groups:
            self._waiting.extend(part)
        else:
            first, *rest = records_of(part)
            self._groups.extend([[*self._waiting, *first], *rest])
            self._waiting = []

    def _belongs_to_last(self, part: Sequence[Piece], roles: Collection[str]) -> bool:
        """Say whether a part only completes the record before it: an amount, a duration, words, "cancelled"."""
        if not self._groups:
            return False
        if _OF_RECORD_BEFORE.issuperset(roles) or {"negation", "filler"}.issuperset(roles):
            return True
        if (_WORDS | {"negation"}).issuperset(roles):
            for piece in part:
                piece.role = "note" if piece.role == "note" else "word"
            return True
        return False

    def drafts(self) -> Drafts:
        """Return the drafts of all records; the questions stand in the order of the line."""
        drafts = Drafts()
        days = Days()
        wide_dates = [piece for piece in self._wide if piece.role == "date"]
        for place, group in enumerate(self._groups):
            before = drafts.places[-1][0].kind if drafts.places else None
            draft, questions = read_record(group, place, self.line, before)
            self.questions.extend(questions)
            dates = [piece for piece in group if piece.role == "date" and not _is_score(piece, draft)]
            drafts.places.append([days.dated(draft, place, dates or (wide_dates if not days.named else []))])
        self._spread(drafts)
        if self._wide and not self._groups:
            self._groups.append(self._wide)
            drafts.places.append([Draft(held=True)])
            self.questions.append(read_record(self._wide, 0, self.line)[1][0])
        self.questions.extend(days.questions())
        return drafts

    def _spread(self, drafts: Drafts) -> None:
        """Give what stands alone in the line to every record that has none of its own."""
        accounts = list(dict.fromkeys(piece.name for piece in self._wide if piece.role == "account"))
        lacking = [
            at for at, (draft,) in enumerate(drafts.places) if draft.account is None and not self._has_account(at)
        ]
        tags = tuple(piece.name for piece in self._wide if piece.role == "tag")
        products = [piece.name for piece in self._wide if piece.role == "product"]
        for at, (draft,) in enumerate(drafts.places):
            product = draft.product or (products[0] if products else None)
            drafts.places[at] = [replace(draft, tags=tuple(dict.fromkeys(draft.tags + tags)), product=product)]
        if len(accounts) > 1 or (accounts and not lacking):
            self._ask_whose(drafts, accounts)
        account = accounts[0] if len(accounts) == 1 else self.line.front_account
        for at in lacking if account else ():
            drafts.places[at] = [replace(drafts.places[at][0], account=account)]

    def _has_account(self, at: int) -> bool:
        return any(piece.role == "account" for piece in self._groups[at])

    def _ask_whose(self, drafts: Drafts, accounts: Sequence[str]) -> None:
        """Ask whose the last record is: several accounts stand alone, or one too many."""
        last = len(drafts.places) - 1
        if last < 0:
            return
        own = drafts.places[last][0].account
        names = list(dict.fromkeys([own, *accounts] if own else accounts))
        if len(names) == 1:
            return
        each = [{"account": name} for name in names]
        drafts.places[last] = [replace(drafts.places[last][0], account=None)]
        self.questions.append(
            Question("shared", " ".join(names), [{last: each}, *[{last: [change]} for change in each]])
        )


def _is_score(piece: Piece, draft: Draft) -> bool:
    return draft.kind == "csat" and "/" in piece.text
