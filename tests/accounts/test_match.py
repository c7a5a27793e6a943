"""Which platforms logins lead to: cases for Python and the site alike, and what is said of the rest."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.accounts.match import Behind, sort
from optout.catalog import Catalog
from optout.catalog.locate import load
from optout.catalog.logins import Logins, Match
from optout.catalog.lookup import find
from optout.exports.login import Login, Passed
from optout.exports.read import opened
from tests.conftest import CASES
from tests.counting import counted


def cases() -> Iterator[tuple[str, str]]:
    """Addresses, and what they lead to as the file of cases writes it."""
    for line in (CASES / "accounts.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            address, said = re.fullmatch(r"(.*?) => (.*)", line).groups()  # type: ignore[union-attr]
            yield address, said


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(CASES / "accounts.yaml")


def _written(match: Match) -> str:
    if match.how == "platform":
        return " ".join((*match.slugs, *(("+", *match.also) if match.also else ())))
    near = f" ~ {match.slugs[0]}" if match.slugs else ""
    return f"? {match.at}{near}" if match.how == "unknown" else match.how


@pytest.mark.parametrize(("address", "said"), list(cases()))
def test_an_address_leads_to_its_platforms_and_to_no_others(address: str, said: str, catalog: Catalog) -> None:
    """The exact host first, then the domain as far as it is one holder's; never a name that only looks alike."""
    assert _written(Logins(catalog).match(address)) == said


def test_every_domain_of_the_catalog_leads_to_its_platform(packaged: Catalog) -> None:
    """Whatever else is behind the same account, the platform of a domain is among what it leads to."""
    logins = Logins(packaged)
    for decoded in packaged:
        entry = decoded.entry
        for domain in entry.domains if entry else ():
            found = logins.match(f"https://{domain}/")
            assert getattr(entry, "now", decoded.slug) in (*found.slugs, *found.also), domain


def test_every_login_and_app_that_an_entry_names_leads_to_it(packaged: Catalog) -> None:
    """The fields `logins`, `apps` and `country-domains` of an entry are data that is used."""
    logins = Logins(packaged)
    for decoded in packaged:
        for login in getattr(decoded.entry, "logins", ()):
            assert decoded.slug in logins.match(login).also
        for app in getattr(decoded.entry, "apps", ()):
            assert logins.match(f"androidapp://{app}").slugs == (decoded.slug,)
        for domain in getattr(decoded.entry, "country_domains", ()):
            assert decoded.slug in logins.match(domain.replace(".com", ".co.uk")).slugs


def test_logins_are_sorted_and_nothing_is_dropped(catalog: Catalog) -> None:
    """Duplicates become one; what leads nowhere is counted, with its first places."""
    items: list[Login | Passed] = [
        Login(2, ("https://www.linkedin.com", "https://beispiel.de"), "LinkedIn"),
        Login(3, ("https://linkedin.com",)),
        Login(4, (), "Slack"),
        Login(5, (), "slack"),
        Login(6, ("https://evil.example.com",), "Slack"),
        Login(7, ("https://accounts.google.com",)),
        Login(8, ("https://gemini.google.com",)),
        Login(9, ("https://a.beispiel.de",)),
        Login(10, ("https://b.beispiel.de",)),
        Login(11, ("https://match.de",)),
        Login(12, ("http://router/",)),
        Login(13, ("hunter2",)),
        Login(14, (), "hunter2"),
        Passed(15, "damaged", "a.csv"),
        *(Passed(number, "note") for number in range(16, 40)),
    ]
    found = sort(items, catalog)
    assert found.entries == len(items)
    assert found.platforms == {"linkedin": 2, "slack": 2, "google-search": 1, "gemini": 1}
    assert found.shared == (Behind("google.com", ("chrome", "google-drive")),)
    assert found.unknown == {"beispiel.de": 2, "example.com": 1, "match.de": 1}
    assert found.near == {"match.de": "match-com"}
    assert found.left["none"] == ("13",)
    assert found.left["damaged"] == ("a.csv:15",)
    assert found.left["note"] == tuple(map(str, range(16, 24)))
    assert found.counts == {"local": 1, "none": 1, "unnamed": 1, "damaged": 1, "note": 24}
    assert "hunter2" not in repr(found)


def test_a_former_name_as_title_leads_to_the_platform_of_today(catalog: Catalog) -> None:
    """As its former domain does, or one account would be two."""
    found = sort([Login(1, (), "Twitter"), Login(2, ("https://twitter.com/login",)), Login(3, (), "x")], catalog)
    assert found.platforms == {"x": 3}


@given(st.text(max_size=60))
def test_any_text_leads_somewhere_or_nowhere(text: str) -> None:
    """No address makes the matching fail; what is shown of one is a registered name or the id of an app."""
    found = Logins(load(CASES / "accounts.yaml")).match(text)
    assert found.how in ("platform", "unknown", "local", "none")
    assert re.fullmatch(r"[\w.-]*", found.at, re.ASCII)


@pytest.mark.parametrize(
    ("asked", "slug", "by"),
    [
        ("androidapp://com.ubercab", "uber", "uber.com"),
        ("com.google.android.apps.bard", "gemini", "gemini.google.com"),
        ("https://play.google.com/store/apps/details?id=com.android.chrome", "chrome", "chrome.com"),
    ],
)
def test_whoever_asks_for_an_app_by_its_id_gets_its_platform(asked: str, slug: str, by: str, catalog: Catalog) -> None:
    """Before the domain that the id begins with: com.google.android.apps.bard is Gemini, not Google Search."""
    found = find(catalog, asked)
    assert (found.platform.slug, found.how, found.by) == (slug, "app", by)


@pytest.mark.slow
def test_ten_thousand_logins_cost_no_more_each_than_a_hundred(tmp_path: Path, catalog: Catalog) -> None:
    """Reading and matching go through a file once: each login costs the same, some three hundred calls."""

    def work(rows: int) -> int:
        path = tmp_path / f"{rows}.csv"
        lines = (f"x,https://login.site{number}.example{number % 7}.com/a,u,p\n" for number in range(rows))
        path.write_text("name,url,username,password\n" + "".join(lines), encoding="utf-8")

        def read() -> None:
            with opened(path) as export:
                sort(export.items, catalog)

        return counted(read)

    work(1)  # what is loaded once
    assert work(2_000) < 2_000 * 400
    assert work(2_000) < 21 * work(100)
