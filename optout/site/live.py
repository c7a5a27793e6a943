"""The site while somebody works on it: served on this machine only, and told to the pages when it was built anew."""

import json
import os
import threading
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from optout.errors import OptoutError
from optout.render.environment import PACKAGED

HOST = "127.0.0.1"
_HERE = "/.optout/"
_LISTEN = f'<link rel="stylesheet" href="{_HERE}live.css">\n<script src="{_HERE}live.js" defer></script>'
_OWN = {f"{_HERE}live.js": "text/javascript", f"{_HERE}live.css": "text/css"}
# Other pages in the same browser may name this server, under a name that leads here, and read what it answers.
_KNOWN_HOSTS = ("127.0.0.1", "localhost")
_AT_ONCE = 100  # connections; a page that listens holds one
_IDLE = 30.0  # seconds that a connection may be silent
_PATIENCE = 15.0  # seconds between signs of life, so that threads of closed pages end


class State:
    """How many times the site was built, and what is wrong with the newest catalog; pages wait here for news."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._builds = 0
        self._problems = ""

    def built(self) -> None:
        """The site is new."""
        with self._news:
            self._builds += 1
            self._problems = ""
            self._news.notify_all()

    def broken(self, problems: str) -> None:
        """The site could not be built; the pages stay as they were and say why."""
        with self._news:
            self._problems = problems
            self._news.notify_all()

    def now(self) -> tuple[int, str]:
        """The number of builds, and the problems."""
        with self._news:
            return self._builds, self._problems

    def wait(self, known: tuple[int, str]) -> tuple[int, str]:
        """The same as soon as it differs from what is known, or after some seconds."""
        with self._news:
            self._news.wait_for(lambda: (self._builds, self._problems) != known, _PATIENCE)
            return self._builds, self._problems


def server(folder: Path, port: int, state: State) -> ThreadingHTTPServer:
    """A server for the site in `folder` on 127.0.0.1; with port 0, on a free one.

    Raises:
        OptoutError: the port cannot be used.
    """
    try:
        made = _Server((HOST, port), partial(_Handler, folder, state))
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or "it is no port"
        raise OptoutError(f"port {port} cannot be used ({reason}); choose another with --port") from error
    return made


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, *arguments: Any) -> None:
        self._room = threading.BoundedSemaphore(_AT_ONCE)
        super().__init__(*arguments)

    def process_request(self, request: Any, client_address: Any) -> None:
        """A thread for each connection, up to a number that no browser comes near."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: whoever went away in the middle of an answer is no news."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE

    def __init__(self, folder: Path, state: State, *rest: Any) -> None:
        self.state = state
        super().__init__(*rest, directory=os.fspath(folder))

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what is asked for is on the screen of whoever asks."""

    def list_directory(self, path: Any) -> None:
        """A folder without a home page is no page."""
        self._not_found()

    def _answer(self, with_body: bool) -> None:
        try:
            if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in _KNOWN_HOSTS:
                self._send(
                    HTTPStatus.FORBIDDEN, "text/plain", b"This server answers to 127.0.0.1 and localhost only.\n"
                )
            elif self.path == f"{_HERE}events":
                self._tell(with_body)
            elif self.path in _OWN:
                own = PACKAGED / "site" / self.path.removeprefix(_HERE)
                self._send(HTTPStatus.OK, _OWN[self.path], own.read_bytes(), with_body)
            else:
                self._page(with_body)
        except (OSError, ValueError):
            self.close_connection = True

    def _page(self, with_body: bool) -> None:
        path = Path(self.translate_path(self.path))
        if os.path.isdir(path):  # false, not an error, where no file could have such a name
            if not urlsplit(self.path).path.endswith("/"):
                super().do_HEAD()  # sends the redirect to the address with a slash
                return
            path /= "index.html"
        builds, problems = self.state.now()
        if not builds and problems:
            self._send(HTTPStatus.OK, "text/html", live(_broken(problems)), with_body)
        elif not os.path.isfile(path):
            self._not_found(with_body)
        elif path.suffix == ".html":
            self._send(HTTPStatus.OK, "text/html", live(path.read_bytes()), with_body)
        else:
            self._send(HTTPStatus.OK, self.guess_type(path), path.read_bytes(), with_body)

    def _not_found(self, with_body: bool = True) -> None:
        page = Path(self.directory) / "404.html"
        body = (
            page.read_bytes() if page.is_file() else b"<!doctype html><title>Not found</title><p>There is no such page."
        )
        self._send(HTTPStatus.NOT_FOUND, "text/html", live(body), with_body)

    def _tell(self, with_body: bool) -> None:
        """Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        known = self.state.now()
        while with_body:
            news = json.dumps({"builds": known[0], "problems": known[1]})
            self.wfile.write(f"data: {news}\n\n".encode())
            self.wfile.flush()
            known = self.state.wait(known)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, with_body: bool = True) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if with_body:
            self.wfile.write(body)


def live(page: bytes) -> bytes:
    """The page with the script that listens for news, and a policy that lets it; the built files stay as they are."""
    allowed = page.replace(b"default-src 'none';", b"default-src 'none'; connect-src 'self';", 1)
    return allowed.replace(b"</head>", f"{_LISTEN}\n</head>".encode(), 1)


def _broken(problems: str) -> bytes:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>The catalog is broken</title>\n'
        f"</head>\n<body>\n<h1>The catalog is broken</h1>\n<pre>{escape(problems)}</pre>\n</body>\n</html>\n"
    ).encode()
