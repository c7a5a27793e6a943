"""What an audit finds: who may come in, what is said to everybody, and what does not fit together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.messages import LANGUAGES, language
from optout.model import Crawler, Date, Platform
from optout.render import robots_audit
from optout.render.screen import Screen
from optout.robots.audit import Audit, audit
from optout.robots.choice import robots
from optout.robots.statements import Refusal
from optout.robots.website import WebFile, WebPage, Website, header_file, stated


def _entry(slug: str, *crawlers: Crawler) -> Platform:
    return Platform(slug, slug.title(), "crawler", "opt-out", "S.", Date(2026), (), slug.title(), crawlers=crawlers)


_KNOWN = robots(
    [
        _entry("acme", Crawler("TrainBot", "Trains.", ("training",), obeys="Yes.")),
        _entry("seek", Crawler("SeekBot", "Searches.", ("search",))),
        _entry("zeta", Crawler("ZetaBot", "Both.", ("training", "search"))),
        _entry("deaf", Crawler("DeafBot", "Trains.", ("training",), obeys="No, according to a list.")),
        _entry("mute", Crawler("MuteBot", "Trains.", ("training",))),
        _entry("vague", Crawler("VagueBot", "Trains.", ("training",), obeys="Not known.")),
    ]
)  # fmt: skip
_TOLD = (Refusal("meta", '<meta name="robots" content="noarchive">', "zeta", "Zeta", None),)


def _audit(text: str = "", html: str = "", headers: tuple[tuple[str, str], ...] = (), **more: str) -> Audit:
    site = Website(
        robots=WebFile("robots.txt", text.encode()) if text else None,
        pages=(WebPage("index.html", html.encode(), headers),) if html or headers else (),
    )
    if "tdmrep" in more:
        site = site._replace(tdmrep=WebFile("tdmrep.json", more["tdmrep"].encode()))
    if "ai_txt" in more:
        site = site._replace(ai_txt=WebFile("ai.txt", more["ai_txt"].encode()))
    return audit(site, _KNOWN, _TOLD)


def _keys(found: Audit, problems: bool = True) -> list[str]:
    return [f"{one.line} {one.said.key}" for one in found.notes if one.is_problem == problems]


def _rights(found: Audit) -> dict[str, str]:
    return {row.robot.token: f"{row.right} {row.line}" for row in found.rows}


def test_each_crawler_by_its_own_group_or_that_of_all() -> None:
    """With the line on which it begins."""
    found = _audit("User-agent: *\nDisallow: /private/\n\nUser-agent: trainbot\nDisallow: /\n")
    assert _rights(found)["TrainBot"] == "out 4"
    assert _rights(found)["SeekBot"] == "part 1"
    assert _keys(found) == []


def test_a_crawler_that_two_rules_of_one_length_pull_both_ways_may_come_in() -> None:
    """Its groups are joined wherever they stand, and a path that is left open on purpose is no mistake."""
    found = _audit("User-agent: TrainBot\nAllow: /\n\nUser-agent: TrainBot\nDisallow: /\n")
    assert _rights(found)["TrainBot"] == "part 1"
    assert _keys(found) == ["5 audit-torn"]
    assert _keys(_audit("User-agent: TrainBot\nAllow: /about\nDisallow: /\n")) == []


def test_without_a_file_everybody_may_come_in_and_that_is_no_mistake() -> None:
    """But worth knowing."""
    found = _audit()
    assert set(_rights(found).values()) == {"in 0"}
    assert _keys(found) == []
    assert "0 audit-none" in _keys(found, problems=False)


def test_a_server_that_fails_shuts_everybody_out() -> None:
    """RFC 9309, 2.3.1.4."""
    found = audit(Website(is_down=True), _KNOWN, _TOLD)
    assert set(_rights(found).values()) == {"out 0"}
    assert _keys(found) == ["0 audit-down"]


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("<!doctype html><title>Not found</title>", "0 audit-page"),
        ("Disallow: /x\nUser-agent: TrainBot\nDisallow: /\n", "1 audit-stray"),
        ("User-agent: TrainBot\nDisallow: /\nUser-agent: Other\n", "3 audit-dangling"),
        ("User-agent: TrianBot\nDisallow: /\n", "1 audit-misspelt"),
        ("User-agent: *\nDisallow: /\n", "1 audit-searches"),
        ("User-agent: Googlebot\nAllow: /\nUser-agent: bingbot\nAllow: /\nUser-agent: *\nDisallow: /\n"
         "User-agent: TrainBot\nAllow: /\n", "7 audit-opened"),
        ("#" * 512_001 + "\nUser-agent: *\n", "0 audit-cut"),
        ("User-agent: *\nContent-Usage: train-ai=N\n", "2 audit-unclear"),
        ("User-agent: *\nContent-Usage: train-ai=n\nContent-Usage: train-ai=y\n", "3 audit-against"),
    ],
)  # fmt: skip
def test_a_mistake_in_robots_txt(text: str, mistake: str) -> None:
    """With its line, and it is the only one."""
    assert _keys(_audit(text)) == [mistake]


def test_what_is_said_of_some_paths_or_to_some_contradicts_nothing() -> None:
    """As the IETF's draft has it in its example."""
    text = "User-agent: *\nContent-Usage: train-ai=n\nContent-Usage: /ai-ok/ train-ai=y\n\n"
    assert _keys(_audit(f"{text}User-agent: ExampleBot\nAllow: /\nContent-Usage: train-ai=y\n")) == []


def test_utf_16_is_a_mistake() -> None:
    """Crawlers read UTF-8."""
    site = Website(WebFile("robots.txt", "User-agent: *\nDisallow: /\n".encode("utf-16")))
    assert _keys(audit(site, _KNOWN, _TOLD)) == ["0 audit-utf-16"]


def test_a_search_that_is_named_is_meant() -> None:
    """It is told, and no mistake."""
    found = _audit("User-agent: Googlebot\nUser-agent: SeekBot\nDisallow: /\n")
    assert _keys(found) == []
    assert {"1 audit-searches", "0 audit-answers"} <= set(_keys(found, problems=False))


def test_who_is_said_not_to_heed_it_and_of_whom_nobody_says() -> None:
    """Two things; and who says something else is in neither list."""
    found = _audit(
        "User-agent: DeafBot\nUser-agent: MuteBot\nUser-agent: VagueBot\nUser-agent: TrainBot\nDisallow: /\n"
    )
    said = {one.said.key: language("en").text(one.said) for one in found.notes}
    assert "DeafBot" in said["audit-unheeded"]
    assert "MuteBot" in said["audit-untold"]
    assert not any("VagueBot" in text or "TrainBot" in text for text in said.values())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<meta name="robots" content="noai, noimageai">', "1 robots: noai, noimageai no"),
        ("\n<META CONTENT='noarchive' NAME=Robots>", "2 robots: noarchive no"),
        ('<meta name="robots" content="NOINDEX">', "1 robots: NOINDEX hidden"),
        ('<meta name="tdm-reservation" content="1">', "1 tdm-reservation: 1 no"),
        ('<meta name="tdm-reservation" content="0">', "1 tdm-reservation: 0 yes"),
        ('<meta name="tdm-reservation" content="yes">', "1 tdm-reservation: yes unclear"),
        ('<!-- <meta name="robots" content="noai"> --><meta name="robots" content="index">', ""),
        ('<meta name="description" content="noai">', ""),
    ],
)
def test_a_tag(html: str, expected: str) -> None:
    """What it comes to; a comment says nothing, and nor do tags of another kind."""
    assert "\n".join(f"{one.line} {one.text} {one.stance}" for one in _audit(html=html).stated) == expected


@pytest.mark.parametrize(
    ("name", "value", "stance"),
    [
        ("x-robots-tag", "noai", "no"),
        ("x-robots-tag", "bingbot: noarchive", "no"),
        ("x-robots-tag", "noindex", "hidden"),
        ("x-robots-tag", "index, follow", "unclear"),
        ("tdm-reservation", "1", "no"),
        ("content-usage", "train-ai=n", "no"),
        ("content-usage", "search=y, train-ai=y", "yes"),
        ("content-usage", "Train-AI=n", "unclear"),
        ("content-signal", "search=yes, ai-train=no", "no"),
    ],
)
def test_a_header(name: str, value: str, stance: str) -> None:
    """Words of the drafts count in small letters."""
    assert [one.stance for one in _audit(headers=((name, value),)).stated] == [stance]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ('[{"location": "/", "tdm-reservation": 1}]', ["no"]),
        ('[{"location": "/a", "tdm-reservation": 1}, {"location": "/b", "tdm-reservation": 0}]', ["no", "yes"]),
        ("{}", []),
        ('{"location": "/"}', ["unclear"]),
        ("[1]", ["unclear"]),
        ("no JSON", ["unclear"]),
        ("[" * 100_000, ["unclear"]),
    ],
)
def test_tdmrep(text: str, stances: list[str]) -> None:
    """A list of rules; anything else is told."""
    assert [one.stance for one in _audit(tdmrep=text).stated] == stances


def test_ai_txt_refuses_with_the_words_of_robots_txt() -> None:
    """For everybody."""
    assert [one.stance for one in _audit(ai_txt="User-Agent: *\nDisallow: /\n").stated] == ["no"]
    assert [one.stance for one in _audit(ai_txt="hello").stated] == ["unclear"]


def test_a_tag_for_somebody_who_may_not_read_it_is_a_mistake() -> None:
    """Who is shut out never learns of it."""
    tag = '<meta name="robots" content="noarchive">'
    assert _keys(_audit("User-agent: ZetaBot\nDisallow: /\n", tag)) == ["1 audit-unread"]
    assert _keys(_audit("User-agent: TrainBot\nDisallow: /\n", tag)) == []


def test_who_refuses_in_words_only_is_told_whom_that_lets_in() -> None:
    """A statement shuts nobody out."""
    found = _audit("User-agent: TrainBot\nDisallow: /\n", headers=(("tdm-reservation", "1"),))
    said = [language("en").text(one.said) for one in found.notes if one.said.key == "audit-only-said"]
    assert "lets in 3 of 4 crawlers" in said[0]


def test_a_file_of_headers_says_what_all_pages_say() -> None:
    """And not what some do."""
    text = b"# mine\n/old/*\n  X-Robots-Tag: noindex\n/*\n  X-Robots-Tag: noai\n  # tdm-reservation: 0\n  Server: a\n"
    assert header_file(WebFile("_headers", text)).headers == (("x-robots-tag", "noai"),)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_all_is_said_in_words(spoken: str) -> None:
    """No key is left, and lines keep to the width of the screen."""
    found = _audit(
        "Disallow: /\nUser-agent: *\nDisallow: /\nUser-agent: TrainBot\n", "<meta name=robots content=noindex>"
    )
    text = robots_audit.text("site", found, Screen(60), language(spoken))
    assert "audit-" not in text
    assert max(map(len, text.splitlines())) <= 60
    assert '"version": 1' in robots_audit.as_json("site", found, language(spoken))


@given(st.binary(max_size=120), st.binary(max_size=120), st.binary(max_size=60))
def test_no_site_ends_an_audit(text: bytes, html: bytes, data: bytes) -> None:
    """And whatever it says is printed on lines of ours."""
    site = Website(
        WebFile("robots.txt", b"User-agent: " + text), WebFile("t", data), WebFile("a", data),
        (WebPage("p", b"<meta name=robots content='noai " + html + b"'>", (("x-robots-tag", "noai " + repr(data)),)),),
    )  # fmt: skip
    found = audit(site, _KNOWN, _TOLD)
    assert "\x1b" not in robots_audit.text("site", found, Screen(), language("en"))
    assert len(stated(site)) == len(found.stated)


def test_comments_without_an_end_cost_no_time() -> None:
    """Half a million signs of them are read in a moment."""
    assert _audit(html="<!--" * 100_000).stated == ()
    assert _audit(html="<meta " * 100_000).stated == ()
