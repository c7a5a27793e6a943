"""What earlier builds have made: a build redoes what changed, and comes to the same bytes as one from nothing."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.cli.main import main
from optout.schema import decode
from optout.site import guides, remembered, staging
from optout.site.packed import packed, unpacked
from optout.site.remembered import LeftFile, Memory, opened
from tests.conftest import EXAMPLE, Outcome, Run
from tests.site.test_build import tree

_SETTINGS = 'title = "Ours"\nbase-url = "https://guides.example"\n'


class _Folder:
    """A publisher's folder: its catalog, settings and templates, and the site that is built of them again and again."""

    def __init__(self, folder: Path, run: Callable[..., Outcome]) -> None:
        self.folder, self.run = folder, run
        self.catalog, self.settings = folder / "platforms.yaml", folder / "optout.toml"
        self.site, self.templates = folder / "site", folder / "templates"
        self.catalog.write_bytes(EXAMPLE.read_bytes())
        self.settings.write_text(_SETTINGS)
        self.templates.mkdir()

    def build(self, *more: str, out: Path | None = None) -> Outcome:
        """Build the site, or the same in another folder."""
        where = ("--config", self.settings, "--catalog", self.catalog, "--templates", self.templates)
        return self.run("build", *where, "--out", out or self.site, *more)

    def edit(self, old: str, new: str) -> None:
        """Change the catalog in one place."""
        text = self.catalog.read_text(encoding="utf-8")
        assert old in text
        self.catalog.write_text(text.replace(old, new, 1), encoding="utf-8")

    def fresh(self) -> dict[str, bytes]:
        """The site that a build from nothing makes."""
        with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            patch.setenv("OPTOUT_CACHE", "off")
            done = self.build(out=Path(folder) / "site")
            assert done.code == 0, done.err
            return tree(Path(folder) / "site")

    def hold(self, expected: dict[str, bytes] | None = None) -> None:
        """Hold that the site is what a build from nothing makes, of which one may know already what that is."""
        expected, found = expected or self.fresh(), tree(self.site)
        assert sorted(found) == sorted(expected)
        assert [path for path in found if found[path] != expected[path]] == []


@pytest.fixture
def ours(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> _Folder:
    """A folder of which the site was built once, and a cache of its own."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "own").mkdir()
    made = _Folder(tmp_path / "own", run)
    assert made.build().code == 0
    return made


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The slugs that are read and made from now on."""
    done: dict[str, list[str]] = {"read": [], "made": []}
    read, make = decode.decode, guides.guide_files

    def reading(chunk: object, file: str) -> object:
        done["read"].append(chunk.slug)  # type: ignore[attr-defined]
        return read(chunk, file)  # type: ignore[arg-type]

    def making(entry: object, site: object) -> object:
        done["made"].append(entry.platform.slug)  # type: ignore[attr-defined]
        return make(entry, site)  # type: ignore[arg-type]

    monkeypatch.setattr(decode, "decode", reading)
    monkeypatch.setattr(guides, "guide_files", making)
    return done


def _written(done: Outcome) -> int:
    found = re.search(r"(\d+) files? written", done.err)
    assert found, done.err
    return int(found[1])


@pytest.mark.slow
def test_what_did_not_change_is_not_read(ours: _Folder, work: dict[str, list[str]]) -> None:
    """Nor made, nor written; and it says the same as always."""
    assert ours.build().err == f"{ours.site}: 3 guides, 0 files written, 0 removed\n"
    assert work == {"read": [], "made": []}


@pytest.mark.slow
def test_a_word_makes_its_own_guide_anew(ours: _Folder, work: dict[str, list[str]]) -> None:
    """Its files are written, and those in which words of all platforms stand; no other guide is."""
    before = {path: path.stat().st_mtime_ns for path in ours.site.rglob("*") if path.is_file()}
    ours.edit("Chats that people have reviewed are kept.", "Chats that humans have reviewed are kept.")
    assert ours.build().code == 0
    assert {name: {*slugs} for name, slugs in work.items()} == {"read": {"acme"}, "made": {"acme"}}
    now = {path: path.stat().st_mtime_ns for path in ours.site.rglob("*") if path.is_file()}
    changed = {path.relative_to(ours.site).as_posix() for path in now if now[path] != before.get(path)}
    assert {path for path in changed if "/" in path and not path.startswith(("static/", "assets/"))} == {
        "platforms/acme.html",
        "mine/guides/acme.js",
        "api/v1/platforms/acme.json",
    }
    ours.hold()


@pytest.mark.slow
def test_a_comment_makes_nothing_anew(ours: _Folder, work: dict[str, list[str]]) -> None:
    """Though every entry stands a line lower."""
    ours.edit("acme:\n", "# A note.\nacme:\n")
    assert _written(ours.build()) == 0
    assert work == {"read": [], "made": []}


@pytest.mark.slow
def test_a_line_in_the_address_of_an_edit_is_the_right_one(ours: _Folder) -> None:
    """Who asks for it has pages that change with it."""
    with ours.settings.open("a") as file:
        file.write('edit-url = "https://git.example/{file}#L{line}"\n')
    for _ in range(2):
        ours.edit("acme:\n", "# A note.\nacme:\n")
        assert ours.build().code == 0
        ours.hold()


@pytest.mark.slow
@pytest.mark.parametrize(
    "more",
    ["{{ line }}", "{{ names | join(' ') }}", "{{ names['quiet'] }}"],
)
def test_own_templates_may_ask_for_more(ours: _Folder, more: str) -> None:
    """For the line of an entry, or for the names of platforms that it has nothing to do with."""
    (ours.templates / "site").mkdir()
    own = f'{{% extends "packaged/site/guide.html" %}}{{% block corrections %}}{more}{{% endblock %}}'
    (ours.templates / "site" / "guide.html").write_text(own)
    assert ours.build().code == 0
    ours.hold()
    ours.edit("name: Quiet", "name: Silent")
    ours.edit("acme:\n", "# A note.\nacme:\n")
    assert ours.build().code == 0
    ours.hold()


@pytest.mark.slow
def test_what_was_changed_by_hand_is_made_anew(ours: _Folder) -> None:
    """A page that somebody has written to, taken away or put another in the place of; also of the same size."""
    page = ours.site / "platforms" / "acme.html"
    text = page.read_bytes()
    for spoil in (
        lambda: page.write_bytes(b"x" + text[1:]),
        page.unlink,
        lambda: page.write_bytes(b""),
        lambda: os.replace(ours.site / "platforms" / "quiet.html", page),
        lambda: (ours.site / "about.html").write_text("mine"),
    ):
        ours.build()
        spoil()
        assert _written(ours.build()) >= 1
        ours.hold()


@pytest.mark.slow
def test_a_page_of_the_same_size_and_time_right_after_a_build(ours: _Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of a file system may stand still for longer than a build takes: then what is in a file is looked at."""
    page = ours.site / "platforms" / "acme.html"
    found = page.stat()
    monkeypatch.setattr(remembered, "now", lambda: found.st_mtime_ns + 10**6)
    assert ours.build("--fresh").code == 0
    page.write_bytes(b"x" + page.read_bytes()[1:])
    os.utime(page, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert _written(ours.build()) == 1
    ours.hold()


def test_a_time_that_cannot_tell() -> None:
    """A file that was written just before it was looked at may have been written once more since."""
    found = os.stat(__file__)
    left = LeftFile("", found.st_size, found.st_mtime_ns, found.st_mtime_ns + 10**9)
    assert not left.is_still(found)
    assert left._replace(seen=found.st_mtime_ns + 10**10).is_still(found)
    assert not left._replace(seen=found.st_mtime_ns + 10**10, size=1).is_still(found)


@pytest.mark.slow
def test_a_cache_that_is_damaged_is_none(ours: _Folder) -> None:
    """Whatever is in it: nonsense, half a file, values that are not what was written, a link, a folder."""
    (file,) = (ours.folder.parent / "cache" / "sites").iterdir()
    whole = file.read_bytes()

    def swapped() -> None:
        with closing(sqlite3.connect(file)) as database, database:
            database.execute(
                "UPDATE made SET value = (SELECT value FROM made WHERE value LIKE '[\"MadeGuide\"%' LIMIT 1)"
            )
            database.execute("UPDATE files SET digest = 'x'")

    def other_tables() -> None:
        file.unlink()
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("CREATE TABLE made (x)")

    def link() -> None:
        file.unlink()
        file.symlink_to(EXAMPLE)

    def folder() -> None:
        file.unlink()
        file.mkdir()

    torn = whole[:4096] + bytes(4096) + whole[8192:]
    damages: list[Callable[[], object]] = [
        partial(file.write_bytes, data) for data in (b"nonsense" * 1000, whole[: len(whole) // 2], b"", torn)
    ]
    words = ("Said by", "Told by")
    made: dict[str, dict[str, bytes]] = {}
    for number, damage in enumerate([*damages, swapped, other_tables, link, folder]):
        old, new = words if number % 2 == 0 else words[::-1]
        ours.edit(old, new)
        damage()
        done = ours.build()
        assert (done.code, done.err.count("\n")) == (0, 1), done.err
        made[new] = made.get(new) or ours.fresh()
        ours.hold(made[new])
        if file.is_dir():
            file.rmdir()
        assert ours.build().code == 0  # which has a whole one again
        whole = file.read_bytes()


@pytest.mark.slow
def test_a_cache_that_others_can_write_is_none(ours: _Folder, work: dict[str, list[str]]) -> None:
    """What they put there would stand in the site."""
    (file,) = (ours.folder.parent / "cache" / "sites").iterdir()
    file.chmod(0o666)
    assert ours.build().code == 0
    assert "acme" in work["made"]
    assert not file.stat().st_mode & 0o022


@pytest.mark.slow
def test_everything_is_made_anew_if_one_says_so(
    ours: _Folder, work: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --fresh, and without a cache; what was there already is written no second time."""
    assert _written(ours.build("--fresh")) == 0
    made = sorted(work["made"])
    assert "acme" in made
    work["made"].clear()
    assert _written(ours.build()) == 0
    assert work["made"] == []
    monkeypatch.setenv("OPTOUT_CACHE", "off")
    assert _written(ours.build()) == 0
    assert sorted(work["made"]) == made


@pytest.mark.slow
def test_what_is_no_longer_needed_goes(ours: _Folder) -> None:
    """The cache is as large as the site, however often something changes."""

    def rows() -> int:
        with closing(sqlite3.connect(next((ours.folder.parent / "cache" / "sites").iterdir()))) as database:
            return int(database.execute("SELECT count(*) FROM made").fetchone()[0])

    before = rows()
    for number in range(3):
        ours.edit("Said by", f"{number} Said by")
        assert ours.build().code == 0
    assert rows() == before


@pytest.mark.slow
def test_a_build_that_fails_leaves_what_was_remembered(ours: _Folder, work: dict[str, list[str]]) -> None:
    """A slip in one entry, and its mending, cost no more than that entry."""
    ours.edit("training: opt-out", "training: opt-oout")
    assert ours.build().code == 1
    ours.edit("training: opt-oout", "training: opt-out")
    assert _written(ours.build()) == 0
    assert work == {"read": ["acme"], "made": []}


def test_values_are_packed_and_unpacked(packaged: Catalog) -> None:
    """Whatever an entry holds comes back the same, and the same value is the same text."""
    for decoded in packaged:
        text = packed(decoded.entry)
        assert unpacked(text) == decoded.entry
        assert packed(unpacked(text)) == text


def test_what_was_not_packed_is_told() -> None:
    """A value that nobody would know again is a mistake of ours; text that is no value is a damaged cache."""
    with pytest.raises(TypeError):
        packed((object(),))
    for text in ("", "[", '["Nobody", 1]', "[]", '["Date"]', "[[]]"):
        with pytest.raises(ValueError, match="not what was packed"):
            unpacked(text)


@pytest.mark.parametrize("kind", [Memory, lambda: opened(Path("a site"))], ids=["process", "cache"])
def test_a_memory(kind: Callable[[], Memory], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It knows what was kept until a build had no use for it, and how the files were left."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path))
    memory = kind()
    memory.keep("one", ("a", ("b",)))
    memory.keep("two", ("c",))
    assert memory.recall("two") == ("c",)
    memory.leave({"index.html": LeftFile("d", 1, 2, 3)})
    memory.prune()
    assert memory.recall("one") == ("a", ("b",))
    memory.prune()
    if not isinstance(memory, Memory) or type(memory) is not Memory:
        memory.close()
        memory = kind()
    assert memory.recall("one") == ("a", ("b",))
    assert memory.recall("three") is None
    assert memory.files() == {"index.html": LeftFile("d", 1, 2, 3)}
    memory.close()


# Any edits in any order


def _edits() -> st.SearchStrategy[Callable[[_Folder], None]]:
    def word(ours: _Folder, number: int) -> None:
        text = ours.catalog.read_text(encoding="utf-8")
        places = [found.start() for found in re.finditer(r"(?<=[a-z]) (?=[a-z]+ [a-z]+)", text)]
        at = places[number % len(places)]
        ours.catalog.write_text(f"{text[:at]} {'abc'[number % 3]}{text[at + 1 :]}", encoding="utf-8")

    def line(ours: _Folder, number: int) -> None:
        lines = ours.catalog.read_text(encoding="utf-8").split("\n")
        lines.insert(number % len(lines), "# a note")
        ours.catalog.write_text("\n".join(lines), encoding="utf-8")

    def drop(ours: _Folder, number: int) -> None:
        chunks = re.split(r"(?m)^(?=[a-z])", ours.catalog.read_text(encoding="utf-8"))
        del chunks[1 + number % (len(chunks) - 1)]
        ours.catalog.write_text("".join(chunks), encoding="utf-8")

    def double(ours: _Folder, number: int) -> None:
        head, *chunks = re.split(r"(?m)^(?=[a-z])", ours.catalog.read_text(encoding="utf-8"))
        copy = re.sub(r"(?m)^([a-z-]+):", rf"\1-{number % 5}:", chunks[number % len(chunks)], count=1)
        slugs = {chunk.partition(":")[0] for chunk in chunks}
        if copy.partition(":")[0] not in slugs:
            ours.catalog.write_text(head + "".join(sorted([*chunks, f"{copy.rstrip()}\n\n"])), encoding="utf-8")

    def rename(ours: _Folder, number: int) -> None:
        text = ours.catalog.read_text(encoding="utf-8")
        names = re.findall(r"(?m)^  (?:name|company): .*$", text)
        if names:
            one = names[number % len(names)]
            ours.catalog.write_text(text.replace(one, f"{one} {number % 7}", 1), encoding="utf-8")

    def day(ours: _Folder, number: int) -> None:
        text = ours.catalog.read_text(encoding="utf-8")
        days = re.findall(r"(?m)^  checked: .*$", text)
        if days:
            new = f"  checked: 2026-1{number % 2}-{1 + number % 28:02}"
            ours.catalog.write_text(text.replace(days[number % len(days)], new, 1), encoding="utf-8")

    def setting(ours: _Folder, number: int) -> None:
        other = (
            'title = "Theirs"\n',
            'languages = ["en", "de"]\n',
            'languages = ["de"]\nbase-url = "https://other.example/x"\n',
            _SETTINGS,
            'repository = "https://github.com/example/guides"\n',
        )
        ours.settings.write_text(other[number % len(other)])

    def template(ours: _Folder, number: int) -> None:
        (ours.templates / "site").mkdir(exist_ok=True)
        (ours.templates / "site" / "theme.css").write_text(f":root {{ --ink: #{number % 1000:06}; }}")

    def spoil(ours: _Folder, number: int) -> None:
        pages = sorted(path for path in ours.site.rglob("*.html"))
        if pages:
            pages[number % len(pages)].write_text("spoilt") if number % 2 else pages[number % len(pages)].unlink()

    def killed(ours: _Folder, number: int) -> None:
        real, left = staging.Staging.put, number % 40

        def put(self: staging.Staging, files: Iterator[object]) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
            return real(self, files)  # type: ignore[arg-type]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(staging.Staging, "put", put)
            ours.build("--shrink")

    kinds = (word, line, drop, double, rename, day, setting, template, spoil, killed)
    return st.builds(
        lambda kind, number: lambda ours: kind(ours, number), st.sampled_from(kinds), st.integers(0, 10_000)
    )


@given(st.lists(st.lists(_edits(), max_size=3), min_size=1, max_size=3))
@settings(max_examples=5, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # of some ten builds each
def test_any_edits_come_to_the_bytes_of_a_build_from_nothing(edits: list[list[Callable[[_Folder], None]]]) -> None:
    """Words, comments, entries that go, come, are renamed; other days, settings and templates; spoilt pages; kills."""

    def run(*arguments: object) -> Outcome:
        return Outcome(main([str(one) for one in arguments]), "", "")

    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPTOUT_CACHE", str(Path(folder) / "cache"))
        (Path(folder) / "own").mkdir()
        ours = _Folder(Path(folder) / "own", run)
        for several in ([], *edits):
            for edit in several:
                edit(ours)
            built = ours.build("--shrink")
            with TemporaryDirectory() as fresh, pytest.MonkeyPatch.context() as without:
                without.setenv("OPTOUT_CACHE", "off")
                anew = ours.build("--shrink", out=Path(fresh) / "site")
                assert built.code == anew.code
                if built.code == 0:
                    expected, found = tree(Path(fresh) / "site"), tree(ours.site)
                    assert sorted(found) == sorted(expected)
                    assert [path for path in found if found[path] != expected[path]] == []
