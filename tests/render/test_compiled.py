"""Templates that come compiled with the package: the same pages, or nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateNotFound

from optout import store
from optout.guide import compose
from optout.model import Platform
from optout.render import compiled, compiling, html, markdown, terminal
from optout.render import environment as environments
from optout.render.environment import PACKAGED, environment
from optout.render.screen import Screen
from tests.conftest import CASES

_MADE = [html._environment, markdown._environment]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged templates, with what was compiled of them beside them."""
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copytree(PACKAGED, folder / "templates")
    compiling.ship(folder)
    return folder


@pytest.fixture
def templates(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same in a folder of their own."""
    copied = Path(shutil.copytree(shipped, tmp_path, dirs_exist_ok=True)) / "templates"
    monkeypatch.setattr(environments, "PACKAGED", copied)
    _forget()
    yield copied
    _forget()


def _forget() -> None:
    for made in (*_MADE, compiled._opened):
        made.cache_clear()


def _compiles_nothing(*given: object, **more: object) -> None:
    raise AssertionError("this was to be there already")


@pytest.mark.slow
def test_they_make_the_same_and_are_not_compiled_again(
    templates: Path, acme: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every format and language, though filters were not known when they were compiled."""
    screen = Screen(80, False, False)
    told = [compose(acme, spoken=spoken) for spoken in ("en", "de")]
    with monkeypatch.context() as patched:
        patched.setattr(Environment, "compile", _compiles_nothing)
        found = [(html.guide(one), markdown.guide(one), terminal.guide(one, screen)) for one in told]
    assert found[0][0] == (CASES / "guides" / "acme.html").read_text(encoding="utf-8")
    (templates.parent / compiled.FILE).unlink()
    _forget()
    assert found == [(html.guide(one), markdown.guide(one), terminal.guide(one, screen)) for one in told]


def test_every_packaged_template_is_there(templates: Path) -> None:
    """For those that escape, and for those that do not."""
    names = [one.relative_to(templates).as_posix() for one in templates.rglob("*.html")]
    for escaping in (True, False):
        (loader,) = compiled.loaders(templates)
        made = environment({}, autoescape=escaping)
        assert [loader.load(made, name).name for name in names] == names


def test_a_template_that_was_changed_is_compiled_again(templates: Path, acme: Platform) -> None:
    """Somebody may write to it where it is installed."""
    page = templates / "guide.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- mine -->", encoding="utf-8")
    assert html.guide(compose(acme)).endswith("<!-- mine -->")


def test_ones_own_are_never_mistaken_for_them(templates: Path, acme: Platform, tmp_path: Path) -> None:
    """They are run apart from ours, which are compiled for that."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "guide.html").write_text("mine: {{ guide.slug }}", encoding="utf-8")
    assert html.guide(compose(acme), own) == "mine: acme"


@pytest.mark.parametrize("changed", ["program", "jinja2"])
def test_those_of_another_program_or_jinja_are_none(templates: Path, changed: str) -> None:
    """What one release compiles another may not understand."""
    kept = {"program": store.program(), "jinja2": "3.0", changed: "another"}
    (templates.parent / compiled.FILE).write_bytes(store.pack(store.Made(0, "-"), kept, {}))
    _forget()
    assert compiled.loaders(templates) == []


def test_damage_is_seen(templates: Path) -> None:
    """A wrong bit, or a file that is none: then there are none, and nothing is lost but time."""
    path = templates.parent / compiled.FILE
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    (loader,) = compiled.loaders(templates)
    with pytest.raises(TemplateNotFound):
        loader.load(environment({}, autoescape=True), "table.css")  # the last
    path.write_bytes(b"?")
    _forget()
    assert compiled.loaders(templates) == []
