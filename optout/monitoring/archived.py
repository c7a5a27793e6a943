"""What became of the entries' quotes in the archived copies of their sources: no address is asked for that."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from rapidfuzz import fuzz, process

from optout.catalog import Decoded
from optout.errors import OptoutError
from optout.model import Date, Platform, Source
from optout.monitoring.evidence import Quoted, QuoteVerdict, look_up
from optout.monitoring.links import Use
from optout.terms.archive import ArchivedText
from optout.terms.editions import cited_by, copied_from, standing
from optout.terms.index import TermsIndex
from optout.terms.library import Library, address_of, path_of
from optout.terms.passages import plain_text
from optout.terms.vocabulary import language_of

_FEWEST_WORDS = 4  # of a line that can have taken the place of another
_LINE = re.compile(r"\n|<br ?/?>")
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


class _Copy(NamedTuple):
    """A document that is a copy of a source, and its newest version."""

    kept: TermsIndex
    path: str
    version: ArchivedText


def copies(entries: Iterable[Decoded], library: Library) -> Copies:
    """The archived copies of the sources of these entries; a collection that is not here, or is damaged, has none."""
    quotes: list[ArchivedQuote] = []
    addresses: set[str] = set()
    for decoded in entries:
        if isinstance(decoded.entry, Platform):
            found = _newest(decoded.entry, library)
            for source, copy in found.items():
                addresses.add(source.url)
                if source.quote:
                    use = Use(decoded.places["sources", source.id, "quote"], decoded.slug, f"sources.{source.id}.quote")
                    newer = (one for one, its in found.items() if its == copy and _is_newer(one, source))
                    quoted = Quoted(source, use)
                    quotes += _older(quoted, library) if any(newer) else (_quote(quoted, copy),)
    return Copies(tuple(quotes), frozenset(addresses - {""}))


def _newest(platform: Platform, library: Library) -> dict[Source, _Copy]:
    """Of each source the newest copy, of two from one day that which the entry names as its copy."""
    found: dict[Source, list[_Copy]] = {}
    for source, collection, path in _documents(platform, library):
        with suppress(OptoutError):
            index = library.index(collection)
            version = None if source.taken_from else standing(index.versions(path), None)
            if version and not (source.language and _is_foreign(source, index.archive.text(version.object))):
                found.setdefault(source, []).append(_Copy(index, path, version))
    return {source: max(several, key=lambda one: one.version.day) for source, several in found.items()}


def _is_foreign(source: Source, text: str) -> bool:
    """Whether a quote is in another language than a copy: one address shows each reader their own."""
    return source.language.partition("-")[0] != language_of(text)


def _documents(platform: Platform, library: Library) -> Iterator[tuple[Source, str, str]]:
    """Each source with the documents that are copies of it: first the one it names, then those that the entry names."""
    for source in platform.sources:
        copied = copied_from(source.archived)
        if copied and library.has(copied.collection):
            yield source, copied.collection, copied.path
    for terms in platform.terms if platform.sources else ():
        for document in terms.documents if library.has(terms.collection) else ():
            with suppress(OptoutError):
                for source in cited_by(platform, terms, document, library):
                    yield source, terms.collection, path_of(terms.service, document)


def _quote(quoted: Quoted, copy: _Copy) -> ArchivedQuote:
    index, path, version = copy
    text, quote = _plain(index.archive.text(version.object)), quoted.source.quote
    found = ArchivedQuote(
        quoted, address_of(index.archive.name, path, version.commit), version.day, look_up(quote, "\n".join(text))
    )
    if found.verdict.state != "gone":
        return found
    return found._replace(gone=_gone(quote, index, path), instead=_instead(quote, text))


def _older(quoted: Quoted, library: Library) -> Iterator[ArchivedQuote]:
    """The quote of an older source beside a newer one, in the very version that it names, if that is here."""
    source, said = quoted.source, copied_from(quoted.source.archived)
    if said and source.known and library.has(said.collection):
        with suppress(OptoutError):
            text = library.index(said.collection).archive.file(said.path, said.commit)
            if text is not None:
                verdict = look_up(source.quote, "\n".join(_plain(text)))
                yield ArchivedQuote(quoted, source.archived, source.known, verdict)


def _is_newer(one: Source, other: Source) -> bool:
    """Whether a source is later than another, as far as both say when they are from."""
    days = [source.known.iso if source.known else "" for source in (one, other)]
    precise = min(map(len, days))
    return days[0][:precise] > days[1][:precise]


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
    """The lines of a document without Markdown's marks; those in one cell of a table stand each for itself."""
    return [plain for line in _LINE.split(text) if (plain := plain_text(line))]
