"""``aegoals demo``."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_demo_prints_today_and_leaves_nothing(shell: Shell, temporary: Path) -> None:
    out = shell.ok("demo", today="2026-11-20")
    assert "20 November 2026" in out
    assert "of" in out.split("Today's targets")[1].splitlines()[1]
    assert list(temporary.iterdir()) == []
    assert not shell.data.exists()


def test_on_a_terminal_the_demo_opens_the_program_and_leaves_nothing(
    shell: Shell, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def look(desk: object) -> None:
        seen.append(len(list(next(temporary.iterdir()).iterdir())))
        raise KeyboardInterrupt

    monkeypatch.setattr("aegoals.cli.open.is_terminal", lambda: True)
    monkeypatch.setattr("aegoals.cli.open.open_program", look)
    with pytest.raises(KeyboardInterrupt):
        shell("demo")
    assert seen[0] > 0
    assert list(temporary.iterdir()) == []


def test_a_made_up_deal_table_can_be_imported(shell: Shell, tmp_path: Path) -> None:
    file = str(tmp_path / "deals.csv")
    assert file in shell.ok("demo", "--csv", file)
    owner = Path(file).read_text(encoding="utf-8").splitlines()[1].split(",")[1]
    assert shell.json("import", file, "--owner", owner, "--date-format", "mdy", "--dry-run")["new"] > 0


def test_a_file_that_is_there_is_not_overwritten(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "deals.csv"
    file.write_text("mine", encoding="utf-8")
    assert shell("demo", "--csv", str(file)).code == 3
    assert file.read_text(encoding="utf-8") == "mine"
