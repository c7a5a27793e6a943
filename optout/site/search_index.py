"""What pages load once somebody searches: the terminal's index, whole, with its rules; and what rows of hits show."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import sub
from typing import Any

from optout.catalog.hosts import SECOND
from optout.guide import places, search
from optout.guide.everyday import everyday
from optout.guide.index import whole
from optout.guide.places import Gathered
from optout.messages import message
from optout.model import Platform
from optout.near import LONG, SHORTEST
from optout.ranking import CALLED, CALLED_ALSO, PLACES
from optout.site import named, script_data
from optout.site.model import Card, Site, SiteFile

NAME = "search-index"
ROWS = "rows"
_FOLDERS = {"category": "categories", "topic": "topics"}


def rows(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """What the row of any hit shows in which region, in the language of the pages."""
    found = script_data.shown_where(cards, site.spoken)
    for card in cards:
        found["platforms"][card.slug]["name"] = card.name
    return named.data(
        f"{ROWS}.{site.spoken.code}", _script("optoutRows", {**found, "groups": groups(site)}), site.assets.make
    )


def groups(site: Site) -> dict[str, dict[str, str]]:
    """The companies, categories and topics that a search finds: what each is called, where it is, how many it has."""
    found = {}
    for one in places.groups(entry.platform for entry in site.entries):
        number = message("platforms", count=one.number)
        said = message("group", kind=message(f"hits-{one.kind}"), platforms=number)
        page = f"companies/{site.companies[one.id].id}" if one.kind == "company" else f"{_FOLDERS[one.kind]}/{one.id}"
        found[name(one)] = {
            "title": one.title(site.spoken),
            "link": f"{page}.html",
            "said": site.spoken.text(said),
        }
    return found


def name(group: Gathered) -> str:
    """What the index calls a group."""
    return f"{group.kind}:{group.id}"


def file(cards: Iterable[Card], site: Site) -> Iterator[SiteFile]:
    """The index of all entries; a script, because browsers load nothing else into a page from a folder on the disk."""
    words = {one.slug: one.words for one in cards}
    return named.data(NAME, _script("optoutIndex", index(site, words)), site.assets.make)


def of_card(platform: Platform) -> str:
    """The words under which a platform is found, in lines."""
    return "\n".join(sorted(places.entry_words(platform)))


def _script(name: str, value: Any) -> str:
    return f"{name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def index(site: Site, known: Mapping[str, str]) -> dict[str, Any]:
    """The documents by their positions, the words with the places of each, whole names, and how all is ranked.

    `known` are the words of each platform by its slug, in lines.
    """
    platforms = [entry.platform for entry in site.entries]
    # The lines are cut one platform after the other: all at once they would take ten times what stays of them.
    found = whole(platforms, site.stubs, lambda one: filter(None, known[one.slug].split("\n")))
    listed = found.words()
    called = sorted({key[1:] for key in found.places if key[0] in (CALLED, CALLED_ALSO)})
    words = everyday()
    return {
        "documents": [*(one.slug for one in platforms), *map(name, found.groups)],
        "words": "\n".join(listed),
        "places": [_runs(found.places, PLACES, word) for word in listed],
        "called": {one: _runs(found.places, (CALLED, CALLED_ALSO), one) for one in called},
        "silent": " ".join(sorted(words.silent)),
        "meanings": [" ".join(sorted(line)) for line in words.meanings],
        "rules": {
            **search.RULES,
            "files": search.FILES,
            "second": sorted(SECOND),
            "shortest": SHORTEST,
            "long": LONG,
        },
    }


def _runs(every: dict[str, list[int]], places: str | tuple[str, ...], word: str) -> str:
    """Where a word stands, as steps from one position to the next: "n1,4;b2"."""
    runs = ((place, every.get(place + word)) for place in places)
    return ";".join(f"{place}{_steps(positions)}" for place, positions in runs if positions)


def _steps(positions: list[int]) -> str:
    return ",".join(map(str, map(sub, positions, (-1, *positions))))
