"""A folder of guides: every platform as Markdown, and an index. First a plan, then one place that touches the disk."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from optout.catalog.entries import Entries
from optout.errors import OptoutError
from optout.guide import compose
from optout.guide.overview import former_names, groups, rows
from optout.messages import Language, language, message
from optout.render import markdown
from optout.site import place
from optout.site.model import SiteFile
from optout.site.write import publish, put, working

# The first line of every file made here. Only files with it are ever overwritten as stale or taken away.
MARK = "<!-- Made from platforms.yaml by `optout guides`; correct it there. -->"


class FolderDifference(NamedTuple):
    """How a folder differs from the plan: file names that are missing, changed, or no longer planned."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]


def plan(entries: Entries, own: Path | None = None, spoken: str = "en") -> dict[str, str]:
    """The name and content of every file of the folder, in the language `spoken`.

    `own` is a folder with templates that come first.
    """
    files = {f"{one.slug}.md": markdown.guide(compose(one, spoken=spoken), own) for one in entries.platforms}
    names = {one.slug: one.name for one in entries.platforms}
    for stub in entries.stubs:
        files[f"{stub.slug}.md"] = markdown.stub(stub, names.get(stub.now, stub.now), spoken)
    files["README.md"] = markdown.index(_index(entries, names, language(spoken)), own)
    return {name: f"{MARK}\n\n{text}" for name, text in sorted(files.items())}


def _index(entries: Entries, names: Mapping[str, str], language: Language) -> dict[str, object]:
    listed = rows(entries.platforms, spoken=language.code)
    return {
        "title": language.text(message("list-title")),
        "platform": language.text(message("list-platform")),
        "checked": language.text(message("list-checked")),
        "former": language.text(message("list-former")),
        "groups": groups(listed, language.code),
        "stubs": [
            language.say(markdown.is_now(one, names.get(one.now, one.now))) for one in former_names(entries.stubs)
        ],
    }


def compare(planned: Mapping[str, str], folder: Path) -> FolderDifference:
    """How `folder` differs from the plan; files that optout did not make are none of its business."""
    missing = [name for name in planned if place.at(folder, name) is None]
    changed = [name for name in planned if name not in missing and _read(folder / name) != planned[name]]
    stale = [name for name in _made_here(folder) if name not in planned]
    return FolderDifference(tuple(missing), tuple(changed), tuple(stale))


def _made_here(folder: Path) -> list[str]:
    """The guides in the folder: real files that say so in their first line."""
    names = sorted(path.name for path in folder.glob("*.md"))
    return [name for name in names if place.is_file(folder, name) and _read(folder / name).startswith(MARK)]


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror})") from error


def write(planned: Mapping[str, str], folder: Path) -> FolderDifference:
    """Make `folder` hold the plan and say what was changed; files that optout did not make stay as they are.

    Raises:
        OptoutError: a file cannot be written, or somebody else's file has the name of a guide; nothing was changed.
    """
    with working(folder) as work:
        difference = compare(planned, work.out)
        paths = put((SiteFile(name, text) for name, text in planned.items()), work)
        publish(paths, work, _made_here(work.out))
    return difference
