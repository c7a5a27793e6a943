"""Options that take one of a few words take them in any case, in every command, and say which one was meant."""

from collections.abc import Iterator

import click
import pytest

from optout.cli.choices import OneOf
from optout.cli.main import COMMANDS, cli, main


def _commands() -> Iterator[click.Command]:
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        yield command
        if isinstance(command, click.Group):
            yield from command.commands.values()


def test_every_choice_is_one_in_any_case() -> None:
    """No option has a list of words that knows capitals only."""
    found = [param for command in _commands() for param in command.params if isinstance(param.type, click.Choice)]
    assert len(found) > 20
    for param in found:
        assert isinstance(param.type, OneOf), param.name
        word = str(next(iter(param.type.choices)))
        assert str(param.type.convert(word.upper(), param, None)) == word


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["list", "--category", "socail"], "social"),
        (["list", "--training", "OPTOUT"], "opt-out"),
        (["show", "linkedin", "--device", "iPhone"], "ios"),
        (["show", "linkedin", "--format", "jsn"], "json"),
        (["check", "--format", "sariff"], "sarif"),
    ],
)
def test_a_wrong_word_is_told_with_the_one_that_was_meant(
    arguments: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And with all that there are."""
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert f"there is no `{arguments[-1]}` here; use " in said
    assert f"did you mean {meant}?" in said
