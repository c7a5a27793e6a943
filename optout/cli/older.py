"""A catalog to compare with: in another file, or as it was at a git revision."""

from pathlib import Path
from typing import TYPE_CHECKING

from optout.catalog import Catalog
from optout.catalog.entries import Entries, entries
from optout.catalog.locate import called
from optout.cli import catalogs
from optout.errors import NotFound, OptoutError
from optout.files import refuse_no_file

if TYPE_CHECKING:
    from optout.project.config import Config


def catalog(name: str, here: Path, settings: "Config | None" = None) -> Catalog:
    """The catalog in the file `name`, or the one in the file `here` as it was at the git revision `name`.

    At a revision it stands on what the settings put beneath it today.

    Raises:
        OptoutError: there is neither such a file nor such a revision, or it cannot be read.
    """
    if Path(name).exists() and not Path(name).is_dir():
        return catalogs.open_catalog(Path(name))
    from optout.project.revision import read_at

    try:
        data = read_at(name, here, called(here))
    except OptoutError as error:
        refuse_no_file(Path(name))
        raise type(error)(f"there is no file `{name}`, and {error}") from error
    if data is None:
        raise NotFound(f"there was no {called(here)} at `{name}`; name a file or another revision")
    return catalogs.layered(Catalog(data, f"{name}:{here.name}"), settings)


def read(catalog: Catalog) -> Entries:
    """The entries of a catalog.

    Raises:
        OptoutError: not one of them can be read, so that this is hardly a catalog.
    """
    found = entries(catalog)
    if found.broken and not (found.platforms or found.stubs):
        raise OptoutError(
            f"{called(catalog.file)} has no entry that can be read; name a catalog, or see what optout check says"
        )
    return found
