"""What the archive has to say to an entry: terms that it does not name, and dates that are older than its copies'."""

import re
from collections.abc import Iterator, Mapping

from optout.catalog import Catalog, Decoded
from optout.editing.changed import Changed
from optout.editing.check import Changes, CheckReport, Combine, mended, report
from optout.editing.fix import ARCHIVED
from optout.errors import OptoutError
from optout.model import Date, Platform, Terms
from optout.problem import Problem
from optout.source.split import cut_all
from optout.terms.editions import cited_by, dates_of, standing
from optout.terms.library import Library, path_of
from optout.terms.names import Names, Suggestion

DATED = "archived-date"


def checked(
    catalog: Catalog,
    today: Date,
    changes: Changes | None,
    library: Library,
    mends: bool,
    combine: Combine | None = None,
) -> CheckReport:
    """The problems of a catalog, those that the archive knows of among them; with `mends`, of its mended text.

    Raises:
        OptoutError: a collection is damaged.
    """
    data = bytes(catalog.data)
    written, gone = named(data, library) if mends and changes is None else (data, ())
    again = Catalog(written, catalog.file)
    found = (mended if mends else report)(again, today, changes, combine)
    lines = changes(found.data) if changes else None
    more = problems(Catalog(found.data, catalog.file), library, lines)
    return found._replace(
        problems=tuple(sorted((*found.problems, *more))),
        mended=(*(one._replace(place=one.place._replace(file=catalog.file)) for one in gone), *found.mended),
    )


def problems(catalog: Catalog, library: Library, lines: Changed | None = None) -> Iterator[Problem]:
    """What the archive has to say to the entries, or to those that begin on one of `lines`; all of it warnings.

    Raises:
        OptoutError: a collection is damaged.
    """
    names = Names(library)
    for decoded in catalog:
        if isinstance(decoded.entry, Platform) and (lines is None or decoded.places[()].line in lines):
            yield from _unnamed(decoded, decoded.entry, names.suggested(decoded.entry))
            yield from _dated(decoded, decoded.entry, library)


def named(data: bytes, library: Library) -> tuple[bytes, tuple[Problem, ...]]:
    """The text of a catalog in which entries name the terms that are certainly theirs, and the problems that are gone.

    An entry stays as it is where it would not read the same but for its terms.
    """
    names = Names(library)
    certain: dict[str, tuple[Terms, ...]] = {}
    gone: dict[str, tuple[Problem, ...]] = {}
    for decoded in Catalog(data, ""):
        if isinstance(decoded.entry, Platform) and not decoded.entry.terms:
            suggestion = names.suggested(decoded.entry)
            certain |= {decoded.slug: suggestion.certain} if suggestion.certain else {}
            gone[decoded.slug] = tuple(_unnamed(decoded, decoded.entry, suggestion))
    written = _readable(data, certain)
    return _with_terms(data, written), tuple(problem for slug in written for problem in gone[slug])


def with_terms(data: bytes, slug: str, terms: tuple[Terms, ...]) -> bytes:
    """The text of a catalog in which one entry names these terms."""
    return _with_terms(data, _readable(data, {slug: terms}))


def _readable(data: bytes, terms: Mapping[str, tuple[Terms, ...]]) -> Mapping[str, tuple[Terms, ...]]:
    """Of these terms those with which an entry reads the same but for them."""
    before, after = Catalog(data, ""), Catalog(_with_terms(data, terms), "")
    found: dict[str, tuple[Terms, ...]] = {}
    for slug, its in terms.items():
        was, now = before.get(slug), after.get(slug)
        if was and now and isinstance(was.entry, Platform) and now.entry == was.entry._replace(terms=its):
            found[slug] = its
    return found


def _with_terms(data: bytes, terms: Mapping[str, tuple[Terms, ...]]) -> bytes:
    chunks = list(cut_all(data))
    head = data[: len(data) - sum(len(chunk.raw) for chunk in chunks)]
    return head + b"".join(_entry(chunk.raw, terms.get(chunk.slug, ())) for chunk in chunks)


def _entry(raw: bytes, terms: tuple[Terms, ...]) -> bytes:
    """The text of an entry with its terms before its sources."""
    found = re.search(rb"(?m)^( +)sources:", raw)
    if not terms or found is None:
        return raw
    indent = found[1].decode()
    end = "\r\n" if b"\r\n" in raw else "\n"
    written = f"{indent}terms:{end}" + "".join(f"{indent}  - {_written(one)}{end}" for one in terms)
    return raw[: found.start()] + written.encode() + raw[found.start() :]


def _written(terms: Terms) -> str:
    parts = [f"collection: {_scalar(terms.collection)}", f"service: {_scalar(terms.service)}"]
    lists = {
        "documents": terms.documents,
        "regions": terms.audience.regions,
        "regions-except": terms.audience.regions_except,
    }
    parts += (f"{name}: [{', '.join(map(_scalar, listed))}]" for name, listed in lists.items() if listed)
    return f"{{{', '.join(parts)}}}"


def _scalar(text: str) -> str:
    """A text as YAML reads it back: in quotes unless it is letters and blanks."""
    return text if re.fullmatch(r"[A-Za-z][A-Za-z .-]*[A-Za-z]", text) else "'" + text.replace("'", "''") + "'"


def _unnamed(decoded: Decoded, platform: Platform, suggestion: Suggestion) -> Iterator[Problem]:
    if platform.terms or not (suggestion.certain or suggestion.choices):
        return
    kept = "; ".join(f"{one.service} in {one.collection}" for one in suggestion.certain or suggestion.choices)
    if suggestion.certain:
        message, expected = f"its terms are archived and not named: {kept}", "`terms:`, which --fix writes"
    else:
        message = f"terms of this name are archived: {kept}"
        expected = "`terms:` with what is its own among them"
    place = decoded.places[()]
    yield Problem(place, ARCHIVED, message, expected, entry=decoded.slug, severity="warning", length=len(decoded.slug))


def _dated(decoded: Decoded, platform: Platform, library: Library) -> Iterator[Problem]:
    """Sources whose document gives itself a later day than the entry says, if no source of the entry is of its days: an
    older version may be cited beside it on purpose. A date without a day is left to the reader."""
    for terms in platform.terms:
        for document in terms.documents if library.has(terms.collection) else ():
            path = path_of(terms.service, document)
            try:
                cited = [one for one in cited_by(platform, terms, document, library) if one.date and one.date.day]
                index = library.index(terms.collection)
                version = standing(index.versions(path), None) if cited else None
                text = index.archive.text(version.object) if version else ""
            except OptoutError:
                continue
            addresses = library.addresses(terms.collection, terms.service, document)
            for source in cited:
                own = dates_of(text, addresses, source)
                found = max(own, default=None)
                is_read = any(one.date and found and (one.date in own or one.date > found) for one in cited)
                if version and found and source.date and not is_read and not source.taken_from:
                    yield Problem(
                        decoded.places["sources", source.id, "date"],
                        DATED,
                        f"the archived copy of {version.day.iso} dates itself {found.iso}, this says {source.date.iso}",
                        f"a look at what is new (optout terms {decoded.slug}), then its date",
                        entry=decoded.slug,
                        severity="warning",
                        length=len(source.date.iso),
                    )
