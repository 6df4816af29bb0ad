"""The texts that a person reads: every one passes through ``_`` on its way out."""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

CATALOGUES = Path(__file__).parent / "catalogues"

_current: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(language: str | None) -> None:
    """Read all later texts in this language (a tag such as ``sv``); English where nothing is translated."""
    global _current  # noqa: PLW0603 - the one switch of the process
    languages = [language.replace("-", "_")] if language else None
    _current = _gettext.translation("aegoals", CATALOGUES, languages, fallback=True)


def languages() -> list[str]:
    """Return the languages that texts exist in: English, and every one with a catalogue."""
    return ["en", *sorted(found.parents[1].name for found in CATALOGUES.glob("*/LC_MESSAGES/aegoals.mo"))]


def language() -> str:
    """Return the language that texts are read in, such as ``sv``: the one of the catalogue, else English."""
    return _current.info().get("language", "en").replace("-", "_").partition("_")[0]


def _(text: str) -> str:
    """Return the text in the AE's language."""
    return _current.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the text for this count, in the AE's language; ``{count}`` is filled in by the caller."""
    return _current.ngettext(one, many, count)


def mark(text: str) -> str:
    """Mark a text that is declared once and translated where it is shown."""
    return text
