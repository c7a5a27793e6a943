"""What was answered before for a catalog of one's own: the short way says what the long way says, or nothing."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from optout.catalog import cache
from optout.catalog.companies import companies
from optout.catalog.locate import default_path, load
from optout.catalog.names import names
from optout.cli import again, keeping, quick
from optout.model import Platform
from optout.render import columns
from tests.cli.both_ways import ENTRY, QUESTIONS, QUICK, Ask, Short, below, put, settings, with_templates
from tests.conftest import EXAMPLE, unmeasured
from tests.counting import counted

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("at_once")]


def test_whatever_is_asked_both_ways_say_the_same(kind: str, long: Ask, short: Short) -> None:
    """Before anything was asked, once each question was, and after all of them, in every kind of project."""
    assert kind != "settings that are wrong, and a catalog that is named" or long("list").code == 0
    said = {}
    for question in QUESTIONS:
        before = short(*question)
        said[question] = long(*question)
        assert before in (None, said[question]), question
        assert short(*question) in (None, said[question]), question
    assert {question: short(*question) or long(*question) for question in QUESTIONS} == said


@pytest.mark.parametrize("language", ["", "de_DE.UTF-8", "fr_FR.UTF-8"])
def test_what_was_answered_is_answered_the_short_way(
    language: str, own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In any language, then on any screen: widths, colours and links are laid out anew."""
    monkeypatch.setenv("LANG", language)
    for question in QUICK:
        long(*question)
    for width, colour, links in (("80", "0", "0"), ("37", "1", "0"), ("140", "1", "1")):
        monkeypatch.setenv("COLUMNS", width)
        monkeypatch.setenv("FORCE_COLOR", colour)
        monkeypatch.setenv("FORCE_HYPERLINK", links)
        for question in QUICK:
            assert short(*question) == long(*question), question


@pytest.mark.parametrize("region", [(), ("--region", "US")])
def test_a_long_list_is_kept_as_the_screen_has_it(
    region: tuple[str, ...], own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is laid out for the next one there; for another screen it is."""
    monkeypatch.setattr(keeping, "_LONG", 1)
    monkeypatch.setenv("COLUMNS", "70")
    answer = long("list", *region)
    with monkeypatch.context() as patched:
        patched.setattr(columns, "table", None)
        assert short("list", *region) == answer
    for name, value in (("COLUMNS", "44"), ("FORCE_COLOR", "1"), ("LANG", "de_DE.UTF-8")):
        monkeypatch.setenv(name, value)
        assert short("list", *region) in (None, long("list", *region))


@pytest.mark.parametrize(
    "kind", ["a folder below", "settings that name it", "settings beside it", "a folder of templates", "layers"],
    indirect=True,
)  # fmt: skip
def test_no_kind_of_project_is_slow(kind: str, long: Ask, short: Short) -> None:
    """Where the catalog is and what settings say is known without reading them."""
    for question in QUICK:
        answer = long(*question)
        assert short(*question) == answer, question


def test_a_catalog_that_is_named_is_answered_the_short_way(own: Path, long: Ask, short: Short) -> None:
    """By the option, wherever it stands among the words; each by its own name, and no other by it."""
    put(own / "other.yaml", ENTRY.format("quiet", "Another").replace("now: quiet", "now: acme"))
    for question in (("show", "acme"), ("list",), ("search", "training"), ("open", "acme", "--print")):
        for words in (
            (*question, "--catalog", "platforms.yaml"),
            (question[0], "--catalog", "./platforms.yaml", *question[1:]),
        ):
            answer = long(*words)
            assert short(*words) == answer
        other = (*question, "--catalog", "other.yaml")
        assert short(*other) in (None, long(*other))
    for odd in (
        ["--catalog"],
        ["--catalog", ""],
        ["--catalog", "-"],
        ["--catalog", "a", "--catalog", "b"],
        ["--catalog=x"],
    ):
        assert short("show", "acme", *odd) is None


def test_the_packaged_catalog_is_answered_as_ever_where_settings_name_it(
    package: Path, own: Path, long: Ask, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """From what came with the package, once it is known that the settings say so."""
    settings('catalog = "packaged"\n')
    assert quick.answer(["show", "linkedin"], str(package)) is None
    long("show", "slack")
    answer = long("show", "linkedin")
    assert quick.answer(["show", "linkedin"], str(package)) == 0
    assert capfdbinary.readouterr().out.decode() == answer.out


def _same_size_and_time(own: Path) -> None:
    path = own / "platforms.yaml"
    found = path.stat()
    put(path, path.read_text(encoding="utf-8").replace("Acme", "Acne"))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert path.stat().st_size == found.st_size


def _replaced(own: Path) -> None:
    found = (own / "platforms.yaml").stat()
    put(own / "new.yaml", EXAMPLE.read_text(encoding="utf-8").replace("Acme", "Acne"))
    os.utime(own / "new.yaml", ns=(found.st_atime_ns, found.st_mtime_ns))
    (own / "new.yaml").replace(own / "platforms.yaml")


def _linked(own: Path) -> None:
    put(own / "new.yaml", EXAMPLE.read_text(encoding="utf-8").replace("Acme", "Acne"))
    (own / "platforms.yaml").unlink()
    (own / "platforms.yaml").symlink_to("new.yaml")


def _other_settings(own: Path) -> None:
    _replaced(own)
    (own / "platforms.yaml").rename(own / "mine.yaml")
    put(own / "platforms.yaml", EXAMPLE.read_text(encoding="utf-8"))
    settings('catalog = "mine.yaml"\n')


def _wrong_settings(own: Path) -> None:
    settings("titel = 1\n")


def _gone(own: Path) -> None:
    (own / "platforms.yaml").unlink()
    settings("title = 'x'\n")


def _nearer(own: Path) -> None:
    below()
    put(Path("platforms.yaml"), EXAMPLE.read_text(encoding="utf-8").replace("Acme", "Acne"))


def _empty(own: Path) -> None:
    put(own / "platforms.yaml", "")


def _another_catalog(own: Path) -> None:
    put(own / "new.yaml", EXAMPLE.read_text(encoding="utf-8").replace("Acme", "Acne"))
    os.environ["OPTOUT_CATALOG"] = "new.yaml"


@pytest.mark.parametrize(
    "change",
    [
        _same_size_and_time, _replaced, _linked, _other_settings, _wrong_settings, _gone, _nearer, _empty,
        _another_catalog,
    ],
)  # fmt: skip
def test_after_a_change_the_answer_is_the_new_one_at_once(
    change: Callable[[Path], None], own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However it comes about, and though sizes and times of files were put back."""
    monkeypatch.setenv("OPTOUT_CATALOG", "")
    old = {question: long(*question) for question in QUICK}
    assert {question: short(*question) for question in QUICK} == old
    change(own)
    assert {short(*question) for question in QUICK} == {None}
    new = {question: long(*question) for question in QUICK}
    assert new["show", "acme"] != old["show", "acme"]
    assert {question: short(*question) or long(*question) for question in QUICK} == new


def test_a_page_of_one_s_own_counts_at_once(own: Path, long: Ask, short: Short) -> None:
    """That it is there, and that its folder is no more."""
    with_templates()
    first = long("show", "acme")
    assert short("show", "acme") == first
    put(own / "own" / "guide.txt", "{{ guide.name }}, our way\n")
    assert short("show", "acme") is None
    assert long("show", "acme").out == "Acme, our way\n"
    shutil.rmtree(own / "own")
    assert short("show", "acme") is None
    assert long("show", "acme").code == 1


@pytest.mark.parametrize(("named", "same"), [("./a", "a"), (".//a", "a"), ("././/a", "a"), ("./", "."), (".//", ".")])
def test_a_catalog_has_one_place_however_it_is_written(named: str, same: str) -> None:
    """And never that of another: a slash too many does not make an absolute path of it."""
    assert again.place(named, None) == again.place(same, None)
    assert again.place(named, None) not in (again.place(f"/{same}", None), again.place("", None))


def test_the_note_of_a_place_outlives_the_answers_there(
    own: Path, tmp_path: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it none of them counts: of many, the oldest answer is let go, and not the note."""
    folder = tmp_path / "cache" / again.FOLDER
    long("show", "acme")
    note = Path(again.path(again.place("", "")))
    for path in folder.iterdir():
        os.utime(path, (2, 2) if path != note else (1, 1))
    monkeypatch.setattr(cache, "_KEPT_ANSWERS", 2)
    answer = long("list")
    assert len(list(folder.iterdir())) == 2
    assert short("list") == answer


def test_a_folder_of_templates_that_is_no_more_is_missed(own: Path, long: Ask, short: Short) -> None:
    """Also one that had no page for guides in it, without which no answer was another."""
    with_templates()
    long("show", "acme")
    assert short("show", "acme")
    (own / "own").rmdir()
    assert short("show", "acme") is None
    assert long("show", "acme").code == 1


def test_the_locale_is_that_of_whoever_asks(
    own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody gets an answer in the language of another question."""
    for question in QUICK:
        long(*question)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    for question in QUICK:
        assert short(*question) in (None, long(*question)), question


def _all(cached: Path) -> list[Path]:
    return sorted(path for path in cached.rglob("*.index"))


def test_no_damage_is_believed(own: Path, tmp_path: Path, long: Ask, short: Short) -> None:
    """Bits turned or ends missing, in any of the files: nothing, or the same."""
    answers = {question: long(*question) for question in QUICK}
    chance = random.Random(5)
    files = _all(tmp_path / "cache")
    assert len(files) > 10
    for path in files:
        sound = path.read_bytes()
        for _ in range(12):
            harmed = bytearray(sound)
            harmed[chance.randrange(len(sound))] ^= 1 << chance.randrange(8)
            path.write_bytes(harmed[: chance.choice((len(sound), chance.randrange(len(sound))))])
            for question, answer in answers.items():
                assert short(*question) in (None, answer), (path.name, question)
        path.write_bytes(sound)
    assert {question: short(*question) for question in QUICK} == answers


@pytest.mark.skipif(sys.platform == "win32", reason="who may write a file is told otherwise there")
def test_what_somebody_else_may_write_does_not_count(own: Path, tmp_path: Path, long: Ask, short: Short) -> None:
    """The note as well as the answer."""
    answer = long("show", "acme")
    ignored = 0
    for path in (tmp_path / "cache" / again.FOLDER).iterdir():
        path.chmod(0o622)
        found = short("show", "acme")
        assert found in (None, answer)
        ignored += found is None
        path.chmod(0o600)
    assert ignored >= 2
    assert short("show", "acme") == answer


def test_another_program_gives_its_own_answers(
    own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update, and after the update of an update was undone."""
    long("show", "acme")
    with monkeypatch.context() as patched:
        patched.setattr(again, "this_program", lambda: "another")
        assert short("show", "acme") is None
    assert short("show", "acme")


def test_a_file_that_was_changed_a_moment_ago_is_not_relied_on(
    own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second change in the same tick of the clock would not be seen; neither of the catalog nor of the settings."""
    monkeypatch.setattr(cache, "_SETTLED", 3600 * 10**9)
    for question in QUICK:
        long(*question)
        assert short(*question) is None


def test_where_files_do_not_tell_of_changes_everything_is_read(
    own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows; and where there is no cache, or none can be written."""
    with monkeypatch.context() as patched:
        patched.setattr(sys, "platform", "win32")
        assert long("list").code == 0
        assert short("list") is None
    for folder in ("off", str(own / "platforms.yaml" / "cache"), "/dev/null"):
        monkeypatch.setenv("OPTOUT_CACHE", folder)
        for question in QUICK[:4]:
            before = long(*question)
            assert short(*question) is None
            assert long(*question) == before


def test_outside_of_a_project_nothing_is_kept(tmp_path: Path, long: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """What came with the package is as quick without."""
    monkeypatch.chdir(tmp_path)
    assert long("open", "slack", "--print").code == 0
    assert not (tmp_path / "cache" / again.FOLDER).exists()
    assert long("open", "slack", "--print", "--catalog", str(default_path())).code == 0
    assert (tmp_path / "cache" / again.FOLDER).exists()


def test_old_answers_make_room(own: Path, tmp_path: Path, long: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache does not grow with everything that was ever asked."""
    monkeypatch.setattr(cache, "_KEPT_ANSWERS", 5)
    for number in range(8):
        long("search", f"word{number}")
    assert len(_all(tmp_path / "cache" / again.FOLDER)) == 5


def test_an_answer_costs_the_same_however_many_entries_there_are(
    tmp_path: Path, own: Path, long: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By slug, by name and by domain: so many calls in a catalog of 4 entries, and as many in one of 400."""
    text = EXAMPLE.read_text(encoding="utf-8")

    def calls() -> list[int]:
        for question in QUICK:
            long(*question)
        return [counted(lambda question=question: quick.answer(question)) for question in (QUICK[0], QUICK[1])]  # type: ignore[misc]

    few = calls()
    put(own / "platforms.yaml", text + "".join(ENTRY.format(f"zz-{number}", f"Zz {number}") for number in range(400)))
    many = calls()
    assert all(more < less * 1.1 for more, less in zip(many, few, strict=True))


def test_names_lead_where_the_long_way_leads(
    tmp_path: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of an entry that was shown once, by any name, however it is typed; and slips; most without a library."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cache, "_KEPT_ANSWERS", 10_000)
    shutil.copyfile(default_path(), "platforms.yaml")
    chance = random.Random(2)
    entries = [one.entry for one in load(Path("platforms.yaml")) if isinstance(one.entry, Platform)][::5]
    for entry in entries:
        long("show", entry.slug)
    long("show", "zzzz")
    asked: list[tuple[str, ...]] = [tuple(name.upper().split(" ")) for entry in entries for name in names(entry)]
    asked += [tuple(one.split(" ")) for entry in entries for one in companies(entry.company)]
    for domain in (domain for entry in entries for domain in entry.domains[:2]):
        asked += [(domain,), (f"https://WWW.{domain}/Feed?id=a.b.c",), (f"http://sub.{domain}",), (f"{domain}/x",)]
    for name in [entry.slug.replace("-", "") for entry in entries]:
        at = chance.randrange(len(name))
        asked += [(name[:at] + name[at + 1 :],), (f"{name[:at]}x{name[at:]}",)]
    surely = 0
    for words in asked:
        found = short("show", *words)
        assert found in (None, long("show", *words)), words
        surely += found is not None
    assert surely > 0.5 * len(asked)


_ALL = {
    *("optout", "optout.caches", "optout.cli", "optout.cli.again", "optout.cli.here", "optout.cli.quick"),
    *("optout.cli.streams", "optout.render", "optout.render.laid", "optout.render.prepared", "optout.spoken"),
    *("optout.store", "__future__", "_blake2", "_struct", "mmap", "struct", "zlib"),
}


@pytest.mark.parametrize(
    ("question", "more"),
    [
        (("show", "acme"), ()),
        (("show", "acme", "--region", "DE"), ()),
        (("show", "ACME"), ("itertools", "optout.near", "optout.cli.surely")),
        (("list",), ("optout.render.columns",)),
        (("search", "training"), ("optout.render.columns",)),
        (("open", "acme", "--print"), ()),
    ],
)
def test_an_answer_imports_next_to_nothing(
    question: tuple[str, ...], more: tuple[str, ...], own: Path, long: Ask
) -> None:
    """Start-up is guarded by what is imported, not by a stopwatch: no click, no YAML, no TOML."""
    settings('title = "Ours"\n')
    put(own / "platforms.yaml", EXAMPLE.read_text(encoding="utf-8").replace("壁", ""))  # for which widths are looked up
    long("show", "acme")
    long("show", "acme", "chat")  # by which the names are kept
    long(*question) if question[1:] != ("ACME",) else None
    code = (
        "import sys; before = set(sys.modules); from optout.cli import quick; "
        "code = quick.answer(sys.argv[1:]); assert code == 0, code; "
        "print('loaded', *(set(sys.modules) - before), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *question], capture_output=True, text=True, check=False, env=unmeasured()
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.split("loaded", 1)[1].split())
    assert loaded <= _ALL | {*more}
