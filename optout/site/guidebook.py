"""A folder of guides: every platform as Markdown, and an index. First a plan, then one place that touches the disk."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from optout import progress
from optout.catalog import Catalog
from optout.catalog.entries import label
from optout.catalog.locate import called
from optout.errors import OptoutError
from optout.guide import compose, words
from optout.guide.overview import Row, row
from optout.guide.reader import EVERYBODY
from optout.messages import Language, language, message
from optout.model import Platform, Stub
from optout.render import markdown
from optout.site import place
from optout.site.model import SiteFile
from optout.site.work import Work
from optout.site.write import publish, put, working

# The first line of every file made here. Only files with it are ever overwritten as stale or taken away.
MARK = "<!-- Made from platforms.yaml by `optout guides`; correct it there. -->"


class BrokenEntries(OptoutError):
    """Entries that cannot be read, by their slugs or places, so that there is no whole folder."""

    def __init__(self, broken: tuple[str, ...]) -> None:
        super().__init__(f"{len(broken)} entries cannot be read")
        self.broken = broken


class FolderDifference(NamedTuple):
    """How a folder differs from the plan: file names that are missing, changed, or no longer planned."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]


def plan(catalog: Catalog, own: Path | None = None, spoken: str = "en") -> Iterator[SiteFile]:
    """The name and content of every file of the folder, in the language `spoken`, each as its entry is read.

    `own` is a folder with templates that come first.

    Raises:
        BrokenEntries: some cannot be read, which is known when all were.
        OptoutError: there are no entries.
    """
    listed: list[Row] = []
    stubs: list[Stub] = []
    broken: list[str] = []
    for decoded in progress.along(catalog, lambda: len(catalog.slugs())):
        if isinstance(decoded.entry, Platform):
            listed.append(row(decoded.entry, EVERYBODY, spoken))
            yield _file(decoded.slug, markdown.guide(compose(decoded.entry, spoken=spoken), own))
        elif decoded.entry is not None:
            stubs.append(decoded.entry)
        else:
            broken.append(label(decoded))
    if broken:
        raise BrokenEntries(tuple(broken))
    if not (listed or stubs):
        raise OptoutError(f"{called(catalog.file)} has no entries, and nothing was written; optout check says more")
    names = {one.slug: one.name for one in listed}
    for stub in stubs:
        yield _file(stub.slug, markdown.stub(stub, names.get(stub.now, stub.now), spoken))
    yield _file("README", markdown.index(_index(listed, stubs, names, language(spoken)), own))


def _file(name: str, text: str) -> SiteFile:
    return SiteFile(f"{name}.md", f"{MARK}\n\n{text}")


def _index(
    listed: Iterable[Row], stubs: Iterable[Stub], names: Mapping[str, str], language: Language
) -> dict[str, object]:
    """What the index says, in the order of the catalog: two changes of it that merge there merge here as well."""
    by_slug = attrgetter("slug")
    return {
        "title": language.text(message("list-title")),
        "platform": language.text(message("list-platform")),
        "category": language.text(message("list-category")),
        "checked": language.text(message("list-checked")),
        "former": language.text(message("list-former")),
        "rows": [(one, language.text(words.category(one.category))) for one in sorted(listed, key=by_slug)],
        "stubs": [
            language.say(markdown.is_now(one, names.get(one.now, one.now))) for one in sorted(stubs, key=by_slug)
        ],
    }


def compare(planned: Iterable[SiteFile], folder: Path) -> FolderDifference:
    """How `folder` differs from the plan; files that optout did not make are none of its business."""
    missing, changed, names = [], [], set()
    for name, text in planned:
        names.add(name)
        if place.at(folder, name) is None:
            missing.append(name)
        elif _read(folder / name) != text:
            changed.append(name)
    stale = [name for name in _made_here(folder) if name not in names]
    return FolderDifference(tuple(sorted(missing)), tuple(sorted(changed)), tuple(stale))


def _made_here(folder: Path) -> list[str]:
    """The guides in the folder: real files that say so in their first line."""
    names = sorted(path.name for path in folder.glob("*.md"))
    return [name for name in names if place.is_file(folder, name) and _read(folder / name).startswith(MARK)]


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror})") from error


def write(planned: Iterable[SiteFile], folder: Path) -> tuple[FolderDifference, int]:
    """Make `folder` hold the plan; say what was changed and how many files there are. Those of others stay as they are.

    Raises:
        OptoutError: a file cannot be written, or somebody else's file has the name of a guide; nothing was changed.
    """
    with working(folder) as work:
        made: list[str] = []
        difference = compare(_staged(planned, work, made), work.out)
        publish(made, work, _made_here(work.out))
    return difference, len(made)


def _staged(planned: Iterable[SiteFile], work: Work, made: list[str]) -> Iterator[SiteFile]:
    """The same files, each staged as it comes by: all of them at once take more memory than anything else here."""
    for one in planned:
        made += put([one], work)
        yield one
