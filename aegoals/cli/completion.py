"""``aegoals completion``: the script that lets a shell complete commands, options and goals."""

from __future__ import annotations

import click

from aegoals.cli.commands import Command
from aegoals.cli.output import say
from aegoals.locale.texts import mark

SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    cls=Command,
    params=[click.Argument(["shell"], type=click.Choice(SHELLS), help=mark("The shell."))],
    help=mark(
        "Print the completion script of a shell. Let the shell read it when it starts:\n\n"
        "\b\n"
        'bash  eval "$(aegoals completion bash)"    in ~/.bashrc\n'
        'zsh   eval "$(aegoals completion zsh)"     in ~/.zshrc\n'
        "fish  aegoals completion fish | source     in ~/.config/fish/config.fish"
    ),
)
def completion(shell: str) -> None:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    from aegoals.cli.complete_shells import use_own_shells
    from aegoals.cli.root import COMPLETE_VARIABLE, PROGRAM, root

    use_own_shells()
    script = get_completion_class(shell)
    if script is not None:
        say(script(root, {}, PROGRAM, COMPLETE_VARIABLE).source())
