"""The goal wizard: every type to the end, back and forward, examples, drafts, findings, editing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.domain.goal_guide import GOAL_TYPES, GoalType
from aegoals.locale.numbers import read_number
from aegoals.services import Desk
from tests.app.driving import Driver, a_desk, driving
from tests.app.filling import plan

NEW = ["g", "n", "enter"]  # past the sentence


def flat(ae: Driver) -> str:
    """Return the screen's words without line breaks."""
    return " ".join(ae.text().split())


QUESTIONS = {
    "T": "From when to when?",
    "split": "In which parts",
    "summary": "Is this your goal?",
}


async def go_to_step(ae: Driver, name: str) -> None:
    """Go on until this step is shown."""
    for _step in range(9):
        if QUESTIONS[name] in ae.lines()[2]:
            return
        await ae.press("f8")
    raise AssertionError(f"no step {name}: {ae.text()}")


@pytest.mark.parametrize("kind", GOAL_TYPES, ids=lambda one: str(one.kind))
async def test_every_type_of_goal_is_written_to_the_end_with_its_examples(desk: Desk, kind: GoalType) -> None:
    async with driving(desk, keys=NEW) as ae:
        await ae.press(*["down"] * GOAL_TYPES.index(kind), "enter")
        assert "S Specific" in ae.lines()[1]
        await ae.press("down", "1")
        assert ae.typed() == kind.titles[0]
        await ae.press("f8")
        if kind.unit == "days":
            await ae.press("shift+tab")
            await ae.replace("45")
            await ae.press("enter")
        await ae.press("down", "1")
        assert ae.typed() == kind.targets[0]
        await go_to_step(ae, "T")
        await ae.press("down", "1")
        await go_to_step(ae, "summary")
        assert "Save the goal" in ae.pointed()
        await ae.press("enter")
        assert f"Saved: {kind.titles[0]}" in ae.said()
        assert "Drafts" not in ae.text()
        assert "› " in ae.pointed()
    (goal,) = desk.goals.all()
    assert (goal.kind, goal.direction, goal.title) == (kind.kind, kind.direction, kind.titles[0])
    assert goal.target == read_number(kind.targets[0])
    assert goal.metric.unit == ("EUR" if kind.unit == "currency" else kind.unit)
    assert desk.drafts.all() == []


async def test_every_answer_reaches_the_goal(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("Upsell at Globex")
        await ae.press("enter")
        await ae.type("Upgrades from Starter to Pro")
        await ae.press("enter")
        await ae.type("Globex")
        await ae.press("enter")
        await ae.type("60k")
        await ae.press("enter")
        await ae.type("54,000 last year")
        await ae.press("enter")
        await ae.type("Call the plant manager")
        await ae.press("enter")
        await ae.type("Book a demo")
        await ae.press("f8")
        await ae.type("It pays the bonus")
        await ae.press("enter")
        await ae.type("Region North")
        await ae.press("enter")
        await ae.type("2026-12-31")
        await ae.press("enter", "right", "right", "right", "enter", "enter", "enter")
        await ae.type("2026-06-30 20k a third")
        await ae.press("f8")
        text = flat(ae)
        assert "Nothing is missing: a SMART goal." in text
        assert "Upsell at Globex: €60,000 by December 31, 2026, because it pays the bonus." in text
        await ae.press("f8")
    (goal,) = desk.goals.all()
    assert goal.specific == "Upgrades from Starter to Pro"
    assert goal.metric.selector.account == "Globex"
    assert [action.title for action in goal.actions] == ["Call the plant manager", "Book a demo"]
    assert (goal.why, goal.serves, goal.evidence) == ("It pays the bonus", "Region North", "54,000 last year")
    assert [(mile.title, mile.value) for mile in goal.milestones] == [("a third", Decimal(20_000))]
    assert goal.repeats == "year"


async def test_the_sentence_follows_what_is_typed(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("Revenue")
        assert "Revenue: … by …." in ae.text()
        await ae.press("f8", "6", "0", "k")
        assert "Revenue: €60,000 by …." in ae.text()


async def test_going_back_and_forward_loses_no_word(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("Revenue in spring")
        await ae.press("f8", "shift+tab", "shift+tab", "right", "enter")
        await ae.replace("80")
        await ae.press("enter")
        await ae.type("60k")
        await ae.press("f7")
        assert ae.typed() == "Revenue in spring"
        await ae.press("f8")
        assert "bring down to" in ae.text()
        assert " 80" in ae.text()
        assert "60k" in ae.text()
        await ae.press("f8", "tab")
        await ae.type("first step")
        await ae.press("f7", "f7", "f7")
        assert "What kind of goal is it?" in ae.text()
        assert "Revenue" in ae.pointed()
        await ae.press("f7", "f7")  # there is nothing before the sentence
        await ae.press("f8", "f8", "f8", "f8")
        assert "first step" in ae.text()


async def test_the_first_field_can_be_left_backwards_from_every_step(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        for step in ["Specific", "Measurable", "Achievable", "Relevant", "Time-bound", "Split"]:
            assert step in ae.lines()[1]
            await ae.press("f7", "f8", "f8")  # back from the first field, whatever it is, and on again
        assert "Is this your goal?" in ae.text()


async def test_another_type_brings_its_own_unit_and_direction(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter", "f8", "f7", "f7"]) as ae:
        await ae.press("end", "home", *["down"] * 4, "enter", "f8")
        assert "days" in ae.text()
        assert "bring down to" in ae.text()


async def test_a_unit_that_the_ae_chose_stays_when_the_type_changes(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "down", "enter", "f8", *["shift+tab"] * 3]) as ae:
        await ae.replace("hours")
        await ae.press("f7", "f7", "down", "enter", "f8", *["shift+tab"] * 3)
        assert ae.typed() == "hours"


async def test_f8_on_the_types_takes_the_one_under_the_cursor(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "f8", "f7", "down", "f8"]) as ae:
        assert "Examples" in ae.text()
        assert "1 New customers" in ae.text()


async def test_examples_are_reached_with_down_taken_by_digit_or_enter_and_left_with_up(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter", "down"]) as ae:
        assert "1 Revenue this quarter" in ae.pointed()
        await ae.press("2")
        assert ae.typed() == "Upsell revenue"
        await ae.press("down", "down", "enter")
        assert ae.typed() == "Upsell revenue"
        await ae.press("down", "9")  # there is no ninth
        assert "Upsell revenue" in ae.text()
        await ae.press("up", "up", "up")
        assert ae.typed() == "Upsell revenue"


async def test_each_step_begins_with_what_its_field_is_for(desk: Desk) -> None:
    async with driving(desk, (60, 18), keys=["g", "n"]) as ae:
        await ae.type("Win 10 customers of Globex by June")
        await ae.press("f8", "f8", "f8", "f8")
        assert "What says that you can do it?" in ae.text()
        assert "Past numbers, pipeline, time, help." in ae.text()


async def test_down_leads_out_of_a_field_of_several_lines_to_the_examples(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, *["down"] * 7, "enter"]) as ae:  # key account
        await ae.type("Products in use at Globex")
        await go_to_step(ae, "split")
        await ae.press("tab", "tab", "down", "1", "down", "2")
        assert ae.typed() == "2027-03-31 3 products in use\n2027-09-30 5 products in use"


async def test_tab_and_f8_work_in_a_field_of_several_lines(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter", "f8", "f8", "tab"]) as ae:
        await ae.type("one\ntwo")
        await ae.press("enter", "t", "q")
        assert ae.typed() == "one\ntwo\ntq"
        await ae.press("tab")
        assert not isinstance(ae.app.screen.focused, type(None))
        await ae.press("f8")
        assert "R Relevant" in ae.lines()[1]
        await ae.press("f7", "tab", "f7")
        assert "M Measurable" in ae.lines()[1]


# --- findings


async def test_what_is_missing_is_shown_and_does_not_block_going_on(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        assert "Say what exactly will be different." in ae.text()
        await ae.press("f8")
        assert "There is no number to reach." in ae.text()
        await go_to_step(ae, "T")
        assert "There is no date by which it is done." in ae.text()
        await go_to_step(ae, "summary")
        assert "Findings  they do not block" in ae.text()
        await ae.press("enter")
        assert "Still missing: title, target, due." in flat(ae)
        assert "Fill it in, or keep the goal as a draft." in ae.said()
        assert desk.goals.all() == []
        assert "Is this your goal?" in ae.text()


async def test_vague_words_are_named_and_the_goal_can_still_be_saved(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("More revenue")
        assert "“More”: by how much, of what?" in ae.text()
        await ae.press("f8")
        await ae.type("60k")
        await go_to_step(ae, "T")
        await ae.type("2026-12-31")
        await go_to_step(ae, "summary")
        assert "Nothing says yet why it can be done" in ae.text()
        await ae.press("enter")
    assert [goal.title for goal in desk.goals.all()] == ["More revenue"]


@pytest.mark.parametrize(
    ("target", "due", "words"),
    [
        ("sixty", "2026-12-31", "target: “sixty” is not a number."),
        ("60k", "2026-02-30", "due: “2026-02-30” is no day of the calendar."),
        ("60k", "2026-01-01", "the due date 2026-01-01 is before the start 2026-03-02"),
        ("0", "2026-12-31", "there is nothing to reach"),
        ("-5", "2026-12-31", "is on the wrong side of the baseline 0"),
        ("60k", "2026-03-02", ""),
    ],
)
async def test_a_wrong_number_or_date_is_told_in_plain_words(desk: Desk, target: str, due: str, words: str) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("Revenue")
        await ae.press("f8")
        await ae.type(target)
        await go_to_step(ae, "T")
        await ae.type(due)
        await go_to_step(ae, "summary")
        await ae.press("enter")
        if words:
            assert words.casefold() in ae.said().casefold()
            assert "Is this your goal?" in ae.text()
            assert len(desk.drafts.all()) == 1
        assert bool(desk.goals.all()) is not bool(words)


async def test_a_wrong_milestone_is_told_and_can_be_mended(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("Revenue")
        await ae.press("f8")
        await ae.type("60k")
        await go_to_step(ae, "T")
        await ae.type("2026-12-31")
        await go_to_step(ae, "split")
        await ae.press("tab", "tab")
        await ae.type("by summer half of it")
        await ae.press("f8", "enter")
        assert "is no day of the calendar" in ae.said()
        await ae.press("f7", "tab", "tab")
        await ae.replace("2026-07-01 half of it")
        await ae.press("f8", "enter")
    assert [mile.title for mile in desk.goals.all()[0].milestones] == ["half of it"]


async def test_a_text_that_is_too_long_is_told_and_stays(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("x" * 600)
        await ae.press("f8")
        assert "is longer than 500 characters" in ae.said()
        assert "S Specific" in ae.lines()[1]
        assert len(ae.typed()) == 600


# --- drafts


async def test_ctrl_s_keeps_a_draft(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("Revenue in spring")
        await ae.press("ctrl+s")
        assert "Kept as a draft under Goals." in ae.said()
        assert "✎ Revenue in spring" in ae.text()


@pytest.mark.parametrize("keys", [["escape"], ["enter", "escape"], ["enter", "f8", "f8", "f8", "escape"]])
async def test_an_empty_draft_vanishes(desk: Desk, keys: list[str]) -> None:
    async with driving(desk, keys=[*NEW, *keys]) as ae:
        assert "No goal runs." in ae.text()
        assert "Drafts" not in ae.text()
        assert ae.said() == ""
    assert desk.drafts.all() == []


async def test_a_draft_goes_on_where_it_was_left_after_the_program_is_opened_again(path: Path) -> None:
    async with driving(a_desk(path), keys=[*NEW, "enter"]) as ae:
        await ae.type("Revenue in spring")
        await ae.press("f8")
        await ae.type("60k")
        await ae.press("ctrl+q")  # in the middle of a step
    async with driving(a_desk(path), keys=["g"]) as ae:
        assert "› ✎ Revenue in spring" in ae.text()
        await ae.press("enter")
        assert "M Measurable" in ae.lines()[1]
        assert "60k" in ae.text()
        await ae.press("f7")
        assert ae.typed() == "Revenue in spring"


async def test_one_answer_that_cannot_be_kept_does_not_cost_the_others(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("Revenue in spring")
        await ae.press("tab")
        await ae.type("x" * 600)
        await ae.press("ctrl+q")
    assert [draft.title for draft in desk.drafts.all()] == ["Revenue in spring"]


async def test_another_page_can_be_looked_at_in_between(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("Revenue in spring")
        await ae.press("f2")
        assert "No goal runs yet. Enter goes on with the draft." in ae.text()
        assert [draft.title for draft in desk.drafts.all()] == ["Revenue in spring"]
        await ae.press("f3")
        assert ae.typed() == "Revenue in spring"
        await ae.press("f3")
        assert "✎ Revenue in spring" in ae.text()


async def test_help_and_palette_close_to_what_was_typed(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter", "tab"]) as ae:
        await ae.type("Upgrades")
        for key in ["f1", "ctrl+p"]:
            await ae.press(key, "escape")
            assert ae.typed() == "Upgrades"


async def test_a_new_size_breaks_the_lines_anew(desk: Desk) -> None:
    async with driving(desk, (120, 40), keys=[*NEW, "enter", "f8", *["shift+tab"] * 3]) as ae:
        assert "A currency such as EUR, or one of %, count, days, score, hours." in ae.text()
        await ae.resize(60, 18)
        assert "A currency such as EUR, or one of %, count, days," in ae.text()
        assert "score, hours." in ae.text()
        assert "F8 Next step" in ae.footer()


async def test_two_quick_enters_save_one_goal(desk: Desk) -> None:
    draft = desk.drafts.save(desk.drafts.new().with_(kind="revenue", title="Revenue", unit="EUR", target="5k"))
    desk.drafts.save(draft.with_(direction="reach_up", start="2026-03-02", due="2026-12-31", step="summary"))
    async with driving(desk, keys=["g", "enter"]) as ae:
        rows = ae.rows("#choices")
        rows.action_choose()
        rows.action_choose()
        await ae.settle()
        assert len(desk.goals.all()) == 1
        assert "Goals  running" in ae.text()


# --- an existing goal


async def test_editing_an_existing_goal_asks_for_a_reason(desk: Desk) -> None:
    goal = plan(desk)
    async with driving(desk, keys=["g", "e"]) as ae:
        assert "Edit the goal" in ae.text()
        await ae.press(*["f7"] * 5, "tab", "tab", "tab")
        await ae.replace("75000")
        await go_to_step(ae, "summary")
        await ae.press("enter", "enter")
        assert "A goal changes only with a reason." in ae.text()
        await ae.type("A better quarter than planned")
        await ae.press("enter")
        assert "Saved: Revenue in the first quarter" in ae.said()
        assert "/ €75,000" in ae.text()
    assert desk.goals.get(goal.id).revisions[0].reason == "A better quarter than planned"
    assert desk.drafts.all() == []


async def test_leaving_the_reason_open_keeps_the_wizard(desk: Desk) -> None:
    goal = plan(desk)
    async with driving(desk, keys=["g", "e", "f8", "escape"]) as ae:
        assert "Is this your goal?" in ae.text()
        await ae.press("escape")
        assert "Goals  running" in ae.text()
    assert desk.goals.get(goal.id).revisions == ()
    assert desk.drafts.all() == []


async def test_letters_on_a_choice_take_an_option_and_never_leave_the_page(desk: Desk) -> None:
    async with driving(desk, keys=[*NEW, "enter"]) as ae:
        await ae.type("Revenue in spring")
        await ae.press("f8")
        await ae.type("50k")
        await go_to_step(ae, "split")
        await ae.press(*"quarters", "t", "c", "u", "z")
        assert "( ) no parts" in ae.text()
        assert "(•) quarters" in ae.text()
        await ae.press("w")
        assert "(•) weeks" in ae.text()
        assert "In which parts" in ae.lines()[2]


async def test_a_wizard_left_open_at_one_place_follows_the_draft_that_went_on_at_another(desk: Desk) -> None:
    async with driving(desk, keys=["n", "enter", "enter"]) as ae:  # from Today
        await ae.type("Revenue in spring")
        await ae.press("f8")
        await ae.type("60k")
        await ae.press("f3", "enter")
        assert "M Measurable" in ae.lines()[1]
        await ae.press("enter", "enter", "enter")
        await ae.replace("70k")
        await ae.press("f2")
        assert "70k" in ae.text()
        await ae.press("f3")
        await go_to_step(ae, "T")
        await ae.press("down", "1")
        await go_to_step(ae, "summary")
        await ae.press("enter")
        assert "Saved: Revenue in spring" in ae.said()
        await ae.press("f2")
        assert "No goal yet" not in ae.text()
        assert "New goal" not in ae.text().splitlines()[0]
    assert len(desk.goals.all()) == 1
    assert desk.drafts.all() == []


async def test_changes_of_an_existing_goal_can_wait_as_a_draft(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=["g", "e", *["f7"] * 3]) as ae:
        await ae.type("Because the region needs it")
        await ae.press("escape")
        assert "✎ Revenue in the first quarter" in ae.text()
        await ae.press("end", "enter")
        assert "Because the region needs it" in ae.text()
        await ae.press("escape")
        assert "✎ Revenue in the first quarter" in ae.text()  # not lost by looking
