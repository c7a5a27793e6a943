"""Compiling the packaged templates, see `compiled`."""

from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import Environment
from jinja2.nodes import Filter

from optout import store
from optout.render.compiled import FILE, section
from optout.render.environment import PACKAGED, environment

_KINDS = (".html", ".md", ".txt")
_INCLUDED = ("screen.css", "table.css", "style.css")  # in the page of one guide


def ship(folder: Path) -> Path:
    """Write what is compiled of all packaged templates into a folder, under the name that it has in the package."""
    texts = {"program": store.program(), "jinja2": version("jinja2")}
    for escaping in (False, True):
        made = environment({}, autoescape=escaping)
        for path in sorted(PACKAGED.rglob("*")):
            name = path.relative_to(PACKAGED).as_posix()
            if name in _INCLUDED or (path.suffix in _KINDS and name != "README.md"):
                texts[section(name, escaping)] = store.digest(path.read_bytes()) + _code(path, name, made)
    target = folder / FILE
    target.write_bytes(store.pack(store.Made(0, "-"), texts, {}))
    return target


def _code(path: Path, name: str, made: Environment) -> str:
    text = path.read_text(encoding="utf-8")
    for found in made.parse(text).find_all(Filter):
        made.filters.setdefault(found.name, _later)
    return made.compile(text, name, str(path), raw=True)


def _later(*given: Any) -> NoReturn:
    """In place of a filter of ours: Jinja would put in what one makes of a constant, in whichever language."""
    raise LookupError
