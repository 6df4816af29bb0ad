"""``aegoals career``, ``skill``, ``training`` and ``talk``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.services import open_desk
from tests.cli.shell import Shell


def test_a_skill_is_added_rated_and_shown_by_evidence(shell: Shell) -> None:
    assert "No skill yet" in shell.ok("skill")
    shell.ok("skill", "add", "Negotiation", "--level", "1", "--wanted", "3")
    assert shell.ok("skill", "rate", "negotiation", "2", "--note", "held the price").startswith(
        "Negotiation: first 1, now 2, wanted 3"
    )
    (one,) = shell.json("skill")
    assert (one["level"], one["wanted"], one["progress"]) == (2, 3, 0.5)
    assert [each["level"] for each in one["ratings"]] == [1, 2]
    shell.ok("log", "won 5000 @Globex")
    assert "No evidence yet" in shell.ok("skill", "evidence", "Negotiation")
    (deal,) = shell.json("skill", "evidence", "Negotiation", "--offer")
    assert "@Globex" in shell.ok("skill", "evidence", "Negotiation", "--attach", deal["id"][-6:])
    assert shell.json("skill", "evidence", "Negotiation")[0]["kind"] == "deal"
    assert "Nothing to attach yet." in shell.ok("skill", "evidence", "Negotiation", "--offer")
    assert "2 with help" in shell.ok("skill")


def test_what_is_not_there_is_refused(shell: Shell) -> None:
    assert shell("skill", "rate", "Nothing", "2").code == 3
    shell.ok("skill", "add", "Negotiation")
    assert shell("skill", "evidence", "Negotiation", "--attach", "zzz").code == 3
    assert shell("skill", "rate", "Negotiation", "9").code == 2
    assert shell("talk", "done", "Nothing").code == 3


def test_hours_are_logged_and_a_new_title_becomes_a_training(shell: Shell) -> None:
    assert "No training yet" in shell.ok("training")
    assert "1.5 of 1.5 hours" in shell.ok("training", "log", "Negotiation course", "1.5")
    assert "2.5 of 1.5 hours" in shell.ok("training", "log", "negotiation course", "1")
    (one,) = shell.json("training")
    assert (one["title"], one["hours_done"], one["done"]) == ("Negotiation course", 2.5, True)
    assert "Negotiation course" in shell.ok("training")
    shell.ok("undo", "2")
    assert shell.json("training") == []
    assert shell("training", "log", "Course", "0").code == 3
    assert shell.json("training") == []


def test_aspirations_say_how_far_they_are(shell: Shell) -> None:
    assert "No aspiration yet" in shell.ok("career")
    desk = open_desk(shell.data, lambda: date(2026, 3, 2))
    skill = desk.career.save_skill(title="Negotiation", level=1, wanted=4)
    key = desk.career.save_aspiration(title="Lead a team", horizon=2030).id
    desk.career.paths.add_skill(key, skill.id)
    desk.career.paths.save_experience(key, "Lead a bid")
    desk.career.paths.tick(key, desk.career.aspirations.get(key).experiences[0])
    assert shell.ok("career").startswith("Lead a team  by 2030  50 %\n  Negotiation  first 1, now 1, wanted 4")
    (one,) = shell.json("career")
    assert one["progress"] == float(Decimal("0.5"))


def test_the_role_is_confirmed_and_asked_about(shell: Shell) -> None:
    assert shell.ok("career", "role") == "new business and existing accounts\n"
    assert "unclear: Who renews?" in shell.ok("career", "role", "--unclear", "Who renews?", "--confirm")
    told = shell.json("career", "role")
    assert (told["role"], told["confirmed_on"]) == ("both", "2026-03-02")


def test_what_was_agreed_is_due_until_it_is_done(shell: Shell) -> None:
    assert "No talk yet" in shell.ok("talk")
    shell.ok("talk", "add", "Dana", "--agreed", "Shadow two calls", "--agreed", "Book it", "--until", "2026-03-04")
    assert shell("due").code == 1
    due = shell.ok("due", today="2026-03-04")
    assert "agreed with Dana, due today: Shadow two calls" in due
    assert shell.json("due", today="2026-03-05")[1]["talk"]["person"] == "Dana"
    shell.ok("talk", "done", "shadow")
    assert "✓ Shadow two calls until 2026-03-04" in shell.ok("talk")
    assert len(shell.json("talk")[0]["agreed"]) == 2
    assert "Shadow" not in shell.ok("due", today="2026-03-05")
