"""Checklists in Markdown, as `optout plan --format markdown` writes them: what of them is ticked."""

import re

# https://github.github.com/gfm/#task-list-items-extension-
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[([ xX])\][ \t]+(.*)$", re.MULTILINE)
_SLUGS = re.compile(r"\((`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*)\)")


def ticks(text: str) -> dict[str, bool]:
    """The slugs of all accounts with a box, in their order, and whether it is ticked."""
    found: dict[str, bool] = {}
    for box, item in _ITEM.findall(text):
        if named := _SLUGS.search(item):
            found |= dict.fromkeys(re.findall(r"[a-z0-9-]+", named[1]), box != " ")
    return found
