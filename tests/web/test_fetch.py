"""The network: every behaviour of a server, hostile ones too, ends in an answer, in time and within limits."""

import contextlib
import socket
import ssl
import time as real_time
import tracemalloc
from collections.abc import Iterator

import pytest

from optout.monitoring.links import judge
from optout.web import page
from optout.web.answer import Answer
from optout.web.fetch import Limits, fetch, internet, is_public
from tests.web.local import PAGE, Local

_LIMITS = Limits(size=200_000, wait=5, total=5, redirects=5)
_IMPATIENT = _LIMITS._replace(wait=0.2, total=0.3)


@contextlib.contextmanager
def _turn(host: str) -> Iterator[None]:
    yield


def _fetch(local: Local, path: str, host: str = "acme.example") -> Answer:
    limits = _IMPATIENT if path.startswith("drip") else _LIMITS
    return fetch(f"https://{host}/{path}", local.network(), limits, real_time.monotonic, _turn)


@pytest.mark.parametrize(
    ("path", "state", "reason"),
    [
        ("alive", "alive", ""),
        ("gzip", "alive", ""),
        ("no-type", "alive", ""),
        ("cut", "alive", ""),
        ("pdf", "alive", ""),
        ("latin", "alive", ""),
        ("picture", "alive", ""),
        ("drip", "alive", ""),
        ("endless", "alive", ""),
        ("bomb", "alive", ""),
        ("damaged-gzip", "alive", ""),
        ("404-media", "alive", ""),
        ("moved", "moved", "moved for good"),
        ("chain", "moved", "moved for good"),
        ("mixed", "moved", "moved for good"),
        ("found", "moved", "redirects for now; nothing to change"),
        ("cookie", "moved", "redirects for now; nothing to change"),
        ("to-front", "moved", "moved to the front page: probably gone"),
        ("to-front-en", "moved", "moved to the front page: probably gone"),
        ("to-login", "blocked", "asks to sign in"),
        ("401", "blocked", "401: asks to sign in"),
        ("403", "blocked", "403: refuses programs"),
        ("418", "blocked", "418: refuses programs"),
        ("429", "blocked", "429: has had too many requests"),
        ("451", "blocked", "451: is withheld here for legal reasons"),
        ("999", "blocked", "999: refuses programs"),
        ("challenge", "blocked", "Cloudflare asks whether you are human"),
        ("just-a-moment", "blocked", "a wall against programs: “Just a moment...”"),
        ("incapsula", "blocked", "a wall against programs"),
        ("404", "dead", "404: there is no such page"),
        ("410", "dead", "410: the page has been taken away"),
        ("soft-404", "dead", "the page calls itself “Page not found | Acme”"),
        ("to-nowhere", "dead", "404: there is no such page"),
        ("500", "unreachable", "500: the server fails"),
        ("reset", "unreachable", "refuses or breaks off the connection"),
        ("drip-headers", "unreachable", "does not answer in time"),
        ("endless-headers", "unreachable", "answers something else than HTTP"),
        ("not-http", "unreachable", "answers something else than HTTP"),
        ("loop", "unreachable", "redirects in a circle"),
        ("further/1", "unreachable", "more than 5 redirects"),
        ("no-location", "unreachable", "302: an answer that leads nowhere"),
        ("to-private", "unreachable", "leads to 10.0.0.1: no public address"),
        ("to-rebound", "unreachable", "leads to private.example, which is at 10.0.0.1: no public address"),
        ("to-localhost", "unreachable", "leads to localhost, which is at 127.0.0.1: no public address"),
        ("to-mapped", "unreachable", "leads to ::ffff:169.254.169.254: no public address"),
        ("to-file", "unreachable", "leads to `file:/etc/passwd`, which is no web page"),
        ("to-script", "unreachable", "leads to `javascript:alert(1)`, which is no web page"),
        ("to-rubbish", "unreachable", "leads to `http://[::1`, which is no address"),
    ],
)
def test_every_behaviour_has_its_name(path: str, state: str, reason: str, local: Local) -> None:
    """What a server does decides between alive, moved, blocked, dead and not reachable now, with a reason."""
    start = real_time.monotonic()
    verdict = judge(_fetch(local, path))
    assert (verdict.state, verdict.reason[: len(reason)]) == (state, reason)
    assert real_time.monotonic() - start < 4


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("nohost.example", "there is no host nohost.example"),
        ("silent.example", "the name server does not answer for silent.example"),
        ("private.example", "leads to private.example, which is at 10.0.0.1: no public address"),
        ("meta.example", "leads to meta.example, which is at 169.254.169.254: no public address"),
        ("mapped.example", "leads to mapped.example, which is at ::ffff:10.0.0.1: no public address"),
    ],
)
def test_a_host_that_cannot_be_called(host: str, reason: str, local: Local) -> None:
    """No such host, no answer, or a private address behind a public name: nothing is called."""
    answer = _fetch(local, "alive", host)
    assert (answer.status, answer.detail) == (0, reason)
    assert not local.backend.called


def test_the_number_that_was_checked_is_the_one_called(local: Local) -> None:
    """A name server that changes its mind between check and call is not asked a second time."""
    _fetch(local, "alive")
    assert local.looked_up == ["acme.example"]
    assert local.backend.called == ["93.184.216.34"]


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:0a00:0001::1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d822", True),
    ],
)
def test_which_addresses_are_public(number: str, public: bool) -> None:
    """Private, loopback, link-local, shared and multicast addresses are not, in whatever dress."""
    assert is_public(number) is public


def test_the_real_internet_has_the_same_guard() -> None:
    """The network of the commands permits public addresses only, and a server on this machine is out of reach."""
    network = internet()
    assert network.permits is is_public
    assert network.tls.verify_mode is ssl.CERT_REQUIRED
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        assert fetch(address, network, _LIMITS, real_time.monotonic, _turn).trouble == "private"


def test_a_server_that_does_not_speak_tls(local: Local) -> None:
    """Who answers https with something else cannot be reached; nothing falls back to plain http."""
    local.backend.plays_tls = False
    assert _fetch(local, "alive").detail == "cannot be reached safely (TLS fails)"
    assert not local.asked


def test_redirects_are_told_one_by_one(local: Local) -> None:
    """Each with its status code and where it leads, and at the end the address that answered."""
    answer = _fetch(local, "chain")
    assert answer.hops == ((308, "https://acme.example/moved"), (301, "https://acme.example/alive"))
    assert (answer.final, answer.status) == ("https://acme.example/alive", 200)


def test_who_asks_is_said_and_nothing_is_carried_over(local: Local) -> None:
    """The name and version of optout stand in every request; cookies and referrers in none."""
    _fetch(local, "cookie")
    _fetch(local, "alive")
    assert len(local.headers_seen) == 3
    for headers in local.headers_seen:
        assert headers["user-agent"].startswith("optout/")
        assert not headers.keys() & {"cookie", "referer", "authorization"}


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("endless", ""),
        ("bomb", ""),
        ("drip", "comes too slowly"),
        ("cut", "breaks off"),
        ("damaged-gzip", "cannot be unpacked"),
        ("brotli", "is packed as br, which was not asked for"),
    ],
)
def test_a_body_that_does_not_come_whole(path: str, broken: str, local: Local) -> None:
    """It ends at the size limit or says what broke it; it is never taken for the whole."""
    answer = _fetch(local, path)
    assert (answer.complete, answer.broken) == (False, broken)
    assert len(answer.body) <= _LIMITS.size


def test_a_bomb_is_not_unpacked(local: Local) -> None:
    """A hundred megabytes packed into a hundred kilobytes cost a few at most."""
    tracemalloc.start()
    try:
        _fetch(local, "bomb")  # the server's packing, in the same process, is done in pieces of one megabyte
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_packed_pages_are_unpacked(local: Local) -> None:
    """Gzip, which is what is asked for."""
    assert _fetch(local, "gzip").body.decode() == PAGE
    assert page.title(_fetch(local, "gzip").body, "text/html") == "Help"


def test_a_fragment_is_not_sent(local: Local) -> None:
    """What stands after # is the browser's business."""
    _fetch(local, "alive#part")
    assert local.asked["acme.example/alive"] == 1


def test_waiting_for_a_turn_costs_no_time(local: Local) -> None:
    """The limit of time holds for the server, not for our own patience."""
    now = [0.0]

    @contextlib.contextmanager
    def slow_turn(host: str) -> Iterator[None]:
        now[0] += 1000
        yield

    answer = fetch("https://acme.example/chain", local.network(), _LIMITS, lambda: now[0], slow_turn)
    assert answer.status == 200
