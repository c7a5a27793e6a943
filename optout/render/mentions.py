"""Text that calls nobody where code hosts show it: no person, no team, no issue elsewhere.

https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
"""

import re

# A space of no width behind these keeps them text: mentions, `owner/repo#1`, `GH-1`, and addresses of issues.
_CALLS = re.compile(r"(?<![A-Za-z0-9_])@(?=\w)|#(?=\d)|\bGH-(?=\d)|github\.com(?=/)", re.IGNORECASE)


def calling_nobody(text: str) -> str:
    """The same words, without a mention or a reference in them."""
    return _CALLS.sub("\\g<0>\u200b", text)


def address(address: str) -> str:
    """An address as Markdown: a link, or letter by letter where a link might leave a trace on an issue."""
    return f"`{address}`" if "github.com" in address.casefold() else f"<{address}>"
