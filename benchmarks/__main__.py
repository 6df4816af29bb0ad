"""Runs one benchmark, or lists them.

python -m benchmarks            the list
python -m benchmarks NAME ...   one of them, with its own options
"""

from __future__ import annotations

import runpy
import sys

BENCHMARKS = {
    "screens": ("benchmarks.screens", "first paint, cursor keys and dialogs of the real program"),
    "faults": ("benchmarks.faults", "what the data file survives: kills, power cuts, full disks, wounded files"),
    "keeping": ("benchmarks.keeping", "backup, restore, merge, doctor and change history of ten years"),
    "tinydb": ("benchmarks.store.tinydb_suite", "TinyDB's own tests on our storage and table"),
    "store": ("benchmarks.store", "opening, saving and memory of the data file"),
    "shell": ("benchmarks.shell", "one-line commands as whole processes, against the bare interpreter"),
    "quicklog": ("benchmarks.language.quicklog", "how many log lines are read right, and how fast"),
    "typing": ("benchmarks.typing", "what one key in the log line costs: reading, what it moves, completion"),
    "diary": ("benchmarks.diary", "searching all years, another day and another month of the Log"),
    "coach": ("benchmarks.coach", "what one change of a draft costs the coach, with ten years behind it"),
    "kpis": ("benchmarks.kpis", "key figures, chances and courses of ten years"),
    "forecast": ("benchmarks.forecast", "how true the forecast was on past sales"),
    "goals": ("benchmarks.language.goals", "how many goal sentences are read right, and how fast"),
}


def main() -> None:
    """Run the benchmark that the command line names."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in BENCHMARKS:
        print("\n".join(f"{name:10} {about}" for name, (_module, about) in BENCHMARKS.items()))
        return
    module = BENCHMARKS[name][0]
    sys.argv = [module, *sys.argv[2:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
