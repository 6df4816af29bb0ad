"""The date on which a goal ends, absolute or relative to today."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.domain.reading import read_goal

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("lang", "words", "end"),
    [
        ("en", "by 30 June 2027", "2027-06-30"),
        ("en", "by Dec 31, 2027", "2027-12-31"),
        ("en", "by March", "2027-03-31"),
        ("en", "before March", "2027-02-28"),
        ("en", "before the end of March", "2027-03-31"),
        ("en", "by 5/31/2027", "2027-05-31"),
        ("en", "by 2027-05-31", "2027-05-31"),
        ("en", "by Friday", "2026-11-27"),
        ("en", "by the end of FY27 Q2", "2027-06-30"),
        ("en", "by Q1/27", "2027-03-31"),
        ("en", "this quarter", "2026-12-31"),
        ("en", "next quarter", "2027-03-31"),
        ("en", "by mid-March", "2027-03-15"),
        ("en", "by week 26", "2027-07-04"),
        ("en", "within six months", "2027-05-21"),
        ("en", "over the next 45 days", "2027-01-05"),
        ("en", "by this time next year", "2027-11-21"),
        ("en", "by Christmas", "2026-12-25"),
        ("en", "by Easter", "2027-03-28"),
        ("en", "before year-end", "2026-12-31"),
        ("en", "from January to March", "2027-03-31"),
        ("en", "by the second Tuesday of March", "2027-03-09"),
        ("en", "by the last working day of January", "2027-01-31"),
        ("en", "in March 12 of them", "2027-03-31"),
        ("de", "bis Ende Mai 6 Werke", "2027-05-31"),
        ("de", "bis zum letzten Freitag im März", "2027-03-26"),
        ("sv", "före sista fredagen i april", "2027-04-30"),
        ("ja", "1月の最終金曜日までに", "2027-01-29"),
        ("zh", "3月最后一个周五前", "2027-03-26"),
        ("ja", "2027年2月中旬までに", "2027-02-15"),
        ("sv", "senast torsdag vecka 10", "2027-03-11"),
        ("de", "bis Freitag KW 10", "2027-03-12"),
        ("sv", "senast 15/2", "2027-02-15"),
        ("sv", "före jul", "2026-12-24"),
        ("sv", "före midsommar", "2027-06-25"),
        ("sv", "t.o.m. mars 2027", "2027-03-31"),
        ("sv", "när maj är slut", "2027-05-31"),
        ("sv", "de närmaste tre månaderna", "2027-02-21"),
        ("sv", "före nästa månads slut", "2026-12-31"),
        ("de", "bis Ende H1 2027", "2027-06-30"),
        ("de", "vor 2028", "2027-12-31"),
        ("de", "bis zum 27.11.", "2026-11-27"),
        ("de", "bis KW 26", "2027-07-04"),
        ("de", "innerhalb eines halben Jahres", "2027-05-21"),
        ("de", "bis Silvester", "2026-12-31"),
        ("ja", "今年度中に", "2027-03-31"),
        ("ja", "来年度の上期末までに", "2027-09-30"),
        ("ja", "第1四半期に", "2027-03-31"),
        ("ja", "来年6月末までに", "2027-06-30"),
        ("ja", "今後8週間で", "2027-01-16"),
        ("ja", "3月中旬までに", "2027-03-15"),
        ("zh", "到明年一季度末", "2027-03-31"),
        ("zh", "2027年5月前", "2027-04-30"),
        ("zh", "年底前", "2026-12-31"),
        ("zh", "春节前", "2027-02-06"),
        ("zh", "双十二之前", "2026-12-12"),
        ("zh", "半年内", "2027-05-21"),
    ],
)
def test_a_deadline_is_the_last_day(lang: str, words: str, end: str) -> None:
    calls = {"en": "50 calls", "sv": "50 samtal", "de": "50 Anrufe", "ja": "電話を50件", "zh": "打50个电话"}[lang]
    text = f"{words}{calls}" if lang in {"ja", "zh"} else f"{calls} {words}"
    reading = read_goal(text, TODAY, lang)
    assert reading.deadline == date.fromisoformat(end)
    assert reading.target == 50


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "12 meetings per week"), ("en", "Sell more than in 2025"), ("en", "I have been coasting since 2024"),
        ("en", "Four new resellers before summer"), ("en", "Seven trainings before the trade fair"),
        ("en", "More sales soon"),
        ("en", "Make 2027 calls"), ("sv", "8 demos i månaden"), ("de", "20 Anrufe pro Woche"),
        ("de", "Mehr als im letzten Jahr"),
        ("ja", "毎月8件の商談"), ("ja", "展示会までに3件"), ("zh", "每月12场演示"), ("zh", "比去年多10%"),
        ("en", "Answer every lead within 2 days"), ("en", "Shorten the cycle by two weeks"),
    ],
)  # fmt: skip
def test_a_rate_a_season_an_event_and_history_end_nothing(lang: str, text: str) -> None:
    assert read_goal(text, TODAY, lang).deadline is None


def test_the_end_of_a_month_is_clamped() -> None:
    assert read_goal("Earn $30,000 within one month", date(2027, 1, 31)).deadline == date(2027, 2, 28)


def test_a_month_is_the_next_one_that_ends_after_today() -> None:
    assert read_goal("50 calls by November", TODAY).deadline == date(2026, 11, 30)
    assert read_goal("50 calls by October", TODAY).deadline == date(2027, 10, 31)


def test_a_date_goes_before_a_length_of_time() -> None:
    text = "用一个季度的时间，到2027年4月30日把转化率提高到18%"
    assert read_goal(text, TODAY).deadline == date(2027, 4, 30)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Win 5 customers by spring 2027"),
        ("sv", "Vinna 5 kunder före hösten 2027"),
        ("de", "Bis Sommer 2027 fünf Kunden gewinnen"),
        ("ja", "来年春までに5社獲得する"),
        ("zh", "明年春天之前签5家客户"),
        ("en", "Customers may leave"),
    ],
)
def test_a_season_and_a_verb_end_on_no_day(lang: str, text: str) -> None:
    assert read_goal(text, TODAY, lang).deadline is None
