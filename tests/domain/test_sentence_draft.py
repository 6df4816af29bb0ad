"""A sentence fills a draft; what the AE corrected since stays."""

from __future__ import annotations

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.sentence_draft import findings_of_sentence, level_of_sentence, with_sentence
from tests.builders import MONDAY

RULES = EntryRules(currency="EUR")
EMPTY = GoalDraft(id="draft-1")


def test_a_sentence_fills_what_it_says_and_nothing_else() -> None:
    draft = with_sentence(EMPTY, "Shorten the sales cycle from 45 to 30 days in three months", RULES, MONDAY)
    assert (draft.kind, draft.unit, draft.direction) == ("sales_cycle", "days", "bring_down")
    assert (draft.baseline, draft.target, draft.start, draft.due) == ("45", "30", "2026-03-02", "2026-06-02")
    assert (draft.evidence, draft.why, draft.split) == ("", "", "")


def test_corrections_stay_when_the_sentence_changes() -> None:
    draft = with_sentence(EMPTY, "Win 10 new customers by 30 June", RULES, MONDAY)
    corrected = draft.with_(target="12", title="New customers in the north")
    again = with_sentence(corrected, "Win 11 new customers by 31 August", RULES, MONDAY)
    assert (again.target, again.title, again.due) == ("12", "New customers in the north", "2026-08-31")


def test_the_same_sentence_changes_nothing() -> None:
    draft = with_sentence(EMPTY, "Win 10 new customers by 30 June", RULES, MONDAY).with_(target="")
    assert with_sentence(draft, " Win 10 new customers by 30 June ", RULES, MONDAY) is draft


def test_a_sentence_that_is_taken_away_takes_along_what_it_said() -> None:
    draft = with_sentence(EMPTY, "Win 10 new customers by 30 June", RULES, MONDAY).with_(why="It pays")
    assert with_sentence(draft, "", RULES, MONDAY) == EMPTY.with_(
        why="It pays", **dict.fromkeys(draft.model_fields_set - {"id", "why"}, "")
    )


def test_words_of_doubt_are_named() -> None:
    draft = with_sentence(EMPTY, "marketing will bring in more customers this year", RULES, MONDAY)
    assert (draft.kind, draft.target, draft.due) == ("new_business", "", "2026-12-31")
    vague = next(one for one in findings_of_sentence(draft, RULES, MONDAY) if one.code == "vague")
    assert vague.words == ("more",)


def test_a_change_waits_for_its_baseline_and_then_offers_the_level() -> None:
    draft = with_sentence(EMPTY, "Increase revenue by 10 % by the end of June", RULES, MONDAY)
    assert (draft.target, level_of_sentence(draft, RULES, MONDAY)) == ("", "")
    assert level_of_sentence(draft.with_(baseline="50000"), RULES, MONDAY) == "55000"
    assert level_of_sentence(draft.with_(baseline="50000", target="55000"), RULES, MONDAY) == ""
    assert level_of_sentence(EMPTY.with_(baseline="5"), RULES, MONDAY) == ""
