"""A place on a phone's home screen, and pages without a network: only where a browser has that, and never needed.

https://www.w3.org/TR/appmanifest/ and https://www.w3.org/TR/service-workers/
"""

from collections.abc import Iterable, Iterator

from markupsafe import escape

from optout.messages import language, message
from optout.site import assets, touch
from optout.site.embedded import compact
from optout.site.model import Card, Site, SiteFile
from optout.site.named import digest

WORKER = "worker.js"
MANIFEST = "manifest.webmanifest"


def files(site: Site, cards: Iterable[Card]) -> Iterator[SiteFile]:
    """What makes a site installable; the worker is another one once a script, a style or a guide is another."""
    shared = (*site.assets.within.values(), *site.assets.styles.values(), *site.assets.names.values())
    build = digest("".join([*shared, *(one.mine.digest for one in cards if one.mine)]))
    said = {site.folder_of(code).rstrip("/"): _said(code) for code in site.config.languages}
    yield SiteFile(WORKER, assets.worker(site.config.templates, compact({"store": build, "said": said})))
    own = site.config.templates
    named = {
        "name": site.config.title,
        "short_name": site.config.title,
        "start_url": "my-list.html",
        "scope": "./",
        "display": "standalone",
        "icons": [{"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml"}, *touch.named(own)],
    }
    yield SiteFile(MANIFEST, f"{compact(named)}\n")


def _said(code: str) -> dict[str, str]:
    """What is said, as HTML, where there is no network: of a page that is kept, and in the place of one that is not."""
    said = {
        "text": message("offline-stored", date="{date}"),
        "title": message("offline-title"),
        "missing": message("offline-missing"),
        "list": message("site-my-list"),
    }
    texts = {name: str(escape(language(code).text(one))) for name, one in said.items()}
    return {"locale": "en-GB" if code == "en" else code, **texts}
