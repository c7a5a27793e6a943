"""What an entry lends to others: the ways that they take from it, with the sources that these rest on.

An entry that takes a way is read with the text of the one in which the way is written. Only that way and its sources
count: whatever else is wrong there is no matter of the one that takes it.
"""

from collections.abc import Iterator

from optout.model import Control, Source
from optout.problem import Problem
from optout.prose import cited, parse
from optout.schema.fields import CONTROL, SOURCE
from optout.schema.record import Decoder, Lent, Named
from optout.schema.walk import said
from optout.source import nodes
from optout.source.node import Mapping, Node, Scalar, Sequence


def lent(raw: bytes, file: str) -> Lent:
    """What the entry with this text lends: those of its ways that can be read; nothing if it is no entry."""
    problems: list[Problem] = []
    node = nodes.parse(raw, file, 1, problems)
    given = _fields(node.pairs[0][1]) if isinstance(node, Mapping) and node.pairs and not problems else {}
    sources = given.get("sources")
    decoder = Decoder()
    read = Named(SOURCE).read(decoder, sources, ()) if sources else None
    known = [one for one in read or () if (one.id,) not in decoder.broken]
    ways = list(_ways(given.get("controls")))
    return Lent(dict(ways), {name: _cited(control, known) for name, control in ways if control})


def _fields(node: Node) -> dict[str, Node]:
    return {key.text: value for key, value in node.pairs} if isinstance(node, Mapping) else {}


def _ways(node: Node | None) -> Iterator[tuple[str, Control | None]]:
    for item in node.items if isinstance(node, Sequence) else ():
        fields = _fields(item)
        name = fields.get("name")
        if "taken-from" in fields:
            if isinstance(name, Scalar):
                yield name.text, None
            continue
        decoder = Decoder()
        control = CONTROL.read(decoder, item, ())
        if isinstance(control, Control) and not decoder.problems:
            yield control.name, control


def _cited(control: Control, sources: list[Source]) -> tuple[Source, ...]:
    """The sources that a way rests on, in the order of its entry."""
    ids = [source.id for source in sources]
    used = set[str]()
    for one in said(CONTROL, control):
        if one.kind == "id":
            used.add(one.text)
        elif one.kind in ("claim", "prose"):
            used.update(cited(parse(one.text, ids)))
    return tuple(source for source in sources if source.id in used)
