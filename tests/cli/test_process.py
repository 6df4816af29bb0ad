"""The real process: what it loads, what it prints into a pipe, how it leaves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import ROOT, run_process

# Runs one command line and then says which modules are loaded.
LOADED = """
import json, sys
from aegoals.cli import run
try:
    run()
except SystemExit as leaving:
    print(json.dumps([leaving.code, sorted(sys.modules)]), file=sys.stderr)
"""


def _loaded_by(*words: str, data: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "--data", str(data), *words],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
        timeout=60,
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


def _rooms(modules: set[str]) -> set[str]:
    return {name.split(".")[0] for name in modules}


@pytest.mark.parametrize("words", [("log", "3 calls, demo @Globex"), ("status", "--json"), ("--help",), ("today",)])
def test_a_one_line_command_loads_no_screen(tmp_path: Path, words: tuple[str, ...]) -> None:
    loaded = _loaded_by(*words, data=tmp_path / "a.json")
    assert not {"textual", "rich", "screens", "widgets"} & _rooms(loaded)


def test_log_loads_no_other_command_and_nothing_it_does_not_need(tmp_path: Path) -> None:
    loaded = _loaded_by("log", "3 calls", data=tmp_path / "a.json")
    commands = {name for name in loaded if name.startswith("aegoals.cli.goal")}
    commands |= loaded & {f"aegoals.cli.{name}" for name in ("today", "status", "history", "where", "demo", "open")}
    assert commands == set()
    assert not {"platformdirs", "holidays", "json.decoder_", "tempfile_"} & _rooms(loaded)


def test_log_loads_nothing_to_look_for_plugins(tmp_path: Path) -> None:
    words = ["-m", "aegoals", "--data", str(tmp_path / "a.json"), "log", "3 calls"]
    command = [sys.executable, "-X", "importtime", *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=True, timeout=60)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "pydantic.fields" in loaded
    assert not {"importlib.metadata._meta", "email.message", "zipfile", "socket"} & loaded


@pytest.mark.parametrize(
    "use",
    [
        "from importlib.metadata import version; found = version('click')",
        "import importlib.metadata; found = importlib.metadata.version('click')",
        "from importlib.metadata import entry_points; found = entry_points(group='console_scripts')",
        "from importlib.metadata import Distribution as found",
        "from importlib.metadata._meta import PackageMetadata as found",
        "from importlib import metadata; found = metadata.version('click')",
    ],
)
def test_what_was_put_off_is_there_when_it_is_used(use: str) -> None:
    script = f"from aegoals.cli.later import put_off; put_off(); {use}; assert found"
    script += "; import sys; assert 'email' in sys.modules or '_meta' in sys.argv[1]"
    subprocess.run([sys.executable, "-c", script, use], cwd=ROOT, check=True, timeout=60)


def test_help_loads_no_data_and_no_command(tmp_path: Path) -> None:
    for words in (("--help",), ("goal", "--help"), ("--version",)):
        loaded = _loaded_by(*words, data=tmp_path / "a.json")
        assert not {"pydantic", "tinydb", "babel"} & _rooms(loaded)
        assert not {name for name in loaded if name.startswith(("aegoals.services", "aegoals.store"))}


@pytest.mark.parametrize("words", [(), ("today",), ("status",), ("where",), ("--help",), ("log", "--help")])
def test_a_pipe_gets_plain_text(tmp_path: Path, words: tuple[str, ...]) -> None:
    environment = {"TERM": "xterm-256color", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}
    done = run_process(*words, data=tmp_path / "a.json", **environment)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "\x1b" not in done.stdout


def test_exit_codes_reach_the_shell(tmp_path: Path) -> None:
    data = tmp_path / "a.json"
    assert run_process("log", "3 calls", data=data).returncode == 0
    assert run_process("nothing", data=data).returncode == 2
    assert run_process("log", "a few calls", data=data).returncode == 3
    data.write_bytes(b"{")
    damaged = run_process("status", data=data)
    assert damaged.returncode == 4
    assert "Traceback" not in damaged.stderr
    assert len(damaged.stderr.splitlines()) == 1


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    lines = "\n".join(f"{number} calls" for number in range(1, 400))
    command = [sys.executable, "-m", "aegoals", "--data", str(tmp_path / "a.json"), "log", "-", "--dry-run"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT) as running:
        assert running.stdout is not None
        running.stdout.close()
        _out, err = running.communicate(lines.encode(), timeout=60)
    assert (running.returncode, err) == (0, b"")


def test_a_terminal_of_a_narrow_encoding_is_served(tmp_path: Path) -> None:
    done = run_process("log", "電話 3 @さくら物産", data=tmp_path / "a.json", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert "3 calls @?????" in done.stdout


def test_standard_input_is_read_from_a_pipe(tmp_path: Path) -> None:
    done = run_process("log", "-", "--json", data=tmp_path / "a.json", stdin="3 calls\n2 demos\n")
    assert [json.loads(line)["records"][0]["quantity"] for line in done.stdout.splitlines()] == [3, 2]
