"""Lists from which something was to be left out: with a sign before it, or in words."""

import re

from optout.messages import find_region
from optout.regions import GROUPS, country

_ALL = r"(?:all|any|everybody|everyone|everywhere|everything|worldwide|global(?:ly)?|the world)"
_BUT = r"(?:,?\s*(?:except(?:ing)?(?: for)?|but(?: not)?|without|minus|not|excluding|other than|outside(?: of)?)\s+)"
_IN_WORDS = re.compile(rf"(?P<all>.*?\S)??{_BUT}(?:in )?(?:the )?(?P<but>.+)", re.IGNORECASE)


def listed(names: list[str]) -> str:
    """The list of these names as it is typed: the code of Norway is a truth value without quotes."""
    return "[" + ", ".join(f"'{name}'" if name == "NO" else name for name in names) + "]"


def without(field: str, written: str) -> tuple[str, str]:
    """What to write for a list such as `[EU, !IE]`, in words and, where it is the same list, as it is typed."""
    names = [name for name in re.split(r"[\[\],\s]+", written) if name]
    out = [name[1:] for name in names if name[0] == "!"]
    kept = [name for name in names if name[0] != "!"]
    if field in _WITH_EXCEPT and not kept:
        return f"`{field}-except: {listed(out)}` in place of this line", ""
    left = _left(kept, out) if field == "regions" else kept
    return "a list of those for which it holds, and no others", listed(left) if left else ""


_WITH_EXCEPT = ("regions", "plans")


def _left(kept: list[str], out: list[str]) -> list[str]:
    """The regions without those that are left out; groups of which some are left out, country by country.

    Empty where a part of a country is left out, for which there is no list.
    """
    if any(name != home and home in kept for name in out for home in [country(name)]):
        return []
    gone = {member for name in out for member in GROUPS.get(name, {name})}
    found: list[str] = []
    for name in kept:
        members = GROUPS.get(name, frozenset({name}))
        found += [name] if not members & gone else sorted(members - gone)
    return list(dict.fromkeys(found))


def in_words(written: str) -> tuple[str, str]:
    """What to write for a region such as `EU except Ireland`, in words and within a list; empty for any other text."""
    if (signed := re.fullmatch(r"[-!~^\u2212\u2013] ?(\S+)", written.strip())) and (code := find_region(signed[1])):
        return f"only those for which it holds, or `regions-except: {listed([code])}` alone for all others", ""
    found = _IN_WORDS.fullmatch(written.strip())
    out = [find_region(word.strip()) for word in re.split(r",|\band\b", found["but"])] if found else []
    codes = [code for code in out if code]
    if found is None or len(codes) < len(out):
        return "", ""
    around = re.sub(r"^(?:in )?(?:the )?", "", found["all"] or "", flags=re.IGNORECASE)
    if not around or re.fullmatch(_ALL, around, re.IGNORECASE):
        return f"`regions-except: {listed(codes)}` in place of `regions`", ""
    whole = find_region(around)
    left = _left([whole], codes) if whole else []
    return ("the codes of the regions that are left", listed(left)[1:-1]) if left else ("", "")
