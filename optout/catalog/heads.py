"""What each entry is called, read without the rest of it.

Reading a whole entry takes ten times as long, and a name is looked for in all of them. Only the lines of these fields
are given to YAML; an entry whose lines leave a doubt where a field ends is read whole. What is found this way is a
hint, not an answer: whoever takes an entry for its name reads it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from optout.catalog import Catalog
from optout.catalog.names import names
from optout.model import Platform, Stub
from optout.schema.decode import decode
from optout.source.node import Mapping, Node, Scalar, Sequence
from optout.source.nodes import parse
from optout.source.split import Chunk

_FIELDS = ("name", "aliases", "formerly", "company", "domains", "country-domains", "logins", "apps", "now")
_LINES = re.compile(
    rb"^  (?:%b):(?:[ \r][^\n]*)?(?:\n|\Z)"  # and whatever is deeper, closes it, or says nothing
    rb"(?:(?: {3}|  [-\]}]| *#)[^\n]*(?:\n|\Z)|[ \r]*\n)*" % "|".join(_FIELDS).encode(),
    re.MULTILINE,
)
# Lines of which one cannot say without YAML to which field they belong.
_DOUBTFUL = re.compile(rb"^(?!  [a-z][a-z-]*:(?:[ \r\n]|\Z)|   |  [-\]}]| *#|[ \r]*$)", re.MULTILINE)


class Head(NamedTuple):
    """The names of an entry; `also` are its other and former ones, `now` the entry a former name leads to.

    `abroad` are the domains that have kin in other countries; see the fields of an entry.
    """

    slug: str
    name: str
    also: tuple[str, ...] = ()
    company: str = ""
    domains: tuple[str, ...] = ()
    now: str = ""
    abroad: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()


def heads(catalog: Catalog) -> Iterator[Head]:
    """The names of every entry, in the order of the file; entries that cannot be read are left out."""
    for chunk in catalog.chunks():
        if chunk.slug and (found := _quick(chunk) or _whole(chunk, catalog.file)):
            yield found


def head(entry: Platform | Stub) -> Head:
    """The names of an entry that was read."""
    name, *also = names(entry)
    if isinstance(entry, Stub):
        return Head(entry.slug, name, tuple(also), "", entry.domains, entry.now)
    kin = (entry.country_domains, entry.logins, entry.apps)
    return Head(entry.slug, name, tuple(also), entry.company, entry.domains, "", *kin)


def _whole(chunk: Chunk, file: str) -> Head | None:
    entry = decode(chunk, file).entry
    return head(entry) if entry else None


def _quick(chunk: Chunk) -> Head | None:
    first, _, rest = chunk.raw.partition(b"\n")
    if _DOUBTFUL.search(rest):
        return None
    lines = first + b"\n" + b"".join(_LINES.findall(rest))
    problems: list[object] = []
    node = parse(lines, "", 1, problems)  # type: ignore[arg-type]
    if problems or not isinstance(node, Mapping) or not node.pairs or not isinstance(node.pairs[0][1], Mapping):
        return None
    found = {name.text: _texts(value) for name, value in node.pairs[0][1].pairs}
    if not found.get("name"):
        return None
    also = (*found.get("aliases", ()), *found.get("formerly", ()))
    company, now = ("".join(found.get(name, ())[:1]) for name in ("company", "now"))
    kin = (found.get(name, ()) for name in ("country-domains", "logins", "apps"))
    return Head(chunk.slug, found["name"][0], also, company, found.get("domains", ()), now, *kin)


def _texts(node: Node) -> tuple[str, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(item.text.strip() for item in items if isinstance(item, Scalar) and item.text.strip())
