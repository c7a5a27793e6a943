"""What the files say, and that nothing of a catalog says more in them than it should."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.messages import LANGUAGES, language
from optout.model import Control, Crawler, Date, File, Platform, Source
from optout.render.robots import FORMS, block, comment
from optout.robots.choice import Chosen, choose, robots
from optout.robots.reading import RobotsTxt
from optout.robots.statements import Kind, Refusal, refusals, standards
from optout.text import spots
from tests.conftest import CASES, golden

_BLOCKING = ("robots", "nginx", "apache", "caddy", "haproxy", "cloudflare")
_HOSTILE = [
    "a\nDisallow: /b",
    "x\r\nRewriteRule . - [F]",
    "ends in \\",
    "--> <script>",
    "} abort",
    "\u2028x",
    "#x",
    '"',
]


def _chosen(company: str = "Acme", purpose: str = "Trains.", token: str = "TrainBot") -> Chosen:
    source = Source("list", "A list", "Somebody", "community", date=Date(2024, 5))
    crawlers = (
        Crawler(token, f"{purpose} [list]", ("training",), since=Date(2024, 5, 6)),
        Crawler("Old Bot 1.0", "Trained.", ("training",), "listed"),
        Crawler("BothBot", "Does both.", ("training", "search")),
    )
    platform = Platform(
        "acme-bots", "Acme crawlers", "crawler", "opt-out", "S.", Date(2026), (source,), company, crawlers=crawlers
    )
    return choose(robots([platform]), ("training",), ())


_TEXTS: tuple[tuple[Kind, str], ...] = (
    ("meta", '<meta name="robots" content="noarchive">'),
    ("headers", "X-Robots-Tag: noarchive"),
    ("headers", "X-Robots-Tag: noai"),
    ("tdmrep", '[{"location": "/", "tdm-reservation": 1}]\n'),
    ("ai-txt", "User-Agent: *\nDisallow: /\n"),
)
_TOLD = tuple(Refusal(kind, text, "acme", "Acme", Date(2024)) for kind, text in _TEXTS)


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("format_", FORMS)
def test_a_format(format_: str, spoken: str) -> None:
    """As it is written, in each language."""
    text = block(FORMS[format_], _chosen(), _TOLD, " --block training", language(spoken))
    golden(CASES / "robots" / "formats" / f"{format_}.{spoken}.txt", text)


def test_robots_txt_refuses_whom_it_names() -> None:
    """As crawlers read it."""
    read = RobotsTxt(block(FORMS["robots"], _chosen(), (), "", language("en")).encode())
    assert not read.allows("TrainBot")
    assert not read.allows("Old Bot 1.0")
    assert read.allows("BothBot")
    assert read.allows("Googlebot")


@pytest.mark.parametrize("format_", _BLOCKING)
@pytest.mark.parametrize("hostile", _HOSTILE)
def test_no_word_of_a_catalog_is_more_than_a_comment(format_: str, hostile: str) -> None:
    """Whatever a company is called or a purpose says: the lines that are no comment are the same."""

    def lines(chosen: Chosen) -> list[str]:
        text = block(FORMS[format_], chosen, (), "", language("en"))
        assert not any(line.lstrip("\t").startswith("#") and line.endswith("\\") for line in text.splitlines())
        return [line for line in text.split("\n") if not line.lstrip("\t").startswith("#")]

    assert lines(_chosen(hostile, hostile)) == lines(_chosen())


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_comment_is_one_line(company: str, purpose: str) -> None:
    """Of signs that can be seen."""
    for one in _chosen(company, purpose).blocked:
        said = comment(one, language("en"))
        assert not list(spots(said))
        assert not said.endswith("\\")


def test_no_comment_of_a_page_ends_early() -> None:
    """An entry's name is no markup."""
    text = block(FORMS["meta"], Chosen((), (), (), ()), [_TOLD[0]._replace(name="--> <b> <!--")], "", language("en"))
    found: list[str] = []

    class _Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            found.append(tag)

    _Tags().feed(text)
    assert found == ["meta"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("HTML head", '<meta name="robots" content="noai"><script>'),
        ("HTML head", "<script>alert(1)</script>"),
        ("HTTP response header", "X: a\x0bY: b"),
        ("HTTP response header", "no header"),
        ("ai.txt", "User-Agent: *\u202e"),
    ],
)
def test_what_would_be_more_than_a_statement_is_left_out(name: str, text: str) -> None:
    """A tag is one tag, a header one header."""
    control = Control("file", "A file", ("list",), who="site-owner", file=File(name, text))
    source = Source("list", "A list", "Somebody", "community")
    one = Platform("a", "A", "standard", "opt-out", "S.", Date(2026), (source,), controls=(control,))
    assert refusals([one]) == ()


def test_rules_for_cloudflare_are_as_long_as_they_may_be(packaged: Catalog) -> None:
    """All names take more than one, and none is lost."""
    from optout.robots.choice import entries

    chosen = choose(robots(entries(packaged)), ("all",), ())
    text = block(FORMS["cloudflare"], chosen, (), "", language("en"))
    rules = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(rules) > 1
    assert max(map(len, rules)) <= 4096
    assert all(f'"{one.token.lower()}"' in "".join(rules).lower() for one in chosen.blocked)


def test_the_catalog_has_a_text_for_every_statement(packaged: Catalog) -> None:
    """And that for TDMRep is JSON."""
    found = refusals(standards(packaged))
    assert {one.kind for one in found} == {"meta", "headers", "tdmrep", "ai-txt"}
    (rules,) = (json.loads(one.text) for one in found if one.kind == "tdmrep")
    assert rules == [{"location": "/", "tdm-reservation": 1}]
