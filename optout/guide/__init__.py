"""From a platform and a reader to a guide: everything that will be said, in order, as meaning."""

from optout.guide.compose import compose
from optout.guide.guide import Guide
from optout.guide.reader import Reader

__all__ = ["Guide", "Reader", "compose"]
