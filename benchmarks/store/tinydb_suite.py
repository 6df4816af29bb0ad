"""TinyDB's own tests on our classes: ``python -m benchmarks tinydb [FOLDER]``.

FOLDER is TinyDB's source distribution, unpacked; without it pip fetches that of the installed version. It is not
part of the project. Two rounds: stock tables on DurableStorage, then KeyedTable on DurableStorage. A
test may differ for one of the reasons below; any other failure ends the command with an error.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import pytest

ROUND = "AEGOALS_TINYDB_ROUND"

STORAGE_REASONS = {
    "arguments of JSONStorage that ours has no use for: mode, encoding, indent, the open handle": {
        "test_caching_json_write",
        "test_json_kwargs",
        "test_encoding",
        "test_json_invalid_mode_warning",
        "test_table_repr[json]",
    },
    "reading makes no file, and saving makes the folder": {
        "test_json_read",
        "test_create_dirs",
        "test_json_invalid_directory",
    },
    "an error of our own tree (SaveFailed) for what JSON cannot hold": {"test_insert_invalid_dict"},
}

TABLE_REASONS = {
    "ids are our own texts, not 1, 2, 3": {
        "test_next_id[json]",
        "test_truncate_table[json]",
        "test_insert_ids[json]",
        "test_insert_with_doc_id[json]",
        "test_insert_with_duplicate_doc_id[json]",
        "test_insert_multiple_with_ids[json]",
        "test_insert_multiple_with_doc_ids[json]",
        "test_remove_ids[json]",
        "test_remove_returns_ids[json]",
        "test_remove_ids_mixed[json]",
        "test_update_returns_ids[json]",
        "test_update_ids[json]",
        "test_update_ids_mixed[json]",
        "test_upsert[json]",
        "test_upsert_by_id[json]",
        "test_contains_ids[json]",
        "test_lastid_after_open",
        "test_doc_ids_json",
    },
    "no query cache: it would answer with what another program has changed": {
        "test_query_cache[json]",
        "test_search[json]",
        "test_search_path[json]",
    },
    "the table needs our storage": {
        "test_read_once",
        "test_multiple_dbs",
        "test_drop_table",
        "test_query_cache",
        "test_lambda_query",
    },
}

ROUNDS = {"storage": STORAGE_REASONS, "table": STORAGE_REASONS | TABLE_REASONS}


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Put our classes in the place of TinyDB's, when pytest loads this module as a plugin."""
    import tinydb.storages

    from aegoals.store.storage import DurableStorage
    from aegoals.store.table import KeyedTable

    class Storage(DurableStorage):
        """Takes the arguments of JSONStorage and leaves them aside."""

        def __init__(self, path: str, **_arguments: object) -> None:
            super().__init__(path)

    for module in (tinydb, tinydb.storages):
        module.JSONStorage = Storage  # type: ignore[attr-defined]
    tinydb.TinyDB.default_storage_class = Storage  # type: ignore[assignment]
    if os.environ[ROUND] == "table":
        tinydb.TinyDB.table_class = KeyedTable  # type: ignore[assignment]


def run(suite: Path, name: str) -> bool:
    """Run one round and print how it went; False if a test failed for no known reason."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "benchmarks.store.tinydb_suite", "--tb=no"]
    options = ["-k", "not memory", "-o", "addopts=", "-p", "no:cacheprovider", str(suite / "tests")]
    environment = os.environ | {ROUND: name, "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run([*command, *options], env=environment, cwd=suite, capture_output=True, text=True, check=False)
    failed = set(re.findall(r"^(?:FAILED|ERROR) \S+::(\S+)", done.stdout, re.MULTILINE))
    print(f"{name}: {done.stdout.strip().splitlines()[-1]}")
    for reason, tests in ROUNDS[name].items():
        if known := failed & tests:
            print(f"  {len(known):3} on purpose: {reason}")
    unknown = failed - set().union(*ROUNDS[name].values())
    print(f"  {len(unknown):3} for no known reason {sorted(unknown) or ''}")
    return not unknown


@contextmanager
def source() -> Iterator[Path]:
    """Fetch TinyDB's source distribution of the installed version and unpack it."""
    with tempfile.TemporaryDirectory() as name:
        folder, wanted = Path(name), f"tinydb=={version('tinydb')}"
        options = ["--quiet", "--no-deps", "--no-binary", "tinydb", "-d", str(folder)]
        subprocess.run([sys.executable, "-m", "pip", "download", *options, wanted], check=True)
        with tarfile.open(next(folder.glob("*.tar.gz"))) as packed:
            packed.extractall(folder, filter="data")
        yield next(path for path in folder.iterdir() if path.is_dir())


def main() -> None:
    """Run both rounds and end with 1 if a test failed for no known reason."""
    if len(sys.argv) > 1:
        results = [run(Path(sys.argv[1]).resolve(), name) for name in ROUNDS]
    else:
        with source() as suite:
            results = [run(suite, name) for name in ROUNDS]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
