"""A day's log in each of the five languages, typed by keyboard only into the real program in a pseudo-terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import ROOT, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal needs POSIX")

DAY = ("--today", "2026-03-02")
# Lines; one with a name begun, its end taken with Tab; one that must be asked, and the digit that answers it.
DAYS = {
    "en": (
        ["3 calls @Globex, 2 emails", "demo @Globex 45 min, meeting @Lumen", "won 5k EUR @Lumen #Pro, training 90 min"],
        "proposal 8k EUR @Glo",
        ("won 1.234 @Lumen", "2"),
    ),
    "sv": (
        ["3 samtal @Kvarnen, 2 mejl", "demo @Kvarnen 45 min, möte @Havskök", "vann 50 tkr @Havskök, utbildning 90 min"],
        "offert 80 tkr @Kva",
        ("igår: affär Kvarnen 80 tkr", "1"),
    ),
    "de": (
        ["3 Anrufe @Müllerwerk, 2 E-Mails", "Vorführung @Müllerwerk 45 min, Termin @Hafenbau",
         "gewonnen 5 T€ @Hafenbau, Schulung 90 min"],
        "Angebot 8 T€ @Mül",
        ("5 Hafenbau", "1"),
    ),
    "ja": (
        ["電話3件 @東洋電子、メール2件", "デモ @東洋電子 45分、商談 @さくら物産", "受注 50万円 @さくら物産、研修 90分"],
        "見積 80万円 @東洋",
        ("東洋電子 200万円", "1"),
    ),
    "zh": (
        ["3个电话 @宏达集团，2封邮件", "演示 @宏达集团 45分钟，拜访 @海港建设", "赢单 5万元 @海港建设，培训 90分钟"],
        "报价 8万元 @宏",
        ("5 宏达集团", "1"),
    ),
}  # fmt: skip
KINDS = ["call", "email", "demo", "meeting", "deal_won", "training", "proposal"]


def logged(home: Path, *words: str) -> list[dict[str, object]]:
    """Return today's records as the shell tells them."""
    command = [sys.executable, "-m", "aegoals", *DAY, "today", "--json", *words]
    environment = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "PATH": ""}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    records: list[dict[str, object]] = json.loads(done.stdout)["logged"]
    return records


@pytest.mark.parametrize("language", DAYS)
def test_a_day_is_logged_by_keyboard_alone(language: str, tmp_path: Path) -> None:
    lines, begun, (asked, digit) = DAYS[language]
    with running(*DAY, home=tmp_path) as terminal:
        terminal.see("Welcome to aegoals")
        terminal.press("escape")
        terminal.see("No goal yet. Press n")
        terminal.press("l")
        terminal.see("Leave the line")
        for line, shown in zip(lines, ("2 e-mails", "1 meeting", "1 training"), strict=True):
            terminal.press(line, "enter")
            terminal.see(f"\n  {shown}")  # in the list below
        terminal.press(begun)
        terminal.see("Tab →")
        terminal.press("tab", "enter")
        terminal.see("\n  1 proposal")
        terminal.press(asked, "enter")
        terminal.see("Press its digit")
        terminal.press(digit)
        terminal.miss("Press its digit")
        terminal.see("✓ logged")
        terminal.press("escape")
        terminal.see("l Log")
        assert terminal.leave() == 0
    records = logged(tmp_path)
    assert [record["kind"] for record in records][: len(KINDS)] == KINDS
    assert len(records) + (language == "sv") == len(KINDS) + 1
    first, completed = records[0], records[len(KINDS) - 1]
    assert completed["account"] == first["account"]
    assert (first["quantity"], records[2]["minutes"], records[5]["minutes"]) == (3, 45, 90)
