"""Building the package: what is made from its sources goes with it.

The index of the packaged catalog, its guides and what `--help` says, so that the first is shown as quickly; templates
and letters, which are the same for every site; and pages for `man`, which pipx, uv and distributions find in share/man.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Made(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `*.index` and the pages into a wheel; a checkout and an editable install need none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make them and add them to the files of the wheel."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from optout.catalog.locate import load
        from optout.cli import helping
        from optout.cli.manual import pages
        from optout.guide.shipped import ship
        from optout.render import compiling, preparing
        from optout.site import wordings

        self.folder = tempfile.TemporaryDirectory()
        made = Path(self.folder.name)
        catalog = load(Path(self.root) / "platforms.yaml")
        indexes = (preparing.ship(catalog, made), helping.ship(made), compiling.ship(made), wordings.ship(made))
        for index in (*ship(catalog, made), *indexes):
            build_data["force_include"][str(index)] = f"optout/{index.name}"
        for name, text in pages().items():
            (made / name).write_text(text, encoding="utf-8")
            build_data["shared_data"][str(made / name)] = f"share/man/man1/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was made for the wheel."""
        if version != "editable":
            self.folder.cleanup()
