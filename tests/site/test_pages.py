"""Every page of a built site: parsed strictly, every link followed, and no text is more than text."""

import functools
import os
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from optout.catalog.locate import default_path, load
from optout.project.config import Config
from optout.render.environment import PACKAGED
from optout.site import build
from tests.conftest import CASES, EXAMPLE

_CATALOGS = {
    "packaged": default_path(),
    "example": EXAMPLE,
    "hostile": CASES / "hostile.yaml",
    "languages": CASES / "hostile.yaml",
}
_CONFIGS = {"languages": Config(languages=("de", "en"))}

_DATA = ("application/ld+json", "application/json")  # blocks that no browser runs


class _Page(NamedTuple):
    """What a page refers to, and what others can refer to in it."""

    anchors: tuple[str, ...]
    links: tuple[str, ...]
    resources: tuple[str, ...]
    inline: tuple[str, ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.resources: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors += [given["id"]] if "id" in given else []
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") not in _DATA):
            self.inline.append(tag)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") in ("stylesheet", "icon"):
            self.resources.append(given["href"])
        elif "src" in given:
            self.resources.append(given["src"])
        elif tag == "link" and "href" in given and "canonical" not in given.get("rel", ""):
            self.links.append(given["href"])


@functools.cache
def _read(path: Path) -> _Page:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return _Page(*(tuple(found) for found in (reader.anchors, reader.links, reader.resources, reader.inline)))


@pytest.fixture(scope="module", params=sorted(_CATALOGS))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site without an address, as it is opened from a folder."""
    out = tmp_path_factory.mktemp("site") / str(request.param)
    found = build.read(load(_CATALOGS[request.param]))
    assert found.problems == ()
    config = _CONFIGS.get(request.param, Config())
    build.build(build.site(config, "platforms.yaml", found), out)
    return out


def _pages(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))


def test_every_link_and_anchor_resolves(site: Path) -> None:
    """Inside the site every address leads to a file of it, by its name, and to an anchor that is there."""
    files = {str(path) for path in site.rglob("*") if path.is_file()}
    anchors = {str(path): frozenset(_read(path).anchors) for path in _pages(site)}
    for path in _pages(site):
        for link in (*_read(path).links, *_read(path).resources):
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = os.path.normpath(path.parent / unquote(parts.path)) if parts.path else str(path)
            assert target in files, f"{path.relative_to(site)}: {link}"
            is_anchor = parts.fragment and "=" not in parts.fragment  # else it is a choice, for a script
            if is_anchor and target.endswith(".html"):
                assert unquote(parts.fragment) in anchors[target], f"{path.relative_to(site)}: {link}"


_WITHIN = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)


def test_nothing_comes_from_elsewhere_and_what_is_in_a_page_is_allowed_by_what_it_is(site: Path) -> None:
    """The policy would forbid all else, and a page that needs it would be broken.

    The style and the script that comes first; in the page for what is not there the one that looks for others as well.
    """
    for path in _pages(site):
        page = _read(path)
        assert all(not urlsplit(resource).scheme for resource in page.resources), path
        text = path.read_text(encoding="utf-8")
        expected = ["style"] if 'http-equiv="refresh"' in text else ["style", "script"]
        assert [*page.inline] == expected + ["script"] * (path.name == "404.html"), path
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy, path
        parts = dict(part.strip().partition(" ")[::2] for part in policy[1].split(";"))
        for kind, within in _WITHIN.findall(text):
            digest = b64encode(sha256(within.encode("utf-8")).digest()).decode("ascii")
            assert f"'sha256-{digest}'" in parts[f"{kind}-src"], path
        assert policy[1].startswith("default-src 'none'")
        assert "unsafe" not in policy[1]


def test_ids_are_unique(site: Path) -> None:
    """An anchor leads to one place."""
    for path in _pages(site):
        anchors = _read(path).anchors
        assert len(anchors) == len(set(anchors)), path


def test_links_have_harmless_schemes(site: Path) -> None:
    """No text of a catalog becomes an address that runs something."""
    for path in _pages(site):
        for link in _read(path).links:
            assert urlsplit(link).scheme in ("", "https", "mailto", "ms-settings"), f"{path}: {link}"


def test_pages_parse_without_an_error(site: Path) -> None:
    """HTML5 as the standard has it: every page, but of very many guides every fourth."""
    parser = html5lib.HTMLParser(strict=True)
    guides = [path for path in _pages(site) if path.parent.name == "platforms"]
    for path in (*(one for one in _pages(site) if one not in guides), *guides[:: 4 if len(guides) > 100 else 1]):
        try:
            parser.parse(path.read_bytes())
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{path.relative_to(site)}: {parser.errors[-1:]} {error}")


def test_no_script_makes_markup_of_text() -> None:
    """Scripts build pages of elements and texts; nothing they hold is ever read as markup or code."""
    scripts = sorted(PACKAGED.rglob("*.js"))
    assert scripts
    for path in scripts:
        found = re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", path.read_text()
        )
        assert found == [], path


@pytest.mark.slow
def test_a_platform_may_be_called_like_a_page(tmp_path: Path) -> None:
    """A platform `index` has a page of its own, and the home page is still the home page."""
    found = build.read(load(_CATALOGS["hostile"]))
    build.build(build.site(Config(), "platforms.yaml", found), tmp_path / "site")
    assert "北京 مرحبا שלום" in (tmp_path / "site" / "platforms" / "index.html").read_text(encoding="utf-8")
    assert 'class="hero"' in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
