"""The short way: it gives what the long way gives, to the byte, or nothing at all."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from optout import store
from optout.catalog import Catalog
from optout.catalog.companies import companies
from optout.catalog.locate import default_path
from optout.catalog.names import names
from optout.cli import helped, quick
from optout.cli.main import main
from optout.cli.manual import contexts
from optout.guide import compose
from optout.guide.index import KIND, Index
from optout.guide.overview import ordered
from optout.guide.reader import Reader
from optout.model import Platform, Stub
from optout.regions import GROUPS, codes
from optout.render import laid, lists, prepared, terminal
from optout.render.screen import Screen
from optout.spoken import LANGUAGES
from optout.store import opened
from tests.conftest import CASES, Outcome, unmeasured

_SCREENS = [
    Screen(80), Screen(24, colour=True), Screen(47, links=True), Screen(63, colour=True, links=True),
    Screen(100), Screen(133, colour=True),
]  # fmt: skip


@pytest.fixture
def answers(package: Path) -> prepared.Prepared:
    """What was prepared."""
    found = _opened(package)
    assert found
    return found


def _opened(package: Path) -> prepared.Prepared | None:
    return prepared.of_catalog(str(package), (package / "platforms.yaml").read_bytes())


@pytest.fixture
def both(
    package: Path, elsewhere: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., tuple[Outcome | None, Outcome]]:
    """Ask the short way and the long way; None for the short one if it leaves that to the other."""

    def outcome(code: int) -> Outcome:
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    def ask(*arguments: str) -> tuple[Outcome | None, Outcome]:
        capfdbinary.readouterr()
        code = quick.answer(arguments, str(package))
        short = outcome(-1 if code is None else code)
        long = outcome(main(arguments))
        if code is None:
            assert short[1:] == ("", "")
        return None if code is None else short, long

    return ask


Both = Callable[..., tuple[Outcome | None, Outcome]]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_prepared_guide_is_the_composed_one(language: str, answers: prepared.Prepared, packaged: Catalog) -> None:
    """To the byte, for every platform, in any width, with and without colours and hyperlinks; nearly all are there."""
    missing = 0
    for decoded in packaged:
        if not isinstance(decoded.entry, Platform):
            continue
        marked = answers.guide(decoded.slug, language, "")
        missing += marked is None
        guide = compose(decoded.entry, spoken=language)
        for screen in _SCREENS if marked else ():
            told = laid.page(marked or "", screen.width, screen.colour, screen.links)
            assert told == terminal.guide(guide, screen), decoded.slug
    assert missing < 5


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_in_another_language_sees_its_own_labels(
    language: str, answers: prepared.Prepared, packaged: Catalog
) -> None:
    """What was prepared is for screens that have none of their own."""
    held = 0
    for decoded in packaged:
        if not isinstance(decoded.entry, Platform):
            continue
        for tag in ("en-us", "de", "de-at", "fr", "pt-br", "ja-jp"):
            if marked := answers.guide(decoded.slug, language, tag):
                guide = compose(decoded.entry, spoken=language, screen=tag)
                assert laid.page(marked, 80, False, False) == terminal.guide(guide, Screen()), (decoded.slug, tag)
                held += 1
    assert held > 100


@pytest.mark.slow
def test_names_lead_where_the_long_way_leads(both: Both, packaged: Catalog) -> None:
    """However they are typed: names, former ones, domains, addresses, in capitals, with words apart; notes and all."""
    entries = [one.entry for one in packaged if isinstance(one.entry, Platform | Stub)][::4]
    asked: list[tuple[str, ...]] = [(entry.slug,) for entry in entries]
    asked += [tuple(name.upper().split(" ")) for entry in entries for name in names(entry)]
    for domain in (domain for entry in entries for domain in entry.domains[:1]):
        asked += [(domain,), (f"https://WWW.{domain}/Feed?id=a.b.c#top",), (f"http://sub.{domain}",), (f"{domain}/x",)]
    short_ways = 0
    for words in asked:
        short, long = both("show", *words)
        assert short in (None, long), words
        short_ways += short is not None
    assert short_ways > 0.9 * len(asked)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_guide_for_a_region_is_the_composed_one(
    language: str, answers: prepared.Prepared, packaged: Catalog
) -> None:
    """To the byte, for every platform and many regions each, groups and parts of countries as well; nearly all."""
    chance = random.Random(7)
    missing = asked = 0
    for decoded in packaged:
        if not isinstance(decoded.entry, Platform):
            continue
        for region in ("EU", "EEA", "DE", "US", *chance.sample(codes(), 8)):
            marked = answers.guide(decoded.slug, language, "", region)
            asked += 1
            missing += marked is None
            if marked:
                guide = compose(decoded.entry, Reader(region), language)
                told = laid.page(marked, 57, True, True)
                assert told == terminal.guide(guide, Screen(57, colour=True, links=True)), (decoded.slug, region)
    assert missing < asked / 20


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_is_told_the_same(
    language: str, answers: prepared.Prepared, packaged: Catalog, both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each that one can name: a guide that has many variants, and the list."""
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    index = Index(packaged)
    for region in (*GROUPS, *codes()):
        listed = lists.marked(ordered(index.rows(Reader(region), language)), language)
        assert answers.listed(language, region) == listed, region
    for region in (*GROUPS, *codes()[:: 9 if language == "de" else 4]):
        short, long = both("show", "facebook", "--region", region)
        assert short == long


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "list --region de", "show --region Us-cA GitHub Copilot", "show linkedin --region", "show linkdin --region DE",
        "show meta --region DE", "show --region DE", "show linkedin --region Germany", "show linkedin --region UK",
        "show linkedin --region ", "show linkedin --region XX", "list --region --format", "list --region=DE",
        "show --region DE linkedin --region FR", "list --region DE x", "open slack --region DE --print",
        "open --region DE slack --print", "search voice --region DE", "list --region DE --region DE",
        "show x -- --region", "show linkedin.com --region EU", "show bard --region JP", "--region DE list",
    ],
)  # fmt: skip
def test_a_region_is_understood_the_same(words: str, both: Both) -> None:
    """However it is typed, and wherever."""
    short, long = both(*words.split(" "))
    assert short in (None, long)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_company_is_the_same(
    language: str, both: Both, answers: prepared.Prepared, packaged: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each that a platform names, in any width, with and without colours; nearly all without a library."""
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    entries = [one.entry for one in packaged if isinstance(one.entry, Platform)]
    asked = sorted({name for entry in entries for name in companies(entry.company)})
    overviews = 0
    for number, name in enumerate(asked):
        monkeypatch.setenv("COLUMNS", str((80, 30, 47, 66, 130)[number % 5]))
        monkeypatch.setenv("FORCE_COLOR", str(number % 2))
        short, long = both("show", *(name.upper() if number % 3 else name).split(" "))
        assert short in (None, long), name
        meant = answers.named(name.lower())
        overviews += short is not None and meant is not None and meant[0].startswith(prepared.COMPANY)
    assert overviews > 20
    for several in (("meta", "google"), ("google", "linkedin"), ("meta", "zzzz")):
        assert both("show", *several)[0] is None
    assert both("open", "meta", "--print")[0] is None


@pytest.mark.slow
def test_a_slip_is_told_the_same(both: Both, packaged: Catalog) -> None:
    """Letters dropped, doubled, swapped and replaced, in names, companies and words; and what is near nothing."""
    chance = random.Random(11)
    known = [name for one in packaged if one.entry for name in (one.entry.slug, *names(one.entry))]
    known += [name for one in packaged if isinstance(one.entry, Platform) for name in companies(one.entry.company)]
    asked = ["alphabet", "Alphabet", "a", "ab", "abc", "zz9", "0", "x" * 60, "x" * 61, "the", "com", "list", "duckai"]
    for name in chance.sample(known, 250):
        word = "".join(letter for letter in name if letter.isalnum())
        at = chance.randrange(len(word))
        letter = chance.choice("abcdefghijklmnopqrstuvwxyz0")
        slip = chance.choice(
            (word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :])
        )
        asked += [slip.title() if chance.random() < 0.2 else slip] if slip else []
    refused = 0
    for word in asked:
        short, long = both("show", word)
        assert short in (None, long), word
        refused += short is not None and short.code == 1
    assert refused > 0.5 * len(asked)


_ODD = [
    ("linkdin",), ("chatgbt",), ("no", "such", "platform"), ("git  hub",), ("linkedin", "slack"), (" linkedin ",),
    ("google",), ("meta",), ("https://play.google.com/store/apps/details?id=com.linkedin.android",), ("x",), ("X.com",),
    ("com.linkedin.android",), ("Pokémon GO",), ("",), ("https://",), ("https:///x",), ("https://linkedin.com:443/",),
    ("https://a@linkedin.com/",), ("https://linkedin.com\\@slack.com/",), ("linkedin.com.",), ("li\nnkedin",), ("`a`",),
    ("linkedin", "--region", "DE"), ("--help",), ("--", "linkedin"), ("a" * 70,), ("::error::",), ("google.de",),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("words", _ODD, ids=" ".join)
def test_whatever_is_asked_the_answer_is_one(words: tuple[str, ...], both: Both) -> None:
    """A slip, nothing, several, a company, what only looks like an address, an option."""
    short, long = both("show", *words)
    assert short in (None, long)


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"LANG": "de_DE.UTF-8", "COLUMNS": "60"},
        {"LC_ALL": "fr_FR.UTF-8", "FORCE_COLOR": "1"},
        {"LANG": "en_US.UTF-8", "LANGUAGE": "de:en", "FORCE_COLOR": "1", "FORCE_HYPERLINK": "1", "COLUMNS": "200"},
        {"LANG": "C", "NO_COLOR": "1", "COLUMNS": "1"},
    ],
)
def test_the_environment_says_the_same_to_both(
    environment: dict[str, str], both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Language, width, colours and hyperlinks."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for slug in ("linkedin", "slack", "x", "chatgpt", "instagram"):
        short, long = both("show", slug)
        assert short in (None, long)
        assert short or "fr" in environment.get("LC_ALL", "")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1, 20, 47, 80, 100, 130, 200])
def test_the_list_is_the_same(language: str, width: int, both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    """In any width, with and without colours; with an option it goes the long way."""
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    monkeypatch.setenv("COLUMNS", str(width))
    for colour in ("0", "1"):
        monkeypatch.setenv("FORCE_COLOR", colour)
        short, long = both("list")
        assert short == long
    assert both("list", "--training", "opt-out")[0] is None


_SEARCHED = [
    *(
        line.split(" => ")[0]
        for line in (CASES / "search.txt").read_text(encoding="utf-8").splitlines()
        if line and line[0] != "#"
    ),
    *("voice|recordings", "voice recordngs", "zzzzqqq", "of the", "x", "a|b|c", "", " ", "'", "C++", "::error", "the"),
    *("stop training", "nobody knows this", "recordngs of my voice", "in", "[official]", "_", "e-mail", "ß", "\x7f"),
]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_finds_the_same(language: str, both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same lines in the same order, whatever is asked for, in several words, with slips; on any screen."""
    short_ways = 0
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    for number, asked in enumerate(_SEARCHED):
        monkeypatch.setenv("COLUMNS", str((80, 37, 130)[number % 3]))
        monkeypatch.setenv("FORCE_COLOR", str(number % 2))
        short, long = both("search", *asked.split("|"))
        assert short in (None, long), asked
        short_ways += short is not None
    assert short_ways > 0.75 * len(_SEARCHED)
    assert both("search", "voice", "--limit", "3")[0] is None


@pytest.mark.slow
def test_a_letter_or_two_find_the_same(both: Both) -> None:
    """Which many words begin with."""
    chance = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    for asked in [*letters, *(one + chance.choice(letters) for one in letters), "a i", "my x", "s chat"]:
        short, long = both("search", *asked.split(" "))
        assert short in (None, long), asked


@pytest.mark.slow
def test_every_word_of_an_entry_is_found_by_both(both: Both, packaged: Catalog, package: Path) -> None:
    """Any words of the index, two and three together, some with a slip."""
    index = opened(package / f"platforms.{KIND}.index", is_own=False)
    assert index
    known = index.text("words").split("\n")[1:-1]
    chance = random.Random(5)
    for _ in range(150):
        words = chance.sample(known, chance.choice((1, 1, 2, 3)))
        if chance.random() < 0.3:
            words[0] = words[0][:2] + words[0][3:]
        short, long = both("search", *(word for word in words if word))
        assert short in (None, long), words


@pytest.mark.slow
@pytest.mark.parametrize("columns", ["", "20", "51", "52", "79", "80", "100", "101", "500", "0", "many"])
def test_help_is_what_click_says(columns: str, both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every command, however it is asked for, on any screen; all else is for the long way."""
    monkeypatch.setenv("COLUMNS", columns)
    paths = [context.command_path.split(" ")[1:] for context in contexts()]
    for asked in [[], *([*path, "--help"] for path in paths), ["show", "-h"], *(["help", *path] for path in paths[:3])]:
        short, long = both(*asked)
        assert short == long or (short is None and columns == "many"), asked
    for asked in (["help", "exit-codes"], ["nothing", "--help"], ["show", "linkedin", "--help"], ["help", "--help"]):
        assert both(*asked)[0] is None


@pytest.mark.slow
def test_help_is_for_its_program_and_its_click(both: Both, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another release of click may lay it out otherwise."""
    assert both("show", "--help")[0]
    monkeypatch.setattr(helped, "program", lambda _: "another")
    assert both("show", "--help")[0] is None
    monkeypatch.undo()
    there = os.path.isdir
    monkeypatch.setattr(os.path, "isdir", lambda path: "click-" not in str(path) and there(path))
    assert quick.answer(["show", "--help"], str(package)) is None


def test_a_changed_module_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its size, or by when it was written; a process, which has loaded its modules, looks once."""
    (tmp_path / "room").mkdir()
    for name in ("store.py", "room/one.py", "room/words.txt", "room/page.html"):
        (tmp_path / name).write_text("a = 1\n", encoding="utf-8")
    made = tmp_path / "answers.index"
    made.touch()
    monkeypatch.setattr(store, "__file__", str(tmp_path / "store.py"))

    def another(beside: Path | str = "") -> str:
        """As a process that begins now sees it."""
        monkeypatch.setattr(store, "_programs", {})
        return store.program(beside)

    first = another(made)
    assert first == another()
    (tmp_path / "room" / "page.html").write_text("longer than it was", encoding="utf-8")
    assert another(made) == first
    os.utime(made, (0, 0))
    assert another(made) == ""
    (tmp_path / "room" / "words.txt").write_text("a = 11\n", encoding="utf-8")
    assert store.program() == first
    assert another() not in (first, "")


@pytest.mark.slow
def test_the_address_that_is_opened_is_the_same(both: Both, packaged: Catalog) -> None:
    """Of every platform that has one, with the notes; all else is for the long way to say."""
    short_ways = 0
    for entry in [one.entry for one in packaged if one.entry][::3]:
        short, long = both("open", entry.slug, "--print")
        assert short in (None, long), entry.slug
        short_ways += short is not None
    assert short_ways > 30


@pytest.mark.slow
def test_a_project_goes_the_long_way_first(both: Both, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its catalog, its settings, above as well; and a catalog that the environment names. See `test_again`."""
    assert both("show", "linkedin")[0]
    (elsewhere / "optout.toml").write_text('catalog = "packaged"\n')
    assert both("show", "linkedin")[0] is None
    (elsewhere / "below").mkdir()
    monkeypatch.chdir(elsewhere / "below")
    assert both("show", "linkedin")[0] is None
    (elsewhere / "optout.toml").unlink()
    monkeypatch.setenv("OPTOUT_CATALOG", str(default_path()))
    assert both("show", "linkedin")[0] is None


@pytest.mark.slow
def test_what_was_prepared_is_for_its_catalog_and_program(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A catalog that was edited since, a module that was, any damage: as if there were nothing."""
    assert _opened(package)
    with monkeypatch.context() as patched:
        patched.setattr(prepared, "program", lambda _: "another")
        assert _opened(package) is None
    own = Path(shutil.copytree(package, tmp_path / "own"))
    index = own / f"platforms.{prepared.KIND}.index"
    catalog = own / "platforms.yaml"
    sound = index.read_bytes()
    catalog.write_bytes(catalog.read_bytes().replace(b"LinkedIn", b"LinkedUp", 1))
    assert _opened(own) is None
    shutil.copyfile(package / "platforms.yaml", catalog)
    for at in range(0, len(sound), len(sound) // 50):
        index.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        told = _opened(own)
        good = _opened(package)
        assert good
        assert told is None or told.guide("linkedin", "en", "") in (None, good.guide("linkedin", "en", ""))
    index.unlink()
    assert _opened(own) is None


_ALL = {
    *("optout", "optout.cli", "optout.cli.quick", "optout.cli.here", "optout.cli.streams", "optout.render"),
    *("optout.render.laid", "optout.render.prepared", "optout.spoken", "optout.store"),
    *("__future__", "_blake2", "_struct", "mmap", "struct", "zlib"),
}


def _loaded(package: Path, *arguments: str) -> set[str]:
    """What the short way imports."""
    code = (
        "import sys; before = set(sys.modules); from optout.cli import quick; "
        "code = quick.answer(sys.argv[2:], sys.argv[1]); assert code is not None; "
        "print(*(set(sys.modules) - before), sep='\\n', file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, str(package), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=unmeasured())
    assert done.returncode == 0, done.stderr
    return {line for line in done.stderr.split("\n") if line and not line.startswith("optout: ")}


@pytest.mark.parametrize("words", [("linkedin",), ("GitHub", "Copilot"), ("https://www.linkedin.com/feed",)])
def test_a_prepared_guide_imports_next_to_nothing(words: tuple[str, ...], package: Path, elsewhere: Path) -> None:
    """Start-up is guarded by what is imported, not by a stopwatch: no click, no regular expressions, no typing."""
    assert _loaded(package, "show", *words) <= _ALL


def test_the_list_imports_next_to_nothing(package: Path, elsewhere: Path) -> None:
    """As a guide does."""
    assert _loaded(package, "list") <= _ALL | {"optout.render.columns"}
    assert _loaded(package, "open", "linkedin", "--print") <= _ALL
    assert _loaded(package, "list", "--region", "DE") <= _ALL | {"optout.render.columns"}
    assert _loaded(package, "show", "linkedin", "--region", "DE") <= _ALL


@pytest.mark.parametrize("words", [("voice", "recordings"), ("recordngs",), ("my", "photos")])
def test_a_search_imports_next_to_nothing(words: tuple[str, ...], package: Path, elsewhere: Path) -> None:
    """As a guide does, whether a word is known or near one."""
    own = {"itertools", "optout.ranking", "optout.near", "optout.render.searched", "optout.render.columns"}
    assert _loaded(package, "search", *words) <= _ALL | own


def test_help_imports_next_to_nothing(package: Path, elsewhere: Path) -> None:
    """As a guide does."""
    assert _loaded(package, "show", "--help") <= _ALL | {"optout.cli.helped"}


def test_a_slip_and_a_company_import_next_to_nothing(package: Path, elsewhere: Path) -> None:
    """As a guide does."""
    assert _loaded(package, "show", "linkdin") <= _ALL | {"itertools", "optout.near"}
    assert _loaded(package, "show", "meta") <= _ALL | {"optout.render.columns"}


@pytest.mark.slow
def test_what_else_is_meant_loads_no_library(package: Path, elsewhere: Path) -> None:
    """What was meant is looked up among the names."""
    _loaded(package, "show", "sub.linkedin.com")
    loaded = _loaded(package, "show", "sub.linkedin.com")
    assert not {name.split(".")[0] for name in loaded} & {"click", "yaml", "jinja2", "markdown_it", "wcwidth", "json"}


@pytest.mark.skipif("OPTOUT_INSTALLED" not in os.environ, reason="only a wheel brings what was prepared")
def test_a_wheel_brings_what_was_prepared(elsewhere: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """For its own catalog, by its own version."""
    assert quick.answer(["show", "linkedin"]) == 0
    assert "LinkedIn" in capfd.readouterr().out
