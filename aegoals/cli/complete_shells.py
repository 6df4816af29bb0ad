"""Completion in bash, zsh and fish, where click's own loses something."""

from __future__ import annotations

from click.shell_completion import (
    BashComplete,
    FishComplete,
    ZshComplete,
    add_completion_class,
)

# Without a configuration of their own nobody has called compinit; -i asks nothing.
_BEFORE_COMPDEF = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }"


class Bash(BashComplete):
    """Click's completion for bash, which takes the ``@`` of a log line for the end of a word."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the finished words and the one that is being typed, ``@`` and what follows it put together again."""
        words, typed = super().get_completion_args()
        if words and words[-1] == "@":
            return words[:-1], f"@{typed}"
        return words, typed


class Zsh(ZshComplete):
    """Click's completion for zsh, also where nothing else is completed yet."""

    def source(self) -> str:
        """Return the script; its first line stays the first, by which zsh finds it in a folder of completions."""
        first, _end, rest = super().source().partition("\n")
        return f"{first}\n{_BEFORE_COMPDEF}\n{rest}"


class Fish(FishComplete):
    """Click's completion for fish, which cuts a log line or an explanation at its first comma."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","')


def use_own_shells() -> None:
    """Let click use these wherever it completes."""
    for one in (Bash, Zsh, Fish):
        add_completion_class(one)
