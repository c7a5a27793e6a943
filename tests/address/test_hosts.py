"""What a host is, whatever it is written like, and what it is taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.address.companies import companies, is_at
from optout.address.hosts import authority, disguised, name, skeleton, suffixes, to_ascii, unreachable


@pytest.mark.parametrize(
    ("address", "user", "host", "port"),
    [
        ("https://example.com/a@b", "", "example.com", ""),
        ("https://example.com?a@b", "", "example.com", ""),
        ("https://example.com#a@b", "", "example.com", ""),
        ("https://example.com@other.example/", "example.com@", "other.example", ""),
        ("https://a:b@c@other.example:80/", "a:b@c@", "other.example", "80"),
        ("https://@other.example", "@", "other.example", ""),
        ("https://example.com\\@other.example/", "", "example.com", ""),
        ("https:///other.example/", "", "other.example", ""),
        ("https:other.example", "", "other.example", ""),
        ("https://[::1]:8080/x", "", "[::1]", "8080"),
        ("example.com/a", "", "example.com", ""),
    ],
)
def test_who_is_called(address: str, user: str, host: str, port: str) -> None:
    """As browsers read an address: what is before the last @ is a user name, a backslash ends the host."""
    assert authority(address) == (user, host, port)


@pytest.mark.parametrize(
    ("host", "read"),
    [
        ("Example.COM", "example.com"),
        ("example.com.", "example.com"),
        ("ｅｘａｍｐｌｅ。com", "example.com"),
        ("%65xample.com", "example.com"),
        ("xn--mnchen-3ya.example", "münchen.example"),
        ("MÜNCHEN.example", "münchen.example"),
        ("①.example", "1.example"),
    ],
)
def test_a_host_is_judged_as_browsers_read_it(host: str, read: str) -> None:
    """Percent-encoding, full-width letters and dots, xn-- and capitals come to the same."""
    assert name(host) == read


@pytest.mark.parametrize("host", ["xn--", "xn--example-", "xn--a.example", "xn--ｘ.example"])
def test_what_begins_with_xn_and_means_nothing(host: str) -> None:
    """No browser goes there."""
    assert unreachable(host) or disguised(host)


_LABELS = st.text("abcxyz019-äößéçñπжшლ日本", min_size=1, max_size=8).filter(lambda one: "--" not in one)


@given(st.lists(_LABELS, min_size=1, max_size=4).map(".".join))
def test_both_forms_of_a_name_are_one_name(host: str) -> None:
    """Letters to xn-- and back."""
    plain = name(host)
    assert name(to_ascii(plain)) == plain
    assert to_ascii(plain).isascii()


@given(st.text(max_size=30))
def test_every_host_has_a_judgement(host: str) -> None:
    """Nothing that stands where a host should be ends the check."""
    assert isinstance(unreachable(host), str)
    if not unreachable(host):
        assert isinstance(disguised(host), str)
        assert isinstance(skeleton(name(host)), str)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("linkedin.com", "lіnkedin.com"),
        ("linkedin.com", "linkedín.com"),
        ("apple.com", "аррӏе.com"),
        ("microsoft.com", "rnicrosoft.com"),
        ("paypal.com", "paypa1.com"),
        ("google.com", "g00gle.com"),
        ("wix.com", "vvix.com"),
        ("tiktok.com", "tiкtok.com"),
    ],
)
def test_names_that_are_taken_for_each_other(one: str, other: str) -> None:
    """They have one skeleton."""
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("box.com", "fox.com"), ("meta.com", "meta.ai"), ("x.com", "x.ai")])
def test_names_that_are_not(one: str, other: str) -> None:
    """Other letters, and other top levels, can be seen."""
    assert skeleton(one) != skeleton(other)


def test_a_domain_and_what_is_above_it() -> None:
    """Shortest first, without the top level."""
    assert list(suffixes("a.b.example")) == ["b.example", "a.b.example"]
    assert list(suffixes("example")) == []


def test_no_two_companies_look_alike() -> None:
    """The list of their hosts is written as hosts are, and holds no host that is taken for another of it."""
    hosts = {host.partition("/")[0] for listed in companies().values() for host in listed}
    assert all(name(host) == host and not unreachable(host) and not disguised(host) for host in hosts)
    assert len({skeleton(host) for host in hosts}) == len(hosts)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.com/x", True),
        ("https://help.example.com", True),
        ("https://badexample.com/x", False),
        ("https://example.com.evil.net/x", False),
        ("https://github.com/Acme/x", True),
        ("https://github.com/acme", True),
        ("https://github.com/acme-evil/x", False),
        ("https://acme.github.com/acme/x", False),
        ("https://acme.blog.net/any", True),
        ("https://evil.acme.blog.net/any", False),
        ("https://xn--/", False),
    ],
)
def test_where_a_company_is_at_home(address: str, expected: bool) -> None:
    """A domain with all below it; one host, and what is below a path of it."""
    assert is_at(address, ("example.com", "github.com/acme", "acme.blog.net/")) is expected


@pytest.mark.parametrize(
    "host", ["a." * 40_000 + "example", "a" * 64 + ".example", "9" * 5_000, "%61" * 30_000, "a..b.example"]
)
def test_what_is_longer_than_any_host_is_none(host: str) -> None:
    """It is said at once and in a short sentence."""
    assert "is no host" in unreachable(host)
    assert len(unreachable(host)) < 200
