"""optout completion: completion of commands, options, platform names and what else has values, for a shell."""

import click

from optout.cli import completing, output
from optout.cli.choices import OneOf

_HOW = """\
  bash:  optout completion bash >> ~/.bashrc
  zsh:   optout completion zsh >> ~/.zshrc
  fish:  optout completion fish > ~/.config/fish/completions/optout.fish
  PowerShell:  optout completion powershell >> $PROFILE"""


@click.command("completion", epilog=f"\b\n{_HOW}")
@click.argument("shell", type=OneOf(completing.SHELLS), required=False)
@click.pass_context
def command(ctx: click.Context, shell: str | None) -> int:
    """A script for SHELL that completes commands, options and platform names; without SHELL, how to install it."""
    if shell is None:
        output.write(f"{_HOW}\n")
        return 0
    output.write(completing.script(shell, ctx.find_root().command))
    return 0
