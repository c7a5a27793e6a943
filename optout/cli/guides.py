"""optout guides: every guide as Markdown in a folder, with an index."""

from pathlib import Path

import click

from optout.catalog.locate import called
from optout.cli import catalogs, options, output, project, waiting
from optout.errors import OptoutError


@click.command("guides")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Where.  [default: guides, beside the catalog]")  # fmt: skip
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if what is there differs.")
@options.file_language_option
@options.templates_option
@options.catalog_option
def command(out: Path | None, only_check: bool, spoken: str, templates: Path | None, catalog: Path | None) -> int:
    """Every guide as Markdown in a folder, with an index; files that optout did not make are left alone.

    \b
    optout guides
    optout guides --check
    """
    from optout.cli import ending
    from optout.guide.words import count
    from optout.site import place
    from optout.site.guidebook import BrokenEntries, compare, plan, write

    templates = project.templates_of(templates)
    project.hold_here(out)
    out = out or project.home() / "guides"
    sources = [catalogs.catalog_path(catalog), *([templates] if templates else [])]
    place.refuse(out, sources)
    opened = catalogs.open_catalog(catalog)
    planned = plan(opened, templates, spoken)
    try:
        with waiting.shown():
            if only_check:
                difference = compare(planned, out)
            else:
                with ending.tidily():
                    difference, number = write(planned, out)
    except BrokenEntries as error:
        said = f"broken in {called(opened.file)}: {catalogs.listed(error.broken)}"
        raise OptoutError(f"{said}; run optout check on it, nothing was written") from error
    if not only_check:
        output.say(f"{out}: {count(number, 'file', 'files')}, {sum(map(len, difference))} of them new, changed or gone")
        return 0
    for what, names in zip(("is missing", "differs", "belongs to no entry"), difference, strict=True):
        for name in names:
            output.say(f"{out / name} {what}")
    if any(difference):
        raise OptoutError(f"{out} is not what the catalog says; run `optout guides --out {out}` and commit the result")
    return 0
