"""optout for programs: a catalog, the guides in it, what is wrong with it.

These names are what other programs may rely on; all other modules may change from one version to the next.

    import optout

    catalog = optout.open()
    guide = catalog.guide("linkedin", region="DE")
    print(optout.api.render(guide, "markdown"))
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from optout.catalog import Catalog as _Text
from optout.catalog import locate, lookup
from optout.errors import NotFound, OptoutError, UsageProblem
from optout.guide import Guide, Reader, compose
from optout.guide.reader import DEVICES, Device
from optout.model import Date, Platform
from optout.problem import Problem

__all__ = ["Format", "Guide", "NotFound", "OpenCatalog", "OptoutError", "Platform", "Problem", "open", "render"]

Format = Literal["text", "markdown", "html", "json"]


class OpenCatalog:
    """A catalog of platforms, read entry by entry as they are asked for; make one with `open`."""

    def __init__(self, text: _Text) -> None:
        self._text = text

    @property
    def file(self) -> str:
        """The file it was read from, as problems name it."""
        return self._text.file

    def __iter__(self) -> Iterator[Platform]:
        """Every platform that can be read, in the order of the file."""
        return (decoded.entry for decoded in self._text if isinstance(decoded.entry, Platform))

    def find(self, text: str) -> Platform:
        """The platform that somebody means by a slug, a name of today or earlier, a domain, an address or an app's id.

        Raises:
            NotFound: nothing fits, or several platforms do; the text says which.
            OptoutError: the entry that fits is broken.
        """
        return lookup.find(self._text, text).platform

    def guide(self, text: str, *, region: str = "", device: Device | Literal[""] = "", plan: str = "") -> Guide:
        """The guide to the platform that `find` finds, for a reader of whom more or less is known.

        `region` is a code such as DE, US-CA, EU or EEA, `plan` an account type such as Free.

        Raises:
            NotFound, OptoutError: as for `find`.
            UsageProblem: there is no such region or device.
        """
        return compose(self.find(text), _reader(region, device, plan))

    def check(self, today: date | None = None) -> list[Problem]:
        """What reading the catalog and its rules object to, sorted by place; as on `today`, the present day if None."""
        from optout.editing.check import report

        day = today or date.today()
        return list(report(self._text, Date(day.year, day.month, day.day)).problems)


def open(path: str | Path | None = None) -> OpenCatalog:
    """The catalog in a file; without one, the catalog that comes with optout.

    Raises:
        OptoutError: the file cannot be read.
    """
    return OpenCatalog(locate.load(Path(path) if path is not None else locate.default_path()))


def render(guide: Guide, format: Format = "markdown", width: int = 80) -> str:
    """A guide as text of so many columns, as Markdown, as an HTML page, or as JSON.

    Raises:
        UsageProblem: there is no such format.
    """
    if format == "text":
        from optout.render import terminal
        from optout.render.screen import Screen

        return terminal.guide(guide, Screen(width=width), full=True)
    if format == "markdown":
        from optout.render import markdown

        return markdown.guide(guide)
    if format == "html":
        from optout.render import html

        return html.guide(guide)
    if format == "json":
        from optout.render import json

        return json.guides([guide])
    raise UsageProblem(f"there is no format `{format}`; expected {', '.join(get_args(Format))}")


def _reader(region: str, device: Device | Literal[""], plan: str) -> Reader:
    from optout import regions

    code = regions.find(region) if region else ""
    if code is None:
        raise UsageProblem(f"there is no region `{region}`: use a code such as DE, US-CA, EU or EEA")
    if device and device not in DEVICES:
        raise UsageProblem(f"there is no device `{device}`; expected {', '.join(DEVICES)}")
    return Reader(code, device, plan)
