"""What a site is made of: the settings, the entries, and one card for each guide."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from optout.diff import Change
from optout.guide.guide import Guide, Status, Way
from optout.messages import Language
from optout.model import Category, Date, Platform, Stub, Topic
from optout.project.config import Config
from optout.site.companies import CompanyPage
from optout.site.offered import Offered
from optout.site.views import View, Views

if TYPE_CHECKING:
    from optout.site.mine import MyPlatform
    from optout.site.picture import Caption


class SiteFile(NamedTuple):
    """One file of the site: its path below the root, with slashes, and its text."""

    path: str
    text: str


class Assets(NamedTuple):
    """The styles and scripts of a site.

    `files` have names that change with what is in them, and `names` are those by plain ones. `styles` are the texts of
    styles, `within` those of scripts that stand in pages, by their plain names; `make` tells these scripts from those
    of other builds.
    """

    files: tuple[SiteFile, ...]
    names: Mapping[str, str]
    styles: Mapping[str, str]
    within: Mapping[str, str]
    make: str


class OwnPage(NamedTuple):
    """A page of the publisher's: its path below the root, its title, and what is below that, as HTML."""

    path: str
    title: str
    html: str


class OwnFile(NamedTuple):
    """A file of the publisher's: its path below the root, and what is in it."""

    path: str
    data: bytes


class Picture(NamedTuple):
    """One file of the site that is no text: its path below the root, and a PNG."""

    path: str
    data: bytes


class Extract(NamedTuple):
    """What is asked of a platform beside its guide, of that which only its guide says.

    `parts` are the sub-regions that it tells apart, `newest` is the date of the newest source of its verdict.
    `has_crawlers` and `is_of_websites` tell whether whoever runs a website is told of it, `has_labels` whether a page
    has the names of its switches in other languages. `countries` are those of whom letters go to, `officers` those of
    data protection officers, and `for_company` is whether others of its company write to the same.
    """

    parts: tuple[str, ...]
    newest: Date | None
    has_crawlers: bool
    is_of_websites: bool
    has_labels: bool
    countries: tuple[str, ...]
    officers: tuple[str, ...]
    for_company: bool


class Entry(NamedTuple):
    """A platform, and where it is written: on which line of which catalog, whether that is the publisher's own, and of
    how many bytes.

    What is not their own cannot be corrected in their repository. `digest` changes with the platform, where it is
    known. With `extract` the platform is abridged, and `read` gives the whole of it by its slug.
    """

    platform: Platform
    line: int
    catalog: str = ""
    own: bool = True
    size: int = 0
    digest: str = ""
    extract: Extract | None = None
    read: Callable[[str], Platform] | None = None

    @property
    def key(self) -> str:
        """What changes with the platform."""
        return self.digest or repr(self.platform)


class Since(NamedTuple):
    """What changed since an older catalog: its newest check, and what it was called: a file or a git revision."""

    date: Date
    catalog: str
    changes: tuple[Change, ...]


class Site(NamedTuple):
    """Everything a site is made from.

    `catalog` is the file's name, `names` the name of every platform by its slug, `companies` the pages of companies by
    the form in which their names are compared, `as_of` the day for which ages are counted, `offered` the regions to
    choose from, `has_crawlers` whether there is anything to turn away from a website, and `since` what changed since an
    older catalog, if it is to be told. `spoken` is the language of its
    pages that are being made, `assets` what they are shown with. `terms` is, by slug, the day on which archived
    terms last said something new on training; None if the site does not follow them. `pages` and `files` are the
    publisher's own.
    """

    config: Config
    catalog: str
    entries: tuple[Entry, ...]
    stubs: tuple[Stub, ...]
    names: Mapping[str, str]
    companies: Mapping[str, CompanyPage]
    as_of: Date
    offered: Offered
    spoken: Language
    assets: Assets
    has_crawlers: bool = False
    since: Since | None = None
    terms: Mapping[str, Date] | None = None
    pages: tuple[OwnPage, ...] = ()
    files: tuple[OwnFile, ...] = ()

    @property
    def folder(self) -> str:
        """Where the pages in this language are below the root: nowhere else for the first language."""
        return self.folder_of(self.spoken.code)

    def folder_of(self, code: str) -> str:
        """Where the pages in the language with this code are below the root."""
        return "" if code == self.config.languages[0] else f"{code}/"

    @property
    def has_pictures(self) -> bool:
        """Whether guides have a picture: who shares one needs its whole address."""
        return self.config.pictures and bool(self.config.base_url)

    @property
    def is_first(self) -> bool:
        """Whether this is the language at the root, beside which everything stands that needs no language."""
        return self.spoken.code == self.config.languages[0]


class Lot(NamedTuple):
    """Files that are made together, and what they are made from besides what all pages have in common.

    While that is the same, so are the files. None stands for more than can be said: they are made each time.
    """

    make: Callable[[], Iterable[SiteFile]]
    made_from: tuple[object, ...] | None = None


class Shown(NamedTuple):
    """What a list shows of a platform to a reader: its status, and what the first way to refuse comes to.

    `steps` is how many it takes, with those of the ways that are needed as well (0: there is none, or none is needed).
    """

    status: Status
    action: str
    steps: int


class Card(NamedTuple):
    """A platform as lists show it.

    `version` changes when what a reader has to do changes. `shown` is what is
    shown where the reader's region is not known; then, if it is not the same everywhere, in each of the `sets` of
    regions, and last in all others. `mine` is what My list says of it, and `caption` what its
    picture says, where the site has pictures. `memory` and `words` are its part in what scripts load of all platforms:
    what is kept with a decision on it, as JSON, and the words by which a search finds it, in lines.
    """

    slug: str
    name: str
    company: str
    category: Category
    topics: tuple[Topic, ...]
    sets: tuple[tuple[str, ...], ...]
    shown: tuple[Shown, ...]
    checked: Date
    version: str
    mine: "MyPlatform | None" = None
    caption: "Caption | None" = None
    memory: str = ""
    words: str = ""

    @property
    def status(self) -> Status:
        """The status where nothing is known of the reader."""
        return self.shown[0].status

    @property
    def action(self) -> str:
        """What the best way comes to, where nothing is known of the reader."""
        return self.shown[0].action

    @property
    def steps(self) -> int:
        """The steps of the best way, where nothing is known of the reader."""
        return self.shown[0].steps


def card(guide: Guide, found: Views) -> Card:
    """The card of a guide with these views."""
    shown = [_shown(view, guide.ways) for view in found.rows]
    alike = len(set(shown)) == 1
    return Card(
        guide.slug,
        guide.name,
        guide.company,
        guide.category,
        guide.topics,
        () if alike else found.sets,
        tuple(shown[:1] if alike else shown),
        guide.checked,
        guide.version,
    )


def _shown(view: View, ways: tuple[Way, ...]) -> Shown:
    """What a list shows; it asks for no device."""
    needed = [ways[place] for part, places in view.ways[0] for place in places if part == "steps"]
    return Shown(view.status, needed[0].action if needed else "", sum(len(way.steps) for way in needed))
