"""optout serve: the site on this machine, built anew whenever the catalog or a template changes."""

import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from optout.cli import options, site
from optout.errors import OptoutError
from optout.guide.words import count
from optout.site import live, plan
from optout.site.build import build

_PAUSE = 0.3  # seconds between two looks at the files


@click.command("serve", short_help="The site on this machine, always up to date")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--open", "open_", is_flag=True, help="Open it in the browser.")
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="FILE",
              help="The settings.  [default: optout.toml here, if there is one]")  # fmt: skip
@options.templates_option
@options.catalog_option
def command(port: int, open_: bool, config_file: Path | None, templates: Path | None, catalog: Path | None) -> int:
    """Build the site, serve it on 127.0.0.1, and build it anew when the catalog, a template or the settings change.

    The page in the browser follows. A broken catalog is told in the page and here; mend it, and it goes on.
    Ctrl-C ends it.
    """
    given = {name: value for name, value in (("templates", templates), ("catalog", catalog)) if value is not None}
    state = live.State()
    with TemporaryDirectory(prefix="optout-") as folder, live.server(Path(folder) / "site", port, state) as server:
        address = f"http://{live.HOST}:{server.server_port}"
        builder = _Builder(config_file, {**given, "base_url": address}, Path(folder) / "site", state)
        builder.build()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"Serving on {address}/ (Ctrl-C ends it)", err=True)
        if open_:
            click.launch(f"{address}/")
        builder.follow()
    return 0


class _Builder:
    """Builds the site again and again for somebody who works on it."""

    def __init__(self, file: Path | None, given: Mapping[str, Any], out: Path, state: live.State) -> None:
        self.file = file
        self.given = given
        self.out = out
        self.state = state

    def build(self) -> None:
        """Build the site, or say what keeps it from being built."""
        try:
            planned, _ = site.read(site.settings(self.file, self.given))
            plan.forget_templates()
            build(planned, self.out, shrink=True)
        except OptoutError as error:
            click.echo(f"optout: {error}", err=True)
            self.state.broken(str(error))
        else:
            self.state.built()
            click.echo(f"Built {count(len(planned.entries), 'guide')}", err=True)

    def follow(self) -> None:
        """Build anew whenever something changes, until interrupted."""
        before = self._signature()
        while True:
            time.sleep(_PAUSE)
            now = self._signature()
            if now != before:
                before = now
                self.build()

    def _signature(self) -> tuple[tuple[str, int, int], ...]:
        """What the site is made from, as far as it can change, with its time and size."""
        return tuple(sorted(_stamp(path) for path in self._watched()))

    def _watched(self) -> Iterator[Path]:
        here = self.file or options.SETTINGS
        yield here
        try:
            found = site.settings(self.file, self.given)
            catalog = options.catalog_path(found.catalog)
        except OptoutError:
            return
        yield catalog
        if found.templates:
            yield from (path for path in found.templates.rglob("*") if path.is_file())


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        status = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), status.st_mtime_ns, status.st_size
