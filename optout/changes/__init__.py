"""What changed between two catalogs, in words, and which of it matters to somebody who followed the guide before."""

from optout.changes.change import Change, Item
from optout.changes.compare import compare

__all__ = ["Change", "Item", "compare"]
