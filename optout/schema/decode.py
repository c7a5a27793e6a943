"""From the YAML nodes of one entry to a platform, with every problem on the way.

What can stand in an entry is declared in `fields`. Nothing is guessed and nothing dropped: what cannot be read is a
problem with its place, and the entry is not built.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from optout.model import Platform, Stub
from optout.problem import Path, Place, Problem
from optout.schema.decoded import Decoded, Legible
from optout.schema.fields import PLATFORM, STUB
from optout.schema.record import Decoder, Lent
from optout.schema.strange import HOME
from optout.source.node import Mapping, Node, Scalar
from optout.source.nodes import DASH, parse
from optout.source.split import SLUG, Chunk


class Reading(NamedTuple):
    """An entry and how it is written: its nodes, and the fields that each of its groups could have, in their order.

    `node` is None where YAML does not say everything that the text does: it cannot be read, or something is dropped.
    """

    decoded: Decoded
    node: Node | None
    fields: dict[Path, tuple[str, ...]]


def decode(chunk: Chunk, file: str) -> Decoded:
    """Read one entry of the catalog `file`. Its `entry` is None exactly if there are problems."""
    return read(chunk, file).decoded


def read(chunk: Chunk, file: str) -> Reading:
    """Decode one entry, and keep what tells how it is written."""
    found = _read(chunk, file)
    if not _is_out_of_order(found.decoded):
        return found
    from optout.schema.repaired import repaired

    return repaired(chunk, file, found, _read)


def _is_out_of_order(decoded: Decoded) -> bool:
    """Whether one slip may be behind all that is wrong with an entry: YAML read it otherwise, or not at all."""
    rules = {problem.rule for problem in decoded.problems}
    is_odd = not rules.isdisjoint(_OF_ORDER) or any(one.message.startswith(_ODD) for one in decoded.problems)
    is_glued = any(one.message.startswith(DASH) for one in decoded.problems)
    return "yaml-syntax" in rules or is_glued or (1 < len(decoded.problems) <= _MOST_OF_ONE and is_odd)


_MOST_OF_ONE = 8  # problems that one slip brings about
_ODD = ("this is empty", DASH, "this goes over several")
_OF_ORDER = ("duplicate-key", "wrong-kind", "quote-it", "unclear-control", "unknown-field")


def _read(chunk: Chunk, file: str) -> Reading:
    decoder = Decoder(lambda slug: _lent(chunk, slug, file))
    decoder.places[()] = Place(file, chunk.line, 1)
    entry: Platform | Stub | None = None
    node = whole = None
    if not chunk.slug:
        decoder.problems.append(_stray(chunk, file))
    elif _is_around_entries(chunk):
        message = f"entries stand below `{chunk.slug}:`, which is none itself"
        expected = "this line taken out, and the entries at the left edge: two spaces less before all that is below it"
        decoder.report(decoder.places[()], "stray-line", message, expected)
    else:
        node = parse(chunk.raw, file, chunk.line, decoder.problems)
        whole = None if decoder.problems else node
        _explain(decoder, chunk)
        if node is None and decoder.problems and decoder.problems[-1].rule == "yaml-syntax":
            entry = _read_on(decoder, chunk, file)
        elif isinstance(node, Mapping) and node.pairs:
            before = list(decoder.problems)
            entry = _entry(decoder, chunk.slug, *node.pairs[0])
            decoder.problems[:] = [*before, *_without_consequences(decoder.problems[len(before) :], before)]
    decoder.doubtful.update(_cut_short(decoder))
    problems = tuple(problem._replace(entry=chunk.slug) for problem in decoder.problems)
    assert (entry is None) <= bool(problems), "an entry is sound, or has a problem"
    legible = Legible(entry, frozenset(decoder.doubtful), decoder.kept) if isinstance(entry, Platform) else None
    decoded = Decoded(chunk.slug, None if problems else entry, decoder.places, problems, legible if problems else None)
    return Reading(decoded, whole, decoder.groups)


_AROUND = re.compile(rb"[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)([a-z0-9-]+):[ \t]*\r?\n\1 +([\w-]+):")


def _is_around_entries(chunk: Chunk) -> bool:
    """Whether what stands below a slug is not its fields but an entry, with a slug of its own."""
    found = _AROUND.match(chunk.raw)
    return found is not None and found[2].decode() not in PLATFORM.fields and found[3].decode() in PLATFORM.fields


def _explain(decoder: Decoder, chunk: Chunk) -> None:
    """Say of what stands twice what it is, which YAML does not know."""
    if any(problem.rule == "duplicate-key" for problem in decoder.problems):
        from optout.schema.twice import explained

        decoder.problems[:] = explained(decoder.problems, chunk.raw.decode("utf-8").split("\n"), chunk.line)


def _without_consequences(found: list[Problem], before: list[Problem]) -> list[Problem]:
    """What is wrong with an entry, but for what is said of a text that YAML dropped or was to copy from elsewhere."""
    places = {problem.place for problem in before}
    lost = {problem.place.line for problem in before if problem.rule == "lost-text"}
    elsewhere = {one.message.split("`")[1] for one in found if one.expected.endswith(HOME)}
    missing = {f"`{name}` is missing" for name in elsewhere}
    return [
        one for one in found if one.place not in places and one.place.line not in lost and one.message not in missing
    ]


def _cut_short(decoder: Decoder) -> Iterator[Path]:
    """The texts of which YAML drops the end."""
    for problem in decoder.problems:
        if problem.rule == "lost-text":
            yield max((place, path) for path, place in decoder.places.items() if place < problem.place)[1]


def _read_on(decoder: Decoder, chunk: Chunk, file: str) -> Platform | Stub | None:
    """What an entry says over which YAML stumbled, read as it was meant; what may follow from that is not told."""
    from optout.schema.reading import as_meant

    found = as_meant(chunk, file, decoder.problems.pop())
    told = {problem.place.line for problem in found.problems}
    others = (problem for problem in decoder.problems if problem.place.line not in told)
    decoder.problems[:] = dict.fromkeys((*others, *found.problems))
    _explain(decoder, chunk)
    before = list(decoder.problems)
    decoder.problems.clear()
    entry = _entry(decoder, chunk.slug, *found.node.pairs[0]) if isinstance(found.node, Mapping) else None
    read = [one for one in _without_consequences(decoder.problems, before) if one.place.line not in found.lines]
    decoder.problems = [*before, *(one for one in read if found.is_certain or one.rule not in _OF_WHOLES)]
    decoder.doubtful.update(path for path, place in decoder.places.items() if path and place.line in found.lines)
    return entry


_OF_WHOLES = ("missing-field", "no-direction", "unclear-control")  # which may lack only what could not be read

MERGE = "git could not merge two versions here, and marked both"
ITEM = "this item of a list stands at the left edge"
ODD_SPACE = "a space that YAML does not know (a no-break space or the like)"
_FEW_CELLS = 2  # a sentence has a comma, too
_MERGES = ("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ")


def _stray(chunk: Chunk, file: str) -> Problem:
    written = chunk.raw.split(b"\n", 1)[0].decode("utf-8", "replace").rstrip()
    line = written.lstrip()
    place = Place(file, chunk.line, 1)
    if written.startswith(_MERGES):
        message = MERGE if written.startswith(_MERGES[0]) else "this is a mark of git's, of a merge"
        return Problem(place, "merge-conflict", message, "one of the two versions, without the marks around them")
    if written[:1] not in ("", " ") and written[:1].isspace():
        sign = "a tab" if written.startswith("\t") else ODD_SPACE
        message = f"{sign} stands where the line should be indented"
        return Problem(place, "stray-line", message, "ordinary spaces, typed with the space bar")
    if line != written:
        message = f"`{line[:60]}` stands before the first entry, and is indented"
        return Problem(place, "stray-line", message, "the slug of an entry, at the left edge")
    if re.match(rf"{SLUG}:#", line):
        column = line.index("#") + 1
        message = f"`{line[:60]}` is no slug with a comment for YAML, but one text"
        return Problem(place._replace(column=column), "stray-line", message, "a space before the #")
    if line.startswith("- "):
        return Problem(place, "stray-line", ITEM, "it below its field, with four spaces before the dash")
    if line.split(":")[0] in PLATFORM.fields:
        return Problem(place, "stray-line", f"`{line[:60]}` is not indented", "two spaces before it")
    if line.startswith(("---", "...", "%")):
        return Problem(
            place,
            "yaml-feature",
            f"`{line[:60]}` begins another YAML document",
            "no such line: a catalog is one document",
        )
    cells = re.split(r"\t|;|,(?=\S)| \| ", line)
    if len(cells) > _FEW_CELLS and re.fullmatch(SLUG, cells[0]):
        expected = f"`{cells[0]}:` alone on a line, and each field on a line below it, with two spaces before it"
        message = f"this is a row of a table, which begins with `{cells[0]}`, and no entry"
        return Problem(place, "stray-line", message, expected)
    if ":" not in line and re.search(r"\s", line):
        expected = "spaces before it, two more than before the field whose text it continues"
        return Problem(place, "stray-line", f"`{line[:60]}` stands at the left edge", expected)
    expected = "a slug (lower-case letters, digits, hyphens) and a colon, with the fields on the lines below"
    is_slug = line.endswith(":") or re.fullmatch(SLUG, line)
    meant = re.sub(r"[^a-z0-9]+", "-", line.removesuffix(":").lower()).strip("-") if is_slug else ""
    return Problem(place, "stray-line", f"`{line[:60]}` does not begin an entry", expected, meant and f"{meant}:")


def _entry(decoder: Decoder, slug: str, key: Scalar, node: Node) -> Platform | Stub | None:
    if slug in PLATFORM.fields and not (isinstance(node, Mapping) and _looks_like_an_entry(node)):
        decoder.report(key.place, "stray-line", f"`{slug}:` is not indented", "two spaces before it")
        return None
    if isinstance(node, Scalar) and not node.text:
        decoder.report(key.place, "missing-field", f"`{slug}` has no fields", "a name and more, indented below it")
        return None
    is_stub = isinstance(node, Mapping) and any(name.text == "now" for name, _ in node.pairs)
    part = STUB if is_stub else PLATFORM
    found = decoder.fields(node, (), part.fields)
    if found is None or None in found.values():
        return None
    entry: Platform | Stub | None = decoder.build(part.build, (slug,), found)
    decoder.muted = () in decoder.broken
    return _with_sources(decoder, entry) if isinstance(entry, Platform) else entry


def _looks_like_an_entry(node: Mapping) -> bool:
    return any(name.text in PLATFORM.fields or name.text in STUB.fields for name, _ in node.pairs)


def _with_sources(decoder: Decoder, platform: Platform) -> Platform:
    """The platform with the sources that came along with the ways that it takes from other entries.

    A page that it cites itself, under the same id, is there once, with its own quote.
    """
    sources = {source.id: source for source in platform.sources}
    for path, source in decoder.taken:
        known = sources.setdefault(source.id, source)
        if (known.url or known.title) != (source.url or source.title):
            message = (
                f"`{source.id}` is another source here than in `{source.taken_from}`, from which this way is taken"
            )
            decoder.report(decoder.places[path], "dead-loan", message, "another id for one of the two")
    return platform._replace(sources=tuple(sources.values()))


def _lent(chunk: Chunk, slug: str, file: str) -> Lent | None:
    """What another entry lends to the one in a chunk, which knows all that it takes from."""
    raw = next((one.raw for one in chunk.lent if one.slug == slug), None)
    if raw is None:
        return None
    from optout.schema.lending import lent

    return lent(raw, file)
