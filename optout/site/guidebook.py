"""A folder of guides: every platform as Markdown, and an index. First a plan, then one place that touches the disk."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from optout.catalog.entries import Entries
from optout.errors import OptoutError
from optout.files import write_file
from optout.guide import compose
from optout.guide.overview import counts, former_names, groups, rows
from optout.render import markdown

# The first line of every file made here. Only files with it are ever overwritten as stale or taken away.
MARK = "<!-- Made from platforms.yaml by `optout guides`; correct it there. -->"


class Difference(NamedTuple):
    """How a folder differs from the plan: file names that are missing, changed, or no longer planned."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]


def plan(entries: Entries, own: Path | None = None) -> dict[str, str]:
    """The name and content of every file of the folder. `own` is a folder with templates that come first."""
    files = {f"{one.slug}.md": markdown.guide(compose(one), own) for one in entries.platforms}
    names = {one.slug: one.name for one in entries.platforms}
    for stub in entries.stubs:
        files[f"{stub.slug}.md"] = markdown.stub(stub, names.get(stub.now, stub.now))
    listed = rows(entries.platforms)
    context = {"groups": groups(listed), "counts": counts(listed), "stubs": former_names(entries.stubs), "names": names}
    files["README.md"] = markdown.index(context, own)
    return {name: f"{MARK}\n\n{text}" for name, text in sorted(files.items())}


def compare(planned: Mapping[str, str], folder: Path) -> Difference:
    """How `folder` differs from the plan; files that optout did not make are none of its business."""
    missing = [name for name in planned if not (folder / name).exists()]
    changed = [name for name in planned if name not in missing and _read(folder / name) != planned[name]]
    stale = [path.name for path in sorted(folder.glob("*.md")) if path.name not in planned and _made_here(path)]
    return Difference(tuple(missing), tuple(changed), tuple(stale))


def foreign(planned: Mapping[str, str], folder: Path) -> list[str]:
    """Files in the way: planned names under which somebody else has written something."""
    return [name for name in planned if (folder / name).exists() and not _made_here(folder / name)]


def _made_here(path: Path) -> bool:
    return _read(path).startswith(MARK)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror})") from error


def write(planned: Mapping[str, str], folder: Path) -> Difference:
    """Make `folder` hold the plan and say what was changed; files that optout did not make stay as they are.

    Raises:
        OptoutError: a file cannot be written, or somebody else's file has the name of a guide.
    """
    if in_the_way := foreign(planned, folder):
        named = ", ".join(in_the_way[:3])
        raise OptoutError(f"{folder} holds files that optout did not make ({named}); choose another folder with --out")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptoutError(f"{folder} cannot be made ({error.strerror}); choose another folder with --out") from error
    difference = compare(planned, folder)
    for name in difference.missing + difference.changed:
        write_file(folder / name, planned[name])
    for name in difference.stale:
        (folder / name).unlink()
    return difference
