"""optout format: a catalog in its one canonical form."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from optout.cli import catalogs, options, output, reading, waiting
from optout.errors import OptoutError

if TYPE_CHECKING:
    from optout.editing.format import Formatted


@click.command("format")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if a file would change.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change, and fail if it would.")
@options.own_catalog_option
def command(files: tuple[Path, ...], only_check: bool, show_diff: bool, catalog: Path | None) -> int:
    """Bring catalogs into their one canonical form; what they say and their comments stay the same.

    An entry that cannot be read is named and left as it is. Without FILE it is the catalog of this folder; `-` is
    standard input, and the outcome goes to standard output.

    \b
    optout format
    optout format --diff
    optout format --check my/platforms.yaml
    """
    code = 0
    for path in files or (catalogs.own_catalog_path(catalog),):
        try:
            found = _format(path, only_check, show_diff)
        except OptoutError as error:  # the other files can still be formatted
            output.say(f"optout: {error}")
            found = error.exit_code
        code = max(code, found)
    return code


def _format(path: Path, only_check: bool, show_diff: bool) -> int:
    from optout.editing.format import format_data
    from optout.files import replace_file, tidy

    name = reading.name(path)
    is_dry = only_check or show_diff
    data = reading.encoded(path)
    if not is_dry and path != reading.STDIN:
        tidy(path)
    with waiting.shown():
        done = format_data(data, name)
    for problem in done.problems:
        output.say(str(problem))
    changes = data != done.data
    if show_diff:
        output.write(output.patch(data, done.data, name))
    elif path == reading.STDIN and not is_dry:
        output.write(done.data)
    elif changes and not is_dry and (missed := replace_file(path, data, done.data)):
        output.say(missed)
    said = f"{name}: {_summary(changes, done, is_dry)}"
    if only_check and changes and not show_diff:
        output.write_lines(f"{said}\n")
    else:
        output.say(said)
    return 1 if done.problems or (is_dry and changes) else 0


def _summary(changes: bool, done: "Formatted", is_dry: bool) -> str:
    """What was done to a text in half a sentence, or what would be done if it `is_dry`."""
    from optout.guide.words import count

    was, were = ("would be", "would be") if is_dry else ("was", "were")
    parts = []
    if done.rewritten:
        named = ", ".join(done.rewritten[:3]) + (", ..." if done.rewritten[3:] else "")
        parts.append(f"{count(len(done.rewritten), f'entry {was}', f'entries {were}')} rewritten ({named})")
    if done.moved:
        parts.append(f"the entries {were} put in alphabetical order")
    is_catalog = all(problem.rule != "no-catalog" for problem in done.problems)
    if not parts:
        nothing = "nothing to change" if is_catalog else "nothing that could be put in form"
        parts.append(f"space and line ends {were} put right" if changes else nothing)
    if done.problems and is_catalog:
        parts.append("what cannot be read stays as it is, and so does the order of the entries")
    return "; ".join(parts)
