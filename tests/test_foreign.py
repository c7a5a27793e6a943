"""Catalogs and documents that others wrote, where copies of them are at hand.

git clone https://github.com/yaml/yaml-test-suite FOLDER/yaml-test-suite
git clone https://github.com/jdm-contrib/justdelete.me FOLDER/justdelete.me
OPTOUT_FOREIGN=FOLDER pytest tests/test_foreign.py
"""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from optout.catalog import Catalog
from optout.catalog.heads import head, heads
from optout.catalog.names import slugify
from optout.editing.check import mended, report
from optout.guide import compose
from optout.model import Platform
from optout.problem import Problem
from optout.render import markdown
from optout.source.node import Mapping, Scalar, Sequence
from optout.source.nodes import parse
from optout.source.skim import skim
from tests.conftest import TODAY
from tests.editing.formatted import format_text

pytestmark = pytest.mark.slow

_COPIES = Path(os.environ.get("OPTOUT_FOREIGN", "nowhere"))  # before each test forgets all such variables

# How the suite writes what cannot be seen: https://github.com/yaml/yaml-test-suite#special-characters
_SHOWN = {"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": ""}


class _Case(NamedTuple):
    name: str
    text: str
    is_wrong: bool


def _folder(name: str) -> Path:
    folder = _COPIES / name
    if not folder.is_dir():
        pytest.skip(f"no copy of {name} here; the first lines of this file say how to get one")
    return folder


def _cases(folder: Path) -> Iterator[_Case]:
    for path in sorted((folder / "src").glob("*.yaml")):
        known: dict[str, Any] = {}
        for number, found in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            known |= found  # what a later case of a file does not say is as in the one before
            if found.get("skip"):
                continue
            text = str(known["yaml"])
            for sign, meant in _SHOWN.items():
                text = text.replace(sign, meant)
            yield _Case(f"{path.stem}-{number}", text, bool(found.get("fail")))


def test_any_yaml_is_read_or_refused_in_its_place() -> None:
    """The documents of the YAML test suite, as a catalog and as the value of a field: each problem has its line.

    None is taken for a sound catalog, mending ends, and mending twice is mending once.
    """
    cases = list(_cases(_folder("yaml-test-suite")))
    assert len(cases) > 300
    within = "case:\n  name: Case\n  summary:\n"
    for case in cases:
        indented = within + "".join(f"    {line}\n" for line in case.text.splitlines())
        for text in (case.text, indented):
            catalog = Catalog(text.encode("utf-8", "surrogatepass"), "x.yaml")
            found = report(catalog, TODAY)
            assert found.problems or not case.text.strip(), case.name
            lines = len(text.split("\n")) + 1
            assert all(1 <= problem.place.line <= lines for problem in found.problems), case.name
            once = mended(catalog, TODAY).data
            assert mended(Catalog(once, "x.yaml"), TODAY).data == once, case.name


def test_any_value_says_what_yaml_reads_or_nothing() -> None:
    """The same documents as the value of a field that is read without the rest of its entry."""
    for case in _cases(_folder("yaml-test-suite")):
        value = "".join(f"    {line}\n" for line in case.text.splitlines())
        for text in (f"case:\n  name:\n{value}", f"case:\n  name: {value.lstrip()}"):
            problems: list[Problem] = []
            read = parse(text.encode("utf-8", "surrogatepass"), "", 1, problems)
            (found,) = skim(text.encode("utf-8", "surrogatepass"), ("name",))
            if problems or not isinstance(read, Mapping) or not isinstance(entry := read.pairs[0][1], Mapping):
                continue
            value_of = entry.pairs[0][1]
            items = value_of.items if isinstance(value_of, Sequence) else (value_of,)
            texts = tuple(one.text.strip() for one in items if isinstance(one, Scalar) and one.text.strip())
            assert found.fields in (None, {"name": texts}), case.name


def _entry(slug: str, site: dict[str, Any]) -> dict[str, Any]:
    """A site of JustDeleteMe as a guide to leaving it: the nearest thing that a catalog of ours can say."""
    address = site["url"]
    source = {"title": "How to leave", "publisher": site["name"], "kind": "official", "url": address}
    note = str(site.get("notes") or "Its page says how.")
    control: dict[str, Any] = {"name": "Delete the account", "evidence": ["help"], "note": f"{note} [help]"}
    if site.get("email"):
        control["email"] = {
            "to": site["email"],
            "subject": "Deletion",
            "body": str(site.get("email_body") or "Please."),
        }
    elif site["difficulty"] == "impossible":
        control["none"] = "stated"
    else:
        control["form"] = address
    return {
        "name": site["name"],
        "category": "social",
        "domains": [one for one in site.get("domains", ()) if "." in one],
        "training": "no-control" if site["difficulty"] == "impossible" else "opt-out",
        "summary": "What becomes of an account is told on one page. [help]",
        "checked": date(*TODAY),
        "controls": [control],
        "sources": {"help": source},
    }


def _converted(folder: Path) -> bytes:
    entries = {}
    for site in json.loads((folder / "_data" / "sites.json").read_text(encoding="utf-8")):
        slug = slugify(site["name"])
        if slug and slug not in entries:
            entries[slug] = _entry(slug, site)
    return yaml.safe_dump(dict(sorted(entries.items())), allow_unicode=True, sort_keys=False, width=1000).encode()


def test_another_catalog_becomes_one_of_ours() -> None:
    """JustDeleteMe's hundreds of sites: what is wrong with an entry is said of it, and all others are guides.

    Format twice is format once, and what an entry says stays.
    """
    data = _converted(_folder("justdelete.me"))
    catalog = Catalog(data, "x.yaml")
    read = {one.slug: one.entry for one in catalog}
    sound = {slug: one for slug, one in read.items() if isinstance(one, Platform)}
    assert len(read) > 900
    assert len(sound) / len(read) > 0.9
    assert [one for one in heads(catalog) if one.slug in sound] == [head(one) for one in sound.values()]
    broken = {problem.entry for problem in report(catalog, TODAY).problems if problem.severity == "error"}
    assert set(read) - set(sound) <= broken
    once = format_text(data.decode()).text
    assert format_text(once).text == once
    again = {one.slug: one.entry for one in Catalog(once.encode(), "x.yaml")}
    assert all(str(again[slug]).split() == str(one).split() for slug, one in sound.items())
    for one in sound.values():
        assert "How to leave" in markdown.guide(compose(one)), one.slug
