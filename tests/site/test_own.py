"""Pages and files of the publisher's own."""

from pathlib import Path

import pytest

from tests.conftest import CASES, Run
from tests.site.conftest import Open

pytestmark = pytest.mark.slow  # a site each


@pytest.fixture
def guides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a catalog, two pages, one of them in German too, and three files, as the current folder."""
    for path, text in {
        "platforms.yaml": (CASES / "eight-lines.yaml").read_text(encoding="utf-8"),
        "optout.toml": 'languages = ["en", "de"]\npages = "pages"\nfiles = "files"\nbase-url = "https://a.example"\n',
        "pages/imprint.md": "# Imprint\n\nRun by **Example**, see [about](about.html).\n\n<script>alert(1)</script>\n",
        "pages/de/imprint.md": "\ufeff# Impressum\n\nBetrieben von *Beispiel*.\n",
        "pages/privacy.md": "# Privacy\n\n| What | Why |\n| --- | --- |\n| None | |\n",
        "files/CNAME": "a.example\n",
        "files/.well-known/security.txt": "Contact: mailto:a@a.example\n",
        "files/img/logo.svg": "<svg/>",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_pages_are_pages_of_the_site(guides: Path, run: Run) -> None:
    """Linked at the foot of every page, in its language where there is one; HTML in them is text."""
    assert run("build").code == 0
    page = (guides / "site" / "imprint.html").read_text(encoding="utf-8")
    assert "<h1>Imprint</h1>" in page
    assert "<strong>Example</strong>" in page
    assert "<script>alert" not in page
    assert "<em>Beispiel</em>" in (guides / "site" / "de" / "imprint.html").read_text(encoding="utf-8")
    assert "<td>None</td>" in (guides / "site" / "privacy.html").read_text(encoding="utf-8")
    assert not (guides / "site" / "de" / "privacy.html").exists()
    foot = (guides / "site" / "platforms" / "example.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert '<a href="../imprint.html">Imprint</a>' in foot
    foot = (guides / "site" / "de" / "platforms" / "example.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert '<a href="../../de/imprint.html">Impressum</a>' in foot
    assert '<a href="../../privacy.html">Privacy</a>' in foot
    listed = (guides / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert all(f"https://a.example/{path}<" in listed for path in ("imprint.html", "de/imprint.html", "privacy.html"))


def test_files_are_copied_and_go_again(guides: Path, run: Run) -> None:
    """Byte for byte, in folders and where other sites look; what is taken out of the folder leaves the site."""
    (guides / "files" / "img" / "photo.png").write_bytes(bytes(range(256)))
    assert run("build").code == 0
    for path in ("CNAME", ".well-known/security.txt", "img/logo.svg", "img/photo.png"):
        assert (guides / "site" / path).read_bytes() == (guides / "files" / path).read_bytes()
    (guides / "files" / ".well-known" / "security.txt").unlink()
    assert run("build").code == 0
    assert not (guides / "site" / ".well-known" / "security.txt").exists()


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("files/index.html", "", "index.html: the site has a file of this name already"),
        ("files/Privacy.HTML", "", "Privacy.HTML: the site has a file of this name already"),
        ("pages/about.md", "# About", "about.html: the site has a file of this name already"),
        (
            "pages/a.txt",
            "a",
            "pages/a.txt is no page: expected NAME.md, or CODE/NAME.md",
        ),
        ("pages/fr/a.md", "# A", "pages/fr/a.md is no page"),
        ("pages/a.md", "No title.", "pages/a.md:1:1: the page has no title; begin it with a line such as # Imprint"),
        ("pages/a.md", b"\xff", "pages/a.md: byte 1 is no UTF-8"),
        ("files/.git/config", "", "files/.git/config: a site cannot have a file of this name"),
        ("files/platforms", "", "platforms: the site has a folder of this name already"),
        ("files/Index.html/a", "", "Index.html/a: the site has a file of this name already"),
    ],
)
def test_what_the_site_cannot_have_is_named(guides: Path, run: Run, path: str, text: str | bytes, said: str) -> None:
    """And nothing is built."""
    (guides / path).parent.mkdir(exist_ok=True)
    (guides / path).write_bytes(text.encode() if isinstance(text, str) else text)
    outcome = run("build")
    assert outcome.code == 1
    assert said in outcome.err
    assert not (guides / "site").exists()


def test_two_ways_to_compose_a_letter_are_one_name(guides: Path, run: Run) -> None:
    """On a Mac one file would take the other's place."""
    for name in ("Pr\u00fcfung.pdf", "Pru\u0308fung.pdf"):
        (guides / "files" / name).write_text(name, encoding="utf-8")
    if len(list((guides / "files").glob("Pr*.pdf"))) < 2:
        pytest.skip("this file system has one name for both")
    outcome = run("build")
    assert outcome.code == 1
    assert "fung.pdf: the site has a file of this name already" in outcome.err


def test_a_folder_that_is_not_there_is_named(guides: Path, run: Run) -> None:
    """As for templates: a site without its imprint is not what was meant."""
    (guides / "files").rename(guides / "static")
    outcome = run("build")
    assert outcome.code == 1
    assert "files: there is no folder files; make it or drop the line" in outcome.err


def test_no_link_is_followed(guides: Path, run: Run) -> None:
    """What it leads to may be no file to publish."""
    (guides / "files" / "passwd").symlink_to("/etc/passwd")
    outcome = run("build")
    assert outcome.code == 1
    assert "files/passwd is no file of its own" in outcome.err
    (guides / "files" / "passwd").unlink()
    (guides / "files" / "etc").symlink_to("/etc")
    assert "files/etc is no file of its own" in run("build").err


def test_a_file_that_no_site_can_have_is_not_read(guides: Path, run: Run) -> None:
    """A film put there by mistake would fill the memory."""
    with (guides / "files" / "film.mp4").open("wb") as film:
        film.truncate(2**36)
    outcome = run("build")
    assert outcome.code == 1
    assert "files/film.mp4 is larger than 100 MiB; keep it elsewhere, and link to it" in outcome.err


def test_a_page_is_read_from_top_to_bottom_on_a_wide_screen(guides: Path, run: Run, opened: Open) -> None:
    """Only a guide has something beside it: a title with its first paragraph to the right is no imprint."""
    assert run("build").code == 0
    for path in ("imprint.html", "rules/quote-it.html"):
        page = opened(guides / "site" / path)
        below = "main article > *"
        tops = page.locator(below).evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
        assert tops == sorted(set(tops))
