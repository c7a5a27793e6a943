"""Names that change with what is in a file, so that no page meets a script or data of another build.

A page names its scripts so. Data that scripts load would change the names in all pages with every word of the catalog,
so a script looks its name up, in a file whose own name changes with the scripts: what reads data and what is read are
of one make.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2s

from optout.site.embedded import compact
from optout.site.model import SiteFile

# Where files of such names are, and nothing else: a browser may keep them for ever.
FOLDER = "static"
# Data is cut into blocks of about so many slugs, and at most into so many blocks.
PER_BLOCK, _MOST_BLOCKS = 64, 64
_PRIME = 65521
# What the joined scripts say where the build knows better: of which make they are.
_MAKE = "'MAKE'"
_NAMED = re.compile(r"'([\w-]+\.js)'")


def digest(text: str) -> str:
    """A few letters that change with a text."""
    return blake2s(text.encode("utf-8"), digest_size=4).hexdigest()


def named(name: str, text: str) -> SiteFile:
    """A file whose name has its digest in it: `home.1a2b3c4d.js`."""
    stem, _, ending = name.rpartition(".")
    return SiteFile(f"{FOLDER}/{stem}.{digest(text)}.{ending}", text)


def make_of(scripts: Mapping[str, str]) -> str:
    """What tells these scripts from those of another make."""
    return digest("".join(f"{name}\0{text}\0" for name, text in sorted(scripts.items())))


def scripts(texts: Mapping[str, str], make: str) -> dict[str, SiteFile]:
    """Each script under its new name; where one names another in single quotes, it has that one's new name as well.

    Raises:
        RecursionError: two name each other.
    """
    made: dict[str, SiteFile] = {}

    def put(name: str) -> SiteFile:
        if name not in made:
            text = texts[name].replace(_MAKE, f"'{make}'")
            made[name] = named(name, _NAMED.sub(lambda found: _new(found[1]) or found[0], text))
        return made[name]

    def _new(name: str) -> str:
        return f"'{put(name).path.removeprefix(f'{FOLDER}/')}'" if name in texts else ""

    for name in texts:
        put(name)
    return made


def block_of(slug: str, number: int) -> int:
    """In which of so many blocks of data what is said of a slug stands; `blocks.js` asks the same."""
    found = 0
    for sign in slug:
        found = (found * 31 + ord(sign)) % _PRIME
    return found % number


def blocks(
    name: str, variable: str, values: Mapping[str, str], make: str, per_block: int = PER_BLOCK
) -> Iterator[SiteFile]:
    """Data by slugs, cut so that a script loads little of it however many there are; and how the blocks are called.

    The values are JSON.

    A script finds what it loaded in the `variable`.
    """

    def text(slugs: Iterable[str]) -> str:
        said = ",".join(f"{compact(slug)}:{values[slug]}" for slug in slugs)
        return f"Object.assign(self.{variable}??={{}},{{{said}}});\n"

    yield from cut(name, values, text, make, per_block)


def cut(
    name: str, slugs: Iterable[str], text: Callable[[list[str]], str], make: str, per_block: int = PER_BLOCK
) -> Iterator[SiteFile]:
    """Blocks of slugs, each the `text` of those in it, and how the blocks are called."""
    every = list(slugs)
    number = min(_MOST_BLOCKS, -(-len(every) // per_block)) or 1
    within: list[list[str]] = [[] for _ in range(number)]
    for slug in every:
        within[block_of(slug, number)].append(slug)
    made = [named(f"{name}.{place}.js", text(block)) for place, block in enumerate(within)]
    yield from made
    yield _pointer(name, [file.path.removeprefix(f"{FOLDER}/") for file in made], make)


def data(name: str, text: str, make: str) -> Iterator[SiteFile]:
    """Data that scripts load, and the file in which they find how it is called."""
    file = named(f"{name}.js", text)
    yield file
    yield _pointer(name, file.path.removeprefix(f"{FOLDER}/"), make)


def _pointer(name: str, files: str | list[str], make: str) -> SiteFile:
    return SiteFile(f"assets/{name}.{make}.js", f"Object.assign(self.optoutFiles??={{}},{compact({name: files})});\n")
