"""optout completion: completion of commands, options and platform names, for a shell."""

import click

from optout.cli import output

_HOW = """\
  bash:  optout completion bash >> ~/.bashrc
  zsh:   optout completion zsh >> ~/.zshrc
  fish:  optout completion fish > ~/.config/fish/completions/optout.fish"""


@click.command("completion", epilog=f"\b\n{_HOW}")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")), required=False)
@click.pass_context
def command(ctx: click.Context, shell: str | None) -> int:
    """A script for SHELL that completes commands, options and platform names; without SHELL, how to install it."""
    from click.shell_completion import get_completion_class

    if shell is None:
        output.write(f"{_HOW}\n")
        return 0
    completer = get_completion_class(shell)
    assert completer is not None
    output.write(completer(ctx.find_root().command, {}, "optout", "_OPTOUT_COMPLETE").source())
    return 0
