"""``aegoals feedback``, ``reward`` and ``pack``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import Shell


def test_feedback_is_kept_listed_passed_on_and_counted(shell: Shell) -> None:
    told = shell.ok("feedback", "add", "Too dear", "--tone", "complaint", "--reason", "price", "--account", "Globex")
    known = told.rsplit("(", 1)[1].split(")")[0]
    assert "Too dear" in shell.ok("feedback", "list", "globex")
    (one,) = shell.json("feedback", "list", "--tone", "complaint")
    assert (one["account"], one["reasons"]) == ("Globex", ["price"])
    shell.ok("feedback", "pass-on", known, "Marketing")
    assert shell.json("feedback", "list")[0]["passed_on"] == "2026-03-02"
    shell.ok("log", "lost @Harbor #price")
    assert shell.json("feedback", "patterns")[0]["count"] == 2
    assert "price" in shell.ok("feedback", "patterns", "--from", "2026-03-01")
    assert "go on with it" in shell.ok("feedback", "goal", known)
    shell.ok("feedback", "delete", known)
    assert "No feedback here" in shell.ok("feedback", "list")
    assert shell("feedback", "delete", known).code == 3


def test_a_reward_is_promised_earned_by_a_log_line_and_claimed(shell: Shell) -> None:
    shell.add_goal("--target", "5000")
    shell.ok("reward", "add", "A day at the lake", "--goal", "Revenue in spring")
    assert "open" in shell.ok("reward", "list")
    assert shell("reward", "claim", "A day at the lake").code == 3
    shell.ok("log", "won 6000 @Globex")
    assert "earned" in shell.ok("reward", "list")
    assert "Claimed" in shell.ok("reward", "claim", "a day at the lake")
    assert shell.json("reward", "list")[0]["claimed_on"] == "2026-03-02"
    assert shell("reward", "add", "Nothing").code == 2


def test_a_pack_is_printed_masked_and_written(shell: Shell, tmp_path: Path) -> None:
    shell.ok("log", "won 6000 @Globex")
    days = ("--from", "2026-03-01", "--to", "2026-03-31")
    assert "Globex" in shell.ok("pack", *days)
    assert "Globex" not in shell.ok("pack", *days, "--mask")
    path = tmp_path / "pack.md"
    shell.ok("pack", *days, "--out", str(path))
    assert "Globex" in path.read_text(encoding="utf-8")
    assert shell("pack", *days, "--out", str(path)).code == 3
    assert shell.json("pack", *days)["markdown"].startswith("# Evidence")


@pytest.mark.parametrize(
    ("words", "value", "repair"),
    [
        (("feedback", "delete", ""), "“”", "aegoals feedback list"),
        (("feedback", "pass-on", "zzz", "Marketing"), "“zzz”", "aegoals feedback list"),
        (("reward", "claim", "zzz"), "“zzz”", "aegoals reward list"),
        (("contest", "--delete", "zzz"), "“zzz”", "aegoals contest"),
        (("contest", "--delete", ""), "“”", "aegoals contest"),
        (("skill", "rate", "zzz", "3"), "“zzz”", "aegoals skill"),
        (("skill", "evidence", "Negotiation", "--attach", "zzz"), "“zzz”", "--offer"),
        (("training", "log", "Course", "abc"), "“abc”", "1234.50"),
        (("talk", "done", ""), "“”", "aegoals talk"),
        (("career", "role", "--unclear", ""), "“”", "empty"),
        (("reward", "add", "Lake", "--goal", "Quarter", "--milestone", "zzz"), "“zzz”", "none yet"),
    ],
)
def test_a_refusal_names_the_value_and_what_to_do(
    shell: Shell, words: tuple[str, ...], value: str, repair: str
) -> None:
    shell.add_goal("--title", "Quarter")
    shell.ok("skill", "add", "Negotiation")
    shell.ok("feedback", "add", "Slow demo")
    shell.ok("talk", "add", "Dana", "--agreed", "Shadow two calls")
    result = shell(*words)
    assert result.code == 3
    assert value in result.err
    assert repair in result.err
    assert len(shell.json("feedback", "list")) == 1
    assert shell.json("talk")[0]["agreed"][0].get("done_on") is None


def test_what_several_are_called_is_named_with_their_ids(shell: Shell) -> None:
    for _time in range(2):
        shell.ok("skill", "add", "Negotiation")
    first, second = (one["id"][-6:] for one in shell.json("skill"))
    result = shell("skill", "rate", "negotiation", "3")
    assert result.code == 3
    assert f"{first} Negotiation, {second} Negotiation" in result.err
    shell.ok("skill", "rate", second, "3")
    assert [one["level"] for one in shell.json("skill")] == [1, 3]


def test_a_contest_is_changed(shell: Shell) -> None:
    shell.ok("contest", "8 calls today")
    assert "0 of 10 so far" in shell.ok("contest", "10 calls today", "--change", "8 calls today")
    assert [one["line"] for one in shell.json("contest")] == ["10 calls today"]
    assert shell("contest", "--change", "10 calls today").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--streak", "5", "--milestone", "x"),
        ("--streak", "5", "--best", "week"),
        ("--goal", "g", "--best", "week", "--milestone", "x"),
    ],
)
def test_a_reward_hangs_on_one_thing(shell: Shell, words: tuple[str, ...]) -> None:
    assert shell("reward", "add", "Lake", *words).code == 2
    assert shell.json("reward", "list") == []


READS = [
    *(("career",), ("career", "role"), ("skill",), ("skill", "evidence", "Negotiation"), ("training",), ("talk",)),
    *(("feedback", "list"), ("feedback", "patterns"), ("reward", "list"), ("contest",), ("pack",)),
]


@pytest.mark.parametrize("words", READS, ids=" ".join)
def test_everything_of_growth_is_read_as_json(shell: Shell, words: tuple[str, ...]) -> None:
    shell.ok("skill", "add", "Negotiation")
    assert isinstance(shell.json(*words), list | dict)
