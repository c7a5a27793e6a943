"""What a publisher is told of templates of their own."""

from pathlib import Path

import pytest

from optout.render.environment import PACKAGED
from optout.render.own import oddities
from tests.conftest import EXAMPLE, Run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command is run in, with a catalog and a folder of templates."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "templates" / "site").mkdir(parents=True)
    return tmp_path


def _odd(folder: Path, name: str, text: str) -> list[str]:
    (folder / "templates" / name).write_text(text, encoding="utf-8")
    return [str(one).removeprefix(f"{folder}/templates/") for one in oddities(folder / "templates")]


def test_templates_are_listed_and_copied(run: Run, folder: Path) -> None:
    """A copy is never written over what is there."""
    assert "  site/guide.html\n" in run("templates").out
    assert run("templates", "--copy", "site/guide.html").code == 0
    copied = folder / "templates" / "site" / "guide.html"
    assert copied.read_bytes() == (PACKAGED / "site" / "guide.html").read_bytes()
    assert "* site/guide.html\n" in run("templates").out
    copied.write_text("mine")
    again = run("templates", "--copy", "site/guide.html")
    assert (again.code, copied.read_text()) == (1, "mine")
    assert run("templates", "--copy", "guide.htm").err == (
        "optout: there is no template `guide.htm`; did you mean guide.html? `optout templates` lists them\n"
    )


def test_the_folder_that_the_settings_name_is_meant(run: Run, folder: Path) -> None:
    """By `templates`, `guides`, `show` and `letter` alike."""
    (folder / "optout.toml").write_text('templates = "looks"')
    said = "optout: optout.toml:1:1: templates: there is no folder looks; make it or drop the line\n"
    letter = ("letter", "acme", "--region", "DE", "--name", "Ada", "--format", "text")
    assert run("show", "acme").err == run("guides").err == run("build").err == run(*letter).err == said
    missing = "optout: --templates: there is no folder none; make it, or name another\n"
    assert {run(name, *more, "--templates", "none") for name, *more in (("show", "acme"), ("guides",), ("build",))} == {
        (1, "", missing)
    }
    assert run("templates", "--copy", "guide.md").code == 0
    (folder / "looks" / "guide.md").write_text("mine\n")
    assert run("show", "acme", "--format", "markdown").out == "mine\n"
    assert run("guides").code == 0
    assert (folder / "guides" / "acme.md").read_text().endswith("mine\n")


def test_what_nothing_uses_is_named_with_what_was_meant(folder: Path) -> None:
    """A file of another name, in another folder; but not what a template of theirs asks for."""
    said = "nothing uses this file; it changes nothing; did you mean {}? `optout templates` lists what can be replaced"
    assert _odd(folder, "theme.css", "") == [f"theme.css: {said.format('site/theme.css')}"]
    (folder / "templates" / "theme.css").unlink()
    assert _odd(folder, "site/gude.html", "") == [f"site/gude.html: {said.format('site/guide.html')}"]
    (folder / "templates" / "site" / "gude.html").unlink()
    assert _odd(folder, "site/mine.html", "") != []
    uses = '{% extends "packaged/site/base.html" %}{% block head %}{% include "site/mine.html" %}{% endblock %}'
    assert _odd(folder, "site/base.html", uses) == []


def test_pages_and_files_of_ones_own_are_sent_to_their_folders(folder: Path) -> None:
    """Templates are no place for an imprint or a logo, which would be left out without a word."""
    (page,) = _odd(folder, "site/impressum.html", "")
    assert "a page of your own, in Markdown, goes into the folder that `pages` in optout.toml names" in page
    (folder / "templates" / "site" / "impressum.html").unlink()
    (logo,) = _odd(folder, "site/logo.svg", "")
    assert "a file that the site is to have as it is goes into the folder that `files` in optout.toml names" in logo


def test_a_block_that_nothing_shows_is_named(folder: Path) -> None:
    """With its line and the one that was meant."""
    text = '{% extends "packaged/site/guide.html" %}\n{% block corection %}x{% endblock %}'
    assert _odd(folder, "site/guide.html", text) == [
        "site/guide.html:2: there is no block `corection` in packaged/site/guide.html, so nothing shows this one; "
        "did you mean corrections?"
    ]
    inner = (
        '{% extends "packaged/site/guide.html" %}{% block corrections %}{% block mine %}x{% endblock %}{% endblock %}'
    )
    assert _odd(folder, "site/guide.html", inner) == []


def test_an_old_copy_that_lacks_a_block_is_named(folder: Path) -> None:
    """What came into the packaged file since is missing in it."""
    text = (PACKAGED / "site" / "guide.html").read_text("utf-8")
    assert _odd(folder, "site/guide.html", text) == []
    (odd,) = _odd(folder, "site/guide.html", text.replace("block corrections", "block other"))
    assert odd.startswith("site/guide.html: this copy has no block corrections; compare it with ")


def test_a_template_that_extends_itself_is_named(run: Run, folder: Path) -> None:
    """Before it is built with, and when it is."""
    (folder / "templates" / "guide.md").write_text('\n{% extends "guide.md" %}')
    assert run("templates").code == 1
    made = run("show", "acme", "--format", "markdown", "--templates", folder / "templates")
    assert made.code == 1
    assert "guide.md:2: this template extends or includes itself; a packaged one has another name" in made.err


def test_templates_that_no_setting_names_are_told(run: Run, folder: Path) -> None:
    """A folder of that name changes nothing by itself; another project's folder of that name is no business of ours."""
    (folder / "templates" / "page.html").write_text("another program's")
    assert "nothing uses templates" not in run("templates").err
    assert run("templates", "--copy", "guide.md").code == 0
    said = 'nothing uses templates: write templates = "templates" in optout.toml, or say --templates templates\n'
    assert said in run("templates").err
    assert said not in run("templates", "--templates", "templates").err
    (folder / "optout.toml").write_text('templates = "templates"')
    assert said not in run("templates").err


@pytest.mark.slow
def test_a_build_tells_of_templates_that_no_setting_names(run: Run, folder: Path) -> None:
    """It goes on with the packaged ones."""
    assert "nothing uses templates" not in run("build").err
    assert run("templates", "--copy", "site/guide.html").code == 0
    built = run("build")
    assert (built.code, "optout: nothing uses templates: write templates" in built.err) == (0, True)


def test_bytes_that_are_no_text_and_a_folder_are_told_with_their_place(run: Run, folder: Path) -> None:
    """Before they are built with, and when they are; the mark that Windows puts before a text is none of it."""
    latin = folder / "templates" / "guide.md"
    latin.write_bytes("one\nGr\xfc\xdfe".encode("latin-1"))
    (folder / "templates" / "site" / "guide.html").mkdir()
    assert [str(one).removeprefix(f"{folder}/templates/") for one in oddities(folder / "templates")] == [
        "guide.md:2: this file is not UTF-8; save it as that",
        "site/guide.html: this is a folder, and a template of this name is a file; rename it",
    ]
    shown = ("show", "acme", "--format", "markdown", "--templates", folder / "templates")
    said = run(*shown)
    message = "this template does not work: it is not UTF-8; save it as that"
    assert (said.code, said.err) == (1, f"optout: {latin}:2: {message}\n")
    latin.write_text("Grüße\n", encoding="utf-8-sig")
    assert run(*shown).out == "Grüße\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 'a' * 10**10 }}", "this template does not work: the result of * is too long for a page"),
        ("{{ 3 * ['a'] * 10**9 }}", "this template does not work: the result of * is too long for a page"),
        ("{{ 9 ** (10 ** 9) }}", "this template does not work: the result of ** is too long for a page"),
        *(
            (f"{{{{ {expression} }}}}", f"this template does not work: the result of {name} is too long for a page")
            for expression, name in (
                ("'a' | center(10 ** 10)", "center"),
                ("'a'.center(10 ** 10)", "center"),
                ("'a'.ljust(width = 10 ** 10) or 'a'.rjust(10 ** 10)", "ljust"),
                ("'a'.zfill(10 ** 10)", "zfill"),
                ("'\\t'.expandtabs(10 ** 10)", "expandtabs"),
                ("'%9999999999d' % 1", "%"),
                ("'%*d' % (10 ** 9, 1)", "%"),
                ("'%(n)9999999999d' % {'n': 1}", "%"),
                ("'%9999999999d' | format(1)", "format"),
                ("'{:9999999999}'.format(1)", "format"),
                ("'{:{}}'.format(1, 10 ** 9)", "format"),
                ("'{n:>9999999999}'.format_map({'n': 1})", "format"),
                ("('a' * 10000).replace('a', 'b' * 10000)", "replace"),
                ("('a' * 10000).join(range(10000))", "join"),
                ("'a' | indent(10 ** 10, true)", "indent"),
                ("['a'] | slice(10 ** 9) | list", "slice"),
                ("['a'] | batch(10 ** 9, 'b') | list", "batch"),
                ("lipsum(10 ** 9)", "lipsum"),
            )
        ),
        *(
            (
                f"{{% set n = namespace(x=['ab'], t='ab') %}}{{% for _ in range(40) %}}{doubled}{{% endfor %}}",
                f"this template does not work: the result of {name} is too long for a page",
            )
            for doubled, name in (
                ("{% set n.t = n.t ~ n.t %}", "~"),
                ("{% set n.t = n.t + n.t %}", "+"),
                ("{% set n.x = n.x + n.x %}", "+"),
                ("{% set n.t = [n.t, n.t] | join %}", "join"),
                ("{% set n.t = n.t | map('string') | join(n.t) %}", "join"),
                ("{% set n.t = ''.join([n.t, n.t]) %}", "join"),
                ("{% set n.t %}{{ n.t }}{{ n.t }}{% endset %}", "what is put together"),
                ("{% set n.t = n.t | replace('a', n.t) %}", "replace"),
                ("{% set n.t = '%s%s' % (n.t, n.t) %}", "%"),
                ("{% set n.t = '%s%s' | format(n.t, n.t) %}", "format"),
                ("{% set n.t = '{0}{0}'.format(n.t) %}", "format"),
                ("{% set n.x = [n.x, n.x] %}{% if loop.last %}{{ n.x }}{% endif %}", "what is written"),
                ("{% set n.x = [n.x, n.x] %}{% if loop.last %}{{ n.x | string }}{% endif %}", "string"),
                ("{% set n.x = [n.x, n.x] %}{% if loop.last %}{{ n.x | tojson }}{% endif %}", "tojson"),
                ("{% set n.x = [n.x, n.x] | sum(start=[]) %}", "sum"),
            )
        ),
        (
            "{% macro twice(n) %}{{ twice(n - 1) ~ twice(n - 1) if n else 'ab' * 9999 }}{% endmacro %}{{ twice(12) }}",
            "this template does not work: the result of ~ is too long for a page",
        ),
        ("{% include 'nope.md' %}", "there is no template `nope.md`; `optout templates` lists the ones to copy"),
    ],
)
def test_a_template_that_asks_for_too_much_is_told_with_its_line(run: Run, folder: Path, text: str, said: str) -> None:
    """Whoever builds a stranger's folder gets a sentence, and keeps their memory."""
    (folder / "templates" / "guide.md").write_text(f"\n{text}")
    made = run("show", "acme", "--format", "markdown", "--templates", folder / "templates")
    assert (made.code, made.err) == (1, f"optout: {folder / 'templates' / 'guide.md'}:2: {said}\n")


def test_a_template_may_count(run: Run, folder: Path) -> None:
    """Sums, powers and lines of a sensible length are what templates are for."""
    (folder / "templates" / "guide.md").write_text(
        "{{ '-' * 40 }}{{ 2 ** 10 }}{{ 1.5 * 2 }}{{ 2 ** -1 }}"
        "{{ '%5.1f|%s' % (1.25, 'a') }}{{ '{:>3}'.format('b') }}{{ 'c'.center(3) }}{{ 7 % 4 }}"
        "{{ '%d%%' | format(1000000000) }}{{ ['a', 'b'] | map('upper') | join('-') }}{{ 'a' ~ 1 ~ 'b' }}{{ [1, 'c'] }}"
    )
    made = run("show", "acme", "--format", "markdown", "--templates", folder / "templates")
    counted = "-" * 40 + "1024" + "3.0" + "0.5" + "  1.2|a" + "  b" + " c " + "3" + "1000000000%"
    assert made.out.strip() == counted + "A-Ba1b[1, 'c']"


@pytest.mark.slow
def test_a_build_tells_what_is_odd_and_goes_on(run: Run, folder: Path) -> None:
    """It is no error: the site is whole, without what nothing shows."""
    (folder / "templates" / "theme.css").write_text("")
    built = run("build", "--templates", "templates")
    assert built.code == 0
    assert built.err.startswith("optout: templates/theme.css: nothing uses this file")
