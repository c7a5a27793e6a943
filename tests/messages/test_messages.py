"""Messages: one catalog of sentences per language, complete, compiled, and said as CLDR has it."""

import ast
import doctest
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, nodes

import optout
import optout.messages.compile as compiler
from optout import messages, regions
from optout.cli.asking import KEYS
from optout.guide.guide import WAY_PARTS
from optout.guide.places import GroupKind
from optout.guide.words import VERDICTS
from optout.messages import LANGUAGES, Label, Language, Listed, Region, find_region, language, message
from optout.model import CATEGORIES, HOWS, PURPOSES, SOURCE_KINDS, STANDINGS, SURFACES, TOPICS, UNSEENS, WHOS, Date
from optout.plan.changed import ASKS
from optout.prose import Span
from optout.render.plan import OUTLINE
from optout.render.robots import FORMS
from optout.robots.audit import Right
from optout.robots.website import Stance
from optout.spoken import preferred

_PACKAGE = Path(optout.__file__).parent

# What can stand in a gap of a key: a word of the catalog, or what a guide adds to them.
_WORDS = (
    *CATEGORIES,
    *TOPICS,
    *HOWS,
    *PURPOSES,
    *SOURCE_KINDS,
    *STANDINGS,
    *SURFACES,
    *WHOS,
    *UNSEENS,
    *VERDICTS,
    *WAY_PARTS,
    *get_args(GroupKind),
    *FORMS,
    *get_args(Right),
    *get_args(Stance),
    *OUTLINE,
    *KEYS,
    *ASKS,
    "-sure",
    "",
)
_VOCABULARY = f"(?:{'|'.join(_WORDS)})"


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_compiled_is_what_the_sources_say(code: str) -> None:
    """Whoever changes a sentence runs `python -m optout.messages.compile` and commits both."""
    found = {
        path.stem: path.read_text(encoding="utf-8") for path in (_PACKAGE / "messages").glob(f"compiled_{code}*.py")
    }
    assert found == compiler.modules(code)
    assert (_PACKAGE / "messages" / "compiled_countries.py").read_text(encoding="utf-8") == compiler.countries()


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_every_message_with_the_same_arguments(code: str) -> None:
    """A sentence that is missing, lacks an argument or does not know a word that is chosen by is a mistake."""
    own, english = (compiler.patterns(compiler.read(one)) for one in (code, "en"))
    assert own.keys() == english.keys()
    for key in english:
        found, wanted = compiler.arguments(own[key]), compiler.arguments(english[key])
        assert found.keys() == wanted.keys(), key
        for name, words in wanted.items():
            assert not (words and found[name]) or words == found[name], f"{key}: {name}"


def _calls() -> Iterator[tuple[str, re.Pattern[str], frozenset[str] | None]]:
    """Where the code makes messages: the place, what the key can be, and the arguments, as far as they are written."""
    for path in sorted(_PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "message"
                and node.args
            ):
                names = [one.arg for one in node.keywords]
                known = None if None in names else frozenset(name for name in names if name)
                yield f"{path}:{node.lineno}", _key(node.args[0]), known


def _key(node: ast.expr) -> re.Pattern[str]:
    """What an expression for a key can come to; anything but a string or one with gaps can be read by nobody."""
    if isinstance(node, ast.Constant):
        return re.compile(re.escape(str(node.value)))
    if isinstance(node, ast.IfExp):
        return re.compile(f"{_key(node.body).pattern}|{_key(node.orelse).pattern}")
    assert isinstance(node, ast.JoinedStr), ast.dump(node)
    parts = (re.escape(str(one.value)) if isinstance(one, ast.Constant) else _VOCABULARY for one in node.values)
    return re.compile("".join(parts))


def _called_in_templates() -> Iterator[tuple[str, re.Pattern[str], frozenset[str] | None]]:
    """The same for `t("key", name=...)` in the templates of the site."""
    for path in sorted((_PACKAGE / "templates").rglob("*.html")):
        for node in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(node.node, nodes.Name) and node.node.name == "t":
                key = node.args[0].as_const()
                yield f"{path}:{node.lineno}", re.compile(re.escape(key)), frozenset(one.key for one in node.kwargs)


@pytest.mark.slow
def test_every_message_is_used_and_every_use_has_its_message() -> None:
    """A key that is nowhere said is dead, one that is said and not there would fail in a reader's hands."""
    found = compiler.patterns(compiler.read("en"))
    # Those of the language itself, and of the scripts, which tests/site/test_scripts.py holds.
    used = {"place", *(name for name in found if name.startswith("script-"))}
    for where, key, names in (*_calls(), *_called_in_templates()):
        fitting = [name for name in found if key.fullmatch(name)]
        called = [name for name in fitting if names in (None, compiler.arguments(found[name]).keys())]
        assert called, f"{where}: no message {key.pattern} with the arguments {names}, only {fitting}"
        used.update(called)
    assert found.keys() == used


def test_the_example_of_the_package_says_what_it_says() -> None:
    """The docstring shows how messages are made and said, and is right."""
    assert not doctest.testmod(messages).failed


@pytest.mark.parametrize("code", LANGUAGES)
def test_plural_categories_are_those_of_the_cldr(code: str) -> None:
    """For whole numbers, up to those at which any language changes its mind."""
    tables = importlib.import_module(f"optout.messages.compiled_{code}")
    rule = Locale.parse(code).plural_form
    for number in (*range(250), 999, 1000, 1001, 1_000_000, 1_000_001):
        assert tables.plural(number) == rule(number)


@pytest.mark.parametrize("code", ["pl", "ar", "fr", "cs", "lt", "cy"])
def test_plural_rules_of_other_languages_are_compiled_as_well(code: str) -> None:
    """A language to come has its own categories; nothing here knows only one and other."""
    locale = Locale.parse(code)
    made: dict[str, object] = {}
    exec(compiler.plural(locale), made)
    plural = made["plural"]
    assert callable(plural)
    for number in (*range(250), 1000, 1_000_000):
        assert plural(number) == locale.plural_form(number)


@pytest.mark.parametrize(
    ("code", "date", "spoken", "day"),
    [
        ("en", Date(2026, 7, 23), "23 July 2026", "23 July"),
        ("en", Date(2026, 7), "July 2026", "July"),
        ("en", Date(2026), "2026", ""),
        ("de", Date(2026, 3, 1), "1. März 2026", "1. März"),
        ("de", Date(2026, 3), "März 2026", "März"),
        ("de", Date(2026), "2026", ""),
    ],
)
def test_dates_are_as_precise_as_they_are_known(code: str, date: Date, spoken: str, day: str) -> None:
    """A day, a month, a year; and below the heading of a year what is left of it."""
    assert (language(code).date(date), language(code).day(date)) == (spoken, day)


@pytest.mark.parametrize(("code", "said"), [("en", "1,234,567"), ("de", "1.234.567")])
def test_numbers_have_their_thousands_apart(code: str, said: str) -> None:
    """As the language writes them."""
    assert (language(code).number(1234567), language(code).number(999)) == (said, "999")


@pytest.mark.parametrize(
    ("code", "said"), [("en", ["", "a", "a and b", "a, b and c"]), ("de", ["", "a", "a und b", "a, b und c"])]
)
def test_lists_are_joined_as_sentences_do(code: str, said: list[str]) -> None:
    """None, one, two, three."""
    assert [language(code).text(Listed(tuple("abc"[:number]))) for number in range(4)] == said


@given(st.sampled_from(LANGUAGES), st.lists(st.sampled_from(["label", "code", "emphasis", "cite"]), max_size=4))
def test_spans_of_the_catalog_stay_what_they_are(code: str, kinds: list[str]) -> None:
    """Whatever is said around them: kind, words, address and language are as they were, in their order."""
    given_spans = tuple(Span(kind, f"word {number}") for number, kind in enumerate(kinds))  # type: ignore[arg-type]
    said = language(code).say(message("on-plans", plans=Listed(given_spans)))
    assert tuple(span for span in said if span.kind != "text") == given_spans
    assert {span.lang for span in said if span.kind == "text"} == {"" if code == "en" else code}


def test_words_of_its_own_can_stand_out_as_a_label() -> None:
    """In its language; a label of the catalog is none of its words."""
    said = language("de").say(message("menu-path"))
    assert language("de").say(Label(message("menu-path"))) == (Span("label", said[0].text, "", "de"),)
    assert language("en").say(Label(Span("cite", "1"))) == ()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_region_has_a_name_and_a_place_in_a_sentence(code: str) -> None:
    """No code is ever shown to a reader, and no name stands for two regions of one country."""
    spoken = language(code)
    assert spoken.regions().keys() == set(regions.codes())
    for one in (*regions.codes(), *regions.GROUPS):
        assert spoken.text(Region(one))
        assert one in ("EU", "US") or one not in spoken.text(Region(one)).split(), one
    for country in ("", "AU", "CA", "GB", "US"):
        names = [name for one, name in spoken.regions().items() if one.rpartition("-")[0] == country]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "code"),
    [("germany", "DE"), ("Deutschland", "DE"), ("USA", "US"), ("kalifornien", "US-CA"), ("de", "DE"), ("Narnia", None)],
)
def test_a_region_is_found_by_its_name_in_any_language(text: str, code: str | None) -> None:
    """In any case; a code comes before a name."""
    assert find_region(text) == code


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_AT"}, "de"),
        ({"LANG": "de_DE", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "de_DE", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR"}, "en"),
        ({"LANG": "en_US", "LANGUAGE": "fr:de:en"}, "de"),
        ({"LANG": "de_DE", "LANGUAGE": "en"}, "en"),
        ({"LANG": "C", "LANGUAGE": "de"}, "en"),
        ({"LANG": "de_DE@euro", "LC_ALL": ""}, "de"),
        ({"LANG": "nonsense;rm -rf"}, "en"),
    ],
)
def test_the_environment_names_the_language_as_for_gettext(environment: dict[str, str], code: str) -> None:
    """LANGUAGE is a list that C switches off; LC_ALL before LC_MESSAGES before LANG; what is not spoken is English."""
    assert preferred(environment) == code


def test_a_language_that_is_not_there_is_named_with_those_that_are() -> None:
    """For whoever calls it; the command line asks before."""
    with pytest.raises(ValueError, match="there is no language `fr`: use en or de"):
        language("fr")


def test_a_message_without_its_argument_is_an_error() -> None:
    """Rather than a sentence with a hole."""
    with pytest.raises(KeyError):
        language("en").text(message("on-plans"))


_SOURCE = """
plain = words
named = Hello { $name }!
counted = { $number ->
    [0] nothing
    [one] one thing
   *[other] { $number } things
 }
around = { $name }: { $number ->
    [one] { $number } thing
   *[other] { $number } things
 } of us
switched = { $position ->
    [off] off
   *[on] on
 }
-tool = optout { $kind ->
    [old] one
   *[new] two
 }
with-term = Use { -tool(kind: "old") }{ " " }or { -tool }
with-message = { plain }, { named }
long = one line
    and another
"""


def _said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Language:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "some.ftl").write_text(text, encoding="utf-8")
    monkeypatch.setattr(compiler, "FOLDER", tmp_path)
    tables = importlib.import_module("optout.messages.compiled_en")
    made = type("Tables", (), {**vars(tables), "plural": staticmethod(tables.plural)})
    made.MESSAGES = compiler.patterns(compiler.read("en"))  # type: ignore[attr-defined]
    return Language("en", made)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (message("plain"), "words"),
        (message("named", name="you"), "Hello you!"),
        (message("named", name=message("plain")), "Hello words!"),
        (message("named", name=Date(2026, 7)), "Hello July 2026!"),
        (message("named", name=Span("cite", "1")), "Hello !"),
        (message("counted", number=0), "nothing"),
        (message("counted", number=1), "one thing"),
        (message("counted", number=2000), "2,000 things"),
        (message("switched", position="off"), "off"),
        (message("switched", position="anything"), "on"),
        (message("with-term"), "Use optout one or optout two"),
        (message("with-message", name="you"), "words, Hello you!"),
        (message("long"), "one line and another"),
    ],
)
def test_what_fluent_says(said: messages.Message, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Arguments, choices, plurals, terms with parameters, other messages: https://projectfluent.org/fluent/guide/."""
    assert _said(tmp_path, monkeypatch, _SOURCE).text(said) == text


@pytest.mark.parametrize(
    ("key", "forms"),
    [
        ("plain", {"other": "words"}),
        ("named", {"other": "Hello {name}!"}),
        ("around", {"one": "{name}: {number} thing of us", "other": "{name}: {number} things of us"}),
    ],
)
def test_a_message_is_left_open_for_a_script(
    key: str, forms: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form for each plural category, the arguments as gaps; what depends on more cannot be handed over."""
    spoken = _said(tmp_path, monkeypatch, _SOURCE)
    assert spoken.open(key) == forms
    with pytest.raises(ValueError, match="`switched` depends on more than one number"):
        spoken.open("switched")
    assert (spoken.plural(1), spoken.plural(2)) == ("one", "other")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("one = a\ntwo two\n", r"some.ftl:2: "),
        ("one = a\none = b\n", r"some.ftl:2: `one` stands twice"),
        ("one = { DATETIME($day) }\n", "`one`: FunctionReference cannot be used here"),
        ("-one = { $some }\ntwo = { -one }\n", "`two`: 'some' cannot be used here"),
        ("one = { two }\n", "`one`: 'two' cannot be used here"),
        ("one = a\n .title = b\n", "`one`: a message has a value and no attributes"),
    ],
)
def test_a_mistake_in_a_source_is_named(text: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the file and line, or the message."""
    with pytest.raises(ValueError, match=says):
        _said(tmp_path, monkeypatch, text)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_status_has_one_wording_wherever_it_stands(code: str) -> None:
    """What is said for some readers are the words of the label, but for the capital that begins it."""
    tongue, said = language(code), compiler.patterns(compiler.read(code))
    for verdict in VERDICTS:
        if f"for-some-{verdict}" in said:
            label = tongue.text(message(f"status-{verdict}"))
            assert tongue.text(message(f"for-some-{verdict}")) == label[:1].lower() + label[1:]
