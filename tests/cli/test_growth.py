"""``aegoals feedback``, ``reward`` and ``pack``."""

from __future__ import annotations

from pathlib import Path

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
