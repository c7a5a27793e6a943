"""What a name or domain can only mean, by the table of a catalog's names: the rule of `catalog.resolve` where it is
simple.

One entry goes by it, and no company but that entry's own is called so, so that nothing else is to be said. Whatever
may be meant in two ways, led on from a former name or spelt out is for `catalog.resolve`. Imports next to nothing.
"""

from __future__ import annotations

from optout.near import ALSO, APP, COMPANY, DOMAIN, NAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    Get = Callable[[str], Sequence[str]]  # the slugs under a key

HOST = "//"  # before a host, where a name might stand
# Behind a name these may be the legal form of a company, see `catalog.companies`.
LEGAL = frozenset(
    (
        *("inc", "incorporated", "llc", "ltd", "limited", "corp", "corporation", "gmbh", "ggmbh", "ag", "se", "sa"),
        *("sas", "bv", "nv", "plc", "oy", "ab", "pty", "pte", "holding", "holdings", "platforms"),
    )
)
_STORES = ("play.google.com", "apps.apple.com", "itunes.apple.com")
_SHORT = 4  # letters of what may be a part of a country's domain, as in co.uk


def meant(typed: str, name: str, get: Get, others: Collection[str]) -> tuple[str, str]:
    """The slug that something typed leads to, and the form by which its entry has to be called; empty if it is unsure.

    `name` is the form of it in which names are kept, see `prepared.name`; `others` are forms that mean something else.
    """
    if "+" in typed or "#" in typed or not name or _host(name).startswith("www.") or name.startswith(f"{HOST}www."):
        return "", ""
    is_host = name.startswith(HOST) or "." in name
    letters = "".join(filter(str.isalnum, typed.lower()))
    form = HOST + _host(name) if is_host else letters
    slugs = _by_host(name, letters, get) if is_host else _by_name(name, letters, get)
    if len(slugs) != 1 or letters in others:
        return "", ""
    for company in _labels(form) if is_host else (letters,):
        if company in others or any(slug != slugs[0] for slug in get(COMPANY + company)):
            return "", ""
    return slugs[0], form


def _by_name(name: str, letters: str, get: Get) -> Sequence[str]:
    words = name.replace("-", " ").replace("_", " ").split()
    if "".join(words) != letters or (len(words) > 1 and words[-1] in LEGAL):
        return ()
    return get(NAME + letters) or get(ALSO + letters)


def _by_host(name: str, letters: str, get: Get) -> Sequence[str]:
    """Who has the domain, if it is one and nobody is called so."""
    labels = _host(name).split(".")
    if not all(one.replace("-", "").isalnum() and one.strip("-") == one for one in labels):
        return ()
    is_ending = len(labels) == 2 and len(labels[1]) == 2 and len(labels[0]) <= _SHORT
    if is_ending or not labels[-1].isalpha() or len(labels[-1]) < 2 or _host(name) in _STORES:
        return ()
    is_called = get(NAME + letters) or get(ALSO + letters) or get(APP + name)
    return () if is_called else get(DOMAIN + _host(name))


def _host(name: str) -> str:
    return name.removeprefix(HOST).removeprefix("www.")


def _labels(form: str) -> Iterator[str]:
    for label in form.removeprefix(HOST).split(".")[:-1]:
        yield label.replace("-", "")
