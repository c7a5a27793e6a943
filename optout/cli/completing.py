"""What a shell completes besides options: the words that fit where one types, and scripts for the shells."""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import click

from optout.errors import OptoutError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]
_Words = Mapping[str, str] | Iterable[str]

SHELLS = ("bash", "zsh", "fish", "powershell")


def items(words: _Words, incomplete: str, always: bool = False) -> "list[CompletionItem]":
    """Those of the words that begin as typed, in any case, with what is said of them.

    What was typed stays as it was, or shells take the rest for something else; a comma ends a word for fish. `always`
    says that nothing else than what was typed decides, so that they can be prepared.
    """
    from click.shell_completion import CompletionItem

    said = words if isinstance(words, Mapping) else dict.fromkeys(words, "")
    typed = incomplete.casefold()
    return [
        CompletionItem(incomplete + word[len(typed) :], help=what.replace(",", "") or None, always=always)
        for word, what in said.items()
        if word.casefold().startswith(typed)
    ]


def words(found: Callable[[click.Context], _Words], always: bool = False) -> _Completer:
    """A completer, for click's `shell_complete`, of the words that `found` gives; none if it fails."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        try:
            return items(found(ctx), incomplete, always)
        except OptoutError:
            return []

    return complete


def script(shell: str, command: click.Command) -> str:
    """What a shell has to run so that it completes `optout`."""
    from click.shell_completion import get_completion_class

    register()
    found = get_completion_class(shell)
    assert found is not None
    made = found(command, {}, "optout", "_OPTOUT_COMPLETE").source()
    return made.replace("    compdef ", f"{_ZSH_BEFORE}    compdef ")


def register() -> None:
    """Let click know PowerShell, which it does not by itself."""
    from click.shell_completion import ShellComplete, add_completion_class, split_arg_string

    class PowerShell(ShellComplete):
        """Words that begin as typed for PowerShell's Register-ArgumentCompleter, each with what is said of it."""

        name = "powershell"
        source_template = _POWERSHELL

        def get_completion_args(self) -> tuple[list[str], str]:
            # PowerShell has no empty word at the end of what was typed, so the two come apart.
            typed, incomplete = os.environ["OPTOUT_TYPED"], os.environ.get("OPTOUT_WORD", "")
            typed_words = split_arg_string(typed)[1:]
            return (typed_words[:-1] if incomplete and typed_words else typed_words), incomplete

        def format_completion(self, item: "CompletionItem") -> str:
            return f"{item.value}\t{item.help or item.value}"

    add_completion_class(PowerShell)


# A plain zsh, as macOS has it, has not started its completion.
_ZSH_BEFORE = "    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n"

# https://learn.microsoft.com/powershell/module/microsoft.powershell.core/register-argumentcompleter
# Before 7.5 an empty word is no variable; where errors stop, those after it would stay, and every `optout` complete.
# https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_environment_variables
# No result has an empty text, and where there is none PowerShell offers files; what its grammar would cut is in quotes.
# https://learn.microsoft.com/dotnet/api/system.management.automation.completionresult.-ctor
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName optout -ScriptBlock {
    param($word, $typed, $position)
    $text = $typed.ToString()
    $env:OPTOUT_TYPED = $text.Substring(0, [Math]::Min($position, $text.Length))
    $env:OPTOUT_WORD = $word
    $env:%(complete_var)s = "powershell_complete"
    try {
        optout | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            if ($value) {
                $quoted = "'" + $value.Replace("'", "''") + "'"
                $insert = if ($value -match "[^\\w./:=+-]") { $quoted } else { $value }
                [System.Management.Automation.CompletionResult]::new($insert, $value, "ParameterValue", $help)
            }
        }
    } finally {
        Remove-Item Env:OPTOUT_TYPED, Env:OPTOUT_WORD, Env:%(complete_var)s -ErrorAction Ignore
    }
}
"""
