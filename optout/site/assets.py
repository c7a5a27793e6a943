"""The styles, scripts and icon of a site: plain files, one's own before the packaged ones, joined and made small."""

from collections.abc import Iterator
from pathlib import Path

import rcssmin

from optout.errors import OptoutError
from optout.render.environment import PACKAGED
from optout.site.model import File

# Each style of the site and what it is made of; what a folder of one's own may add comes last.
_STYLES = {
    "style.css": ("style.css", "site/site.css", "site/theme.css"),
    "lists.css": ("site/lists.css",),
    "my-list.css": ("site/my-list.css",),
    "overview.css": ("site/overview.css",),
}
_THEME = "site/theme.css"


def styles(own: Path | None) -> Iterator[File]:
    """The styles of all pages.

    Raises:
        OptoutError: one of them cannot be read.
    """
    for name, parts in _STYLES.items():
        yield File(f"assets/{name}", rcssmin.cssmin("\n".join(_read(own, part) for part in parts)))


def icon(own: Path | None) -> File:
    """The icon that browsers show beside the title of a page.

    Raises:
        OptoutError: it cannot be read.
    """
    return File("assets/icon.svg", _read(own, "site/icon.svg"))


def _read(own: Path | None, name: str) -> str:
    path = own / name if own and (own / name).exists() else PACKAGED / name
    if name == _THEME and not path.exists():
        return ""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise OptoutError(f"{path} is not UTF-8 (byte {error.start + 1}); save it as UTF-8") from error
