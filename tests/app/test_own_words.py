"""The AE's own templates and kinds: made in Settings, used on Today and Log."""

from __future__ import annotations

from decimal import Decimal

from aegoals.domain.own_kinds import OwnKind
from aegoals.services import Desk
from tests.app.driving import Driver, driving
from tests.app.filling import log, plan_calls


async def to_row(ae: Driver, text: str) -> None:
    """Put the cursor of Settings on the line with this text."""
    await ae.press("home")
    for _step in range(60):
        if text in ae.pointed():
            return
        await ae.press("down")
    raise AssertionError(f"no line with {text!r}:\n{ae.text()}")


# --- templates


async def test_a_template_is_made_in_settings_and_logged_with_its_key(desk: Desk) -> None:
    plan_calls(desk, "Calls")
    async with driving(desk, keys=["s"]) as ae:
        await to_row(ae, "+ Add a template")
        await ae.press("enter")
        await ae.type("10 calls, demo")
        await ae.press("enter")
        await ae.type("Morning")
        await ae.press("enter")
        assert "1  Morning" in ae.text()
        await ae.press("t")
        assert "or press: 1 Morning" in ae.text()
        await ae.press("1")
        assert "✓ logged: 10 calls · 1 demo\nCalls 0/10 → 10/10" in ae.said()
        assert "10 calls" in ae.text()
        await ae.press("u")
        assert "Taken back: 10 calls, demo" in ae.said()
    assert desk.log.day(desk.today()) == []


async def test_a_template_with_a_gap_goes_into_the_line_to_be_filled_in(desk: Desk) -> None:
    desk.templates.save(None, "demo @… 45 min", "Demo")
    log(desk, "call @Globex")
    async with driving(desk, keys=["d"]) as ae:
        await ae.press("1")
        assert ae.typed() == "demo @ 45 min"
        await ae.type("Globex")
        await ae.press("enter")
        assert "✓ logged: 1 demo @Globex 45 min" in ae.text()
        await ae.type("2 calls")
        await ae.press("escape", "1")
        assert ae.typed() == "2 calls, demo @ 45 min"  # what stood there is not lost


async def test_a_template_that_must_be_asked_about_goes_into_the_line(desk: Desk) -> None:
    desk.templates.save(None, "won 1.234")
    async with driving(desk, keys=["1"]) as ae:
        assert ae.typed() == "won 1.234"
        await ae.press("enter", "1")
    assert [one.amount for one in desk.log.day(desk.today())] == [Decimal("1.234")]


async def test_digits_are_typed_in_the_line_and_a_key_without_template_says_where_to_add_one(desk: Desk) -> None:
    desk.templates.save(None, "10 calls")
    async with driving(desk, keys=["l", "1", "2"]) as ae:
        assert ae.typed() == "12"
        await ae.press("escape", "3")
        assert "The key 3 has no template yet. Add templates in Settings (F6)." in ae.said()
        await ae.search("Template")
        await ae.press("enter")
        assert "1 10 calls" in ae.said()
    assert desk.log.day(desk.today()) == []


async def test_a_line_that_says_nothing_is_no_template_and_a_template_is_deleted(desk: Desk) -> None:
    async with driving(desk, keys=["s"]) as ae:
        await to_row(ae, "+ Add a template")
        assert "del Delete" not in ae.footer()
        await ae.press("enter")
        await ae.type("no calls today")
        await ae.press("ctrl+s")
        assert "says that nothing was done" in ae.text()
        assert desk.templates.all() == ()
        await ae.replace("3 calls")
        await ae.press("ctrl+s")
        await to_row(ae, "3 calls")
        await ae.press("delete")
        assert desk.templates.all() == ()
        await ae.press("u")
        assert "3 calls" in ae.text()


# --- own kinds


async def test_a_kind_is_made_in_settings_logged_counted_renamed_and_deleted(desk: Desk) -> None:
    plan_calls(desk, "Meetings")
    async with driving(desk, keys=["s"]) as ae:
        await to_row(ae, "+ Add a kind")
        await ae.press("enter")
        await ae.type("Plant tour")
        await ae.press("tab")
        await ae.type("fabriksbesök")
        await ae.press("tab", "tab", *["right"] * 3)
        assert "meeting" in ae.text()
        await ae.press("ctrl+s")
        assert "P  plant tour" in ae.text()
        assert "fabriksbesök · counts as meeting · for: Meetings" in ae.text()
        await ae.press("t", "l")
        await ae.type("2 fabriksbesök @Globex")
        assert "2 × plant tour @Globex" in ae.text()
        assert "Meetings 0/10 → 2/10" in ae.text()
        await ae.press("enter", "escape", "s")
        await to_row(ae, "plant tour")
        await ae.press("enter")
        await ae.replace("Factory tour")
        await ae.press("ctrl+s")
        assert "F  factory tour" in ae.text()
        await to_row(ae, "factory tour")
        await ae.press("delete", "t")
        assert "2 × factory tour" in ae.text()  # its records stay
    assert [one.kind for one in desk.log.day(desk.today())] == ["factory_tour"]


async def test_a_name_that_is_none_is_told_in_the_form(desk: Desk) -> None:
    async with driving(desk, keys=["s"]) as ae:
        await to_row(ae, "+ Add a kind")
        await ae.press("enter")
        await ae.type("3 calls!")
        await ae.press("ctrl+s")
        assert "“3 calls!” cannot be the name of a kind." in ae.text()
        assert "3 calls!" in ae.typed()


async def test_its_letter_stands_in_front_of_it(desk: Desk) -> None:
    desk.kinds.add(OwnKind(kind="plant_tour", letter="P"))
    log(desk, "2 plant tours @Globex", "3 calls @Globex")
    async with driving(desk) as ae:
        assert "P 2 × plant tour   @Globex" in ae.text()
        assert "3 calls            @Globex" in ae.text()
        await ae.press("d", "v")
        assert "P plant tour" in ae.text()
