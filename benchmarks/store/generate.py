"""Log records of a made-up AE: 5,000 are a year of work, 50,000 are ten."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import orjson

from aegoals.store.ids import new_id
from aegoals.store.long_table import Settling
from aegoals.store.tiny_store import TinyStore

OLD_RECORDS = Settling("records", "date", ("account", "product"))
"""What the program settles."""

ACCOUNTS = ("Globex", "Initech", "Umbrella", "Müller GmbH", "Hooli", "株式会社アクメ")
NOTES = (
    None,
    "asked for the offer again, call back on Monday",
    "met the buyer and two engineers at their office",
)


def record(number: int, chance: random.Random) -> dict[str, Any]:
    """Return one record as the services store it."""
    day = date(2017, 1, 2) + timedelta(days=number // 14)
    fields: dict[str, Any] = {
        "id": new_id(),
        "date": day.isoformat(),
        "kind": chance.choice(("call", "email", "meeting", "demo")),
        "quantity": str(chance.randint(1, 12)),
        "account": chance.choice(ACCOUNTS),
        "minutes": chance.choice((None, 15, 30, 60)),
        "source": "log",
        "tags": [],
        "note": chance.choice(NOTES),
        "logged_at": f"{day}T16:30:00+01:00",
    }
    return {name: value for name, value in fields.items() if value is not None}


def records(count: int) -> list[dict[str, Any]]:
    """Return the same records for the same count, apart from their ids."""
    chance = random.Random(count)  # noqa: S311 - sample data
    return [record(number, chance) for number in range(count)]


def write_ours(path: Path, count: int) -> None:
    """Write a data file of aegoals: an import, and a full history of single log lines after it."""
    store, documents = TinyStore(path, settling=OLD_RECORDS), records(count)
    with store.transaction("import", f"{count} records") as action:
        for document in documents[:-200]:
            action.put("records", document["id"], document)
    for document in documents[-200:]:
        with store.transaction("log", "3 calls @Globex") as action:
            action.put("records", document["id"], document)


def write_stock(path: Path, count: int) -> None:
    """Write the same records as stock TinyDB would keep them."""
    table = {str(number): document for number, document in enumerate(records(count), 1)}
    path.write_bytes(orjson.dumps({"records": table}))
