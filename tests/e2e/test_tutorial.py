"""The tutorial tells the truth: every command runs and prints what stands under it."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.tutorial import TUTORIAL, with_outputs


def test_every_command_of_the_tutorial_prints_what_it_says(tmp_path: Path) -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    assert with_outputs(text, tmp_path) == text, "write it anew with: python -m tests.e2e.tutorial"
