"""optout diff: what changed between two catalogs, in words."""

from pathlib import Path

import click

from optout.cli import catalogs, older, options, output, project, waiting
from optout.cli.choices import OneOf


@click.command("diff")
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--format",
    "format_",
    type=OneOf(("text", "markdown", "json")),
    default="text",
    show_default=True,
    help="How to say it.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if something changed that matters.")
@options.language_option
@options.output_option
@options.catalog_option
def command(
    old: str,
    new: str | None,
    format_: str,
    exit_code: bool,
    spoken: str | None,
    path: Path | None,
    catalog: Path | None,
) -> int:
    """What changed from OLD to NEW, what matters to people who followed the guide first.

    Each is a catalog file or a git revision of the catalog; NEW is the catalog as it is now if left out. A sentence in
    other words is editorial, unless a number, a label or a word such as "not" came or went. Markdown is made for a
    comment on a pull request.

    \b
    optout diff HEAD
    optout diff v1.0 main --format markdown
    optout diff theirs.yaml ours.yaml
    """
    from optout.diff.catalogs import compare_catalogs
    from optout.render import changes as render
    from optout.render.screen import Screen

    project.hold_here(catalog)
    here = catalogs.catalog_path(catalog)
    settings = None if catalog else project.settings()
    before = older.catalog(old, here, settings)
    after = older.catalog(new, here, settings) if new else catalogs.open_catalog(catalog)
    with waiting.shown():
        found = compare_catalogs(before, after)
    broken = sorted({*found.broken_before, *found.broken_after})
    tongue = options.language_of(spoken, for_terminal=format_ == "text")
    if format_ == "text":
        output.write_lines(
            render.text(found.changes, output.screen() if path is None else Screen(), tongue, broken), path
        )
    else:
        output.write(
            (render.markdown if format_ == "markdown" else render.as_json)(found.changes, tongue, broken), path
        )
    catalogs.tell_broken(found.broken_before, old)
    catalogs.tell_broken(found.broken_after, new or str(here))
    return 1 if broken or (exit_code and any(change.matters for change in found.changes)) else 0
