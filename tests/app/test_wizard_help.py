"""What the wizard offers: the sentence that was understood, repairs with a key, own numbers, templates, parts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.services import Desk
from tests.app.driving import SIZES, Driver, driving
from tests.app.filling import log, plan

WIZARD = ["g", "n"]


async def go_on(ae: Driver, question: str) -> None:
    """Go on with F8 until this question is asked."""
    for _step in range(9):
        if question in ae.lines()[2]:
            return
        await ae.press("f8")
    raise AssertionError(f"{question} never came: {ae.text()}")


# --- the sentence


async def test_a_sentence_shows_what_was_understood_and_what_it_leaves_open(desk: Desk) -> None:
    async with driving(desk, keys=WIZARD) as ae:
        assert "1 Win 10 new customers" in ae.text()
        await ae.type("Sell more to schools")
        assert "Understood" in ae.text()
        assert "“more”: by how much, of what?" in ae.text()
        assert "1 Win 10 new customers" not in ae.text()
        await ae.replace("Increase upsell revenue to 20,000 EUR by the end of June")
        assert "reach up to" in ae.text()
        assert "2026-06-30" in ae.text()
        assert "“more”" not in ae.text()


async def test_a_sentence_in_another_language_is_read_too(desk: Desk) -> None:
    async with driving(desk, keys=WIZARD) as ae:
        await ae.type("Die Abschlussquote von 20 % auf 25 % bis Ende Juni steigern")
        assert "20 → 25 %" in ae.text()
        await ae.press("enter")
        assert "Conversion" in ae.pointed()


async def test_an_example_sentence_is_taken_with_its_digit(desk: Desk) -> None:
    async with driving(desk, keys=[*WIZARD, "down", "2"]) as ae:
        assert ae.typed() == "Raise customer satisfaction from 4.0 to 4.5 within a year"


async def test_what_was_corrected_stays_when_the_sentence_changes(desk: Desk) -> None:
    async with driving(desk, keys=WIZARD) as ae:
        await ae.type("Win 10 new customers by 30 June")
        await ae.press("enter", "enter")
        await ae.replace("Schools in the north")
        await ae.press("f7", "f7")
        await ae.replace("Win 11 new customers by 31 August")
        await ae.press("enter", "enter")
        assert ae.typed() == "Schools in the north"
        await go_on(ae, "Which number")
        assert " 11" in ae.text()


async def test_the_level_that_a_change_leads_to_is_offered_once_the_baseline_is_known(desk: Desk) -> None:
    async with driving(desk, (80, 30), keys=WIZARD) as ae:
        await ae.type("Increase the win rate by 10 points by the end of June")
        await ae.press("enter", "enter", "f8", "shift+tab")
        await ae.replace("20")
        await ae.press("enter", "down")
        if "as your sentence says" in ae.text():
            await ae.press("1")
            assert ae.typed() == "30"


# --- findings and repairs


async def test_findings_wait_for_a_pause_in_typing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with driving(desk, keys=[*WIZARD, "enter", "enter"]) as ae:
        monkeypatch.setattr("screens.wizard_layout.SOON", 0.3)
        await ae.press(*"More")
        assert "“More”" not in ae.text()
        monkeypatch.setattr("screens.wizard_layout.SOON", 0.001)
        await ae.press("space", "x")
        assert "“More”: by how much, of what?" in ae.text()


async def test_ctrl_r_applies_the_first_repair_from_within_a_field(desk: Desk) -> None:
    async with driving(desk, keys=[*WIZARD, "enter", "enter"]) as ae:
        await ae.type("Revenue")
        await go_on(ae, "Which number")
        await ae.replace("60000")
        await ae.press("shift+tab")
        await ae.replace("1000")
        assert "A sum over the goal's days starts at 0" in ae.text()
        await ae.press("ctrl+r")
        assert ae.typed() == "0"
        assert "A sum over the goal's days" not in ae.text()
        await ae.press("ctrl+r")
        assert "There is nothing to repair here." in ae.said()


async def test_a_repair_that_wants_words_leads_to_its_field(desk: Desk) -> None:
    async with driving(desk, keys=[*WIZARD, "enter", "enter"]) as ae:
        await ae.type("More revenue")
        assert "“More”: by how much, of what?" in ae.text()
        await ae.press("ctrl+r")
        assert "M Measurable" in ae.lines()[1]
        assert ae.typed() == ""


async def test_own_numbers_stand_in_the_achievable_step(demo: Desk) -> None:
    async with driving(demo, (120, 50), keys=WIZARD) as ae:
        await ae.type("Revenue of 60,000 EUR by the end of June")
        await ae.press("enter", "enter")
        await go_on(ae, "Why can it be done?")
        await ae.app.workers.wait_for_complete()
        await ae.settle()
        text = ae.text()
        assert "Your own numbers" in text
        assert "averaged" in text  # the baseline
        assert "is beyond" in text  # its place among past periods
        assert "Stretch rule: " in text
        assert "a working day" in text  # the reverse funnel
        await ae.press("ctrl+r")
        assert "averaged" in ae.typed()
        assert "Nothing says yet why it can be done" not in ae.text()


async def test_from_the_summary_a_repair_is_applied_and_an_answer_corrected(desk: Desk) -> None:
    async with driving(desk, (100, 50), keys=WIZARD) as ae:
        await ae.type("Win 10 new customers by 30 June")
        await ae.press("enter", "enter")
        await go_on(ae, "Is this your goal?")
        await ae.press(*["down"] * 30)
        while "Target" not in ae.pointed():
            await ae.press("up")
        await ae.press("enter")
        assert "M Measurable" in ae.lines()[1]
        assert ae.typed() == "10"


# --- templates


@pytest.mark.parametrize("size", SIZES)
async def test_a_template_fills_everything_but_what_is_the_aes_own(desk: Desk, size: tuple[int, int]) -> None:
    async with driving(desk, size, keys=[*WIZARD, "down"]) as ae:
        while "New customers" not in ae.pointed():
            await ae.press("down")
        await ae.press("enter")
        assert "S Specific" in ae.lines()[1]
        assert ae.typed() == "New customers"
        await go_on(ae, "Is this your goal?")
        await ae.press("enter")
    (goal,) = desk.goals.all()
    assert (goal.target, goal.due, goal.split) == (Decimal(10), date(2026, 9, 1), "months")


async def test_an_own_template_is_kept_offered_taken_deleted_and_undone(desk: Desk) -> None:
    async with driving(desk, (80, 40), keys=[*WIZARD, "enter", "enter"]) as ae:
        await ae.type("Upsell at schools")
        await ae.press("ctrl+t")
        assert ae.typed() == "Upsell at schools"
        await ae.replace("Schools")
        await ae.press("enter")
        assert "Kept: it is offered at the first step." in ae.said()
        await ae.press("escape", "n")
        assert "Your templates" in ae.text()
        await ae.press("down")
        while "Schools" not in ae.pointed():
            await ae.press("down")
        assert "Delete" in ae.footer()
        await ae.press("enter")
        assert "S Specific" in ae.lines()[1]
        assert "Upsell at schools" in ae.text()
        await ae.press("f7", "f7", "down")
        while "Schools" not in ae.pointed():
            await ae.press("down")
        await ae.press("delete")
        assert "Your templates" not in ae.text()
        assert desk.goal_templates.own() == []
        await ae.press("u")
        assert [one.name for one in desk.goal_templates.own()] == ["Schools"]


async def test_a_template_asks_before_it_replaces_what_was_answered(desk: Desk) -> None:
    async with driving(desk, (80, 40), keys=[*WIZARD, "enter", "enter"]) as ae:
        await ae.type("Upsell at schools")
        await ae.press("f7", "f7", "down")
        while "Revenue this quarter" not in ae.pointed():
            await ae.press("down")
        await ae.press("enter")
        assert "Begin anew with “Revenue this quarter”?" in ae.text()
        await ae.press("n", "f8", "f8")
        assert "Upsell at schools" in ae.text()


# --- parts


async def test_last_years_own_shape_weights_the_parts(desk: Desk) -> None:
    for day, amount in [(date(2025, 3, 10), 30), (date(2025, 8, 1), 10), (date(2025, 11, 3), 60)]:
        log(desk, f"won {amount} EUR", day=day)
    async with driving(desk, (80, 40), keys=WIZARD) as ae:
        await ae.type("Revenue of 100,000 EUR by the end of the year")
        await ae.press("enter", "enter")
        await go_on(ae, "In which parts")
        await ae.press("right", "enter")
        assert "as last year: 30 0 10 60" in ae.text()
        await ae.press("down", "1")
        assert ae.typed() == "30 0 10 60"
        assert "€60,000" in ae.text()
        await ae.replace("1 2")
        assert "there are 2 for 4 parts" in ae.text()
        await ae.replace("1 2 3 4")
        await go_on(ae, "Is this your goal?")
        await ae.press("enter")
    (goal,) = desk.goals.all()
    assert [part.amount for part in desk.splits.parts(goal)] == [10_000, 20_000, 30_000, 40_000]


async def test_even_steps_on_the_way_are_offered_from_the_goals_own_figures(desk: Desk) -> None:
    async with driving(desk, (80, 40), keys=WIZARD) as ae:
        await ae.type("Revenue of 90,000 EUR by the end of the year")
        await ae.press("enter", "enter")
        await go_on(ae, "In which parts")
        await ae.press("tab", "tab", "down", "1", "down", "2")
        assert [line.split()[1] for line in ae.typed().splitlines()] == ["30000", "60000"]


async def test_a_split_that_the_type_no_longer_allows_is_dropped_on_saving(desk: Desk) -> None:
    draft = desk.drafts.new().with_(kind="retention", title="Kept", unit="%", target="90", direction="keep_at_least")
    dates = {"start": "2026-03-02", "due": "2026-12-31", "step": "summary"}
    desk.drafts.save(draft.with_(split="months", weights="1 2", **dates))
    async with driving(desk, keys=["g", "enter", "enter"]) as ae:
        assert "Saved: Kept" in ae.said()
    assert desk.goals.all()[0].split is None


async def test_editing_shows_the_parts_and_asks_for_a_reason(desk: Desk) -> None:
    plan(desk, split="months", weights="1 1 2")
    async with driving(desk, (80, 40), keys=["g", "e", "f7"]) as ae:
        assert "1 1 2" in ae.text()
        await ae.press("right", "f8", "enter")
        await ae.type("Weeks are what I plan in")
        await ae.press("enter")
        assert "there are 3 for" in ae.text()  # the weights were for months
        await ae.press("escape", "f7", "tab", "end", "shift+home", "delete", "f8", "enter")
        await ae.type("Weeks are what I plan in")
        await ae.press("enter")
        assert "Saved: " in ae.said()
    (goal,) = desk.goals.all()
    assert (goal.split, goal.season) == ("weeks", ())


# --- leaving


async def test_escape_asks_only_where_an_answer_cannot_be_kept(desk: Desk) -> None:
    async with driving(desk, keys=[*WIZARD, "enter", "enter"]) as ae:
        await ae.type("Revenue in spring")
        await ae.press("enter")
        await ae.type("x" * 600)
        await ae.press("escape")
        assert "Leave without the answer that cannot be kept?" in ae.text()
        await ae.press("n")
        assert "S Specific" in ae.lines()[1]
        assert len(ae.typed()) == 600
        await ae.press("escape", "y")
        assert "✎ Revenue in spring" in ae.text()
    assert desk.drafts.all()[0].specific == ""


async def test_shift_tab_goes_a_field_back_and_from_the_first_a_step(desk: Desk) -> None:
    async with driving(desk, keys=[*WIZARD, "enter", "enter"]) as ae:
        await ae.type("Revenue in spring")
        await ae.press("enter", "shift+tab")
        assert ae.typed() == "Revenue in spring"
        await ae.press("shift+tab")
        assert "What kind of goal is it?" in ae.text()
        await ae.press("shift+tab")
        assert "What do you want to reach?" in ae.text()


async def test_each_answer_is_kept_as_soon_as_the_next_is_asked_for(desk: Desk, path: Path) -> None:
    async with driving(desk, keys=[*WIZARD, "enter", "enter"]) as ae:
        await ae.type("Revenue in spring")
        await ae.press("enter")
        assert [draft.title for draft in desk.drafts.all()] == ["Revenue in spring"]
        await ae.type("Deals with schools")
        assert [draft.specific for draft in desk.drafts.all()] == [""]
        await ae.press("enter")
        assert [draft.specific for draft in desk.drafts.all()] == ["Deals with schools"]
    assert path.exists()
