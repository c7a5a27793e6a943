"""Which archived documents an entry may have, by its sources and its names: what is certain, and what somebody has to
choose."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from optout.alike import normal
from optout.model import Audience, Platform, Terms
from optout.terms.editions import copied_from, standing
from optout.terms.library import COLLECTIONS, Library

DOCUMENTS = ("Privacy Policy", "Terms of Service")


class Suggestion(NamedTuple):
    """What may be the terms of an entry: `certain` where a service has its name and, as far as is known, its domain;
    else those among which somebody has to choose."""

    certain: tuple[Terms, ...] = ()
    choices: tuple[Terms, ...] = ()


class Names:
    """The services of all collections that are here, by their names."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._services: dict[str, list[Terms]] = {}
        self._here = [one.name for one in COLLECTIONS if library.has(one.name)]
        for collection in self._here:
            index = library.index(collection)
            kept: dict[str, list[str]] = {}
            for path in index.documents():
                service, document = path.removesuffix(".md").split("/")
                if document in DOCUMENTS and not index.versions(path)[-1].is_removal:
                    kept.setdefault(service, []).append(document)
            for service, documents in kept.items():
                self._services.setdefault(_form(service), []).append(Terms(collection, service, tuple(documents)))

    def suggested(self, platform: Platform) -> Suggestion:
        """What may be the terms of an entry that names none: those whose copies it cites, for the readers of each
        source; else those of its name, of each service in the first collection that has it."""
        if cited := tuple(self._cited(platform)):
            return Suggestion(certain=cited)
        forms = dict.fromkeys(map(_form, (platform.name, *platform.aliases, *platform.formerly)))
        found = [one for form in forms for one in self._services.get(form, ())]
        first = tuple({one.service: one for one in reversed(found)}.values())[::-1]
        if len(first) == 1 and self._is_of(first[0], platform.domains):
            return Suggestion(certain=first)
        return Suggestion(choices=first)

    def _cited(self, platform: Platform) -> Iterator[Terms]:
        """The documents whose archived copies the operator's own sources name, as far as they still stand there."""
        kept: dict[tuple[str, str, Audience], list[str]] = {}
        for source in platform.sources:
            copied = copied_from(source.archived)
            if source.kind != "official" or source.taken_from or not copied or copied.collection not in self._here:
                continue
            service, _, document = copied.path.removesuffix(".md").partition("/")
            if standing(self._library.index(copied.collection).versions(copied.path), None):
                documents = kept.setdefault((copied.collection, service, source.audience), [])
                if not any(
                    document in names for (*place, _), names in kept.items() if place == [copied.collection, service]
                ):
                    documents.append(document)
        yield from (
            Terms(collection, service, tuple(documents), audience)
            for (collection, service, audience), documents in kept.items()
            if documents
        )

    def _is_of(self, terms: Terms, domains: Iterable[str]) -> bool:
        """Whether the addresses of a service are at these domains; where either is not known, its name decides."""
        addresses = [
            address
            for document in terms.documents
            for address in self._library.addresses(terms.collection, terms.service, document)
        ]
        hosts = [urlsplit(address).hostname or "" for address in addresses]
        known = tuple(domains)
        if not hosts or not known:
            return True
        return any(host == domain or host.endswith(f".{domain}") for host in hosts for domain in known)


def _form(name: str) -> str:
    """The letters and digits of a name."""
    return re.sub(r"[\W_]", "", normal(name))
