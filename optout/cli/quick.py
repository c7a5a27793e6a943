"""The short way: what is asked most, answered from what was prepared, before click or any other library is imported.

It gives what the long way gives, to the byte, or nothing: whatever it is not sure of goes the long way. That is nearly
every option, every name that is not among those prepared; and for a catalog of one's own what was not asked before, see
`again`.
"""

from __future__ import annotations

import os
import sys
from mmap import ACCESS_READ, mmap

from optout.cli import here, streams
from optout.render import laid
from optout.render.prepared import COMPANY, Prepared, of_catalog
from optout.spoken import asked_for, preferred

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ASKING, _PLACED = ("show", "list", "search", "open"), ("show", "list")
_MOST = 20  # results of a search, as its option has it
_PACKAGE = os.path.dirname(os.path.dirname(__file__))


def answer(arguments: Sequence[str], package: str = _PACKAGE) -> int | None:
    """Answer what was typed after `optout` and give the exit code; None if the long way has to be gone."""
    if instruction := os.environ.get("_OPTOUT_COMPLETE"):
        return _complete(instruction, package)
    if (helped := _asked_for_help(arguments)) is not None:
        return _help(helped, package)
    command, *words = arguments
    named, words = _option("--catalog", words) if command in _ASKING else ("", words)
    region, words = _option("--region", words) if command in _PLACED else ("", words)
    only_print = command == "open" and words[-1:] == ["--print"]
    words = words[:-1] if only_print else words
    is_asked = only_print or command in ("show", "search") if words else command == "list"
    if not is_asked or not all(map(_is_word, words)):
        return None
    answers = _answers_here(package, named)
    if answers is None or (region and not (region := answers.region(region))):
        return None
    if not words:
        return _list(answers, region)
    if command == "search":
        return _search(answers, words)
    meant = answers.meant(words)
    if not meant and command == "show":
        meant = answers.nothing(words[0]) if len(words) == 1 else None
        meant = meant or (_read(words) if answers.is_packaged else None)
    if isinstance(meant, str):
        return _refuse(meant)
    if not meant:
        return None
    return _open(answers, *meant) if only_print else _show(answers, *meant, region)


def _option(option: str, words: list[str]) -> tuple[str, list[str]]:
    """The value of an option, and the other words; what is not said plainly stays among them."""
    if words.count(option) != 1:
        return "", words
    at = words.index(option)
    before, value, after = words[:at], words[at + 1 : at + 2], words[at + 2 :]
    return (value[0], before + after) if value and value[0] and _is_word(value[0]) else ("", words)


def _asked_for_help(arguments: Sequence[str]) -> str | None:
    """The command whose help is asked for, empty for that of all; None if something else is."""
    if not arguments or arguments[0] == "help":
        return " ".join(arguments[1:])
    return " ".join(arguments[:-1]) if arguments[-1] in ("--help", "-h") else None


def _help(command: str, package: str) -> int | None:
    from optout.cli import helped

    chosen = os.environ.get("COLUMNS", "")
    if (chosen and not chosen.isdecimal()) or not streams.can_encode(sys.stdout.encoding or "ascii"):
        return None
    columns = streams.columns(sys.stdout, sys.stdout.isatty()) or 80
    told = helped.text(package, command, columns)
    return streams.leave_bytes(streams.encoded(told)) if told else None


def _complete(instruction: str, package: str) -> int | None:
    from optout.cli import tabbed

    def titles() -> str | None:
        answers = _answers_here(package, "")
        return answers.titles() if answers else None

    told = tabbed.text(package, instruction, os.environ, preferred(os.environ), titles)
    return streams.leave_bytes(told.encode()) if told else None


def _is_word(argument: str) -> bool:
    """Whether it is a part of a name as it stands: no option, and nothing that click spells out on Windows."""
    return not argument.startswith("-") and not (os.name == "nt" and any(sign in argument for sign in "*?[~$%"))


def _answers_here(package: str, named: str) -> Prepared | None:
    """Those for the catalog that is named, or asked for by the environment or a project; else those of the package."""
    named, folder = named or os.environ.get("OPTOUT_CATALOG", ""), here.folder()
    if not named and folder is None:
        return _answers(package)
    from optout.cli import again

    return again.of(named, folder, lambda: _answers(package))


def _answers(package: str) -> Prepared | None:
    """The answers that came with the package, if they are of its catalog."""
    try:
        with open(f"{package}/platforms.yaml", "rb") as file:
            data = mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # a checkout has it elsewhere
        return None
    return of_catalog(package, data)


def _read(words: Sequence[str]) -> tuple[str, list[str]] | str | None:
    from optout.cli import naming

    return naming.meant(words)


def _show(answers: Prepared, slug: str, notes: Sequence[str], region: str) -> int | None:
    if slug.startswith(COMPANY):
        return None if region else _overview(answers, slug.removeprefix(COMPANY))
    guide = answers.guide(slug, preferred(os.environ), next(iter(asked_for(os.environ)), ""), region)
    if guide is None:
        return None
    return _print(lambda width, colour, links: laid.page(guide, width, colour, links), notes)


def _overview(answers: Prepared, key: str) -> int | None:
    lines = answers.overview(key, preferred(os.environ))
    if lines is None:
        return None
    from optout.render import columns

    return _print(lambda width, colour, links: columns.overview(lines, width, colour, links))


def _list(answers: Prepared, region: str) -> int | None:
    language = preferred(os.environ)

    def make(width: int, colour: bool, links: bool) -> str | None:
        if laid := answers.laid(language, region, width, colour):
            return laid
        if (lines := answers.listed(language, region)) is None:
            return None
        from optout.render import columns

        return columns.table(lines, width, colour)

    return _print(make)


def _search(answers: Prepared, words: Sequence[str]) -> int | None:
    found = answers.found(words, preferred(os.environ), _MOST)
    if found is None:
        return None
    if not found:
        from optout.render.searched import nothing

        return _refuse(nothing(words))
    from optout.render import columns

    return _print(lambda width, colour, _: columns.hits(found, width, colour))


def _open(answers: Prepared, slug: str, notes: Sequence[str]) -> int | None:
    address = answers.address(slug)
    if not address or not all(map(streams.can_say, notes)):
        return None
    for note in notes:
        streams.say(note)
    return streams.leave_bytes(f"{address}\n".encode())


def _refuse(why: str) -> int | None:
    if not streams.can_say(why):
        return None
    streams.say(f"optout: {why}")
    return 1


def _print(make: Callable[[int, bool, bool], str | None], notes: Sequence[str] = ()) -> int | None:
    """Say the notes, and write lines as `output.show_lines` does; None if there are none."""
    out = sys.stdout
    if not streams.can_encode(out.encoding or "ascii") or not all(map(streams.can_say, notes)):
        return None
    is_terminal = out.isatty()
    width, colour = streams.columns(out, is_terminal), streams.colour(is_terminal)
    made = make(width, colour, streams.links(is_terminal))
    if made is None:
        return None
    text = _harmless(made)
    for note in notes:
        streams.say(note)
    return streams.leave(text, lambda: _harmless(make(width, colour, False) or ""))


def _harmless(text: str) -> str:
    """What was prepared holds nothing unseen; where a line may begin as a command to GitHub's logs, the gate looks."""
    if "::" in text or "##[" in text:
        from optout.text import painted

        return painted(text)
    return text
