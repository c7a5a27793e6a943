"""Feeds: valid Atom, in the words of the guides, and never the clock's time."""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given, settings

from optout.model import Date, Event, Platform
from optout.site import events, feeds
from tests import strategies
from tests.site.planned import ADDRESS, files_of, guide_files_of, site_of

_ATOM = "{http://www.w3.org/2005/Atom}"
_HOSTILE = "</summary>]]> <script>alert(1)</script> &amp; &nbsp; \ufffe\u202e" + "w" * 10_000


def _feeds(files: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((path, text) for path, text in files.items() if path.startswith("feeds/"))


def _must(path: str, text: str) -> ElementTree.Element:
    """What RFC 4287 demands of a feed and its entries in sections 4.1.1 and 4.1.2; the feed's root."""
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert root.tag == f"{_ATOM}feed"
    entries = root.findall(f"{_ATOM}entry")
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            found = one.findall(f"{_ATOM}{name}")
            assert len(found) == 1, (path, name)
            assert (found[0].text or "").strip(), (path, name)
        assert (one.findtext(f"{_ATOM}id") or "").startswith(("https://", "urn:uuid:"))
        assert len([link for link in one.findall(f"{_ATOM}link") if link.get("rel") == "alternate"]) == 1
        assert all((link.get("href") or "").startswith(f"{ADDRESS}/") for link in one.findall(f"{_ATOM}link"))
    ids = [entry.findtext(f"{_ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert root.findtext(f"{_ATOM}author/{_ATOM}name")
    itself = [link.get("href") for link in root.findall(f"{_ATOM}link") if link.get("rel") == "self"]
    assert itself == [f"{ADDRESS}/{path}"]
    order = [entry.findtext(f"{_ATOM}updated") or "" for entry in entries]
    assert order == sorted(order, reverse=True)
    assert not entries or root.findtext(f"{_ATOM}updated") == order[0]
    return root


def test_feeds_are_valid(published: dict[str, str]) -> None:
    """One of all changes and one for each platform; a feed reader understands them without a complaint."""
    found = dict(_feeds(published))
    assert set(found) == {"feeds/all.xml", *(f"feeds/platforms/{slug}.xml" for slug in ("acme", "quiet", "wall"))}
    for path, text in found.items():
        _must(path, text)
        read = feedparser.parse(text.encode("utf-8"))
        assert not read.bozo
        assert read.version == "atom10"


@settings(max_examples=12)
@given(strategies.platforms)
def test_feeds_of_any_platform_are_valid(generated: Platform) -> None:
    """Whatever an entry holds."""
    for path, text in _feeds(guide_files_of(generated)):
        _must(path, text)


def test_what_changed_in_words(published: dict[str, str]) -> None:
    """Newest first, with the date in words where the feed's own is less than the truth."""
    read = feedparser.parse(published["feeds/all.xml"].encode("utf-8"))
    assert read.feed.title == "Ours & theirs: what changed"
    assert [(one.title, one.summary, one.updated[:10]) for one in read.entries] == [
        ("Acme: New terms take effect.", "<p>New terms take effect.</p>", "2026-08-01"),
        ("Acme: Training begins.", "<p>September 2024: Training begins.</p>", "2024-09-01"),
    ]
    assert read.entries[0].link == f"{ADDRESS}/platforms/acme.html#history"


def test_the_feed_of_a_platform_tells_its_guide(published: dict[str, str]) -> None:
    """Its status and verdict; its history is the same entries as in the feed of all."""
    own = feedparser.parse(published["feeds/platforms/acme.xml"].encode("utf-8")).entries
    everybody = feedparser.parse(published["feeds/all.xml"].encode("utf-8")).entries
    assert own[0].title == "Acme: Trains unless you refuse"
    assert "Acme trains its models on your chats until you switch it off." in own[0].summary
    assert [one.id for one in own[1:]] == [one.id for one in everybody if one.title.startswith("Acme")]


def test_a_guide_is_told_anew_when_what_to_do_changes(acme: Platform) -> None:
    """Another day of checking is the same entry, another way to refuse a new one."""

    def first(platform: Platform) -> str:
        text = guide_files_of(platform)["feeds/platforms/acme.xml"]
        return str(feedparser.parse(text.encode("utf-8")).entries[0].id)

    assert first(acme._replace(checked=Date(2026, 12, 1))) == first(acme)
    assert first(acme._replace(controls=acme.controls[1:])) != first(acme)


def test_an_announcement_is_told_when_it_is_known(acme: Platform) -> None:
    """A feed reader shows nothing from the future; the date stands in the words."""
    coming = acme._replace(history=(Event(Date(2027, 3, 4), "Terms change."),))
    read = feedparser.parse(files_of(site_of([coming]))["feeds/all.xml"].encode("utf-8"))
    assert read.entries[0].updated.startswith(acme.checked.iso)
    assert read.entries[0].summary == "<p>4 March 2027: Terms change.</p>"


@pytest.mark.slow
def test_only_the_newest(acme: Platform) -> None:
    """The feed of all platforms has a hundred entries at most, the newest ones; a platform's has them all."""
    busy = acme._replace(
        history=tuple(Event(Date(2000 + number // 12, number % 12 + 1), "x.") for number in range(150))
    )
    files = files_of(site_of([busy]))
    entries = feedparser.parse(files["feeds/all.xml"].encode("utf-8")).entries
    assert len(entries) == 100
    assert entries[0].updated.startswith("2012-06")
    assert len(feedparser.parse(files["feeds/platforms/acme.xml"].encode("utf-8")).entries) == 151


def test_nothing_has_changed(acme: Platform) -> None:
    """A feed without entries is valid, and dated by the catalog."""
    text = files_of(site_of([acme._replace(history=())]))["feeds/all.xml"]
    root = _must("feeds/all.xml", text)
    assert (root.findtext(f"{_ATOM}updated") or "").startswith(acme.checked.iso)


@pytest.mark.slow
@pytest.mark.parametrize("field", ["name", "summary", "company", "question"])
def test_hostile_texts(acme: Platform, field: str) -> None:
    """Markup in a text stays text, and what XML cannot carry is replaced."""
    values: dict[str, Any] = {field: _HOSTILE}
    hostile = acme._replace(**values, history=(Event(Date(2026, 8, 1), _HOSTILE, _HOSTILE),))
    site = site_of([hostile])
    told = feeds.of_all(site, events.events([hostile]))
    found = {**dict(_feeds(guide_files_of(hostile))), **{file.path: file.text for file in told}}
    assert len(found) == 2
    for path, text in found.items():
        root = _must(path, text)
        assert "\ufffe" not in text
        for said in root.iter(f"{_ATOM}summary"):
            assert "<script" not in (said.text or "")


def test_without_an_address(in_a_folder: dict[str, str]) -> None:
    """A feed has to say where it is; a site that has no address has none, and no page points to one."""
    assert not list(_feeds(in_a_folder))
    assert not any("feeds/" in text for path, text in in_a_folder.items() if path.endswith(".html"))
