"""What parts of a site are made from, and nothing else: while that is the same, they need not be made anew.

A guide is made of a site that has been narrowed to what its page may ask of it. So nothing that is not in the digest
can be in the page, whoever makes it and whenever.
"""

import re
from functools import cache
from pathlib import Path

from optout.catalog.companies import companies, company_key
from optout.model import Date, Platform
from optout.project.config import Config, size_that_counts
from optout.site.made import digest
from optout.site.model import Entry, Site

_LINE = re.compile(r"\bline\b")
_ANY_NAME = re.compile(r"\bnames\b")


def common(site: Site) -> Site:
    """The site without what is another for each guide: its entries, names, companies and days."""
    config = site.config._replace(
        catalog=None, beneath=(), only=(), out=None, since="", terms=None, pages=None, files=None
    )
    return site._replace(
        config=config,
        entries=(),
        stubs=(),
        names={},
        companies={},
        as_of=Date(0),
        since=None,
        terms=None if site.terms is None else {},
        pages=tuple(page._replace(html="") for page in site.pages),
        files=(),
    )


def of_all_pages(shared: Site, code: str) -> str:
    """A digest of what all pages of a `common` site are made from; `code` tells of which program and templates."""
    return digest(code, shared.spoken.code, repr(shared._replace(spoken=shared.spoken.code)))  # type: ignore[arg-type]


def of_guide(entry: Entry, site: Site, shared: Site) -> tuple[Entry, Site]:
    """What the files of a platform are made from: its entry, and the `common` site with what others lend to it."""
    one = entry.platform
    own = _own_text(site.config.templates)
    keys = list(map(company_key, companies(one.company)))
    linked = site.names if _ANY_NAME.search(own) else [slug for slug, _ in one.see]
    narrowed = shared._replace(
        names={slug: site.names[slug] for slug in linked if slug in site.names},
        companies={key: site.companies[key] for key in keys if key in site.companies},
        as_of=_last_passed(one, site.as_of),
        terms=site.terms and {one.slug: site.terms[one.slug]} if one.slug in (site.terms or {}) else shared.terms,
    )
    line = entry.line if _LINE.search(own) or _names_line(site.config) else 0
    return entry._replace(line=line, size=size_that_counts(entry.size)), narrowed


def key_of_guide(entry: Entry, site: Site, of_pages: str) -> str:
    """A digest of what `of_guide` gave; `of_pages` is that of what all pages have in common."""
    where = (entry.line, entry.catalog, entry.own, entry.size, entry.digest)
    mine = (entry.key, *where, *site.names.items(), *site.companies.items(), site.as_of, site.terms)
    return digest("guide", of_pages, repr(mine))


def _last_passed(platform: Platform, as_of: Date) -> Date:
    """The last day of the platform's history up to `as_of`, which tells as well as that what is still to come."""
    return max((one.date for one in platform.history if one.date <= as_of), default=Date(0))


def _names_line(config: Config) -> bool:
    return "{line}" in f"{config.edit_url}{config.report_url}"


@cache
def _own_text(templates: Path | None) -> str:
    """Everything that the publisher's own templates of pages say."""
    pages = sorted(templates.rglob("*.html")) if templates else []
    return "\n".join(page.read_text(encoding="utf-8", errors="replace") for page in pages if page.is_file())


def forget_templates() -> None:
    """Read them anew next time."""
    _own_text.cache_clear()
