from __future__ import annotations

import pytest

from aegoals.exchange.stages import stage_of


@pytest.mark.parametrize("text", ["Won", "won", "Closed Won", "closedwon", "Closed - Won (100%)", "受注", "赢单"])
def test_words_for_won(text: str) -> None:
    assert stage_of(text) == "won"


@pytest.mark.parametrize("text", ["Lost", "Closed Lost", "closedlost", "Lost: price", "Förlorad", "失注"])
def test_words_for_lost(text: str) -> None:
    assert stage_of(text) == "lost"


@pytest.mark.parametrize(
    "text",
    [
        "Open",
        "Engaging",
        "Prospecting",
        "Proposal/Price Quote",
        "Qualified To Buy",
        "Negotiation/Review",
        "Offen",
    ],
)
def test_words_for_open(text: str) -> None:
    assert stage_of(text) == "open"


@pytest.mark.parametrize("text", ["", "Parked", "Won or lost", "Wonderful", "closed"])
def test_other_words_are_not_guessed(text: str) -> None:
    assert stage_of(text) is None
