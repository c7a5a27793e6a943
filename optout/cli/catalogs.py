"""Which catalog a command takes: the one named, that of the project that one stands in, or the one with optout."""

from pathlib import Path
from typing import TYPE_CHECKING

from optout.catalog import Catalog
from optout.catalog.locate import called, default_path, load, shown
from optout.cli import here, output, project
from optout.errors import NotFound, OptoutError, UsageProblem
from optout.files import refuse_no_file

if TYPE_CHECKING:
    from optout.project.config import Config

_NAMED = 20  # broken entries


def tell_broken(broken: tuple[str, ...], where: str) -> int:
    """Say which entries of the catalog `where` could not be read, and give the exit code that follows."""
    if broken:
        output.say(f"optout: left out, because broken in {called(where)}: {listed(broken)}; run optout check on it")
    return 1 if broken else 0


def listed(broken: tuple[str, ...]) -> str:
    """Broken entries in words, not all of them if there are many."""
    more = f" and {len(broken) - _NAMED:,} more" if len(broken) > _NAMED else ""
    return ", ".join(broken[:_NAMED]) + more


def hold_catalog(path: Path | None, file: Path) -> None:
    """That the catalog is there, if a file of settings names any.

    Raises:
        OptoutError: it is not.
    """
    if path and not _is_packaged(path) and not path.is_file():
        from optout.project.places import where

        try:
            refuse_no_file(path)
        except UsageProblem as error:
            raise UsageProblem(f"{where(file, 'catalog')}: catalog: {error}") from error
        if not path.exists():
            from difflib import get_close_matches

            beside = [one.name for one in path.parent.glob("*.y*ml")]
            near = get_close_matches(path.name, beside, 1)
            hint = f"did you mean {path.parent / near[0]}?" if near else "write the name of yours, or drop the line"
            said = f"catalog: there is no file {path}; {hint}"
            raise NotFound(f"{where(file, 'catalog')}: {said}")


def catalog_path(named: Path | None) -> Path:
    """Where the catalog is: the one named, else the one of this folder, else the packaged one if it has no settings.

    Raises:
        OptoutError: the settings of this folder cannot be read, or there is no catalog beside them.
    """
    if path := named or _own():
        return default_path() if _is_packaged(path) else path
    if (settings := project.settings_path()).is_file():
        raise OptoutError(
            f'{settings} is here, but no {here.CATALOG}; write catalog = "FILE" in it, or catalog = "packaged" for the '
            "one that comes with optout"
        )
    return default_path()


def own_catalog_path(named: Path | None) -> Path:
    """Where the catalog is that is to be changed: the one named, else the one of this folder.

    Raises:
        OptoutError: this folder has none, or its settings cannot be read.
    """
    if (path := named or _own()) and not _is_packaged(path):
        return path
    project.hold_here()
    raise OptoutError(
        f"there is no {here.CATALOG} in this folder or above it; go to the folder of a catalog, "
        "name one with --catalog FILE, or start one with `optout init DIR`"
    )


def _is_packaged(path: Path) -> bool:
    """Whether this is `packaged`, as settings say it."""
    return path.name == "packaged" and path.parent in (Path(), project.home())


def _own() -> Path | None:
    """The catalog of the project: the one that its settings name, else its platforms.yaml."""
    settings = project.settings()
    if settings and settings.catalog:
        hold_catalog(settings.catalog, project.settings_path())
        return settings.catalog
    beside = project.home() / here.CATALOG
    return beside if beside.is_file() else None


def open_catalog(named: Path | None) -> Catalog:
    """The catalog to use, see `catalog_path`; if none is named, on those that the settings put beneath it.

    Raises:
        UsageProblem: it is no file.
        OptoutError: it cannot be read.
    """
    found = load(catalog_path(named))
    return found if named else layered(found, project.settings())


def personal_catalog(named: Path | None) -> Catalog:
    """The catalog for somebody's own accounts, which are anywhere, whatever project one stands in.

    If none is named it is that of the project on the one that comes with optout: a catalog of few entries would have
    no guide for the others, and their owner nothing to do.

    Raises:
        UsageProblem: it is no file.
        OptoutError: it cannot be read.
    """
    own = open_catalog(named)
    packaged = default_path()
    if named or catalog_path(None).resolve() == packaged.resolve():
        return own
    from optout.catalog.layers import Layered

    return Layered([load(packaged), own])


def layered(own: Catalog, settings: "Config | None") -> Catalog:
    """The catalog together with those that the settings put beneath it, or the selection that they name.

    Raises:
        OptoutError: one of them cannot be read, or has not what is selected.
    """
    if not settings or not (settings.beneath or settings.only):
        return own
    from optout.catalog.layers import Layered

    beneath = [load(default_path() if _is_packaged(path) else path) for path in settings.beneath]
    has_own = bool(beneath) and settings.catalog is not None and not _is_packaged(settings.catalog)
    try:
        return Layered([*beneath, own], settings.only, has_own)
    except UsageProblem as error:
        from optout.project.places import wrong

        raise wrong(project.settings_path(), "only", str(error)) from error


def catalog_name(catalog: Catalog, slug: str) -> str:
    """In which catalog an entry stands, as settings name it: a file, or `packaged`."""
    file = catalog.where(slug)
    return "packaged" if not catalog.is_own(slug) and file == shown(default_path()) else file


def catalog_of(settings: "Config") -> Catalog:
    """The catalog that settings name, on those beneath it.

    Raises:
        UsageProblem: one of them is no file.
        OptoutError: one of them cannot be read.
    """
    return layered(load(catalog_path(settings.catalog)), settings)
