"""Where in a file of settings something is written: what a message on it names."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from optout.errors import UsageProblem

if TYPE_CHECKING:
    from tomllib import TOMLDecodeError

# As those write it who know Python or YAML.
_CAPITAL = re.compile(r"\s*([\w-]+)\s*=\s*(True|TRUE|False|FALSE)\s*(?:#|$)")
_AT = re.compile(r" \((?:at line (\d+), column (\d+)|at end of document)\)$")


def where(file: Path, key: str) -> str:
    """The setting `key` in a file, as file:line:column; the file alone where it cannot be read or has it not."""
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
        if _is_whole(text[: found.start()]):
            column = len(found[0]) - len(found[0].lstrip()) + 1
            return f"{name}:{text.count(chr(10), 0, found.start()) + 1}:{column}"
    return name


def not_toml(file: Path, text: str, error: "TOMLDecodeError") -> UsageProblem:
    """What to say of a file that is no TOML, with the place."""
    found = _AT.search(str(error))
    lines = text.split("\n")
    line, column = (found[1], found[2]) if found and found[1] else (len(lines), len(lines[-1]) + 1)
    said = _AT.sub("", str(error))
    if capital := _CAPITAL.match(lines[int(line) - 1]):
        expected = f"{capital[1]} = {capital[2].lower()}"
        return UsageProblem(f"{file}:{line}:{column}: TOML writes `{capital[2].lower()}` in small letters: {expected}")
    return UsageProblem(f'{file}:{line}:{column}: this is not TOML ({said}); a line looks like title = "My guides"')


def _is_whole(text: str) -> bool:
    import tomllib

    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def wrong(file: Path | None, key: str, said: str) -> UsageProblem:
    """What is wrong with a setting, and where it is written if that is in a file."""
    return UsageProblem(f"{where(file, key)}: {said}" if file else said)
