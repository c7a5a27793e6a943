"""Real web servers with a configuration from `optout robots`, each for a moment on a port of its own."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest

_PATIENCE = 20.0  # seconds for a server to answer at all


class Server(NamedTuple):
    """A server: its program, the Debian package, the files it is given (name: text), and its command."""

    program: str
    package: str
    files: Callable[[str, int, Path], Mapping[str, str]]
    command: Callable[[str, Path], list[str]]


def _nginx(block: str, port: int, folder: Path) -> Mapping[str, str]:
    server = f"server {{ listen 127.0.0.1:{port}; root {folder}/pages; access_log off; include {folder}/block.conf; }}"
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root; " if os.geteuid() == 0 else ""  # else it would read no folder of a test of root's
    main = f"{user}daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/errors;"
    return {"block.conf": block, "nginx.conf": f"{main} events {{ }} http {{ {temporary} {server} }}\n"}


def _apache(block: str, port: int, folder: Path) -> Mapping[str, str]:
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in ("mpm_event", "authz_core", "rewrite", "dir")
    )
    main = (
        f"ServerName localhost\nServerRoot {folder}\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
        f"ErrorLog {folder}/errors\nDocumentRoot {folder}/pages\n"
        f"<Directory {folder}/pages>\nAllowOverride All\nRequire all granted\n</Directory>\n"
        "StartServers 1\nMaxKeepAliveRequests 0\n"
    )
    return {"apache.conf": modules + main, "pages/.htaccess": block}


def _caddy(block: str, port: int, folder: Path) -> Mapping[str, str]:
    site = f"http://127.0.0.1:{port} {{\n{block}root * {folder}/pages\nfile_server\n}}\n"
    return {"Caddyfile": f"{{\nadmin off\nauto_https off\n}}\n{site}"}


def _haproxy(block: str, port: int, folder: Path) -> Mapping[str, str]:
    given = [line.removeprefix("# ") for line in block.splitlines() if line.startswith(("# acl ", "# http-request "))]
    rules = "\n".join(given).replace("/etc/haproxy/optout-robots.txt", f"{folder}/optout-robots.txt")
    front = f"frontend web\nmode http\nbind 127.0.0.1:{port}\n{rules}\nhttp-request return status 200\n"
    return {
        "optout-robots.txt": block,
        "haproxy.cfg": f"defaults\ntimeout client 20s\ntimeout server 20s\ntimeout connect 20s\n{front}",
    }


SERVERS = {
    "nginx": Server("nginx", "nginx", _nginx, lambda program, folder: [program, "-c", f"{folder}/nginx.conf"]),
    "apache": Server(
        "apache2", "apache2-bin", _apache, lambda program, folder: [program, "-X", "-f", f"{folder}/apache.conf"]
    ),
    "caddy": Server(
        "caddy",
        "caddy",
        _caddy,
        lambda program, folder: [program, "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"],
    ),
    "haproxy": Server("haproxy", "haproxy", _haproxy, lambda program, folder: [program, "-f", f"{folder}/haproxy.cfg"]),
}


@contextmanager
def serving(name: str, block: str, folder: Path) -> Iterator[int]:
    """The port of a server that has this block, a page and a robots.txt; where there must be one, none is a failure."""
    server = SERVERS[name]
    program = shutil.which(server.program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None and not os.environ.get("CI"):
        pytest.skip(f"no {name} on this machine (Debian: apt-get install {server.package})")
    assert program, f"CI needs {name}"
    (folder / "pages").mkdir()
    for page in ("index.html", "robots.txt"):
        (folder / "pages" / page).write_text("hello\n", encoding="utf-8")
    port = _free_port()
    for path, text in server.files(block, port, folder).items():
        (folder / path).write_text(text, encoding="utf-8")
    errors = (folder / "stderr").open("wb")
    home = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    process = subprocess.Popen(server.command(program, folder), stdout=errors, stderr=errors, env=home)
    try:
        _wait(port, process, folder)
        yield port
    finally:
        process.terminate()
        process.wait(_PATIENCE)
        errors.close()


def ask(port: int, questions: list[tuple[str, str]]) -> list[int]:
    """The status of each answer to a path and a user agent, all on as few connections as the server allows."""
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    found = []
    for path, agent in questions:
        connection.request("GET", path, headers={"User-Agent": agent})
        answer = connection.getresponse()
        answer.read()
        found.append(answer.status)
    connection.close()
    return found


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait(port: int, process: "subprocess.Popen[bytes]", folder: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    said = "".join((folder / name).read_text("utf-8") for name in ("stderr", "errors") if (folder / name).exists())
    raise AssertionError(f"the server does not start: {said}")
