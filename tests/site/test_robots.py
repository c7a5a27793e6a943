"""The page for those who run a website: the file that the command writes, to tick and to copy."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from optout.catalog import Catalog
from optout.messages import LANGUAGES, language
from optout.model import Platform
from optout.render.environment import PACKAGED
from optout.render.robots import FORMS, SHAPES, block
from optout.robots import choice
from optout.site import robots
from tests.conftest import platform
from tests.site.conftest import Open
from tests.site.measured import sound, weight
from tests.site.planned import files_of, site_of
from tests.site.test_scripts import node  # noqa: F401

_CHOICES = (("training",), ("search", "user"), ("all",), ("GPTBot",), ("training", "search", "user", "agent"))


@pytest.fixture(scope="session")
def crawling(packaged: Catalog) -> tuple[Platform, ...]:
    """The entries of the packaged catalog that have crawlers."""
    return tuple(choice.entries(packaged))


def _said(choices: tuple[str, ...], format_: str) -> str:
    """The options as the script says them: purposes, or nothing."""
    named = "".join(f" --block {one}" for one in choices if one in ("training", "search", "user", "agent"))
    return named + (f" --format {format_}" if format_ != "robots" else "")


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_script_composes_what_the_command_writes(
    code: str,
    node: str,  # noqa: F811
    crawling: tuple[Platform, ...],
    tmp_path: Path,
) -> None:
    """Letter by letter, for every server and choice."""
    shutil.copy(PACKAGED / "site" / "scripts" / "robotsfile.js", tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    data = robots.for_script(site_of(crawling)._replace(spoken=language(code)))
    known = choice.robots(crawling)
    asked, wanted = [], []
    for choices in _CHOICES:
        chosen = choice.choose(known, choices, ())._replace(searching=choice.choose(known, ("training",), ()).searching)
        named = [one for one in choices if one in ("training", "search", "user", "agent")]
        for format_ in (*SHAPES, "cloudflare"):
            asked.append([format_, [one.token for one in chosen.blocked], named])
            wanted.append(block(FORMS[format_], chosen, (), _said(choices, format_), language(code)))
    program = (
        "import {compose} from './robotsfile.js'; import {readFileSync} from 'node:fs';"
        "const {data, asked} = JSON.parse(readFileSync(0));"
        "console.log(JSON.stringify(asked.map(one => compose(data, ...one))))"
    )
    done = subprocess.run(
        [node, "--input-type=module", "-e", program],
        input=json.dumps({"data": data, "asked": asked}),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == wanted


def test_without_crawlers_there_is_no_such_page(packaged: Catalog) -> None:
    """And no link to it."""
    files = files_of(site_of([platform(packaged, "linkedin")]))
    assert robots.PATH not in files
    assert not any("robots.html" in text for text in files.values())


def test_the_guides_of_crawlers_lead_there(published: dict[str, str]) -> None:
    """And every page below its end."""
    assert 'href="robots.html"' in published["index.html"]
    assert 'href="../robots.html"' in published["platforms/acme.html"]


@pytest.fixture
def page(opened: Open, packaged_site: Path) -> Page:
    """The page of the packaged catalog."""
    return opened(packaged_site / "robots.html")


def _file(page: Page) -> str:
    return page.locator("[data-file]").text_content() or ""


def test_one_ticks_chooses_a_server_and_copies(page: Page) -> None:
    """The file says at once what was ticked, and how to ask for the same on the command line."""
    assert "# BEGIN optout robots --block training\n" in _file(page)
    assert "User-agent: GPTBot\n" in _file(page)
    assert "Applebot\n" not in _file(page)
    page.get_by_role("group", name="Who searches").locator("[data-all]").check()
    assert "# BEGIN optout robots --block training --block search\n" in _file(page)
    assert "User-agent: Applebot\n" in _file(page)
    training = page.get_by_role("group", name="Who collects for training")
    training.locator("summary").click()
    training.get_by_label("GPTBot").uncheck()
    assert "# BEGIN optout robots\n" in _file(page)
    assert "User-agent: GPTBot\n" not in _file(page)
    assert training.locator("[data-all]").evaluate("one => one.indeterminate")
    page.select_option("[data-format]", "nginx")
    assert _file(page).startswith("# BEGIN optout robots --format nginx\n")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-file] + .copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    for group in page.locator("[data-all]").all():
        group.set_checked(True)
        group.set_checked(False)
    assert _file(page) == "Nobody is ticked."


def test_without_scripts_the_file_is_there(packaged_site: Path, page: Page) -> None:
    """That against training; what only a script can do is hidden."""
    browser = page.context.browser
    assert browser
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto((packaged_site / "robots.html").as_uri())
    assert "User-agent: GPTBot" in (bare.locator("[data-file]").text_content() or "")
    assert not bare.locator("form").is_visible()
    bare.context.close()


def test_the_page_is_accessible_and_light(browser: Browser, packaged_site: Path) -> None:
    """Opened as far as it goes, in light and dark; with styles and script at most 24 KiB, compressed."""
    page = browser.new_page()
    page.goto((packaged_site / "robots.html").as_uri())
    for one in page.locator("details").all():
        one.evaluate("one => one.open = true")
    sound(page, "robots")
    page.close()
    assert weight(packaged_site, "robots.html") <= 24 * 1024
