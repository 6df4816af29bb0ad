"""Slips of the finger in words of the vocabulary: ``icnrease`` is read as increase."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from aegoals.domain.language.atoms import Atom

_SHORTEST = 6  # letters; shorter words are too near to one another
_ENDING = 2  # letters that inflect


def mend(atoms: Sequence[Atom], words: Mapping[str, Sequence[str]], known: Container[str] = ()) -> list[Atom]:
    """Return the atoms with each slip replaced by the one word it is near to; ``words`` stand by first letter.

    ``known`` words are no slips: "through" is not meant to be thorough.
    """

    def is_whole(atom: Atom) -> bool:
        return atom.form != "word" or len(atom.key) < _SHORTEST or atom.key in known

    return [atom if is_whole(atom) else _mended(atom, words) for atom in atoms]


def _mended(atom: Atom, words: Mapping[str, Sequence[str]]) -> Atom:
    near = words.get(atom.key[0], ())
    if atom.key in near:
        return atom
    meant = [word for word in near if _is_slip(word, atom.key)]
    return atom._replace(key=meant[0]) if len(meant) == 1 else atom


def _is_slip(word: str, typed: str) -> bool:
    """Say whether two letters were swapped, or one left out or doubled, in front of the ending."""
    if abs(len(word) - len(typed)) > 1 or word[-1] != typed[-1]:
        return False
    same = 0
    while word[same : same + 1] == typed[same : same + 1] and same < len(word):
        same += 1
    if len(word) == len(typed):
        return word[same : same + 2] == typed[same : same + 2][::-1] and word[same + 2 :] == typed[same + 2 :]
    if word[-_ENDING:] != typed[-_ENDING:]:
        return False
    longer, shorter = (word, typed) if len(word) > len(typed) else (typed, word)
    return longer[same + 1 :] == shorter[same:]
