"""Editors and `optout check` say the same of an entry."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

import optout
from optout.catalog import Catalog
from optout.model import Platform
from optout.schema import fields
from optout.schema import json_schema as schema
from optout.schema.decode import decode
from optout.source.split import cut_all
from tests import strategies
from tests.conftest import CASES, golden
from tests.editing.data import as_data

_SCHEMA = json.loads(schema.text())
_VALIDATOR = Draft7Validator(_SCHEMA)
_FILES = sorted([*(CASES / "check").glob("*.yaml"), *(CASES / "rules").glob("*/*.yaml")])

# What the decoder alone can find, as the docstring of the schema lists it.
_BEYOND = {
    "quote-it", "lost-text", "duplicate-key", "duplicate-entry", "yaml-feature", "stray-line", "too-large",
    "not-utf-8", "yaml-syntax", "bad-character", "too-deep",
}  # fmt: skip


class _Editor(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as editors read it: the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema)."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012


_CORE = {
    "null": (r"|~|null|Null|NULL", lambda text: None),
    "bool": (r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    "int": (r"[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+", lambda text: int(text, 0 if text[:2] in ("0o", "0x") else 10)),
    "float": (r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", float),
}
for _name, (_pattern, _read) in _CORE.items():
    _tag = f"tag:yaml.org,2002:{_name}"
    _Editor.add_implicit_resolver(_tag, re.compile(f"^(?:{_pattern})$"), None)
    _Editor.add_constructor(_tag, lambda loader, node, read=_read: read(loader.construct_scalar(node)))


def _decoder_takes(data: object) -> bool:
    """Whether the decoder takes this entry, written as JSON, which is YAML."""
    raw = f"acme:\n  {json.dumps(data, ensure_ascii=False)}\n".encode()
    decoded = Catalog(raw, "x").get("acme")
    assert decoded
    return decoded.entry is not None


def _agree(data: object) -> bool:
    """What both say of an entry, after making sure that both say the same."""
    taken = _decoder_takes(data)
    assert _VALIDATOR.is_valid({"acme": data}) == taken, data
    return taken


def test_the_schema_is_one_and_the_file_is_it() -> None:
    """Valid by the rules of its draft, and committed as `optout schema` prints it."""
    Draft7Validator.check_schema(_SCHEMA)
    golden(Path(optout.__file__).parent / "platforms.schema.json", schema.text())


def test_every_field_is_described_and_nothing_else_is() -> None:
    """Hover shows what a field holds, and what a word of the status means."""
    for part in fields.PARTS:
        properties = _SCHEMA["definitions"][part.name]["properties"]
        assert [one["description"] for one in properties.values()] == list(map(fields.told, part.fields.values()))
        assert all(one["description"] for one in properties.values()), part.name
    assert set(fields.TRAINING) == set(_SCHEMA["definitions"]["platform"]["properties"]["training"]["enum"])


def test_the_packaged_catalog_fits(packaged: Catalog) -> None:
    """Nobody who opens it sees it underlined, and its first line leads editors to the schema."""
    first = bytes(packaged.data).split(b"\n", 1)[0].decode()
    assert first == "# yaml-language-server: $schema=optout/platforms.schema.json"
    assert list(_VALIDATOR.iter_errors(yaml.load(bytes(packaged.data), _Editor))) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_both_say_the_same_of_every_case(path: Path) -> None:
    """Entry by entry, unless all that is wrong is beyond a schema."""
    for chunk in cut_all(path.read_bytes()):
        problems = decode(chunk, path.name).problems
        if _BEYOND.isdisjoint(problem.rule for problem in problems):
            assert _VALIDATOR.is_valid(yaml.load(chunk.raw, _Editor)) == (not problems), chunk.slug


_MINIMAL = {
    "name": "Acme",
    "category": "social",
    "training": "no-training",
    "summary": "Acme trains on nothing.",
    "checked": "2026-11-21",
    "sources": {"one": {"title": "T", "publisher": "P", "kind": "press"}},
}
_CONTROL = {"name": "A way", "plan": "Pro", "evidence": ["one"]}
# Where each part stands in an entry, and one that is valid there.
_PARTS: dict[str, tuple[tuple[str | int, ...], Any]] = {
    "platform": ((), _MINIMAL),
    "stub": ((), {"name": "Acme", "now": "other"}),
    "claim": (("limits", 0), {"text": "It stays."}),
    "control": (("controls", 0), _CONTROL),
    "email": (("controls", 0), {"name": "A", "email": {"to": "a@b.example"}, "evidence": ["one"]}),
    "file": (("controls", 0), {"name": "A", "file": {"name": "robots.txt", "text": "a\nb"}, "evidence": ["one"]}),
    "lookalike": (("lookalikes", 0), {"name": "Ads", "text": "About ads."}),
    "difference": (("differences", 0), {"text": "Differs.", "regions": ["EU"]}),
    "event": (("history", 0), {"date": "2026-07", "text": "It began."}),
    "crawler": (("crawlers", 0), {"token": "Bot", "purpose": "Fetches."}),
    "source": (("sources", "one"), {"title": "T", "publisher": "P", "kind": "press"}),
}
_ODD: list[Any] = [
    None, True, 7, 2024, 1989, "", " ", [], {}, ["x"], [None], {"x": "y"}, "x", "one\n\ntwo", " x ", "x" * 2000,
    "x" * 2001, "a\u202eb", "off", "on", "No", "2024", "2024-02-29", "2100-02-29", "2026-02-30", "2026-13", "2026-7",
    "1989", "2026-11-21", "https://a.example", "https://a.example/b?c=d#e", "http://a.example",
    "https://a@b.example/", "https://localhost/", "javascript:alert(1)", "a.example", "A.example", "a@b.example",
    "a@b", "A > B", "A > > B", "A > (b)", "(b)", "A (b) c", "A >B", "A > (b > c)", "( )", ["DE"], ["XX"],
    ["EU", "web"], ["web"], ["Free"], ["a.example"], [["x"]], "word " * 20, "word " * 21, {"to": "a@b.example"},
    {"name": "n", "text": "t"}, {"one": "two"}, {"One": "two"}, {"text": "t", "doubt": "d"},
    [{"text": "t", "doubt": "d"}], [{"text": "t", "dbout": "d"}],
]  # fmt: skip


def _placed(part: str, value: object) -> Any:
    """A valid entry in which `value` stands where the part belongs."""
    path, _ = _PARTS[part]
    if not path:
        return value
    name, key = path
    return {**_MINIMAL, str(name): [value] if isinstance(key, int) else {key: value}}


def _variants(part: str) -> Iterator[dict[str, Any]]:
    """The valid part, with each field missing, unknown, or holding one thing after the other."""
    _, valid = _PARTS[part]
    yield valid
    yield {**valid, "unknown": "x"}
    for name in valid:
        yield {key: value for key, value in valid.items() if key != name}
    for name in _SCHEMA["definitions"][part]["properties"]:
        inner = {"email": "email", "file": "file"}.get(part)
        for odd in _ODD:
            yield {**valid, inner: {**valid[inner], name: odd}} if inner else {**valid, name: odd}


@pytest.mark.slow
@pytest.mark.parametrize("part", _PARTS)
def test_both_say_the_same_of_each_field_with_anything_in_it(part: str) -> None:
    """Each field of each part missing, alone, and with everything that could stand there; some of it is valid."""
    assert _agree(_placed(part, _PARTS[part][1]))
    said = [_agree(_placed(part, variant)) for variant in _variants(part)]
    assert any(said)
    assert not all(said)


_WAYS: dict[str, Any] = {
    "name": "A way",
    "path": "Settings > Train",
    "switch": "Train",
    "set": "off",
    "form": "https://a.example/form",
    "email": {"to": "a@b.example"},
    "plan": "Pro",
    "none": "stated",
}


@given(
    st.sets(st.sampled_from(sorted(_WAYS))), st.sampled_from(["Settings > Train", "Settings > (the switch)", "(here)"])
)
def test_both_say_the_same_of_any_mixture_of_ways(names: set[str], path: str) -> None:
    """Exactly one way, with its name and direction, by whichever fields they are said."""
    control = {name: path if name == "path" else _WAYS[name] for name in names}
    _agree(_placed("control", {**control, "evidence": ["one"]}))


@given(strategies.platforms, st.data())
def test_both_say_the_same_of_generated_entries(generated: Platform, data: st.DataObject) -> None:
    """As generated, and with one thing in it damaged."""
    entry = as_data(generated)
    _agree(entry)
    place: Any = copy.deepcopy(entry)
    damaged = place
    key = data.draw(st.sampled_from(sorted(place)))
    while isinstance(place[key], dict | list) and data.draw(st.booleans()):
        place = place[key]
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
    if data.draw(st.booleans()):
        place[key] = data.draw(st.sampled_from(_ODD))
    else:
        del place[key]
    _agree(damaged)
