"""What an entry cites: the sources that something rests on, and the names that lead to none."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from optout.model import Platform
from optout.problem import Path
from optout.prose import cited, parse, unresolved
from optout.schema.walk import texts


def unused(platform: Platform) -> list[str]:
    """The ids of the sources that nothing cites."""
    ids = [source.id for source in platform.sources]
    used = {name for _, text in texts(platform, "claim", "prose") for name in cited(parse(text, ids))}
    used.update(name for _, name in texts(platform, "id"))
    return [name for name in ids if name not in used]


def strangers(platform: Platform) -> Iterator[tuple[Path, str, str]]:
    """What is cited and is no source of the entry: where, its name, and the name as it is written there."""
    ids = [source.id for source in platform.sources]
    for path, text in texts(platform, "claim", "prose"):
        yield from ((path, name, f"[{name}]") for name in unresolved(parse(text, ids)))
    yield from ((path, name, name) for path, name in texts(platform, "id") if name not in ids)


# `[help` where nothing but another citation follows: else it may begin a link.
_HALF = re.compile(
    r"(?<!\\)\[([a-z0-9-]+)(?:[)}>]|(?=\.?\s*(?:\Z|\[)))|(?:[({<]|(?<=[\s.]))([a-z0-9-]+)\](?=[.\s]*(?:\Z|\[))"
)
_MORE = re.compile(r"\[{2,}([a-z0-9-]+)\]+|\[([a-z0-9-]+)\]{2,}")


def halved(text: str, ids: list[str]) -> tuple[str, str] | None:
    """The first citation of a text that lacks one of its brackets, as it is written, and its name; None without any."""
    return _first(_HALF, text, ids)


def doubled(text: str, ids: list[str]) -> tuple[str, str] | None:
    """The first citation of a text with brackets too many, as it is written, and its name; None without any."""
    return _first(_MORE, text, ids)


def _first(sign: re.Pattern[str], text: str, ids: list[str]) -> tuple[str, str] | None:
    found = ((one[0], one[1] or one[2]) for one in sign.finditer(text) if "[" in text or "]" in text)
    return next(((written, name) for written, name in found if name in ids), None)


def near(name: str, ids: list[str]) -> str:
    """The id that is most like a name, if one is."""
    return "".join(get_close_matches(name, ids, 1))


_FEW = 2  # citations that may be misspelt alike


def misnamed(platform: Platform) -> tuple[str, str, int] | None:
    """The one source that nothing cites, what is cited in its place, and how often; None where that is not certain."""
    found = list(strangers(platform)) if len(platform.sources) else []
    names = {name for _, name, _ in found}
    left = unused(platform) if len(names) == 1 < len(found) else []
    if len(left) != 1:
        return None
    name = next(iter(names))
    others = [source.id for source in platform.sources if source.id not in left]
    is_meant = near(name, left) or len(found) > _FEW or not near(name, others)
    return (left[0], name, len(found)) if is_meant else None
