"""Which part of a host anybody can take a name under, by the Public Suffix List (https://publicsuffix.org).

Its private section counts as well: who has a page at `example.github.io` is nobody of GitHub.
"""

from functools import cache
from typing import TYPE_CHECKING

from optout.address.hosts import to_ascii

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def suffix(host: str) -> str:
    """The public suffix of a host in ASCII: `co.uk`, `github.io`; empty where the list knows none, as of `nas.box1`."""
    return _list().publicsuffix(host) or ""


def registered(host: str) -> str:
    """The name that somebody took under a public suffix: `example.co.uk`; empty for a suffix itself and for no host."""
    return _list().privatesuffix(host) or ""


@cache
def rules() -> tuple[str, ...]:
    """The rules of the list in ASCII, in their order: `co.uk`, `*.ck` for whatever is one label longer, `!www.ck` for
    what is none all the same.
    """
    from importlib.resources import files

    lines = (files("publicsuffixlist") / "public_suffix_list.dat").read_text(encoding="utf-8").splitlines()
    written = (line.strip() for line in lines)
    listed = (line.lower() for line in written if line and not line.startswith("//"))
    return tuple(f"!{to_ascii(line[1:])}" if line[0] == "!" else to_ascii(line) for line in listed)


@cache
def _list() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False)
