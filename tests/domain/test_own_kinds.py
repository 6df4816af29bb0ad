"""Own kinds: their names, their words, their numbers, and the goals that they count for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aegoals.domain.goal import GoalKind
from aegoals.domain.goal_metrics import default_metric, is_check_in
from aegoals.domain.metric import Aggregation, Metric, Selector
from aegoals.domain.own_counting import counting
from aegoals.domain.own_kinds import OwnKind, in_its_unit, kind_from, words_of
from aegoals.domain.template import Template, gap_in
from aegoals.domain.words import counted
from aegoals.errors import RefusedInput
from tests.builders import CALLS, REVENUE, a_record

VISIT = OwnKind(kind="site_visit", counts_for="meeting", aliases=("on-site",))
FACTORY = OwnKind(kind="工場見学", letter="工")
HOURS = OwnKind(kind="prospecting", unit="hours")
MONEY = OwnKind(kind="upgrade", unit="money")
WORDS_FOR_CALLS = OwnKind(kind="call", aliases=("dings",))
EVERY = (VISIT, FACTORY, HOURS, MONEY, WORDS_FOR_CALLS)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Site visit", "site_visit"),
        (" Kundfika ", "kundfika"),
        ("Follow-up  call", "follow_up_call"),
        ("工場見学", "工場見学"),
    ],
)
def test_a_kind_is_kept_under_its_name_in_any_language(name: str, kind: str) -> None:
    assert kind_from(name) == kind
    assert a_record(kind=kind).kind == kind
    assert OwnKind(kind=kind).name == kind.replace("_", " ")


@pytest.mark.parametrize("name", ["", "  ", "3 calls", "call!", "a" * 41, "@Globex", "don't"])
def test_what_is_no_word_is_no_name(name: str) -> None:
    with pytest.raises(RefusedInput, match="cannot be the name of a kind"):
        kind_from(name)


def test_a_letter_is_one_letter() -> None:
    assert (FACTORY.sign, VISIT.sign) == ("工", "S")
    with pytest.raises(RefusedInput, match="more than one letter"):
        OwnKind.build({"kind": "x", "letter": "xy"})


def test_every_word_means_its_kind_and_latin_ones_have_a_plural() -> None:
    words = words_of(EVERY)
    assert [words[word] for word in ("site visit", "site visits", "on-site", "工場見学")] == [
        "site_visit",
        "site_visit",
        "site_visit",
        "工場見学",
    ]
    assert words["dings"] == "call"
    assert "call" not in words
    assert "工場見学s" not in words


def test_the_number_is_what_the_unit_says() -> None:
    assert in_its_unit(HOURS, Decimal("1.5"), None, None) == (None, 90, None)
    assert in_its_unit(HOURS, Decimal(2), 45, None) == (Decimal(2), 45, None)
    assert in_its_unit(MONEY, Decimal(500), None, None) == (None, None, Decimal(500))
    assert in_its_unit(VISIT, Decimal(2), None, None) == (Decimal(2), None, None)
    assert in_its_unit(None, Decimal(2), None, None) == (Decimal(2), None, None)


def test_goals_of_a_known_kind_count_the_own_kinds_that_stand_for_it() -> None:
    meetings = Metric(unit="count", aggregation=Aggregation.SUM, selector=Selector(kinds=("meeting", "demo")))
    assert counting(meetings, EVERY).selector.kinds == ("meeting", "demo", "site_visit")
    assert counting(counting(meetings, EVERY), EVERY).selector.kinds == ("meeting", "demo", "site_visit")
    for untouched in (CALLS, REVENUE):
        assert counting(untouched, EVERY) is untouched


@pytest.mark.parametrize(
    ("kind", "unit", "words", "kinds", "of"),
    [
        ("activity", "count", "20 site visits in March", ("site_visit",), "quantity"),
        ("activity", "count", "Site visits and calls", ("site_visit", "call"), "quantity"),
        ("activity", "count", "今月は工場見学を20回", ("工場見学",), "quantity"),
        ("other", "hours", "Prospecting", ("prospecting",), "minutes"),
        ("other", "EUR", "Upgrade", ("upgrade",), "amount"),
    ],
)
def test_a_goal_that_names_an_own_kind_counts_it(
    kind: str, unit: str, words: str, kinds: tuple[str, ...], of: str
) -> None:
    metric = default_metric(GoalKind(kind), unit, words, None, EVERY)
    assert (metric.selector.kinds, metric.of) == (kinds, of)


def test_other_goals_are_measured_as_before() -> None:
    assert default_metric(GoalKind.REVENUE, "EUR", "Upgrade", None, EVERY).selector.kinds == ("deal_won",)
    assert is_check_in(default_metric(GoalKind.OTHER, "score", "Site visits", None, EVERY))
    assert default_metric(GoalKind.ACTIVITY, "count", "Parasite visitors", None, EVERY).selector.kinds[0] == "call"


def test_an_own_kind_is_shown_by_its_name() -> None:
    assert counted(a_record(kind="site_visit")) == "1 site visit"
    assert counted(a_record(kind="site_visit", quantity=Decimal(3))) == "3 × site visit"


# --- templates


def test_a_template_is_called_by_its_name_or_its_line() -> None:
    assert Template(line="3 calls").title == "3 calls"
    assert Template(line="3 calls", name="Morning").title == "Morning"
    with pytest.raises(RefusedInput, match="line"):
        Template.build({"line": " "})


@pytest.mark.parametrize(
    ("line", "gap"), [("demo @… 45 min", (6, 7)), ("won ... @Acme", (4, 7)), ("… calls ...", (0, 1)), ("3 calls", None)]
)
def test_a_gap_is_found(line: str, gap: tuple[int, int] | None) -> None:
    assert gap_in(line) == gap
    assert Template(line=line).has_gap is (gap is not None)
