"""Generated platforms and texts, hostile ones included.

Platforms are drawn by the tables of the schema: a field that is declared there is drawn, by what it is.
"""

from typing import Any

from hypothesis import strategies as st

from optout.model import HOWS, Claim, Control, Date, Menu, Platform
from optout.schema import fields, paths, values
from optout.schema.record import Decoder, Field, Holds, Items, Kind, Named, Nested, Value

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
days = st.tuples(st.integers(1990, 2100), st.integers(1, 12), st.integers(1, 28)).map(lambda drawn: Date(*drawn))
dates = days | days.map(lambda day: day._replace(day=0)) | days.map(lambda day: Date(day.year))
addresses = st.sampled_from(["https://a.example/", "https://a.example/b(c)?d=e&f", "https://a.example/%20"])
menus = st.lists(st.tuples(words, st.just("") | words).map(lambda drawn: Menu(*drawn)), min_size=1, max_size=4).map(
    tuple
)
_MANY_LINES = st.lists(words, min_size=1, max_size=3).map("\n".join)

# By how a value is read, or else by what it is.
_READ: dict[Any, st.SearchStrategy[Any]] = {
    paths.menus: menus,
    values.position: st.sampled_from(["on", "off"]) | words,
    values.address: addresses,
    values.setting: addresses | st.just("ms-settings:privacy-feedback"),
    values.form: addresses | words,
    values.mailbox: st.sampled_from(["a@b.example", "data+ai@b.example"]),
    values.domain: st.sampled_from(["a.example", "b.a.example", "c.example"]),
    values.region: st.sampled_from(["EU", "EEA", "GB", "US", "US-CA", "NO", "DE"]),
    values.date: dates,
    values.day: days,
    values.block: words | _MANY_LINES,
}
_KINDS: dict[Kind, st.SearchStrategy[Any]] = {
    "claim": prose,
    "prose": prose,
    "plan": st.sampled_from(["Free", "Pro", "Business"]),
    "id": st.sampled_from(["one", "two"]),
}
_SOURCES = ("one", "two")


def value(field: Field, holds: Holds) -> st.SearchStrategy[Any]:
    """What can stand in a field, as the model has it."""
    match holds:
        case Named(item=Nested() as part, name="language"):
            return st.tuples(*(_part(part, tag) for tag in ("de", "pt-br")))
        case Named(item=Nested() as part):
            return st.tuples(*(_part(part, name) for name in _SOURCES))
        case Named():
            pairs = st.tuples(st.sampled_from(["other", "third"]), value(field, holds.item))
            return st.lists(pairs, min_size=1, max_size=2, unique_by=lambda pair: pair[0]).map(tuple)
        case Items():
            is_part = isinstance(holds.item, Nested)
            return st.lists(value(field, holds.item), min_size=1, max_size=2, unique=not is_part).map(tuple)
        case Nested():
            return _part(holds)
        case Value() if isinstance(holds.of, values.Word):
            return st.sampled_from(holds.of.allowed)
        case Value():
            return _READ.get(holds.of, _KINDS.get(field.kind, words))


@st.composite
def _part(draw: st.DrawFn, part: Nested, name: str = "") -> Any:
    """A part of an entry with what it must have and some of what it can have, built as the decoder builds it."""
    known = dict(part.fields)
    needed = {field for field in known if known[field].expected}
    unused = {draw(st.sampled_from(["regions", "regions-except"])), draw(st.sampled_from(["plans", "plans-except"]))}
    if part is fields.CONTROL:
        how = draw(st.sampled_from(HOWS))
        needed |= {how, "set"} if how == "switch" else {how, "name"}
        unused |= {*HOWS} | {field for field in known if known[field].beside and how not in known[field].beside}
        unused |= draw(st.sampled_from([{"steps"}, {"then", "choose"}]))
        unused |= {"taken-from"}  # it stands in place of all these, and asks another entry
    free = sorted(set(known) - needed - unused)
    chosen = needed | {*(draw(st.lists(st.sampled_from(free), max_size=8, unique=True)) if free else ())}
    found = {field.attribute or key: draw(value(field, field.holds)) for key, field in known.items() if key in chosen}
    return part.build(Decoder(), (name,), found)


controls: st.SearchStrategy[Control] = _part(fields.CONTROL)
claims: st.SearchStrategy[Claim] = _part(fields.CLAIM)
platforms: st.SearchStrategy[Platform] = _part(fields.PLATFORM, "acme")
stubs: st.SearchStrategy[Any] = _part(fields.STUB, "old")
