"""optout new: a new entry, in its place."""

import os
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optout.cli import catalogs, options, output, reading
from optout.cli.completing import words
from optout.errors import OptoutError, UsageProblem
from optout.files import has_terms, replace_file, tidy
from optout.model import ABSENCES, CATEGORIES, SOURCE_KINDS, SURFACES, TRAININGS

if TYPE_CHECKING:
    from optout.editing.questions import Answers


@click.command("new")
@click.argument("slug", required=False, default="")
@click.option("--name", default="", help="The platform's name.")
@click.option("--domain", multiple=True, help="Its domain; may be given several times.")
@click.option("--company", default="", help="Who operates it.")
@click.option("--category", default="", metavar="WORD", shell_complete=words(lambda _: CATEGORIES, always=True),
              help="Such as social; a wrong one lists them all.")  # fmt: skip
@click.option("--training", default="", metavar="WORD", shell_complete=words(lambda _: TRAININGS, always=True),
              help="opt-out, opt-in, no-training, no-control or depends.")  # fmt: skip
@click.option("--scope", default="", metavar="TEXT", help="With depends: on what.")
@click.option("--summary", default="", metavar="TEXT", help="The answer in one sentence.")
@click.option("--path", default="", metavar="MENUS", help="The way to a switch: 'Settings > Privacy > Train'.")
@click.option("--switch", default="", metavar="LABEL", help="The switch's label, if it is not the last of the path.")
@click.option("--set", "set", default="", metavar="POSITION",
              shell_complete=words(lambda _: ("off", "on"), always=True),
              help="Its refusing position: off, on or \"'an option'\".")  # fmt: skip
@click.option("--default", default="", metavar="POSITION",
              shell_complete=words(lambda _: ("off", "on"), always=True),
              help="Its position if nobody touches it.")  # fmt: skip
@click.option("--link", default="", metavar="URL", help="The address of the setting itself.")
@click.option("--form", default="", metavar="URL", help="Instead of a switch: the form to fill in.")
@click.option("--email", default="", metavar="ADDRESS", help="Instead of a switch: whom to write to.")
@click.option("--subject", default="", metavar="TEXT", help="The subject that is asked for.")
@click.option("--body", default="", metavar="TEXT", help="The text that is asked for.")
@click.option("--none", "none", default="", metavar="WORD", shell_complete=words(lambda _: ABSENCES, always=True),
              help="With no-control: stated or not-found.")  # fmt: skip
@click.option("--file-name", default="", metavar="NAME", help="Instead of a switch: the file that refuses.")
@click.option("--file-text", default="", metavar="TEXT", help="What stands in it.")
@click.option("--command", "command", default="", metavar="TEXT", help="Instead of a switch: the command that refuses.")
@click.option("--plan", default="", metavar="NAME", help="Instead of a switch: another plan or kind of account.")
@click.option("--delete", default="", metavar="LABEL", help="Instead of a switch: the button that deletes.")
@click.option("--where", multiple=True, metavar="WORD", shell_complete=words(lambda _: SURFACES, always=True),
              help="web, ios, android, desktop, server or admin.")  # fmt: skip
@click.option("--region", multiple=True, type=options.REGION, help="Where it is offered, if not everywhere: EU, US-CA.")
@click.option("--source-title", default="", metavar="TEXT", help="The title of the page that says so.")
@click.option("--source-publisher", default="", metavar="TEXT", help="Who publishes it.")
@click.option("--source-kind", default="", metavar="WORD", shell_complete=words(lambda _: SOURCE_KINDS, always=True),
              help="official, press or community.")  # fmt: skip
@click.option("--source-url", default="", metavar="URL", help="Its address.")
@click.option("--edit/--no-edit", default=None, help="Open the entry in $VISUAL or $EDITOR, or do not ask.")
@options.own_catalog_option
def command(
    edit: bool | None,
    catalog: Path | None,
    domain: tuple[str, ...],
    where: tuple[str, ...],
    region: tuple[str, ...],
    **given: str,
) -> int:
    """A new entry, in its place in the catalog: asks for what is missing, and says what a reviewer would.

    SLUG is what the entry goes by (acme-chat), made of the name if left out; an address of the platform will do too.

    \b
    optout new
    optout new https://acme.example
    optout new --name Acme --category social --training opt-out \\
      --summary "Acme trains AI on your posts until you switch it off." \\
      --path "Settings > Privacy > Train on my posts" --set off \\
      --source-title "Your posts and AI" --source-publisher "Acme Help" --source-kind official \\
      --source-url https://acme.example/help/ai --domain acme.example
    """
    from optout.editing import dialogue, new, questions

    path = catalogs.own_catalog_path(catalog)
    reading.text(path)  # before anybody answers for nothing
    tidy(path)
    lists = {"domain": " ".join(domain), "where": " ".join(where), "regions": " ".join(region)}
    answers = dialogue.checked(questions.Answers(**given, **lists))
    dialogue.refuse_twice(catalogs.open_catalog(path), answers)
    if missing := questions.missing(answers):
        if not sys.stdin.isatty():
            flags = ", ".join(question.flag for question in missing)
            raise UsageProblem(f"still missing: {flags}; give them, or run optout new in a terminal and be asked")
        answers = dialogue.ask(answers, lambda: catalogs.open_catalog(path), _Terminal(catalog))
        line = _write_answers(path, answers)
    else:
        dialogue.tell_alike(catalogs.open_catalog(path), answers, _say)
        line = _write(path, answers)
    if has_terms():
        _name_terms(path, new.slug(answers))
    output.write(f"{path}:{line}\n")
    if edit is None and missing:
        edit = bool(_editor()) and dialogue.agrees("Open it in your editor?", _Terminal())
    if edit:
        _edit(path, line)
    return _report(path, new.slug(answers))


class _Terminal:
    """Asks in the terminal; the questions go to standard error, like all that is not the answer."""

    def __init__(self, catalog: Path | None = None) -> None:
        self.catalog = catalog

    def say(self, text: str) -> None:
        """Tell something."""
        _say(text)

    def line(self, question: str) -> str:
        """A line that somebody types.

        Raises:
            OptoutError: the input ends.
        """
        try:
            with redirect_stdout(sys.stderr):
                return input(question)
        except EOFError as error:
            raise OptoutError("the input ended before the last answer; nothing was written") from error

    def keep(self, answers: "Answers") -> None:
        """Give back what was said as a line to type, so that nobody says it twice."""
        from optout.editing import questions

        if words := questions.typed(answers):
            words += ["--catalog", str(self.catalog)] if self.catalog else []
            join = subprocess.list2cmdline if sys.platform == "win32" else shlex.join
            _say(f"\nTo go on where you stopped:\n  {join(['optout', 'new', *words])}")


def _write_answers(path: Path, answers: "Answers") -> int:
    """Like `_write`, after questions: if it cannot be done, the entry is shown, so that nobody answers twice."""
    from optout.editing import new

    try:
        return _write(path, answers)
    except OptoutError:
        _say(f"The entry, to be kept:\n\n{new.written(answers, date.today().isoformat())}")
        raise


def _write(path: Path, answers: "Answers") -> int:
    """Put the entry in its place in the catalog as it is by now, and give the line it begins on."""
    from optout.editing import dialogue

    text = reading.text(path)
    dialogue.refuse_twice(catalogs.open_catalog(path), answers)
    entered = dialogue.enter(text, answers, date.today().isoformat(), str(path))
    if missed := replace_file(path, text.encode(), entered.text):
        _say(missed)
    return entered.line


def _name_terms(path: Path, slug: str) -> None:
    """Have the new entry name its archived terms: what is certain, or what somebody chooses; nothing is guessed."""
    from optout.editing import dialogue
    from optout.editing.archived import with_terms
    from optout.model import Platform
    from optout.terms import library
    from optout.terms.names import Names

    entry = next(one.entry for one in catalogs.open_catalog(path) if one.slug == slug)
    assert isinstance(entry, Platform)
    with library.opened() as terms:
        suggestion = Names(terms).suggested(entry)
    chosen = suggestion.certain
    if suggestion.choices:
        kept = [f"{one.service} in the collection {one.collection}" for one in suggestion.choices]
        if sys.stdin.isatty():
            chosen = tuple(
                suggestion.choices[at] for at in dialogue.choose("Its archived terms", kept, _Terminal(None))
            )
        else:
            _say(f"Terms of this name are archived, name what is its own in `terms:`: {'; '.join(kept)}")
    old = path.read_bytes()
    if chosen and (longer := with_terms(old, slug, chosen)) != old:
        replace_file(path, old, longer)
        _say(f"Its archived terms are named: {', '.join(f'{one.service} in {one.collection}' for one in chosen)}")


def _editor() -> str:
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def _edit(path: Path, line: int) -> None:
    """Open the catalog at the entry, and wait until the editor is closed.

    Raises:
        OptoutError: there is no editor, or it cannot be started; the entry stays.
    """
    from optout.editing.editor import arguments

    if not _editor():
        raise OptoutError(f"no editor is known: set EDITOR; the entry is in {path}, line {line}")
    try:
        done = subprocess.run(arguments(shlex.split(_editor()), str(path), line), check=False)
    except (OSError, ValueError) as error:
        raise OptoutError(f"the editor `{_editor()}` cannot be started; the entry is in {path}, line {line}") from error
    if done.returncode:
        _say(f"`{_editor()}` ended with {done.returncode}.")


def _report(path: Path, slug: str) -> int:
    """Say what a check finds in the entry, and what to do next."""
    from optout.model import Date
    from optout.rules import check

    today = date.today()
    catalog = catalogs.open_catalog(path)
    if slug not in catalog.slugs():
        raise OptoutError(f"`{slug}` is not in {path} any more")
    problems = check(catalog, Date(today.year, today.month, today.day))
    found = [problem for problem in problems if problem.entry == slug]
    for problem in found:
        _say(str(problem))
    named = "" if path.samefile(catalogs.catalog_path(None)) else f" --catalog {path}"
    _say(f"Look at it: optout show {slug}{named}")
    pages = "guides" if (path.parent / "guides").is_dir() else "build"
    _say(f"Then bring the pages in step: optout {pages}{named}")
    return 1 if any(problem.severity == "error" for problem in found) else 0


def _say(text: str) -> None:
    output.say_lines(f"{text}\n")
