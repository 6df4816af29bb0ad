"""Words that the vocabulary holds in another form: plurals, definite forms, and compounds by their last part."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from aegoals.domain.language.phrases import Entry

_ENDINGS = {
    "en": ("s", "es"),
    "sv": ("ernas", "erna", "arna", "orna", "ens", "ets", "en", "et", "er", "ar", "or", "na", "n", "t", "s", "a"),
    "de": ("en", "es", "er", "em", "e", "n", "s"),
}
_GROWN_TOGETHER = frozenset({"sv", "de"})
_SHORTEST_PART = 5  # letters of the last part of a compound
_SHORTEST_FIRST = 3


class WordForms:
    """Finds the entry of a word that is not written as the vocabulary has it; verbs end no compounds."""

    def __init__(self, language: str, words: Mapping[str, Sequence[Entry]], verbs: Container[str] = ()) -> None:
        self._words = words
        self._verbs = verbs
        self._endings = _ENDINGS.get(language, ())
        self._compounds = language in _GROWN_TOGETHER

    def entries(self, word: str) -> Sequence[Entry]:
        """Return the entries of the word's base form, or of the last part of a compound."""
        for part in self._parts(word):
            for form in self._forms(part):
                if form in self._words and (part == word or form not in self._verbs):
                    return self._words[form]
        return ()

    def _parts(self, word: str) -> Iterator[str]:
        """Yield the word, then what it may end with, longest first: leveransprecision, precision."""
        yield word
        if self._compounds:
            for cut in range(_SHORTEST_FIRST, len(word) - _SHORTEST_PART + 1):
                yield word[cut:]

    def _forms(self, word: str) -> Iterator[str]:
        """Yield the word with and without the endings of the language."""
        yield word
        for ending in self._endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PART - 1:
                yield word.removesuffix(ending)
        if len(word) >= _SHORTEST_PART:
            for ending in self._endings[-1:] + self._endings[:1]:
                yield word + ending
