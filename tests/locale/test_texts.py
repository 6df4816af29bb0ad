"""Texts pass through one door and stay English where nothing is translated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from aegoals.locale.texts import _, mark, ngettext, use_language


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language(None)


@pytest.mark.parametrize("language", [None, "en", "xx", "sv-SE", "../../etc"])
def test_without_a_catalogue_the_text_itself_is_shown(language: str | None) -> None:
    use_language(language)
    assert _("There is nothing that no catalogue knows.") == "There is nothing that no catalogue knows."
    assert mark("call") == "call"


def test_one_and_many_are_told_apart() -> None:
    assert ngettext("{count} call zzz", "{count} calls zzz", 1) == "{count} call zzz"
    assert ngettext("{count} call zzz", "{count} calls zzz", 3) == "{count} calls zzz"
