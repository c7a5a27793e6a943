"""What changed between two catalogs, in words, and which of it matters to somebody who followed the guide before."""

from optout.diff.change import Change, Item
from optout.diff.compare import compare

__all__ = ["Change", "Item", "compare"]
