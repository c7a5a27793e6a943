"""A catalog's names as a table: under each form of a name, the entries that go by it."""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
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
        kept = cache.get(catalog, KIND, lambda _: contents(made(catalog), catalog.slugs()))
        catalog.table = Kept(kept, catalog) if kept else _sought(catalog)
    return catalog.table


def _sought(catalog: Catalog) -> NameTable:
    from optout.catalog.sought import SoughtTable

    return SoughtTable(catalog)


def made(catalog: Catalog) -> "MadeTable":
    """The table of a catalog's names, read from its text."""
    from optout.catalog.heads import heads  # reads YAML, which whoever finds a table need not load

    return MadeTable(heads(catalog))


def contents(made: "MadeTable", slugs: Iterable[str] = ()) -> cache.Contents:
    """A table as it is kept; of those of `slugs` whose entries cannot be read, it is known that there is something."""
    unread = "\n".join(sorted({key(slug) for slug in slugs} - {one[1:] for one in made.slugs if one[0] == NAME}))
    texts = {"names": made.names(), "titles": made.titles(), "sites": made.sites(), "unread": unread}
    return texts, {"slugs": made.slugs}


class Kept:
    """A table in a store, or, as soon as that turns out to be damaged, one that is made anew."""

    def __init__(self, kept: Store, catalog: Catalog) -> None:
        self._kept = kept
        self._catalog = copy(catalog)  # that one holds the table: in a circle they would keep its file open
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
    """A table in memory, of the heads that were read; keys of a kind are made once somebody asks for one of them."""

    def __init__(self, heads: "Iterable[Head]") -> None:
        self._heads = tuple(heads)
        self._made: dict[str, dict[str, list[str]]] = {}

    def get(self, key: str) -> Sequence[str]:
        """The slugs under a key, in the order of the file."""
        return self._of(key[:1]).get(key, ())

    @property
    def slugs(self) -> dict[str, list[str]]:
        """All slugs under all keys."""
        return {one: slugs for kinds in _KEYS for one, slugs in self._of(kinds[0]).items()}

    def names(self) -> str:
        """The forms of all names and companies, each on a line of its own, for `near`."""
        found = sorted({one[1:] for kind in (NAME, COMPANY) for one in self._of(kind) if one[0] in _NEAR})
        return "\n" + "".join(f"{name}\n" for name in found)

    def titles(self) -> str:
        """Slug and name of every entry, with a tab between them, on lines of their own."""
        return "".join(f"{head.slug}\t{' '.join(head.name.split())}\n" for head in self._heads)

    def sites(self) -> str:
        """Every key of a domain, a login or an app, a tab, and its slugs, on lines of their own."""
        found = (one for kind in _SITES for one in self._of(kind).items())
        return "".join(f"{one}\t{' '.join(slugs)}\n" for one, slugs in found)

    def _of(self, kind: str) -> dict[str, list[str]]:
        """The slugs under the keys of a kind, and of those that are made together with it."""
        kinds = next((kinds for kinds in _KEYS if kind and kind in kinds), "")
        if kinds and kinds not in self._made:
            made: dict[str, list[str]] = {}
            for head in self._heads:
                for one in dict.fromkeys(_KEYS[kinds](head)):
                    if "\n" not in one and "\t" not in one:  # of a broken entry
                        made.setdefault(one, []).append(head.slug)
            self._made[kinds] = made
        return self._made.get(kinds, {})


def _called(head: "Head") -> Iterable[str]:
    own = {*keys(head.name), head.slug.replace("-", "")}
    also = {form for name in head.also for form in keys(name)} - own
    yield from [NAME + form for form in sorted(own)]
    yield from [ALSO + form for form in sorted(also)]
    accented = [form for form in (*own, *also) if not form.isascii()]
    yield from (FOLDED + bare for form in sorted(accented) if (bare := folded(form)) != form)


def _domains(head: "Head") -> Iterable[str]:
    for domain in (one.lower().removeprefix("www.") for one in head.domains):
        yield DOMAIN + domain
        if stem := hosts.stem(domain):
            yield DOMAIN + stem


def _words(head: "Head") -> Iterable[str]:
    for name in (head.name, *head.also):
        words = name.replace("-", " ").split()
        kept = (form for word in words if len(form := key(word)) > 1 and form not in _JOINING)
        yield from (WORD + form for form in kept if len(words) > 1)


# What makes the keys of an entry, by the kinds that are made together.
_KEYS: dict[str, "Callable[[Head], Iterable[str]]"] = {
    NAME + ALSO + FOLDED: _called,
    DOMAIN: _domains,
    LOGIN: lambda head: (LOGIN + one.lower() for one in head.logins),
    ABROAD: lambda head: (ABROAD + one.lower() for one in head.abroad),
    APP: lambda head: (APP + one.lower() for one in head.apps),
    COMPANY: lambda head: (COMPANY + form for name in companies(head.company) if (form := company_key(name))),
    WORD: _words,
}
