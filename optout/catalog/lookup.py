"""Finding the entries a person means: by slug, name, former name, company, domain, a pasted address or an app's id."""

import re
from collections.abc import Iterable, Iterator, Sequence
from os.path import isabs
from typing import TYPE_CHECKING, Literal, NamedTuple

from optout.catalog import Catalog, sentences
from optout.catalog.locate import called, is_packaged
from optout.catalog.names import slugify
from optout.errors import NotFound, OptoutError
from optout.model import Platform, Stub
from optout.schema.decoded import Decoded

if TYPE_CHECKING:
    from optout.catalog.resolve import Meant

How = Literal["name", "domain", "parent", "country", "app", "company"]

_PLAIN = re.compile(r"[a-z0-9]+(?:[ ._-]+[a-z0-9]+)*")
NAMED = 3  # platforms, where some are named
_SHOWN = 60  # characters of what was asked


class Found(NamedTuple):
    """The platform that was asked for, and how it was found.

    `formerly` is the name of the stub that led to it, if one did; `by` the domain or company that fits; `more` a word
    on the other platforms of the company, where it is called the same or has that domain.
    """

    platform: Platform
    asked: str
    how: How = "name"
    by: str = ""
    formerly: str = ""
    more: str = ""

    def notes(self) -> Iterator[str]:
        """What one should know who asked, in sentences."""
        name = self.platform.name
        if self.formerly:
            yield sentences.formerly(self.formerly, name)
        if self.how == "parent":
            yield sentences.parent(self.asked, self.by, name)
        elif self.how == "country":
            yield sentences.country(self.asked, self.by, name)
        elif self.how == "app":
            yield sentences.app(self.asked, self.by, name)
        elif self.how == "company":
            yield sentences.company(self.by, name)
        if self.more:
            yield self.more


class Company(NamedTuple):
    """A company that was asked for, by its name in the catalog; of very many platforms only the first are read."""

    name: str
    asked: str
    entries: tuple[Decoded, ...]
    slugs: tuple[str, ...]


class Nothing(NamedTuple):
    """A name that nothing goes by; `message` says so, and what may have been meant."""

    asked: str
    message: str
    near: tuple[str, ...] = ()


Answer = Found | Company | Nothing


def ask(catalog: Catalog, text: str) -> Answer:
    """What a person means by `text`.

    Raises:
        OptoutError: the entry that fits is broken, or a former name leads nowhere.
    """
    if found := _by_slug(catalog, text):
        return found
    return _by_any(catalog, text) or _nothing(catalog, text)


def ask_all(catalog: Catalog, words: Sequence[str]) -> list[Answer]:
    """What a person means by words of which some may belong together: first all as one name, then as many as fit.

    Raises:
        OptoutError: as for `ask`.
    """
    answers = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            text = " ".join(words[start:end])
            found = _by_slug(catalog, text) or _by_any(catalog, text)
            if found or end == start + 1:
                answers.append(found or _nothing(catalog, text))
                start = end
                break
    return answers


def find(catalog: Catalog, words: Sequence[str] | str) -> Found:
    """The one platform a person means by words that belong together.

    Raises:
        NotFound: nothing fits, several platforms do, or a company does.
        OptoutError: the entry that fits is broken.
    """
    text = words if isinstance(words, str) else " ".join(words)
    answer = ask(catalog, text)
    if isinstance(answer, Nothing):
        raise NotFound(answer.message)
    if isinstance(answer, Company):
        raise NotFound(sentences.is_company(answer.name, answer.slugs[: 2 * NAMED], len(answer.slugs)))
    return answer


def slugs_of(answers: Iterable[Answer]) -> set[str]:
    """The slugs of all that is meant; a company means its platforms.

    Raises:
        NotFound: a name is nobody's.
    """
    found: set[str] = set()
    for answer in answers:
        if isinstance(answer, Nothing):
            raise NotFound(answer.message)
        found.update(answer.slugs if isinstance(answer, Company) else (answer.platform.slug,))
    return found


def _by_slug(catalog: Catalog, text: str) -> Answer | None:
    """The entry whose slug it is, without a look at any other."""
    lower = text.strip().lower()
    if not _PLAIN.fullmatch(lower) or (decoded := catalog.get(slugify(lower))) is None:
        return None
    answer = _led(catalog, decoded, text)
    # Most platforms are not called like their company; only for the others one need know of its further ones.
    if isinstance(answer, Found) and decoded.slug.split("-")[0] in answer.platform.company.lower():
        from optout.catalog.resolve import of_company

        if company := of_company(catalog, text):
            return _beside(catalog, answer, company)
    return answer


def _by_any(catalog: Catalog, text: str) -> Answer | None:
    from optout.catalog.resolve import of_company, resolve

    meant = resolve(catalog, text)
    if meant is None:
        return None
    if len(meant.entries) > 1 and meant.how != "company":
        return Nothing(text, sentences.several(_short(text), [decoded.slug for decoded in meant.entries]))
    company = meant if meant.how == "company" else of_company(catalog, meant.owner)
    if company and len(company.entries) > 1 and meant.how in ("company", "app"):
        return Company(company.by, text, company.entries, company.slugs)
    answer = _led(catalog, meant.entries[0], text)
    if isinstance(answer, Nothing):
        return answer
    answer = answer._replace(how=meant.how, by=meant.by)
    return _beside(catalog, answer, company) if company else answer


def _beside(catalog: Catalog, found: Found, company: "Meant") -> Found:
    """The same with a word on the other platforms of a company that is called so, or has that domain."""
    count = len(set(company.slugs) - {found.platform.slug})
    # The name of a company that is a platform's as well leads to the platform.
    look = "search" if found.how == "name" or catalog.get(slugify(company.by)) else "show"
    return found._replace(more=sentences.more(company.by, count, look)) if count else found


def _nothing(catalog: Catalog, text: str) -> Nothing:
    from optout.catalog.resolve import suggestions

    near = tuple(suggestions(catalog, text)[:NAMED])
    return Nothing(text, sentences.nothing(_short(text), near, asked_alone(catalog)), near)


def asked_alone(catalog: Catalog) -> str:
    """The file of a catalog where it alone answers, of which somebody who stands beside it may not know."""
    is_with_ours = any(is_packaged(str(one.path)) for one in catalog.origins)
    return sentences.THIS if isabs(catalog.file) or is_packaged(catalog.file) or is_with_ours else catalog.file


def _led(catalog: Catalog, decoded: Decoded, text: str) -> Found | Nothing:
    """The platform of an entry, or the one that its former name leads to."""
    entry = _sound(decoded)
    if isinstance(entry, Platform):
        return Found(entry, text)
    target = catalog.get(entry.now)
    if target is None:
        return Nothing(text, sentences.leads_nowhere(entry.name, entry.now, called(catalog.file)))
    platform = _sound(target)
    if isinstance(platform, Stub):
        raise OptoutError(sentences.leads_on(entry.name, entry.now))
    return Found(platform, text, formerly=entry.name)


def _sound(decoded: Decoded) -> Platform | Stub:
    if decoded.entry is None:
        raise OptoutError(*sentences.broken(decoded.problems))
    return decoded.entry


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
