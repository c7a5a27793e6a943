"""The addresses of a catalog, the verdicts, and how they are listed."""

import json

import pytest

from optout.catalog import Catalog
from optout.model import Source
from optout.monitoring import report, report_formats
from optout.monitoring.evidence import Quoted, QuoteVerdict
from optout.monitoring.links import Link, Use, Verdict, judge, links, settle, verdict_of
from optout.monitoring.reading import PageReading
from optout.problem import Place
from optout.render.screen import Screen
from optout.web.answer import Hop, Page, Response
from tests.conftest import EXAMPLE

_HERE = "https://acme.example/help/ai"


def _moved(*hops: tuple[int, str], address: str = _HERE) -> Verdict:
    """What comes of redirects that end at a page."""
    return judge(Response(address, hops[-1][1], tuple(Hop(*hop) for hop in hops), 200))


def test_every_address_of_a_catalog_is_found_once_with_all_its_places(example: Catalog) -> None:
    """Links and forms of controls, lookalikes, crawlers, sources and their archived copies."""
    found = {link.address: [use.field for use in link.uses] for link in links(example)}
    assert found["https://acme.example/settings/privacy"] == ["controls[0].link"]
    assert found["https://acme.example/object"] == ["controls[3].form"]
    assert found["https://acme.example/ads"] == ["lookalikes[0].link"]
    assert found["https://acme.example/bot.json"] == ["crawlers[0].addresses"]
    assert found["https://acme.example/help(1)"] == ["sources.help.url"]
    text = EXAMPLE.read_text(encoding="utf-8")
    for link in links(example):
        for use in link.uses:
            assert text.splitlines()[use.place.line - 1][use.place.column - 1 :].lstrip('"').startswith(link.address)
    for field in ("url: ", "archived: ", "link: ", "form: https", "addresses: "):
        assert text.count(f" {field}") <= sum(field.split(":")[0] in name for names in found.values() for name in names)


def test_an_address_that_stands_in_several_places_is_asked_once() -> None:
    """Its result is told for each of them."""
    source = "{title: T, publisher: P, kind: official, url: https://acme.example/a}"
    entry = "  name: A\n  category: work\n  training: opt-out\n  summary: S. [s]\n  checked: 2026-11-21\n"
    text = "".join(f"{slug}:\n{entry}  sources: {{s: {source}, t: {source}}}\n" for slug in ("a", "b"))
    (found,) = links(Catalog(text.encode(), "c.yaml"))
    assert [(use.entry, use.field) for use in found.uses] == [
        ("a", "sources.s.url"),
        ("a", "sources.t.url"),
        ("b", "sources.s.url"),
        ("b", "sources.t.url"),
    ]


def test_what_to_write_instead() -> None:
    """Where the redirects lead for good: as far as they all say so, from the start; a part of the page is kept."""
    new, other = "https://acme.example/new", "https://acme.example/other"
    assert _moved((301, new)).write == new
    assert _moved((308, new), (301, other)).write == other
    assert _moved((301, new), (302, other)).write == new
    assert _moved((302, new), (301, other)).write == ""
    assert _moved((301, new), address=f"{_HERE}#part").write == f"{new}#part"
    assert _moved((301, f"{new}#else"), address=f"{_HERE}#part").write == f"{new}#else"


@pytest.mark.parametrize("target", ["http://acme.example/new", 'https://acme.example/"new"'])
def test_nothing_is_suggested_that_a_catalog_may_not_hold(target: str) -> None:
    """Addresses that are not https, or that would have to be escaped."""
    verdict = _moved((301, target))
    assert (verdict.state, verdict.write) == ("moved", "")


def test_a_slash_is_no_move_for_good() -> None:
    """Nobody has to change an address for that."""
    assert _moved((301, f"{_HERE}/")).move == "passing"


def test_the_front_page_itself_may_move() -> None:
    """From the front page to the front page in a language is no loss."""
    assert _moved((302, "https://acme.example/en/"), address="https://acme.example/").move == "passing"
    assert _moved((302, "https://acme.example/en/?from=help")).move == "passing"


def test_an_address_that_asks_to_sign_in_by_itself_is_alive() -> None:
    """Only being led there is a wall."""
    assert judge(Response("https://acme.example/login", "https://acme.example/login", (), 200)).state == "alive"
    assert judge(Response(_HERE, "https://accounts.acme.example/x", (Hop(302, ""),), 200)).state == "blocked"


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("404", "dead"),
        ("404 Not Found", "dead"),
        ("Error 404 (Not Found)!!1", "dead"),
        ("Not found - Acme", "dead"),
        ("Acme | Page not found", "dead"),
        ("This page isn’t available", "dead"),
        ("Sorry, this page is no longer available", "dead"),
        ("The page does not exist", "dead"),
        ("404 Media: an article", "alive"),
        ("How we found what was not found in models", "alive"),
        ("Security check-up for your account", "alive"),
        ("Access denied", "blocked"),
        ("Attention Required! | Cloudflare", "blocked"),
        ("Security check", "blocked"),
        ("How captcha answers train AI", "alive"),
        ("Not found: how to opt out", "dead"),
    ],
)
def test_titles_that_say_it(title: str, state: str) -> None:
    """A page that calls itself missing is, a wall is a wall, and neither is an article with such words in it."""
    assert judge(Response(_HERE, _HERE, (), 200, page=Page(title))).state == state


def test_what_is_not_there_is_dead_whatever_its_page_is_called() -> None:
    """A wall answers with something else than 404 or 410."""
    for status in (404, 410):
        assert judge(Response(_HERE, _HERE, (), status, page=Page("Access denied"))).state == "dead"


def test_a_missing_host_is_dead_only_if_we_are_online() -> None:
    """Without a network every host seems to be missing."""
    missing = {"a": Verdict("unreachable", no_host=True), "b": Verdict("alive")}
    assert settle(missing, is_online=True)["a"].state == "dead"
    assert settle(missing, is_online=True)["b"].state == "alive"
    assert settle(missing, is_online=False)["a"].state == "unreachable"


def test_a_verdict_is_kept_whole() -> None:
    """As plain values, and back; what is none is told apart."""
    verdict = Verdict("moved", "moved for good", "https://a/", 200, "https://a/", "lasting")
    assert verdict_of(json.loads(json.dumps(verdict._asdict()))) == verdict
    assert verdict_of({"state": "alive", "mood": "good"}) is None


def test_lists_break_no_markup() -> None:
    """What a page calls itself cannot become markup, or a command to a code host."""
    use = Use(Place("c.yaml", 3, 7), "acme", "sources.help.url")
    said = "the page calls itself “*x* <b> | [a](b) ::error::”"
    asked = [report.CheckedLink(Link(_HERE, (use,)), Verdict("dead", said, _HERE, 200), "")]
    sections = report.links(asked)
    assert r"“\*x\* &lt;b> &#124; \[a\](b)" in report_formats.markdown(sections, Screen())
    assert report_formats.github(sections, Screen()).count("\n") == 1
    assert report_formats.text(sections, Screen(unicode=False)).isascii()


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("@octocat wrote this", "@\u200boctocat wrote this"),
        ("cc @org/team", "cc @\u200borg/team"),
        ("fixes owner/repo#12", "fixes owner/repo#\u200b12"),
        ("see #3 and GH-4", "see #\u200b3 and GH-\u200b4"),
        ("https://github.com/owner/repo/issues/5", "`https://github.com\u200b/owner/repo/issues/5`"),
        ("write to a@b.example", "write to `a@b.example`"),
    ],
)
def test_what_a_page_says_calls_nobody(foreign: str, shown: str) -> None:
    """In Markdown, which becomes an issue: no mention, no reference, whatever a title or a moved quote holds."""
    use = Use(Place("c.yaml", 3, 7), "acme", "sources.help.url")
    checked = [report.CheckedLink(Link(_HERE, (use,)), Verdict("dead", f"it says {foreign}", _HERE, 200), "")]
    assert f"  * it says {shown}\n" in report_formats.markdown(report.links(checked), Screen())
    quoted = Quoted(Source("help", "T", "P", "official", _HERE, quote=f"We say {foreign}"), use)
    reading = PageReading("alive", "", ((f"We say {foreign}", QuoteVerdict("gone")),))
    page = report.CheckedPage(_HERE, (quoted,), reading, "")
    assert f"We say {shown}" in report_formats.markdown(report.evidence([page]), Screen())


def test_an_address_of_an_issue_is_no_link() -> None:
    """A link would leave a trace there; other addresses are links."""
    use = Use(Place("c.yaml", 3, 7), "acme", "sources.help.url")
    issue = "https://github.com/owner/repo/issues/5"
    checked = [
        report.CheckedLink(Link(address, (use,)), Verdict("moved", "moved for good", issue, 200, issue, "lasting"), "")
        for address in (_HERE, issue)
    ]
    text = report_formats.markdown(report.links(checked), Screen())
    assert f"<{issue}>" not in text
    assert text.count(f"`{issue}`") == 3
    assert f"* <{_HERE}>" in text


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_no_line_is_a_command_to_a_code_host(form: str) -> None:
    """Whatever pages say, and however it is broken into lines: none begins with two colons."""
    use = Use(Place("c.yaml", 3, 7), "acme", "sources.help.url")
    said = "\n::error::x ::stop-commands::y " * 9
    checked = [report.CheckedLink(Link(_HERE, (use,)), Verdict("dead", said, _HERE, 200), "")]
    lines = report_formats.FORMATS[form](report.links(checked), Screen(width=20)).splitlines()
    assert not [line for line in lines if line.startswith("::")]


@pytest.mark.parametrize(
    "values",
    [
        {"state": 5},
        {"state": "alive", "reason": 5},
        {"state": "alive", "final": ["x"]},
        {"state": "alive", "status": "200"},
        {"state": "alive", "no_host": "yes"},
        {"state": "well"},
        {"state": "moved", "move": "far"},
        {},
    ],
)
def test_values_of_a_wrong_type_are_no_verdict(values: dict[str, object]) -> None:
    """Whatever somebody wrote into the file of results."""
    assert verdict_of(values) is None
