"""Looking for a word: found whatever its case, in every text of a thing, and never in what is no text of the AE's."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.career import Aspiration, Experience
from aegoals.domain.feedback import Feedback
from aegoals.domain.searching import holds
from tests.builders import MONDAY

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@settings(max_examples=50)
@given(before=WORDS, word=WORDS, after=WORDS)
def test_a_word_is_found_in_every_text_whatever_its_case(before: str, word: str, after: str) -> None:
    text = before + word + after
    assert holds(word, text)
    assert holds(f"  {word.casefold()} ", text)
    assert holds(word, "", text)


def test_every_text_of_a_thing_is_looked_into_but_its_ids() -> None:
    step = Experience.build({"title": "Lead a bid"})
    one = Aspiration.build(
        {"id": "beef01", "title": "Team lead", "why": "Coaching", "experiences": (step,), "skills": ("cafe02",)}
    )
    assert all(holds(word, one) for word in ("team", "coach", "lead a bid", ""))
    assert not any(holds(word, one) for word in ("beef", "cafe", "skills"))


def test_recognition_is_found_by_what_it_is() -> None:
    one = Feedback.build({"id": "1", "day": MONDAY, "text": "Best demo of the month", "tone": "recognition"})
    assert holds("recognition", one)
    assert holds("best demo", one)
    assert not holds("complaint", one)
