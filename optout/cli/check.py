"""optout check: every problem of a catalog, and mending those that can be mended."""

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

import click

from optout.catalog import Catalog
from optout.catalog.locate import called
from optout.cli import catalogs, options, output, project, reading, waiting
from optout.cli.choices import OneOf
from optout.cli.completing import words
from optout.errors import OptoutError, UsageProblem
from optout.files import has_terms, in_repository, tidy
from optout.model import Date

if TYPE_CHECKING:
    from optout.editing.check import CheckReport, Combine

_FORMATS = ("text", "concise", "json", "github", "sarif")


class _Input(NamedTuple):
    """A catalog as it was found: its file, None for standard input, and its bytes."""

    path: Path | None
    raw: bytes
    catalog: Catalog


@click.command("check")
@click.argument("files", metavar="[FILE]...", type=click.Path(path_type=Path, allow_dash=True), nargs=-1)
@click.option("--fix", is_flag=True, help="Mend what needs no judgement, and show the difference.")
@click.option("--diff", is_flag=True, help="Only show what --fix would change.")
@click.option("--since", metavar="REV", help="Only entries that have changed since this git revision.")
@click.option("--format", "format_", type=OneOf(_FORMATS), help="How to list; text, under GitHub Actions github.")
@options.output_option
@click.option("--explain", metavar="RULE", shell_complete=words(lambda _: _rules(), always=True),
              help="What a rule is about, with examples, and nothing else.")  # fmt: skip
@click.option("--rules", is_flag=True, help="List all rules, and nothing else.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Check as if it were this day.")
@options.catalog_option
def command(
    files: tuple[Path, ...],
    fix: bool,
    diff: bool,
    since: str | None,
    format_: str | None,
    path: Path | None,
    explain: str | None,
    rules: bool,
    today: datetime | None,
    catalog: Path | None,
) -> int:
    """Every problem of the catalogs, with its place and what is expected; exit code 1 if there is an error.

    Without FILE it is the catalog of this folder, else the packaged one. `-` is standard input, and with --fix its
    mended text goes to standard output.

    \b
    optout check
    optout check my/platforms.yaml --fix
    optout check --since origin/main
    optout check --explain uncited-claim
    """
    if explain is not None or rules:
        output.write_lines(_manual(explain), path)
        return 0
    if not (files or catalog):
        project.hold_here()
    writes = fix and not diff
    of_folder = catalogs.own_catalog_path if writes else catalogs.catalog_path
    inputs = [_input(path) for path in dict.fromkeys(files or (of_folder(catalog),))]
    _refuse(inputs, writes, since)
    for one in inputs:
        if writes and one.path:
            tidy(one.path)
    with waiting.shown():
        reports = [_report(one, fix or diff, since, today or datetime.now()) for one in inputs]
    if diff:
        output.write_lines("".join(_patch(one, report) for one, report in zip(inputs, reports, strict=True)), path)
    else:
        if fix:
            _apply(inputs, reports)
        _list(reports, format_ or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"), path,
              [one.path for one in inputs], to_error=fix and inputs[0].path is None)  # fmt: skip
    for report in reports:
        output.say(_summary(report, since, diff))
    failed = any(problem.severity == "error" for report in reports for problem in report.problems)
    return 1 if failed or (diff and any(report.mended for report in reports)) else 0


def _rules() -> dict[str, str]:
    from optout.rules.manuals import manuals

    return {rule: manual.partition(".")[0] for rule, manual in manuals().items()}


def _manual(rule: str | None) -> str:
    """One manual, or the first sentence of all."""
    from optout.render import manual
    from optout.rules.manuals import find, manuals

    screen = output.screen()
    return manual.index(manuals(), screen) if rule is None else manual.page(rule, find(rule), screen)


def _input(path: Path) -> _Input:
    raw = reading.read(path)
    return _Input(None if path == reading.STDIN else path, raw, Catalog(raw, reading.name(path)))


def _refuse(inputs: Sequence[_Input], writes: bool, since: str | None) -> None:
    """Stop before anything is done if the options do not fit together."""
    has_stdin = any(one.path is None for one in inputs)
    if writes and has_stdin and len(inputs) > 1:
        raise UsageProblem("standard input is mended alone; give `-` without other files")
    if since is not None and has_stdin:
        raise UsageProblem("standard input has no revisions to compare with; name a file, or leave out --since")


def _report(one: _Input, mends: bool, since: str | None, day: datetime) -> "CheckReport":
    from optout.editing.check import mended, report

    today = Date(day.year, day.month, day.day)
    changes = None
    if since is not None and one.path is not None:
        from optout.editing.changed import changed
        from optout.project.revision import read_at

        changes = partial(changed, read_at(since, one.path, called(one.path)))
    combine = _combine(one.path)
    if not has_terms():
        return (mended if mends else report)(one.catalog, today, changes, combine)
    from optout.editing import archived
    from optout.terms import library

    with library.opened() as terms:
        return archived.checked(one.catalog, today, changes, terms, mends, combine)


def _combine(path: Path | None) -> "Combine | None":
    """What the catalog of this folder comes to on those that its settings put beneath it; no other stands on them."""
    settings = project.settings() if path else None
    if not path or not settings or not settings.beneath or not settings.catalog:
        return None
    if not path.exists() or not settings.catalog.exists():
        return None
    return partial(catalogs.layered, settings=settings) if path.samefile(settings.catalog) else None


def _apply(inputs: Sequence[_Input], reports: "Sequence[CheckReport]") -> None:
    """Write what was mended, and show it."""
    from optout.editing.check import save, with_mark

    for one, report in zip(inputs, reports, strict=True):
        if one.path is None:
            output.write(with_mark(report, one.raw))
        elif missed := save(report, one.path, one.raw):
            output.say(missed)
        output.say_lines(_patch(one, report, sys.stderr))


def _patch(one: _Input, report: "CheckReport", stream: TextIO | None = None) -> str:
    return output.patch(bytes(one.catalog.data), report.data, report.file, stream)


def _list(
    reports: "Sequence[CheckReport]", format_: str, path: Path | None, catalogs: Sequence[Path | None], to_error: bool
) -> None:
    from optout.render import problems

    listed = [problem for report in reports for problem in report.problems]
    if format_ in ("github", "sarif"):  # read by code hosts, which know nothing of the folder one is in
        listed = [one._replace(place=one.place._replace(file=in_repository(one.place.file))) for one in listed]
    if to_error:
        output.say_lines(problems.concise(listed))
    elif format_ == "text":
        sources = {report.file: report.lines for report in reports}
        output.write_lines(problems.text(listed, sources, output.screen()), path)
    elif format_ == "concise":
        output.write_lines(problems.concise(listed), path)
    elif format_ == "sarif":
        from optout.render.sarif import sarif
        from optout.rules.manuals import manuals
        from optout.schema.manual import ONLY_WARNINGS

        output.write(sarif(listed, manuals(), ONLY_WARNINGS, _site(catalogs)), path)
    elif format_ == "json":
        output.write(problems.as_json(listed), path)
    else:
        output.write(problems.github(listed), path)


def _site(catalogs: Sequence[Path | None]) -> str:
    """The address of the first site that is made from one of the catalogs; empty if none has an address.

    Settings with a mistake are no reason to keep back what is wrong with a catalog.
    """
    try:
        return next(filter(None, map(_site_of, catalogs)), "")
    except OptoutError as error:
        click.echo(f"optout: the rules are listed without addresses: {error}", err=True)
        return ""


def _site_of(catalog: Path | None) -> str:
    """The address in the settings beside a catalog, else in those of this folder if they name it."""
    from optout.files import real
    from optout.project.config import read

    here = project.settings_path()
    beside = catalog.parent / here if catalog else here
    if beside.is_file():
        return read(beside).base_url
    if not here.is_file():
        return ""
    found = read(here)
    named = catalogs.catalog_path(found.catalog) if found.catalog else None
    return found.base_url if catalog and named and real(named) == real(catalog) else ""


def _summary(report: "CheckReport", since: str | None, is_diff: bool) -> str:
    """What was looked at and found, and what to type next."""
    from optout.guide.words import count

    entries = count(report.entries, "entry", "entries")
    looked = f"{report.changed:,} of {entries} changed since {since}" if report.changed is not None else entries
    mended = f"{count(len(report.mended), 'problem')} {'can be ' if is_diff else ''}mended"
    if is_diff and report.mended:
        # Nothing is written: what would be left is not what is there, and mending can bring to light what was hidden.
        said = [f"{report.file}: {looked}", f"{mended}, {len(report.problems) or 'none'} would be left"]
    else:
        said = [f"{report.file}: {looked}, {count(len(report.problems), 'problem')}"]
        said += [mended] if report.mended else []
    if mendable := sum(bool(problem.fixes) for problem in report.problems):
        said.append(f"--fix mends {'it' if len(report.problems) == 1 else mendable}")
    if report.untried:
        said.append(f"{report.untried:,} were not tried to be mended: too many in one entry")
    if report.problems:
        said.append(f"more on a rule: optout check --explain {report.problems[0].rule}")
    return "; ".join(said)
