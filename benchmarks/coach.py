"""How long the coach takes while somebody types, with ten years of records behind it.

    python -m benchmarks.coach [--records N]

Gathering the history happens once in a run of the wizard; every later line is one change of a draft, findings and
outlook together, the median and the worst of them. The first answer of each line is told apart: it works out what
the others look up.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from aegoals.domain.coach import Background
from aegoals.domain.draft import GoalDraft
from aegoals.services import Desk, open_desk
from aegoals.services.demo import fill_history

TODAY = date(2026, 11, 20)
QUARTER = {"start": "2026-10-01", "due": "2026-12-31", "direction": "reach_up", "why": "The bonus"}
SENTENCE = "Win more deals, raise revenue by 10 % and win 5 new customers"
KINDS = {
    "revenue": {"kind": "revenue", "unit": "EUR", "title": "Revenue", "target": "200000"},
    "calls": {"kind": "activity", "unit": "count", "title": "Calls", "target": "300"},
    "all activities": {"kind": "activity", "unit": "count", "title": "Touches", "target": "900"},
    "new customers": {"kind": "new_business", "unit": "count", "title": "New customers", "target": "12"},
    "win rate": {"kind": "conversion", "unit": "%", "title": "Win rate", "target": "65"},
    "sales cycle": {"kind": "sales_cycle", "unit": "days", "title": "Cycle", "target": "30", "direction": "bring_down"},
    "retention": {"kind": "retention", "unit": "%", "title": "Kept", "target": "90", "direction": "keep_at_least"},
}


def main() -> None:
    """Measure and print one line a kind of typing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--records", type=int, default=50_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.json"
        fill_history(open_desk(path, lambda: TODAY), TODAY, options.records)
        desk = open_desk(path, lambda: TODAY)
        desk.goals.all()  # the file is open before the wizard is
        start = perf_counter()
        known = desk.coaching.background()
        print(f"gathering {options.records:,} records: {1000 * (perf_counter() - start):.0f} ms, once a run")
        for name, drafts in _typing():
            _report(name, _times(desk, known, drafts))


def _typing() -> Iterator[tuple[str, Iterator[dict[str, str]]]]:
    parts = (SENTENCE[:end] for end in range(3, len(SENTENCE)))
    yield "a sentence, letter by letter", ({"kind": "revenue", "title": part} for part in parts)
    for name, fields in KINDS.items():
        number = int(fields["target"])
        yield f"{name}: target", ({**fields, "target": str(number + step)} for step in range(50))
        yield f"{name}: date", ({**fields, "due": f"2026-12-{day:02}"} for day in range(1, 32))


def _times(desk: Desk, known: Background, drafts: Iterator[Mapping[str, str]]) -> list[float]:
    found = []
    for fields in drafts:
        draft = GoalDraft(id="draft", **{**QUARTER, **fields})
        start = perf_counter()
        desk.coaching.findings(draft, known)
        desk.coaching.outlook(draft, known)
        found.append(1000 * (perf_counter() - start))
    return found


def _report(name: str, times: list[float]) -> None:
    first, *rest = times
    print(f"{name:30} first {first:6.1f}  then median {median(rest):5.2f}  worst {max(rest):6.2f} ms")


if __name__ == "__main__":
    main()
