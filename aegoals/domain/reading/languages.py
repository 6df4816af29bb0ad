"""Which of the five languages a sentence is written in."""

from __future__ import annotations

import re

from aegoals.domain.language.atoms import HAN
from aegoals.domain.language.folding import fold
from aegoals.domain.reading.lexicon import goal_lexicon

_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile(f"[{HAN}]")
_JAPANESE_FORMS = frozenset("円売価値応対達増減図広発実験変帳払検査済歳様込毎後")
_CHINESE_FORMS = frozenset("这个们为会时来对发说国过还没现实业务销售额达减增签单约满户产价报议电话邮标线续赢团队应该让两")
_SMALL_WORDS = {
    "en": frozenset(
        "the to of by and in for with my from a on at is our per more new win keep get every be as many i all".split()
    ),
    "sv": frozenset(
        "och att till från med på av för i en ett jag min mina ska vill senast under per fler mer nya öka minst innan"
        " varje så många det den som inom mindre ge allt bli hos".split()
    ),
    "de": frozenset(
        "und der die das von bis auf zu mit im in den dem ich will um pro mehr ein eine einen bei für am zum jeden"
        " viele wie so mein meine meiner mich weniger alles etwas bald werden wenig bald als über".split()
    ),
}
_ENDINGS = {
    "en": re.compile(r"(?:ing|tion|tions|ly|ness|ment)$"),
    "sv": re.compile(r"(?:ning|ningar|ande|het|arna|erna|orna|lig|ligt|sk|skt)$"),
    "de": re.compile(r"(?:ung|ungen|keit|heit|lich|liche|ieren|isch|schaft|chen|ern|sten|igen)$|sch|eiß|pf"),
}
_SURE = 3  # points ahead of the second language
_LATIN = ("en", "sv", "de")


def language_of(text: str) -> str:
    """Return the language of a sentence by its script, small words, letters and endings; English in doubt."""
    if _KANA.search(text):
        return "ja"
    if _HAN.search(text):
        return "ja" if _forms(text, _JAPANESE_FORMS) > _forms(text, _CHINESE_FORMS) else "zh"
    folded = fold(text)
    words = re.findall(r"[^\W\d_]+", folded)
    scores = {language: _score(language, words, folded, text) for language in _LATIN}
    first, second = sorted(scores.values(), reverse=True)[:2]
    if first - second < _SURE:
        for language in _LATIN:
            scores[language] += 2 * sum(goal_lexicon(language).knows(word) for word in words)
    return max(_LATIN, key=lambda language: scores[language])


def _score(language: str, words: list[str], folded: str, text: str) -> int:
    score = sum(2 * (word in _SMALL_WORDS[language]) + bool(_ENDINGS[language].search(word)) for word in words)
    if language == "sv":
        return score + 3 * folded.count("å") + folded.count("ä") + folded.count("ö")
    if language == "de":
        umlauts = folded.count("ä") + folded.count("ö")
        return score + umlauts + 3 * (folded.count("ß") + folded.count("ü")) + _capital_nouns(text)
    return score


def _forms(text: str, forms: frozenset[str]) -> int:
    return sum(char in forms for char in text)


def _capital_nouns(text: str) -> int:
    """Count capitalised words inside the sentence: German writes its nouns so."""
    return len(re.findall(r"(?<=[a-zäöüß,€%0-9] )[A-ZÄÖÜ][a-zäöüß]{2,}", text))
