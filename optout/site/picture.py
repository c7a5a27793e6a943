"""A guide's picture for those who share its address: what it says in short, drawn in the colours of the site.

The only module that knows Pillow, which is an extra. Letters are set one after the other, without the libraries that a
machine may have for more: the same words make the same bytes with the same Pillow, wherever that is.
"""

import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from optout.errors import OptoutError

if TYPE_CHECKING:
    from PIL import Image, ImageDraw
    from PIL.ImageFont import FreeTypeFont

# What networks show whole: https://developers.facebook.com/docs/sharing/webmasters/images/ and
# https://developer.x.com/en/docs/x-for-websites/cards/overview/summary-card-with-large-image
WIDTH, HEIGHT = 1200, 630

_EDGE = 80
_ROOM = WIDTH - 2 * _EDGE
# A higher number draws all pictures anew, also where the words are the same.
_DESIGN = 1
_KEY = b"optout"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PACKAGE = "font_source_sans_pro"
_FILES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf")


class Look(NamedTuple):
    """The colours of a picture by the names that the stylesheet gives them, and a font of one's own if there is one."""

    colours: Mapping[str, str]
    font: Path | None


class Caption(NamedTuple):
    """What a picture says: whose site it is, the platform, its status and the colour of that, what holds, what it
    takes to refuse, and when that was checked.

    `lacks` are letters of it that the font does not have: then there is no picture.
    """

    site: str
    name: str
    status: str
    colour: str
    verdict: str
    takes: str
    checked: str
    lacks: str = ""


class _Faces(NamedTuple):
    regular: Path
    semibold: Path
    bold: Path


def require() -> None:
    """Hold that pictures can be drawn.

    Raises:
        OptoutError: what draws them is not installed; the sentence says how to get it.
    """
    try:
        import PIL.ImageFont  # noqa: F401

        is_there = find_spec(_PACKAGE) is not None
    except ImportError:
        is_there = False
    if not is_there:
        raise OptoutError("pictures need two packages more; install them with pip install 'optout-guides[pictures]'")


def lacking(caption: Caption, look: Look) -> str:
    """The letters of the words that the font does not have, each once."""
    words = "".join((caption.site, caption.name, caption.status, caption.verdict, caption.takes, caption.checked))
    face = _faces(look.font).bold
    return "".join(letter for letter in dict.fromkeys(words) if not letter.isspace() and not _has(face, letter))


def key(caption: Caption, look: Look) -> str:
    """What tells a picture from all others: everything that it is drawn from, and what it is drawn by."""
    import PIL

    own = sha256(look.font.read_bytes()).hexdigest() if look.font else ""
    parts = (str(_DESIGN), PIL.__version__, own, *caption, *(f"{name}:{look.colours[name]}" for name in look.colours))
    return sha256("\0".join(parts).encode("utf-8")).hexdigest()


def key_of(data: bytes) -> str:
    """The key that a picture was drawn with; empty if this is none of ours, or damaged."""
    found = ""
    if not data.startswith(_SIGNATURE):
        return ""
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        body = data[at + 4 : at + 8 + size]
        if zlib.crc32(body) != int.from_bytes(data[at + 8 + size : at + 12 + size], "big"):
            return ""
        if body.startswith(b"tEXt" + _KEY + b"\0"):
            found = body[5 + len(_KEY) :].decode("latin-1")
        if body == b"IEND":
            return found if at + 12 == len(data) else ""
        at += 12 + size
    return ""


def draw(caption: Caption, look: Look) -> bytes:
    """The picture as PNG, with its key in it."""
    from PIL import Image, ImageDraw, PngImagePlugin

    faces = _faces(look.font)
    paper, accent, ink, soft = (look.colours[name] for name in ("paper", "accent", "ink", "soft"))
    image = Image.new("RGB", (WIDTH, HEIGHT), paper)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, 13), fill=accent)
    _switch(image, accent, paper)
    pen.text((_EDGE + 70, 78), caption.site, soft, _fitting(faces.semibold, caption.site, (32, 26), _ROOM - 70), "lm")
    name = _fitting(faces.bold, caption.name, (104, 92, 80, 68, 56, 46))
    pen.text((_EDGE, 236), caption.name, ink, name, "ls")
    _pill(pen, caption, look.colours[caption.colour], faces)
    _paragraph(pen, caption.verdict, ink, faces)
    takes = _fitting(faces.semibold, caption.takes, (36, 32, 28), _ROOM - 340)
    pen.text((_EDGE, 576), caption.takes, accent, takes, "ls")
    pen.text((WIDTH - _EDGE, 576), caption.checked, soft, _font(faces.regular, 26), "rs")
    written = PngImagePlugin.PngInfo()
    written.add_text(_KEY.decode("ascii"), key(caption, look))
    data = BytesIO()
    small = image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    small.save(data, "PNG", pnginfo=written, compress_level=6)
    return data.getvalue()


def _switch(image: "Image.Image", accent: str, paper: str) -> None:
    """The sign of the site, as its icon has it; drawn large, so that its round ends are smooth."""
    from PIL import Image, ImageDraw

    large = Image.new("RGB", (50 * 4, 30 * 4), paper)
    pen = ImageDraw.Draw(large)
    pen.rounded_rectangle((0, 0, 199, 119), 60, fill=accent)
    pen.ellipse((20, 20, 99, 99), fill=paper)
    image.paste(large.resize((50, 30), Image.Resampling.LANCZOS), (_EDGE, 62))


def _pill(pen: "ImageDraw.ImageDraw", caption: Caption, colour: str, faces: _Faces) -> None:
    font = _fitting(faces.semibold, caption.status, (36, 30), _ROOM - 56)
    width = round(font.getlength(caption.status))
    pen.rounded_rectangle((_EDGE, 270, _EDGE + width + 56, 328), 29, outline=colour, width=3)
    pen.text((_EDGE + 28, 298), caption.status, colour, font, "lm")


def _paragraph(pen: "ImageDraw.ImageDraw", text: str, ink: str, faces: _Faces) -> None:
    """What holds, in up to three lines; of more it says the beginning."""
    for size in (42, 38, 34):
        font = _font(faces.regular, size)
        lines = _lines(font, text)
        if len(lines) <= 3:
            break
    else:
        last = lines[2]
        while font.getlength(f"{last} …") > _ROOM and " " in last:
            last = last.rpartition(" ")[0]
        lines = [*lines[:2], f"{last} …"]
    for place, line in enumerate(lines):
        pen.text((_EDGE, 396 + place * round(size * 1.26)), line, ink, font, "ls")


def _lines(font: "FreeTypeFont", text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > _ROOM:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _fitting(face: Path, text: str, sizes: Iterable[int], room: int = _ROOM) -> "FreeTypeFont":
    """The largest of these sizes in which the text has room; the smallest if it never has."""
    fonts = [_font(face, size) for size in sizes]
    return next((font for font in fonts if font.getlength(text) <= room), fonts[-1])


def _faces(own: Path | None) -> _Faces:
    if own:
        return _Faces(own, own, own)
    spec = find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    assert places, "asked for by require()"
    folder = Path(places[0]) / "files"
    return _Faces(*(folder / name for name in _FILES))


@cache
def _font(face: Path, size: int) -> "FreeTypeFont":
    """One of the font in a size.

    Raises:
        OptoutError: the publisher's own is no font.
    """
    from PIL import ImageFont

    try:
        return ImageFont.truetype(str(face), size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise OptoutError(
            f"{face} is no font that can be read ({error}); a TrueType or OpenType file is one"
        ) from error


@cache
def _has(face: Path, letter: str) -> bool:
    """Whether a font has a letter: for one that it has not, it shows the same box as for what is no letter."""
    font = _font(face, 32)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))
