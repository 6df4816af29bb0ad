"""What the word at the end of a line may become: a kind, an account behind @, a product or tag behind #."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from aegoals.domain.language.folding import tidy
from aegoals.domain.language.wordlists import LANGUAGES
from aegoals.domain.quicklog.lexicon import kind_words
from aegoals.domain.quicklog.names import Names, name_key
from aegoals.domain.quicklog.reader import read_line

MOST_OFFERS = 5
FEWEST_LETTERS = 2  # of a bare word; one character of Han or kana is enough
LONGEST_RUN = 8  # characters without blanks in which a word may begin anywhere
_SIGNED = re.compile(r'(?:^|(?<=[\s,;、，。(:]))(?P<sign>[@#])"?(?P<name>[^@#,;、，"]{0,60})$')
_SIGNED_IN_HAN = re.compile(r'(?P<sign>[@#])"?(?P<name>[^@#,;、，"\s]{0,60})$')
_BARE = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*$")
_FIRST_HAN = "\u3005"


@dataclass(frozen=True, slots=True)
class Usual:
    """What the AE writes, what is used most first; ``kinds`` names record kinds, ``own`` the words of own kinds."""

    accounts: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()  # word, kind
    language: str = "en"  # one of those with a vocabulary


@dataclass(frozen=True, slots=True)
class Offer:
    """One completion: what is shown, and what replaces the line from ``start`` on."""

    shown: str
    start: int
    text: str


def completions(line: str, usual: Usual) -> list[Offer]:
    """Return what the end of a line may become, best first; nothing where it is no beginning of anything."""
    signed = _SIGNED.search(line) or _SIGNED_IN_HAN.search(line)
    if signed is not None:
        names = _names(signed["name"], usual.accounts if signed["sign"] == "@" else (*usual.products, *usual.tags))
        offers = [Offer(signed["sign"] + name, signed.start("sign"), signed["sign"] + name) for name in names]
        if offers or " " not in signed["name"]:
            return offers[:MOST_OFFERS]
    return list(_bare(line, usual))[:MOST_OFFERS]


def _names(typed: str, known: Iterable[str]) -> list[str]:
    """Return the names that begin with what was typed and go on, then those in which a later word does."""
    key = name_key(typed)
    if typed and not key:
        return []
    pairs = [(name, name_key(name)) for name in dict.fromkeys(known)]
    first = [name for name, its_key in pairs if its_key.startswith(key) and its_key != key]
    is_whole = any(its_key == key for _name, its_key in pairs)
    later = [name for name, its_key in pairs if key and f" {key}" in its_key and name not in first]
    return first if is_whole else [*first, *later]


def _bare(line: str, usual: Usual) -> Iterator[Offer]:
    """Yield kinds and accounts that a bare word begins."""
    for typed in _beginnings(line):
        start = len(line) - len(typed)
        found = False
        for word in _kinds(typed, usual):
            found = True
            yield Offer(word, start, word)
        for name in _names(typed, usual.accounts):
            if name_key(name).startswith(name_key(typed)):
                found = True
                yield Offer(f"@{name}", start, f"@{name}")
        if found:
            return


def _beginnings(line: str) -> Iterator[str]:
    """Yield the last word; in Han and kana, where no blank parts words, every end of it, the longest first."""
    found = _BARE.search(line)
    if found is None:
        return
    word = found[0]
    if word[-1] < _FIRST_HAN:
        if len(word) >= FEWEST_LETTERS:
            yield word
        return
    for length in range(min(len(word), LONGEST_RUN), 0, -1):
        yield word[-length:]


def _kinds(typed: str, usual: Usual) -> list[str]:
    """Return one word for each kind that the typed letters begin, in the AE's language before any other."""
    order = {kind: place for place, kind in enumerate(usual.kinds)}
    others = [word for language in LANGUAGES for word in kind_words(language)]
    for words in ((*usual.own, *kind_words(usual.language), *kind_words("en")), others):
        if found := _begun(typed, words):
            return [found[kind] for kind in sorted(found, key=lambda kind: order.get(kind, len(order)))]
    return []


def _begun(typed: str, words: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each kind its first word that goes on; none for a kind whose word is whole already."""
    key = tidy(typed).lower()
    found: dict[str, str] = {}
    whole: set[str] = set()
    for word, kind in words:
        folded = tidy(word).lower()
        if folded == key:
            whole.add(kind)
        elif kind not in found and folded.startswith(key):
            found[kind] = typed + word[len(typed) :] if len(folded) == len(word) else word
    return {kind: word for kind, word in found.items() if kind not in whole}


def written(line: str, offer: Offer, known: Names, today: date) -> str:
    """Return the line with an offer taken, and a blank behind it; a name is written so that it is read back."""
    head = line[: offer.start]
    if offer.text[:1] != "@":
        return f"{head}{offer.text} "
    name = offer.text[1:]
    for spelling in (f"@{name}", f'@"{name}"', f"@{name.replace(' ', '_')}"):
        read = read_line(f"call {spelling} ", today, known)
        if not read.doubts and [one.account for one in read.records] == [name] and not read.records[0].note:
            return f"{head}{spelling} "
    return f"{head}{offer.text} "
