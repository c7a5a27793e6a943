"""Pictures of guides, for those who share their address."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import optout
from optout.catalog import Catalog
from optout.errors import OptoutError
from optout.project.config import Config
from optout.site import build, guides, picture, pictures, touch
from optout.site.model import Site
from tests.conftest import EXAMPLE, Run, platform
from tests.site.measured import packed
from tests.site.planned import ADDRESS, files_of, site_of

_WITH = Config(title="Ours & theirs", base_url=ADDRESS, pictures=True)
_SAID = picture.Caption(
    "Ours", "Acme", "Trains", "care", "Acme trains on what you write.", "Switch off: 2 steps", "Checked"
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of a site with pictures, in the folder in which one is."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "optout.toml"
    file.write_text(f'catalog = "{EXAMPLE.as_posix()}"\nbase-url = "{ADDRESS}"\npictures = true\n', encoding="utf-8")
    return file


def test_a_guide_names_its_picture(example: Catalog) -> None:
    """With its whole address, as networks ask for it, in each language its own; only where the site has pictures."""
    both = _WITH._replace(languages=("en", "de"))
    files = files_of(build.site(both, "platforms.yaml", build.read(example)))
    for folder in ("", "de/"):
        page = files[f"{folder}platforms/acme.html"]
        assert f'<meta property="og:image" content="{ADDRESS}/{folder}pictures/acme.png">' in page
        assert '<meta name="twitter:card" content="summary_large_image">' in page
    for config in (_WITH._replace(pictures=False), _WITH._replace(base_url="")):
        assert "og:image" not in files_of(site_of([platform(example, "acme")], config=config))["platforms/acme.html"]


@pytest.mark.slow
def test_every_guide_has_one(settings: Path, run: Run) -> None:
    """Of the size that networks show whole; what is there and says the same is not drawn again, what is damaged is."""
    assert run("build").code == 0
    made = {path.stem: path for path in (settings.parent / "site" / "pictures").iterdir()}
    assert set(made) == {"acme", "quiet"}  # and `wall`, whose name is 壁 Wall, has none
    for path in made.values():
        with Image.open(path) as image:
            assert image.size == (1200, 630)
    before = {slug: path.read_bytes() for slug, path in made.items()}
    made["acme"].write_bytes(before["acme"][:-20])
    drawn: list[str] = []
    real = picture.draw

    def noted(said: picture.Caption, look: picture.Look) -> bytes:
        drawn.append(said.name)
        return real(said, look)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(picture, "draw", noted)
        assert run("build").code == 0
        assert len(drawn) == 1
        settings.write_text(settings.read_text(encoding="utf-8") + 'title = "Another"\n', encoding="utf-8")
        assert run("build").code == 0
    assert len(drawn) == 1 + len(made)  # the name of the site stands on each
    assert made["acme"].read_bytes() != before["acme"]


def test_the_same_words_make_the_same_bytes(tmp_path: Path) -> None:
    """And other words, colours or another font others."""
    look = pictures.look(None)
    data = picture.draw(_SAID, look)
    assert data == picture.draw(_SAID, look)
    assert picture.key_of(data) == picture.key(_SAID, look)
    assert picture.key(_SAID._replace(checked="Later"), look) != picture.key(_SAID, look)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "theme.css").write_text(":root { --paper: light-dark(#123456, #000); --ink: white; }")
    themed = pictures.look(tmp_path)
    assert picture.key(_SAID, themed) != picture.key(_SAID, look)
    with Image.open(BytesIO(picture.draw(_SAID, themed))) as image:
        paper = image.convert("RGB").crop((600, 620, 601, 621)).tobytes()
    assert max(abs(one - wanted) for one, wanted in zip(paper, b"\x12\x34\x56", strict=True)) <= 4


@pytest.mark.parametrize("words", [30, 300])
def test_long_words_stay_on_it(words: int) -> None:
    """Whatever is said, nothing is written into the margins."""
    long = " ".join(["Donaudampfschiffe"] * words)
    said = _SAID._replace(name="An institute " * 4, verdict=long, takes="Publish that: 2 steps " * 2, site="Ours " * 9)
    look = pictures.look(None)
    with Image.open(BytesIO(picture.draw(said, look))) as image:
        right = image.convert("RGB").crop((1140, 20, 1200, 630)).tobytes()
    assert len({right[at : at + 3] for at in range(0, len(right), 3)}) == 1


def test_letters_that_the_font_has_not_are_told(settings: Path, run: Run) -> None:
    """The guide has no picture then and names none; what helps is said once. Greek and Cyrillic letters are there."""
    done = run("build")
    said = f"1 guide has no picture (壁 Wall): the font has no 壁; put one that has all you need at {pictures.FONT}"
    assert (done.code, done.err.count(said.replace("site/", "templates/site/"))) == (0, 1)
    assert not (settings.parent / "site" / "pictures" / "wall.png").exists()
    assert "og:image" not in (settings.parent / "site" / "platforms" / "wall.html").read_text(encoding="utf-8")
    assert picture.lacking(_SAID._replace(name="ВКонтакте Ελλάς Łódź Größe"), pictures.look(None)) == ""


def test_what_draws_them_is_an_extra(settings: Path) -> None:
    """Without it the setting is named with its line, and what to install; nothing is built."""
    code = "import sys; sys.modules['PIL'] = None; from optout.cli.main import main; sys.exit(main(['build']))"
    place = str(Path(optout.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {place!r}); {code}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=settings.parent,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "optout: optout.toml:3:1: pictures need two packages more; install them with "
        "pip install 'optout-guides[pictures]'\n"
    )
    assert not (settings.parent / "site").exists()


def test_a_site_without_an_address_is_told(settings: Path, run: Run) -> None:
    """Networks ask for the whole address of a picture."""
    settings.write_text(f'catalog = "{EXAMPLE.as_posix()}"\npictures = true\n', encoding="utf-8")
    done = run("build")
    said = "It has no feeds, no sitemap and no pictures: these need its address, --base-url URL.\n"
    assert (done.code, done.err.endswith(said)) == (0, True)
    assert not (settings.parent / "site" / "pictures").exists()


def test_a_font_that_is_none_is_named(tmp_path: Path) -> None:
    """A file of another kind, by its path."""
    (tmp_path / "site").mkdir()
    font = tmp_path / "site" / "picture.ttf"
    font.write_text("no font")
    with pytest.raises(OptoutError, match=r"picture\.ttf is no font that can be read"):
        picture.draw(_SAID, pictures.look(tmp_path))


def test_a_guide_that_names_its_picture_is_light(packaged: Catalog, packaged_site: Path, tmp_path: Path) -> None:
    """The heaviest ones stay below 14 KiB with it, too."""
    read = build.read(packaged)
    site: Site = build.site(_WITH, "platforms.yaml", read)
    for entry in read.entries:
        if entry.platform.slug in ("facebook", "instagram", "x", "gemini", "linkedin", "chatgpt"):
            page = guides.guide_files(entry, site)[1][0]
            assert "og:image" in page.text
            file = tmp_path / "site" / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page.text, encoding="utf-8")
            named = re.findall(r'(?:src|href)="\.\./(assets/[^"]+\.(?:js|css))"', page.text)
            size = packed(tmp_path / "site", page.path) + packed(packaged_site, *{*named})
            assert size <= 14 * 1024, entry.platform.slug


def test_icons_have_nothing_to_do_with_it() -> None:
    """A site without pictures needs no library to have icons."""
    assert len(list(touch.files(None))) == 3
