"""The line while it is walked: its atoms, the pieces found so far, and how a piece is put down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aegoals.domain.language.atoms import Atom, split_atoms
from aegoals.domain.language.folding import fold
from aegoals.domain.quicklog.lexicon import Lexicon
from aegoals.domain.quicklog.pieces import Piece, Role

_GENITIVE = "'s"


def _without_genitives(atoms: Sequence[Atom]) -> list[Atom]:
    """Cut the s off ``Acme's``: the account is Acme."""
    return [
        atom._replace(key=atom.key.removesuffix(_GENITIVE), end=atom.end - len(_GENITIVE))
        if atom.form == "word" and atom.key.endswith(_GENITIVE)
        else atom
        for atom in atoms
    ]


class Reel:
    """One line, walked from left to right; places count atoms."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.folded = fold(text)
        self.atoms = _without_genitives(split_atoms(self.folded))
        self.lexicon = lexicon
        self.pieces: list[Piece] = []
        self.skip_to = 0  # characters that a name or a note has taken

    def put(self, role: Role, at: int, after: int, **fields: object) -> int:
        """Put down a piece and return the place after it."""
        start, end = self.atoms[at].start, self.atoms[after - 1].end
        piece = Piece(role, start, end, self.text[start:end], **fields)  # type: ignore[arg-type]  # fields of Piece
        self.pieces.append(piece)
        return after

    def stretch(self, end: int) -> None:
        """Let the last piece reach to this character, and go on behind it."""
        piece = self.pieces[-1]
        piece.end, piece.text = end, self.text[piece.start : end]
        piece.fronts = bool(re.match(r"\s*:", self.folded[end : end + 3]))
        self.skip_to = end

    def touches_next(self, at: int) -> bool:
        """Say whether no blank stands behind an atom."""
        return at + 1 < len(self.atoms) and self.atoms[at + 1].start == self.atoms[at].end

    def blank_before(self, at: int) -> bool:
        """Say whether a blank or nothing stands in front of an atom."""
        start = self.atoms[at].start
        return start == 0 or self.folded[start - 1].isspace()

    def blanks_around(self, at: int) -> bool:
        """Say whether an atom stands alone between blanks."""
        after = self.folded[self.atoms[at].end : self.atoms[at].end + 1]
        return self.blank_before(at) and (not after or after.isspace())
