"""Where a word is looked for: in entries, and in the groups that a search finds as well."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from optout.catalog.companies import companies, company_key
from optout.catalog.hosts import suffix
from optout.catalog.names import folded, key
from optout.guide.everyday import everyday, split
from optout.guide.overview import Row
from optout.messages import LANGUAGES, Language, Message, language, message
from optout.model import CATEGORIES, TOPICS, Platform, Stub
from optout.ranking import ALSO, BODY, CALLED, CALLED_ALSO, COMPANY, DOMAIN, GROUP, NAME, PLACES
from optout.schema.record import Kind
from optout.schema.walk import walk

_PLACE_OF: dict[str | int, str] = {
    "name": NAME,
    "aliases": ALSO,
    "formerly": ALSO,
    "company": COMPANY,
    "domains": DOMAIN,
}
_READ: frozenset[Kind] = frozenset(("claim", "prose", "name", "label", "hint", "plan", "domain", "copy"))

GroupKind = Literal["company", "category", "topic"]


class Gathered(NamedTuple):
    """Several platforms that a search finds as one: of a company, a category or a topic.

    `id` is the word of the catalog, of a company the form in which its name is compared; `name` is that name, and
    `number` how many platforms there are.
    """

    kind: GroupKind
    id: str
    name: str
    number: int

    def title(self, spoken: Language) -> str:
        """What it is called in a language."""
        return spoken.text(_title(self.kind, self.id)) if self.kind != "company" else self.name


class Membership(NamedTuple):
    """What decides to which groups a platform belongs."""

    slug: str
    company: str
    category: str
    topics: tuple[str, ...]

    @classmethod
    def of(cls, platform: Platform) -> "Membership":
        """That of a platform that was read."""
        return cls(platform.slug, platform.company, platform.category, platform.topics)


class Passage(NamedTuple):
    """A text in which words are looked for, after the kind of place that it is; `shown` is shown in its stead."""

    place: str
    text: str
    shown: str = ""


def texts(platform: Platform, spoken: str = "en") -> list[Passage]:
    """Every text of an entry in which a word is looked for, best first.

    That is all that there is to read in it, except what its sources are called and say and whom to write to, and what
    leads to its topics and its category.
    """
    tongue = language(spoken)
    found = [Passage(NAME, platform.slug)]
    groups: list[tuple[GroupKind, str]] = [
        ("category", platform.category),
        *(("topic", one) for one in platform.topics),
    ]
    found += [Passage(GROUP, " ".join(leading(kind, id)), tongue.text(_title(kind, id))) for kind, id in groups]
    for said in walk(platform):
        field = said.path[0]
        if said.kind == "domain":
            found.append(Passage(DOMAIN, _registered(said.text), said.text))
        elif said.kind in _READ and field not in ("sources", "contacts"):
            found += [Passage(_PLACE_OF.get(field, BODY), line) for line in said.text.splitlines()]
    return sorted(found, key=lambda one: PLACES.index(one.place))


def entry_words(platform: Platform) -> set[str]:
    """Every word of an entry after the letter of its place, and what it is called as a whole."""
    found = {one.place + word for one in texts(platform) for word in split(one.text)}
    called = {form(platform.slug), form(platform.name)}
    also = {form(name) for name in (*platform.formerly, *platform.aliases)} | {company_key(platform.company)}
    return found | {CALLED + one for one in called} | {CALLED_ALSO + one for one in also - called if one}


def stub_words(stub: Stub) -> set[str]:
    """The same of a former name: it is another name of the platform that it leads to."""
    names = (stub.name, *stub.aliases)
    words = {word for name in (*names, *map(_registered, stub.domains)) for word in split(name)}
    return {ALSO + word for word in words} | {CALLED_ALSO + form(name) for name in (stub.slug, *names)}


def group_words(group: Gathered) -> set[str]:
    """The same of a group."""
    if group.kind == "company":
        return {NAME + word for word in split(group.name)} | {CALLED + form(group.name), CALLED + group.id}
    words = leading(group.kind, group.id)
    called = {CALLED + group.id.replace("-", "")} | {CALLED_ALSO + word for word in words if word != group.id}
    return {NAME + word for word in words} | called


def groups(rows: Iterable[Row | Platform | Membership]) -> list[Gathered]:
    """The companies that have several platforms, and the categories and topics that have any."""
    of_company: dict[str, tuple[str, list[str]]] = {}
    of_others: Counter[str] = Counter()
    for row in rows:
        for name in companies(row.company) if row.company else ():
            of_company.setdefault(company_key(name), (name, []))[1].append(row.slug)
        of_others.update((f"category-{row.category}", *(f"topic-{topic}" for topic in row.topics)))
    categories = (Gathered("category", id, "", of_others[f"category-{id}"]) for id in CATEGORIES)
    topics = (Gathered("topic", id, "", of_others[f"topic-{id}"]) for id in TOPICS)
    return [*_several(of_company), *(one for one in (*categories, *topics) if one.number)]


def form(name: str) -> str:
    """The form in which whole names are compared."""
    return folded(key(name))


def _several(found: dict[str, tuple[str, list[str]]]) -> Iterator[Gathered]:
    """One of two names of a company with the same platforms is enough."""
    known: set[tuple[str, ...]] = set()
    for id, (name, slugs) in sorted(found.items()):
        if id and len(slugs) > 1 and tuple(slugs) not in known:
            known.add(tuple(slugs))
            yield Gathered("company", id, name, len(slugs))


def _registered(domain: str) -> str:
    """A domain without its end, which is nobody's in particular."""
    return domain.removesuffix(f".{suffix(domain)}")


def _title(kind: GroupKind, id: str) -> Message:
    return message(f"{kind}-{id}")


def leading(kind: GroupKind, id: str) -> list[str]:
    """What leads to a category or a topic: its own name, of a category its titles too, and everyday words."""
    titles = [language(code).text(_title(kind, id)) for code in LANGUAGES] if kind == "category" else []
    found = (word for text in (id, *titles) for word in split(text))
    return list(dict.fromkeys((*found, *everyday().leads.get(id, ()))))
