"""Pages that are about no platform, or hardly: about, redirects, letters, rules, what is missing, the publisher's."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from optout.guide import words
from optout.rules import manuals
from optout.site import assets, letters, named, policy, robots, script_data
from optout.site.embedded import embedded
from optout.site.frame import base
from optout.site.model import Assets, Card, Site, SiteFile
from optout.site.page import page_file

# What stands in these is not the root of a site.
_OF_PAGES = ("platforms", "categories", "companies", "topics", "statuses", "changes", "rules")
_FOLDERS = (*_OF_PAGES, "feeds", "assets", named.FOLDER, "api", "labels", "mine")


def constant(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """What hardly depends on the platforms: about, redirects."""
    grouped = words.grouped(site.spoken)
    criteria = {one: site.spoken.text(words.criterion(one)) for one in grouped}
    yield page_file(site, "about.html", "about", {"statuses": tuple(grouped.values()), "criteria": criteria})
    for stub in site.stubs:
        if stub.now in site.names:
            context = {"stub": stub, "name": site.names[stub.now]}
            yield page_file(site, f"platforms/{stub.slug}.html", "redirect", context)


def owners(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The page for those who run a website, if there are crawlers to be turned away."""
    if site.has_crawlers:
        yield page_file(
            site, robots.PATH, "robots", {**robots.context(site), "data": embedded(robots.for_script(site))}
        )


def letter_writer(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The page that writes letters."""
    yield page_file(site, letters.PATH, "letter", {**letters.context(site), "data": embedded(letters.for_script(site))})


def own_pages(site: Site) -> Iterator[SiteFile]:
    """The publisher's own pages that are in this language: those at the root in the first, a folder's in its own."""
    for one in site.pages:
        folder = f"{one.path.partition('/')[0]}/" if "/" in one.path else ""
        if folder == site.folder:
            yield page_file(site, one.path.removeprefix(folder), "own", {"title": one.title, "text": Markup(one.html)})


def still(site: Site) -> Iterator[SiteFile]:
    """What depends on no platform, and needs no language, beside the first."""
    yield _missing(site)
    yield from _rules(site)
    yield from site.assets.files
    yield assets.icon(site.config.templates)
    yield policy.headers(site.config, _allowed_anywhere(site.assets))
    yield SiteFile(".nojekyll", "")


def _rules(site: Site) -> Iterator[SiteFile]:
    """A page for each rule of `optout check`, and their list; the manuals are in English only."""
    told = {rule: manuals.parts(manual) for rule, manual in manuals.manuals().items()}
    first = {rule: parts[0].text for rule, parts in told.items()}
    addresses = {rule: manuals.page(rule) for rule in told}
    yield page_file(site, "rules.html", "rules", {"first": first, "addresses": addresses})
    for rule, parts in told.items():
        yield page_file(site, addresses[rule], "rule", {"rule": rule, "first": first[rule], "parts": parts})


def _missing(site: Site) -> SiteFile:
    """The page that a host shows at every address that is none: the search for all else is in itself."""
    languages = site.config.languages[1:]
    data = embedded(
        {
            "words": script_data.for_missing(site.spoken),
            "base": base(site),
            "folders": [*_FOLDERS, *languages],
            "languages": languages,
            "script": site.assets.names["missing.js"],
        }
    )
    return page_file(site, "404.html", "404", {"data": data, "root_script": Markup(site.assets.within[assets.ROOT])})


def _allowed_anywhere(given: Assets) -> str:
    """What any page of the site may load."""
    return policy.carrying(policy.POLICY, assets.every_style(given), given.within.values())
