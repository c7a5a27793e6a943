"""A server on this machine that plays the internet, kind and hostile, and the network that leads there alone."""

import gzip
import io
import socket
import ssl
import struct
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import httpcore

from optout.address.numbers import is_public
from optout.web.fetch import Network

QUOTE = "We train our models on your posts unless you opt out."
# Long enough to be taken for a page that is there without scripts.
PAGE = f"<title>Help</title><p>{QUOTE}</p><p>{'You can read more about this on the other pages of our help. ' * 6}</p>"

_PRIVATE = {
    "private.example": "10.0.0.1",
    "router.example": "192.168.1.1",
    "meta.example": "169.254.169.254",
    "mapped.example": "::ffff:10.0.0.1",
    "localhost": "127.0.0.1",
}


def pdf(words: str) -> bytes:
    """A PDF of one page with these words."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(width=600, height=200)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(named)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = DecodedStreamObject()
    content.set_data(f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class Play(BaseHTTPRequestHandler):
    """What each path plays; every request is counted under its host and path, with the time it came."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[Counter[str]] = Counter()
    headers_seen: ClassVar[list[dict[str, str]]] = []
    pages: ClassVar[dict[str, bytes]] = {}

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Play what the path says."""
        self.close_connection = True
        self.asked[f"{self.headers['Host']}{self.path}"] += 1
        self.headers_seen.append({name.lower(): value for name, value in self.headers.items()})
        with suppress(OSError):  # who plays a hostile server is hung up on
            _PLAYS.get(self.path.split("?")[0].strip("/").split("/")[0], _not_found)(self)

    def say(self, status: int, body: bytes | str = PAGE, **headers: str) -> None:
        """Answer."""
        content = body.encode() if isinstance(body, str) else body
        self.send_response(status, "So")
        given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}
        for name, value in (given | {key.replace("_", "-"): value for key, value in headers.items()}).items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def times(self) -> int:
        """How often this was asked, this time included."""
        return self.asked[f"{self.headers['Host']}{self.path}"]


def _not_found(play: Play) -> None:
    own = play.pages.get(f"{play.headers['Host']}{play.path}")
    play.say(200, own) if own is not None else play.say(404, "<title>Help</title>no")


def _redirect(status: int, target: str) -> Callable[[Play], None]:
    return lambda play: play.say(status, "", Location=target)


def _reset(play: Play) -> None:
    """RST instead of a polite end."""
    play.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    play.connection.close()


def _drip(play: Play) -> None:
    play.send_response(200)
    play.send_header("Content-Type", "text/html")
    play.end_headers()
    for _ in range(100):
        play.wfile.write(b"x")
        time.sleep(0.02)


def _drip_headers(play: Play) -> None:
    for letter in b"HTTP/1.1 200 OK\r\n" + b"X-Slow: yes\r\n" * 20:
        play.wfile.write(bytes([letter]))
        time.sleep(0.02)


def _endless(play: Play) -> None:
    play.send_response(200)
    play.send_header("Content-Type", "text/html")
    play.end_headers()
    while True:
        play.wfile.write(b"<p>and on and on " * 500)


@cache
def _packed() -> bytes:
    """A thousand times larger than it looks: 100 MB of one letter."""
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join(packer.compress(b"a" * 1_000_000) for _ in range(100)) + packer.flush()


def _cut(play: Play) -> None:
    play.say(200, PAGE, Content_Length=str(len(PAGE) + 1000))


def _flaky(play: Play) -> None:
    play.say(500, "oops") if play.times() == 1 else play.say(200)


def _busy(play: Play) -> None:
    play.say(429, "slow down", Retry_After="7") if play.times() == 1 else play.say(200)


def _busy_date(play: Play) -> None:
    when = "Sun, 22 Nov 2026 12:00:09 GMT"
    play.say(503, "back soon", Retry_After=when) if play.times() == 1 else play.say(200)


def _endless_redirects(play: Play) -> None:
    number = int(play.path.rpartition("/")[2])
    play.say(302, "", Location=f"/further/{number + 1}")


def _not_http(play: Play) -> None:
    play.connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n")


def _endless_headers(play: Play) -> None:
    play.send_response(200)
    while True:
        play.send_header("X-More", "y" * 10_000)
        play.flush_headers()


_PLAYS: dict[str, Callable[[Play], None]] = {
    "": lambda play: play.say(200, f"<title>Welcome</title>{PAGE}"),
    "alive": lambda play: play.say(200),
    "reserved": lambda play: play.say(200, X_Robots_Tag="noai", tdm_reservation="1"),
    "moved": _redirect(301, "/alive"),
    "found": _redirect(302, "/alive"),
    "chain": _redirect(308, "/moved"),
    "mixed": _redirect(301, "/found"),
    "to-nowhere": _redirect(301, "/nowhere"),
    "loop": _redirect(301, "/pool"),
    "pool": _redirect(301, "/loop"),
    "further": _endless_redirects,
    "to-private": _redirect(302, "http://10.0.0.1/admin"),
    "to-rebound": _redirect(302, "http://private.example/admin"),
    "to-localhost": _redirect(302, "http://localhost/admin"),
    "to-mapped": _redirect(302, "http://[::ffff:169.254.169.254]/latest/meta-data"),
    "to-file": _redirect(302, "file:///etc/passwd"),
    "to-script": _redirect(302, "javascript:alert(1)"),
    "to-rubbish": _redirect(302, "http://[::1"),
    "to-user": _redirect(302, "https://acme.example@other.example/"),
    "to-user-only": _redirect(302, "https://acme@other.example/"),
    "to-odd-name": _redirect(302, "http://xn--a.example/"),
    "to-empty-name": _redirect(302, "http://xn--/"),
    "to-no-port": _redirect(302, "http://acme.example:99999999/"),
    "to-nat64": _redirect(302, "http://[64:ff9b:1::7f00:1]/"),
    "to-site-local": _redirect(302, "http://[fec0::1]/"),
    "to-compatible": _redirect(302, "http://[::127.0.0.1]/"),
    "no-location": lambda play: play.say(302, "", Location=""),
    "to-front": _redirect(301, "/"),
    "to-front-en": _redirect(302, "/en-us"),
    "en-us": lambda play: play.say(200, f"<title>Welcome</title>{PAGE}"),
    "to-login": _redirect(302, "/login?next=/settings"),
    "login": lambda play: play.say(200, "<title>Sign in</title>"),
    "401": lambda play: play.say(401, "who are you"),
    "403": lambda play: play.say(403, "no"),
    "408": lambda play: play.say(408, "too slow"),
    "425": lambda play: play.say(425, "too early"),
    "418": lambda play: play.say(418, "a teapot"),
    "429": lambda play: play.say(429, "no", Retry_After="86400"),
    "451": lambda play: play.say(451, "no"),
    "999": lambda play: play.say(999, "no"),
    "challenge": lambda play: play.say(403, "<title>Just a moment...</title>", cf_mitigated="challenge"),
    "just-a-moment": lambda play: play.say(200, "<title>Just a moment...</title><p>Checking"),
    "incapsula": lambda play: play.say(503, '<script src="/_Incapsula_Resource?x"></script>'),
    "404": lambda play: play.say(404, "<title>Help</title>no"),
    "410": lambda play: play.say(410, "gone"),
    "soft-404": lambda play: play.say(200, f"<title>Page not found | Acme</title>{PAGE}"),
    "404-media": lambda play: play.say(200, f"<title>404 Media - How models are trained</title>{PAGE}"),
    "500": lambda play: play.say(500, "oops"),
    "flaky": _flaky,
    "busy": _busy,
    "busy-date": _busy_date,
    "reset": _reset,
    "drip": _drip,
    "drip-headers": _drip_headers,
    "endless": _endless,
    "endless-headers": _endless_headers,
    "bomb": lambda play: play.say(200, _packed(), Content_Encoding="gzip"),
    "cut": _cut,
    "not-http": _not_http,
    "gzip": lambda play: play.say(200, gzip.compress(PAGE.encode()), Content_Encoding="gzip"),
    "damaged-gzip": lambda play: play.say(200, gzip.compress(PAGE.encode())[:60] + b"?" * 40, Content_Encoding="gzip"),
    "brotli": lambda play: play.say(200, b"\x0b\x02\x80abc\x03", Content_Encoding="br"),
    "no-type": lambda play: play.say(200, Content_Type=""),
    "picture": lambda play: play.say(200, b"\x89PNG\r\n", Content_Type="image/png"),
    "cookie": lambda play: play.say(302, "", Location="/alive", Set_Cookie="a=b; Path=/"),
    "latin": lambda play: play.say(
        200, PAGE.replace("models", "modèles").encode("cp1252"), Content_Type="text/html; charset=utf-8"
    ),
    "pdf": lambda play: play.say(200, pdf(QUOTE), Content_Type="application/pdf"),
    "damaged-pdf": lambda play: play.say(200, pdf(QUOTE)[:300], Content_Type="application/pdf"),
    "script-only": lambda play: play.say(200, "<title>App</title><div id=app></div><script src=a.js></script>"),
}


class _Backend(httpcore.SyncBackend):
    """Every call reaches the local server, whatever its port, and TLS is a play as well, unless `plays_tls` is off."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.plays_tls = True
        self.called: list[str] = []
        self.silent: set[str] = set()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        self.called.append(host)
        if host in self.silent:
            raise httpcore.ConnectError("connection refused")
        stream = super().connect_tcp("127.0.0.1", self._port, timeout, local_address, socket_options)
        return Plain(stream) if self.plays_tls else stream


class Plain(httpcore.NetworkStream):
    """A connection that takes itself for encrypted as soon as it is asked to be."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self.read, self.write, self.close = inner.read, inner.write, inner.close  # type: ignore[method-assign]
        self._inner = inner

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Nothing is encrypted."""
        return self

    def get_extra_info(self, info: str) -> Any:
        """Whatever the connection knows, but for encryption."""
        return None if info == "ssl_object" else self._inner.get_extra_info(info)


class Local:
    """The local internet: hosts ending in `.example` are there, `nohost.example` is not, some are private."""

    def __init__(self, port: int) -> None:
        self.backend = _Backend(port)
        self.looked_up: list[str] = []
        self.is_offline = False

    @property
    def asked(self) -> Counter[str]:
        """How often each host and path was asked."""
        return Play.asked

    @property
    def headers_seen(self) -> list[dict[str, str]]:
        """The headers of every request."""
        return Play.headers_seen

    def put(self, address: str, body: str) -> None:
        """Have an address answer with this page."""
        Play.pages[address.removeprefix("https://")] = body.encode()

    def network(self) -> Network:
        """The way there, with the same guard as the way to the real internet."""
        return Network(self._resolve, is_public, self.backend, ssl.create_default_context())

    def _resolve(self, host: str, port: int) -> Sequence[str]:
        self.looked_up.append(host)
        if self.is_offline or host.startswith("nohost"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if host.startswith("silent"):
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        if host[0].isdigit() or ":" in host:
            return [host.strip("[]")]
        return [_PRIVATE.get(host, "93.184.216.34")]


@contextmanager
def serve() -> Iterator[Local]:
    """Run the server while the tests run."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Play)
    server.daemon_threads = True
    _packed()
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Local(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
