"""optout new: a new entry, in its place."""

import os
import sys
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optout.cli import options, output, reading
from optout.errors import OptoutError, UsageProblem
from optout.files import replace_file, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from optout.editing.new import Answers, Question


@click.command("new", short_help="A new entry, in its place")
@click.argument("slug", required=False, default="")
@click.option("--name", default="", help="The platform's name.")
@click.option("--domain", multiple=True, help="Its domain; may be given several times.")
@click.option("--company", default="", help="Who operates it.")
@click.option("--category", default="", metavar="WORD", help="Such as social; a wrong one lists them all.")
@click.option("--training", default="", metavar="WORD", help="opt-out, opt-in, no-training, no-control or depends.")
@click.option("--scope", default="", metavar="TEXT", help="With depends: on what.")
@click.option("--summary", default="", metavar="TEXT", help="The answer in one sentence.")
@click.option("--path", default="", metavar="MENUS", help="The way to a switch: 'Settings > Privacy > Train'.")
@click.option("--switch", default="", metavar="LABEL", help="The switch's label, if it is not the last of the path.")
@click.option("--set", "set", default="", metavar="POSITION", help="Its refusing position: off, on or \"'an option'\".")
@click.option("--link", default="", metavar="URL", help="The address of the setting itself.")
@click.option("--form", default="", metavar="URL", help="Instead of a switch: the form to fill in.")
@click.option("--email", default="", metavar="ADDRESS", help="Instead of a switch: whom to write to.")
@click.option("--none", "none", default="", metavar="WORD", help="With no-control: stated or not-found.")
@click.option("--where", multiple=True, metavar="WORD", help="web, ios, android, desktop, server or admin.")
@click.option("--source-title", default="", metavar="TEXT", help="The title of the page that says so.")
@click.option("--source-publisher", default="", metavar="TEXT", help="Who publishes it.")
@click.option("--source-kind", default="", metavar="WORD", help="official, press or community.")
@click.option("--source-url", default="", metavar="URL", help="Its address.")
@click.option("--edit/--no-edit", default=None, help="Open the entry in $VISUAL or $EDITOR, or do not ask.")
@options.own_catalog_option
def command(
    edit: bool | None, catalog: Path | None, domain: tuple[str, ...], where: tuple[str, ...], **given: str
) -> int:
    """A new entry, in its place in the catalog: asks for what is missing, and says what a reviewer would.

    SLUG is what the entry goes by (acme-chat), made of the name if left out; an address of the platform will do too.

    \b
    optout new
    optout new https://acme.example
    optout new --name Acme --category social --training opt-out \\
      --summary "Acme trains AI on your posts until you switch it off." \\
      --path "Settings > Privacy > Train on my posts" --set off \\
      --source-title "Your posts and AI" --source-publisher "Acme Help" --source-kind official
    """
    from optout.editing import new

    path = options.own_catalog_path(catalog)
    reading.text(path)  # before anybody answers for nothing
    tidy(path)
    answers = _checked(new.Answers(**given, domain=" ".join(domain), where=" ".join(where)))
    if "." in answers.slug or "/" in answers.slug:
        answers = _checked(answers._replace(slug="", domain=f"{answers.slug} {answers.domain}".strip()))
    _refuse_twice(path, answers)
    if missing := new.missing(answers):
        if not sys.stdin.isatty():
            flags = ", ".join(question.flag for question in missing)
            raise UsageProblem(f"still missing: {flags}; give them, or run optout new in a terminal and be asked")
        answers = _ask(answers, path)
        edit = _wants_editor() if edit is None else edit
        place = _write_answers(path, answers)
    else:
        _tell_alike(path, answers)
        place = _write(path, answers)
    output.write(f"{place}\n")
    if edit:
        _edit(path, int(place.rsplit(":", 1)[1]))
    return _report(path, new.slug(answers))


def _checked(answers: "Answers") -> "Answers":
    """The answers given as options, tidied."""
    from optout.editing import new

    for question in new.QUESTIONS:
        given = getattr(answers, question.name)
        if given and not (question.name == "slug" and ("." in given or "/" in given)):
            answers = answers._replace(**{question.name: new.tidy(question, given)})
            if wrong := new.problem(question, getattr(answers, question.name)):
                raise UsageProblem(f"{question.flag}: {wrong}")
    if wrong := new.conflict(answers):
        raise UsageProblem(wrong)
    return answers


def _refuse_twice(path: Path, answers: "Answers") -> None:
    from optout.editing import new

    slug = new.slug(answers)
    catalog = options.open_catalog(path)
    if slug and slug in catalog.slugs():
        decoded = next(one for one in catalog if one.slug == slug)
        raise OptoutError(
            f"`{slug}` is in the catalog already, at {decoded.places[()]}; correct it there, "
            "or give this one another SLUG"
        )


def _alike(path: Path, answers: "Answers") -> tuple[list[str], list[str]]:
    from optout.editing import new

    return new.alike((one.entry for one in options.open_catalog(path) if one.entry), answers)


def _tell_alike(path: Path, answers: "Answers") -> bool:
    """Name the entries that may be the same platform; whether some surely are."""
    same, near = _alike(path, answers)
    for slug in same:
        _say(f"There is `{slug}` with this name or domain already: optout show {slug}")
    for slug in near:
        _say(f"There is `{slug}`, which has a name much like it: optout show {slug}")
    return bool(same)


def _ask(answers: "Answers", path: Path) -> "Answers":
    """Ask every open question, the optional ones too."""
    from optout.editing import new

    _say("A new entry. Enter leaves out what may be left out; Ctrl-C stops, and nothing is written.")
    answers = _ask_each(answers, new.QUESTIONS[: new.IDENTITY])
    _refuse_twice(path, answers)
    if _tell_alike(path, answers) and not _agrees("Write another entry all the same?"):
        raise OptoutError("nothing was written")
    return _ask_each(answers, new.QUESTIONS[new.IDENTITY :])


def _ask_each(answers: "Answers", questions: "Sequence[Question]") -> "Answers":
    from optout.editing import new

    for question in questions:
        if new.is_open(question, answers):
            answers = answers._replace(**{question.name: _answer(question, question.needed(answers))})
    return answers


def _answer(question: "Question", is_needed: bool) -> str:
    """One valid answer, or none where none is needed."""
    from optout.editing import new

    for word, meaning in new.MEANINGS.get(question.name, {}).items():
        _say(f"  {word:12} {meaning}")
    words = "" if question.name in new.MEANINGS or not question.words else f" ({', '.join(question.words)})"
    prompt = f"{question.ask}{words}{'' if is_needed else ' [leave out]'}: ".replace("?: ", "? ")
    while True:
        text = new.tidy(question, _input(prompt))
        wrong = new.problem(question, text) if text else "this is needed" if is_needed else ""
        if not wrong:
            return text
        _say(f"  {wrong}")


def _agrees(question: str) -> bool:
    return _input(f"{question} [y/N]: ").strip().lower() in ("y", "yes")


def _wants_editor() -> bool:
    return bool(_editor()) and _agrees("Open it in your editor?")


def _input(prompt: str) -> str:
    """A line from the terminal; the question goes to standard error, like all that is not the answer."""
    try:
        with redirect_stdout(sys.stderr):
            return input(prompt)
    except EOFError as error:
        raise OptoutError("the input ended before the last answer; nothing was written") from error


def _write_answers(path: Path, answers: "Answers") -> str:
    """Like `_write`, after questions: if it cannot be done, the entry is shown, so that nobody answers twice."""
    from optout.editing import new

    try:
        return _write(path, answers)
    except OptoutError:
        _say(f"The entry, to be kept:\n\n{new.written(answers, date.today().isoformat())}")
        raise


def _write(path: Path, answers: "Answers") -> str:
    """Put the entry in its place in the catalog as it is by now, and give that: file:line."""
    from optout.catalog import Catalog
    from optout.editing import new

    slug = new.slug(answers)
    text = reading.text(path)
    _refuse_twice(path, answers)
    longer = new.insert(text, slug, new.written(answers, date.today().isoformat()))
    decoded = next(one for one in Catalog(longer.encode(), str(path)) if one.slug == slug)
    if decoded.problems:
        listed = "\n".join(f"  {problem.message}; expected {problem.expected}" for problem in decoded.problems)
        raise OptoutError(f"these answers do not make an entry, and nothing was written:\n{listed}")
    if missed := replace_file(path, text.encode(), longer):
        _say(missed)
    return f"{path}:{decoded.places[()].line}"


def _editor() -> str:
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def _edit(path: Path, line: int) -> None:
    """Open the catalog at the entry, and wait until the editor is closed.

    Raises:
        OptoutError: there is no editor, or it cannot be started; the entry stays.
    """
    import shlex
    import subprocess

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
    catalog = options.open_catalog(path)
    if slug not in catalog.slugs():
        raise OptoutError(f"`{slug}` is not in {path} any more")
    problems = check(catalog, Date(today.year, today.month, today.day))
    found = [problem for problem in problems if problem.entry == slug]
    for problem in found:
        _say(str(problem))
    named = "" if path.samefile(options.catalog_path(None)) else f" --catalog {path}"
    _say(f"Look at it: optout show {slug}{named}")
    pages = "guides" if (path.parent / "guides").is_dir() else "build"
    _say(f"Then bring the pages in step: optout {pages}{named}")
    return 1 if any(problem.severity == "error" for problem in found) else 0


def _say(text: str) -> None:
    click.echo(text, err=True)
