"""What each entry is called, read without the rest of it.

What is found this way is a hint, not an answer: whoever takes an entry for its name reads it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from optout.catalog import Catalog
from optout.catalog.names import names
from optout.model import Platform, Stub
from optout.source.skim import Skimmed, skim
from optout.source.split import cut_at

_FIELDS = ("name", "aliases", "formerly", "company", "domains", "country-domains", "logins", "apps", "now")


class Head(NamedTuple):
    """The names of an entry; `also` are its other and former ones, `now` the entry a former name leads to.

    `abroad` are the domains that have kin in other countries; see the fields of an entry.
    """

    slug: str
    name: str
    also: tuple[str, ...] = ()
    company: str = ""
    domains: tuple[str, ...] = ()
    now: str = ""
    abroad: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()


def heads(catalog: Catalog) -> Iterator[Head]:
    """The names of every entry, in the order of the file; entries that cannot be read are left out."""
    for skimmed in skim(catalog.data, _FIELDS):
        if found := _skimmed(skimmed) or _whole(skimmed, catalog):
            yield found


def head(entry: Platform | Stub) -> Head:
    """The names of an entry that was read."""
    name, *also = names(entry)
    if isinstance(entry, Stub):
        return Head(entry.slug, name, tuple(also), "", entry.domains, entry.now)
    kin = (entry.country_domains, entry.logins, entry.apps)
    return Head(entry.slug, name, tuple(also), entry.company, entry.domains, "", *kin)


def _skimmed(skimmed: Skimmed) -> Head | None:
    found = skimmed.fields
    if not found or not found.get("name"):
        return None
    also = (*found.get("aliases", ()), *found.get("formerly", ()))
    company, now = ("".join(found.get(name, ())[:1]) for name in ("company", "now"))
    kin = (found.get(name, ()) for name in ("country-domains", "logins", "apps"))
    return Head(skimmed.slug, found["name"][0], also, company, found.get("domains", ()), now, *kin)


def _whole(skimmed: Skimmed, catalog: Catalog) -> Head | None:
    """The names of an entry that is read; of one with the slug of another as well, who has it says so."""
    from optout.schema.decode import decode

    found = catalog.get(skimmed.slug)
    entry = found.entry if found else None
    entry = entry or decode(cut_at(catalog.data, skimmed.start, 1), catalog.file).entry
    return head(entry) if entry else None
