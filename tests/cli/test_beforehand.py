"""What is kept beforehand for a catalog of one's own: after a list or a search, questions that nobody asked yet."""

import errno
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from optout.catalog import Chunk, Decoded, cache
from optout.catalog.companies import companies
from optout.catalog.locate import default_path, load
from optout.catalog.names import names
from optout.cli import again, beforehand, keeping
from optout.model import Platform
from optout.schema.decode import decode
from tests.cli.both_ways import ENTRY, QUESTIONS, Ask, Short, put, settings, two_layers, with_page
from tests.conftest import EXAMPLE, Outcome, unmeasured

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("at_once")]

# What is answered the short way once there was a list or a search.
_READY = [
    ("show", "acme"), ("show", "ACME"), ("show", "Acme", "Chat"),
    ("show", "quiet"), ("show", "acmee"), ("search", "training"), ("search", "acme", "chat"), ("search", "zzqq"),
    ("search", "trainng"), ("open", "acme", "--print"), ("open", "Acme", "Chat", "--print"),
]  # fmt: skip
_WORDS = ["voice recordings", "my photos", "kids", "meta", "e", "x", "ai", "recrodings", "where", "privacy and", "zq"]

Said = dict[tuple[str, ...], Outcome]


def _said(long: Ask, questions: Sequence[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> Said:
    """What the long way says, of which nothing is kept."""
    with monkeypatch.context() as patched:
        patched.setenv("OPTOUT_CACHE", "off")
        return {question: long(*question) for question in questions}


@pytest.mark.parametrize("first", [("list",), ("list", "--region", "US"), ("search", "training")])
@pytest.mark.parametrize("language", ["", "de_DE.UTF-8", "fr_FR.UTF-8"])
def test_after_a_list_or_a_search_all_is_answered_the_short_way(
    first: tuple[str, ...], language: str, own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guides by any name, slips, addresses and searches, in whatever words; to the byte as the long way says it."""
    monkeypatch.setenv("LANG", language)
    said = _said(long, _READY, monkeypatch)
    assert {short(*question) for question in _READY} == {None}
    long(*first)
    assert {question: short(*question) for question in _READY} == said


def test_in_every_kind_of_project_it_is_what_the_long_way_says(
    kind: str, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or nothing: with layers, a page of one's own, broken entries."""
    said = _said(long, QUESTIONS, monkeypatch)
    long("list")
    long("search", "acme")
    for question in QUESTIONS:
        assert short(*question) in (None, said[question]), question


_LENT = """
lender:
  name: Lender
  category: social
  training: opt-out
  summary: It {0} trains. [a]
  checked: 2026-11-21
  controls:
    - {{name: Form, form: "https://a.example/{0}", note: "It asks for a surname {0}. [a]", evidence: [a]}}
  sources: {{a: {{title: T, publisher: P, kind: official, url: "https://a.example/"}}}}

taker:
  name: Taker
  category: social
  training: opt-out
  summary: It trains. [a]
  checked: 2026-11-21
  controls:
    - {{name: Form, taken-from: lender}}
  sources: {{a: {{title: T, publisher: P, kind: official, url: "https://a.example/"}}}}
"""
_PLAIN = """
{}:
  name: {}
  category: social
  training: no-training
  summary: {}
  checked: 2026-11-21
  sources: {{a: {{title: T, publisher: P, kind: official, url: "https://a.example/"}}}}
"""


def test_after_an_edit_it_is_of_what_stands_there_now(
    own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry that changed, went, came, got another's name, stands twice, or takes its ways from one that changed."""
    text = EXAMPLE.read_text(encoding="utf-8") + _LENT.format("always")
    more = [("show", "taker"), ("show", "lender"), ("show", "more"), ("search", "usually"), ("search", "another")]
    questions = [*QUESTIONS, *more]
    for change in (
        text,
        text.replace("always", "usually"),
        text.replace("Acme", "Acne"),
        text + _PLAIN.format("more", "Acme Chat", "It says so usually. [a]"),
        text + ENTRY.format("acme", "Acme"),
        text + ENTRY.format("more", "More"),
        text.replace("name: Lender", "nme: Lender"),
        f"# another line\n\n{text}",
        _PLAIN.format("acme", "Acme", "It says so. [a]"),
        text,
    ):
        put(own / "platforms.yaml", change)
        said = _said(long, questions, monkeypatch)
        for question in questions:
            assert short(*question) in (None, said[question]), question
        long("list")
        found = {question: short(*question) for question in questions}
        assert all(found[question] in (None, said[question]) for question in questions)
        assert found["show", "acme"] or said["show", "acme"].code
        assert ("surname usually" in change) == ("surname usually" in said["show", "taker"].out)


@pytest.mark.parametrize("odd", ["\u200b", "\u202e", "\u00ad", "\u2060", "\U000e0041", "壁", "é", "::warning::", "%0A"])
def test_signs_that_nobody_sees_are_told_as_ever(
    odd: str, own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a name, a sentence or a link of a catalog that nobody checked."""
    text = EXAMPLE.read_text(encoding="utf-8")
    text += _PLAIN.format("odd-one", f'"Odd{odd} One"', f'"It{odd} says\n    {odd} so rarely. [a]"')
    text += _PLAIN.format("another", "Another", f'"Rarely it \\u200b {odd} says so. [a]"')
    put(own / "platforms.yaml", text)
    questions = [("search", "rarely"), ("search", "odd"), ("show", "odd-one"), ("show", "another"), ("search", "it")]
    said = _said(long, questions, monkeypatch)
    long("list")
    for question in questions:
        assert short(*question) in (None, said[question]), question


def test_an_edit_has_no_other_entry_made_anew(
    own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written as it was is taken from what was there; of another language all is made, and once."""
    made: list[str] = []

    def counting(chunk: Chunk, file: str) -> Decoded:
        made.append(chunk.slug)
        return decode(chunk, file)

    text = EXAMPLE.read_text(encoding="utf-8") + "".join(
        _PLAIN.format(f"e{number}", f"Name {number}", "It says so. [a]") for number in range(40)
    )
    put(own / "platforms.yaml", text)
    long("list")
    monkeypatch.setattr("optout.cli.beforehand.decode", counting)
    put(own / "platforms.yaml", text.replace("Name 7\n", "Seven\n"))
    long("list")
    assert made == []  # the index had read it
    assert short("show", "e7")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    long("list")
    assert len(made) == len(set(made)) > 40
    long("list")
    long("search", "says")
    assert len(made) == len(set(made))


def test_a_damaged_table_is_made_anew(own: Path, tmp_path: Path, long: Ask, short: Short) -> None:
    """Nothing of it is taken over for the next state of the catalog, not the half that is sound either."""
    long("list")
    answer = short("show", "acme")
    (path,) = (tmp_path / "cache").glob(f"*.{again.beforehand('en')}.index")
    sound = path.read_bytes()
    for at in range(len(sound) // 3, len(sound), len(sound) // 40):
        harmed = bytearray(sound)
        harmed[at] ^= 4
        path.write_bytes(harmed)
        for question in _READY:
            short(*question)
    put(own / "platforms.yaml", EXAMPLE.read_text(encoding="utf-8") + ENTRY.format("more", "More"))
    long("list")
    assert short("show", "acme") == answer


def test_of_a_large_catalog_or_of_several_nothing_is_kept_beforehand(
    own: Path, tmp_path: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would take seconds and much room; and what lies beneath may say otherwise."""
    with monkeypatch.context() as patched:
        patched.setattr(keeping, "LARGE", 100)
        long("list")
    two_layers()
    long("list")
    assert not list((tmp_path / "cache").glob(f"*.{again.beforehand('en')}.index"))


def test_a_page_of_one_s_own_is_never_passed_over(own: Path, long: Ask, short: Short) -> None:
    """What is kept beforehand is as the packaged page says it."""
    long("list")
    assert short("show", "acme")
    with_page()
    long("list")
    assert short("show", "acme") is None
    (own / "own" / "guide.txt").unlink()
    assert short("show", "acme") is None
    settings('title = "Ours"\n')
    long("list")
    assert short("show", "acme")


def test_another_program_makes_its_own(own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where only what renders is another."""
    long("list")
    with monkeypatch.context() as patched:
        patched.setattr(again, "this_program", lambda: "another")
        assert short("show", "acme") is None
    assert short("show", "acme")


def test_names_and_searches_lead_where_the_long_way_leads(
    tmp_path: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the packaged catalog as one's own, by any name that an entry has; most without a library."""
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(default_path(), "platforms.yaml")
    long("list")
    chance = random.Random(7)
    entries = [one.entry for one in load(Path("platforms.yaml")) if isinstance(one.entry, Platform)][3::40]
    asked: list[tuple[str, ...]] = [("show", *name.split(" ")) for one in entries for name in names(one)]
    asked += [("show", one.slug) for one in entries]
    asked += [("show", *name.split(" ")) for one in entries for name in companies(one.company)]
    asked += [("show", domain) for one in entries for domain in one.domains[:1]]
    asked += [("open", one.slug, "--print") for one in entries]
    asked += [("search", *words.split(" ")) for words in _WORDS]
    asked += [("search", word) for one in entries for word in chance.sample(one.summary.split(" "), 1)]
    found = {question: short(*question) for question in asked}
    said = _said(long, asked, monkeypatch)
    assert [question for question in asked if found[question] not in (None, said[question])] == []
    assert sum(one is not None for one in found.values()) > 0.7 * len(found)


def test_a_first_guide_imports_next_to_nothing(own: Path, long: Ask) -> None:
    """Start-up is guarded by what is imported, not by a stopwatch: no click, no YAML, no TOML."""
    put(own / "platforms.yaml", EXAMPLE.read_text(encoding="utf-8").replace("壁", ""))
    long("list")
    code = (
        "import sys; before = set(sys.modules); from optout.cli import quick; "
        "code = quick.answer(sys.argv[1:]); assert code == 0, code; loaded = set(sys.modules) - before; "
        "assert not {'click', 'yaml', 'tomllib', 're', 'typing', 'pathlib'} & loaded, loaded"
    )
    for question in (("show", "quiet"), ("search", "training")):
        done = subprocess.run(
            [sys.executable, "-c", code, *question], capture_output=True, text=True, check=False, env=unmeasured()
        )
        assert done.returncode == 0, done.stderr


def test_what_is_kept_is_of_no_use_where_files_do_not_tell(
    own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A catalog that was changed a moment ago may change once more in the same tick of the clock."""
    monkeypatch.setattr(cache, "_SETTLED", 3600 * 10**9)
    long("list")
    assert {short(*question) for question in _READY} == {None}


@pytest.mark.parametrize("kept", [0, 1, 2, 3, 4, 5])
def test_where_the_disk_is_full_it_is_what_the_long_way_says(
    kept: int, own: Path, long: Ask, short: Short, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many files there was room for; and of the catalog as it is, though older ones could not be replaced."""
    long("list")
    put(own / "platforms.yaml", EXAMPLE.read_text(encoding="utf-8").replace("Acme", "Acne").replace("always", "never"))
    said = _said(long, QUESTIONS, monkeypatch)
    done, replace = 0, os.replace

    def full(old: str, new: str) -> None:
        nonlocal done
        done += 1
        if done > kept:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), old)
        replace(old, new)

    monkeypatch.setattr(os, "replace", full)
    for question in sorted(QUESTIONS):  # the list among the first
        assert short(*question) in (None, said[question]), question
        assert long(*question) == said[question], question
    assert all(short(*question) in (None, said[question]) for question in QUESTIONS)


def test_where_nothing_can_be_kept_nothing_is_made_for_it(
    own: Path, long: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list takes as long as it has to."""
    put(own / "file", "")
    monkeypatch.setenv("OPTOUT_CACHE", str(own / "file" / "cache"))
    monkeypatch.setattr(beforehand, "keep", None)
    assert long("list").code == 0
    assert long("search", "training").code == 0
