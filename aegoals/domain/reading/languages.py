"""Which of the five languages a sentence is written in."""

from __future__ import annotations

import re

from aegoals.domain.language.atoms import HAN
from aegoals.domain.language.folding import fold

_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile(f"[{HAN}]")
_JAPANESE_FORMS = frozenset("円売価値応対達増減図広発実験変帳払検査済歳様込毎後")
_CHINESE_FORMS = frozenset("这个们为会时来对发说国过还没现实业务销售额达减增签单约满个户产价报议电话邮达标线续赢团队应该让两")
_SMALL_WORDS = {
    "en": frozenset(["the", "to", "of", "by", "and", "in", "for", "with", "my", "from", "a", "on", "at", "is", "our", "per", "more", "new", "win", "keep", "get", "every", "is", "be"]),
    "sv": frozenset(["och", "att", "till", "från", "med", "på", "av", "för", "i", "en", "ett", "jag", "min", "mina", "ska", "vill", "senast", "under", "per", "fler", "mer", "nya", "öka", "minst", "innan", "varje"]),
    "de": frozenset(["und", "der", "die", "das", "von", "bis", "auf", "zu", "mit", "im", "in", "den", "dem", "ich", "will", "um", "pro", "mehr", "ein", "eine", "einen", "bei", "für", "am", "zum", "jeden"]),
}
_LETTERS = {"sv": frozenset("åäö"), "de": frozenset("äöüß")}


def language_of(text: str) -> str:
    """Return the language of a sentence by its script, its letters and its small words; English in doubt."""
    if _KANA.search(text):
        return "ja"
    if _HAN.search(text):
        return "ja" if _forms(text, _JAPANESE_FORMS) > _forms(text, _CHINESE_FORMS) else "zh"
    folded = fold(text)
    words = re.findall(r"[^\W\d_]+", folded)
    scores = {language: 2 * sum(word in small for word in words) for language, small in _SMALL_WORDS.items()}
    for language, letters in _LETTERS.items():
        scores[language] += sum(char in letters for char in folded)
    scores["sv"] += 3 * ("å" in folded)
    scores["de"] += 3 * ("ß" in folded or "ü" in folded) + _capital_nouns(text)
    return max(scores, key=lambda language: scores[language])


def _forms(text: str, forms: frozenset[str]) -> int:
    return sum(char in forms for char in text)


def _capital_nouns(text: str) -> int:
    """Count capitalised words inside the sentence: German writes its nouns so."""
    return len(re.findall(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{2,}", text)) // 2
