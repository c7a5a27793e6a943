"""Serving the site while somebody works on it."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from threading import Thread, Timer
from typing import Any

import pytest
from playwright.sync_api import Browser

from optout.site import live, rebuild
from tests.conftest import EXAMPLE, Run, as_in_a_terminal

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment


class _Served:
    """A running `optout serve`."""

    def __init__(self, catalog: Path | None = None, *more: str) -> None:
        named = ["--catalog", str(catalog)] if catalog else []
        command = [sys.executable, "-u", "-m", "optout", "serve", "--port", "0", *named, *more]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=as_in_a_terminal)
        self.said = ""
        assert self.process.stderr
        impatient = Timer(30, self.process.kill)
        impatient.start()
        for line in self.process.stderr:
            self.said += line
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                self.address = found[0]
                impatient.cancel()
                return
        raise AssertionError(self.said)

    def get(self, path: str, **headers: str) -> HTTPResponse:
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            response = urllib.request.urlopen(request, timeout=20)
        except urllib.error.HTTPError as error:
            return error  # type: ignore[return-value]
        assert isinstance(response, HTTPResponse)
        return response

    def news(self) -> Iterator[dict[str, Any]]:
        """What the pages are told."""
        with self.get("/.optout/events") as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    yield json.loads(line[6:])

    def raw(self, request: bytes) -> bytes:
        """What is answered to some bytes, until the connection is closed."""
        with socket.create_connection(("127.0.0.1", int(self.address.rsplit(":", 1)[1])), timeout=10) as connection:
            connection.sendall(request)
            with connection.makefile("rb") as answer:
                return answer.read()

    def end(self, by: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(by)
        self.process.communicate(timeout=20)
        return self.process.returncode


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A catalog to work on."""
    return Path(shutil.copy(EXAMPLE, tmp_path / "mine.yaml"))


@pytest.fixture
def served(catalog: Path) -> Iterator[_Served]:
    """The site of that catalog, served."""
    running = _Served(catalog)
    yield running
    if running.process.poll() is None:
        running.end()


def test_a_broken_catalog_is_told_and_survived(served: _Served, catalog: Path) -> None:
    """The page hears what is wrong, the old pages stay, and a mended catalog makes new ones."""
    sound = catalog.read_text()
    news = served.news()
    assert next(news) == {"builds": 1, "problems": ""}
    catalog.write_text(sound + "\nbroken:\n  name: [\n")
    told = next(news)
    assert told["builds"] == 1
    assert "mine.yaml" in told["problems"]
    assert "yaml-syntax" in told["problems"]
    assert served.get("/platforms/acme.html").status == 200
    catalog.write_text(sound.replace("Improve Acme", "Better Acme"))
    assert next(news) == {"builds": 2, "problems": ""}
    assert b"Better Acme" in served.get("/platforms/acme.html").read()


def test_an_empty_catalog_does_not_empty_the_site(served: _Served, catalog: Path) -> None:
    """It may be on its way, or a slip: the site stays and says so, and goes on with the next entry."""
    sound = catalog.read_text()
    news = served.news()
    next(news)
    catalog.write_text("")
    told = next(news)
    assert told == {"builds": 1, "problems": "mine.yaml has no entries now; the site stays as it was until it has some"}
    assert served.get("/platforms/acme.html").status == 200
    catalog.write_text(sound)
    assert next(news) == {"builds": 2, "problems": ""}


def test_the_page_follows(served: _Served, catalog: Path, browser: Browser) -> None:
    """In the browser: what is wrong stands in the page until it is mended, and then the page is the new one."""
    sound = catalog.read_text()
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(f"{served.address}/platforms/acme.html")
    catalog.write_text(sound + "\nbroken:\n  <img src=x onerror=alert(1)>: [\n")
    alert = page.get_by_role("alert")
    alert.wait_for(timeout=20_000)
    assert "mine.yaml" in alert.inner_text()
    assert page.locator("img").count() == 0
    catalog.write_text(sound.replace("Improve Acme", "Better Acme"))
    page.get_by_role("heading", name="Better Acme", exact=True).wait_for(timeout=20_000)
    assert alert.count() == 0
    assert wrong == []
    context.close()


def test_what_it_answers(served: _Served) -> None:
    """Pages, a page of its own for what is not there, nothing outside, and no name but its own."""
    home = served.get("/")
    assert home.status == 200
    assert b"/.optout/live.js" in home.read()
    assert served.get("/?q=acme").status == 200
    assert served.get("/.optout/live.css").status == 200
    assert served.get("/assets/icon.svg").headers["Content-Type"] == "image/svg+xml"
    missing = served.get("/nothing/here.html")
    assert missing.status == 404
    assert b"There is no such page" in missing.read()
    assert served.get("/platforms/").status == 404
    assert served.get("/%2e%2e/%2e%2e/etc/passwd").status == 404
    assert served.get("/", Host="evil.example").status == 403


def test_ctrl_c_ends_it(served: _Served) -> None:
    """With the exit code of an interrupted command and no traceback."""
    assert served.end() == 130


@pytest.mark.slow
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])])
def test_nothing_is_left_of_it(
    by: signal.Signals, catalog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However it is ended, its site is not left among the temporary files."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    running = _Served(catalog)
    assert len(list((tmp_path / "temporary").iterdir())) == 1
    assert running.end(by) == (130 if by == signal.SIGINT else 128 + by)
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.slow
def test_a_catalog_that_goes_away_is_told(catalog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last site stays until it is back; the one that comes with optout never takes its place."""
    (tmp_path / "here").mkdir()
    here = tmp_path / "here" / "platforms.yaml"
    shutil.copy(catalog, here)
    monkeypatch.chdir(tmp_path / "here")
    running = _Served()
    news = running.news()
    assert next(news)["builds"] == 1
    here.rename(tmp_path / "elsewhere.yaml")
    told = next(news)
    assert told == {"builds": 1, "problems": "platforms.yaml is gone; the site stays as it was until it is back"}
    assert running.get("/platforms/acme.html").status == 200
    assert running.get("/platforms/linkedin.html").status == 404
    (tmp_path / "elsewhere.yaml").rename(here)
    assert next(news) == {"builds": 1, "problems": ""} or next(news)["builds"] == 2
    assert running.end() == 130


def test_odd_requests_are_answered(served: _Served) -> None:
    """A name longer than any file's is no page, and HEAD has no body, not even of news."""
    head = b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    for path in (b"/" + b"a" * 300, b"/" + b"%C3%A4" * 200 + b"/x", b"/" + b"a/" * 5000, b"/%00"):
        assert served.raw(b"GET " + path + head).split(b" ")[1] in (b"404", b"414"), path[:20]
    for path in (b"/.optout/events", b"/", b"/nothing", b"/.optout/live.js"):
        answer = served.raw(b"HEAD " + path + head)
        assert answer.startswith(b"HTTP/1.1 "), path
        assert answer.endswith(b"\r\n\r\n"), path


def test_there_are_no_more_threads_than_a_browser_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens hundreds of connections has the rest closed, and those that are left are answered again."""
    monkeypatch.setattr(live, "_AT_ONCE", 3)
    with live.server(tmp_path, 0, live.State()) as server:
        serving = Thread(target=server.serve_forever, daemon=True)
        serving.start()
        address = (live.HOST, server.server_port)
        silent = [socket.create_connection(address, timeout=10) for _ in range(3)]
        with socket.create_connection(address, timeout=10) as one_more:
            assert one_more.recv(1) == b""
        for connection in silent:
            connection.close()
        assert any(_status(address) == b"404" for _ in range(100))
        server.shutdown()
        serving.join(10)


def _status(address: tuple[str, int]) -> bytes:
    with socket.create_connection(address, timeout=10) as connection:
        try:
            connection.sendall(b"GET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return connection.recv(65536)[9:12]
        except ConnectionError:
            return b""


def test_a_bug_does_not_end_it() -> None:
    """It is told as one, and the site that is there stays."""
    state = live.State()

    def build() -> int:
        raise RuntimeError("no")

    rebuild.attempt(build, state, lambda text: None)
    assert state.now() == (0, "this is a bug in optout (RuntimeError: no); please report it")


@pytest.mark.slow
def test_it_starts_with_a_broken_catalog(tmp_path: Path) -> None:
    """Then every page says what is wrong, harmlessly, until it is mended."""
    catalog = tmp_path / "mine.yaml"
    catalog.write_text("broken:\n  <b>name: [\n")
    running = _Served(catalog)
    page = running.get("/").read().decode()
    assert "The catalog is broken" in page
    assert "<b>" not in page
    assert running.end() == 130


def test_a_port_in_use_is_said(served: _Served, run: Run) -> None:
    """In one sentence that says what to type."""
    port = served.address.rsplit(":", 1)[1]
    done = run("serve", "--port", port, "--catalog", EXAMPLE)
    assert done.code == 1
    assert f"port {port} cannot be used (Address already in use); choose another with --port" in done.err


def test_only_the_served_page_is_changed() -> None:
    """A page is let to listen for news, and is otherwise the page that is built."""
    page = b"<head><meta content=\"default-src 'none'; x\"></head>"
    assert live.live(page) == (
        b"<head><meta content=\"default-src 'none'; connect-src 'self'; x\">"
        b'<link rel="stylesheet" href="/.optout/live.css">\n<script src="/.optout/live.js" defer></script>\n</head>'
    )


def test_pages_are_told_when_the_state_changes() -> None:
    """News that is known is not told again."""
    state = live.State()
    state.built()
    assert state.wait((0, "")) == (1, "")
    state.broken("why")
    assert state.wait((1, "")) == (1, "why")


@pytest.mark.slow
def test_a_new_template_is_noticed(catalog: Path, tmp_path: Path) -> None:
    """Also one that was not there when the server started."""
    own = tmp_path / "own"
    (own / "site").mkdir(parents=True)
    running = _Served(catalog, "--templates", os.fspath(own))
    news = running.news()
    next(news)
    (own / "site" / "404.html").write_text("gone fishing")
    assert next(news)["builds"] == 2
    assert running.get("/nothing").read() == b"gone fishing"
    assert running.end() == 130
