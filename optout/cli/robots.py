"""optout robots: what a website of one's own tells crawlers."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from optout.catalog.locate import called
from optout.cli import catalogs, once, options, output
from optout.cli.choices import OneOf
from optout.cli.completing import words
from optout.errors import OptoutError, UsageProblem

if TYPE_CHECKING:
    from optout.catalog import Catalog
    from optout.messages import Language


class _WithAudit(once.OnceGroup):
    """The command has one of its own beside it, which is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["audit"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name != "audit":
            return None
        from optout.cli.robots_audit import command

        return command


_FORMATS = ("robots", "nginx", "apache", "caddy", "haproxy", "cloudflare", "meta", "headers", "tdmrep", "ai-txt")


@click.group("robots", cls=_WithAudit, invoke_without_command=True)
@click.option(
    "--block",
    multiple=True,
    default=("training",),
    show_default="training",
    metavar="WHAT",
    help="training, search, user, agent, all, or a crawler, entry or company by its name; may be given several times.",
)
@click.option("--allow", multiple=True, metavar="NAME", help="Let this crawler, entry or company through all the same.")
@click.option(
    "--format",
    "format_",
    type=OneOf(_FORMATS),
    default="robots",
    show_default=True,
    help="For which server, or as which statement.",
)
@click.option(
    "-o",
    "--into",
    "--output",
    "path",
    type=options.ANSWER,
    metavar="FILE",
    help="Write a marked block into this file, or renew it; all else in it stays byte for byte.",
)
@click.option(
    "--check", "only_check", is_flag=True, help="With --into: write nothing, say what is missing (exit code 1)."
)
@click.option("--diff", "show_diff", is_flag=True, help="With --into: write nothing, show what would change.")
@click.option("--explain", metavar="TOKEN", shell_complete=words(lambda ctx: _tokens(ctx)),
              help="What is known of a crawler.")  # fmt: skip
@options.file_language_option
@options.catalog_option
@click.pass_context
def command(
    context: click.Context,
    block: tuple[str, ...],
    allow: tuple[str, ...],
    format_: str,
    path: Path | None,
    only_check: bool,
    show_diff: bool,
    explain: str | None,
    spoken: str,
    catalog: Path | None,
) -> int:
    """A file that turns away the crawlers that collect for training, and no others: search engines and what a visitor's
    assistant fetches are left alone. The names are those of the catalog, with whose they are and since when known.

    \b
    optout robots > robots.txt
    optout robots --into robots.txt            add the block, or renew it
    optout robots --into robots.txt --check    what is missing
    optout robots --block all --format nginx
    optout robots --explain GPTBot
    optout robots audit https://example.org    what a site tells whom

    \b
    Where robots.txt goes: to the root of the host, one for each host.
    WordPress       beside wp-config.php; without the file it makes one of its own
    Netlify         into the folder that is published
    Cloudflare Pages  into the folder of static files (public, static)
    GitHub Pages    into the repository of the user or organisation site
    docs/robots.md has more, with sources.
    """  # fmt: skip
    if context.invoked_subcommand:
        return 0
    from optout.messages import language

    _refuse(format_, path, only_check, show_diff, block)
    opened, tongue = catalogs.open_catalog(catalog), language(spoken)
    if explain is not None:
        return _explain(opened, explain, tongue)
    made = _made(opened, block, allow, format_, tongue)
    if path is None:
        output.write(made.text)
        return 0
    return _into(path, made, format_, only_check, show_diff)


def _refuse(format_: str, path: Path | None, only_check: bool, show_diff: bool, block: Sequence[str]) -> None:
    """Stop before anything is done if the options do not fit together."""
    if (only_check or show_diff) and path is None:
        raise UsageProblem("--check and --diff compare with a file; name it: optout robots --into robots.txt --check")
    if format_ in ("meta", "headers", "tdmrep", "ai-txt") and not {"training", "all"} & set(_words(block)):
        raise UsageProblem(f"{format_} says only that training is refused, to everybody; leave --block out")


def _words(given: Sequence[str]) -> list[str]:
    return [word.strip() for one in given for word in one.split(",") if word.strip()]


class _Made(NamedTuple):
    """The text of a format, and the names of the crawlers that it turns away."""

    text: str
    tokens: tuple[str, ...]


def _made(catalog: "Catalog", block: Sequence[str], allow: Sequence[str], format_: str, spoken: "Language") -> _Made:
    """What the options ask for.

    Raises:
        UsageProblem: nothing is left to block, or a name is nobody's.
        OptoutError: the catalog has no text for the format, or no crawler.
    """
    from optout.render.robots import FORMS
    from optout.render.robots import block as made
    from optout.robots import choice, statements

    form = FORMS[format_]
    asked = [
        *([] if form.by else [f"--block {_quoted(one)}" for one in _words(block)]),
        *(f"--allow {_quoted(one)}" for one in _words(allow)),
        *([f"--format {format_}"] if format_ != "robots" else []),
    ]
    line = "".join(f" {one}" for one in asked)
    if form.by:
        if allow:
            raise UsageProblem(f"{format_} is read by everybody alike; leave --allow out")
        told = statements.refusals(statements.standards(catalog))
        if not any(one.kind == form.by for one in told):
            raise OptoutError(f"{catalog.file} has no text for {format_}; name another catalog with --catalog FILE")
        return _Made(made(form, choice.Chosen((), (), (), ()), told, line, spoken), ())
    found = list(choice.entries(catalog))
    if unfit := choice.unfit(found):
        output.say(f"optout: left out, as no line of a file can hold them: {', '.join(map(repr, unfit))}")
    robots = choice.robots(found)
    if not robots:
        raise OptoutError(f"{called(catalog.file)} names no crawler; name another catalog with --catalog FILE")
    chosen = choice.choose(robots, _words(block), _words(allow))
    if not chosen.blocked:
        raise UsageProblem("nothing is left to block; name another --block, or fewer names with --allow")
    return _Made(made(form, chosen, (), line, spoken), tuple(one.token for one in chosen.blocked))


def _quoted(word: str) -> str:
    return word if word.isascii() and word.replace("-", "").replace(".", "").isalnum() else f"'{word}'"


def _into(path: Path, made: _Made, format_: str, only_check: bool, show_diff: bool) -> int:
    """Write the block into a file, or say what that would do; 1 if something is missing."""
    from optout.files import refuse_no_file, replace_file, write_file

    refuse_no_file(path, "a robots.txt")
    old = _there(path)
    new = _merged(old or b"", made.text, format_, str(path))
    if only_check:
        return _check(path, old or b"", made, format_, changes=new != (old or b""))
    if show_diff:
        output.write(output.patch(old or b"", new, str(path)))
        return int(new != (old or b""))
    if new == old:
        output.say(f"{path}: nothing to change")
    elif old is None:
        write_file(path, new)
        output.say(f"{path}: written")
    else:
        missed = replace_file(path, old, new)
        output.say(missed or f"{path}: the block is written, all else is as it was")
    if format_ == "robots":
        _tell_let_in(path, made, new)
    return 0


def _there(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise OptoutError(f"{path} cannot be read ({error.strerror}); nothing was changed") from error


def _merged(old: bytes, block: str, format_: str, file: str) -> bytes:
    """The file with the block in it.

    Raises:
        OptoutError: it cannot be put there without saying something else as well.
    """
    from optout.render.robots import FORMS
    from optout.robots import existing

    if format_ == "tdmrep":
        if old.split() not in ([], block.encode().split()):
            raise OptoutError(
                f"{file} has rules of its own, and JSON has no marks for a block; nothing was changed: "
                "`optout robots --format tdmrep` shows what to add by hand"
            )
        return old if old.strip() else block.encode()
    if format_ == "robots":
        from optout.robots.reading import RobotsTxt

        if name := RobotsTxt(existing.before(old, file)).dangling:
            raise OptoutError(
                f"{file}:{name.number}:1: no rule stands below `User-agent: {name.value}`, and those of the block "
                "would become its own; write one below it first, such as `Allow: /`"
            )
    return existing.merged(old, block, FORMS[format_].where, file)


def _check(path: Path, old: bytes, made: _Made, format_: str, changes: bool) -> int:
    """Tell what is missing in a file; a robots.txt may say it in words of its own."""
    from optout.robots import existing

    has_block = format_ != "tdmrep" and existing.has_block(old, str(path))
    if format_ == "robots":
        from optout.robots.reading import RobotsTxt

        said = RobotsTxt(old)
        missing = [token for token in made.tokens if said.allows(token)]
    else:
        missing = [f"the text for {format_}"] if changes and not has_block else []
    output.write_lines("".join(f"{path}: missing: {one}\n" for one in missing))
    if has_block and changes:
        output.write_lines(f"{path}: the block is not as it would be written today\n")
    elif not missing:
        output.say(f"{path}: nothing is missing")
    return int(bool(missing) or (has_block and changes))


def _tell_let_in(path: Path, made: _Made, new: bytes) -> None:
    """Say whom the file's own rules let in, whatever the block says."""
    from optout.robots.reading import RobotsTxt

    said = RobotsTxt(new)
    for token in made.tokens:
        if said.allows(token):
            where = f"{path}:{said.line_of(token)}:1"
            output.say(
                f"optout: {where}: {token} has a group of its own in this file, and its `Allow` lets it in all the "
                "same: crawlers join the groups of their name (RFC 9309); take that line away to block it"
            )


def _tokens(ctx: click.Context) -> list[str]:
    """The names of the crawlers that the catalog knows."""
    from optout.robots import choice

    return [one.token for one in choice.robots(choice.entries(catalogs.open_catalog(ctx.params.get("catalog"))))]


def _explain(catalog: "Catalog", token: str, spoken: "Language") -> int:
    """What is known of the crawlers of this name."""
    from optout.render import robots as render
    from optout.robots import choice

    found = choice.find(choice.robots(choice.entries(catalog)), token)
    output.show_lines(lambda screen: render.explained(found, screen, spoken))
    return 0
