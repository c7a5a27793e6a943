"""The pages of the rules: what `optout check --explain` prints, for whoever is sent there by a report."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import html5lib
import pytest

from optout.catalog import Catalog
from optout.rules.manuals import manuals, page, parts
from optout.site import build
from tests.conftest import Run
from tests.site.planned import ADDRESS, PUBLISHED, files_of

_HTML = "{http://www.w3.org/1999/xhtml}"


def _main(text: str) -> Any:
    found = html5lib.parse(text).find(f".//{_HTML}main")
    assert found is not None
    return found


def _text(element: Any) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("rule", manuals())
def test_every_rule_has_a_page_with_all_of_its_manual(published: dict[str, str], rule: str) -> None:
    """Paragraph by paragraph, letter by letter; examples line by line as code, and names of fields as code."""
    article = _main(published[page(rule)]).find(f"{_HTML}article")
    manual = parts(manuals()[rule])
    shown = [(_text(one), one.tag == f"{_HTML}pre") for one in article if one.tag != f"{_HTML}h1"]
    assert _text(article.find(f"{_HTML}h1")) == rule
    assert shown == [(part.text if part.is_example else part.text.replace("`", ""), part.is_example) for part in manual]
    code = [one.text for one in article.findall(f".//{_HTML}p/{_HTML}code")]
    assert code == [word for part in manual if not part.is_example for word in re.findall("`([^`]+)`", part.text)]


def test_the_list_leads_to_every_rule(published: dict[str, str]) -> None:
    """With what each rule is about, and the method leads to the list."""
    rows = _main(published["rules.html"]).find(f"{_HTML}dl")
    links = {link.text: link.get("href") for link in rows.iter(f"{_HTML}a")}
    assert links == {rule: page(rule) for rule in manuals()}
    told = [_text(one) for one in rows.findall(f"{_HTML}dd")]
    assert told == [parts(manual)[0].text.replace("`", "") for manual in manuals().values()]
    assert 'href="rules.html"' in published["about.html"]
    assert "rules.html" not in published["platforms/acme.html"]


@pytest.mark.slow
def test_manuals_are_there_once_and_marked_as_english(example: Catalog) -> None:
    """Beside the first language, whatever it is; the others lead to them and have none of their own."""
    config = PUBLISHED._replace(languages=("de", "en"))
    files = files_of(build.site(config, "platforms.yaml", build.read(example)))
    assert not any(path.startswith(("en/rules", "de/rules")) for path in files)
    assert '<a href="rules.html" hreflang="en">' in files["about.html"]
    assert '<a href="../rules.html">' in files["en/about.html"]
    assert f"{ADDRESS}/en/rules" not in files["sitemap.xml"]
    assert f"<loc>{ADDRESS}/rules/quote-it.html</loc>" in files["sitemap.xml"]
    for path, tag in (("rules.html", "dl"), (page("quote-it"), "article")):
        assert '<html lang="de">' in files[path]
        assert "hreflang" not in files[path]
        assert _main(files[path]).find(f"{_HTML}{tag}").get("lang") == "en"


@pytest.mark.slow
def test_a_report_leads_to_pages_that_are_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What SARIF says of the catalog of a folder is what `optout build` makes in it."""
    monkeypatch.chdir(tmp_path)
    run("init", "mine")
    folder = tmp_path / "mine"
    monkeypatch.chdir(folder)
    settings = folder / "optout.toml"
    kept = [line for line in settings.read_text(encoding="utf-8").splitlines() if not re.match("#? ?base-url", line)]
    settings.write_text("\n".join([f'base-url = "{ADDRESS}/"', *kept]) + "\n", encoding="utf-8")
    assert run("build", "--out", "public").code == 0
    (log,) = json.loads(run("check", "--format", "sarif").out)["runs"]
    rules = log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(manuals())
    for rule in rules:
        path = rule["helpUri"].removeprefix(f"{ADDRESS}/")
        assert not urlsplit(path).scheme
        assert f"<h1>{rule['id']}</h1>" in (folder / "public" / path).read_text(encoding="utf-8")
