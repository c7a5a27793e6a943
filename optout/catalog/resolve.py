"""What a name that is no slug means, and what it may have meant: by the table of a catalog's names.

The table says where to look; the entries themselves decide, so that a table that is wrong names nobody.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from optout.catalog import Catalog
from optout.catalog.companies import companies, company_key
from optout.catalog.hosts import STORES, Fit, app_id, fit, host, is_registered, owner, plain, stem
from optout.catalog.names import folded, key, keys, names
from optout.catalog.table import table_of
from optout.model import Platform, Stub
from optout.near import ALSO, APP, COMPANY, DOMAIN, FOLDED, NAME, suggested
from optout.schema.decoded import Decoded

_MANY = 40  # entries of one name or company that are read
_LONGEST = 60  # letters of a name; what is longer was not typed


class Meant(NamedTuple):
    """The entries that a name means, and how; see `optout.catalog.lookup.Found`.

    `slugs` are all of a company's; `owner` is what a company that is meant as well would be called.
    """

    how: Literal["name", "domain", "parent", "country", "app", "company"]
    entries: tuple[Decoded, ...]
    by: str = ""
    slugs: tuple[str, ...] = ()
    owner: str = ""


def resolve(catalog: Catalog, text: str) -> Meant | None:
    """What a person means by `text`; None if nothing goes by that name."""
    if not key(text) or (len(text) > _LONGEST and "//" not in text):
        return None
    if host(text) or "//" in text:
        return _by_dotted_name(catalog, text) or _by_app(catalog, text) or _by_host(catalog, text)
    return _by_name(catalog, text) or of_company(catalog, text)


def of_company(catalog: Catalog, text: str) -> Meant | None:
    """The platforms of a company; of one with very many only the first are read."""
    wanted = company_key(text)
    slugs = table_of(catalog).get(COMPANY + wanted) if wanted else ()
    found: list[Decoded] = []
    by = ""
    for decoded in _read(catalog, slugs[:_MANY]):
        named = decoded.entry.company if isinstance(decoded.entry, Platform) else ""
        if fitting := [name for name in companies(named) if company_key(name) == wanted]:
            by = by or fitting[0]
            found.append(decoded)
    return Meant("company", tuple(found), by, tuple(slugs)) if found else None


def suggestions(catalog: Catalog, text: str) -> list[str]:
    """What may have been meant, best first: names that are near, or that have it as a word; few or none."""
    asked = host(text)
    wanted = key(owner(text) if asked else text)
    if not wanted.isalnum() or len(wanted) > _LONGEST or asked in STORES:
        return []
    table = table_of(catalog)
    return suggested(wanted, table.names(), table.get, bool(asked))


def _by_name(catalog: Catalog, text: str) -> Meant | None:
    table = table_of(catalog)
    wanted = keys(text)
    bare = folded(wanted[0])
    for kinds, forms in (((NAME,), wanted), ((ALSO,), wanted), ((NAME, ALSO, FOLDED), (bare,))):
        slugs = [slug for kind in kinds for form in forms for slug in table.get(kind + form)]
        found = [
            decoded
            for decoded in _read(catalog, slugs[:_MANY])
            if decoded.entry is None or {*forms, *map(folded, forms)} & set(_forms(decoded.entry))
        ]
        if found:
            return Meant("name", _sound_first(found), owner=text)
    return None


def _by_dotted_name(catalog: Catalog, text: str) -> Meant | None:
    """A name that looks like a domain, such as Duck.ai, means its platform only as it is written."""
    wanted = text.strip().casefold()
    slugs = [slug for kind in (NAME, ALSO) for slug in table_of(catalog).get(kind + key(text))]
    read = [one for one in _read(catalog, slugs[:_MANY]) if one.entry]
    found = [one for one in read if one.entry and wanted in map(str.casefold, names(one.entry))]
    return Meant("name", tuple(found), owner=text) if found else None


def _by_app(catalog: Catalog, text: str) -> Meant | None:
    """The id of an app that an entry names, which says more than whose domain it begins with."""
    id = app_id(text).lower()
    slugs = table_of(catalog).get(APP + id) if id else ()
    read = [one for one in _read(catalog, slugs) if isinstance(one.entry, Platform) and id in _lower(one.entry.apps)]
    if not read or not isinstance(platform := read[0].entry, Platform):
        return None
    return Meant("app", tuple(read), next(iter(platform.domains), platform.company))


def _lower(ids: Iterable[str]) -> set[str]:
    return {one.lower() for one in ids}


def _by_host(catalog: Catalog, text: str) -> Meant | None:
    table = table_of(catalog)
    found = fit(text, lambda domain: table.get(DOMAIN + domain))
    if found is None:
        return None
    read = [one for one in _read(catalog, found.slugs[:_MANY]) if one.entry is None or _has(one.entry, found)]
    if not read:
        return None
    by = _domain(read[0], found)
    return Meant(found.how, _sound_first(read), by, owner=owner(by) if is_registered(by) else "")


def _read(catalog: Catalog, slugs: Iterable[str]) -> list[Decoded]:
    return [decoded for slug in dict.fromkeys(slugs) if (decoded := catalog.get(slug))]


def _sound_first(read: Sequence[Decoded]) -> tuple[Decoded, ...]:
    """The entries that can be read; if none can, the first, which says why."""
    return tuple(one for one in read if one.entry) or tuple(read[:1])


def _forms(entry: Platform | Stub) -> Iterator[str]:
    for name in (entry.slug, *names(entry)):
        for form in keys(name):
            yield form
            yield folded(form)


def _has(entry: Platform | Stub, found: Fit) -> bool:
    return any(found.domain in (own, stem(own)) for own in map(plain, entry.domains))


def _domain(read: Decoded, found: Fit) -> str:
    domains = read.entry.domains if read.entry else ()
    return next((one for one in domains if stem(plain(one)) == found.domain), found.domain)
