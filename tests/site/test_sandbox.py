"""Templates of a folder that somebody else wrote: they fill in what they are given, and reach nothing else."""

from pathlib import Path

import pytest

from optout.errors import OptoutError
from optout.render.environment import environment, render
from optout.site import page
from tests.conftest import EXAMPLE, Run
from tests.site.test_build import tree

_GLOBALS = "__init__.__globals__"
_PROGRAMS = (
    "{{ cycler.__init__.__globals__.os.system('touch PROOF') }}",
    "{{ lipsum.__globals__['os'].system('touch PROOF') }}",
    "{{ (lipsum|attr('__globals__'))['os'].system('touch PROOF') }}",
    "{{ namespace.__init__.__globals__.os.system('touch PROOF') }}",
    "{{ joiner['__init__']['__globals__'].os.system('touch PROOF') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment.loader }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ()|attr('__cl' ~ 'ass__') }}",
    "{{ [[]]|map(attribute='__class__')|first }}",
    "{{ [[], []]|groupby('__class__') }}",
    "{{ [[]]|sum(attribute='__class__') }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{0.__class__}'|attr('format')(1) }}",
    "{{ '{x.__class__}'.format_map({'x': 1}) }}",
    "{{ ['{0.__class__}'.format]|map('call', 1)|list }}",
    "{% set f = '{0.__class__}'.format %}{{ f(1) }}",
    "{{ guide.compose.__globals__ }}",
    "{{ page._replace(site='x') }}",
    "{{ page.__class__ }}",
    "{{ names.__class__ }}",
    "{{ names.pop('acme') }}",
    "{% do names.clear() %}",
    "{% import os %}",
    "{% include '../../secret' %}",
    "{% include '/etc/passwd' %}",
    "{% include 'packaged/../../environment.py' %}",
    "{{ get_flashed_messages.__globals__ }}",
    "{% for one in range(999999) %}{% endfor %}",
)


@pytest.mark.slow
@pytest.mark.parametrize("text", _PROGRAMS)
def test_a_template_is_no_program(text: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would run a command or reach behind a value ends the build with file and line, and nothing was run."""
    proof = tmp_path / "proof"
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "t" / "site").mkdir(parents=True)
    (tmp_path / "t" / "site" / "404.html").write_text(text.replace("PROOF", str(proof)))
    (tmp_path / "optout.toml").write_text('templates = "t"\ncatalog = "platforms.yaml"\n')
    (tmp_path / "platforms.yaml").write_bytes(EXAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    page.forget_templates()  # those of the test before have the same name here
    done = run("build")
    assert not proof.exists()
    assert done.code == 1, done.err
    assert "404.html" in done.err or "there is no template" in done.err
    assert "bug" not in done.err
    assert not (tmp_path / "site").exists()


@pytest.mark.slow
def test_the_packaged_templates_need_no_more(run: Run, tmp_path: Path) -> None:
    """In the sandbox they make the same site, letter by letter."""
    (tmp_path / "t").mkdir()
    for name, more in (("one", ()), ("two", ("--templates", tmp_path / "t"))):
        assert run("build", "--catalog", EXAMPLE, "--out", tmp_path / name, *more).code == 0
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


@pytest.mark.parametrize("link", ["secret", "/etc/passwd", "../secret"])
def test_a_link_out_of_the_folder_is_no_template(link: str, tmp_path: Path) -> None:
    """What it leads to would be published; a link within the folder is one's own business."""
    (tmp_path / "secret").write_text("secret")
    own = tmp_path / "own"
    own.mkdir()
    (own / "real.txt").write_text("said")
    (own / "inner.txt").symlink_to("real.txt")
    (own / "outer.txt").symlink_to(tmp_path / "secret" if link == "secret" else link)
    made = environment({}, own)
    assert render(made, "inner.txt", {}) == "said"
    with pytest.raises(OptoutError, match="is a link that leads out of"):
        render(made, "outer.txt", {})
