"""Garbage is collected in pauses: never between two keys, and once a pause."""

from __future__ import annotations

import gc

import pytest

from aegoals.services import Desk
from tests.app.driving import driving


async def test_garbage_is_collected_once_in_every_pause(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: collected.append(1))
    async with driving(desk) as ae:
        for _pause in range(2):
            for _key in range(5):
                await ae.press("down")
                ae.app._tidy()
            before = len(collected)
            for _look in range(5):
                ae.app._tidy()
            assert len(collected) == before + 1
        assert len(collected) == 2
        await ae.press("up")
        with ae.app.keys_waiting():
            for _look in range(5):
                ae.app._tidy()
        assert len(collected) == 2
