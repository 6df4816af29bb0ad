"""Keys typed faster than the program works keep their order: nothing is lost, nothing lands in the wrong field."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from aegoals.services import Desk
from screens import page
from screens.app import AegoalsApp
from screens.form import Field, Form, FormDialog
from screens.goal import GoalPage
from tests.app.driving import SOON, Driver, driving
from tests.app.filling import plan_calls


def burst(ae: Driver, *texts: str) -> None:
    """Press keys all at once, each text letter by letter, ``enter`` as the key."""
    for text in texts:
        for key in [text] if text == "enter" else text:
            name = "space" if key == " " else key
            ae.app.post_message(events.Key(name, None if key == "enter" else key))


async def test_two_lines_at_once_are_two_lines_of_the_log(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        burst(ae, "3 calls", "enter", "2 demos", "enter", "1 meeting")
        await ae.settle()
        assert ae.typed() == "1 meeting"
        assert [record.kind for record in desk.log.day(desk.today())] == ["call", "demo"]


async def test_enter_goes_to_the_next_field_before_the_next_letter(desk: Desk) -> None:
    answers: list[dict[str, str] | None] = []
    form = Form("Form", tuple(Field(name, name) for name in ("first", "second", "third")))
    async with driving(desk) as ae:
        ae.app.push_screen(FormDialog(form, lambda _answers: None), answers.append)
        await ae.settle()
        burst(ae, "one", "enter", "two", "enter", "three", "enter")
        await ae.settle()
    assert answers == [{"first": "one", "second": "two", "third": "three"}]


async def test_a_key_that_comes_before_the_page_is_filled_works_on_what_it_shows(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "PAINT_FIRST", SOON * 0.9)
    goal = plan_calls(desk, "Calls in March")
    async with driving(desk) as ae:
        ae.app.post_message(events.Key("f3", None))
        burst(ae, "enter")
        await ae.settle()
        assert isinstance(ae.app.screen, GoalPage)
        assert ae.app.screen.goal.id == goal.id


async def test_keys_typed_while_the_program_opens_come_after_it(desk: Desk) -> None:
    app = AegoalsApp(desk)
    async with app.run_test() as pilot:
        ae = Driver(app, pilot)
        burst(ae, "l", "3 calls", "enter")
        await ae.settle()
    assert [record.kind for record in desk.log.day(desk.today())] == ["call"]


@pytest.mark.skipif(not hasattr(asyncio, "eager_task_factory"), reason="this Python begins no task at once")
async def test_the_first_page_opens_where_tasks_begin_at_once(desk: Desk) -> None:
    asyncio.get_running_loop().set_task_factory(vars(asyncio)["eager_task_factory"])  # as Textual does outside of tests
    async with driving(desk) as ae:
        assert "F2 Today" in ae.text()


async def test_tasks_begin_in_their_turn(desk: Desk) -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **more: asyncio.Task(coro, loop=loop, **more))
    async with driving(desk):
        assert loop.get_task_factory() is None
