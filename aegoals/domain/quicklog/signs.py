"""Names behind @ and #, notes in brackets or behind a dash, and the signs that part records."""

from __future__ import annotations

import re

from aegoals.domain.quicklog.lexicon import Lexicon
from aegoals.domain.quicklog.names import NameBook, name_key
from aegoals.domain.quicklog.reel import Reel

_BREAKS = frozenset(",;+&|、・。\n")
_NAME_AFTER_SIGN = re.compile(r'[^\s,;#@()、。:"]+')
_PART_OF_NAME = re.compile(r"[\w&+-]")
_GENITIVE = re.compile("['’]s$")
_CONTENT = frozenset({"kind", "number", "amount", "duration", "word"})


class SignReel(Reel):
    """Reads what starts with a sign."""

    def __init__(self, text: str, lexicon: Lexicon, names: NameBook) -> None:
        super().__init__(text, lexicon)
        self.names = names

    def sign(self, at: int) -> int | None:
        """Put down what starts with this sign; None where the sign says nothing by itself."""
        key = self.atoms[at].key
        if key in "@#":
            return self._account_behind(at) if key == "@" else self._tag_behind(at)
        if key == "(" and (close := self.folded.find(")", self.atoms[at].end)) >= 0:
            return self._note(at, close, close + 1)
        if key == "-" and self.blanks_around(at):
            return self._dash(at)
        if self._parts_records(at):
            return self.put("break", at, at + 1)
        return self.put("colon", at, at + 1) if key == ":" else None

    def known_account(self, at: int, name: str, after: int) -> int:
        """Put down an account that was used before."""
        self.put("account", at, after, name=name)
        self.stretch(self.atoms[after - 1].end)
        return after

    # --- names

    def _account_behind(self, at: int) -> int | None:
        start = self.atoms[at].end
        quoted_end = self.folded.find('"', start + 1) if self.folded.startswith('"', start) else -1
        if quoted_end > start + 1:
            return self._account(at, self.text[start + 1 : quoted_end], quoted_end + 1)
        known = self.names.account_at(self.atoms, at + 1)
        if known is not None and self._is_whole_name(at, known[1]):
            return self._account(at, known[0], self.atoms[known[1] - 1].end)
        name = self._name_from(start)
        return self._account(at, _GENITIVE.sub("", name), start + len(name)) if name else None

    def _account(self, at: int, name: str, end: int) -> int:
        spelling = self.names.spelling(name)
        if not spelling:
            return self.put("word", at, at + 1)
        self.put("account", at, at + 1, name=spelling)
        self.stretch(end)
        return at + 1

    def _tag_behind(self, at: int) -> int | None:
        start = self.atoms[at].end
        name = self._name_from(start)
        if not name:
            return None
        product = self.names.products.get(name_key(name))
        self.put("product" if product else "tag", at, at + 1, name=product or name)
        self.stretch(start + len(name))
        return at + 1

    def _name_from(self, start: int) -> str:
        """Return the word behind a sign as it stands, without the punctuation of the sentence."""
        word = _NAME_AFTER_SIGN.match(self.folded, start)
        name = self.text[start : word.end()].rstrip(".!?'&+") if word else ""
        return name if name.strip("_") else ""

    def _is_whole_name(self, at: int, after: int) -> bool:
        """Say whether a known name touches its @ and is no part of a longer word."""
        end = self.atoms[after - 1].end
        if not self.touches_next(at):
            return False
        return self.atoms[after - 1].form == "han" or not _PART_OF_NAME.match(self.folded, end)

    # --- notes

    def _note(self, at: int, end: int, after: int) -> int:
        self.put("note", at, at + 1, name=self.text[self.atoms[at].end : end].strip())
        self.stretch(after)
        self.pieces[-1].fronts = False
        return at + 1

    def _dash(self, at: int) -> int:
        """Read the note behind a dash; in front of the first record a dash only parts the line's head from it."""
        if not any(piece.role in _CONTENT for piece in self.pieces):
            return at + 1
        end = self._end_of_note(at + 1)
        return self._note(at, end, end)

    def _end_of_note(self, at: int) -> int:
        """Return where a note ends: at a separator in front of another record ("…, 3 calls"), or with the line."""
        for place in range(at, len(self.atoms)):
            if self.atoms[place].key in _BREAKS and self._record_starts(place + 1):
                return self.atoms[place].start
        return len(self.text)

    def _record_starts(self, at: int) -> bool:
        found = self.lexicon.shared.numeral(self.atoms, at)
        if found is None or found[1] >= len(self.atoms):
            return False
        match = self.lexicon.phrases.longest(self.atoms, found[1])
        return match is not None and any(entry.category == "kind" for entry in match.entries)

    # --- separators

    def _parts_records(self, at: int) -> bool:
        """Say whether a sign parts records: a full stop when a blank follows, a slash between blanks."""
        key = self.atoms[at].key
        if key == "/":
            return self.blanks_around(at)
        if key == ".":
            return self.folded[self.atoms[at].end : self.atoms[at].end + 1].isspace()
        return key in _BREAKS and not (key == "+" and self._is_more_than(at))

    def _is_more_than(self, at: int) -> bool:
        """Say whether a plus is the one of ``5+ calls``."""
        behind_number = at > 0 and self.atoms[at - 1].form == "number" and self.touches_next(at - 1)
        return behind_number and not self.touches_next(at)
