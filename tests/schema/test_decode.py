"""Every problem of an entry is named with its place, and nothing about the data is guessed or dropped."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.catalog.locate import load
from optout.model import Menu, Platform
from optout.problem import Place
from optout.regions import is_known
from optout.render.problems import concise
from optout.rules import check
from optout.schema import paths
from optout.source.node import Scalar
from optout.source.nodes import is_ambiguous
from tests.conftest import CASES, EXAMPLE, TODAY, golden, platform

_CASES = sorted((CASES / "check").glob("*.yaml"))


@pytest.mark.parametrize("path", _CASES, ids=lambda path: path.stem)
def test_problems_of_a_file_are_as_listed_beside_it(path: Path) -> None:
    """Each file under cases/check is a catalog; the .txt beside it is what `optout check` says of it."""
    catalog = Catalog(path.read_bytes(), path.name)
    golden(path.with_suffix(".txt"), concise(check(catalog, TODAY)))


@given(
    st.text(alphabet="-+.019eEo_:xyYnNtTfF~=<! ", max_size=6) | st.sampled_from(("yes", "NULL", "off", "0o7", "12:30"))
)
def test_ambiguous_is_what_yaml_resolves(text: str) -> None:
    """Whatever PyYAML would take for something else than text is ambiguous, and every number of YAML 1.2."""
    resolver: Any = yaml.resolver.Resolver()
    resolved = resolver.resolve(yaml.ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str"
    number = re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+", text, re.ASCII) is not None
    assert is_ambiguous(Scalar(text, "", Place("", 1, 1), (1, 1))) == (resolved or number)


_PARTS = st.sampled_from(
    ["a:", "b:", "a", " #c", "#c", "\n", "\n  ", "name: ", "now: b", "- ", "[", "]", "{", "}", "'", '"', "|", ">-",
     "? ", ": ", "&x ", "*x", "!!str ", "\t", "\r\n", "---", "...", "%", "<<", "~", "\x00", "\u200b", "\ufeff"]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=20).map("".join))
def test_an_entry_is_sound_or_has_a_problem(text: str) -> None:
    """Never neither, which would be an entry that vanishes while `optout check` is content; never both."""
    for data in (text.encode(), f"a:\n  name: A\n  now: b\n{text}".encode()):
        for decoded in Catalog(data, "x"):
            assert (decoded.entry is None) == bool(decoded.problems)
        assert list(Catalog(data, "x")) or not re.search(
            r"^\s*[^\s#]", data.decode().removeprefix("\ufeff"), re.MULTILINE
        )


@pytest.mark.parametrize("path", _CASES, ids=lambda path: path.stem)
def test_the_sound_entry_of_a_broken_catalog_can_still_be_read(path: Path) -> None:
    """Files whose comment says `sound: slug` have an entry that the problems of the others do not touch."""
    data = path.read_bytes()
    if b"# sound: " in data:
        slug = data.split(b"# sound: ")[1].split()[0].decode()
        assert platform(Catalog(data, path.name), slug).slug == slug


def test_one_entry_alone_is_the_same_as_in_the_whole_file(packaged: Catalog) -> None:
    """Reading by slug and reading everything agree in every field; places are not told by halves, so not at all."""
    for decoded in packaged:
        alone = packaged.get(decoded.slug)
        assert alone
        assert alone.entry == decoded.entry
        assert alone.places == {}


@pytest.mark.parametrize("path", _CASES, ids=lambda path: path.stem)
def test_a_broken_entry_alone_has_the_same_problems_in_the_same_places(path: Path) -> None:
    """Whoever asks for one broken entry is told what a check of the whole file says of it."""
    catalog = Catalog(path.read_bytes(), path.name)
    everything = [problem for decoded in catalog for problem in decoded.problems]
    for slug in {decoded.slug for decoded in catalog if decoded.slug}:
        alone = catalog.get(slug)
        assert alone
        assert list(alone.problems) == [problem for problem in everything if problem.entry == slug]


def test_the_packaged_catalog_is_ordinary_yaml(packaged: Catalog) -> None:
    """Any YAML reader finds the same slugs, each with a mapping."""
    loaded = yaml.load(bytes(packaged.data), Loader=yaml.CBaseLoader)
    assert list(loaded) == packaged.slugs() == sorted(packaged.slugs())
    assert all(isinstance(entry, dict) for entry in loaded.values())


def test_eight_lines_make_a_valid_entry() -> None:
    """An entry on eight lines passes every rule."""
    lines = (CASES / "eight-lines.yaml").read_bytes()
    assert lines.count(b"\n") == 8
    assert check(Catalog(lines, "eight-lines.yaml"), TODAY) == []


@pytest.mark.parametrize("slug", ["limits", "name", "controls"])
def test_a_platform_may_be_called_like_a_field(slug: str) -> None:
    """Its fields stand below it; only a field at the left edge, which holds none, lost its indentation."""
    entry = (CASES / "eight-lines.yaml").read_text(encoding="utf-8").replace("example:", f"{slug}:", 1)
    assert platform(Catalog(entry.encode(), "catalog.yaml"), slug).name == "Example"


def test_words_that_yaml_takes_for_something_else_stay_text() -> None:
    """`off` is a position and 2026-07 a month; quoted, NO and 12:30 are texts."""
    acme = platform(load(EXAMPLE), "acme")
    assert acme.controls[0].set == "off"
    assert acme.controls[0].default == "on"
    assert acme.history[0].date.iso == "2024-09"
    assert is_known("NO")


def test_a_path_has_labels_and_hints() -> None:
    """Round brackets hold what is not a label."""
    acme = platform(load(EXAMPLE), "acme")
    assert acme.controls[0].path == (
        Menu("", "your photo, top right"),
        Menu("Settings", "the gear"),
        Menu("Privacy"),
        Menu("Improve Acme for everyone"),
    )


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("Settings > Train (AI) now", (Menu("Settings"), Menu("Train (AI) now"))),
        ("Train (AI) now (at the end)", (Menu("Train (AI) now", "at the end"),)),
        (r"Menu > History \(beta\)", (Menu("Menu"), Menu("History (beta)"))),
        (r"History \(beta\) (at the end)", (Menu("History (beta)", "at the end"),)),
        ("[x] Train {all}", (Menu("[x] Train {all}"),)),
    ],
)
def test_a_label_may_hold_brackets(written: str, path: tuple[Menu, ...]) -> None:
    """Round ones at its end are a hint, unless a backslash stands before each."""
    problems: list[str] = []
    node = Scalar(written, "'", Place("", 1, 1), (1, 1))
    assert paths.menus(node, lambda *said: problems.append(str(said[1]))) == path
    assert problems == []


def _with_file(size: int) -> Catalog:
    """An entry with a file to copy of so many characters, in short lines."""
    text = ("Disallow:\n" * size)[: size - 1] + "x"
    lines = text.replace("\n", f"\n{' ' * 10}")
    sound = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    way = f"    - name: For crawlers\n      file:\n        name: robots.txt\n        text: |-\n          {lines}\n"
    return Catalog(
        re.sub(r"  controls: .*\n", lambda _: f"  controls:\n{way}      evidence: [help]\n", sound).encode(), "x"
    )


def test_a_file_to_copy_may_hold_64_kib() -> None:
    """A robots.txt for all crawlers is longer than any sentence; what stands before its lines does not count."""
    file = platform(_with_file(64 * 1024), "example").controls[0].file
    assert file is not None
    assert len(file.text) == 64 * 1024
    (decoded,) = _with_file(64 * 1024 + 1)
    assert [str(one) for one in decoded.problems] == [
        "x:11:15: too-large: this text has 65,537 characters; expected at most 65,536"
    ]


def test_the_last_station_of_a_path_is_the_switch_if_none_is_named() -> None:
    """`path` and `set` alone are enough for a switch."""
    data = (CASES / "eight-lines.yaml").read_bytes()
    assert platform(Catalog(data, ""), "example").controls[0].switch == "Train on my posts"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    """Whatever a file holds, the outcome is entries and problems."""
    for decoded in Catalog(b"a:\n  " + data + b"\nb:\n  name: B\n", "x"):
        assert (decoded.entry is None) == bool(decoded.problems)


_EXAMPLE_LINES = EXAMPLE.read_text(encoding="utf-8").split("\n")


@given(st.integers(0, len(_EXAMPLE_LINES) - 1), st.sampled_from(["", "  x: y", "- z", "  : ", "\t", "  a: &b c", '"']))
def test_a_damaged_line_is_a_problem_or_harmless_never_a_crash(number: int, damage: str) -> None:
    """Replacing any line of a sound catalog gives entries and problems with places inside the file."""
    lines = [*_EXAMPLE_LINES[:number], damage, *_EXAMPLE_LINES[number + 1 :]]
    for problem in check(Catalog("\n".join(lines).encode(), "x"), TODAY):
        assert 1 <= problem.place.line <= len(lines) + 1
        assert problem.place.column >= 1


def test_reading_gives_platforms(example: Catalog) -> None:
    """The example catalog is sound throughout."""
    assert [decoded.slug for decoded in example if isinstance(decoded.entry, Platform)] == ["acme", "quiet", "wall"]
    assert check(example, TODAY) == []
