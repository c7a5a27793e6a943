"""The network: every behaviour of a server, hostile ones too, ends in an answer, in time and within limits."""

import contextlib
import itertools
import socket
import ssl
import time as real_time
import tracemalloc
from collections.abc import Iterator

import httpcore
import pytest

from optout.address.numbers import is_public
from optout.monitoring.links import judge
from optout.web import page
from optout.web.answer import Response
from optout.web.fetch import Limits, fetch, internet
from tests.web.local import PAGE, Local, Plain

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_LIMITS = Limits(size=200_000, wait=5, total=5, redirects=5)
_IMPATIENT = _LIMITS._replace(wait=0.2, total=0.3)


@contextlib.contextmanager
def _slot(host: str) -> Iterator[None]:
    yield


def _fetch(local: Local, path: str, host: str = "acme.example") -> Response:
    limits = _IMPATIENT if path.startswith("drip") else _LIMITS
    return fetch(f"https://{host}/{path}", local.network(), limits, real_time.monotonic, _slot)


@pytest.mark.slow
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
        ("408", "unreachable", "408: the server asks to try again"),
        ("425", "unreachable", "425: the server asks to try again"),
        ("to-user", "unreachable", "leads to `https://acme.example@other.example/`, which has a user name in it"),
        ("to-user-only", "unreachable", "leads to `https://acme@other.example/`, which has a user name in it"),
        ("to-odd-name", "unreachable", "leads to `http://xn--a.example/`, which is no address"),
        ("to-empty-name", "unreachable", "leads to `http://xn--/`, which is no address"),
        ("to-no-port", "unreachable", "leads to `http://acme.example:99999999/`, which is no address"),
        ("to-nat64", "unreachable", "leads to 64:ff9b:1::7f00:1: no public address"),
        ("to-site-local", "unreachable", "leads to fec0::1: no public address"),
        ("to-compatible", "unreachable", "leads to ::127.0.0.1: no public address"),
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
    answer = _fetch(local, path)
    verdict = judge(answer._replace(page=page.read(answer.body, answer.content_type)))
    assert (verdict.state, verdict.reason[: len(reason)]) == (state, reason)


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


def test_the_real_internet_has_the_same_guard() -> None:
    """The network of the commands permits public addresses only, and a server on this machine is out of reach."""
    network = internet()
    assert network.permits is is_public
    assert network.tls.verify_mode is ssl.CERT_REQUIRED
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        assert fetch(address, network, _LIMITS, real_time.monotonic, _slot).failure == "private"


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


@pytest.mark.slow
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
    assert page.read(_fetch(local, "gzip").body, "text/html").title == "Help"


def test_a_fragment_is_not_sent(local: Local) -> None:
    """What stands after # is the browser's business."""
    _fetch(local, "alive#part")
    assert local.asked["acme.example/alive"] == 1


def test_waiting_for_a_slot_costs_no_time(local: Local) -> None:
    """The limit of time holds for the server, not for our own patience."""
    now = [0.0]

    @contextlib.contextmanager
    def slow_slot(host: str) -> Iterator[None]:
        now[0] += 1000
        yield

    answer = fetch("https://acme.example/chain", local.network(), _LIMITS, lambda: now[0], slow_slot)
    assert answer.status == 200


@pytest.mark.parametrize("address", ["https://xn--.example/x", "https://xn--a.example/", "https://acme.example:70000/"])
def test_an_address_of_the_catalog_may_be_odd_as_well(address: str, local: Local) -> None:
    """What passes for an address there and is none ends as that address's answer."""
    answer = fetch(address, local.network(), _LIMITS, real_time.monotonic, _slot)
    assert (answer.status, answer.failure) == (0, "scheme")
    assert not local.looked_up


@pytest.mark.parametrize("host", ["a" * 70 + ".example", "acme..example"])
def test_a_host_that_no_name_server_can_be_asked_for(host: str) -> None:
    """Names that are too long or have an empty part, as the real resolver judges them."""
    answer = fetch(f"https://{host}/", internet(), _LIMITS, real_time.monotonic, _slot)
    assert (answer.status, answer.failure in ("no-host", "scheme")) == (0, True)


def test_redirects_share_one_limit_of_time(local: Local) -> None:
    """Ten slow redirects are not given ten times the time of one address."""
    now = [0.0]

    def look_up(host: str, port: int) -> list[str]:
        now[0] += 2
        return ["93.184.216.34"]

    answer = fetch(
        "https://acme.example/further/1", local.network()._replace(resolve=look_up), _LIMITS, lambda: now[0], _slot
    )
    assert (answer.failure, len(answer.hops)) == ("timeout", 2)


def test_the_next_number_of_a_host_is_called_if_the_first_is_silent(local: Local) -> None:
    """A host with several numbers has not failed before all have; the reason is that of the last."""
    network = local.network()._replace(resolve=lambda host, port: ["93.184.216.33", "93.184.216.34"])
    local.backend.silent = {"93.184.216.33"}
    assert fetch("https://acme.example/alive", network, _LIMITS, real_time.monotonic, _slot).status == 200
    assert local.backend.called == ["93.184.216.33", "93.184.216.34"]
    local.backend.silent.add("93.184.216.34")
    answer = fetch("https://acme.example/alive", network, _LIMITS, real_time.monotonic, _slot)
    assert (answer.failure, answer.detail) == ("no-connection", "refuses or breaks off the connection")


def test_a_host_with_one_private_number_is_not_called_at_all(local: Local) -> None:
    """Nobody knows which of its numbers would be taken."""
    network = local.network()._replace(resolve=lambda host, port: ["93.184.216.34", "10.0.0.1"])
    assert fetch("https://acme.example/alive", network, _LIMITS, real_time.monotonic, _slot).failure == "private"
    assert not local.backend.called


def test_a_host_without_a_number_cannot_be_reached(local: Local) -> None:
    """A name server that knows the name and no number."""
    network = local.network()._replace(resolve=lambda host, port: [])
    assert fetch("https://acme.example/alive", network, _LIMITS, real_time.monotonic, _slot).failure == "no-connection"


def test_a_certificate_that_is_not_good_is_named(local: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the words of the library that refused it."""
    refused = ssl.SSLCertVerificationError("no")
    refused.verify_message = "self-signed certificate"

    def refuse(stream: Plain, *arguments: object) -> httpcore.NetworkStream:
        stream.close()
        raise httpcore.ConnectError(refused)

    monkeypatch.setattr(Plain, "start_tls", refuse)
    answer = _fetch(local, "alive")
    assert (answer.failure, answer.detail) == ("certificate", "has no valid certificate (self-signed certificate)")


def test_time_is_up_however_fast_it_drips(local: Local) -> None:
    """Each wait is short, all together are too long: the clock that counts is that of the whole address."""
    ticks = itertools.count()
    limits = _LIMITS._replace(size=10**9, total=0.5)
    answer = fetch("https://acme.example/endless", local.network(), limits, lambda: next(ticks) / 50, _slot)
    assert (answer.status, answer.broken) == (200, "comes too slowly")
    assert len(answer.body) < 10**9
