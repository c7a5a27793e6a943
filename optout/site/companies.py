"""The companies that have a page: those with several platforms, which are those that a search finds."""

from collections.abc import Iterable, Mapping
from hashlib import blake2s
from typing import NamedTuple

from optout.catalog.companies import companies, company_key
from optout.catalog.names import slugify
from optout.guide import places
from optout.model import Platform


class CompanyPage(NamedTuple):
    """The page of a company: the name of its file without an ending, and the name of the company."""

    id: str
    name: str


def company_pages(platforms: Iterable[Platform]) -> dict[str, CompanyPage]:
    """The pages by the form in which names of companies are compared."""
    found: dict[str, CompanyPage] = {}
    taken: set[str] = set()
    for one in places.groups(platforms):
        if one.kind == "company":
            id = slugify(one.name)
            if not id or id in taken:
                id = f"company-{blake2s(one.name.encode('utf-8'), digest_size=4).hexdigest()}"
            taken.add(id)
            found[one.id] = CompanyPage(id, one.name)
    return found


def pages_of(company: str, pages: Mapping[str, CompanyPage]) -> list[CompanyPage]:
    """The pages on which a platform of `company` stands, as the field of its entry names one or several."""
    keys = dict.fromkeys(map(company_key, companies(company)))
    return [pages[key] for key in keys if key in pages]
