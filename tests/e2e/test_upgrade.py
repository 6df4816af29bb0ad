"""The program is upgraded while it is open: what was not loaded yet is then of another version."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import ROOT, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal needs POSIX")

OF_ANOTHER_VERSION = "from screens.page import WhatThisVersionDoesNotHave\n"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return the folder of an installation of its own."""
    folder = tmp_path / "installed"
    for package in ("aegoals", "screens", "widgets"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_after_an_upgrade_the_open_program_says_so_and_ends_in_plain_words(tmp_path: Path, installed: Path) -> None:
    with running("--today", "2026-03-02", home=tmp_path, program=installed) as terminal:
        terminal.see("Welcome to aegoals")
        terminal.press("escape")
        terminal.see("No goal yet. Press n")
        terminal.press("l", "3 calls", "enter")
        terminal.see("Logged")
        terminal.press("escape")
        (installed / "screens" / "help.py").write_text(OF_ANOTHER_VERSION)
        module = installed / "aegoals" / "__init__.py"
        again = module.read_bytes()
        module.unlink()
        module.write_bytes(again)
        terminal.see("aegoals was upgraded. Finish what")
        terminal.press("f1")
        terminal.see("aegoals was upgraded while it was open, and the old program could not go on.")
        terminal.see("Your data is safe: everything that you confirmed is saved. Start aegoals again.")
        assert terminal.ended() == 1
        assert "Traceback" not in terminal.text()
