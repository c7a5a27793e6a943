"""Which archived documents an entry may have, by its names: what is certain, and what somebody has to choose."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from optout.alike import normal
from optout.model import Platform, Terms
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
        known = [one.name for one in COLLECTIONS if library.has(one.name)]
        for collection in known:
            index = library.index(collection)
            kept: dict[str, list[str]] = {}
            for path in index.documents():
                service, document = path.removesuffix(".md").split("/")
                if document in DOCUMENTS and not index.versions(path)[-1].is_removal:
                    kept.setdefault(service, []).append(document)
            for service, documents in kept.items():
                self._services.setdefault(_form(service), []).append(Terms(collection, service, tuple(documents)))

    def suggested(self, platform: Platform) -> Suggestion:
        """What may be the terms of an entry that names none: of each service the first collection that has it."""
        forms = dict.fromkeys(map(_form, (platform.name, *platform.aliases, *platform.formerly)))
        found = [one for form in forms for one in self._services.get(form, ())]
        first = tuple({one.service: one for one in reversed(found)}.values())[::-1]
        if len(first) == 1 and self._is_of(first[0], platform.domains):
            return Suggestion(certain=first)
        return Suggestion(choices=first)

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
