"""A catalog's names where no table is kept: for a key only those entries are read that may have it.

One walk through the text cuts out the lines with names. There the letters of a key follow one another, whatever stands
between them. Where a text may say a letter in another way (an escape, a letter beyond ASCII, a sign that is spelt out),
its entry is read for every key.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from optout.catalog import Catalog
from optout.catalog.companies import PARENTS
from optout.catalog.heads import Head, abridged_heads, head_at, unread_heads
from optout.catalog.table import MadeTable
from optout.near import COMPANY
from optout.source.skim import END, Abridged

_EVERY = bytes(range(256))
_SMALL = _EVERY.lower()
_APART = bytes(code for code in range(128) if not chr(code).isalnum())
_OTHERWISE = b"\\&+#"
_ONE_WAY = bytes(code for code in range(128) if code not in _OTHERWISE)


class SoughtTable:
    """The table of a catalog's names, of which as much is read as somebody asks for."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._heads: dict[int, Head | None] = {}
        self._whole: MadeTable | None = None

    def get(self, key: str) -> Sequence[str]:
        """The slugs under a key, in the order of the file."""
        forms = [key[1:], *(own for own, parent in PARENTS.items() if key == COMPANY + parent)]
        letters = [_letters(form.encode()) for form in forms]
        if self._whole or not all(letters):
            return self._read().get(key)
        found = {number for one in letters for number in self._having(one)}
        return MadeTable(self._heads_of(sorted(found | self._otherwise))).get(key)

    def names(self) -> str:
        """The forms of all names and companies, each on a line of its own, for `near`."""
        return self._read().names()

    def titles(self) -> str:
        """Slug and name of every entry, with a tab between them, on lines of their own."""
        return self._read().titles()

    def sites(self) -> str:
        """Every key of a domain, a login or an app, a tab, and its slugs, on lines of their own."""
        return self._read().sites()

    @cached_property
    def _abridged(self) -> Abridged:
        return unread_heads(self._catalog)

    @cached_property
    def _lettered(self) -> bytes:
        """The letters of all that an entry is called, one entry behind the other."""
        return _letters(self._abridged.texts)

    @cached_property
    def _otherwise(self) -> set[int]:
        """The entries whose letters do not tell what they are called."""
        odd = self._abridged.texts.translate(_EVERY, _ONE_WAY).split(END)
        return {number for number, signs in enumerate(odd) if signs}

    def _having(self, letters: bytes) -> Iterator[int]:
        """The entries in whose names these letters follow one another."""
        lettered, number, counted = self._lettered, 0, 0
        at = lettered.find(letters)
        while at >= 0:
            number += lettered.count(END, counted, at)
            yield number
            counted = lettered.find(END, at)
            at = lettered.find(letters, counted)

    @cached_property
    def _entries(self) -> list[tuple[int, bytes]]:
        """Where each entry begins, and its lines with names."""
        return list(zip(self._abridged.starts, self._abridged.texts.split(END), strict=False))

    def _heads_of(self, numbers: Iterable[int]) -> Iterator[Head]:
        for number in numbers:
            if number not in self._heads:
                self._heads[number] = head_at(self._catalog, *self._entries[number])
            if head := self._heads[number]:
                yield head

    def _read(self) -> MadeTable:
        """The whole table."""
        if self._whole is None:
            self._whole = MadeTable(abridged_heads(self._catalog, self._abridged))
        return self._whole


def _letters(text: bytes) -> bytes:
    return text.translate(_SMALL, _APART)
