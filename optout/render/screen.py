"""What a terminal can show."""

from typing import NamedTuple


class Screen(NamedTuple):
    """Columns, and whether colours, hyperlinks and more than ASCII can be shown."""

    width: int = 80
    colour: bool = False
    links: bool = False
    unicode: bool = True
