"""What changed in the archived terms of an entry, and whether somebody has looked at the entry since."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from optout.errors import OptoutError
from optout.model import Date, Platform, Terms
from optout.prose import without_citations
from optout.terms import passages
from optout.terms.changes import TermsChange, changes
from optout.terms.editions import Unread
from optout.terms.library import Library, address_of, path_of
from optout.terms.passages import TermsPassage

_MANY = 500  # texts; so many take seconds


class Looked(NamedTuple):
    """An entry that names the document: what it says in short, and the day of its last check."""

    slug: str
    name: str
    checked: Date
    summary: str


class ChangedTerms(NamedTuple):
    """A change of what an operator says on training, or on refusing it, in one of its documents.

    `entries` are those that name the document. `terms` are the editions that changed alike, the first of which the rest
    is taken from: the day, the passages that are `new` and `gone`, and where the two versions can be read.
    """

    entries: tuple[Looked, ...]
    terms: tuple[Terms, ...]
    document: str
    day: Date
    new: tuple[TermsPassage, ...]
    gone: tuple[TermsPassage, ...]
    before: str
    after: str

    @property
    def unseen(self) -> tuple[Looked, ...]:
        """The entries that nobody has looked at since, as far as days can tell."""
        return tuple(one for one in self.entries if self.day > one.checked)


class TermsWatch(NamedTuple):
    """What the watch found: changes, newest first, and the documents that could not be read."""

    changes: tuple[ChangedTerms, ...]
    unread: tuple[Unread, ...]


class _Noted(NamedTuple):
    """A change in one edition, before those that changed alike are put together."""

    entry: Looked
    terms: Terms
    document: str
    change: TermsChange


def watch(
    platforms: Iterable[Platform],
    library: Library,
    now: int,
    since: Date | None = None,
    say: Callable[[str], None] | None = None,
) -> TermsWatch:
    """The changes of the terms of these entries: since a day, or those that nobody has looked at since.

    What changes alike in several editions, or is named by several entries, is told once, with all of them. What takes
    long since it is read for the first time is told to `say` beforehand.
    """
    platforms = tuple(platforms)
    if say:
        for news in _long(platforms, library):
            say(news)
    noted: list[_Noted] = []
    unread: list[Unread] = []
    known: dict[tuple[str, str], tuple[TermsChange, ...]] = {}
    for platform in platforms:
        entry = Looked(platform.slug, platform.name, platform.checked, without_citations(platform.summary))
        for terms in platform.terms:
            for document in terms.documents:
                path = path_of(terms.service, document)
                try:
                    if (terms.collection, path) not in known:
                        known[terms.collection, path] = changes(library.index(terms.collection), path, now)
                except OptoutError as error:
                    unread.append(Unread(terms, document, str(error)))
                    continue
                noted += (_Noted(entry, terms, document, one) for one in known[terms.collection, path])
    told = (_told(group, library) for group in _alike(noted))
    meant = (one for one in told if (one.day >= since if since else one.unseen))
    return TermsWatch(tuple(sorted(meant, key=lambda one: one.day, reverse=True)), tuple(unread))


def _long(platforms: Iterable[Platform], library: Library) -> Iterator[str]:
    """A sentence for each collection of which many texts are read for the first time, if it can be read."""
    paths: dict[str, set[str]] = {}
    for terms in (one for platform in platforms for one in platform.terms):
        paths.setdefault(terms.collection, set()).update(path_of(terms.service, one) for one in terms.documents)
    for collection, its in paths.items():
        with suppress(OptoutError):
            number = library.index(collection).unread(its)
            if number >= _MANY:
                yield f"{collection}: {number:,} texts are read for the first time, which takes a while; once only"


def _alike(noted: Iterable[_Noted]) -> Iterable[list[_Noted]]:
    """Changes by what they brought: the same words in the same document of a service, oldest first."""
    groups: dict[tuple[object, ...], list[_Noted]] = {}
    for one in sorted(noted, key=lambda one: one.change.version.seconds):
        groups.setdefault((one.terms.service, one.document, one.change.new, one.change.gone), []).append(one)
    return groups.values()


def _told(group: list[_Noted], library: Library) -> ChangedTerms:
    _, terms, document, change = group[0]
    archive, path = library.index(terms.collection).archive, path_of(terms.service, document)
    return ChangedTerms(
        tuple(dict.fromkeys(one.entry for one in group)),
        tuple(dict.fromkeys(one.terms for one in group)),
        document,
        change.version.day,
        tuple(_passages(archive.text(change.version.object), change.new)),
        tuple(_passages(archive.text(change.before.object), change.gone)),
        address_of(terms.collection, path, change.before.commit),
        address_of(terms.collection, path, change.version.commit),
    )


def _passages(text: str, keys: frozenset[str]) -> Iterator[TermsPassage]:
    """The passages of a text with these keys, each once."""
    left = set(keys)
    for passage in passages.read(text).passages:
        if passage.counts and not left.isdisjoint(passages.keys_of(passage)):
            left.difference_update(passages.keys_of(passage))
            yield passage
