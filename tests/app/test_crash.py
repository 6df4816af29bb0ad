"""A fault that nobody foresaw: what shows, and what the log keeps."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aegoals.services import Desk, fault_log
from aegoals.services.installation import Installation
from aegoals.store.trouble import warn
from screens.app import AegoalsApp
from screens.crash import last_words
from tests.app.driving import Driver
from tests.cli.shell import ROOT

CUSTOMER = "Wayne Enterprises"


def deal_of(customer: str) -> str:
    """Fail with a customer's name in the error's words, in its cause, and in local variables."""
    deals: dict[str, str] = {}
    try:
        return deals[customer]
    except KeyError as error:
        raise ValueError(f"no deal of {customer}") from error


def fault() -> Exception:
    """Return an error that knows a customer's name."""
    with pytest.raises(ValueError, match=CUSTOMER) as caught:
        deal_of(CUSTOMER)
    return caught.value


def test_what_shows_and_what_is_logged_hold_no_value() -> None:
    words = "\n".join(map(str, last_words(fault())))
    log = fault_log.log_file()
    assert words.splitlines()[-1] == str(log)
    assert "Your data is safe" in words
    assert "Start aegoals again" in words
    written = log.read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "ValueError" in written
    assert CUSTOMER not in words + written


def test_the_log_is_its_owners_alone_and_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    fault_log.record(fault())
    log = fault_log.log_file()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700
    size = log.stat().st_size
    monkeypatch.setattr(fault_log, "LARGEST", 3 * size)
    for _fault in range(20):
        fault_log.record(fault())
    assert log.stat().st_size <= 4 * size


def test_a_log_that_cannot_be_written_hides_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    words = "\n".join(map(str, last_words(fault())))
    assert "ValueError in tests.app.test_crash:" in words.replace("test_crash.py", "test_crash")
    assert str(blocked) not in words


def _in_a_timer(app: AegoalsApp) -> None:
    def fail() -> None:
        raise fault()

    app.set_timer(0.001, fail)


def _twice(app: AegoalsApp) -> None:
    _in_a_timer(app)
    _in_a_timer(app)
    _in_a_worker(app)


def _in_a_worker(app: AegoalsApp) -> None:
    async def fail() -> None:
        raise fault()

    app.run_worker(fail())


def _in_a_thread(app: AegoalsApp) -> None:
    def fail() -> None:
        raise fault()

    app.run_worker(fail, thread=True)


@pytest.mark.parametrize("break_it", [_in_a_timer, _in_a_worker, _in_a_thread, _twice])
async def test_a_crash_of_the_program_prints_no_data(
    desk: Desk, capsys: pytest.CaptureFixture[str], break_it: Callable[[AegoalsApp], None]
) -> None:
    app = AegoalsApp(desk)
    with pytest.raises(Exception, match=r"(?s).*"):  # noqa: PT012 - the pilot raises what it saw
        async with app.run_test() as pilot:
            break_it(app)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause(0.01)
    out, err = capsys.readouterr()
    assert "aegoals had to stop" in out + err
    assert "Traceback" not in out + err
    assert "textual" not in out + err
    assert "NOTE" not in out + err
    assert CUSTOMER not in out + err
    assert CUSTOMER not in fault_log.log_file().read_text(encoding="utf-8")
    assert app.return_code == 1


async def test_an_upgrade_of_the_open_program_is_told_once_and_explains_a_fault_that_follows(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    module = tmp_path / "__init__.py"
    module.write_text("# one version")
    app = AegoalsApp(desk)
    app.installation = Installation(module)
    with pytest.raises(ValueError, match=CUSTOMER):  # noqa: PT012 - the pilot raises what it saw
        async with app.run_test() as pilot:
            ae = Driver(app, pilot)
            await ae.settle()
            app.look_for_news()
            assert not ae.said()
            module.unlink()
            module.write_text("# another version")
            app.look_for_news()
            app.look_for_news()
            await ae.settle()
            assert ae.said().count("aegoals was upgraded") == 1
            _in_a_timer(app)
            await pilot.pause(0.01)
    out, err = capsys.readouterr()
    assert "aegoals was upgraded while it was open" in out + err
    assert "Start aegoals again." in out + err
    assert "report" not in out + err


def test_the_stores_warnings_go_into_the_log_and_not_onto_the_screen(tmp_path: Path) -> None:
    program = f"""
from aegoals.services.fault_log import keep_warnings
from {warn.__module__} import warn
keep_warnings()
keep_warnings()
warn("the folder could not be flushed")
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == (b"", b"")
    (log,) = tmp_path.rglob("*.log")
    assert log.read_text(encoding="utf-8").count("could not be flushed") == 1
