"""optout init: a catalog of one's own."""

import shlex
from datetime import date
from pathlib import Path

import click

from optout.cli import output
from optout.cli.choices import OneOf
from optout.errors import UsageProblem


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path())
@click.option(
    "--host",
    type=OneOf(("github", "gitlab", "codeberg")),
    help="Where it will be published.  [default: where the folder's git repository comes from, else github]",
)
def command(folder: str, host: str | None) -> int:
    """A catalog of your own in the folder DIR: an example entry, the settings of its site, and what publishes it.

    Files that are there already stay as they are: if one is in the way, nothing is written.

    \b
    optout init guides
    cd guides && optout build && open site/index.html
    optout init guides --host gitlab
    """
    from optout.editing import init, installed

    if not folder.strip():  # as a variable that was never set is
        raise UsageProblem("DIR is empty; name a folder, or `.` for this one")
    written = init.write(init.plan(date.today().isoformat(), host or init.host_of_origin(Path(folder))), Path(folder))
    output.write("".join(f"{path}\n" for path in written))
    if installed.is_from_a_file():
        output.say(
            f"Its README and what publishes it install {installed.requirement()} from PyPI. This optout came from a"
            " file here: see that PyPI has that version, or write there where yours is to be had."
        )
    go = "" if Path(folder).resolve() == Path.cwd() else f"cd {shlex.quote(folder)} && "
    output.say(f"Next: {go}optout build     then open site/index.html; README.md says the rest")
    return 0
