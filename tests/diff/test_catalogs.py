"""Two catalogs compared as they are read: what comes out is what comes out of all their entries."""

import gc
import random

import pytest

from optout.catalog import Catalog, Chunk
from optout.catalog.entries import Entries, entries
from optout.diff import Change, compare
from optout.diff.catalogs import compare_catalogs
from optout.diff.compare import both
from optout.errors import OptoutError
from optout.model import Platform, Stub

_SLUGS = ("acme", "beta", "corp", "dune", "east")
_KINDS = ("social", "work")


def _entry(slug: str, drawn: random.Random) -> str:
    """A sound entry, a former name, one that cannot be read, one that takes its way from another, or two of a slug."""
    name = drawn.choice([slug.title(), "Acme", "Shared name"])
    said = f"{name} trains AI on {drawn.choice(['posts', 'mails'])} until you switch it off. [help]"
    address = f"https://{drawn.choice(_SLUGS)}.example/ai"
    source = f"{{help: {{title: Help, publisher: Help, kind: official, url: '{address}'}}}}"
    way = "{name: Train, path: Settings > Train, set: off, evidence: [help]}"
    sound = (
        f"{slug}:\n  name: {name}\n  category: {drawn.choice(_KINDS)}\n  training: opt-out\n  summary: {said}\n"
        f"  checked: 2026-11-2{drawn.randrange(2)}\n  controls: [{way}]\n  sources: {source}\n"
    )
    match drawn.choice(["sound"] * 5 + ["former", "former", "broken", "lent", "twice"]):
        case "former":
            return f"{slug}:\n  name: {name}\n  now: {drawn.choice(_SLUGS)}\n"
        case "broken":
            return f"{slug}:\n  name: [{name}\n"
        case "lent":
            return sound.replace(way, f"{{name: Train, taken-from: {drawn.choice(_SLUGS)}}}")
        case "twice":
            return f"{sound}\n{sound.replace(name, 'Second')}"
    return sound


def _catalog(drawn: random.Random, present: dict[str, str]) -> Catalog:
    written = list(present.values())
    drawn.shuffle(written)
    return Catalog("\n".join(["stray words\n"] * (drawn.random() < 0.1) + written).encode(), "drawn.yaml")


def _pair(seed: int) -> tuple[Catalog, Catalog]:
    """Two catalogs of which one is an edit of the other."""
    drawn = random.Random(seed)
    old = {slug: _entry(slug, drawn) for slug in _SLUGS if drawn.random() < 0.8}
    new = {slug: text if drawn.random() < 0.6 else _entry(slug, drawn) for slug, text in old.items()}
    new |= {slug: _entry(slug, drawn) for slug in _SLUGS if drawn.random() < 0.2}
    new = {slug: text for slug, text in new.items() if drawn.random() < 0.85}
    return _catalog(drawn, old), _catalog(drawn, new)


@pytest.mark.slow
def test_nothing_is_told_otherwise_than_of_all_entries_at_once() -> None:
    """Whatever came, went, moved, leads to another, cannot be read or stands twice."""
    told = 0
    for seed in range(1500):
        old, new = _pair(seed)
        before, after = entries(old), entries(new)
        if not _is_catalog(before) or not _is_catalog(after):
            continue
        broken = {*before.broken, *after.broken}
        found = compare_catalogs(old, new)
        assert found.changes == compare(before.without(broken), after.without(broken)), seed
        assert {*found.broken_before} <= {*before.broken}, seed
        assert {*found.broken_after} <= {*after.broken}, seed
        told += bool(found.changes)
    assert told > 500


def _is_catalog(one: Entries) -> bool:
    return bool(one.platforms or one.stubs)


def test_hardly_an_entry_is_kept_until_the_other_comes_by(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two catalogs in the same order are gone through in step: whoever compares two entries finds few others there."""
    there: list[int] = []

    def counted(old: Platform | Stub, new: Platform | Stub) -> Change:
        there.append(_held() - before)
        return both(old, new)

    monkeypatch.setattr("optout.diff.catalogs.both", counted)
    slugs = [f"a{number}" for number in range(100, 140)]
    old, new = ("\n".join(map(_sound, listed)) for listed in (slugs, ["a0", "a1", *slugs[3:], "z"]))
    gc.freeze()  # what is there by now is not gone through for each pair
    before = _held()
    try:
        found = compare_catalogs(
            Catalog(old.encode(), "old"), Catalog(new.replace("until", "unless and until").encode(), "new")
        )
    finally:
        gc.unfreeze()
    assert len(there) == 37
    assert max(there) <= 12
    assert len(found.changes) == 40


def _held() -> int:
    return sum(isinstance(one, Chunk | Platform) for one in gc.get_objects())


def test_what_is_broken_on_one_side_is_told_and_what_is_on_both_is_not() -> None:
    """The words of both are the same, so nothing about it has changed."""
    sound = _sound("acme")
    old = Catalog(f"{sound}\nbad:\n  name: [\n".encode(), "old")
    same = compare_catalogs(old, Catalog(f"{sound}\nbad:\n  name: [\n".encode(), "new"))
    assert same == ((), (), ())
    other = compare_catalogs(old, Catalog(f"{sound}\nbad:\n  name: {{\n".encode(), "new"))
    assert other == ((), ("bad",), ("bad",))


@pytest.mark.parametrize("text", ["just words", "acme:\n  name: [\n"])
def test_what_holds_no_entry_is_no_catalog(text: str) -> None:
    """Also where both are the same file: nothing to compare is not the same as nothing changed."""
    nothing = Catalog(text.encode(), "notes.txt")
    with pytest.raises(OptoutError, match=r"notes\.txt has no entry that can be read"):
        compare_catalogs(nothing, nothing)


def _sound(slug: str) -> str:
    drawn = random.Random(0)
    texts = (_entry(slug, drawn) for _ in range(100))
    return next(text for text in texts if "url" in text and "taken" not in text and "Second" not in text)
