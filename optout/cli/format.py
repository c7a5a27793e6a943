"""optout format: a catalog in its one canonical form."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optout.cli import output
from optout.errors import OptoutError, UsageProblem

if TYPE_CHECKING:
    from optout.workshop.format import Formatted

_STDIN = Path("-")


@click.command("format", short_help="One canonical form of a catalog")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if a file would change.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change, and fail if it would.")
@click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    envvar="OPTOUT_CATALOG",
    metavar="FILE",
    default=Path("platforms.yaml"),
    help="The catalog, if no FILE is named: platforms.yaml in this folder.  [env: OPTOUT_CATALOG]",
)
def command(files: tuple[Path, ...], only_check: bool, show_diff: bool, catalog: Path) -> int:
    """Bring catalogs into their one canonical form; what they say and their comments stay the same.

    An entry that cannot be read is named and left as it is. A FILE called - is standard input, and the outcome goes to
    standard output.

    \b
    optout format                    platforms.yaml in this folder
    optout format --check --diff     what would change
    """
    code = 0
    for path in files or (catalog,):
        try:
            found = _format(path, only_check, show_diff)
        except OptoutError as error:  # the other files can still be formatted
            click.echo(f"optout: {error}", err=True)
            found = error.exit_code
        code = max(code, found)
    return code


def _format(path: Path, only_check: bool, show_diff: bool) -> int:
    from optout.files import write_file
    from optout.workshop.format import format_text

    name = "<stdin>" if path == _STDIN else str(path)
    text = _read(path, name)
    done = format_text(text, name)
    for problem in done.problems:
        click.echo(problem, err=True)
    is_dry = only_check or show_diff
    changes = text != done.text
    if show_diff:
        output.write("".join(_coloured(_diff(text, done.text, name))))
    elif path == _STDIN and not is_dry:
        output.write(done.text)
    elif changes and not is_dry:
        write_file(path, done.text)
    said = f"{name}: {_summary(text, done, is_dry)}"
    if only_check and changes and not show_diff:
        output.write_lines(f"{said}\n")
    else:
        click.echo(said, err=True)
    return 1 if done.problems or (is_dry and changes) else 0


def _read(path: Path, name: str) -> str:
    if path.is_dir():
        raise UsageProblem(f"{path} is a folder; name the catalog file in it, such as {path / 'platforms.yaml'}")
    try:
        data = (sys.stdin.buffer.read() if sys.stdin else b"") if path == _STDIN else path.read_bytes()
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror}); name the catalog: optout format FILE") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        where = f"{name}:{line}:{column}"
        raise OptoutError(
            f"{where}: these bytes are not UTF-8 text; save the file as UTF-8, nothing was changed"
        ) from error


def _diff(old: str, new: str, name: str) -> Iterator[str]:
    from difflib import unified_diff

    for line in unified_diff(_lines(old), _lines(new), name, f"{name} (formatted)"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as an editor counts them, with their ends; `splitlines` would cut at signs that end no line."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _coloured(lines: Iterable[str]) -> Iterator[str]:
    if not output.screen().colour:
        return iter(lines)
    colours = {"+": "green", "-": "red", "@": "cyan"}
    return (click.style(line, fg=colours.get(line[0])) for line in lines)


def _summary(old: str, done: "Formatted", is_dry: bool) -> str:
    """What was done to the text `old` in half a sentence, or what would be done if it `is_dry`."""
    was, were = ("would be", "would be") if is_dry else ("was", "were")
    parts = []
    if done.rewritten:
        named = ", ".join(done.rewritten[:3]) + (", ..." if done.rewritten[3:] else "")
        number = len(done.rewritten)
        parts.append(f"{f'1 entry {was}' if number == 1 else f'{number} entries {were}'} rewritten ({named})")
    if done.moved:
        parts.append(f"the entries {were} put in alphabetical order")
    if not parts:
        parts.append("nothing to change" if old == done.text else f"space and line ends {were} put right")
    if done.problems:
        parts.append("what cannot be read stays as it is, and so does the order of the entries")
    return "; ".join(parts)
