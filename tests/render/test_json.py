"""Guides as JSON, in a documented shape."""

import json
from pathlib import Path

from hypothesis import given
from jsonschema import Draft202012Validator

import optout
from optout.guide import Reader, compose
from optout.model import Platform
from optout.render import json as render
from tests import strategies
from tests.conftest import CASES, golden

_SCHEMA = json.loads((Path(optout.__file__).parent / "render" / "guide.schema.json").read_text(encoding="utf-8"))
_VALIDATOR = Draft202012Validator(_SCHEMA)


def test_the_schema_is_one() -> None:
    """The schema itself is valid."""
    Draft202012Validator.check_schema(_SCHEMA)


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
