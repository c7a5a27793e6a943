"""Which part of a host anybody can take a name under, by the Public Suffix List (https://publicsuffix.org).

Its private section counts as well: who has a page at `example.github.io` is nobody of GitHub.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def suffix(host: str) -> str:
    """The public suffix of a host in ASCII: `co.uk`, `github.io`; empty where the list knows none, as of `nas.box1`."""
    return _list().publicsuffix(host) or ""


def registered(host: str) -> str:
    """The name that somebody took under a public suffix: `example.co.uk`; empty for a suffix itself and for no host."""
    return _list().privatesuffix(host) or ""


@cache
def _list() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False)
