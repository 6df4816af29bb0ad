"""Completion in bash, which takes the ``@`` of a log line for the end of a word."""

from __future__ import annotations

from click.shell_completion import BashComplete, add_completion_class


class Bash(BashComplete):
    """Click's completion for bash, with ``@`` and what follows it put together again."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the finished words and the one that is being typed."""
        words, typed = super().get_completion_args()
        if words and words[-1] == "@":
            return words[:-1], f"@{typed}"
        return words, typed


def register() -> None:
    """Let click use it wherever it completes for bash."""
    add_completion_class(Bash, "bash")
