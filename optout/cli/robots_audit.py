"""optout robots audit: what a website tells whom."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import click

from optout.cli import catalogs, options, output
from optout.cli.choices import OneOf
from optout.errors import NotFound, OptoutError, UsageProblem

if TYPE_CHECKING:
    from optout.robots.website import WebFile, Website
    from optout.web.answer import Response

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_WELL_KNOWN = ".well-known/tdmrep.json"
_PAGES = ("index.html", "index.htm")
_MOST = 512 * 1024 + 1  # bytes of a file or page: a little more than crawlers read
_PAUSE = 0.5  # seconds between two requests
_MISSING = range(400, 500)


@click.command("audit", short_help="What a website tells whom (an address asks the network)")
@click.argument("target", metavar="FILE|DIR|URL")
@click.option("--format", "format_", type=OneOf(("text", "json")), default="text", show_default=True,
              help="How to tell it.")  # fmt: skip
@options.language_option
@options.output_option
@options.pager_option
@options.catalog_option
def command(target: str, format_: str, spoken: str | None, path: Path | None, paged: bool, catalog: Path | None) -> int:
    """What a website tells crawlers: each of the catalog by robots.txt, and what is said to everybody by tags, headers,
    tdmrep.json, Content-Usage and ai.txt; what does not fit together, and which search is shut out by accident.

    FILE is a robots.txt, tdmrep.json, ai.txt, _headers or a page; DIR the folder of a site. An address is asked because
    you typed it: the page, and robots.txt, tdmrep.json and ai.txt of its host, once each, and no private address. The
    exit code is 1 if there is a mistake.

    \b
    optout robots audit robots.txt
    optout robots audit public/
    optout robots audit https://example.org/page
    """  # fmt: skip
    from optout.messages import language
    from optout.render import robots_audit
    from optout.robots import choice, statements
    from optout.robots.audit import audit

    opened = catalogs.open_catalog(catalog)
    site = _asked(target) if _ADDRESS.match(target) else _read(Path(target))
    known = choice.robots(choice.entries(opened))
    found = audit(site, known, statements.refusals(statements.standards(opened)))
    tongue = language(options.language_of(spoken, format_ == "text"))
    if format_ == "json":
        output.write(robots_audit.as_json(target, found, tongue), path)
    else:
        output.show_lines(lambda screen: robots_audit.text(target, found, screen, tongue), path, paged)
    return int(any(one.is_problem for one in found.notes))


def _read(path: Path) -> "Website":
    """The website of which this is a file, or which is in this folder.

    Raises:
        UsageProblem: there is nothing of a website there.
    """
    from optout.robots.website import Website

    if path.is_file():
        return _with(Website(), path, path.name)
    if not path.is_dir():
        raise NotFound(f"there is no {path}; name a robots.txt, the folder of a site, or an address with https://")
    site = Website()
    names = ("robots.txt", _WELL_KNOWN, "ai.txt", "_headers", *_PAGES)
    found = [name for name in names if (path / name).is_file()]
    for name in found:
        site = _with(site, path / name, name)
    if not found:
        raise UsageProblem(f"{path} has no robots.txt and no index.html; name the folder that is published")
    return site


def _with(site: "Website", path: Path, name: str) -> "Website":
    """The site with what a file of it says."""
    from optout.robots.reading import RobotsTxt
    from optout.robots.website import WebFile, WebPage, header_file

    try:
        with path.open("rb") as file:
            data = file.read(_MOST)
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror})") from error
    kind = path.name.lower()
    if kind == "_headers":
        return site._replace(pages=(*site.pages, header_file(WebFile(name, data))))
    if kind.endswith((".html", ".htm", ".xhtml")):
        return site._replace(pages=(*site.pages, WebPage(name, data)))
    if kind == "tdmrep.json":
        return site._replace(tdmrep=WebFile(name, data))
    if kind == "ai.txt":
        return site._replace(ai_txt=WebFile(name, data))
    if not kind.startswith("robots") and not RobotsTxt(data).named:
        raise UsageProblem(f"{path} has no User-agent line; name a robots.txt, tdmrep.json, ai.txt, _headers or a page")
    return site._replace(robots=WebFile(name, data))


def _asked(address: str) -> "Website":
    """The website at an address.

    Raises:
        OptoutError: it cannot be asked, or a library for that is missing.
    """
    from optout.cli import monitoring

    monitoring.require()
    from optout.robots.website import WebPage, Website

    with monitoring.tools(_PAUSE, _MOST) as tools:
        page = tools.fetch(address)
        if not page.status:
            raise OptoutError(f"{address} cannot be asked: it {page.detail or 'does not answer'}")
        robots, tdmrep, ai_txt = (
            tools.fetch(urljoin(address, f"/{name}")) for name in ("robots.txt", _WELL_KNOWN, "ai.txt")
        )
    parts = urlsplit(address)
    is_down = not robots.status or (robots.status not in _MISSING and robots.status != 200)
    return Website(
        robots=_file(robots, "robots.txt"),
        tdmrep=_file(tdmrep, _WELL_KNOWN, is_data=True),
        ai_txt=_file(ai_txt, "ai.txt", is_data=True),
        pages=(WebPage(page.final, page.body, page.says),),
        path=(parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
        is_down=is_down,
    )


def _file(answer: "Response", name: str, is_data: bool = False) -> "WebFile | None":
    """The file, if it was there; many servers give a page instead of saying that they have none of `is_data`."""
    from optout.robots.website import WebFile

    if answer.status != 200 or (is_data and answer.body.lstrip().startswith(b"<")):
        return None
    return WebFile(name, answer.body)
