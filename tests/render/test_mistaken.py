"""A mistake in a template of one's own: file and line, in plain words, with the nearest right name."""

from pathlib import Path

import pytest

from optout.errors import OptoutError
from optout.render.environment import environment, render

_CONTEXT = {"guide": {"name": "Acme", "nothing": None}, "title": "Guides"}


def _said(folder: Path, text: str) -> str:
    (folder / "page.html").write_text(f"\n{text}", encoding="utf-8")
    with pytest.raises(OptoutError) as raised:
        render(environment({}, folder, autoescape=True), "page.html", _CONTEXT)
    return str(raised.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ guid.name }}", "there is nothing called `guid` here; did you mean `guide`?"),
        ("{{ titel }}", "there is nothing called `titel` here; did you mean `title`?"),
        ("{{ xyz }}", "there is nothing called `xyz` here"),
        ("{% for page in [1] %}{{ pag }}{% endfor %}", "there is nothing called `pag` here; did you mean `page`?"),
        ("{% macro m(first) %}{{ frist }}{% endmacro %}{{ m(1) }}", "`frist` here; did you mean `first`?"),
        ("{% block a %}{{ guidee }}{% endblock %}", "there is nothing called `guidee` here; did you mean `guide`?"),
        ("{{ guide.nam }}", "a table has no `nam`; did you mean `name`?"),
        ("{{ guide.xyz }}", "a table has no `xyz`; it has name, nothing"),
        ("{{ guide.name.uper() }}", "a text has no `uper`; did you mean `upper`?"),
        ("{{ guide.nothing.name }}", "`name` is asked of something that is not there (none)"),
        ("{{ guide.name | uper }}", "there is no filter `uper`; did you mean `upper`?"),
        ("{{ ['a'] | map('uper') | join }}", "there is no filter `uper`; did you mean `upper`?"),
        ("{{ guide.name is strin }}", "there is no test `strin`; did you mean `string`?"),
        ("{% blok a %}", "there is no tag `blok`; did you mean `block`?"),
        ("{% endif %}", "nothing is open that `{% endif %}` could belong to"),
        ("{% if title %}", "`{% if ... %}` is not closed; expected `{% endif %}`"),
        ("{% if title = 'a' %}{% endif %}", "a single `=` compares nothing; expected `==`"),
        ("{{ title }", "here something ends otherwise than it began; expected `}}` after `{{`"),
        ("{{ title", "the last `{{` has no `}}`"),
        ("{% if title", "the last `{%` has no `%}`"),
        ("{# title", "the last `{#` has no `#}`"),
        ("{{ title() }}", "what stands before `(` cannot be called (str); leave the brackets out"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "a macro or a loop in it calls itself without an end"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(text: str, said: str, tmp_path: Path) -> None:
    """Jinja says what it did not expect, of itself or of Python; a publisher wrote one of a few names wrong."""
    told = _said(tmp_path, text)
    assert told.startswith(f"{tmp_path / 'page.html'}:2: this template does not work: ")
    assert said in told


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{% include 'site/bas.html' %}", "site/base.html"),
        ("{% extends 'base.html' %}", "site/base.html"),
        ("{% include 'pagee.html' %}", "page.html"),
    ],
)
def test_a_template_that_is_not_there_is_told_with_the_nearest(text: str, meant: str, tmp_path: Path) -> None:
    """A packaged one or one's own, by its name or by the end of it."""
    expected = f"did you mean `{meant}`? `optout templates` lists the ones to copy"
    assert expected in _said(tmp_path, text)


def test_what_looks_like_nothing_is_told_without_a_guess(tmp_path: Path) -> None:
    """That most names end in .html makes none of them near."""
    assert "there is no template `nope.html`; `optout templates`" in _said(tmp_path, "{% include 'nope.html' %}")
