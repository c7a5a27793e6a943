"""What each entry is called, read without the rest of it.

What is found this way is a hint, not an answer: whoever takes an entry for its name reads it.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from optout.catalog import Catalog
from optout.catalog.names import names
from optout.model import Platform, Stub
from optout.source.skim import END, Abridged, Skimmed, abridged, skim
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
    return _heads(skim(catalog.data, _FIELDS), catalog)


def unread_heads(catalog: Catalog) -> Abridged:
    """The lines that say of every entry what it is called."""
    return abridged(catalog.data, _FIELDS)


def abridged_heads(catalog: Catalog, text: Abridged) -> Iterator[Head]:
    """The same of these lines, none of which has to be looked for any more."""
    begins = accumulate((len(one) + 1 for one in text.texts.split(END)), initial=0)
    starts = dict(zip(begins, text.starts, strict=False))
    skimmed = skim(text.texts.replace(END, b"\n"), _FIELDS)
    return _heads((one._replace(start=starts[one.start]) for one in skimmed), catalog)


def head_at(catalog: Catalog, start: int, text: bytes) -> Head | None:
    """What these lines of the entry that begins there say; None if it cannot be read, or is none."""
    skimmed = next(skim(text, _FIELDS), None)
    return next(_heads([skimmed._replace(start=start)], catalog), None) if skimmed else None


def head(entry: Platform | Stub) -> Head:
    """The names of an entry that was read."""
    name, *also = names(entry)
    if isinstance(entry, Stub):
        return Head(entry.slug, name, tuple(also), "", entry.domains, entry.now)
    kin = (entry.country_domains, entry.logins, entry.apps)
    return Head(entry.slug, name, tuple(also), entry.company, entry.domains, "", *kin)


def _heads(skimmed: Iterable[Skimmed], catalog: Catalog) -> Iterator[Head]:
    return filter(None, (_skimmed(one) or _whole(one, catalog) for one in skimmed))


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
