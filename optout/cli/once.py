"""An option that takes one value is given once: of two, only the last would count, and nobody said which was meant."""

from collections import Counter

import click


class OnceGroup(click.Group):
    """Refuses that for its commands, in the same words."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, once its options are known to be given once."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None:
            hold(name or "", command, rest, ctx)
        return name, command, rest


def hold(name: str, command: click.Command, args: list[str], parent: click.Context) -> None:
    """Hold that no option of a command is given twice of which one value counts.

    Raises:
        click.UsageError: one is; or the arguments cannot be read at all.
    """
    if parent.resilient_parsing:
        return
    context = click.Context(command, info_name=name, parent=parent, **command.context_settings)
    _, _, given = command.make_parser(context).parse_args(list(args))
    for option, times in Counter(given).items():
        if times > 1 and isinstance(option, click.Option) and not (option.multiple or option.count or option.is_flag):
            message = f"{option.opts[-1]} is given {times} times, and only one value can count: name it once."
            raise click.UsageError(message, context)
