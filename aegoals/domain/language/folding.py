"""Text as typed, brought to one form: full-width to half-width, curly to straight, upper to lower case.

Folding keeps the length, so that a place in the folded text is the same place in the text of the AE.
"""

from __future__ import annotations

import re

_SAME_AS = {
    "\u3000": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\t": " ",
    "‘": "'", "’": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "〜": "~", "∼": "~", "￥": "¥", "￡": "£", "￠": "¢", "￦": "₩", "⁄": "/", "∶": ":", "˗": "-",
}  # fmt: skip
_HALF_WIDTH_KANA = re.compile("[\uff66-\uff9f]+")


def _width_table() -> dict[int, str]:
    full_width = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    return full_width | {ord(sign): plain for sign, plain in _SAME_AS.items()}


_WIDTHS = _width_table()


def tidy(text: str) -> str:
    """Return the text composed (NFC) and with whole katakana: what is read, and what a note quotes."""
    if text.isascii():
        return text
    import unicodedata

    text = _HALF_WIDTH_KANA.sub(lambda kana: unicodedata.normalize("NFKC", kana[0]), text)
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the text in one width and lower case, as long as it was."""
    if not text.isascii():
        text = text.translate(_WIDTHS)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
