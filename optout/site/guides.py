"""The page of a platform, and the files beside it."""

from collections.abc import Iterator

from optout.guide import compose, words
from optout.guide.citing import in_reading_order
from optout.guide.guide import Guide, Part, plain
from optout.messages import Language
from optout.project import config, reports
from optout.site import (
    api,
    events,
    feeds,
    labels,
    memories,
    mine,
    named,
    pictures,
    script_data,
    search_index,
    short,
    structured,
)
from optout.site.companies import pages_of
from optout.site.embedded import embedded
from optout.site.model import Card, Entry, Site, SiteFile, card
from optout.site.page import page_file
from optout.site.views import Views, views


def guide_files(entry: Entry, site: Site) -> tuple[Card, list[SiteFile]]:
    """The files of one platform, and its card for the lists."""
    guide = compose(entry.platform, spoken=site.spoken.code)
    found = views(entry.platform, site.offered.parts, site.spoken.code)
    brief = short.file(guide, entry.platform, found, site)
    own = mine.mine(entry.platform, guide.version, found, named.digest(brief.text), site.spoken)
    made = card(guide, found)._replace(mine=own)
    if site.is_first:
        made = made._replace(
            memory=memories.of_card(entry.platform, site.offered.parts), words=search_index.of_card(entry.platform)
        )
    if site.has_pictures:
        takes = script_data.cost(site.spoken, made.shown[0])
        made = made._replace(caption=pictures.caption(guide, takes, site.config, site.spoken))
    where = (entry.catalog or site.catalog, entry.line, guide.slug, guide.name)
    path = f"platforms/{guide.slug}.html"
    context = {
        "guide": in_reading_order(with_parts(guide, found, site.spoken).without_labels()),
        "card": made,
        "category": site.spoken.text(words.category(guide.category)),
        "companies": pages_of(guide.company, site.companies),
        "line": entry.line,
        "catalog": where[0],
        "edit_url": config.edit_url(site.config, *where, entry.size) if entry.own else "",
        "report_url": reports.report_url(site.config, *where),
        "report_pattern": reports.report_pattern(site.config, *where),
        "names": site.names,
        "crawls": site.has_crawlers and any(one.who == "site-owner" for one in entry.platform.controls),
        "mails": any(way.right and way.how == "email" for way in guide.ways),
        "terms_changed": (site.terms or {}).get(guide.slug),
        "terms_unknown": site.terms is not None and not entry.platform.terms,
        "description": plain(guide.verdict),
        "picture": pictures.address(guide.slug, site) if made.caption and not made.caption.lacks else "",
        "labels": labels.place(guide),
        "tags": labels.tags(guide),
        "how_to": structured.how_to(guide, site.config, f"{site.folder}{path}"),
        "feed": feeds.path(guide.slug),
        "api": api.path(guide.slug),
        "data": embedded(script_data.for_guide(found, guide.ways, site.offered, site.spoken)),
    }
    feed = feeds.of_platform(site, guide, events.of(entry.platform), made.version)
    data = [api.platform_file(guide)] if site.is_first else []
    return made, [
        page_file(site, path, "guide", context, styled=_styled(guide, site)),
        brief,
        *_labels(guide, site),
        *data,
        *feed,
    ]


def _styled(guide: Guide, site: Site) -> str:
    """By which styles the page of a guide is shown: those for menus and tables only where it has some.

    What pages of one's own show is not known.
    """
    first = (way for part in guide.parts if part.id == "steps" for way in part.ways)
    templates = site.config.templates
    own = templates is not None and any(templates.rglob("*.html"))
    drawn = own or any(way.how == "switch" and way.route for way in first)
    tabled = own or any(part.table for part in guide.parts)
    return f"guide{' drawn' * drawn}{' tabled' * tabled}"


def _labels(guide: Guide, site: Site) -> Iterator[SiteFile]:
    """What stands on screens in other languages: a page with the sources, and for the guide's script."""
    if labels.place(guide):
        yield page_file(site, labels.page(guide.slug), "labels", {"guide": guide, "notes": labels.notes(guide)})
        yield from labels.files(guide, site)


def with_parts(guide: Guide, found: Views, language: Language) -> Guide:
    """The guide with all parts in which somebody is shown a way, for the page to fill."""
    shown = {part.id: part for part in guide.parts}
    ways = [shown.get(part) or Part(part, language.text(words.ways_title(part))) for part in found.parts]
    first = [part for part in guide.parts if part.id in ("limits", "about")]
    rest = [part for part in guide.parts if part not in first and not part.is_of_ways]
    return guide._replace(parts=(*ways[:1], *first, *ways[1:], *rest))


def is_guide(path: str) -> bool:
    """Whether the page of a platform, or of a former name, has this path."""
    return path.startswith("platforms/")
