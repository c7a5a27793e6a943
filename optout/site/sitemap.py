"""What search engines are told: every page with the day of its last check, and that all of them may be read.

https://www.sitemaps.org/protocol.html and https://www.rfc-editor.org/rfc/rfc9309
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from optout.model import Date
from optout.project.config import Config
from optout.site.addresses import canonical
from optout.site.model import SiteFile

# The protocol's limit for one file.
MOST = 50_000

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class Indexed(NamedTuple):
    """A page that may be found, and the day on which what it says was last checked."""

    path: str
    checked: Date


def files(config: Config, pages: Iterable[Indexed], most: int = MOST) -> Iterator[SiteFile]:
    """The sitemap of a site that has an address, in several files where it has more than `most` pages; robots.txt."""
    if config.base_url:
        yield from _sitemaps(config, sorted(pages), most)
    where = f"\nSitemap: {canonical(config, 'sitemap.xml')}\n" if config.base_url else ""
    yield SiteFile("robots.txt", f"User-agent: *\nAllow: /\n{where}")


def _sitemaps(config: Config, pages: list[Indexed], most: int) -> Iterator[SiteFile]:
    if len(pages) <= most:
        yield _file(config, "sitemap.xml", "urlset", "url", pages)
        return
    parts = [pages[first : first + most] for first in range(0, len(pages), most)]
    listed = [Indexed(f"sitemap-{number}.xml", max(part, key=_checked).checked) for number, part in enumerate(parts, 1)]
    yield _file(config, "sitemap.xml", "sitemapindex", "sitemap", listed)
    for (path, _), part in zip(listed, parts, strict=True):
        yield _file(config, path, "urlset", "url", part)


def _file(config: Config, path: str, root: str, item: str, pages: Iterable[Indexed]) -> SiteFile:
    made = ElementTree.Element(root, {"xmlns": _NAMESPACE})
    for page in pages:
        one = ElementTree.SubElement(made, item)
        ElementTree.SubElement(one, "loc").text = canonical(config, page.path)
        ElementTree.SubElement(one, "lastmod").text = page.checked.iso
    ElementTree.indent(made, "")
    return SiteFile(path, f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(made, "unicode")}\n')


def _checked(page: Indexed) -> Date:
    return page.checked
