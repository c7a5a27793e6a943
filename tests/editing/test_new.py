"""Answers become an entry that says just what was answered, in its place in the catalog."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.editing import new, questions
from optout.editing.editor import arguments
from optout.model import CATEGORIES, SOURCE_KINDS, SURFACES, Menu, Platform
from optout.rules import check
from optout.schema import meant
from optout.text import is_command, unseen
from tests.conftest import CASES, TODAY
from tests.editing.formatted import format_text
from tests.strategies import words

_HOSTILE = st.sampled_from(
    ["a: b", "a #b", "#c", "- d", "off", "NO", "12:30", "2026", "0o17", "~", "null", "@e", "`f`", "'", '"', "'g'",
     '"h"', "\\n", "{i}", "[j]", "[j", "k, l", "*m", "&n", "!o", "|", ">-", "%p", "? q", "=", "<<", "😀", "e\u0301",
     "x" * 200, "one\ttwo", "a  b", "r:", "---", "...", "s,", "t;", "TODO", "\u201cu\u201d"]
)  # fmt: skip
_TEXTS = (_HOSTILE | words).map(str.strip).filter(lambda text: text and not unseen(text) and not is_command(text))
_LABELS = _TEXTS.filter(lambda text: not set(text) & set("()>→➔➜›»⟩⇒\\/|") and meant.menus(text) == text)
_PATHS = st.lists(_LABELS, min_size=1, max_size=4)
_DAY = "2026-11-21"

_GIVEN = questions.Answers(
    name="Acme",
    category="social",
    training="opt-out",
    summary="Acme trains AI on your posts until you switch it off.",
    path="Settings > Privacy > Train on my posts",
    set="off",
    source_title="Your posts and AI",
    source_publisher="Acme Help",
    source_kind="official",
)


def _read(answers: questions.Answers) -> Platform:
    """The platform that the answers make, which must pass the decoder and need no formatting."""
    written = new.written(answers, _DAY)
    (decoded,) = Catalog(written.encode(), "x")
    assert isinstance(decoded.entry, Platform), decoded.problems
    assert format_text(written).text == written
    return decoded.entry


@given(name=_TEXTS, company=_TEXTS, summary=_TEXTS, title=_TEXTS, publisher=_TEXTS, switch=_TEXTS, option=_TEXTS,
       path=_PATHS)  # fmt: skip
def test_any_text_comes_back_letter_by_letter(
    name: str, company: str, summary: str, title: str, publisher: str, switch: str, option: str, path: list[str]
) -> None:
    """Colons, hashes, quotes, dashes, truth words: whatever is answered is what the entry says."""
    answers = _GIVEN._replace(name=name, slug="acme", company=company, summary=summary, switch=switch,
                              set=f"'{option}'", path=" > ".join(path), source_title=title,
                              source_publisher=publisher)  # fmt: skip
    read = _read(answers)
    (control,) = read.controls
    (source,) = read.sources
    assert (read.name, read.company) == (name, company)
    assert read.summary in (summary, f"{summary} [{source.id}]")
    assert (control.switch, control.set) == (switch, option)
    assert control.path == tuple(Menu(label) for label in path)
    assert (source.title, source.publisher) == (title, publisher)


@given(
    category=st.sampled_from(CATEGORIES),
    kind=st.sampled_from(SOURCE_KINDS),
    where=st.sets(st.sampled_from(SURFACES)),
    training=st.sampled_from(["opt-out", "opt-in", "no-training", "no-control", "depends"]),
    way=st.sampled_from(["set", "form", "email"]),
)
def test_answers_to_everything_pass_every_rule(
    category: str, kind: str, where: set[str], training: str, way: str
) -> None:
    """Once nothing is missing, a reviewer's rules find nothing either."""
    assume(kind != "community" or training == "no-training")
    told = {"form": "https://acme.example/form", "email": "privacy@acme.example", "set": "off"}
    answers = _GIVEN._replace(category=category, source_kind=kind, where=" ".join(where), training=training, set="",
                              path="", summary="Acme uses what you write there.")  # fmt: skip
    if training not in ("no-training", "no-control"):
        answers = answers._replace(**{way: told[way]}, path="A > B" if way == "set" else "")
    if training == "depends":
        assert [question.name for question in questions.missing(answers)] == ["scope"]
        answers = answers._replace(scope="It depends on the plan.")
    if training == "no-control":
        assert [question.name for question in questions.missing(answers)] == ["none"]
        answers = answers._replace(none="not-found", where="")
    assert questions.missing(answers) == []
    assert check(Catalog(new.written(answers, _DAY).encode(), "x"), TODAY) == []


def test_an_entry_looks_like_its_neighbours() -> None:
    """Fields in the usual order, short lists on one line, long texts folded before column 120, quotes where needed."""
    answers = _GIVEN._replace(
        domain="acme.example acme.test",
        company="Acme: the company",
        summary="Acme trains AI on your posts, the comments under them and what you look at, until you switch that off "
        "for each of your profiles. [help]",
        set="'No'",
        link="https://acme.example/settings",
        where="web ios",
        source_url="https://acme.example/help",
    )
    assert new.written(answers, _DAY) == (CASES / "new.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("end", ["s,", "t;", "TODO", "\\n", "\u201cu\u201d", "#c", "'"])
def test_a_long_text_is_written_as_format_writes_it(end: str) -> None:
    """Folded or in quotes, also where a short one would look like a slip, which is in quotes."""
    assert _read(_GIVEN._replace(path=f"A > {end}", set="on")).controls[0].path
    _read(_GIVEN._replace(path=f"{'x' * 110} > {end}", company=f"{'y ' * 60}{end}"))


def test_a_source_takes_the_id_that_the_summary_cites() -> None:
    """[help] in the summary names the source; without it, the publisher does."""
    assert _read(_GIVEN._replace(summary="It trains. [terms]")).sources[0].id == "terms"
    assert _read(_GIVEN).sources[0].id == "acme-help"
    assert _read(_GIVEN._replace(source_publisher="壁")).sources[0].id == "source"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("category", "socal", "did you mean social?"),
        ("domain", "acme", "expected a domain such as example.com"),
        ("path", "A > > B", "cannot be read as a station"),
        ("set", "no", "did you mean off?"),
        ("email", "nobody", "expected an address such as privacy@example.com"),
        ("form", "http://acme.example", "did you mean https://acme.example?"),
        ("summary", "one\n\ntwo", "expected one paragraph"),
        ("name", "a\u202eb", "the invisible character U+"),
        ("name", "a\udcffb", "the invisible character U+"),
        ("where", "web phone", "one of web, ios"),
        ("slug", "Acme Chat", "expected a slug"),
    ],
)
def test_a_wrong_answer_is_told_in_the_words_of_a_check(name: str, text: str, said: str) -> None:
    """At once, not after the last question."""
    question = next(one for one in questions.QUESTIONS if one.name == name)
    assert said in questions.problem(question, questions.tidy(question, text))


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        ("domain", "https://www.acme.example/feed?x, acme.test", "acme.example acme.test"),
        ("category", " Social ", "social"),
        ("where", "Web, iOS", "web ios"),
        ("name", " Acme ", "Acme"),
    ],
)
def test_answers_are_taken_as_they_are_meant(name: str, text: str, meant: str) -> None:
    """A pasted address is a domain, a capital letter no mistake."""
    question = next(one for one in questions.QUESTIONS if one.name == name)
    assert questions.tidy(question, text) == meant
    assert questions.problem(question, meant) == ""


def _names(answers: questions.Answers) -> list[str]:
    return [question.name for question in questions.missing(answers)]


def test_only_what_is_needed_is_missing() -> None:
    """A way to refuse where there is one, its label where no path ends in it, a slug where no name makes one."""
    assert _names(_GIVEN) == []
    assert _names(_GIVEN._replace(path="", set="")) == ["how"]
    assert _names(_GIVEN._replace(path="", set="", training="no-training")) == []
    assert _names(_GIVEN._replace(path="Settings > (the gear)")) == ["switch"]
    assert _names(_GIVEN._replace(path="", switch="Train", set="")) == ["set"]
    assert _names(_GIVEN._replace(name="壁")) == ["slug"]
    assert _names(questions.Answers(training="no-training")) == [
        "name", "category", "summary", "source_title", "source_publisher", "source_kind",
    ]  # fmt: skip


def test_two_ways_at_once_are_a_conflict() -> None:
    """An entry begins with one; a link belongs to a switch."""
    assert "different ways" in questions.conflict(_GIVEN._replace(form="https://acme.example/form"))
    assert "--form" in questions.conflict(
        questions.Answers(form="https://acme.example/form", link="https://acme.example")
    )
    assert "--none" in questions.conflict(questions.Answers(none="stated", where="web"))
    assert questions.conflict(_GIVEN._replace(link="https://acme.example")) == ""


_HEADER = "# The catalog\n\n"
_B = "b:\n  name: B\n  now: x\n"
_D = "# about d\nd:\n  name: D\n  now: x\n"
_NEW = "c:\n  name: C\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", _NEW),
        ("\ufeff", f"\ufeff{_NEW}"),
        (_HEADER, f"{_HEADER}{_NEW}"),
        (f"{_HEADER}{_B}", f"{_HEADER}{_B}\n{_NEW}"),
        (f"{_HEADER}{_B}\n\n\n", f"{_HEADER}{_B}\n{_NEW}"),
        (_B.rstrip("\n"), f"{_B}\n{_NEW}"),
        (f"{_HEADER}{_B}\n{_D}", f"{_HEADER}{_B}\n{_NEW}\n{_D}"),
        (f"{_HEADER}{_D}", f"{_HEADER}{_NEW}\n{_D}"),
        (_D, f"{_NEW}\n{_D}"),
        (f"# yaml-language-server: x\n{_D}", f"# yaml-language-server: x\n{_NEW}\n{_D}"),
        (f"{_B}# of b\n\n# of d\n\n{_D}", f"{_B}# of b\n\n{_NEW}\n# of d\n\n{_D}"),
        (f"{_B}\n# of the file\n", f"{_B}\n{_NEW}\n# of the file\n"),
        ("d:\n  now: x\n", f"{_NEW}\nd:\n  now: x\n"),
        ("d:\r\n  now: x\r\n", "c:\r\n  name: C\r\n\r\nd:\r\n  now: x\r\n"),
    ],
)
def test_an_entry_stands_in_its_place(before: str, after: str) -> None:
    """In the order of the slugs; comments stay with what they are about, line ends as they are."""
    assert new.insert(before, "c", _NEW) == after


@given(st.lists(st.from_regex(r"[a-z]{1,3}(-[a-z0-9]{1,2})?", fullmatch=True), unique=True, max_size=6), st.data())
def test_inserting_keeps_everything_else_and_the_order(slugs: list[str], data: st.DataObject) -> None:
    """Whatever is there stays, letter by letter, and sorted catalogs stay sorted."""
    slugs.sort()
    one = data.draw(st.from_regex(r"[a-z]{1,3}", fullmatch=True).filter(lambda slug: slug not in slugs))
    before = "\n".join(f"{slug}:\n  name: {slug}\n  now: x\n" for slug in slugs)
    after = new.insert(before, one, f"{one}:\n  name: New\n  now: x\n")
    assert Catalog(after.encode(), "x").slugs() == sorted([*slugs, one])
    assert after.replace(f"{one}:\n  name: New\n  now: x\n", "").split() == before.split()


def test_the_same_and_the_similar_are_found() -> None:
    """By any name it has or had, by its domain, and by a name that is much like it."""
    entries = [one.entry for one in Catalog((CASES / "example.yaml").read_bytes(), "x") if one.entry]
    assert new.alike(entries, questions.Answers(name="acme chat")) == (["acme"], [])
    assert new.alike(entries, questions.Answers(name="Other", domain="wall.example"))[0] == ["wall"]
    assert new.alike(entries, questions.Answers(name="Zeniths")) == ([], ["zenith", "acme"])  # which it was once
    assert new.alike(entries, questions.Answers(name="Other")) == ([], [])


@pytest.mark.parametrize(
    ("editor", "line"),
    [
        ("vi", "vi +7 c.yaml"),
        ("/usr/bin/nano -w", "/usr/bin/nano -w +7 c.yaml"),
        ("code --wait", "code --wait --goto c.yaml:7"),
        ("hx", "hx c.yaml:7"),
        ("notepad.exe", "notepad.exe c.yaml"),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, line: str) -> None:
    """+LINE, --goto, FILE:LINE, or not at all."""
    assert arguments(editor.split(), "c.yaml", 7) == line.split()
