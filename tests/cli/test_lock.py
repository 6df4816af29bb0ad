"""``aegoals lock``, and every command on a locked file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from aegoals.cli import passphrase as source
from aegoals.cli.main import main
from aegoals.store import cipher
from aegoals.store.magic import is_locked
from aegoals.store.relock import copies
from tests.cli.shell import Shell, run_process
from tests.cli.terminal import at_terminal
from tests.store.locked import CHEAP, PASSPHRASE, lock

TWO = "another long one"


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cipher, "OWASP", CHEAP)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@contextmanager
def descriptor(*lines: str) -> Iterator[str]:
    """Offer lines on a file descriptor, as ``3<file`` of a shell does."""
    reader, writer = os.pipe()
    os.write(writer, "".join(f"{line}\n" for line in lines).encode())
    os.close(writer)
    try:
        yield str(reader)
    finally:
        os.close(reader)


def typing(monkeypatch: pytest.MonkeyPatch, answers: Sequence[str]) -> list[str]:
    """Sit at a terminal and type these answers; returns the questions."""
    asked: list[str] = []
    left = list(answers)

    def ask(question: str) -> str:
        asked.append(question)
        return left.pop(0)

    monkeypatch.setattr(source, "somebody_is_there", lambda: True)
    monkeypatch.setattr("getpass.getpass", ask)
    return asked


def lock_it(shell: Shell, passphrase: str = PASSPHRASE) -> None:
    with descriptor(passphrase) as handle:
        shell.ok("lock", "set", "--passphrase-fd", handle)


def test_a_locked_file_is_used_with_its_passphrase(shell: Shell) -> None:
    shell.ok("log", "3 calls @Globex")
    lock_it(shell)
    assert is_locked(shell.data.read_bytes())
    with descriptor(PASSPHRASE) as handle:
        shell.ok("log", "demo @Globex", "--passphrase-fd", handle)
    with descriptor(PASSPHRASE) as handle:
        assert "demo @Globex" in shell.ok("--passphrase-fd", handle, "history")
    assert b"Globex" not in shell.data.read_bytes()


@pytest.mark.parametrize(
    "words", [("log", "3 calls"), ("today",), ("status",), ("history",), ("undo",), ("lock", "remove")]
)
def test_without_a_passphrase_every_command_leaves_with_4_and_one_line(shell: Shell, words: tuple[str, ...]) -> None:
    shell.ok("log", "3 calls")
    lock_it(shell)
    before = shell.data.read_bytes()
    result = shell(*words)
    assert (result.code, result.out) == (4, "")
    assert len(result.err.splitlines()) == 1
    assert "--passphrase-fd" in result.err
    assert shell.data.read_bytes() == before


@pytest.mark.parametrize("words", [("where",), ("--help",), ("lock", "--help")])
def test_what_needs_no_data_needs_no_passphrase(shell: Shell, words: tuple[str, ...]) -> None:
    lock_it(shell)
    shell.ok(*words)


def test_a_wrong_passphrase_leaves_with_4_and_one_line(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    lock_it(shell)
    before = shell.data.read_bytes()
    with descriptor("wrong one") as handle:
        result = shell("log", "4 calls", "--passphrase-fd", handle)
    assert (result.code, result.out) == (4, "")
    assert len(result.err.splitlines()) == 1
    assert "does not open" in result.err
    assert "wrong one" not in result.err
    assert shell.data.read_bytes() == before


def test_the_terminal_is_asked_without_echo(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_it(shell)
    asked = typing(monkeypatch, [PASSPHRASE])
    shell.ok("log", "3 calls @Globex")
    assert asked == [f"Passphrase of {shell.data}: "]


def test_setting_asks_twice_and_says_what_happened(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = typing(monkeypatch, [PASSPHRASE, PASSPHRASE])
    out = shell.ok("lock", "set")
    assert len(asked) == 2
    assert str(shell.data) in out
    assert is_locked(shell.data.read_bytes())


@pytest.mark.parametrize("answers", [[PASSPHRASE, PASSPHRASE + "x"], ["short", "short"], ["", ""]])
def test_a_passphrase_that_cannot_be_meant_locks_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    shell.ok("log", "3 calls")
    before = shell.data.read_bytes()
    typing(monkeypatch, answers)
    result = shell("lock", "set")
    assert (result.code, result.out) == (3, "")
    assert shell.data.read_bytes() == before


def test_a_locked_file_is_not_locked_again_and_a_plain_one_not_unlocked(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    assert shell("lock", "remove").code == 3
    assert shell("lock", "change").code == 3
    lock_it(shell)
    assert shell("lock", "set").code == 3


def test_a_changed_passphrase(shell: Shell) -> None:
    lock_it(shell)
    with descriptor(PASSPHRASE, TWO) as handle:
        shell.ok("lock", "change", "--passphrase-fd", handle)
    with descriptor(PASSPHRASE) as handle:
        assert shell("status", "--passphrase-fd", handle).code == 4
    with descriptor(TWO) as handle:
        shell.ok("status", "--passphrase-fd", handle)


def test_a_removed_lock_leaves_plain_files(shell: Shell) -> None:
    _with_backups(shell)
    lock_it(shell)
    with descriptor(PASSPHRASE) as handle:
        assert "2 backups" in shell.ok("lock", "remove", "--passphrase-fd", handle)
    assert not any(is_locked(path.read_bytes()) for path in (shell.data, *copies(shell.data)))
    assert "3 calls" in shell.ok("history")


def _with_backups(shell: Shell) -> None:
    """Log, and put two backups of other days beside the file."""
    shell.ok("log", "3 calls @Globex")
    folder = shell.data.parent / "backups"
    folder.mkdir(exist_ok=True)
    for day in (1, 2):
        (folder / f"aegoals-2026-02-0{day}.json").write_bytes(shell.data.read_bytes())


@pytest.mark.parametrize(("answer", "count"), [("lock\n", 2), ("\n", 2), ("delete\n", 0)])
def test_backups_that_are_there_are_locked_or_deleted_after_a_question(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, answer: str, count: int
) -> None:
    _with_backups(shell)
    typing(monkeypatch, [PASSPHRASE, PASSPHRASE])
    out = shell.ok("lock", "set", stdin=answer)
    assert "2 backups" in out
    left = copies(shell.data)
    assert len(left) == count
    assert all(is_locked(path.read_bytes()) for path in left)


@pytest.mark.parametrize(("wanted", "count"), [("lock", 2), ("delete", 0)])
def test_what_becomes_of_the_backups_can_be_said_beforehand(shell: Shell, wanted: str, count: int) -> None:
    _with_backups(shell)
    with descriptor(PASSPHRASE) as handle:
        shell.ok("lock", "set", "--backups", wanted, "--passphrase-fd", handle)
    assert len(copies(shell.data)) == count
    assert b"Globex" not in b"".join(path.read_bytes() for path in (shell.data, *copies(shell.data)))


def test_a_backup_that_cannot_be_opened_is_named(shell: Shell) -> None:
    _with_backups(shell)
    broken = copies(shell.data)[0]
    broken.write_bytes(cipher.new_key("lost", CHEAP).seal(b"{}"))
    with descriptor(PASSPHRASE) as handle:
        result = shell("lock", "set", "--passphrase-fd", handle)
    assert result.code == 0
    assert str(broken) in result.err


# --- where the passphrase comes from


def settings(tmp_path: Path, text: str, mode: int = 0o600) -> None:
    path = tmp_path / "config" / "aegoals" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


def printing(text: str) -> str:
    words = [sys.executable, "-c", f"print('{text}')"]
    return "[passphrase]\ncommand = [" + ", ".join(f'"{word}"' for word in words) + "]\n"


def test_a_command_of_the_settings_gives_the_passphrase(shell: Shell, tmp_path: Path) -> None:
    lock_it(shell)
    settings(tmp_path, printing(PASSPHRASE))
    shell.ok("log", "3 calls")


def test_a_descriptor_wins_over_the_command(shell: Shell, tmp_path: Path) -> None:
    lock_it(shell)
    settings(tmp_path, printing("something else"))
    assert shell("status").code == 4
    with descriptor(PASSPHRASE) as handle:
        shell.ok("status", "--passphrase-fd", handle)


@pytest.mark.parametrize(
    ("text", "mode", "code", "words"),
    [
        pytest.param(printing(PASSPHRASE), 0o666, 2, "Others may change", id="others may write"),
        pytest.param("[passphrase", 0o600, 2, "no TOML", id="no TOML"),
        pytest.param('[passphrase]\ncommand = "pass show x"', 0o600, 2, "no list", id="a text"),
        pytest.param('[passphrase]\ncommand = ["/nowhere/at/all"]', 0o600, 4, "gives no", id="no program"),
        pytest.param('[passphrase]\ncommand = ["false"]', 0o600, 4, "gives no", id="it fails"),
        pytest.param("[other]\nx = 1", 0o600, 4, "not known", id="no command"),
    ],
)
def test_settings_that_give_no_passphrase_are_one_plain_line(
    shell: Shell, tmp_path: Path, text: str, mode: int, code: int, words: str
) -> None:
    lock_it(shell)
    settings(tmp_path, text, mode)
    result = shell("status")
    assert (result.code, len(result.err.splitlines())) == (code, 1)
    assert words in result.err


def test_settings_are_not_read_for_a_plain_file(shell: Shell, tmp_path: Path) -> None:
    settings(tmp_path, "[passphrase")
    shell.ok("log", "3 calls")


def test_a_descriptor_that_is_not_open_is_wrong_usage(shell: Shell) -> None:
    lock_it(shell)
    result = shell("status", "--passphrase-fd", "987")
    assert (result.code, len(result.err.splitlines())) == (2, 1)


def test_standard_input_gives_the_passphrase_first_and_the_lines_after_it(tmp_path: Path) -> None:
    data = tmp_path / "a.json"
    lock(data)
    done = run_process("log", "-", "--passphrase-fd", "0", data=data, stdin=f"{PASSPHRASE}\n3 calls\n2 demos\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 2


def test_nobody_at_a_terminal_is_never_asked(tmp_path: Path) -> None:
    data = tmp_path / "a.json"
    lock(data)
    done = run_process("log", "3 calls", data=data)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (4, "", 1)


@pytest.mark.parametrize(("typed", "code"), [(PASSPHRASE, 0), ("wrong", 4)])
def test_a_real_terminal_is_asked_and_shows_no_letter_of_it(tmp_path: Path, typed: str, code: int) -> None:
    data = tmp_path / "a.json"
    lock(data)
    left, shown = at_terminal("log", "3 calls", data=data, answers=[("Passphrase", f"{typed}\n")])
    assert left == code, shown
    assert typed not in shown
    assert ("3 calls" in shown) == (code == 0)


def test_the_passphrase_is_no_argument_and_no_variable(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_it(shell)
    monkeypatch.setenv("AEGOALS_PASSPHRASE", PASSPHRASE)
    assert shell("status").code == 4
    assert main(["--data", str(shell.data), "--passphrase", PASSPHRASE, "status"]) == 2


def test_a_missing_file_with_locked_backups_is_named_and_comes_back(shell: Shell) -> None:
    shell.ok("log", "3 calls @Globex")
    lock_it(shell)
    with descriptor(PASSPHRASE) as handle:
        place = Path(shell.ok("backup", "--passphrase-fd", handle).split()[-1])
    shell.data.unlink()
    for words in (("log", "demo"), ("today",), ("lock", "set"), ("doctor",)):
        with descriptor(TWO) as handle:
            result = shell(*words, "--passphrase-fd", handle)
        assert result.code == 4
        assert "missing" in result.err + result.out
        assert str(place) in result.err + result.out
    assert not shell.data.exists()
    with descriptor(PASSPHRASE) as handle:
        assert "took the place" in shell.ok("restore", str(place), "--yes", "--passphrase-fd", handle)
    assert is_locked(shell.data.read_bytes())
    with descriptor(PASSPHRASE) as handle:
        assert "3 calls" in shell.ok("today", "--passphrase-fd", handle)
