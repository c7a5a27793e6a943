"""The styles, scripts and icon of a site: plain files, one's own before the packaged ones, joined and made small."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import rcssmin
import rjsmin

from optout.errors import OptoutError
from optout.render.environment import PACKAGED
from optout.site.model import SiteFile

# Each style of the site and what it is made of; what a folder of one's own may add comes last.
_STYLES = {
    "style.css": ("style.css", "site/site.css", "site/theme.css"),
    "lists.css": ("site/lists.css",),
    "my-list.css": ("site/my-list.css",),
    "overview.css": ("site/overview.css",),
    "robots.css": ("site/robots.css",),
    "letter.css": ("site/letter.css",),
}
_THEME = "site/theme.css"

# The scripts of pages; what they import is joined to them.
_SCRIPTS = (
    "appearance.js",
    *(
        "changes.js",
        "guide.js",
        "home.js",
        "import.js",
        "labels.js",
        "letter.js",
        "missing.js",
        "my-list.js",
        "remember.js",
        "report.js",
        "robots.js",
        "screen.js",
    ),
)
# The one that the page for what is not there looks for.
MISSING = "assets/missing.js"
_IMPORT = re.compile(r"^import \{[^{}]*\} from './([\w-]+\.js)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |let |class )", re.MULTILINE)


def styles(own: Path | None) -> Iterator[SiteFile]:
    """The styles of all pages.

    Raises:
        OptoutError: one of them cannot be read.
    """
    for name, parts in _STYLES.items():
        yield SiteFile(f"assets/{name}", _small_style(own, parts))


def scripts(own: Path | None) -> Iterator[SiteFile]:
    """The scripts of all pages: each with the modules that it imports, before it, in one file.

    Browsers import nothing from a folder on the disk, where a site can be opened as well, and a page waits for one file
    less. Modules import each other by name only, and no two give the same name to something at their top level.

    Raises:
        OptoutError: one of them cannot be read, or there is no module of the name that one imports.
    """
    for name in _SCRIPTS:
        modules: dict[str, str] = {}
        _collect(own, name, modules)
        body = "".join(modules.values())
        yield SiteFile(f"assets/{name}", rjsmin.jsmin(f"'use strict';\n{{\n{body}}}\n"))


def style_within(own: Path | None) -> str:
    """The style of a page that is shown where it may reach no other file.

    Raises:
        OptoutError: a part of it cannot be read.
    """
    return _small_style(own, (*_STYLES["lists.css"], *_STYLES["style.css"]))


def _small_style(own: Path | None, parts: Iterable[str]) -> str:
    return str(rcssmin.cssmin("\n".join(_read(own, part) for part in parts)))


def script_within(own: Path | None) -> str:
    """The script of such a page, which looks for the others.

    Raises:
        OptoutError: it cannot be read.
    """
    return str(rjsmin.jsmin(f"'use strict';\n{{\n{_read(own, 'site/scripts/root.js')}}}\n"))


def worker(own: Path | None, settings: str) -> str:
    """The script that keeps pages for a time without a network, with these settings in it.

    Raises:
        OptoutError: it cannot be read.
    """
    return str(rjsmin.jsmin(_read(own, "site/worker.js").replace("SETTINGS", settings, 1)))


def _collect(own: Path | None, name: str, modules: dict[str, str]) -> None:
    """Put the module `name` after those that it imports, each once."""
    modules[name] = ""
    text = _read(own, f"site/scripts/{name}")
    for imported in _IMPORT.findall(text):
        if imported not in modules:
            _collect(own, imported, modules)
    del modules[name]
    modules[name] = _EXPORT.sub("", _IMPORT.sub("", text))


def icon(own: Path | None) -> SiteFile:
    """The icon that browsers show beside the title of a page.

    Raises:
        OptoutError: it cannot be read.
    """
    return SiteFile("assets/icon.svg", _read(own, "site/icon.svg"))


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
