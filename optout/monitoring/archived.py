"""What became of the entries' quotes in the archived copies of their sources: no address is asked for that."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from optout.catalog import Decoded
from optout.errors import OptoutError
from optout.model import Date, Platform, Source
from optout.monitoring.evidence import Quoted, QuoteVerdict, look_up
from optout.monitoring.links import Use
from optout.terms.archive import ArchivedText
from optout.terms.editions import cited_by, standing
from optout.terms.index import TermsIndex
from optout.terms.library import Library, address_of, path_of
from optout.terms.passages import plain_text

_FEWEST_WORDS = 4  # of a line that can have taken the place of another
_ALIKE = 45  # percent of the words; less is another matter


class ArchivedQuote(NamedTuple):
    """A quote in the newest archived copy of its source, which stands so since `day` and can be read at `copy`.

    `gone` is the day from which the archive has it no longer, None if it stands, or no copy ever had it; `instead` is
    the passage of today that is most like it.
    """

    quoted: Quoted
    copy: str
    day: Date
    verdict: QuoteVerdict
    gone: Date | None = None
    instead: str = ""


class Copies(NamedTuple):
    """The quotes that could be looked up, and the addresses that need not be asked since the archive has them."""

    quotes: tuple[ArchivedQuote, ...]
    addresses: frozenset[str]


def copies(entries: Iterable[Decoded], library: Library) -> Copies:
    """The archived copies of the sources of these entries; a collection that is not here, or is damaged, has none."""
    quotes: list[ArchivedQuote] = []
    addresses: set[str] = set()
    for decoded in entries:
        if isinstance(decoded.entry, Platform):
            for source, index, path in _copied(decoded.entry, library):
                version = standing(index.versions(path), None)
                if version is None:
                    continue
                addresses.add(source.url)
                if source.quote:
                    use = Use(decoded.places["sources", source.id, "quote"], decoded.slug, f"sources.{source.id}.quote")
                    quotes.append(_quote(Quoted(source, use), index, path, version))
    return Copies(tuple(quotes), frozenset(addresses - {""}))


def _copied(platform: Platform, library: Library) -> Iterator[tuple[Source, TermsIndex, str]]:
    """Each source with a document that is a copy of it, the first that there is."""
    found: set[str] = set()
    for terms in platform.terms:
        for document in terms.documents:
            try:
                index = library.index(terms.collection) if library.has(terms.collection) else None
                cited = cited_by(platform, terms, document, library) if index else ()
            except OptoutError:
                continue
            for source in cited:
                if index and source.id not in found:
                    found.add(source.id)
                    yield source, index, path_of(terms.service, document)


def _quote(quoted: Quoted, index: TermsIndex, path: str, version: ArchivedText) -> ArchivedQuote:
    text, quote = _plain(index.archive.text(version.object)), quoted.source.quote
    found = ArchivedQuote(
        quoted, address_of(index.archive.name, path, version.commit), version.day, look_up(quote, "\n".join(text))
    )
    if found.verdict.state != "gone":
        return found
    return found._replace(gone=_gone(quote, index, path), instead=_instead(quote, text))


def _gone(quote: str, index: TermsIndex, path: str) -> Date | None:
    """The day of the first version after the last one that had the quote."""
    after: ArchivedText | None = None
    for version in reversed(index.versions(path)):
        if version.is_removal:
            continue
        if look_up(quote, "\n".join(_plain(index.archive.text(version.object)))).state != "gone":
            return after.day if after else None
        after = version
    return None


def _instead(quote: str, lines: list[str]) -> str:
    """The line that is most like a quote, if one is like it at all."""
    long = [line for line in lines if len(line.split()) >= _FEWEST_WORDS]
    best = process.extractOne(quote, long, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE)
    return best[0] if best else ""


def _plain(text: str) -> list[str]:
    """The lines of a document without Markdown's marks."""
    return [plain for line in text.split("\n") if (plain := plain_text(line))]
