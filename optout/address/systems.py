"""Addresses that open a page of a system's own settings: the only ones beside https and mailto, and only as documented.

Nothing that a program takes as an order fits: a page by its name, without parameters.
"""

import re
from typing import NamedTuple


class System(NamedTuple):
    """A system, what `sys.platform` calls it, and the addresses of its settings; `source` documents them."""

    name: str
    platform: str
    pattern: str
    example: str
    source: str


SYSTEMS = (
    System(
        "Windows",
        "win32",
        r"ms-settings:[a-z]+(?:-[a-z]+)*",
        "ms-settings:privacy-feedback",
        "https://learn.microsoft.com/windows/apps/develop/launch/launch-settings",
    ),
)


def system(address: str) -> System | None:
    """The system whose settings this opens, if it is the address of a page of them."""
    return next((one for one in SYSTEMS if re.fullmatch(one.pattern, address)), None)


def meant(address: str) -> System | None:
    """The system that an address with its scheme is for, whatever stands behind."""
    scheme = address.partition(":")[0]
    return next((one for one in SYSTEMS if one.example.startswith(f"{scheme}:")), None)
