"""The icon as pictures, for a phone's home screen: files of the package, which a publisher's own come before.

Who replaces the icon replaces these as well, or has none: an icon of somebody else would be worse.
"""

from collections.abc import Iterator
from pathlib import Path

from optout.errors import OptoutError
from optout.site.model import Picture

# Where it is looked for on a page that names none: https://developer.apple.com/library/archive/documentation/
# AppleApplications/Reference/SafariWebContent/ConfiguringWebApplications/ConfiguringWebApplications.html
APPLE = "apple-touch-icon.png"
# As https://www.w3.org/TR/appmanifest/#icons-member has it; nothing is in the outer tenth, which some systems cut off.
_MANIFEST = {192: "assets/icon-192.png", 512: "assets/icon-512.png"}
SIZES = {180: APPLE, **_MANIFEST}

_PACKAGED = Path(__file__).parent / "icons"
_ICON = "site/icon.svg"


def own_name(path: str) -> str:
    """What the one at this path is called in a folder of a publisher's templates."""
    return f"site/{path.rpartition('/')[2]}"


def files(own: Path | None) -> Iterator[Picture]:
    """The icons that a site has.

    Raises:
        OptoutError: one of the publisher's cannot be read.
    """
    for path in SIZES.values():
        if found := _file(own, path):
            try:
                yield Picture(path, found.read_bytes())
            except OSError as error:
                raise OptoutError(f"{found} cannot be read ({error.strerror})") from error


def is_there(own: Path | None) -> bool:
    """Whether there is one for a home screen."""
    return _file(own, APPLE) is not None


def named(own: Path | None) -> list[dict[str, str]]:
    """Those that a manifest names."""
    shown = ((f"{size}x{size}", path) for size, path in _MANIFEST.items() if _file(own, path))
    return [
        {"src": path, "sizes": sizes, "type": "image/png", "purpose": purpose}
        for sizes, path in shown
        for purpose in ("any", "maskable")
    ]


def _file(own: Path | None, path: str) -> Path | None:
    theirs = own / own_name(path) if own else None
    if theirs and theirs.exists():
        return theirs
    replaced = own and (own / _ICON).exists()
    return None if replaced else _PACKAGED / path.rpartition("/")[2]
