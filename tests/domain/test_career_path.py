"""How far an aspiration is: arithmetic of skills and experiences."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.career import HIGHEST_LEVEL, Aspiration, Experience, Rating, Skill
from aegoals.domain.career_path import Path, mean, path_of, way
from aegoals.domain.career_words import SCALE, level_words, path_reasons
from aegoals.errors import RefusedInput
from tests.builders import MONDAY

levels = st.integers(0, HIGHEST_LEVEL)
days = st.dates(date(2020, 1, 1), date(2026, 12, 31))
ratings = st.lists(st.tuples(days, levels), min_size=1, max_size=6)


def a_skill(rated: list[tuple[date, int]], wanted: int = 4) -> Skill:
    (first, level), *rest = rated
    skill = Skill(id="s", title="Negotiation", level=level, wanted=wanted, rated_on=first)
    for day, later in rest:
        skill = skill.rated(later, day)
    return skill


skills = st.builds(a_skill, ratings, levels)


def steps(*later: int, wanted: int = 4) -> Skill:
    return a_skill([(MONDAY + timedelta(days=place), level) for place, level in enumerate(later)], wanted)


@pytest.mark.parametrize(
    ("skill", "share"),
    [
        (steps(1), "0"),
        (steps(1, 2), "1/3"),
        (steps(1, 3, 2), "1/3"),
        (steps(1, 4), "1"),
        (steps(2, 1), "0"),  # worse than at first
        (steps(4, 2), "0"),  # it was there and was lost
        (steps(5, wanted=3), "1"),
        (steps(0, wanted=0), "1"),
    ],
)
def test_a_skill_counts_by_its_way_from_the_first_rating_to_the_wanted_level(skill: Skill, share: str) -> None:
    over, _slash, under = share.partition("/")
    assert way(skill) == Decimal(over) / Decimal(under or 1)


@settings(max_examples=60, deadline=None)
@given(skills, levels, days)
def test_the_way_stays_between_nothing_and_all_and_a_better_rating_never_shortens_it(
    skill: Skill, level: int, day: date
) -> None:
    assert 0 <= way(skill) <= 1
    assert (way(skill) == 1) == (skill.level >= skill.wanted)
    later = skill.rated(level, max(day, skill.history[-1].day))
    assert later.level == level
    if level >= skill.level:
        assert way(later) >= way(skill)


@settings(max_examples=60, deadline=None)
@given(ratings)
def test_ratings_are_kept_by_day_and_the_latest_day_says_todays_level(rated: list[tuple[date, int]]) -> None:
    skill = a_skill(rated)
    kept = [(one.day, one.level) for one in skill.history]
    assert sorted(kept, key=lambda one: one[0]) == kept
    assert sorted(kept) == sorted(rated)
    assert (skill.rated_on, skill.level) == kept[-1]
    assert Skill.build(skill.document()) == skill
    for place in range(len(kept) if len(kept) > 1 else 0):
        assert len(skill.without_rating(place).history) == len(kept) - 1


@settings(max_examples=60, deadline=None)
@given(st.lists(skills, max_size=4), st.lists(st.booleans(), max_size=4))
def test_the_bar_is_the_mean_of_skills_and_experiences(known: list[Skill], done: list[bool]) -> None:
    experiences = tuple(Experience(title="x", done_on=MONDAY if one else None) for one in done)
    path = Path(Aspiration(id="a", title="Lead", experiences=experiences), tuple(known))
    share = path.share
    if share is None:
        assert not known
        assert not done
        return
    assert 0 <= share <= 1
    assert (share == 1) == (all(one.level >= one.wanted for one in known) and all(done))
    more = path.aspiration.with_(experiences=(*experiences, Experience(title="y", done_on=MONDAY)))
    assert (Path(more, path.skills).share or 0) >= share
    assert Path(path.aspiration, path.skills[::-1]).share == pytest.approx(share)


def test_an_empty_path_has_no_share() -> None:
    assert path_of(Aspiration(id="a", title="Lead", skills=("gone",)), {}).share is None
    assert mean([]) is None


def test_a_skill_of_an_earlier_version_has_its_one_rating() -> None:
    old = Skill.build({"id": "s", "title": "Negotiation", "level": 2, "wanted": 4, "rated_on": "2026-01-02"})
    assert old.history == (Rating(day=date(2026, 1, 2), level=2),)
    assert [one.level for one in old.rated(3, MONDAY).history] == [2, 3]
    assert Skill.build({"id": "s", "title": "Negotiation"}).history == ()


def test_a_level_that_an_earlier_version_wrote_over_ours_is_a_rating_too() -> None:
    skill = steps(1, 2).with_(level=4, rated_on=MONDAY + timedelta(days=30))
    assert [one.level for one in skill.history] == [1, 2, 4]


def test_the_only_rating_stays() -> None:
    with pytest.raises(RefusedInput, match="only rating"):
        steps(1).without_rating(0)


def test_the_bar_says_what_it_is_made_of() -> None:
    path = Path(
        Aspiration(id="a", title="Lead", experiences=(Experience(title="Lead a bid"),)),
        (steps(1, 3), steps(2, 4)),
    )
    assert list(path_reasons(path, "en_US")) == [
        ("Negotiation", "first 1, now 3, wanted 4", "67 %"),
        ("Negotiation", "first 2, now 4, wanted 4", "100 %"),
        ("Lead a bid", "not done yet", "0 %"),
    ]


def test_every_level_is_described() -> None:
    assert len(SCALE) == HIGHEST_LEVEL + 1
    assert all(one.about.endswith(".") for one in SCALE)
    assert level_words(3) == "3 alone"
