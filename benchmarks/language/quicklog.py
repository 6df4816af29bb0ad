"""Accuracy and speed of the log's grammar on labelled lines.

python -m benchmarks quicklog [FOLDER]      FOLDER holds quicklog_dev.jsonl and quicklog_context.json
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from aegoals.domain.quicklog import Known, LineReading, LineRecord, read_line
from benchmarks.language.examples import EXAMPLES, close, load, microseconds, share

FIELDS = ("kind", "account", "product")


def known_names() -> Known:
    """Return the names that the examples expect to be known."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    names = json.loads((folder / "quicklog_context.json").read_text("utf-8"))
    return Known(tuple(names["accounts"]), tuple(names["products"]))


def same(want: dict[str, Any], got: LineRecord) -> bool:
    """Say whether a record agrees with its label in every field."""
    day = got.date.isoformat() if got.date else None
    return (
        all(getattr(got, field) == want.get(field) for field in FIELDS)
        and close(want.get("quantity", 1), got.quantity)
        and close(want.get("amount"), got.amount)
        and close(want.get("minutes"), got.minutes)
        and ("currency" not in want or want["currency"] == got.currency)
        and ("date" not in want or want["date"] == day)
        and set(want.get("tags", ())) == set(got.tags)
        and set(want.get("note", "").split()) <= set((got.note or "").split())
    )


def exact(example: dict[str, Any], reading: LineReading) -> bool:
    """Say whether a clear line was read as its label says, without a question."""
    records, wanted = reading.records, example["expect"]
    return not reading.doubts and len(records) == len(wanted) and all(map(same, wanted, records))


def _print_classes(pairs: Sequence[tuple[dict[str, Any], LineReading]]) -> None:
    """Print for each kind how many of its clear lines are exact, and for each class of doubt how often it is raised."""
    print("kind           lines  exact   (clear lines that hold it)")
    clear = [(one, got) for one, got in pairs if not one["ambiguous"]]
    uses = Counter(kind for one, _got in clear for kind in {record["kind"] for record in one["expect"]})
    for kind, lines in uses.most_common():
        chosen = [pair for pair in clear if kind in {record["kind"] for record in pair[0]["expect"]}]
        print(f"{kind:12} {lines:7}  {share(exact(*pair) for pair in chosen)}")
    print("doubt          asked  rightly")
    for code, count in Counter(code for _one, got in pairs for code in _codes(got)).most_common():
        rightly = share(one["ambiguous"] for one, got in pairs if code in _codes(got))
        print(f"{code:14} {count:5}  {rightly}")


def _codes(reading: LineReading) -> set[str]:
    return {doubt.code for doubt in reading.doubts}


def main() -> None:
    """Print accuracy by language, by kind and by class of doubt, and the time for one line."""
    examples = load("quicklog_dev.jsonl")
    known = known_names()

    def read(example: dict[str, Any]) -> LineReading:
        return read_line(example["text"], date.fromisoformat(example["today"]), known)

    pairs = [(example, read(example)) for example in examples]
    print("         lines  exact  asked  false alarms   (percent)")
    for language in ("all", *dict.fromkeys(example["lang"] for example in examples)):
        chosen = [(one, got) for one, got in pairs if language in {"all", one["lang"]}]
        clear = [(one, got) for one, got in chosen if not one["ambiguous"]]
        asked = share(bool(got.doubts) for one, got in chosen if one["ambiguous"])
        alarms = share(bool(got.doubts) for _, got in clear)
        print(f"{language:>5} {len(chosen):7}  {share(exact(*pair) for pair in clear)}  {asked}  {alarms}")
    _print_classes(pairs)
    print(f"{microseconds(read, examples):.0f} µs a line")


if __name__ == "__main__":
    main()
