"""Building the package: the index of the packaged catalog goes with it, so that the first name is found as quickly."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Index(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `platforms.*.index` beside the catalog in a wheel; a checkout and an editable install need none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the index and add it to the files of the wheel."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from optout.catalog.locate import load
        from optout.guide.shipped import ship

        self.folder = tempfile.TemporaryDirectory()
        for made in ship(load(Path(self.root) / "platforms.yaml"), Path(self.folder.name)):
            build_data["force_include"][str(made)] = f"optout/{made.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was made for the wheel."""
        if version != "editable":
            self.folder.cleanup()
