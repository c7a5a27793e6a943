"""A catalog made of several: each entry as the last of them has it, or a selection of those of others.

The text of what is in it is one catalog like any other, so that names, index and search need not know. What an entry
refers to beyond it is resolved: a way that is taken from an entry left out comes from there all the same, a related
platform that is left out is not named, and a former name goes with the entry that it leads to.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from optout.catalog import Catalog, Decoded, Origin
from optout.errors import UsageProblem
from optout.model import Platform
from optout.source.split import Chunk, Data, cut_all, lenders, lent

_NOW = re.compile(rb"(?m)^ +now:\s*[\"']?([a-z0-9-]+)")


class _InLayer(NamedTuple):
    """An entry, and in which of the catalogs it stands."""

    chunk: Chunk
    catalog: Catalog


class Layered(Catalog):
    """What several catalogs come to, the last of which is one's own.

    With `only`, of the others nothing but the entries of these slugs, and the former names that lead to them.

    Raises:
        UsageProblem: none of them has an entry of a slug in `only`, or it is a former name.
    """

    def __init__(self, catalogs: Sequence[Catalog], only: Collection[str] = (), has_own: bool = True) -> None:
        self._layers = tuple(catalogs)
        self._own = catalogs[-1] if has_own else None
        self._only = tuple(only)
        every = {
            chunk.slug: _InLayer(chunk, one) for one in catalogs for chunk in cut_all(bytes(one.data)) if chunk.slug
        }
        unknown = [slug for slug in only if slug not in every]
        if unknown:
            from optout.schema.values import nearest

            near = nearest(unknown[0], every)
            hint = f"; did you mean {near}?" if near else ""
            raise UsageProblem(f"only: there is no entry `{unknown[0]}` in the catalogs{hint}")
        self._every = b"\n".join(one.chunk.raw for one in every.values())
        self._lenders = lenders(self._every)
        for slug in only:
            if (now := _leads_to(every[slug].chunk.raw)) in every:
                raise UsageProblem(f"only: `{slug}` is now `{now}`; write that in its place")
        kept = {slug: one for slug, one in every.items() if not only or slug in only or one.catalog is self._own}
        names = {slug: one for slug, one in every.items() if only and _leads_to(one.chunk.raw) in kept}
        self._written = dict(sorted({**kept, **names}.items()))
        own = catalogs[-1]
        origin = own.origin
        # A name of its own: what is kept of it in the cache is not of the catalog that lies uppermost.
        made = origin and Origin(origin.path.with_name(f"{origin.path.name}+layers"), origin.stat, origin.read_at)
        super().__init__(b"".join(one.chunk.raw.rstrip() + b"\n\n" for one in self._written.values()), own.file, made)

    @property
    def texts(self) -> tuple[Data, ...]:
        """Everything that its entries are read from."""
        return tuple(one.data for one in self._layers)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The files on disk that it is read from; none if one of its texts is no such file."""
        found = tuple(one.origin for one in self._layers if one.origin)
        return found if len(found) == len(self._layers) else ()

    @property
    def taken(self) -> tuple[int, ...]:
        """What tells which part of these files it is."""
        return (crc32("\n".join((str(self._own is not None), *self._only)).encode("utf-8", "surrogatepass")),)

    @property
    def size(self) -> int:
        """How many bytes the file has in which one's own entries stand."""
        return len(self._own.data) if self._own else 0

    def where(self, slug: str) -> str:
        """The file in which the entry stands."""
        return self._written[slug].catalog.file

    def is_own(self, slug: str) -> bool:
        """Whether it stands in the catalog that is one's own."""
        return self._written[slug].catalog is self._own

    def chunks(self) -> Iterator[Chunk]:
        """The entries as they are written, on the lines of their files."""
        for written in self._written.values():
            yield written.chunk._replace(lent=tuple(lent(self._every, written.chunk.raw, self._lenders)))

    def get(self, slug: str) -> Decoded | None:
        """The entry called `slug`, whatever its state; None if there is none."""
        found = self.chunk(slug)
        return found and self.decoded(found)

    def chunk(self, slug: str) -> Chunk | None:
        """The entry called `slug` as it is written, on the lines of its file."""
        written = self._written.get(slug)
        return written and written.chunk._replace(lent=tuple(lent(self._every, written.chunk.raw)))

    def __iter__(self) -> Iterator[Decoded]:
        """Every entry by its slug, and what of one's own catalog is none."""
        yield from self.faults()
        yield from map(self.decoded, self.chunks())

    def faults(self) -> Iterator[Decoded]:
        """What of one's own catalog is no entry of its own."""
        return self._own.faults() if self._own else iter(())

    def decoded(self, chunk: Chunk) -> Decoded:
        """The entry that one of the chunks is, which refers to nothing that is left out."""
        found = self.reader(chunk, self.where(chunk.slug))
        if not isinstance(found.entry, Platform) or self.is_own(chunk.slug):
            return found
        see = tuple(one for one in found.entry.see if one[0] in self._written)
        return found._replace(entry=found.entry._replace(see=see))


def _leads_to(raw: bytes) -> str:
    found = _NOW.search(raw)
    return found[1].decode() if found else ""
