"""P5: any history of edits equals a plain dictionary, and a store with a known fault is caught."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.errors import FlakyFailure
from hypothesis.stateful import run_state_machine_as_test

from aegoals.errors import DataFileError
from aegoals.store import durable_file
from aegoals.store.durable_file import DurableFile, Fingerprint
from aegoals.store.long_table import AnyTable, LongTable, uses
from aegoals.store.storage import Draft, DurableStorage
from aegoals.store.tiny_store import TinyStore
from tests.store.machine import TwoHandles, TwoHandlesOnALongTable
from tests.store.test_order_of_calls import (
    test_a_save_flushes_the_new_file_before_it_replaces_and_the_folder_after as flushes_in_order,
)


def run_machine(examples: int, steps: int, machine: type[TwoHandles] = TwoHandles) -> None:
    """Run the machine on the same examples every time."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            database=None,
            report_multiple_bugs=False,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


MACHINES = [TwoHandles, TwoHandlesOnALongTable]


@pytest.mark.parametrize("machine", MACHINES)
def test_any_history_of_edits_equals_a_plain_dictionary(machine: type[TwoHandles]) -> None:
    run_machine(150, 25, machine)


@pytest.mark.long
@pytest.mark.parametrize("machine", MACHINES)
def test_any_long_history_of_edits_equals_a_plain_dictionary(machine: type[TwoHandles]) -> None:
    run_machine(int(os.environ.get("AEGOALS_EXAMPLES", "2000")), 50, machine)


def no_reading_again_under_the_lock(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(DurableStorage, "_catch_up", DurableStorage.snapshot)
    patch.setattr(DurableFile, "_refuse_if_changed", lambda _self, _expected: None)


def written_in_place(patch: pytest.MonkeyPatch) -> None:
    def replace(file: DurableFile, content: bytes, *_: object) -> Fingerprint:
        handle = os.open(file.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        fingerprint = file.fingerprint()
        assert fingerprint
        return fingerprint

    patch.setattr(DurableFile, "_replace", replace)


def memory_not_rolled_back(patch: pytest.MonkeyPatch) -> None:
    def table(draft: Draft, name: str) -> AnyTable:
        draft.touched.add(name)
        return draft.tables.setdefault(name, {})

    patch.setattr(Draft, "table", table)
    patch.setattr(DurableStorage, "_forget", lambda _self: None)


def folder_error_taken_for_a_failed_save(patch: pytest.MonkeyPatch) -> None:
    def flush(folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            raise DataFileError("not saved") from error
        finally:
            os.close(handle)

    patch.setattr(durable_file, "flush_folder", flush)


def settled_bytes_outlive_a_change(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(LongTable, "_unsettle", lambda _self: None)


def settled_documents_uncounted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(LongTable, "uses", lambda table, field: uses(table.recent.values(), field))


def old_ones_left_out(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(LongTable, "since", lambda table, _day: table.recent)


@pytest.mark.parametrize("mutant", [settled_bytes_outlive_a_change, settled_documents_uncounted, old_ones_left_out])
def test_a_long_table_with_a_known_fault_is_caught(
    mutant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    mutant(monkeypatch)
    with pytest.raises((AssertionError, KeyError, FlakyFailure)):
        run_machine(200, 25, TwoHandlesOnALongTable)


@pytest.mark.parametrize(
    "mutant",
    [
        no_reading_again_under_the_lock,
        written_in_place,
        memory_not_rolled_back,
        folder_error_taken_for_a_failed_save,
    ],
)
def test_a_store_with_a_known_fault_is_caught(
    mutant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    mutant(monkeypatch)
    with pytest.raises((AssertionError, DataFileError, OSError, ValueError, FlakyFailure)):
        run_machine(200, 25)


def test_a_store_that_does_not_flush_is_caught(store: TinyStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable_file, "_fsync", lambda _handle: None)
    with pytest.raises(AssertionError, match="fsync temporary"):
        flushes_in_order(store, monkeypatch)
