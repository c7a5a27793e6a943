"""A site as its plan makes it: every file by its path, without a disk."""

from collections.abc import Iterable, Iterator, Sequence

from optout.messages import language
from optout.model import Platform, Stub
from optout.project.config import Config
from optout.site import build, guides, plan
from optout.site.model import Card, Entry, Site, SiteFile

ADDRESS = "https://guides.example/of/ours"
PUBLISHED = Config(title="Ours & theirs", base_url=ADDRESS)


def site_of(platforms: Iterable[Platform], stubs: tuple[Stub, ...] = (), config: Config = PUBLISHED) -> Site:
    """A site of these platforms."""
    entries = tuple(Entry(platform, line) for line, platform in enumerate(platforms, 1))
    return build.site(config, "platforms.yaml", build.Read(entries, stubs, (), ()))


def files_of(site: Site) -> dict[str, str]:
    """Every file of the site, in all its languages."""
    found = (site._replace(spoken=language(code)) for code in site.config.languages)
    return {file.path: file.text for one in found for file in _files(one)}


def _files(site: Site) -> Iterator[SiteFile]:
    made = [guides.guide_files(entry, site) for entry in site.entries]
    for _, files in made:
        yield from files
    yield from list_files([card for card, _ in made], site)


def list_files(cards: Sequence[Card], site: Site) -> Iterator[SiteFile]:
    """The files about many platforms at once, and those about none."""
    paths = []
    for lot in plan.lots(cards, site):
        for file in lot.make():
            paths.append(file.path)
            yield file
    yield from plan.last_files(paths, cards, site)


def guide_files_of(platform: Platform) -> dict[str, str]:
    """The files of one platform."""
    site = site_of([platform])
    return {file.path: file.text for file in guides.guide_files(site.entries[0], site)[1]}
