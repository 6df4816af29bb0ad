"""Completion: what the end of a line may become, and that what is taken is read back."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aegoals.domain.quicklog import Known, read_line
from aegoals.domain.quicklog.completion import Offer, Usual, completions, written
from aegoals.domain.quicklog.names import name_key
from tests.builders import MONDAY

USUAL = Usual(
    accounts=("Globex", "Gloria Foods", "東洋電子", "Norrlands Kök", "さくら物産"),
    products=("Pro Max",),
    tags=("upsell", "fair"),
    kinds=("meeting", "call"),
    own=(("plant tour", "plant_tour"),),
)


def shown(line: str, usual: Usual = USUAL) -> list[str]:
    return [one.shown for one in completions(line, usual)]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("3 calls @glo", ["@Globex", "@Gloria Foods"]),
        ("3 calls @foods", ["@Gloria Foods"]),  # a later word of the name
        ("3 calls @gloria f", ["@Gloria Foods"]),
        ('3 calls @"nor', ["@Norrlands Kök"]),
        ("商談 @東", ["@東洋電子"]),
        ("商談@さく", ["@さくら物産"]),
        ("demo #", ["#Pro Max", "#upsell", "#fair"]),
        ("3 ca", ["call"]),
        ("3 pl", ["plant tour"]),
        ("2 calls, me", ["meeting"]),
        ("3 glo", ["@Globex", "@Gloria Foods"]),  # a bare account
        ("calls @Globex 3 me", ["meeting"]),  # no name goes on like this: the word behind it does
        ("3件電", ["電話", "電子メール"]),
        ("昨日 東", ["@東洋電子"]),
        ("3 samt", ["samtal"]),  # another language, where the AE's own has nothing
    ],
)
def test_names_and_kinds_are_offered_best_first(line: str, offered: list[str]) -> None:
    assert shown(line) == offered


@pytest.mark.parametrize(
    "line",
    [
        "",
        "3 ",
        "3",
        "3 c",
        "call",
        "3 calls @Globex",
        "3 calls @globex",
        "3 calls @Globex ",
        "demo #UPSELL",
        "a@b",
        "3 calls @zz",
        "--",
        "won 5k",
    ],
)
def test_nothing_is_offered_where_nothing_begins(line: str) -> None:
    assert shown(line) == []


def test_a_whole_name_goes_on_only_as_a_longer_one() -> None:
    longer = Usual(accounts=("Globex", "Globex Nord", "Nord Globex"))
    assert shown("3 calls @globex", longer) == ["@Globex Nord"]


def test_the_aes_language_comes_first_and_capitals_stay() -> None:
    german = Usual(language="de")
    assert shown("3 Ter", german) == ["Termin"]
    assert shown("3 an", german)[0] == "anruf"


def test_what_was_used_lately_comes_first() -> None:
    assert shown("d", Usual(kinds=("demo",))) == []  # one letter is too little
    assert shown("de", Usual(kinds=("demo", "deal_won"))) == ["demo", "deal won", "deal lost"]
    assert shown("de", Usual(kinds=("deal_won",)))[0] == "deal won"


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=24)


@settings(max_examples=200)
@given(names=st.lists(NAMES, min_size=1, max_size=4), head=st.sampled_from(["3 calls ", "", "demo, 2 emails "]))
def test_an_account_that_is_taken_is_read_back_as_it_is_spelled(names: list[str], head: str) -> None:
    known = Known(accounts=tuple(dict.fromkeys(" ".join(name.split()) for name in names)))
    name = known.accounts[0]
    assume(any(char.isalnum() for char in name) and '"' not in name)
    assume(sum(name_key(name) == name_key(other) for other in known.accounts) == 1)
    line = written(head, Offer(f"@{name}", len(head), f"@{name}"), known, MONDAY)
    assert line.startswith(head)
    read = read_line(f"{line}call" if not head else line, MONDAY, known)
    assert read.records[-1].account == name


@settings(max_examples=100)
@given(line=st.text(max_size=60))
def test_any_text_has_offers_that_go_on_from_it(line: str) -> None:
    for offer in completions(line, USUAL):
        assert 0 <= offer.start <= len(line)
        assert offer.text
