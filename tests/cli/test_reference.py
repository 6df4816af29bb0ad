"""docs/reference says what the program does."""

from __future__ import annotations

from aegoals.cli.reference import pages
from tests.cli.shell import ROOT

REFERENCE = ROOT / "docs" / "reference"


def test_every_command_and_option_is_documented() -> None:
    written = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    assert written == "\n".join(pages()) + "\n", "python -m aegoals.cli.reference writes it"
