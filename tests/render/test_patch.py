"""The difference between two texts of a catalog."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher, unified_diff
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.render import lines
from optout.render import patch as module
from optout.render.patch import patch
from optout.render.screen import Screen

_LINES = st.lists(
    st.sampled_from(["a:\n", "b:\n", "c:\n", "d:\n", "  x: 1\n", "  x: 2\n", "  - y\n", "\n", "# note\n"])
)


def _applied(old: list[str], difference: str) -> list[str]:
    """What `patch` makes of a text by a unified difference."""
    done: list[str] = []
    at = 0
    for hunk in re.split(r"^(?=@@)", difference, flags=re.MULTILINE)[1:]:
        head, *body = hunk.splitlines(keepends=True)
        found = re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@\n", head)
        assert found
        start = int(found[1]) - (found[2] != "0")
        done += old[at:start]
        kept = [line[1:] for line in body if line[0] in " -"]
        assert kept == old[start : start + len(kept)]
        done += [line[1:] for line in body if line[0] in " +"]
        at = start + len(kept)
    return done + old[at:]


@given(_LINES, _LINES, st.sampled_from((0, 10_000)))
def test_applied_to_the_old_text_it_gives_the_new_one(old: list[str], new: list[str], many: int) -> None:
    """Whatever came, went, moved or stands twice; and of two that are the same there is nothing to say."""
    with mock.patch.object(module, "MANY", many):
        said = patch("".join(old).encode(), "".join(new).encode(), "x", Screen(), exact=True)
    assert _applied(old, said) == new
    assert bool(said) == (old != new)


@pytest.mark.parametrize("many", [0, 10_000])
def test_it_looks_as_in_all_tools(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three lines around each change, and what is near each other in one hunk."""
    monkeypatch.setattr(module, "MANY", many)
    old = [f"a{number}:\n" if number % 5 == 0 else f"  x: {number}\n" for number in range(60)]
    new = [line.replace("2\n", "two\n") for line in old]
    said = patch("".join(old).encode(), "".join(new).encode(), "x", Screen(), exact=True)
    assert said == "".join(unified_diff(old, new, "x", "x"))


def test_what_changed_in_an_entry_is_compared_with_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a catalog of thousands, all of whose entries changed, is compared in step with its length."""
    compared: list[tuple[int, int]] = []

    def counted(junk: None, old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
        compared.append((len(old), len(new)))
        return SequenceMatcher(junk, old, new)

    monkeypatch.setattr(lines, "SequenceMatcher", counted)
    monkeypatch.setattr(module, "MANY", 100)
    entry = "a{0}:\n  name: A\n  now: {1}\n\n"
    old, new = ("".join(entry.format(number, now) for number in range(50)) for now in ("b", "c"))
    said = patch(old.encode(), new.encode(), "x", Screen(), exact=True)
    assert said.count("+  now: c\n") == said.count("-  now: b\n") == 50
    assert compared == [(4, 4)] * 50
