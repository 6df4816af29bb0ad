"""Takes the pictures of README from the program on its demo data.

python docs/pictures/make.py
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import date
from pathlib import Path

from aegoals.services import open_desk
from aegoals.services.demo import fill_demo
from screens.app import AegoalsApp

HERE = Path(__file__).resolve().parent
TODAY = date(2026, 11, 20)
SIZE = (100, 28)
PICTURES = {"today": (), "goals": ("f3",), "month": ("f4", "v", "v"), "insights": ("f12",)}
LONG_ENOUGH = 6  # turns of the event loop until everything stands


async def take(name: str, keys: tuple[str, ...], folder: Path) -> None:
    """Open the program, press keys and write what the screen shows."""
    desk = open_desk(folder / f"{name}.json", lambda: TODAY)
    fill_demo(desk, TODAY)
    app = AegoalsApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        for _turn in range(LONG_ENOUGH):
            await pilot.pause(0.05)
        await pilot.press(*keys)
        for _turn in range(LONG_ENOUGH):
            await pilot.pause(0.05)
        (HERE / f"{name}.svg").write_text(app.export_screenshot(title="aegoals"), encoding="utf-8")


def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        for name, keys in PICTURES.items():
            asyncio.run(take(name, keys, Path(folder)))


if __name__ == "__main__":
    main()
