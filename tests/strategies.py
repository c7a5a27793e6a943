"""Generated platforms and texts, hostile ones included."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from optout.model import (
    CATEGORIES,
    SURFACES,
    TRAININGS,
    Audience,
    Claim,
    Control,
    Crawler,
    Date,
    Difference,
    Email,
    Event,
    File,
    Lookalike,
    Menu,
    Platform,
    Source,
)


def _make(build: Callable[..., Any], *strategies: Any, **named: Any) -> st.SearchStrategy[Any]:
    """Like `st.builds`, but what is not named keeps its default."""
    return st.tuples(st.tuples(*strategies), st.fixed_dictionaries(named)).map(
        lambda drawn: build(*drawn[0], **drawn[1])
    )


_HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "| a | b |",
        "# heading",
        "1. one",
        "- item",
        "***",
        "```",
        "`",
        "&lt;b&gt;",
        "![i](https://x.example/i.png)",
        "[faq]: https://x.example",
        "</style></title>",
        "{{ guide }}",
        "\\",
        "**bold",
        "_a_",
        "~~gone~~",
        "日本語の設定",
        "e\u0301",
        "x" * 300,
    ]
)
_WORD = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=12)
words = st.lists(_WORD | _HOSTILE, min_size=1, max_size=6).map(" ".join)
prose = st.lists(_WORD | _HOSTILE | st.just("[one]") | st.just("[two]"), min_size=1, max_size=8).map(" ".join)
dates = _make(Date, st.integers(1990, 2100), st.integers(1, 12), st.integers(1, 28))
addresses = st.sampled_from(["https://a.example/", "https://a.example/b(c)?d=e&f", "https://a.example/%20"])
menus = st.lists(_make(Menu, words, st.just("") | words), max_size=4).map(tuple)
regions = st.lists(st.sampled_from(["EU", "EEA", "GB", "US", "US-CA", "NO", "DE"]), max_size=3, unique=True).map(tuple)
plans = st.lists(st.sampled_from(["Free", "Pro", "Business"]), max_size=2, unique=True).map(tuple)
audiences = _make(Audience, regions=regions, plans=plans) | _make(Audience, regions_except=regions, plans_except=plans)
_EVIDENCE = st.just(("one", "two"))
_COMMON = {
    "name": words,
    "evidence": _EVIDENCE,
    "where": st.lists(st.sampled_from(SURFACES), max_size=3, unique=True).map(tuple),
    "audience": audiences,
    "needs": st.just("") | prose,
    "path": menus,
    "doubt": st.just("") | prose,
    "note": st.just("") | prose,
}
controls = st.one_of(
    _make(Control, how=st.just("switch"), switch=words, set=st.sampled_from(["on", "off"]) | words, **_COMMON),
    _make(Control, how=st.just("form"), link=addresses, choose=st.lists(words, max_size=2).map(tuple), **_COMMON),
    _make(
        Control,
        how=st.just("email"),
        email=_make(Email, to=st.just("a@b.example"), subject=words, body=st.just("") | words),
        **_COMMON,
    ),
    _make(Control, how=st.just("file"), file=_make(File, name=words, text=words), **_COMMON),
    _make(Control, how=st.just("command"), command=words, **_COMMON),
    _make(Control, how=st.just("plan"), plan=words, **_COMMON),
    _make(Control, how=st.just("delete"), delete=words, **_COMMON),
    _make(Control, how=st.just("none"), absence=st.sampled_from(["stated", "not-found"]), **_COMMON),
)
_CLAIMS = st.lists(_make(Claim, prose, st.just("") | prose), max_size=2).map(tuple)
_SOURCES = st.tuples(
    _make(Source, st.just("one"), words, words, st.just("official"), addresses, quote=words),
    _make(Source, st.just("two"), words, words, st.just("community"), date=dates),
)
platforms = _make(
    Platform,
    slug=st.just("acme"),
    name=words,
    category=st.sampled_from(CATEGORIES),
    training=st.sampled_from(TRAININGS),
    summary=prose,
    checked=dates,
    sources=_SOURCES,
    company=st.just("") | words,
    aliases=st.lists(words, max_size=1).map(tuple),
    scope=st.just("") | prose,
    doubt=st.just("") | prose,
    uses=_CLAIMS,
    spares=_CLAIMS,
    limits=_CLAIMS,
    conflicts=_CLAIMS,
    controls=st.lists(controls, max_size=3).map(tuple),
    lookalikes=st.lists(_make(Lookalike, words, prose, menus, addresses), max_size=1).map(tuple),
    differences=st.lists(_make(Difference, prose, audiences, st.none() | st.sampled_from(TRAININGS)), max_size=2).map(
        tuple
    ),
    history=st.lists(_make(Event, dates, prose), max_size=1).map(tuple),
    crawlers=st.lists(_make(Crawler, words, prose, prose, words, addresses), max_size=2).map(tuple),
    see=st.lists(st.tuples(st.just("other"), prose), max_size=1).map(tuple),
)
