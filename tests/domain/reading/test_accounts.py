"""Whether a goal happens at a named account, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.domain.reading import read_goal

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Grow the Lumen account to 90k"),
        ("en", "Renew the Harbor contract by March"),
        ("en", "Win two more departments from Globex"),
        ("sv", "Öka intäkterna från Volvo"),
        ("sv", "Förlänga Scanias ramavtal"),
        ("de", "Bis Mai einen Rahmenvertrag mit Siemens abschließen"),
        ("ja", "Globexの契約を更新する"),
        ("ja", "A社との取引を広げる"),
        ("zh", "在Lumen卖出3套系统"),
        ("zh", "让宏达集团的续约率达到90%"),
    ],
)
def test_a_named_account_is_where_the_goal_happens(lang: str, text: str) -> None:
    assert read_goal(text, TODAY, lang).kind == "key_account"


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Sell 5 licences to German banks", "revenue"),
        ("en", "Book 10 meetings with IT managers", "activity"),
        ("en", "Sign 4 resellers in Norway by the end of May", "new_business"),
        ("en", "Send 20 offers to Nordic retailers", "activity"),
        ("sv", "Sälja 5 licenser till danska sjukhus", "revenue"),
        ("sv", "Boka 10 möten med VD:ar i Skåne", "activity"),
        ("de", "Mit Bestandskunden 3 Workshops durchführen", "activity"),
        ("ja", "新規3社との契約を取る", "new_business"),
        ("ja", "地方銀行に3件提案する", "activity"),
        ("zh", "向本地医院卖出3套系统", "revenue"),
    ],
)
def test_places_titles_and_trades_are_no_accounts(lang: str, text: str, kind: str) -> None:
    assert read_goal(text, TODAY, lang).kind == kind
