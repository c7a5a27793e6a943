"""Making the answers that come with the package: each is what the long way gives, see `prepared`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from optout.address.judge import objection
from optout.address.systems import system
from optout.catalog import Catalog, Decoded, cache, sentences
from optout.catalog.companies import PARENTS, companies, company_key
from optout.catalog.heads import head
from optout.catalog.hosts import STORES
from optout.catalog.lookup import NAMED, Answer, Company, Found, ask_all
from optout.catalog.table import table_of
from optout.errors import OptoutError
from optout.guide import compose
from optout.guide.company import company
from optout.guide.guide import Guide
from optout.guide.index import Index
from optout.guide.overview import ordered
from optout.guide.reader import EVERYBODY
from optout.model import Platform, Stub
from optout.render import lists, placing
from optout.render.laid import MARKS
from optout.render.prepared import ASKED, COMPANY, KIND, LINE, NEAR, PLACED, name
from optout.render.searching import search_tables, search_texts
from optout.render.terminal import marked
from optout.spoken import LANGUAGES
from optout.store import pack, program
from optout.text import is_seen_anywhere

_NO_MARKS = dict.fromkeys(map(ord, MARKS + PLACED + "\n"))


class _ReadOnce(Catalog):
    """A catalog in memory of which every entry is read once, however many names lead to it."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(bytes(catalog.data), catalog.file)
        self._read: dict[str, Decoded | None] = {}

    def get(self, slug: str) -> Decoded | None:
        """The entry called `slug`, as any catalog gives it."""
        if slug not in self._read:
            self._read[slug] = super().get(slug)
        return self._read[slug]


def ship(catalog: Catalog, folder: Path) -> Path:
    """Write the answers for the packaged catalog into a folder, under the name that they have in the package."""
    path = folder / cache.shipped_path(KIND).name
    path.write_bytes(pack(cache.made_of(catalog), *contents(catalog)))
    return path


def contents(catalog: Catalog) -> cache.Contents:
    """Every answer that can be prepared."""
    read = _ReadOnce(catalog)
    entries = [found.entry for slug in read.slugs() if (found := read.get(slug)) and found.entry]
    platforms = [one for one in entries if isinstance(one, Platform)]
    regional = placing.variants(platforms)
    guides = {code: dict(_guides(platforms, code)) for code in LANGUAGES}
    guides |= {f"{code}.placed": dict(placing.guides(platforms, regional, code, _kept_in(code))) for code in LANGUAGES}
    index = Index(catalog)
    texts = {"program": program(), "titles": table_of(read).titles(), **dict(_lists(index)), **search_texts(index)}
    if all(one.entry for slug in read.slugs() if (one := read.get(slug))):  # of a broken one that is to be said
        texts |= {"nothing": LINE.join(_nothing()), "parents": " ".join(PARENTS)}
    texts |= placing.texts(index)
    tables = {
        "names": dict(_names(read, entries)),
        "open": {one.slug: [link] for one in platforms if (link := address(compose(one)))},
        "letters": {slug: [letters] for slug, letters in regional.letters.items()},
        **guides,
        **{f"company.{code}": dict(_companies(read, platforms, code)) for code in LANGUAGES},
    }
    return texts, {**tables, **search_tables(index, platforms)}


def _nothing() -> Iterator[str]:
    """What is said where no platform goes by a name, with none, one and more that are near."""
    for count in range(NAMED + 1):
        yield sentences.nothing(ASKED, [NEAR] * count, sentences.THIS)


def _lists(index: Index) -> Iterator[tuple[str, str]]:
    """The list of all platforms in each language, if there is nothing else to say."""
    for code in LANGUAGES:
        lines = lists.marked(ordered(index.rows(EVERYBODY, code)), code)
        text = "\n".join(lines)
        if not index.broken() and is_seen_anywhere(text.translate(_NO_MARKS)):
            yield f"list.{code}", text


def address(guide: Guide) -> str:
    """What `optout open` opens, on any system."""
    link = guide.best.link if guide.best else ""
    return "" if not link or objection(link) or system(link) else link


def _guides(platforms: Iterable[Platform], language: str) -> Iterator[tuple[str, list[str]]]:
    """The guides for everybody whose screen is in the language."""
    for platform in platforms:
        made = compose(platform, spoken=language, screen=language)
        if text := kept(made, marked(made), language):
            yield platform.slug, [text]


def _kept_in(language: str) -> placing.Kept:
    return lambda guide, text: kept(guide, text, language)


def kept(guide: Guide, text: str, language: str) -> str:
    """A guide with the languages that have labels of their own; empty if it is not for all screens in its own."""
    if not _has_one_own(guide, language) or not is_seen_anywhere(text.translate(_NO_MARKS)):
        return ""
    labelled = sorted({_language(one) for way in _labels(guide) for one in way})
    return "\t".join((" ".join(labelled), text.replace("\n", LINE)))


def _has_one_own(guide: Guide, language: str) -> bool:
    """Whether no country where the language is spoken has labels of its own."""
    return all([_language(one) for one in way].count(language) <= 1 for way in _labels(guide))


def _labels(guide: Guide) -> Iterator[list[str]]:
    """The languages in which a way has labels, for each way."""
    for way in guide.ways:
        yield [one.language for one in (*way.labels, *((way.own_labels,) if way.own_labels else ()))]


def _language(tag: str) -> str:
    return tag.split("-")[0]


def _names(catalog: Catalog, entries: Iterable[Platform | Stub]) -> Iterator[tuple[str, list[str]]]:
    """Names that lead to one platform, however they are typed; those that say what was typed are left out."""
    for asked in dict.fromkeys(one for entry in entries for one in _candidates(entry)):
        if not (form := name(asked)):
            continue
        ways = [asked.split(" ")]
        if form.startswith("//"):
            host = form.removeprefix("//")
            if host in STORES:  # whose addresses are those of apps
                continue
            ways = [[f"{start}{host}{end}"] for start in ("https://", "http://www.") for end in ("", "/", "/a?b=c#d")]
        found = {_answer(catalog, words) for words in ways}
        if len(found) == 1 and (answer := found.pop()):
            yield form, ["\t".join(answer)]


def _companies(catalog: Catalog, platforms: Iterable[Platform], code: str) -> Iterator[tuple[str, list[str]]]:
    """The overview for everybody of each company that has several platforms, under its key."""
    named = {company_key(one): one for platform in platforms for one in companies(platform.company)}
    for key, one in named.items():
        if isinstance(found := _sole(catalog, one.lower().split(" ")), Company):
            listed = [read.entry for read in found.entries if isinstance(read.entry, Platform)]
            lines = lists.marked_company(company(found.name, listed, len(found.slugs), EVERYBODY, code), code)
            if is_seen_anywhere("".join(lines).translate(_NO_MARKS)):
                yield key, [LINE.join(lines)]


def _answer(catalog: Catalog, words: list[str]) -> tuple[str, ...]:
    """The slug that words lead to, and what is said of it, or a company; empty if there is more to say."""
    found = _sole(catalog, words)
    if isinstance(found, Company):
        return (COMPANY + company_key(found.name),)
    if not isinstance(found, Found) or found.how not in ("name", "domain", "company"):
        return ()
    return found.platform.slug, *found.notes()


def _sole(catalog: Catalog, words: list[str]) -> Answer | None:
    """What words mean, if they belong together and what they mean can be read."""
    try:
        first, *more = ask_all(catalog, words)
    except OptoutError:
        return None
    return None if more else first


def _candidates(entry: Platform | Stub) -> Iterator[str]:
    found = head(entry)
    yield from (found.slug, found.name.lower(), *(one.lower() for one in found.also))
    yield from (one.lower() for one in companies(found.company))
    for domain in (one.lower() for one in found.domains):
        yield from (domain, f"www.{domain}", f"https://{domain}")
