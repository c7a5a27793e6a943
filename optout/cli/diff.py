"""optout diff: what changed between two catalogs, in words."""

from pathlib import Path

import click

from optout.catalog import Catalog
from optout.catalog.entries import Entries, entries
from optout.catalog.locate import default_path
from optout.cli import options, output
from optout.errors import NotFound, OptoutError
from optout.model import Platform, Stub

_NAMED = 20


@click.command("diff", short_help="What changed between two catalogs, in words")
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--format", "format_", type=click.Choice(("text", "markdown", "json")), default="text", help="How to say it."
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if something changed that matters.")
@options.output_option
@options.catalog_option
def command(old: str, new: str | None, format_: str, exit_code: bool, path: Path | None, catalog: Path | None) -> int:
    """What changed from OLD to NEW, what matters to people who followed the guide first.

    Each is a catalog file or a git revision of the catalog; NEW is the catalog as it is now if left out. A sentence in
    other words is editorial, unless a number, a label or a word such as "not" came or went. Markdown is made for a
    comment on a pull request.

    \b
    optout diff HEAD
    optout diff v1.0 main --format markdown
    optout diff theirs.yaml ours.yaml
    """
    from optout.changes import compare
    from optout.render import changes as render
    from optout.render.screen import Screen

    here = catalog or default_path()
    before = _read(_catalog(old, here))
    after = _read(_catalog(new, here) if new else options.open_catalog(catalog))
    broken = {*before.broken, *after.broken}
    found = compare(_sound(before, broken), _sound(after, broken))
    if format_ == "text":
        output.write_lines(render.text(found, output.screen() if path is None else Screen()), path)
    else:
        output.write(render.markdown(found) if format_ == "markdown" else render.as_json(found), path)
    for side, name in ((before, old), (after, new or "the new catalog")):
        _tell_broken(side.broken, name)
    return 1 if broken or (exit_code and any(change.matters for change in found)) else 0


def _catalog(name: str, here: Path) -> Catalog:
    """The catalog in the file `name`, or the one in the file `here` as it was at the git revision `name`."""
    if Path(name).exists() and not Path(name).is_dir():
        return _in_file(Path(name))
    from optout.workshop.revision import read_at

    try:
        data = read_at(name, here)
    except OptoutError as error:
        raise type(error)(f"there is no file `{name}`, and {error}") from error
    if data is None:
        raise NotFound(f"there was no {here} at `{name}`; name a file or another revision")
    return Catalog(data, f"{name}:{here.name}")


def _in_file(path: Path) -> Catalog:
    """A catalog in a file, or in what a shell gives instead of one: `<(git show HEAD:platforms.yaml)`."""
    if path.is_file():
        return options.open_catalog(path)
    try:
        return Catalog(path.read_bytes(), str(path))
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror}); name a catalog file") from error


def _read(catalog: Catalog) -> Entries:
    """The entries of a catalog.

    Raises:
        OptoutError: not one of them can be read, so that this is hardly a catalog.
    """
    found = entries(catalog)
    if found.broken and not (found.platforms or found.stubs):
        raise OptoutError(
            f"{catalog.file} has no entry that can be read; name a catalog, or see what optout check says"
        )
    return found


def _tell_broken(broken: tuple[str, ...], name: str) -> None:
    if broken:
        more = f" and {len(broken) - _NAMED:,} more" if len(broken) > _NAMED else ""
        listed = ", ".join(broken[:_NAMED])
        click.echo(f"optout: left out, because broken in {name}: {listed}{more}; run optout check on it", err=True)


def _sound(found: Entries, broken: set[str]) -> list[Platform | Stub]:
    """The entries that can be compared; one that is broken on the other side is neither new nor gone."""
    every: list[Platform | Stub] = [*found.platforms, *found.stubs]
    return [entry for entry in every if entry.slug not in broken]
