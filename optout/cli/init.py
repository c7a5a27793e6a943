"""optout init: a catalog of one's own."""

from datetime import date
from pathlib import Path

import click

from optout.cli import output


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """A catalog of your own in the folder DIR: an example entry, the settings of its site, a workflow to publish it.

    Files that are there already stay as they are: if one is in the way, nothing is written.

    \b
    optout init guides
    cd guides && optout build && open site/index.html
    """
    from optout.editing import init

    written = init.write(init.plan(date.today().isoformat()), folder)
    output.write("".join(f"{path}\n" for path in written))
    output.say(f"Next: cd {folder} && optout build     then open site/index.html; README.md says the rest")
    return 0
