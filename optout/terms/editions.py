"""What the archived terms of one entry say, and what of it the entry has: passages, addresses, whole editions."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from optout.alike import normal
from optout.errors import OptoutError
from optout.model import Audience, Date, Platform, Source, Terms
from optout.regions import match
from optout.schema.walk import texts
from optout.terms import passages
from optout.terms.archive import ArchivedText
from optout.terms.dates import date_in, dates_in
from optout.terms.library import Library, address_of, path_of
from optout.terms.passages import Address, TermsPassage

# Between what the archive read from several addresses for one document.
_PARTS = re.compile(r"(?m)^- - -$")


class Mentioned(NamedTuple):
    """A passage, and whether a quote of the entry stands in it or in what stands before it."""

    passage: TermsPassage
    is_cited: bool


class Contact(NamedTuple):
    """Somebody to write to, a form or a setting that the text names, and whether the entry has it."""

    address: Address
    is_known: bool


class Edition(NamedTuple):
    """A document of an entry as it stood at a time.

    `sources` are the ids of the sources by which the entry cites it, `addresses` those from which the archive reads it,
    `dated` is the date it gives itself, `archived` where this version can be read.
    """

    terms: Terms
    document: str
    version: ArchivedText
    archived: str
    addresses: tuple[str, ...]
    language: str
    dated: Date | None
    sources: tuple[str, ...]
    passages: tuple[Mentioned, ...]
    named: tuple[Contact, ...]


class Copied(NamedTuple):
    """A version of a document: its collection, a commit by its name or that of a branch, and the document's path."""

    collection: str
    commit: str
    path: str


class Unread(NamedTuple):
    """A document that an entry names and that cannot be read here, and why."""

    terms: Terms
    document: str
    reason: str


def editions(platform: Platform, library: Library, at: Date | None = None) -> Iterator[Edition | Unread]:
    """Every archived document of an entry, as it stands now or stood at the end of a day."""
    for terms in platform.terms:
        for document in terms.documents:
            try:
                yield _edition(platform, terms, document, library, at)
            except OptoutError as error:
                yield Unread(terms, document, str(error))


def cited_by(platform: Platform, terms: Terms, document: str, library: Library) -> tuple[Source, ...]:
    """The sources by which an entry cites a document: by its archived copy, or by an address it is read from.

    One page may hold several documents, and shows others to readers elsewhere: so in the collection that has the copy
    of a source, the copy decides which document it is, and a source is none of an edition for other readers.
    """
    path = path_of(terms.service, document)
    declared = {bare(one) for one in library.addresses(terms.collection, terms.service, document)}
    return tuple(
        source
        for source in platform.sources
        if (
            copied.path == path
            if (copied := copied_from(source.archived)) and copied.collection == terms.collection
            else source.url and bare(source.url) in declared and _meet(source.audience, terms.audience)
        )
    )


def copied_from(archived: str) -> Copied | None:
    """The version of a document that the address of an archived copy leads to; None if it leads elsewhere."""
    found = re.search(
        r"github\.com/OpenTermsArchive/([\w-]+)-versions/(?:blob|raw|tree)/([^/-][^/]*)/(.+?)(?:[?#]|$)", archived
    )
    return Copied(found[1], found[2], unquote(found[3])) if found else None


def dates_of(text: str, addresses: tuple[str, ...], source: Source) -> tuple[Date, ...]:
    """The dates that the document of a source gives itself; none too where nobody can say which part it is.

    Where the archive puts together what it reads from several `addresses`, it is the part read from the source's own.
    """
    parts = _PARTS.split(text)
    if len(parts) == 1:
        return dates_in(text)
    if len(parts) != len(addresses) or not source.url:
        return ()
    own = (part for address, part in zip(addresses, parts, strict=True) if bare(address) == bare(source.url))
    return next(map(dates_in, own), ())


def bare(address: str) -> str:
    """An address without what makes no other page of it; a query does where it numbers the page, as `nodeId=` does."""
    page, _, query = address.partition("#")[0].partition("?")
    numbers = sorted(part for part in re.split("[&;]", query) if re.match(r"\w*id=", part, re.IGNORECASE))
    return "?".join((re.sub(r"^https?://(?:www\.)?", "", page).rstrip("/"), *numbers)).casefold()


def standing(versions: Iterable[ArchivedText], at: Date | None) -> ArchivedText | None:
    """The newest version, or the one that stood at the end of a day; None if there was none, or it was taken out."""
    found = [one for one in versions if at is None or one.day <= at]
    return found[-1] if found and not found[-1].is_removal else None


def _edition(platform: Platform, terms: Terms, document: str, library: Library, at: Date | None) -> Edition:
    path = path_of(terms.service, document)
    index = library.index(terms.collection)
    versions = index.versions(path)
    if not versions:
        raise OptoutError(f"the collection {terms.collection} has no {path}; it may go by another name there now")
    version = standing(versions, at)
    if version is None:
        when = f"stood there on {at.iso}" if at else "is kept there any more"
        raise OptoutError(f"nothing of {path} in {terms.collection} {when}")
    text = index.archive.text(version.object)
    found = passages.read(text)
    quotes = [normal(source.quote) for source in platform.sources if source.quote]
    known = {_key(value) for _, value in texts(platform, "address", "form", "mailbox")}
    return Edition(
        terms,
        document,
        version,
        address_of(terms.collection, path, version.commit),
        library.addresses(terms.collection, terms.service, document),
        found.language,
        date_in(text),
        tuple(source.id for source in cited_by(platform, terms, document, library)),
        tuple(Mentioned(one, _has_quote(one, quotes)) for one in found.passages),
        tuple(Contact(one, _key(one.to) in known) for one in passages.addresses(text)),
    )


def _meet(one: Audience, other: Audience) -> bool:
    """Whether there may be readers who are of both."""
    return _holds(one, other.regions) and _holds(other, one.regions)


def _holds(audience: Audience, listed: tuple[str, ...]) -> bool:
    """Whether any of the listed regions is, in part at least, of an audience; no list is everywhere."""
    if not listed:
        return True
    if audience.regions:
        return any(match(region, audience.regions) != "no" for region in listed)
    return any(match(region, audience.regions_except) != "yes" for region in listed)


def _has_quote(passage: TermsPassage, quotes: list[str]) -> bool:
    said = normal(f"{passage.before} {passage.sentence.text}")
    return any(_stands(quote, said) for quote in quotes)


def _stands(quote: str, said: str) -> bool:
    """Whether all parts of a quote, between its dots, stand in what is said."""
    parts = [part.strip(" .") for part in re.split(r"\[?\.\.\.\]?|…", quote)]
    return all(part in said for part in parts if part)


def _key(address: str) -> str:
    return address.casefold() if "@" in address and "/" not in address else bare(address)
