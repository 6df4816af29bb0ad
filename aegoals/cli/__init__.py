"""The command line. A one-line command loads neither Textual nor Rich, and no other command."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

from aegoals.cli.later import put_off


def start() -> NoReturn:
    """Run this process's command line and end the process at once.

    Taking ten years of records apart costs more than a one-line command, so the interpreter does not.
    """
    # pydantic would look through every installed package for plugins of its own; we use none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    put_off()
    gc.disable()  # a command ends before garbage matters; the program switches it on again
    code = 1
    try:
        run()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    _flush()
    os._exit(code)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # nobody reads any more
            continue


def run() -> NoReturn:
    """Run the words of this process's command line and leave with their exit code."""
    try:
        from aegoals.cli.main import main

        code = main()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
