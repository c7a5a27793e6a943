"""A catalog's names as a table: under each form of a name, the entries that go by it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from optout.catalog import Catalog, cache, hosts
from optout.catalog.companies import companies, company_key
from optout.catalog.names import folded, key, keys
from optout.near import ABROAD, ALSO, APP, COMPANY, DOMAIN, FOLDED, LOGIN, NAME, WORD
from optout.store import Damaged, Store

if TYPE_CHECKING:
    from optout.catalog.heads import Head

KIND = "names"  # of store

_NEAR = (NAME, ALSO, COMPANY)
_SITES = (DOMAIN, LOGIN, ABROAD, APP)
# English words in a name by which nobody asks for it: they hold names together.
_JOINING = frozenset(("and", "by", "for", "from", "in", "of", "on", "the", "to", "with"))


class NameTable(Protocol):
    """Entries by the forms of their names."""

    def get(self, key: str) -> Sequence[str]:
        """The slugs under a key, in the order of the file."""

    def names(self) -> str:
        """The forms of all names and companies, each on a line of its own, for `near`."""

    def titles(self) -> str:
        """Slug and name of every entry, with a tab between them, on lines of their own."""

    def sites(self) -> str:
        """Every key of a domain, a login or an app, a tab, and its slugs, on lines of their own."""


def table_of(catalog: Catalog) -> NameTable:
    """The table of a catalog's names, from a cache if there is one."""
    if catalog.table is None:
        kept = cache.get(catalog, KIND, lambda _: contents(made(catalog)))
        catalog.table = Kept(kept, catalog) if kept else made(catalog)
    return catalog.table


def made(catalog: Catalog) -> "MadeTable":
    """The table of a catalog's names, read from its text."""
    from optout.catalog.heads import heads  # reads YAML, which whoever finds a table need not load

    return MadeTable(heads(catalog))


def contents(made: "MadeTable") -> cache.Contents:
    """A table as it is kept."""
    return {"names": made.names(), "titles": made.titles(), "sites": made.sites()}, {"slugs": made.slugs}


class Kept:
    """A table in a store, or, as soon as that turns out to be damaged, one that is made anew."""

    def __init__(self, kept: Store, catalog: Catalog) -> None:
        self._kept = kept
        self._catalog = catalog
        self._made: MadeTable | None = None

    def get(self, key: str) -> Sequence[str]:
        """The slugs under a key, in the order of the file."""
        try:
            return self._made.get(key) if self._made else self._kept.get("slugs", key)
        except (Damaged, OSError):
            return self._anew().get(key)

    def names(self) -> str:
        """The forms of all names and companies, each on a line of its own, for `near`."""
        try:
            return self._made.names() if self._made else self._kept.text("names")
        except (Damaged, OSError):
            return self._anew().names()

    def titles(self) -> str:
        """Slug and name of every entry, with a tab between them, on lines of their own."""
        try:
            return self._made.titles() if self._made else self._kept.text("titles")
        except (Damaged, OSError):
            return self._anew().titles()

    def sites(self) -> str:
        """Every key of a domain, a login or an app, a tab, and its slugs, on lines of their own."""
        try:
            return self._made.sites() if self._made else self._kept.text("sites")
        except (Damaged, OSError):
            return self._anew().sites()

    def _anew(self) -> "MadeTable":
        cache.forget(self._catalog, KIND)
        self._made = made(self._catalog)
        return self._made


class MadeTable:
    """A table in memory, of the heads that were read."""

    def __init__(self, heads: "Iterable[Head]") -> None:
        self.slugs: dict[str, list[str]] = {}
        self._titles: list[str] = []
        for head in heads:
            self._titles.append(f"{head.slug}\t{' '.join(head.name.split())}\n")
            for one in dict.fromkeys(_keys(head)):
                if "\n" in one or "\t" in one:  # of a broken entry
                    continue
                self.slugs.setdefault(one, []).append(head.slug)

    def get(self, key: str) -> Sequence[str]:
        """The slugs under a key, in the order of the file."""
        return self.slugs.get(key, ())

    def names(self) -> str:
        """The forms of all names and companies, each on a line of its own, for `near`."""
        return lines(self.slugs)

    def titles(self) -> str:
        """Slug and name of every entry, with a tab between them, on lines of their own."""
        return "".join(self._titles)

    def sites(self) -> str:
        """Every key of a domain, a login or an app, a tab, and its slugs, on lines of their own."""
        return "".join(f"{one}\t{' '.join(slugs)}\n" for one, slugs in self.slugs.items() if one[0] in _SITES)


def lines(keys: Iterable[str]) -> str:
    """The names among the keys, each between two line breaks."""
    found = sorted({one[1:] for one in keys if one[0] in _NEAR})
    return "\n" + "".join(f"{name}\n" for name in found)


def _keys(head: "Head") -> Iterable[str]:
    own = {*keys(head.name), key(head.slug)}
    also = {form for name in head.also for form in keys(name)} - own
    yield from (NAME + form for form in sorted(own))
    yield from (ALSO + form for form in sorted(also))
    yield from (FOLDED + bare for form in sorted(own | also) if (bare := folded(form)) != form)
    for domain in (one.lower().removeprefix("www.") for one in head.domains):
        yield DOMAIN + domain
        if stem := hosts.stem(domain):
            yield DOMAIN + stem
    yield from (LOGIN + one.lower() for one in head.logins)
    yield from (ABROAD + one.lower() for one in head.abroad)
    yield from (APP + one.lower() for one in head.apps)
    yield from (COMPANY + company_key(name) for name in companies(head.company) if company_key(name))
    for name in (head.name, *head.also):
        words = name.replace("-", " ").split()
        kept = (form for word in words if len(form := key(word)) > 1 and form not in _JOINING)
        yield from (WORD + form for form in kept if len(words) > 1)
