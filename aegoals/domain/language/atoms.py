"""A line cut into atoms: words of alphabets, single characters of Han and kana, numbers, signs, dates in figures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Form = Literal["word", "han", "number", "sign", "date", "clock", "span", "mail", "times", "absurd"]

_HAN = "\u3005-\u9fff\uf900-\ufaff"  # Han and kana; few ranges, because each one makes the pattern slower to compile


class Atom(NamedTuple):
    """One piece of the folded text; ``key`` is its folded spelling, the places count characters of the text."""

    form: Form
    key: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<mail>   [a-z0-9._+-]+@[a-z0-9-]+\.[a-z0-9.-]*[a-z0-9] | https?://\S+ )
      | (?P<date>   (?<![0-9.,/-]) (?:
                    [0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}} (?![0-9-])             # 2026-11-18
                  | [0-9]{{4}}/[0-9]{{1,2}}/[0-9]{{1,2}} (?![0-9/])
                  | [0-9]{{4}}\.[0-9]{{1,2}}\.[0-9]{{1,2}} (?![0-9])
                  | [0-9]{{1,2}}/[0-9]{{1,2}}(?:/[0-9]{{4}}|/[0-9]{{2}})? (?![0-9/])
                  | [0-9]{{1,2}}-[0-9]{{1,2}}-[0-9]{{4}} (?![0-9-])
                  | [0-9]{{1,2}}\.\ ?[0-9]{{1,2}}\.(?:\ ?[0-9]{{4}}|[0-9]{{2}})? (?![0-9]) ) )
      | (?P<span>   [0-9]+h[0-9]{{1,2}}(?:min|m)?(?![^\W_]) )                        # 1h30
      | (?P<clock>  (?<![0-9:]) [0-9]{{1,2}}:[0-9]{{2}}(?![0-9:]) )
      | (?P<absurd> [0-9.]+e[+-]?[0-9]+(?![^\W_]) | (?<![^\W_])(?:nan|inf|infinity)(?![^\W_]) | ∞ )
      | (?P<number> [0-9]{{1,3}}(?:\ [0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?                # 120 000,50
                  | [0-9]+(?:[.,'][0-9]+)* )
      | (?P<times>  (?<=[0-9])x(?=[0-9]) | (?<![^\W_])x(?=[0-9]{{1,2}}(?![^\W_])) )        # 3x1200, x3
      | (?P<han>    (?=\w)[{_HAN}] )
      | (?P<word>   [^\W\d_{_HAN}][^\W_{_HAN}]*(?:'[^\W\d_{_HAN}]+)* )
      | (?P<sign>   \S | \n )
        """,
        re.VERBOSE,
    )


def split_atoms(folded: str) -> list[Atom]:
    """Cut folded text into atoms; blanks fall away, line breaks stay."""
    return [
        Atom(found.lastgroup, found[0], found.start(), found.end())  # type: ignore[arg-type]  # the group names are the forms
        for found in _pattern().finditer(folded)
    ]
