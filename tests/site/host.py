"""A plain host on this machine, for a site that lies in a folder."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Host(ThreadingHTTPServer):
    request_queue_size = 64  # a page asks for many files at once, and five may wait otherwise


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def serve(site: Path, port: int = 0) -> ThreadingHTTPServer:
    """Serve a folder, as a plain host does."""
    server = _Host(("127.0.0.1", port), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def address(server: ThreadingHTTPServer) -> str:
    """Where it is found, without a slash at the end."""
    return f"http://127.0.0.1:{server.server_port}"


def stop(server: ThreadingHTTPServer) -> None:
    """End that."""
    server.shutdown()
    server.server_close()
