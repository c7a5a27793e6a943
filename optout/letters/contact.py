"""Whom to write to about a platform: its own contact, or else the one of its company, for somebody in a region."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from optout.catalog import Catalog
from optout.guide.reader import Reader, in_region
from optout.model import ContactPoint, Platform, Source


class FoundContact(NamedTuple):
    """A contact, what it rests on, and the slug of the entry in which it is written."""

    contact: ContactPoint
    sources: tuple[Source, ...]
    slug: str


def contact_of(catalog: Catalog, platform: Platform, region: str) -> FoundContact | None:
    """Whom somebody in the region writes to; None if nobody is known.

    What surely holds for them goes before what may, and the platform's own before the company's.
    """
    return among(platform, siblings(catalog, platform), region)


def among(platform: Platform, others: Iterable[Platform], region: str) -> FoundContact | None:
    """The same, where the other platforms of its company are known, in their order."""
    own = [_found(platform, one) for one in platform.contacts]
    found = [*own, *(_found(other, one) for other in others for one in other.contacts if _is_company(one))]
    for wanted in ("yes", "maybe"):
        for one in found:
            if in_region(one.contact.audience, Reader(region)) == wanted:
                return one
    return None


def whole(name: str, platforms: Iterable[Platform]) -> Platform:
    """A company as if it were one platform, of which nothing is known but whom to write to: it is about all of them."""
    known = list(platforms)
    first = next((one for one in known if any(_is_company(point) for point in one.contacts)), known[0])
    contacts = tuple(filter(_is_company, first.contacts))
    return first._replace(name=name, contacts=contacts, uses=(), controls=(), summary="")


def _is_company(contact: ContactPoint) -> bool:
    return contact.extent == "company"


def siblings(catalog: Catalog, platform: Platform) -> Iterator[Platform]:
    """The other platforms of its company, in the order in which their contacts count."""
    if not platform.company:
        return
    from optout.catalog.resolve import of_company

    meant = of_company(catalog, platform.company)
    for decoded in meant.entries if meant else ():
        other = decoded.entry
        if isinstance(other, Platform) and other.slug != platform.slug and other.company == platform.company:
            yield other


def _found(platform: Platform, contact: ContactPoint) -> FoundContact:
    sources = tuple(one for one in platform.sources if one.id in contact.evidence)
    return FoundContact(contact, sources, platform.slug)
