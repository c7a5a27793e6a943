"""The styles, scripts and icon of a site: plain files, one's own before the packaged ones, joined and made small.

What a page is shown with stands in it, so that nothing has to be waited for; the scripts come after.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import rcssmin
import rjsmin

from optout.errors import OptoutError
from optout.render.environment import PACKAGED
from optout.site import named
from optout.site.model import Assets, SiteFile

# Each style of the site and what it is made of; what a folder of one's own may add comes last.
_STYLES = {
    "style.css": ("style.css", "site/site.css", "site/theme.css"),
    "screen.css": ("screen.css",),
    "table.css": ("table.css",),
    "lists.css": ("site/lists.css",),
    "my-list.css": ("site/my-list.css",),
    "overview.css": ("site/overview.css",),
    "robots.css": ("site/robots.css",),
    "letter.css": ("site/letter.css",),
}
_THEME = "site/theme.css"

# Which of them stand in a kind of page, by its template: those that are used there and no others. The last one may
# overrule the others.
_SITE = ("table.css", "style.css")
_LISTS = ("lists.css", *_SITE)
_WITHIN = {
    "changes": ("lists.css", "overview.css", *_SITE),
    "changes-of": ("lists.css", "overview.css", *_SITE),
    "labels": ("style.css",),
    "letter": ("letter.css", "style.css"),
    "my-list": ("lists.css", "my-list.css", "style.css"),
    "overview": ("lists.css", "overview.css", *_SITE),
    "redirect": ("style.css",),
    "robots": ("robots.css", *_SITE),
    "rules": _SITE,
    # A guide goes without what it does not show, as most do.
    "guide": ("style.css",),
    "guide drawn": ("screen.css", "style.css"),
    "guide tabled": _SITE,
    "guide drawn tabled": ("screen.css", *_SITE),
}

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
        "tick.js",
    ),
)
# Those that stand in a page: in every one, and in that for what is not there, which looks for the others.
FIRST, ROOT = "first.js", "root.js"
_IMPORT = re.compile(r"^import \{[^{}]*\} from './([\w-]+\.js)';\n", re.MULTILINE)
# The zero of `0.5rem`, which says nothing; and strings and addresses, of which nothing is taken.
_ZERO = re.compile(r"""\"[^"]*"|'[^']*'|url\([^)]*\)|(?<![\w.])0(?=\.\d)""")
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |let |class )", re.MULTILINE)


def made(own: Path | None) -> Assets:
    """The styles and scripts of all pages.

    Raises:
        OptoutError: one of them cannot be read, or there is no module of the name that one imports.
    """
    styles = {name: _small_style(own, parts) for name, parts in _STYLES.items()}
    joined = {name: _joined(own, name) for name in _SCRIPTS}
    make = named.make_of(joined)
    files = named.scripts(joined, make)
    if own and any(own.glob("site/*.html")):  # which may still name the styles that stand in all other pages
        files |= {name: named.named(name, text) for name, text in styles.items()}
    within = {name: _joined(own, name) for name in (FIRST, ROOT)}
    return Assets(tuple(files.values()), {name: file.path for name, file in files.items()}, styles, within, make)


def style_of(template: str, given: Assets) -> str:
    """The style that stands in the pages of a template."""
    return "".join(given.styles[name] for name in _WITHIN.get(template, _LISTS))


def every_style(given: Assets) -> set[str]:
    """The styles of all kinds of pages."""
    return {style_of(template, given) for template in (*_WITHIN, "")}


def _joined(own: Path | None, name: str) -> str:
    """A script with the modules that it imports, before it, in one text.

    Browsers import nothing from a folder on the disk, where a site can be opened as well, and a page waits for one file
    less. Modules import each other by name only, and no two give the same name to something at their top level.
    """
    modules: dict[str, str] = {}
    _collect(own, name, modules)
    body = "".join(modules.values())
    return str(rjsmin.jsmin(f"'use strict';\n{{\n{body}}}\n"))


def _small_style(own: Path | None, parts: Iterable[str]) -> str:
    small = rcssmin.cssmin("\n".join(_read(own, part) for part in parts))
    return _ZERO.sub(lambda found: "" if found[0] == "0" else found[0], small)


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
        return path.read_text(encoding="utf-8-sig")  # with the mark that editors on Windows put before a text
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise OptoutError(f"{path} is not UTF-8 (byte {error.start + 1}); save it as UTF-8") from error
