"""Lists that somebody may have, with everything that one can hold."""

from hypothesis import strategies as st

from optout.accounts import Account, Lists, Person, Profile, Remembered, SentLetter, Walked
from optout.accounts.values import STATES
from optout.accounts.ways import seen
from optout.model import Control, Email, Menu

_DAYS = st.sampled_from(["2026-01-01", "2026-02-28", "2026-11-30"])
_MOMENTS = _DAYS | st.sampled_from(["2026-01-01T00:00:00Z", "2026-02-28T23:59:59Z", "2026-11-30T09:12:44Z"])
_SLUGS = st.sampled_from(["linkedin", "chatgpt", "x", "e-on-2"])
_ADDRESSES = st.sampled_from(["intra.example", "Müller & Söhne", "a.example:8080"])
_WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs"), codec="utf-8"), min_size=1, max_size=9).filter(
    str.isprintable
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | _WORDS, lambda inner: st.lists(inner, max_size=2), max_leaves=3
)


def _rest(*names: str) -> st.SearchStrategy[dict[str, object]]:
    return st.dictionaries(st.sampled_from(["newer", "other", *names]), _JSON, max_size=2)


@st.composite
def _controls(draw: st.DrawFn) -> Control:
    return Control(
        how=draw(st.sampled_from(["switch", "form", "email", "plan"])),
        name=draw(_WORDS),
        evidence=("help",),
        where=draw(st.sampled_from([(), ("web",), ("ios", "android")])),
        link=draw(st.sampled_from(["", "https://a.example/settings"])),
        path=draw(st.sampled_from([(), (Menu("Settings", "below"), Menu("", "the gear"))])),
        switch=draw(st.just("") | _WORDS),
        set="off",
        default=draw(st.sampled_from(["", "on"])),
        email=draw(st.none() | st.just(Email("a@a.example", "Subject", "Body"))),
        who=draw(st.sampled_from(["member", "admin"])),
        note="Only the guide says this.",
    )


_MEMORIES = st.builds(
    Remembered,
    st.sampled_from(["", "opt-out", "no-training"]),
    st.sampled_from(["", "DE"]),
    st.just("") | _WORDS,
    st.lists(st.builds(Walked, _controls().map(lambda one: seen(one).control), _rest()), max_size=2).map(tuple),
    _rest(),
).filter(lambda one: one != Remembered())  # a memory of nothing is none: no file holds it, and nobody makes it


_LETTERS = st.sampled_from(
    [
        SentLetter("objection", "gdpr", "2026-11-01", "IE"),
        SentLetter("objection", "ccpa", "2026-10-01", answered="2026-11-30"),
        SentLetter("reminder", "gdpr", "2026-12-01", rest={"by": "post"}),
    ]
)


@st.composite
def accounts(draw: st.DrawFn, name: str) -> Account:
    """An account of this name, as it comes back from a file."""
    removed = draw(st.booleans())
    state = draw(st.sampled_from(STATES))
    return Account(
        name,
        draw(_DAYS),
        draw(_MOMENTS),
        "platform" if removed or name in ("linkedin", "chatgpt", "x", "e-on-2") else "unknown",
        state,
        draw(_DAYS) if state == "done" else "",
        draw(st.sampled_from(["", "0123abcd", "ffffffff"])),
        draw(st.just("") | _WORDS),
        removed,
        draw(st.none() | _MEMORIES),
        draw(_rest()),
        draw(st.lists(_LETTERS, max_size=2).map(tuple)),
    )


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """What one person has."""
    names = draw(st.lists(_SLUGS | _ADDRESSES, unique=True, max_size=3))
    plans = draw(st.lists(_WORDS, max_size=2).map(tuple))
    region, devices = draw(st.sampled_from(["", "DE", "US-CA"])), draw(st.sampled_from([(), ("ios", "web")]))
    at = draw(_MOMENTS) if region or devices or plans else draw(st.just("") | _MOMENTS)
    person = Person(region, devices, plans, at, draw(_rest()))
    return Profile(person, {name: draw(accounts(name)) for name in names}, {})


@st.composite
def lists(draw: st.DrawFn) -> Lists:
    """What one file holds."""
    found = draw(st.dictionaries(st.sampled_from(["", "work", "Anna"]), profiles(), max_size=3))
    return Lists({name: one for name, one in found.items() if name or one != Profile()}, draw(_rest()))
