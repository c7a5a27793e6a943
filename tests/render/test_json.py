"""Guides as JSON, in a documented shape."""

import json
from collections.abc import Iterator
from typing import Any, cast

from hypothesis import given
from jsonschema import Draft202012Validator

from optout.guide import Reader, compose
from optout.guide.guide import Guide
from optout.model import Addressee, ContactPoint, Platform, Terms
from optout.render import json as render
from tests import strategies
from tests.conftest import CASES, golden

_SCHEMA = json.loads(render.schema())
_VALIDATOR = Draft202012Validator(_SCHEMA)

# What of a guide the document leaves out: it says the same as a value of it, or is how something is drawn.
_LEFT_OUT = {
    "Guide": {"version", "provenance", "labels"},
    "Status": {"mark"},
    "Way": {"takes", "opens", "not_seen"},
    "Route": {"position", "walked"},
    "Step": {"actions"},
    "Remark": {"brief"},
    "Part": {"notes"},
    "Note": {"remarks", "apart"},
    "OnScreen": {"said"},
    "Span": {"lang"},
    "Date": {"year", "month", "day"},  # as `iso`
}


def test_the_schema_is_one() -> None:
    """It is valid, and the file of it is the newest."""
    Draft202012Validator.check_schema(_SCHEMA)
    golden(render.SCHEMA, render.schema())


class _Watched:
    """A named tuple that notes which fields of its kind somebody reads, and so do those in it."""

    def __init__(self, value: Any, read: dict[type, set[str]]) -> None:
        self._value, self._read = value, read

    def __getattr__(self, name: str) -> Any:
        self._read.setdefault(type(self._value), set()).add(name)
        return self._watched(getattr(self._value, name))

    def __iter__(self) -> Iterator[Any]:
        return iter(self._value)

    def _watched(self, value: Any) -> Any:
        if hasattr(value, "_fields"):
            return _Watched(value, self._read)
        return tuple(map(self._watched, value)) if isinstance(value, tuple) else value


def test_every_field_of_a_guide_is_written_or_left_out_on_purpose(acme: Platform) -> None:
    """A field that is new in a guide, or in something that a guide consists of, is missed here until a table has it."""
    officer = Addressee("Officer", "1 Road\nCity", "IE", "dpo@acme.example")
    contact = ContactPoint("Acme Corp", ("help",), officer=officer)
    entry = acme._replace(terms=(Terms("pga", "Acme", ("Terms of Service",)),), contacts=(contact,))
    read: dict[type, set[str]] = {}
    render.guide(cast(Guide, _Watched(compose(entry), read)))
    left_out = {kind.__name__: set(getattr(kind, "_fields", ())) - names for kind, names in read.items()}
    assert {kind: fields for kind, fields in left_out.items() if fields} == _LEFT_OUT


def test_a_document_is_as_in_its_file(acme: Platform) -> None:
    """The document under cases/guides was read by somebody."""
    golden(CASES / "guides" / "acme.json", render.guides([compose(acme)]))


@given(strategies.platforms)
def test_every_guide_fits_the_schema(generated: Platform) -> None:
    """Any guide, for any reader, survives writing and reading and fits."""
    for reader in (Reader(), Reader("DE", "ios", "Free")):
        _VALIDATOR.validate(json.loads(render.guides([compose(generated, reader)])))


def test_citations_name_sources_of_the_guide(acme: Platform) -> None:
    """Every id under `evidence` and `sources` is one of the guide's sources."""
    guide = json.loads(render.guides([compose(acme)]))["guides"][0]
    known = {source["id"] for source in guide["sources"]}
    assert set(guide["verdict"]["sources"]) <= known
    assert all(set(way["evidence"]) <= known for way in guide["ways"])
