"""Names that carry what is in a file: no page meets scripts or data of another build."""

import re
from hashlib import blake2s
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from optout.catalog import Catalog
from optout.errors import OptoutError
from optout.project.config import Config
from optout.render.environment import PACKAGED
from optout.site import build, named
from tests.conftest import EXAMPLE
from tests.site.planned import files_of


def _files(example: Catalog, templates: Path | None = None) -> dict[str, str]:
    return files_of(build.site(Config(templates=templates), "platforms.yaml", build.read(example)))


def test_every_name_is_that_of_the_text(in_a_folder: dict[str, str]) -> None:
    """Whatever a browser keeps for ever has a name by which it can be no other."""
    static = {path: text for path, text in in_a_folder.items() if path.startswith("static/")}
    assert len(static) > 10
    for path, text in static.items():
        assert path.split(".")[-2] == blake2s(text.encode(), digest_size=4).hexdigest(), path


def test_scripts_of_pages_have_such_names_and_are_there(in_a_folder: dict[str, str]) -> None:
    """Those that a page names, and those that a script loads once they are used."""
    named_in_pages = {
        path
        for page, text in in_a_folder.items()
        if page.endswith(".html")
        for path in re.findall(r'<script[^>]* src="(?:\.\./)*([^"]+)"', text)
    }
    assert named_in_pages
    loaded = {
        f"static/{name}" for path in named_in_pages for name in re.findall(r"'([\w-]+\.\w{8}\.js)'", in_a_folder[path])
    }
    assert any("tick" in path for path in loaded)
    for path in named_in_pages | loaded:
        assert path.startswith("static/")
        assert path in in_a_folder


def test_no_template_names_a_script_or_a_style_by_its_plain_name() -> None:
    """It would lead nowhere, on whichever page and under whatever setting it stands."""
    for path in PACKAGED.joinpath("site").glob("*.html"):
        assert not re.search(r"assets/[\w-]+\.(js|css)", path.read_text(encoding="utf-8")), path


def test_a_script_that_is_another_changes_the_name_wherever_it_stands(example: Catalog, tmp_path: Path) -> None:
    """That of a script that loads it as well, and where all look for data; a page of another build finds neither."""
    (tmp_path / "site" / "scripts").mkdir(parents=True)
    (tmp_path / "site" / "scripts" / "tick.js").write_text("console.log(1);\n")
    one, other = _files(example), _files(example, tmp_path)
    for name in ("tick", "guide", "home"):
        ours, theirs = ([path for path in files if path.startswith(f"static/{name}.")] for files in (one, other))
        assert len(ours) == len(theirs) == 1
        assert ours != theirs, name
    assert not {path for path in one if "search-index" in path and "assets/" in path} & other.keys()


def test_a_word_in_the_catalog_changes_no_page_but_those_it_stands_on(example: Catalog, tmp_path: Path) -> None:
    """A search finds the new word, in data of a new name, and pages look that name up."""
    text = EXAMPLE.read_text(encoding="utf-8").replace("Improve Acme for everyone", "Improve Acme for anybody")
    changed = Catalog(text.encode(), example.file)
    one, other = _files(example), _files(changed)
    pages = [path for path in one if path.endswith(".html") and one[path] != other.get(path)]
    assert pages == ["platforms/acme.html"]
    gone = sorted(path for path in one if path.startswith("static/") and path not in other)
    assert [path.split(".")[0] for path in gone] == ["static/memories", "static/platforms", "static/search-index"]


def test_pages_of_ones_own_may_use_plain_names(example: Catalog, tmp_path: Path) -> None:
    """As they were before, or by `page.asset`; a name that is none is told with the others."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "about.html").write_text(
        '<link rel="stylesheet" href="{{ page.top }}assets/style.css">'
        '<script src="{{ page.asset("home.js") }}"></script>'
    )
    made = _files(example, tmp_path)
    style, script = re.findall(r'"([^"]+\.(?:css|js))"', made["about.html"])
    assert style in made
    assert script in made
    (tmp_path / "site" / "about.html").write_text('{{ page.asset("hom.js") }}')
    from optout.site import page

    page.forget_templates()
    with pytest.raises(OptoutError, match=r"hom\.js: there is no script or style of this name; there are .*home\.js"):
        _files(example, tmp_path)


def test_scripts_that_name_each_other_are_named_with_what_they_name() -> None:
    """Whatever the order; a name that is none of theirs stays."""
    made = named.scripts({"a.js": "load('b.js'); load('c.js')", "b.js": "'MAKE'"}, "0" * 8)
    assert made["b.js"].text == "'00000000'"
    assert made["a.js"].text == f"load('{made['b.js'].path.removeprefix('static/')}'); load('c.js')"


def test_a_page_that_was_open_while_the_site_was_published_anew_finds_its_data(
    browser: Browser, example_site: Path
) -> None:
    """It was told of data that is gone: it asks again."""
    page = browser.new_page()
    root = "https://guides.example/"
    old = {"told": 0}

    def answer(route: object) -> None:
        path = route.request.url.removeprefix(root).partition("?")  # type: ignore[attr-defined]
        if path[0].startswith("assets/search-index.") and not path[2]:
            old["told"] += 1
            body = "Object.assign(self.optoutFiles??={},{'search-index':'search-index.gone.js'});"
            route.fulfill(body=body, content_type="text/javascript")  # type: ignore[attr-defined]
        elif (example_site / path[0]).is_file():
            route.fulfill(path=example_site / path[0])  # type: ignore[attr-defined]
        else:
            route.fulfill(status=404)  # type: ignore[attr-defined]

    page.route(f"{root}**", answer)
    page.goto(f"{root}index.html")
    page.fill("#q", "wall")
    expect(page.locator("[data-hits] li").first).to_contain_text("Wall")
    assert old["told"] == 1
    page.close()
