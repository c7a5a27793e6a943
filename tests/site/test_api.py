"""The catalog for programs: what is in each file, that the schemas hold, and that every address leads somewhere."""

import json
import re
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from optout.catalog import Catalog
from optout.guide import compose
from optout.model import CATEGORIES, SURFACES, TOPICS, TRAININGS, Platform
from optout.render import json as render
from optout.site import build
from tests import strategies
from tests.site.planned import ADDRESS, PUBLISHED, files_of, site_of

_INDEX = "api/v1/index.json"
_DESCRIPTION = "api/v1/openapi.json"


def _schema(files: dict[str, str], name: str) -> Draft202012Validator:
    schema = json.loads(files[f"api/v1/{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def _addresses(index: dict[str, Any]) -> list[str]:
    platforms = [platform[name] for platform in index["platforms"] for name in ("file", "page", "feed")]
    return [one for one in (index["home"], index["calendar"], index["feed"], *platforms) if one is not None]


def test_every_file_fits_its_schema(packaged: Catalog) -> None:
    """Index and files of the real catalog, every eighth platform of it, are what the schemas beside them say."""
    site = build.site(PUBLISHED, "platforms.yaml", build.read(packaged))
    files = files_of(site._replace(entries=site.entries[::8]))
    index, guide = _schema(files, "index"), _schema(files, "guide")
    index.validate(json.loads(files[_INDEX]))
    documents = [text for path, text in files.items() if path.startswith("api/v1/platforms/")]
    assert json.loads(files[_INDEX])["number"] == len(documents) == len(site.entries[::8])
    for text in documents:
        guide.validate(json.loads(text))


@settings(max_examples=8)
@given(strategies.platforms)
def test_any_platform_fits(generated: Platform) -> None:
    """Whatever an entry holds, its file and the index fit."""
    files = files_of(site_of([generated]))
    _schema(files, "index").validate(json.loads(files[_INDEX]))
    _schema(files, "guide").validate(json.loads(files[f"api/v1/platforms/{generated.slug}.json"]))


def test_a_platform_is_as_show_prints_it(published: dict[str, str], acme: Platform) -> None:
    """The same document as `optout show acme --format json`."""
    assert json.loads(published["api/v1/platforms/acme.json"]) == json.loads(render.guides([compose(acme)]))


def test_the_readme_names_what_there_is(published: dict[str, str]) -> None:
    """Every file for machines that its table names is made."""
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = text.partition("For machines, beside the pages:")[2].partition("\n\nEach guide")[0]
    named = [path for row in table.splitlines() for path in re.findall(r"`([^` ]+)`", row.split("|")[1] if row else "")]
    assert len(named) == 12
    assert {path.replace("SLUG", "acme").replace("RULE", "uncited-claim") for path in named} <= set(published)


def test_files_are_readable(published: dict[str, str]) -> None:
    """A platform of the index stands on a line of its own, and so does a way to refuse."""
    assert sum('"slug": "acme"' in line for line in published[_INDEX].splitlines()) == 1
    ways = [line for line in published["api/v1/platforms/acme.json"].splitlines() if '"how": ' in line]
    assert len(ways) == 10


def test_the_index_says_what_a_program_asks_first(published: dict[str, str]) -> None:
    """Name, former names, status with its label, the day of the check, and where the rest is."""
    index = json.loads(published[_INDEX])
    assert index["number"] == 3
    acme = next(one for one in index["platforms"] if one["slug"] == "acme")
    version = acme.pop("version")
    assert len(version) == 8
    assert acme == {
        "slug": "acme",
        "name": "Acme",
        "company": "Acme Corp",
        "category": "assistant",
        "topics": ["children", "site-owners", "administrators"],
        "status": {"id": "opt-out", "label": "Trains unless you refuse"},
        "checked": "2026-11-21",
        "newest": "2026-08-01",
        "formerly": ["Zenith"],
        "aliases": ["Acme Chat"],
        "domains": ["acme.example"],
        "file": f"{ADDRESS}/api/v1/platforms/acme.json",
        "page": f"{ADDRESS}/platforms/acme.html",
        "feed": f"{ADDRESS}/feeds/platforms/acme.xml",
    }
    renamed = {"slug": "zenith", "name": "Zenith", "now": "acme", "aliases": [], "domains": ["zenith.example"]}
    assert index["renamed"] == [renamed]


def test_labels_are_explained(published: dict[str, str]) -> None:
    """Every status, category and topic that can occur is in the index with its label, and in the schema."""
    index = json.loads(published[_INDEX])
    definitions = json.loads(published["api/v1/index.schema.json"])["$defs"]
    assert {one["id"] for one in index["statuses"]} == set(definitions["training"]["enum"]) == set(TRAININGS)
    assert {one["id"] for one in index["categories"]} == set(definitions["category"]["enum"]) == set(CATEGORIES)
    assert {one["id"] for one in index["topics"]} == set(definitions["topic"]["enum"]) == set(TOPICS)
    way = json.loads(published["api/v1/guide.schema.json"])["$defs"]["way"]
    assert set(way["properties"]["surfaces"]["items"]["enum"]) == set(SURFACES)


def test_addresses_lead_somewhere(published: dict[str, str], in_a_folder: dict[str, str]) -> None:
    """With an address they are absolute, without one relative to the index; there is a file at each."""
    absolute = _addresses(json.loads(published[_INDEX]))
    assert all(one.startswith(f"{ADDRESS}/") for one in absolute)
    assert {one.removeprefix(f"{ADDRESS}/") or "index.html" for one in absolute} <= set(published)
    relative = _addresses(json.loads(in_a_folder[_INDEX]))
    assert {normpath(join(dirname(_INDEX), one)) for one in relative} <= set(in_a_folder)


def test_for_whom_a_way_holds(published: dict[str, str]) -> None:
    """What the page says in words is there as values: regions, plans, devices; nothing where it holds for all."""
    ways = {one["name"]: one for one in json.loads(published["api/v1/platforms/acme.json"])["guides"][0]["ways"]}
    assert ways["Objection"]["holds_for"]["regions"] == ["EU", "EEA", "GB"]
    assert ways["Letter to the privacy team"]["holds_for"]["regions_except"] == ["EU", "EEA", "GB"]
    assert ways["Acme Business"]["holds_for"]["plans"] == ["Free", "Plus"]
    assert ways["Improve Acme in the app"]["surfaces"] == ["ios", "android"]
    assert ways["Improve Acme in the app"]["holds_for"] is None


def _references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*map(_references, value.values()))
    return set().union(*map(_references, value)) if isinstance(value, list) else set()


def test_the_description_needs_no_other_file(published: dict[str, str]) -> None:
    """Programs that make clients read none: an answer described elsewhere was one of no kind to them."""
    described = json.loads(published[_DESCRIPTION])
    assert all(one.startswith("#/components/") for one in _references(described))
    for one in _references(described):
        found = described
        for step in one.removeprefix("#/").split("/"):
            found = found[step]
    schemas = described["components"]["schemas"]
    for document, name in ((_INDEX, "Index"), ("api/v1/platforms/acme.json", "Guides")):
        whole = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
        checked = Draft202012Validator(whole)
        checked.validate(json.loads(published[document]))
        assert not checked.is_valid({"version": 1})


@pytest.mark.slow
@pytest.mark.parametrize("made", ["published", "in_a_folder"])
def test_the_description_is_valid(made: str, request: pytest.FixtureRequest, tmp_path_factory: Any) -> None:
    """OpenAPI 3.1, with the schemas it refers to beside it."""
    from openapi_spec_validator import validate

    files = request.getfixturevalue(made)
    folder = tmp_path_factory.mktemp("api")
    for path in (one for one in files if one.endswith(".json")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(files[path], encoding="utf-8")
    validate(json.loads(files[_DESCRIPTION]), base_uri=(folder / _DESCRIPTION).as_uri())


@pytest.mark.slow
@pytest.mark.parametrize("made", ["published", "in_a_folder"])
def test_the_description_describes_what_is_there(made: str, request: pytest.FixtureRequest) -> None:
    """Every path, with the example filled in, is a file of the site; every file for programs is described."""
    files = request.getfixturevalue(made)
    described = json.loads(files[_DESCRIPTION])
    example = described["components"]["parameters"]["slug"]["example"]
    paths = {path[1:].replace("{slug}", example) for path in described["paths"]}
    assert paths <= set(files)
    ours = {one for one in files if one.startswith(("api/", "feeds/", "calendar"))} - {_DESCRIPTION}
    assert {one for one in ours if "/platforms/" not in one or example in one} == paths
    for item in described["paths"].values():
        schema = item["get"]["responses"]["200"].get("content", {}).get("application/json", {}).get("schema")
        assert schema is None or schema["$ref"].rpartition("/")[2] in described["components"]["schemas"]


def test_the_server_is_the_site(published: dict[str, str], in_a_folder: dict[str, str]) -> None:
    """Paths begin at the root of the site, wherever that is."""
    assert json.loads(published[_DESCRIPTION])["servers"] == [{"url": ADDRESS}]
    assert json.loads(in_a_folder[_DESCRIPTION])["servers"] == [{"url": "../.."}]
    assert json.loads(published[_DESCRIPTION])["info"]["title"] == "Ours & theirs"
