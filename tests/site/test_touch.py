"""The icon of the site on a phone's home screen."""

import json
import os
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from optout.catalog import Catalog
from optout.project.config import Config
from optout.render.environment import PACKAGED
from optout.site import build, touch
from tests.site.planned import files_of

_FINER = 8  # drawn so many times larger first, so that its edges are smooth
_WIDTH = 0.7  # of the whole: systems cut off what is farther from the middle than four tenths


def _drawn(size: int) -> Image.Image:
    """The icon as its SVG has it, on the paper of its knob."""
    svg = (PACKAGED / "site" / "icon.svg").read_text(encoding="utf-8")
    x, y, width, height, radius, accent = _numbers(
        r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="(\d+)" fill="(#\w+)"', svg
    )
    cx, cy, r, paper = _numbers(r'<circle cx="(\d+)" cy="(\d+)" r="(\d+)" fill="(#\w+)"', svg)
    large = size * _FINER
    unit = large * _WIDTH / float(width)

    def at(value: float) -> float:
        return large / 2 + (value - 16) * unit

    image = Image.new("RGB", (large, large), paper)
    pen = ImageDraw.Draw(image)
    left, top = float(x), float(y)
    box = (at(left), at(top), at(left + float(width)) - 1, at(top + float(height)) - 1)
    pen.rounded_rectangle(box, float(radius) * unit, fill=accent)
    middle = (float(cx), float(cy))
    pen.ellipse([at(one - float(r)) for one in middle] + [at(one + float(r)) - 1 for one in middle], fill=paper)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _numbers(pattern: str, text: str) -> tuple[str, ...]:
    found = re.search(pattern, text)
    assert found
    return found.groups()


@pytest.mark.parametrize(("size", "path"), touch.SIZES.items())
def test_it_is_the_icon_of_the_browser(size: int, path: str) -> None:
    """The same shape and colours as the SVG, opaque, in its size; UPDATE_GOLDEN=1 in a checkout draws it anew."""
    wanted = _drawn(size)
    file = Path(touch.__file__).parent / "icons" / path.rpartition("/")[2]
    if os.environ.get("UPDATE_GOLDEN"):
        wanted.quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)
    with Image.open(BytesIO(file.read_bytes())) as image:
        assert image.size == (size, size)
        assert "transparency" not in image.info
        difference = ImageChops.difference(image.convert("RGB"), wanted).tobytes()
    assert max(difference) <= 32  # of 255: a palette has not every shade of an edge


def test_pages_and_the_manifest_name_it(example: Catalog) -> None:
    """Lists do; a guide leaves it to the place where phones look by themselves. What is named is there."""
    files = files_of(build.site(Config(), "platforms.yaml", build.read(example)))
    made = {file.path for file in touch.files(None)}
    assert made == {"apple-touch-icon.png", "assets/icon-192.png", "assets/icon-512.png"}
    assert '<link rel="apple-touch-icon" href="apple-touch-icon.png">' in files["index.html"]
    assert '<link rel="apple-touch-icon" href="../apple-touch-icon.png">' in files["statuses/opt-out.html"]
    assert "apple-touch-icon" not in files["platforms/acme.html"]
    icons = json.loads(files["manifest.webmanifest"])["icons"]
    assert {one["src"] for one in icons} == {"assets/icon.svg", "assets/icon-192.png", "assets/icon-512.png"}
    assert {one.get("purpose") for one in icons} == {None, "any", "maskable"}


def test_an_own_icon_brings_its_own(tmp_path: Path) -> None:
    """Beside an icon of the publisher's stands none of ours; theirs is taken where there is one."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "icon.svg").write_text("<svg/>")
    assert list(touch.files(tmp_path)) == []
    assert (touch.is_there(tmp_path), touch.named(tmp_path)) == (False, [])
    (tmp_path / "site" / "icon-192.png").write_bytes(b"theirs")
    assert [(one.path, one.data) for one in touch.files(tmp_path)] == [("assets/icon-192.png", b"theirs")]
    assert {one["src"] for one in touch.named(tmp_path)} == {"assets/icon-192.png"}
