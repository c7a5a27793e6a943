"""What every page knows of its place in the site."""

from collections.abc import Iterator, Mapping
from posixpath import dirname, relpath
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from optout.errors import OptoutError
from optout.messages import language
from optout.project import reports
from optout.site import assets, policy, touch
from optout.site.addresses import canonical
from optout.site.model import Site


class Translation(NamedTuple):
    """The same page in a language: its code and name, where it is from this page, and its canonical address if any."""

    code: str
    name: str
    link: str
    address: str


class Frame(NamedTuple):
    """What every page needs to know of its place.

    `path` is its place among the pages in its `language`, `root` leads from there to the home page in that language
    (empty, "../" or, for a page that is shown at any address, from the root of the host), and `top` to the folder of
    the whole site. `address` is its canonical address if the site has one; `feeds` says whether the site has any,
    `owners` whether it has a page for those who run websites, `touch` whether it has an icon for a phone's home
    screen, and `policy` what the page may load: nothing in it but its `style` and the script that comes `first`.
    `assets` are the names of the others. `languages` are
    those in which there is this page, its own included, if there are several. `own` are title and link of the
    publisher's own pages.
    """

    site: str
    path: str
    root: str
    top: str
    address: str
    repository: str
    request: str
    feeds: bool
    owners: bool
    touch: bool
    policy: str
    style: Markup
    first: Markup
    assets: Mapping[str, str]
    language: str
    languages: tuple[Translation, ...]
    own: tuple[tuple[str, str], ...]

    def asset(self, name: str) -> str:
        """Where a script is from this page, or in a folder of one's own templates a style.

        Raises:
            OptoutError: there is none of this name.
        """
        if name not in self.assets:
            raise OptoutError(f"{name}: there is no script or style of this name; there are {', '.join(self.assets)}")
        return f"{self.top}{self.assets[name]}"


def frame(site: Site, path: str, template: str, allowed: str, styled: str) -> Frame:
    """What the page at `path` by a template knows of its place; `allowed` is what it may load but for what it holds."""
    anywhere = template == "404"  # shown at every address that is none
    alone = template in ("404", "rule", "rules", "own")  # in one language
    root = base(site) if anywhere else "../" * path.count("/")
    top = root if anywhere else "../" * f"{site.folder}{path}".count("/")
    style = assets.style_of(styled or template, site.assets)
    scripts = {name: text for name, text in site.assets.within.items() if anywhere or name == assets.FIRST}
    return Frame(
        site=site.config.title,
        path=path,
        root=root,
        top=top,
        address="" if anywhere else canonical(site.config, f"{site.folder}{path}"),
        repository=site.config.repository,
        request=reports.request_url(site.config),
        feeds=bool(site.config.base_url),
        owners=site.has_crawlers,
        touch=touch.is_there(site.config.templates),
        policy=policy.carrying(allowed, [style], scripts.values()),
        style=Markup(style),
        first=Markup(scripts[assets.FIRST]),
        assets=site.assets.names,
        language=site.spoken.code,
        languages=() if alone else _translations(site, path),
        own=tuple(_own_links(site, top)),
    )


def base(site: Site) -> str:
    """The folder at its host that the site is said to lie in, as part of an address; empty if nobody said so.

    Without the host: the same site may be shown at others, as one to try.
    """
    return f"{urlsplit(site.config.base_url).path}/" if site.config.base_url else ""


def _own_links(site: Site, top: str) -> Iterator[tuple[str, str]]:
    """Title and link of the publisher's own pages: in this language where there are, else those for all."""
    general = {one.path: one for one in site.pages if "/" not in one.path}
    inside = (one for one in site.pages if site.folder and one.path.startswith(site.folder))
    shown = general | {one.path.removeprefix(site.folder): one for one in inside}
    yield from ((one.title, f"{top}{one.path}") for one in shown.values())


def _translations(site: Site, path: str) -> tuple[Translation, ...]:
    codes = site.config.languages if len(site.config.languages) > 1 else ()
    here = dirname(f"{site.folder}{path}")
    found = ((code, f"{site.folder_of(code)}{path}") for code in codes)
    return tuple(
        Translation(code, language(code).name, relpath(target, here or "."), canonical(site.config, target))
        for code, target in found
    )
