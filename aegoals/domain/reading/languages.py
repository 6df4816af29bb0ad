"""Which of the five languages a sentence is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aegoals.domain.language.folding import fold
from aegoals.domain.language.wordlists import read_tables, words_of
from aegoals.domain.reading.lexicon import goal_lexicon

_DATA = Path(__file__).parent / "data"
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = ("en", "sv", "de")  # in doubt, the first
_SURE = 3  # points ahead of the second language
_SMALL_WORD, _LETTER, _KNOWN_WORD = 2, 3, 2  # points


@dataclass(frozen=True, slots=True)
class _Tells:
    """What tells one language from the others."""

    small_words: frozenset[str]
    endings: tuple[str, ...]
    letters: frozenset[str]
    shared_letters: frozenset[str]
    characters: frozenset[str]


@lru_cache(maxsize=1)
def _tells() -> dict[str, _Tells]:
    tables = read_tables(_DATA, "languages")

    def listed(table: str, language: str) -> frozenset[str]:
        return frozenset(words_of(tables[table].get(language, "")))

    return {
        language: _Tells(
            small_words=listed("small_words", language),
            endings=tuple(listed("endings", language)),
            letters=listed("letters", language),
            shared_letters=listed("shared_letters", language),
            characters=listed("characters", language),
        )
        for language in (*_LATIN, "ja", "zh")
    }


def language_of(text: str) -> str:
    """Return the language of a sentence by its script, small words, letters and endings; English in doubt."""
    if _KANA.search(text):
        return "ja"
    tells = _tells()
    if _HAN.search(text):
        japanese, chinese = (sum(char in tells[language].characters for char in text) for language in ("ja", "zh"))
        return "ja" if japanese > chinese else "zh"
    folded = fold(text)
    words = re.findall(r"[^\W\d_]+", folded)
    scores = {language: _score(tells[language], words, folded) for language in _LATIN}
    scores["de"] += _capital_nouns(text)
    first, second = sorted(scores.values(), reverse=True)[:2]
    if first - second < _SURE:  # too close to call: count the words that each vocabulary knows
        for language in _LATIN:
            scores[language] += _KNOWN_WORD * sum(goal_lexicon(language).knows(word) for word in words)
    return max(_LATIN, key=lambda language: scores[language])


def _score(tells: _Tells, words: list[str], folded: str) -> int:
    score = sum(_SMALL_WORD * (word in tells.small_words) + word.endswith(tells.endings) for word in words)
    letters = sum(_LETTER * (char in tells.letters) + (char in tells.shared_letters) for char in folded)
    return score + letters


def _capital_nouns(text: str) -> int:
    """Count capitalised words inside the sentence: German writes its nouns so."""
    return len(re.findall(r"(?<=[a-zäöüß,€%0-9] )[A-ZÄÖÜ][a-zäöüß]{2,}", text))
