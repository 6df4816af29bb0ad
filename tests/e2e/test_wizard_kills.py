"""The wizard killed at each step: what was answered is there when the program comes back."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from aegoals.store.tiny_store import TinyStore
from tests.e2e.terminal import Terminal, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal needs POSIX")

DAY = ("--today", "2026-03-02")
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # what shows that an answer is asked for, and the keys that give it
    ("What do you want to reach?", ("Win 10 new customers by June", "enter")),
    ("What kind of goal is it?", ("enter",)),
    ("What exactly will be different?", ("f8",)),
    ("Which number will show it?", ("f8",)),
    ("Why can it be done?", ("Two a month since spring", "enter")),
    ("What you will do for it", ("f8",)),
    ("Why is it worth the effort?", ("The region is thin", "enter")),
    ("May stay empty", ("North", "f8")),
    ("From when to when?", ("f8",)),
    ("which steps lie on the way?", ()),
)
ANSWERS = {1: ("title", "Win 10 new customers"), 5: ("evidence", "Two a month since spring"),
           7: ("why", "The region is thin"), 8: ("serves", "North")}  # fmt: skip


def _answer(terminal: Terminal, count: int) -> None:
    """Begin a goal and give this many answers; then write a word that is not finished."""
    _answer_only(terminal, count)
    terminal.press("unfin", "ished")
    terminal.see("unfinished")


def _answer_only(terminal: Terminal, count: int) -> None:
    """Begin a goal and give this many answers."""
    terminal.see("Welcome to aegoals")
    terminal.press("escape")
    terminal.see("No goal yet. Press n")
    terminal.press("n")
    for question, keys in STEPS[:count]:
        terminal.see(question)
        terminal.press(*keys)
    terminal.see(STEPS[count][0])


def _split(terminal: Terminal) -> None:
    """Answer all up to the split, and in it all but the last field, of which a word is written."""
    _answer_only(terminal, len(STEPS) - 1)
    terminal.see("(•) no parts")
    terminal.press("right", "right")
    terminal.see("(•) months")
    terminal.press("enter", "1 2 1 2", "enter", "2026-04-30 3 a th", "ird")
    terminal.see("a third")


def _come_back(terminal: Terminal, title: str) -> None:
    """Open the draft again."""
    terminal.see("F3 Goals")
    terminal.press("f3")
    terminal.see("Drafts  Enter goes on")  # Today names the draft too
    terminal.see(f"✎ {title}")
    terminal.press("enter")


def _end(terminal: Terminal, number: signal.Signals) -> None:
    terminal.process.send_signal(number)
    terminal.process.wait()


def _draft(home: Path) -> dict[str, object]:
    (file,) = home.rglob("aegoals.json")
    (draft,) = TinyStore(file).table("drafts").values()
    return dict(draft)


@pytest.mark.parametrize("count", [2, 3, 5, 6, 7, 8])
def test_killed_at_any_step_only_the_answer_that_is_being_typed_is_lost(tmp_path: Path, count: int) -> None:
    with running(*DAY, home=tmp_path) as terminal:
        _answer(terminal, count)
        _end(terminal, signal.SIGKILL)
    draft = _draft(tmp_path)
    for place, (field, words) in ANSWERS.items():
        assert (draft[field] == words) is (place <= count)


def test_a_closed_window_loses_no_answer_and_the_wizard_goes_on_where_it_was(tmp_path: Path) -> None:
    with running(*DAY, home=tmp_path) as terminal:
        _answer(terminal, 7)
        _end(terminal, signal.SIGHUP)
    with running(*DAY, home=tmp_path) as terminal:
        _come_back(terminal, "Win 10 new customers")
        terminal.see("Why is it worth the effort?")
        terminal.see("The region is thin")
        terminal.press("f7")
        terminal.see("Two a month since spring")
        assert terminal.leave() == 0


def test_killed_right_after_the_sentence_it_is_there_with_all_that_was_read_of_it(tmp_path: Path) -> None:
    with running(*DAY, home=tmp_path) as terminal:
        _answer_only(terminal, 1)
        _end(terminal, signal.SIGKILL)
    with running(*DAY, home=tmp_path) as terminal:
        _come_back(terminal, "Win 10 new customers")
        terminal.see("What kind of goal is it?")
        terminal.press("f7")
        terminal.see("Win 10 new customers by June")
        assert terminal.leave() == 0
    assert _draft(tmp_path)["due"] == "2026-06-30"


def test_killed_in_the_split_its_parts_and_weights_are_there(tmp_path: Path) -> None:
    with running(*DAY, home=tmp_path) as terminal:
        _split(terminal)
        _end(terminal, signal.SIGKILL)
    with running(*DAY, home=tmp_path) as terminal:
        _come_back(terminal, "Win 10 new customers")
        terminal.see("(•) months")
        terminal.see("1 2 1 2")
        assert "a third" not in terminal.text()
        assert terminal.leave() == 0


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_ended_while_the_sentence_is_written_it_is_there_as_far_as_it_was_typed(tmp_path: Path, name: str) -> None:
    number = signal.Signals[name]
    with running(*DAY, home=tmp_path) as terminal:
        _answer(terminal, 0)
        _end(terminal, number)
        assert terminal.ended() == 128 + number
    with running(*DAY, home=tmp_path) as terminal:
        _come_back(terminal, "unfinished")
        assert terminal.leave() == 0


def test_a_closed_window_loses_nothing_of_the_split(tmp_path: Path) -> None:
    with running(*DAY, home=tmp_path) as terminal:
        _split(terminal)
        _end(terminal, signal.SIGHUP)
    assert (_draft(tmp_path)["weights"], _draft(tmp_path)["milestones"]) == ("1 2 1 2", "2026-04-30 3 a third")


def test_a_terminal_that_goes_away_without_a_signal_ends_the_program_and_loses_nothing(tmp_path: Path) -> None:
    with running(*DAY, home=tmp_path) as terminal:
        _answer(terminal, 0)
        terminal.vanish()
        assert terminal.process.wait(60) == 128 + signal.SIGHUP
    assert _draft(tmp_path)["sentence"] == "unfinished"
