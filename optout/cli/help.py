"""optout help: the same as --help, and what holds for every command."""

import click

from optout.cli.topics import TOPICS


@click.command("help", hidden=True)
@click.argument("names", metavar="[COMMAND|TOPIC]", nargs=-1)
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...]) -> int:
    """What optout can do, how COMMAND is used, or a TOPIC: environment, exit-codes."""
    root = ctx.find_root()
    if not names:
        click.echo(root.get_help())
        return 0
    if topic := TOPICS.get(names[0].lower()):
        formatter = root.make_formatter()
        formatter.write_dl(list(topic.items()))
        click.echo(formatter.getvalue(), nl=False)
        return 0
    click.echo(_context(root, names).get_help())
    return 0


def _context(ctx: click.Context, names: tuple[str, ...]) -> click.Context:
    """Of the command that these words name, one below the other; words after a command without any are left alone."""
    for name in names:
        if not isinstance(ctx.command, click.Group):
            break
        found = ctx.command.get_command(ctx, name.lower())
        if found is None:
            raise click.UsageError(
                f"there is no command `{name}`; `optout help` lists them, and the topics are {' and '.join(TOPICS)}",
                ctx,
            )
        ctx = click.Context(found, ctx, found.name)
    return ctx
