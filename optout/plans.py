"""Plans as people say them (Free, personal, Team, Business, Enterprise, Education, API) and as operators call them.

Each name stands for one or more classes of plans; a name in which no word of the vocabulary stands has none.
"""

import re
from collections.abc import Iterable

from optout.regions import Match

# What a person would name, in the order in which a guide offers them.
SPOKEN = ("Free", "Personal", "Team", "Business", "Enterprise", "Education", "API")

_PERSONAL = frozenset({"free", "paid"})
_WORK = frozenset({"business", "enterprise", "education", "government"})

# A word that names the whole of its classes, however an entry names their parts.
_WIDE = {
    "personal": _PERSONAL,
    "individual": _PERSONAL,
    "individuals": _PERSONAL,
    "consumer": _PERSONAL,
    "work": _WORK,
    "commercial": _WORK,
    "organisation": _WORK,
    "organisations": _WORK,
}
_WORDS = {
    "free": "free", "hobby": "free", "unpaid": "free", "trial": "free", "starter": "free",
    "plus": "paid", "pro": "paid", "premium": "paid", "max": "paid", "ultra": "paid", "professional": "paid",
    "team": "business", "teams": "business", "business": "business", "company": "business", "organization": "business",
    "workspace": "business",
    "enterprise": "enterprise",
    "education": "education", "edu": "education", "teachers": "education", "school": "education",
    "student": "education",
    "government": "government", "gov": "government",
    "api": "api",
}  # fmt: skip


def classes(name: str) -> frozenset[str]:
    """The classes of plans that a name stands for; none if no word of it says."""
    words = _words(name)
    if "api" in words:
        return frozenset({"api"})
    wide = [_WIDE[word] for word in words if word in _WIDE]
    # "Copilot Business" and "Amazon Q Business" are what their last word says, "Enterprise and Education" both.
    return frozenset().union(*wide, *({_WORDS[word]} for word in words if word in _WORDS))


def spoken(names: Iterable[str]) -> list[str]:
    """The words of the vocabulary that lead to any of the names, in its order."""
    listed = list(names)
    found = [word for word in SPOKEN if any(classes(word) & classes(name) for name in listed)]
    return [word for word in found if any(_same(word, name) for name in listed)] or found


def tells(plan: str, known: Iterable[str]) -> bool:
    """Whether the name of a plan says anything to an entry that knows the plans `known`."""
    return bool(classes(plan)) or any(_same(plan, name) for name in known)


def match(plan: str, listed: tuple[str, ...], known: Iterable[str]) -> Match:
    """Whether somebody on `plan` is on one of the `listed` plans of an entry that knows the plans `known`.

    "maybe" means that part of what they may be on is listed, or that a listed name says nothing about its class.
    """
    if any(_same(plan, name) for name in listed):
        return "yes"
    mine = classes(plan)
    wide = frozenset().union(*(classes(name) for name in listed if _is_wide(name)))
    if mine and mine <= wide:
        return "yes"
    if any(_same(plan, name) for name in known):  # by a name of the entry's own, which tells it from its neighbours
        return "maybe" if mine & wide else "no"
    theirs = frozenset().union(*map(classes, listed))
    if mine and mine <= theirs:
        return "yes"
    unclear = not mine or not all(map(classes, listed))
    return "maybe" if mine & theirs or unclear else "no"


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name.casefold())


def _is_wide(name: str) -> bool:
    return any(word in _WIDE for word in _words(name))


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
