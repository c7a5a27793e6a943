"""optout build: the catalog as a static site."""

from contextlib import closing
from pathlib import Path

import click

from optout.cli import catalogs, options, output, project


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where to write it.  [default: site]")
@click.option("--base-url", metavar="URL", help="The address it will have, for feeds, canonical addresses, a sitemap.")
@click.option("--title", metavar="TEXT", help="The site's name.")
@click.option("--repository", metavar="URL", help="The catalog's Git repository, for “edit this entry”.")
@click.option("--since", metavar="OLD", help="Tell what changed since OLD, a catalog file or a git revision.")
@click.option("--terms", type=click.Path(path_type=Path), metavar="FILE",
              help="Say when terms changed: what optout terms --changed --format json wrote.")  # fmt: skip
@click.option("--keep-going", is_flag=True, help="Leave broken entries out instead of stopping; exit code 1.")
@click.option("--shrink", is_flag=True, help="Also if more than half of the site's guides go, or all.")
@click.option("--fresh", is_flag=True, help="Make everything anew, whatever is known of the last build.")
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="FILE",
              help="The settings.  [default: optout.toml here, if there is one]")  # fmt: skip
@options.templates_option
@options.catalog_option
def command(
    out: Path | None,
    base_url: str | None,
    title: str | None,
    repository: str | None,
    since: str | None,
    terms: Path | None,
    keep_going: bool,
    shrink: bool,
    fresh: bool,
    config_file: Path | None,
    templates: Path | None,
    catalog: Path | None,
) -> int:
    """The whole catalog as a static site, for any web host or a folder on your disk.

    \b
    optout build && open site/index.html
    optout build --base-url https://example.org/guides --out public
    optout build --since v1.0

    Settings that stay the same go into optout.toml: title, base-url, repository, edit-url, report-url, since,
    languages, catalog, templates, terms, out, pages, files, pictures.
    """
    from optout.cli import ending, site
    from optout.site import remembered

    given = {"out": out, "base_url": base_url, "title": title, "repository": repository, "templates": templates,
             "catalog": catalog, "since": since, "terms": terms}  # fmt: skip
    project.hold_here(out)
    settings = site.settings(config_file, {name: value for name, value in given.items() if value is not None})
    folder = settings.out or project.home() / "site"
    site.hold_place(folder, settings, config_file, given=out is not None)
    site.hold_pictures(settings, config_file)
    for odd in site.oddities(settings):
        output.say(f"optout: {odd}")
    with ending.tidily(), closing(remembered.opened(folder, fresh)) as memory:
        done, broken = site.build(site.sources(settings), folder, memory, keep_going, shrink)
    output.say(f"{folder}: {done}")
    if not settings.base_url:
        what = "no feeds, no sitemap and no pictures" if settings.pictures else "no feeds and no sitemap"
        output.say(f"It has {what}: these need its address, --base-url URL.")
    return catalogs.tell_broken(broken, str(catalogs.catalog_path(settings.catalog)))
