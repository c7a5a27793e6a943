"""A catalog is checked entry by entry: the same is found as with all at hand, in memory that its text explains."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout import rules
from optout.catalog import Catalog
from optout.catalog.causes import causes
from optout.model import Platform
from optout.problem import Problem
from optout.rules import CATALOG_RULES, check, check_entry, dead_reference, entry_order
from optout.rules.finding import Finding
from optout.rules.gist import Gist, Gists
from optout.schema.decoded import Decoded
from tests.conftest import CASES, TODAY

_CASES = sorted((CASES / "check").glob("*.yaml"))
_ENTRY = """{slug}:
  name: {name}
  category: social
  training: opt-in
  summary: It trains on your posts if you agree. [help]
  checked: 2026-11-21
  domains: [{domain}]
  see: {{{see}: the same in blue}}
  sources:
    help: {{title: Help, publisher: Help, kind: official, url: "https://{domain}/help"}}
"""
_DAMAGE = (
    "<<<<<<< ours", "=======", ">>>>>>> theirs", "name: Acme", "Some words", "---", "# a remark", "  # another", "",
    "  name: Acme", "  name: 'Acme", "  *acme", "acme:", "beta:", "  checked: 2099-01-01", "\tx: y", "  x:\u00a0y ",
)  # fmt: skip
_WORD = st.sampled_from(("acme", "beta", "gamma", "delta"))
_HOSTS = st.sampled_from(("example.com", "examp1e.com", "exarnple.com", "acme.example"))


@st.composite
def _texts(draw: st.DrawFn) -> bytes:
    """Entries in any order, with names, domains and slugs that may be others', and lines that belong to none."""
    slugs = draw(st.lists(_WORD, max_size=4))
    entries = [_ENTRY.format(slug=one, name=draw(_WORD), domain=draw(_HOSTS), see=draw(_WORD)) for one in slugs]
    lines = "".join(entries).split("\n")
    for line in draw(st.lists(st.sampled_from(_DAMAGE), max_size=3)):
        lines.insert(draw(st.integers(0, len(lines))), line)
    return "\n".join(lines).encode()


def _at_once(decoded: Sequence[Decoded]) -> list[Problem]:
    """What is found where every entry is held until the end, with all that it says and all of its places."""
    entries = {one.slug: one for one in decoded if one.slug and not any(p.rule == "stray-line" for p in one.problems)}
    known = {slug: Gists().of(one.entry) if one.entry else None for slug, one in entries.items()}
    found = list(causes(dict(enumerate(decoded))))
    for one in decoded:
        found += check_entry(one, TODAY)
    for rule in CATALOG_RULES:
        found += [rules._problem(entries[slug], rule.ID, finding) for slug, finding in rule.check_all(known)]
    return sorted(found)


@given(_texts())
def test_entry_by_entry_is_as_good_as_all_at_once(data: bytes) -> None:
    """Whatever is broken, stands twice, is misplaced or refers to others."""
    catalog = Catalog(data, "x")
    assert check(catalog, TODAY) == _at_once(list(catalog))


@pytest.mark.parametrize("path", _CASES, ids=[path.stem for path in _CASES])
def test_so_it_is_with_every_case(path: Path) -> None:
    """The catalogs of the cases, which have one kind of problem each."""
    catalog = Catalog(path.read_bytes(), path.name)
    assert check(catalog, TODAY) == _at_once(list(catalog))


def test_what_a_wrong_slug_may_mean_is_looked_for_once_and_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes a look through all slugs, so that thousands of references to what is gone would take hours."""
    asked: list[str] = []

    def near(wanted: str, names: str) -> list[tuple[int, str]]:
        asked.append(wanted)
        return [(1, "acme")]

    monkeypatch.setattr(dead_reference, "near", near)
    gist = Gist("A", (), (), see=("gone", *(f"gone-{number}" for number in range(1000))))
    found = [finding for _, finding in dead_reference.check_all({"acme": gist, "beta": gist})]
    assert len(found) == 2002
    assert len(asked) == len(set(asked)) == 500
    assert [one.suggestion for one in found[:3]] == ["acme"] * 3
    assert found[-1].suggestion == ""


def test_when_the_rules_about_all_of_them_look_hardly_any_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an entry that was read only its gist is kept: the last one may still be at hand, the others are gone."""
    left: list[int] = []
    judge = entry_order.check_all

    def counted(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, Finding]]:
        left.append(_platforms() - before)
        return judge(entries)

    monkeypatch.setattr(entry_order, "check_all", counted)
    text = "".join(_ENTRY.format(slug=f"a{n}", name=f"A{n}", domain=f"a{n}.com", see="a10") for n in range(10, 40))
    before = _platforms()
    assert check(Catalog(text.encode(), "x"), TODAY) == []
    assert left[0] <= 2


def _platforms() -> int:
    return sum(isinstance(one, Platform) for one in gc.get_objects())
