"""The home page and My list."""

from collections.abc import Iterator, Sequence

from optout.guide.most_used import most_used
from optout.guide.overview import former_names
from optout.render.plan import OUTLINE, headed
from optout.site import mine, offline, opensearch, policy, script_data, search_index, short
from optout.site.embedded import embedded
from optout.site.groups import Group, by_action, by_category, by_topic, counted, statuses_of
from optout.site.model import Card, Site, SiteFile
from optout.site.page import page_file

# Up to so many platforms, the home page shows all at once; up to so many more, it has them all, folded by kind.
UNFOLDED, WHOLE = 40, 600


def home(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The home page with what most people use, and all others where they are not too many."""
    groups = by_category(cards, site)
    known = most_used()
    most = by_action(one for one in cards if one.slug in known.slugs) if len(cards) > UNFOLDED else []
    whole = len(cards) <= WHOLE
    listed = cards if whole else most
    counts, stubs = counted(cards, site), former_names(site.stubs)
    home = {
        "groups": groups,
        "whole": whole,
        "folded": len(cards) > UNFOLDED,
        "most": Group("most", "", tuple(most)),
        "most_source": known.source,
        "counts": counts,
        "stubs": stubs,
        "topics": by_topic(cards, site),
        "statuses": statuses_of(site),
        "number": len(cards),
        "data": embedded(script_data.for_lists(listed, site.offered, site.spoken)),
        "manifest": f"{_top(site)}{offline.MANIFEST}",
    }
    yield page_file(site, "index.html", "home", home, policy.INSTALLABLE)
    yield from search_index.rows(cards, site)
    yield from opensearch.files(site)


def my_list(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """My list."""
    present = [stub for stub in site.stubs if stub.now in site.names]
    top = _top(site)
    paths = {
        "guides": short.FOLDER,
        "worker": f"{top}{offline.WORKER}",
    }
    used = most_used().slugs
    context = {
        "parts": [headed(part, site.spoken) for part in OUTLINE if part != "sent"],
        "most_used": sorted((one for one in cards if one.slug in used), key=lambda one: one.name.casefold()),
        "data": embedded(script_data.for_my_list(present, site.offered, paths, site.spoken)),
        "manifest": f"{top}{offline.MANIFEST}",
    }
    yield page_file(site, "my-list.html", "my-list", context, policy.INSTALLABLE)


def my_platforms(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """What My list loads."""
    yield from mine.files([one.mine for one in sorted(cards, key=lambda one: one.slug) if one.mine], site)


def _top(site: Site) -> str:
    """From a page beside the home page to the folder of the whole site."""
    return "../" * site.folder.count("/")
