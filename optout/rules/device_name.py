"""A slug is no name that Windows keeps for a device.

Each entry becomes files of its name: a guide, a page, a feed. Windows takes `con`, `prn`, `aux`, `nul`, `com1` to
`com9` and `lpt1` to `lpt9` for devices, whatever ending follows
(https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file): nobody there could build the site, or so much
as clone the repository that the guides are in.

Not so:

    prn:
      name: Prn
      now: example

But so:

    prn-app:
      name: Prn
      now: example
"""

import re
from collections.abc import Iterator, Mapping

from optout.rules.finding import Finding
from optout.rules.gist import Gist

ID = "device-name"

_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[1-9]")


def check_all(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, Finding]]:
    """Slugs of which no file can be made on Windows."""
    for slug in filter(_DEVICE.fullmatch, entries):
        message = f"Windows makes no file named `{slug}`, which is a device there"
        yield slug, Finding((), message, "a longer slug", f"{slug}-app")
