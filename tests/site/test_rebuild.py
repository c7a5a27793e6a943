"""Building again and again, without a server and without waiting."""

import os
from pathlib import Path

import pytest

from optout.errors import OptoutError
from optout.site.live import State
from optout.site.rebuild import attempt, on_change, signature


def test_a_build_is_told_to_the_pages_and_here() -> None:
    """How many guides there are, or what is wrong; the pages know how often it was built."""
    state, said = State(), list[str]()

    def fail() -> int:
        raise OptoutError("the catalog is broken")

    attempt(lambda: 1, state, said.append)
    assert state.now() == (1, "")
    attempt(fail, state, said.append)
    assert state.now() == (1, "the catalog is broken")
    attempt(lambda: 2, state, said.append)
    assert state.now() == (2, "")
    assert said == ["Built 1 guide", "optout: the catalog is broken", "Built 2 guides"]


def test_only_a_change_builds_anew(tmp_path: Path) -> None:
    """A file that is written, comes, or goes; which files count is asked each time."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("a", encoding="utf-8")
    watched, changes = [one], list[int]()
    looks = 0

    def sleep(seconds: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 2:
            one.write_text("longer", encoding="utf-8")
        elif looks == 5:
            watched.append(other)
        elif looks == 8:
            other.write_text("x", encoding="utf-8")
        elif looks == 11:
            one.unlink()
        elif looks == 14:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        on_change(lambda: watched, lambda: changes.append(looks), sleep, signature(watched))
    assert changes == [3, 6, 9, 12]


def test_a_file_is_built_once_it_is_written(tmp_path: Path) -> None:
    """An editor may empty it first, and write it in pieces; what ends as it was is no change."""
    one = tmp_path / "one"
    one.write_text("a catalog", encoding="utf-8")
    then = one.stat().st_mtime_ns
    steps = iter(("", "a longer", "a longer catalog", "a longer catalog", None, "", "a longer catalog", None))
    built: list[str] = []

    def sleep(seconds: float) -> None:
        text = next(steps, "end")
        if text == "end":
            raise KeyboardInterrupt
        if text is not None:
            one.write_text(text, encoding="utf-8")
            os.utime(one, ns=(then, then))

    with pytest.raises(KeyboardInterrupt):
        on_change(lambda: [one], lambda: built.append(one.read_text(encoding="utf-8")), sleep, signature([one]))
    assert built == ["a longer catalog"]


def test_a_file_that_never_comes_to_rest_is_built_all_the_same(tmp_path: Path) -> None:
    """A log among the files keeps nobody from seeing what they wrote."""
    one = tmp_path / "one"
    one.write_text("", encoding="utf-8")

    def sleep(seconds: float) -> None:
        one.write_text(one.read_text(encoding="utf-8") + "x", encoding="utf-8")

    def changed() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        on_change(lambda: [one], changed, sleep, signature([one]))


def test_files_that_cannot_be_listed_are_a_change(tmp_path: Path) -> None:
    """The next build says why; whoever looks at the site goes on seeing it."""
    state = {"is_odd": False, "looks": 0, "changes": 0}

    def files() -> list[Path]:
        if state["is_odd"]:
            raise RuntimeError("a link that leads to itself")
        return [tmp_path]

    def sleep(seconds: float) -> None:
        state["looks"] += 1
        state["is_odd"] = state["looks"] in (2, 3, 4)
        if state["looks"] == 8:
            raise KeyboardInterrupt

    def changed() -> None:
        state["changes"] += 1

    with pytest.raises(KeyboardInterrupt):
        on_change(files, changed, sleep, signature([tmp_path]))
    assert state["changes"] == 2


def test_what_changes_while_the_site_is_built_first_builds_it_anew(tmp_path: Path) -> None:
    """Whoever saves in that moment would look at an old page until they saved again."""
    one = tmp_path / "one"
    one.write_text("a", encoding="utf-8")
    before = signature([one])
    one.write_text("longer", encoding="utf-8")

    def changed() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        on_change(lambda: [one], changed, lambda seconds: None, before)
