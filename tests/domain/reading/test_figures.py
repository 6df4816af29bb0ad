"""Targets and baselines: levels, changes, bounds, ranges, and numbers that are no measure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from aegoals.domain.reading import GoalReading, read_goal

TODAY = date(2026, 11, 21)


def read(text: str, lang: str = "en") -> GoalReading:
    return read_goal(text, TODAY, lang)


@pytest.mark.parametrize(
    ("lang", "text", "baseline", "target", "unit"),
    [
        ("en", "Cut the sales cycle from 58 days to 41", 58, 41, "days"),
        ("en", "Cut the sales cycle from 9 to 7 weeks", 63, 49, "days"),
        ("en", "Grow ARR from 8 to 12 million dollars", 8_000_000, 12_000_000, "USD"),
        ("de", "Den Zyklus von 75 auf 55 Tage verkürzen", 75, 55, "days"),
        ("de", "Durchlaufzeit: 10 Wochen -> 8 Wochen", 70, 56, "days"),
        ("sv", "Höja NKI från 68 till 75", 68, 75, "score"),
        ("ja", "粗利率を31%から34%へ改善する", 31, 34, "%"),
        ("zh", "商机从每月8个增加到每月15个", 8, 15, "count"),
        ("en", "Respond to leads within 4 hours instead of 24", 24, 4, "hours"),
        ("de", "Wir gewinnen 15 % der Leads; bis Ende 2027 sollen es 20 % sein", 15, 20, "%"),
    ],
)
def test_a_start_and_an_end_are_told_apart(lang: str, text: str, baseline: Decimal, target: Decimal, unit: str) -> None:
    reading = read(text, lang)
    assert (reading.baseline, reading.target, reading.unit) == (baseline, target, unit)
    assert reading.direction == ("increase" if target > baseline else "decrease")
    assert not reading.is_change


@pytest.mark.parametrize(
    ("lang", "text", "change"),
    [
        ("en", "Increase revenue by 15%", 15),
        ("en", "10% more renewals", 10),
        ("en", "Double the pipeline", 100),
        ("en", "Halve the number of complaints", 50),
        ("sv", "Öka konverteringen med 5 procentenheter", 5),
        ("de", "Die Leads um ein Viertel steigern", 25),
        ("ja", "売上を3割増やす", 30),
        ("zh", "客单价提高8%", 8),
        ("zh", "涨两成", 20),
    ],
)
def test_a_change_is_no_level(lang: str, text: str, change: Decimal) -> None:
    reading = read(text, lang)
    assert (reading.target, reading.unit, reading.is_change) == (change, "%", True)


@pytest.mark.parametrize(
    "text", ["Increase conversion by 6 points, from 22% to 28%", "Raise the win rate by 5 points to 28%"]
)
def test_of_a_change_and_its_level_the_level_is_the_target(text: str) -> None:
    assert (read(text).target, read(text).is_change) == (Decimal(28), False)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Send 30 to 40 emails a day", 30),
        ("Sell between 30 and 40 licences", 30),
        ("Keep complaints at most 3 to 5 a month", 5),
        ("Close 27 of my 30 contracts", 27),
        ("Lose no more than 2 of my 35 customers", 2),
        ("About 200 calls", 200),
        ("Win 5 partners and raise NPS to 50", 5),
    ],
)
def test_the_value_is_the_one_at_which_the_goal_counts_as_met(text: str, target: int) -> None:
    assert read(text).target == target


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Sell more of the X500"), ("en", "Be there 24/7"), ("en", "Rank among the top 3"),
        ("de", "ISO 9001 im Alltag leben"),
        ("ja", "1号店の客単価を伸ばす"), ("ja", "365日お客様第一で"),
        ("zh", "7×24小时服务客户"), ("zh", "提供一流服务"),
        ("en", "Grow revenue by double digits"), ("en", "Increase sales because the board wants 30% growth"),
    ],
)  # fmt: skip
def test_a_number_that_measures_nothing_is_no_target(lang: str, text: str) -> None:
    assert read(text, lang).target is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Pass the exam by May"), ("sv", "Bli teamledare"), ("de", "Die Prüfung bestehen"),
        ("ja", "課長に昇進する"),
        ("zh", "通过PMP认证考试"), ("en", "Sign a framework agreement with Volvo"),
    ],
)  # fmt: skip
def test_a_milestone_is_one_of_one(lang: str, text: str) -> None:
    reading = read(text, lang)
    assert (reading.target, reading.unit, reading.direction) == (Decimal(1), "count", "reach")


@pytest.mark.parametrize(
    ("lang", "text", "target", "unit"),
    [
        ("en", "€250,000 in services revenue", 250_000, "EUR"),
        ("en", "Hit 500k", 500_000, None),
        ("sv", "Sälja för 1,5 mkr", 1_500_000, "SEK"),
        ("de", "Anderthalb Millionen Euro Umsatz", 1_500_000, "EUR"),
        ("de", "1.500 Lizenzen absetzen", 1_500, "count"),
        ("ja", "1,000万円を達成する", 10_000_000, "JPY"),
        ("ja", "１，５００件の電話", 1_500, "count"),
        ("zh", "完成40万元的设备销售", 400_000, "CNY"),
        ("en", "Keep response times under 90 minutes", Decimal("1.5"), "hours"),
    ],
)
def test_a_target_has_its_unit(lang: str, text: str, target: Decimal, unit: str | None) -> None:
    reading = read(text, lang)
    assert (reading.target, reading.unit) == (target, unit)


def test_spans_point_at_the_words() -> None:
    text = "Grow ARR from $80k to $95k by the end of June"
    reading = read(text)
    spans = (reading.baseline_span, reading.target_span, reading.deadline_span)
    assert [text[span[0] : span[1]] for span in spans if span] == ["$80k", "$95k", "by the end of June"]


@pytest.mark.parametrize(
    ("lang", "text", "baseline"),
    [
        ("en", "We lose 7% of orders today, that has to come down", 7),
        ("sv", "I dag tappar vi 7 % av kunderna, det ska minska", 7),
        ("de", "Heute verlieren wir 7 % der Kunden, das soll sinken", 7),
        ("ja", "現在の返品率は7%。来年は減らしたい。", 7),
        ("zh", "目前退货率7%,明年要降低", 7),
    ],
)
def test_what_is_so_today_is_a_start(lang: str, text: str, baseline: int) -> None:
    reading = read(text, lang)
    assert reading.target is None
    assert (reading.baseline, reading.direction) == (Decimal(baseline), "decrease")


@pytest.mark.parametrize(
    ("lang", "text", "target", "unit"),
    [
        ("en", "Reach sales of 400k", 400_000, None),
        ("en", "Sell 400k revenue", 400_000, None),
        ("en", "Clear the quotes older than 20 days from 30 to 9", 9, "count"),
        ("en", "Half of my quotes should become orders", 50, "%"),
        ("en", "Get feedback from 10 customers", 10, "count"),
        ("ja", "5社から紹介をもらう", 5, "count"),
        ("en", "Lift our Google rating from 3.8 to 4.2 this year", Decimal("4.2"), "score"),
        ("en", "Raise the number of signed mandates from 3 to 9", 9, "count"),
        ("en", "Complete the 16-hour course on pricing", 16, "hours"),
        ("zh", "开发四到六家经销商", 4, "count"),
        ("zh", "毛利率达到百分之三十五", 35, "%"),
        ("de", "Den Umstaz auf 12.000 € steigern", 12_000, "EUR"),
    ],
)
def test_targets_in_unusual_places(lang: str, text: str, target: Decimal, unit: str | None) -> None:
    reading = read(text, lang)
    assert (reading.target, reading.unit, reading.specific) == (target, unit, True)
    assert not reading.is_change


@pytest.mark.parametrize("text", ["Live Sales 3.0", "Be among the top 5"])
def test_a_number_in_a_name_is_no_target(text: str) -> None:
    assert read(text).target is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "从现在到年底参加30小时培训"),
        ("en", "Have lunch with 10 customers"),
        ("sv", "Teckna avtal med 3 återförsäljare"),
        ("ja", "60日から45日に短縮する"),
    ],
)
def test_words_that_only_look_like_a_change(lang: str, text: str) -> None:
    assert not read(text, lang).is_change


@pytest.mark.parametrize(
    ("lang", "text", "direction"),
    [
        ("en", "Conversion up 4 percentage points", "increase"),
        ("zh", "转化率上调5个百分点", "increase"),
        ("en", "Hold 6 workshops", "reach"),
        ("en", "Hold the margin at 30%", "maintain"),
        ("zh", "发展3家代理商", "reach"),
        ("en", "Deliver great service", None),
    ],
)
def test_the_direction_of_short_goals(lang: str, text: str, direction: str | None) -> None:
    assert read(text, lang).direction == direction


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Get 15 five-star reviews by June"),
        ("en", "Run 4 best-practice workshops"),
        ("en", "Sign 3 long-term contracts"),
        ("sv", "Ringa 30 mindre kunder"),
        ("en", "Our win rate should climb to 35%, up from 27% today"),
    ],
)
def test_words_of_a_name_or_a_kind_of_thing_are_not_vague(lang: str, text: str) -> None:
    reading = read(text, lang)
    assert reading.vague_words == ()
    assert not reading.is_change


def test_a_day_to_answer_in_is_a_measure() -> None:
    reading = read("Respond to every complaint within one day")
    assert (reading.target, reading.unit, reading.deadline) == (Decimal(1), "days", None)
