"""optout templates: the files that everything is made with, and copies of them to change."""

from pathlib import Path

import click

from optout.cli import options, output, project


@click.command("templates")
@click.option("--copy", "names", multiple=True, metavar="NAME", help="Copy this one into your folder; can be repeated.")
@options.templates_option
def command(names: tuple[str, ...], templates: Path | None) -> int:
    """The files that guides and the site are made with; those that your own folder replaces are marked.

    \b
    optout templates
    optout templates --copy site/guide.html
    optout templates --copy style.css --templates looks

    Without --templates, and if optout.toml names none, your folder is `templates` beside it; --copy makes it. Most
    changes need no copy: a block of a page can be changed alone, colours by a file site/theme.css; the README beside
    the packaged files says how.
    """
    from optout.render import own
    from optout.render.environment import PACKAGED

    named = templates or project.named_templates()
    folder = named or project.unnamed_folder()
    for name in names:
        output.say(f"{own.copy(name, folder)}: change it as you like, and build with --templates {folder}")
    if names:
        return 0
    listed = own.templates(folder)
    output.write_lines("".join(f"{'*' if one.is_replaced else ' '} {one.name}\n" for one in listed))
    is_there = folder.is_dir()
    output.say(f"* is replaced by yours in {folder}" if is_there else f"The packaged files are in {PACKAGED}")
    if not named and own.has_any(folder):
        output.say(project.unnamed_templates(folder))
    odd = list(own.oddities(folder)) if is_there else []
    for one in odd:
        output.say(str(one))
    return 1 if odd else 0
