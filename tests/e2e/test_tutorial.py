"""The pages tell the truth: every command runs and prints what stands under it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.tutorial import PAGES, ROOT, SHELL_HOW_TO, with_outputs


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_a_page_prints_what_it_says(tmp_path: Path, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert with_outputs(text, tmp_path) == text, "write it anew with: python -m tests.e2e.tutorial"


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not on this machine")
def test_the_snippets_for_bash_work_in_bash(tmp_path: Path) -> None:
    program = tmp_path / "aegoals"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m aegoals "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    text = SHELL_HOW_TO.read_text(encoding="utf-8")
    snippets = re.findall(r"```bash\n(.*?)```", text, re.DOTALL)
    (cron,) = re.findall(r"```crontab\n0 8 \* \* 1-5 (.*?)```", text, re.DOTALL)
    script = "\n".join([*snippets, 'echo "[${PS1@P}]"', "complete -p aegoals", cron, "echo $?"])
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "AEGOALS_DATA": str(tmp_path / "a.json"),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["bash", "-c", script], env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[:2] == ["today: 3 calls @Globex", "today: 2 demos @Lumen"]
    assert lines[2].startswith("[ ")
    assert lines[3].startswith("complete ")
    assert lines[-1] == "0"
