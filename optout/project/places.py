"""Where in a file of settings something is written: what a message on it names."""

import re
from collections.abc import Container, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from optout.errors import UsageProblem
from optout.project.mistyped import mistyped, reads

if TYPE_CHECKING:
    from tomllib import TOMLDecodeError

_AT = re.compile(r" \((?:at line (\d+), column (\d+)|at end of document)\)$")


class WrittenSettings(NamedTuple):
    """A file of settings with its text, line by line as it was meant where it is no TOML."""

    path: Path
    text: str


def where(file: Path | WrittenSettings, key: str) -> str:
    """The setting `key` in a file, as file:line:column; the file alone where it cannot be read or has it not."""
    if isinstance(file, WrittenSettings):
        return place_of(file.text, key, str(file.path))
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return str(file)
    return place_of(text, key, str(file))


def place_of(text: str, key: str, name: str) -> str:
    """Where a key stands at the top of a TOML document called `name`.

    What looks like its line may stand within a text of several lines: the lines before it have to be a document.
    """
    written = rf"""^[ \t]*(?:\[\[?[ \t]*)?(?:"{re.escape(key)}"|'{re.escape(key)}'|{re.escape(key)})[ \t]*[=.\]]"""
    for found in re.finditer(written, text, re.MULTILINE):
        if reads(text[: found.start()]):
            column = len(found[0]) - len(found[0].lstrip()) + 1
            return f"{name}:{text.count(chr(10), 0, found.start()) + 1}:{column}"
    return name


def not_toml(file: Path, text: str, error: "TOMLDecodeError", lists: Container[str]) -> UsageProblem:
    """What to say of a file that is no TOML: each slip with its place, else what the reader of TOML says."""
    found = _AT.search(str(error))
    slips = list(mistyped(text, lists))
    if slips and not (found and found[1] and int(found[1]) < slips[0].line):
        told = (f"{slip.said}: {slip.typed}" if slip.typed else slip.said for slip in slips)
        return UsageProblem(*(f"{file}:{one.line}:{one.column}: {said}" for one, said in zip(slips, told, strict=True)))
    lines = text.split("\n")
    line, column = (found[1], found[2]) if found and found[1] else (len(lines), len(lines[-1]) + 1)
    said = _AT.sub("", str(error))
    return UsageProblem(f'{file}:{line}:{column}: this is not TOML ({said}); a line looks like title = "My guides"')


def wrong(file: Path | WrittenSettings | None, key: str, said: str) -> UsageProblem:
    """What is wrong with a setting, and where it is written if that is in a file."""
    return UsageProblem(f"{where(file, key)}: {said}" if file else said)


def in_order(said: Iterable[str], file: Path) -> list[str]:
    """What is said of a file in the order of its lines, what names none last."""

    def place(one: str) -> tuple[bool, int, int]:
        found = re.match(r":(\d+):(\d+)", one.removeprefix(str(file)))
        return (False, int(found[1]), int(found[2])) if found else (True, 0, 0)

    return sorted(said, key=place)
