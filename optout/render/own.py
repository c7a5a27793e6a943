"""A publisher's own templates beside the packaged ones: what they replace, and what in them nobody asks for."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from optout.errors import NotFound, OptoutError
from optout.files import write_file
from optout.render.environment import PACKAGED

# What a folder of one's own may have that comes with no packaged file.
ADDED = (
    "site/theme.css",
    *(f"site/{name}" for name in ("apple-touch-icon.png", "icon-192.png", "icon-512.png", "picture.ttf")),
)
_IGNORED = ("README.md", "LICENSE")
_JINJA = (".html", ".md", ".txt")
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
_PARENT = re.compile(r"\{%-?\s*extends\s+[\"']([^\"']+)[\"']")


class Template(NamedTuple):
    """A packaged file that a publisher may replace, and whether a folder of their own has one of its name."""

    name: str
    is_replaced: bool


class Oddity(NamedTuple):
    """Something in a folder of templates that does not do what it looks like: where, what, and what to write."""

    file: str
    line: int
    message: str
    expected: str
    column: int = 0

    def __str__(self) -> str:
        place = "".join(f":{number}" for number in (self.line, self.column) if number)
        return f"{self.file}{place}: {self.message}; {self.expected}"


def templates(own: Path | None) -> list[Template]:
    """Every file that can be replaced, in the order of their names."""
    return [Template(name, own is not None and (own / name).is_file()) for name in sorted((*_packaged(), *ADDED))]


def has_any(folder: Path) -> bool:
    """Whether the folder has a file that would take the place of a packaged one."""
    return folder.is_dir() and any(one.is_replaced for one in templates(folder))


def copy(name: str, own: Path) -> Path:
    """Put a copy of the packaged file `name` into the folder `own`, and give its path.

    Raises:
        NotFound: there is no such file.
        OptoutError: the folder has one of this name already, or it cannot be written.
    """
    if name not in _packaged():
        raise NotFound(f"there is no template `{name}`;{_meant(name)} `optout templates` lists them")
    target = own / name
    if target.exists():
        raise OptoutError(
            f"{target} is there already; remove it first, or copy it into another folder with --templates"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    write_file(target, (PACKAGED / name).read_text(encoding="utf-8"))
    return target


def oddities(own: Path) -> Iterator[Oddity]:
    """What in a folder of templates nothing uses, extends itself, or has lost a part since it was copied."""
    known = _packaged()
    for path in sorted(path for path in own.rglob("*") if not _is_hidden(path, own)):
        name = path.relative_to(own).as_posix()
        if path.is_dir():
            if name in known:
                yield Oddity(str(path), 0, "this is a folder, and a template of this name is a file", "rename it")
        elif not path.is_file():
            continue
        elif name in (*known, *ADDED):
            if path.suffix in _JINJA:
                yield from _of_template(path, name)
            elif path.suffix == ".css":
                yield from _of_stylesheet(path)
        elif name not in _IGNORED and not _is_asked_for(name, own):
            where = _meant(name) or _belongs(path)
            expected = f"it changes nothing;{where} `optout templates` lists what can be replaced"
            yield Oddity(str(path), 0, "nothing uses this file", expected)


def _packaged() -> set[str]:
    files = (path.relative_to(PACKAGED).as_posix() for path in PACKAGED.rglob("*") if path.is_file())
    return {name for name in files if name not in _IGNORED}


def _is_hidden(path: Path, own: Path) -> bool:
    return any(part.startswith(".") or part.endswith("~") for part in path.relative_to(own).parts)


def _is_asked_for(name: str, own: Path) -> bool:
    """Whether a template or a script of the folder names this file: it may be a part of theirs."""
    last = name.rsplit("/", 1)[-1]
    others = (path for path in own.rglob("*") if path.is_file() and path.suffix in (*_JINJA, ".js", ".css"))
    return any(last in path.read_text("utf-8", "replace") for path in others if path != own / name)


def _meant(name: str) -> str:
    last = name.rsplit("/", 1)[-1]
    known = {*_packaged(), *ADDED}
    near = [one for one in known if one.rsplit("/", 1)[-1] == last] or get_close_matches(name, known, 1, 0.8)
    return f" did you mean {min(near)}?" if near else ""


def _belongs(path: Path) -> str:
    """Where a publisher's own pages and files go, which a folder of templates is not for."""
    setting = "pages" if path.suffix in (".html", ".md") else "files"
    what = "a page of your own, in Markdown," if setting == "pages" else "a file that the site is to have as it is"
    return f" {what} goes into the folder that `{setting}` in optout.toml names;"


def _of_stylesheet(path: Path) -> Iterator[Oddity]:
    from optout.render.stylesheets import passed_over

    text = path.read_text("utf-8-sig", "replace")  # what is no UTF-8 stops the build
    for one in passed_over(text):
        yield Oddity(str(path), one.line, one.message, one.expected, one.column)


def _of_template(path: Path, name: str) -> Iterator[Oddity]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        yield Oddity(str(path), line, "this file is not UTF-8", "save it as that")
        return
    packaged = (PACKAGED / name).read_text(encoding="utf-8")
    parent = _PARENT.search(text)
    if parent and parent[1] == name:
        expected = f'write {{% extends "packaged/{name}" %}}'
        yield Oddity(str(path), _line(text, parent.start()), "this template extends itself", expected)
        return
    if parent is None or parent[1] != f"packaged/{name}":  # a copy of the whole
        if lost := [block for block in _own_blocks(packaged) if block not in _own_blocks(text)]:
            expected = f"compare it with a new copy of {name}, or change single blocks of that one"
            yield Oddity(str(path), 0, f"this copy has no block {', '.join(lost)}", expected)
        return
    blocks = dict.fromkeys(_blocks(packaged))
    for found in _BLOCK.finditer(text):
        if found[1] not in blocks and not _is_within(text, found):
            near = "".join(get_close_matches(found[1], blocks, 1))
            expected = f"did you mean {near}?" if near else f"its blocks are {', '.join(sorted(blocks))}"
            message = f"there is no block `{found[1]}` in {parent[1]}, so nothing shows this one"
            yield Oddity(str(path), _line(text, found.start()), message, expected)


def _is_within(text: str, found: re.Match[str]) -> bool:
    """Whether a block stands in another, which shows it."""
    before = text[: found.start()]
    return len(_BLOCK.findall(before)) > len(re.findall(r"\{%-?\s*endblock", before))


def _blocks(text: str) -> list[str]:
    """The blocks of a packaged template and of those that it extends."""
    parent = _PARENT.search(text)
    above = parent[1].removeprefix("packaged/") if parent else ""
    inherited = _blocks((PACKAGED / above).read_text(encoding="utf-8")) if above in _packaged() else []
    return [*_own_blocks(text), *inherited]


def _own_blocks(text: str) -> list[str]:
    return _BLOCK.findall(text)


def _line(text: str, start: int) -> int:
    return text.count("\n", 0, start) + 1
