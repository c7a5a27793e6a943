"""The walk through an entry forgets nothing, and leads to where it stands."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import given

from optout.catalog import Catalog
from optout.model import Control, Date, Platform, ScreenLabels, Source
from optout.schema.walk import texts, walk
from tests import strategies

# What the model has and an entry does not write as a value: it follows from the names of fields, entries and sources.
_FOLLOWS = {Platform: {"slug", "see"}, Control: {"how"}, ScreenLabels: {"language"}, Source: {"id"}}


def _values(part: Any) -> Iterator[Any]:
    """Every text and date of a part of the model, whatever it is called and however deep it is."""
    if isinstance(part, str | Date):
        yield from (part,) if part else ()
    elif hasattr(part, "_asdict"):
        for name, value in part._asdict().items():
            yield from () if name in _FOLLOWS.get(type(part), ()) else _values(value)
    else:
        for item in part or ():
            yield from _values(item)


@given(strategies.platforms)
def test_the_walk_meets_every_value_once(generated: Platform) -> None:
    """Whatever the model holds, in every part of it."""
    reasons = [text for _, text in generated.see]
    assert Counter(said.value for said in walk(generated)) == Counter([*_values(generated), *reasons])


def test_the_walk_leads_to_where_a_value_stands(example: Catalog) -> None:
    """To its own place, or, where it is written together with others or follows from them, to the place of those."""
    met = set()
    for decoded in example:
        assert decoded.entry
        for said in walk(decoded.entry):
            met.add(said.kind)
            assert said.path in decoded.places or said.path[:-1] in decoded.places, said
    assert {"claim", "prose", "label", "hint", "position", "address", "region", "id", "copy"} <= met


def test_a_form_is_an_address_or_a_label(acme: Platform) -> None:
    """Who asks for the addresses of an entry gets that of a form from where it is written."""
    form = next(control for control in acme.controls if control.how == "form")
    by_address = form._replace(link="https://a.example/form", form="")
    by_label = form._replace(link="https://a.example/page", form="Object")
    found = acme._replace(controls=(by_address, by_label), lookalikes=(), crawlers=(), sources=())
    assert list(texts(found, "address")) == [
        (("controls", 0, "form"), "https://a.example/form"),
        (("controls", 1, "link"), "https://a.example/page"),
    ]
    assert (("controls", 1, "form"), "Object") in texts(found, "label")
