"""optout help: the same as --help."""

import click


@click.command("help", hidden=True)
@click.argument("names", metavar="[COMMAND]", nargs=-1)
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...]) -> int:
    """What optout can do, or how COMMAND is used."""
    root = ctx.find_root()
    if not names:
        click.echo(root.get_help())
        return 0
    assert isinstance(root.command, click.Group)
    found = root.command.get_command(root, names[0].lower())
    if found is None:
        raise click.UsageError(f"there is no command `{names[0]}`; `optout help` lists them", root)
    click.echo(click.Context(found, root, found.name).get_help())
    return 0
