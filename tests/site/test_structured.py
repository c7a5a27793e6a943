"""What a page says of itself to programs: canonical address, preview, and its steps as data."""

import json
import re
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from playwright.sync_api import Browser

from optout.model import Control, Email, File, Platform
from tests import strategies
from tests.site.planned import ADDRESS, guide_files_of

_HOSTILE = "</script><script>document.title='taken'</script><!-- &lt; \u2028 ]]> {{ guide }}"


def _document(text: str) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def _how_to(text: str) -> dict[str, Any] | None:
    found = [one.text for one in _document(text).iter("script") if one.get("type") == "application/ld+json"]
    assert len(found) <= 1
    said: dict[str, Any] | None = json.loads(found[0]) if found else None
    return said


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _visible(text: str) -> list[tuple[str, str]]:
    """The anchor and the words of each step that is to be taken, on the page, without the numbers of sources."""
    found = []
    for item in _document(text).iter("li"):
        if re.fullmatch(r"step-[\d-]+", item.get("id", "")):
            for link in item.iter("a"):
                if link.get("href", "").startswith("#source-"):
                    link.text = ""
            words = " ".join("".join(part) for part in _pieces(item))
            found.append((str(item.get("id")), _tidy(words)))
    return found


def _pieces(item: Any) -> list[list[str]]:
    """The sentence of a step and, apart from it, the text to copy."""
    block = item.find("pre")
    copied = list(block.itertext()) if block is not None else []
    if block is not None:
        item.remove(block)
    return [list(item.itertext()), copied]


def _meta(text: str) -> dict[str, str]:
    return {one.get("property") or one.get("name"): one.get("content") for one in _document(text).iter("meta")}


@settings(max_examples=15)
@given(strategies.platforms)
def test_the_steps_are_those_on_the_page(generated: Platform) -> None:
    """In the same order and words, each with an anchor that is there; nothing where there is nothing to do."""
    text = guide_files_of(generated)[f"platforms/{generated.slug}.html"]
    said = _how_to(text)
    visible = _visible(text)
    assert (said is None) == (not visible)
    if said:
        page = f"{ADDRESS}/platforms/{generated.slug}.html"
        assert [one["url"] for one in said["step"]] == [f"{page}#{anchor}" for anchor, _ in visible]
        assert [_tidy(one["text"]) for one in said["step"]] == [words for _, words in visible]


def test_what_a_guide_says_of_itself(published: dict[str, str], in_a_folder: dict[str, str]) -> None:
    """Only what is true: its question, verdict, day and site."""
    said = _how_to(published["platforms/acme.html"])
    assert said
    assert len(said.pop("step")) == 3
    assert said == {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": "Acme: how do I keep my data out of AI training?",
        "inLanguage": "en",
        "dateModified": "2026-11-21",
    }
    unaddressed = _how_to(in_a_folder["platforms/acme.html"])
    assert unaddressed
    assert unaddressed["step"][0]["url"] == "#step-1"
    assert _how_to(published["platforms/quiet.html"]) is None


def test_previews(published: dict[str, str]) -> None:
    """Title, description, kind, address and site; a guide is described by its verdict."""
    acme = _meta(published["platforms/acme.html"])
    assert acme["og:title"] == "Acme: how do I keep my data out of AI training? – Ours & theirs"
    assert acme["og:description"] == acme["description"]
    assert acme["description"] == "Acme trains its models on your chats until you switch it off."
    assert (acme["og:type"], acme["og:site_name"]) == ("article", "Ours & theirs")
    assert acme["og:url"] == f"{ADDRESS}/platforms/acme.html"
    assert _meta(published["index.html"])["og:type"] == "website"
    lost = _meta(published["404.html"])
    assert lost["robots"] == "noindex"
    assert "og:url" not in lost


def test_every_page_has_a_description(published: dict[str, str]) -> None:
    """Some of its own, none empty."""
    pages = [path for path in published if path.endswith(".html") and path != "platforms/zenith.html"]
    assert all(_meta(published[path])["description"] for path in pages)


def test_alternates_are_there(published: dict[str, str]) -> None:
    """What a page links to as its feed, its data or its calendar is a file of the site."""
    for path, root, number in (("index.html", "", 3), ("platforms/acme.html", "../", 2)):
        links = [one for one in _document(published[path]).iter("link") if one.get("rel") == "alternate"]
        assert len(links) == number
        assert {one.get("href").removeprefix(root) for one in links} <= set(published)


def test_no_address_no_claim_of_one(in_a_folder: dict[str, str]) -> None:
    """A site in a folder has no canonical addresses."""
    pages = [text for path, text in in_a_folder.items() if path.endswith(".html")]
    assert not any("canonical" in text or "og:url" in text for text in pages)


_BLOCKS = [
    Control("email", _HOSTILE, ("help",), email=Email("a@b.example", _HOSTILE, _HOSTILE)),
    Control("file", _HOSTILE, ("help",), file=File("robots.txt", _HOSTILE)),
    Control("command", _HOSTILE, ("help",), command=_HOSTILE),
    Control("switch", _HOSTILE, ("help",), switch=_HOSTILE, set="off", steps=(_HOSTILE,)),
]


@pytest.mark.parametrize("control", _BLOCKS, ids=[one.how for one in _BLOCKS])
def test_no_text_ends_the_data(acme: Platform, control: Control) -> None:
    """The page has the scripts it should have, and the data reads as it was written."""
    hostile = acme._replace(name=_HOSTILE, summary=_HOSTILE, question=_HOSTILE, controls=(control,))
    text = guide_files_of(hostile)["platforms/acme.html"]
    scripts = list(_document(text).iter("script"))
    data = [one for one in scripts if one.get("type") in ("application/ld+json", "application/json")]
    assert len(data) == 2
    first, *others = [one for one in scripts if one not in data]
    assert (first.text or "").startswith("'use strict';{const root=")
    assert all((one.get("src") or "").startswith("../static/") and not one.text for one in others)
    said = _how_to(text)
    assert said
    assert said["name"] == f"{_HOSTILE}: {_HOSTILE}"
    assert not {sign for one in data for sign in one.text} & set("<>&\u2028")


def test_a_browser_takes_data_for_data(acme: Platform, browser: Browser, tmp_path: Path) -> None:
    """The policy has nothing against the data block, and no text in it runs."""
    hostile = acme._replace(name=_HOSTILE, summary=_HOSTILE, question=_HOSTILE, controls=(_BLOCKS[1],))
    (tmp_path / "acme.html").write_text(guide_files_of(hostile)["platforms/acme.html"], encoding="utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script("addEventListener('securitypolicyviolation', event => console.log(event.violatedDirective))")
    page.goto((tmp_path / "acme.html").as_uri())
    assert page.title() != "taken"
    assert json.loads(page.inner_text("script[type='application/ld+json']"))["name"] == f"{_HOSTILE}: {_HOSTILE}"
    assert not [one for one in said if "Security" in one or "-src" in one]
    page.close()
