"""Whether an account is named as the place where a goal happens: at Globex, the Lumen contract, 東洋電子で."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aegoals.domain.reading.marks import Mark, marks_of
from aegoals.domain.reading.sentence import Sentence

_NAME_LENGTH = (2, 6)  # characters in front of 物流 or 科技
_ONE_CAPITAL = re.compile(r"[A-ZÅÄÖÜÉ][^\W\dA-Z_]+(?:[A-Z][^\W\dA-Z_]+)?$")  # Globex, HubSpot; not IT, CFOs, SaaS
_POSSESSIVE = re.compile("'s?$")
_KATAKANA = re.compile("[\u30a1-\u30fc]")
_HAN_OR_KATAKANA = re.compile("[\u30a1-\u30fc\u3400-\u9fff]")


def names_account(sentence: Sentence) -> bool:
    """Say whether a named account stands in a goal as the place where it happens."""
    marks = marks_of(sentence.lexicon.nature, sentence.atoms)
    if any(mark.value == "company_ending" for mark in marks):
        return True
    if sentence.language in {"ja", "zh"}:
        return _names_firm(sentence, marks) or _names_latin_firm(sentence, marks)
    contract = any(mark.value == "deliverable" for mark in marks)
    leads = {"at_account", "contract_with"} if contract else {"at_account"}
    if any(mark.value in leads and _is_named(sentence, mark.after) for mark in marks):
        return True
    return any(_owns_account_noun(sentence, at) for at in range(1, len(sentence.atoms)))


# --- alphabets


def _is_named(sentence: Sentence, at: int) -> bool:
    """Say whether a name stands here by itself: no noun of the vocabulary, no place, no word in front of a noun."""
    if not _is_name(sentence, at):
        return False
    lexicon, atoms = sentence.lexicon, sentence.atoms
    if sentence.language == "de" and atoms[at].key.endswith(lexicon.noun_endings):
        return False
    if at + 1 == len(atoms) or atoms[at + 1].form != "word":
        return at + 1 == len(atoms) or atoms[at + 1].key != "-"
    if sentence.language == "de" or _POSSESSIVE.search(atoms[at].key) or sentence.is_capital(at + 1):
        return True
    behind = atoms[at + 1].key  # "Globex by June" is a place, "German banks" is none
    return (
        behind in lexicon.stops or lexicon.time.longest(atoms, at + 1) is not None or _is_account_noun(sentence, at + 1)
    )


def _owns_account_noun(sentence: Sentence, at: int) -> bool:
    """Say whether a name owns a contract or a deal: the Globex contract, Volvos avtal."""
    atoms = sentence.atoms
    if not _is_name(sentence, at) or at + 1 >= len(atoms) or not _ONE_CAPITAL.match(_word(sentence, at)):
        return False
    return sentence.language != "de" and _is_account_noun(sentence, at + 1)


def _is_name(sentence: Sentence, at: int) -> bool:
    if at >= len(sentence.atoms) or not sentence.is_capital(at):
        return False
    word = _word(sentence, at)
    key = word.lower()
    lexicon = sentence.lexicon
    if lexicon.shared.currency(sentence.atoms, at) is not None:
        return False
    if key in lexicon.no_accounts or any(book.longest(sentence.atoms, at) for book in (lexicon.topics, lexicon.time)):
        return False
    return bool(_ONE_CAPITAL.match(word)) or (word.isupper() and word.isalpha() and len(word) > 1)


def _word(sentence: Sentence, at: int) -> str:
    return _POSSESSIVE.sub("", sentence.words(at, at + 1))


def _is_account_noun(sentence: Sentence, at: int) -> bool:
    return sentence.atoms[at].key in sentence.lexicon.account_nouns


# --- Japanese and Chinese


def _names_firm(sentence: Sentence, marks: Sequence[Mark]) -> bool:
    """Say whether a word that ends like a firm stands behind 在 or 与, or in front of で or に."""
    tails = [mark for mark in marks if mark.value == "company_tail" and not _is_generic(sentence, mark.first)]
    if sentence.language == "ja":
        particles = {mark.first for mark in marks if mark.value == "tail_particle"}
        return any(tail.after in particles for tail in tails)
    heads = [mark.after for mark in marks if mark.value == "at_account"]
    return any(_is_firm(sentence, head, tail.first) for tail in tails for head in heads)


def _is_firm(sentence: Sentence, head: int, tail: int) -> bool:
    """Say whether what stands between 在 and 医院 may be a name; 25家宠物 is none."""
    is_counted = any(atom.form == "number" for atom in sentence.atoms[head:tail])
    return _NAME_LENGTH[0] <= tail - head <= _NAME_LENGTH[1] and not is_counted


def _is_generic(sentence: Sentence, tail: int) -> bool:
    """Say whether what stands in front of 銀行 or 医院 is no name: 地方銀行, 三家医院, 在银行."""
    start = tail
    while (
        start > 0 and sentence.atoms[start - 1].form == "han" and _HAN_OR_KATAKANA.match(sentence.atoms[start - 1].key)
    ):
        start -= 1
    front = sentence.words(start, tail) if start < tail else ""
    return not front or any(front.endswith(word) for word in sentence.lexicon.no_accounts)


def _names_latin_firm(sentence: Sentence, marks: Sequence[Mark]) -> bool:
    """Say whether a name in Latin letters or katakana stands as an account: Acmeとの, A社, 在Globex."""
    atoms = sentence.atoms
    heads = {mark.after for mark in marks if mark.value == "at_account"}
    particles = {mark.first for mark in marks if mark.value == "tail_particle"}
    for at, atom in enumerate(atoms):
        behind = atoms[at + 1].key if at + 1 < len(atoms) else ""
        if atom.form == "word" and (behind in sentence.lexicon.account_nouns or _is_name(sentence, at)):
            name = bool(_ONE_CAPITAL.match(_word(sentence, at)))
            if behind in sentence.lexicon.account_nouns or (name and (at in heads or at + 1 in particles)):
                return True
        if atom.form == "han" and behind == "社" and _KATAKANA.match(atom.key):
            return True
    return False
