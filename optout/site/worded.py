"""Letters that were taken apart with the package, see `wordings`: that takes as long as thirty guides.

They are used by the very program that did it only, and while laws are written down as they were. Whatever is not among
them is made as ever: nothing here is needed.
"""

from collections.abc import Callable
from functools import cache
from json import loads
from pathlib import Path
from typing import Any

from optout import store
from optout.letters.law import LAWS_FOLDER, laws
from optout.site.embedded import compact
from optout.store import Damaged, Store

FILE = "letters.index"
_PACKAGE = Path(__file__).parent.parent

Files = dict[str, dict[str, Any]]


def of_law(law: str, spoken: str) -> Files | None:
    """What a site has of a law in a language, by what each file is called; None if that is to be made."""
    kept = _opened(_PACKAGE / FILE)
    try:
        found: Files | None = loads(kept.text(f"{law}-{spoken}")) if kept else None
    except Damaged:
        return None
    return found


def ship(folder: Path, made: Callable[[str, str], Files]) -> Path:
    """Write what is `made` of all laws into a folder, under the name that it has in the package."""
    texts = {"program": store.program(), "laws": _laws()}
    texts |= {
        f"{law.id}-{spoken}": compact(made(law.id, spoken)) for law in laws().values() for spoken in law.languages
    }
    path = folder / FILE
    path.write_bytes(store.pack(store.Made(0, "-"), texts, {}))
    return path


@cache
def _opened(path: Path) -> Store | None:
    kept = store.opened(path, is_own=False)
    try:
        is_ours = kept and kept.text("program") == store.program(path) and kept.text("laws") == _laws()
    except Damaged:
        return None
    return kept if is_ours else None


def _laws() -> str:
    """What changes with any law as it is written down."""
    return store.digest(b"\0".join(path.read_bytes() for path in sorted(LAWS_FOLDER.glob("*.toml"))))
