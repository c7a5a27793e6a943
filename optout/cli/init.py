"""optout init: a catalog of one's own."""

from datetime import date
from pathlib import Path

import click

from optout.cli import output


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--host", type=click.Choice(("github", "gitlab", "codeberg")), default="github", show_default=True,
              help="Where it will be published.")  # fmt: skip
def command(folder: Path, host: str) -> int:
    """A catalog of your own in the folder DIR: an example entry, the settings of its site, and what publishes it.

    Files that are there already stay as they are: if one is in the way, nothing is written.

    \b
    optout init guides
    cd guides && optout build && open site/index.html
    optout init guides --host gitlab
    """
    from optout.editing import init

    written = init.write(init.plan(date.today().isoformat(), host), folder)
    output.write("".join(f"{path}\n" for path in written))
    output.say(f"Next: cd {folder} && optout build     then open site/index.html; README.md says the rest")
    return 0
