"""optout serve: the site on this machine, built anew whenever the catalog or a template changes."""

import gc
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from optout.catalog.locate import default_path, load
from optout.cli import catalogs, options, output, project
from optout.errors import OptoutError


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), metavar="N", default=8000, show_default=True,
              help="0 takes a free one.")  # fmt: skip
@click.option("--open", "open_", is_flag=True, help="Open it in the browser.")
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="FILE",
              help="The settings.  [default: optout.toml here, if there is one]")  # fmt: skip
@options.templates_option
@options.catalog_option
def command(port: int, open_: bool, config_file: Path | None, templates: Path | None, catalog: Path | None) -> int:
    """Build the site, serve it on 127.0.0.1, and build it anew when the catalog, a template or the settings change.

    The page in the browser follows. A broken or empty catalog is told in the page and here; mend it, and it goes on.
    Ctrl-C ends it.
    """
    from optout.cli import ending, site
    from optout.site import inputs, live, page, rebuild
    from optout.site.build import build
    from optout.site.remembered import Memory

    options_given = (("templates", templates), ("catalog", catalog))
    given: dict[str, Any] = {name: value for name, value in options_given if value is not None}
    state = live.State()
    project.hold_here(catalog)
    first = catalogs.catalog_path(site.settings(config_file, given).catalog)
    load(first)
    with (
        ending.tidily(),
        TemporaryDirectory(prefix="optout-", ignore_cleanup_errors=True) as folder,
        live.server(Path(folder) / "site", port, state) as server,
    ):
        address = f"http://{live.HOST}:{server.server_port}"
        given["base_url"] = address
        memory = Memory()
        shown = 0
        told: list[str] = []

        def make() -> int:
            nonlocal shown, told
            settings = site.settings(config_file, given)
            odd = list(site.oddities(settings))
            for one in odd:
                if one not in told:  # once, as long as it stays so
                    _say(f"optout: {one}")
            told = odd
            if catalogs.catalog_path(settings.catalog) == default_path() != first:
                raise OptoutError(f"{first} is gone; the site stays as it was until it is back")
            seen = settings._replace(pictures=False)  # nobody shares what only this machine shows
            planned, _ = site.read(site.sources(seen), memory)
            if shown and not planned.entries:  # as it is while it is written, or after a slip
                raise OptoutError(f"{planned.catalog} has no entries now; the site stays as it was until it has some")
            if settings.templates:  # the packaged ones stay as they are
                page.forget_templates()
                inputs.forget_templates()
            build(planned, Path(folder) / "site", shrink=True, memory=memory, alone=True)
            memory.prune()
            shown = len(planned.entries)
            return shown

        def attempt() -> None:
            rebuild.attempt(make, state, _say)

        watched = partial(_files, config_file, given)
        before = rebuild.signature(watched())
        attempt()
        gc.freeze()  # most of what there is now stays: looking for garbage in it took a quarter of each build
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _say(f"Serving on {address}/ (Ctrl-C ends it)")
        if open_:
            click.launch(f"{address}/")
        rebuild.on_change(watched, attempt, time.sleep, before)
    return 0


def _files(config_file: Path | None, given: Mapping[str, Any]) -> Iterator[Path]:
    """What the site is made from, as far as it can change."""
    from optout.cli import site

    yield config_file or project.settings_path()
    try:
        found = site.settings(config_file, given)
        catalog = catalogs.catalog_path(found.catalog)
    except OptoutError:
        return
    yield catalog
    yield from (path for path in found.beneath if path.is_file())
    for folder in filter(None, (found.templates, found.pages, found.files)):
        with suppress(OSError):  # a folder that goes away while it is looked at
            yield from (path for path in folder.rglob("*") if path.is_file())


def _say(text: str) -> None:
    output.say_lines(f"{text}\n")
