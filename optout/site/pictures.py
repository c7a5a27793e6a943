"""Pictures of guides among the files of a site: what they say and look like, and which need not be drawn again."""

import re
from functools import cache
from pathlib import Path

from optout.errors import OptoutError
from optout.guide.guide import Guide, plain
from optout.messages import Language, message
from optout.project.config import Config
from optout.render.environment import PACKAGED
from optout.site import picture, place
from optout.site.addresses import canonical
from optout.site.model import Picture, Site
from optout.site.picture import Caption, Look

_FOLDER = "pictures"
# What a publisher's own templates may have for them: a font that has the letters of their names, and their colours.
FONT = "site/picture.ttf"
_STYLES = ("style.css", "site/theme.css")
_COLOUR = re.compile(r"--([\w-]+):\s*(?:light-dark\()?(#[0-9a-fA-F]{3,8}|rgb\([^()]*\)|hsl\([^()]*\)|[a-z]+)\s*[,;}]")
_NAMES = ("paper", "ink", "soft", "accent", "stop", "care", "good")
_OF_STATUS = {"no-control": "stop", "no-training": "good", "opt-in": "good"}


def path(slug: str) -> str:
    """Where the picture of a guide is, below the folder of its language."""
    return f"{_FOLDER}/{slug}.png"


def address(slug: str, site: Site) -> str:
    """The address of the picture of a guide, in the language of the page."""
    return canonical(site.config, f"{site.folder}{path(slug)}")


def caption(guide: Guide, takes: str, config: Config, spoken: Language) -> Caption:
    """What the picture of a guide says, to somebody of whom nothing is known; `takes` is what lists say of its steps.

    Raises:
        OptoutError: a stylesheet of the publisher's cannot be read, or their font is none.
    """
    colour = _OF_STATUS.get(guide.status.id, "care")
    checked = spoken.text(message("picture-checked", date=guide.checked))
    said = Caption(config.title, guide.name, guide.status.label, colour, plain(guide.verdict), takes, checked)
    shown = look(config.templates)
    if picture.lacking(Caption("", "", "", "", "", takes, ""), shown):  # a label of theirs; the guide has it
        said = said._replace(takes="")
    return said._replace(lacks=picture.lacking(said, shown))


@cache
def look(own: Path | None) -> Look:
    """How pictures look: in the light colours of the site, which may be the publisher's.

    Raises:
        OptoutError: a stylesheet of theirs cannot be read.
    """
    colours = _colours((PACKAGED / "style.css").read_text(encoding="utf-8"))
    for name in _STYLES if own else ():
        colours |= _colours(_read(own / name)) if own and (own / name).exists() else {}
    font = own / FONT if own and (own / FONT).is_file() else None
    return Look({name: colours[name] for name in _NAMES}, font)


def _colours(style: str) -> dict[str, str]:
    """The colours that a stylesheet names, as far as they can be drawn; in the light scheme."""
    return dict(_COLOUR.findall(style))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror})") from error


def file(slug: str, said: Caption, site: Site, out: Path) -> Picture:
    """The picture of a guide: the one that is in the folder `out` if it says the same, else drawn anew."""
    here, looks = f"{site.folder}{path(slug)}", look(site.config.templates)
    data = (out / here).read_bytes() if place.is_file(out, here) else b""
    return Picture(here, data if picture.key_of(data) == picture.key(said, looks) else picture.draw(said, looks))
