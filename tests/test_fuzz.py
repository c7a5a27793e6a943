"""Some hostile inputs of each kind, always the same; `python -m tests.fuzz` looks for more."""

from pathlib import Path

import pytest

from optout.text import unseen
from tests.fuzz.run import find, inputs
from tests.fuzz.targets import TARGETS

_INPUTS = {
    "catalog": 25,
    "prose": 60,
    "format": 25,
    "fix": 12,
    "diff": 30,
    "lookup": 100,
    "config": 150,
    "state": 100,
    "redirects": 60,
    "lists": 200,
    "exports": 100,
    "robots": 200,
}


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
def test_nothing_is_found(target: str, tmp_path: Path) -> None:
    """What must hold of a part holds for the first inputs of a seed."""
    assert [
        (number, wrong)
        for number, data in inputs(target, 1, _INPUTS[target])
        if (wrong := find(target, data, tmp_path))
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
def test_a_seed_gives_the_same_inputs_again(target: str) -> None:
    """And another seed others, or a find could not be made again."""
    first, again, other = ([data for _, data in inputs(target, seed, 8)] for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_find_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind of failure and the line on which it came to light, on one line of plain text."""

    def fail(data: bytes, folder: Path) -> None:
        raise ValueError(f"\x1b{data!r}\n")

    monkeypatch.setitem(TARGETS, "prose", TARGETS["prose"]._replace(hold=fail))
    found = find("prose", b"x", tmp_path)
    assert found.startswith("ValueError at run.py:")
    assert unseen(found) == ""
