"""The network: no other module of optout touches it, and only for `links`, `evidence` and `robots audit`.

An address is asked with GET, because many servers give HEAD another answer, and reading stops at a size limit. No
cookies are kept, no script is run, nothing but public addresses is called: each host is looked up once, checked, and
then called by the number that was checked, so neither a redirect nor a name server can lead elsewhere. robots.txt is
not asked for: it tells robots which links to follow by themselves (RFC 9309), and here a person chose every address.
"""

import socket
import ssl
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

import httpcore
import httpx

from optout import __version__
from optout.address.numbers import is_public
from optout.web.answer import REDIRECTS, SAYS, Failure, Hop, Response

_LAST_PORT = 65535
_PACKED = ("gzip", "x-gzip", "deflate")
_HEADERS = [
    ("User-Agent", f"optout/{__version__} (checks the links of a guide to refusing AI training; asks each page once)"),
    ("Accept", "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5"),
    ("Accept-Language", "en, *;q=0.5"),
    ("Accept-Encoding", "gzip"),
    ("Connection", "close"),
]


class Limits(NamedTuple):
    """Where patience ends: bytes of an unpacked body, seconds for one wait and for one address, number of redirects."""

    size: int
    wait: float = 20
    total: float = 60
    redirects: int = 10


class Network(NamedTuple):
    """How hosts are reached.

    `resolve` gives the numeric addresses of a host, `permits` says which of them may be called, `backend` opens the
    connection, `tls` decides which certificates are good.
    """

    resolve: Callable[[str, int], Sequence[str]]
    permits: Callable[[str], bool]
    backend: httpcore.NetworkBackend
    tls: ssl.SSLContext


class _Refused(Exception):
    """A connection that is not made, and why."""

    def __init__(self, failure: Failure, detail: str) -> None:
        super().__init__(detail)
        self.failure: Failure = failure


def internet() -> Network:
    """The public internet, and nothing else."""
    return Network(_resolve, is_public, httpcore.SyncBackend(), httpx.create_ssl_context(trust_env=False))


def fetch(
    address: str,
    network: Network,
    limits: Limits,
    monotonic: Callable[[], float],
    slot: Callable[[str], AbstractContextManager[None]],
) -> Response:
    """Ask one address and follow its redirects; whatever happens is an answer.

    `slot(host)` is entered around each request, so that a host can be given a pause; waiting there costs no time of
    the limits.
    """
    hops: list[Hop] = []
    current = address
    left = limits.total
    while True:
        answer = Response(address, current, tuple(hops))
        try:
            url = _url(current)
            with slot(url.host):
                start = monotonic()
                found, location = _get(answer, url, network, limits, _until(start + left, monotonic))
                left -= monotonic() - start
            if found.status not in REDIRECTS or not location:
                return found
            current = _target(url, location)
        except _Refused as error:
            return answer._replace(failure=error.failure, detail=str(error))
        if len(hops) >= limits.redirects or current in (address, *(hop.to for hop in hops)):
            detail = "redirects in a circle" if len(hops) < limits.redirects else f"more than {len(hops)} redirects"
            return answer._replace(failure="circle", detail=detail)
        hops.append(Hop(found.status, current))


def _until(end: float, monotonic: Callable[[], float]) -> Callable[[], float]:
    return lambda: end - monotonic()


def _url(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address).copy_with(fragment=None)
        readable = url.host  # decodes xn--, which fails on what is no name
        if (url.port or 0) > _LAST_PORT:
            raise ValueError("there is no such port")
    except (httpx.InvalidURL, ValueError) as error:
        raise _Refused("scheme", f"leads to `{_plain(address)}`, which is no address") from error
    if url.scheme not in ("http", "https") or not readable:
        raise _Refused("scheme", f"leads to `{_plain(address)}`, which is no web page")
    if url.userinfo:
        raise _Refused("scheme", f"leads to `{_plain(address)}`, which has a user name in it")
    return url


def _target(url: httpx.URL, location: str) -> str:
    try:
        return str(url.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise _Refused("scheme", f"leads to `{_plain(location)}`, which is no address") from error


def _plain(address: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in address)[:100]


def _get(
    answer: Response, url: httpx.URL, network: Network, limits: Limits, left: Callable[[], float]
) -> tuple[Response, str]:
    """Ask without following: the answer, and where it redirects to. A pool of its own, so nothing is carried over."""
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), limits.wait)
    try:
        with (
            httpcore.ConnectionPool(ssl_context=network.tls, network_backend=_Guarded(network, left)) as pool,
            pool.stream("GET", _core(url), headers=_headers(url), extensions={"timeout": timeouts}) as response,
        ):
            headers = httpx.Headers(response.headers)
            answer = answer._replace(
                status=response.status,
                content_type=headers.get("content-type", ""),
                retry_after=headers.get("retry-after", ""),
                challenged=headers.get("cf-mitigated", "").lower() == "challenge",
                says=tuple((name, value) for name, value in headers.multi_items() if name in SAYS),
            )
            location = headers.get("location", "")
            if response.status in REDIRECTS and location:
                return answer, location
            return _body(answer, response.iter_stream(), headers.get("content-encoding", ""), limits.size), ""
    except httpcore.TimeoutException as error:
        raise _Refused("timeout", "does not answer in time") from error
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        if answer.status:  # the answer was there, only its end went wrong
            return answer, ""
        raise _Refused("protocol", "answers something else than HTTP") from error
    except httpcore.NetworkError as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, ssl.SSLCertVerificationError):
            raise _Refused("certificate", f"has no valid certificate ({cause.verify_message})") from error
        if isinstance(cause, ssl.SSLError):
            raise _Refused("protocol", "cannot be reached safely (TLS fails)") from error
        raise _Refused("no-connection", "refuses or breaks off the connection") from error


def _core(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _headers(url: httpx.URL) -> list[tuple[bytes, bytes]]:
    return [(b"Host", url.netloc), *((name.encode(), value.encode()) for name, value in _HEADERS)]


def _body(answer: Response, chunks: Iterator[bytes], encoding: str, size: int) -> Response:
    """The answer with as much of its body as fits, and what went wrong on the way."""
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", *_PACKED):
        return answer._replace(complete=False, broken=f"is packed as {_plain(encoding)}, which was not asked for")
    body = bytearray()
    broken = ""
    try:
        for chunk in _unpacked(chunks, size) if encoding in _PACKED else chunks:
            body += chunk
            if len(body) > size:
                break
    except httpcore.TimeoutException:
        broken = "comes too slowly"
    except (httpcore.ProtocolError, httpcore.NetworkError):
        broken = "breaks off"
    except zlib.error:
        broken = "cannot be unpacked"
    return answer._replace(body=bytes(body[:size]), complete=not broken and len(body) <= size, broken=broken)


def _unpacked(chunks: Iterable[bytes], size: int) -> Iterator[bytes]:
    """Gzip or zlib, never more than one byte over `size` at a time: what is packed small may be endless."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    for chunk in chunks:
        yield unpacker.decompress(chunk, size + 1)
        if unpacker.unconsumed_tail:
            return
    yield unpacker.flush()


def _resolve(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


class _Guarded(httpcore.NetworkBackend):
    """Looks a host up, refuses what is not permitted, and lets no wait outlast the time that is left."""

    def __init__(self, network: Network, left: Callable[[], float]) -> None:
        self._network = network
        self._left = left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = self._look_up(host, port)
        for refused in (number for number in numbers if not self._network.permits(number)):
            where = f"{host}, which is at {refused}" if host.strip("[]") != refused else host
            raise _Refused("private", f"leads to {where}: no public address")
        error: Exception | None = None
        for number in numbers:
            try:
                wait = _within(self._left, timeout)
                stream = self._network.backend.connect_tcp(number, port, wait, local_address, socket_options)
                return _Timed(stream, self._left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
        raise error or httpcore.ConnectError(f"{host} has no address")

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        try:
            return self._network.resolve(host, port)
        except socket.gaierror as error:
            if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)):
                raise _Refused("no-host", f"there is no host {host}") from error
            raise _Refused("no-connection", f"the name server does not answer for {host}") from error
        except UnicodeError as error:
            raise _Refused("no-host", f"there is no host {_plain(host)}") from error


class _Timed(httpcore.NetworkStream):
    """A connection on which all waits together end when the time is up, however slowly it drips."""

    def __init__(self, inner: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self._inner = inner
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _within(self._left, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _within(self._left, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, _within(self._left, timeout))
        return _Timed(inner, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _within(left: Callable[[], float], timeout: float | None) -> float:
    remaining = left()
    if remaining <= 0:
        raise httpcore.ReadTimeout("the time for this address is up")
    return remaining if timeout is None else min(timeout, remaining)
