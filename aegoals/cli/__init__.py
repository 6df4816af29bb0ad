"""The command line. A one-line command loads neither Textual nor Rich, and no other command."""

from __future__ import annotations

import sys
from typing import NoReturn


def run() -> NoReturn:
    """Run the words of this process's command line and leave with their exit code."""
    try:
        from aegoals.cli.main import main

        code = main()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
