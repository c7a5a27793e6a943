"""What YAML says, as nodes with positions. Without PyYAML: whoever only knows the fields need not load it."""

from typing import NamedTuple

from optout.problem import Place

# What is said of a part of an entry that is to be copied from elsewhere, and of what is to be written.
SHARED = ("`<<` copies fields from elsewhere, which a catalog does not do", "those fields written out, without `<<`")

Spot = tuple[int, int]  # a line and a column, both counted from 1


class Scalar(NamedTuple):
    """A text, as written, from `place` up to `end`; `style` is the sign it begins with: a quote, | or >, or none."""

    text: str
    style: str
    place: Place
    end: Spot

    @property
    def plain(self) -> bool:
        """Whether it stands without quotes and not as a block."""
        return not self.style


class Sequence(NamedTuple):
    """A list; `flow` means in brackets, which close before `end`."""

    items: tuple["Node", ...]
    place: Place
    end: Spot
    flow: bool


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file, no key twice; `flow` and `end` as for a sequence."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    end: Spot
    flow: bool


Node = Scalar | Sequence | Mapping
