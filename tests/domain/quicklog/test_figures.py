"""Amounts, currencies and durations in log lines."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.quicklog.lines import clear, codes


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("14k", 14000, None),
        ("14K €", 14000, "EUR"),
        ("$1.2M", 1200000, "USD"),
        ("1.5m", 1500000, None),
        ("R$ 9.200", 9200, "BRL"),
        ("9.200 €", 9200, "EUR"),
        ("1.234,50 EUR", 1234.5, "EUR"),
        ("$1,234.50", 1234.5, "USD"),
        ("12'500 CHF", 12500, "CHF"),
        ("120 000 kronor", 120000, "SEK"),
        ("45 tkr", 45000, "SEK"),
        ("1,2 MSEK", 1200000, "SEK"),
        ("30 T€", 30000, "EUR"),
        ("1,2 Mio. €", 1200000, "EUR"),
        ("500万円", 5000000, "JPY"),
        ("1億2000万円", 120000000, "JPY"),
        ("1,000万円", 10000000, "JPY"),
        ("30万元", 300000, "CNY"),
        ("half a million dollars", 500000, "USD"),
        ("3*1200", 3600, None),
        ("3x1200", 3600, None),
        ("2×15k€", 30000, "EUR"),
        ("14,000", 14000, None),
        ("250", 250, None),
    ],
)
def test_an_amount_is_read_as_written(written: str, amount: float, currency: str | None) -> None:
    expected: dict[str, Any] = {"kind": "deal_won", "amount": amount, "account": "Acme"}
    assert clear(f"won Acme {written}") == [expected | ({"currency": currency} if currency else {})]


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("2 proposals 20k each", 40000),
        ("2 offerter à 15 tkr", 30000),
        ("3 Angebote je 5.000 €", 15000),
        ("見積2件 各50万円", 1000000),
        ("2份报价 每份5万元", 100000),
        ("2 proposals 40k total", 40000),
        ("won 2 deals 14k each", 28000),
    ],
)
def test_each_multiplies_and_total_does_not(line: str, amount: float) -> None:
    assert clear(line)[0]["amount"] == amount


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("45 min", 45), ("45m", 45), ("1.5h", 90), ("1h30", 90), ("1 h 15 min", 75), ("half an hour", 30),
        ("2 timmar", 120),
        ("1,5 Std", 90), ("90分", 90), ("1時間半", 90), ("1時間30分", 90), ("两个小时", 120), ("90分钟", 90),
    ],
)  # fmt: skip
def test_a_duration_becomes_minutes(written: str, minutes: int) -> None:
    assert clear(f"demo {written} @Acme") == [{"kind": "demo", "account": "Acme", "minutes": minutes}]


def test_a_duration_of_each_counts_for_all() -> None:
    assert clear("3 calls 45 min each")[0]["minutes"] == 135


@pytest.mark.parametrize(
    ("line", "currency"),
    [
        ("受注 ¥500,000 東洋電子", "JPY"),
        ("赢单 ¥50万 宏达集团", "CNY"),
        ("vann 20k kr Acme", "SEK"),
        ("churn 20 000 kr @Fjällfisk", "SEK"),
    ],
)
def test_the_language_of_the_line_settles_a_shared_sign(line: str, currency: str) -> None:
    assert clear(line)[0]["currency"] == currency


@pytest.mark.parametrize(
    "written",
    ["99999999999999999999", "1" * 16 + " EUR", "-5k", "1e9", "NaN", "inf", "9" * 5000],
)
def test_an_absurd_amount_is_asked_about(written: str) -> None:
    assert codes(f"won Acme {written}") == ["range"]
