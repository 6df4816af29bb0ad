"""Where the data file lives when the AE names no other."""

from __future__ import annotations

from pathlib import Path

FILE_NAME = "aegoals.json"


def data_file() -> Path:
    """Return the data file in the platform's own data folder; nothing is created."""
    from platformdirs import user_data_path

    return user_data_path("aegoals", appauthor=False, roaming=False) / FILE_NAME
