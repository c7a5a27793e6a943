"""What an import says, in lines for a terminal: before it reads, what it asks, and what became of what it found."""

import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from optout.accounts import Account
from optout.accounts.match import Behind, Left, Sorted
from optout.exports.names import PAGES
from optout.messages import Language, Listed, Message, Value, language, message
from optout.prose import Span
from optout.render import terminal
from optout.render.screen import Screen
from optout.render.wrap import width
from optout.text import shown

_LISTED = 60  # names that are listed; the list itself has all
_ORDER: tuple[Left, ...] = ("damaged", "none", "unnamed", "empty", "local", "note", "bin")


class Imported(NamedTuple):
    """What an import is about: the file as it was named (`-`: standard input), its format, as data and in words.

    `is_pages` and `counts_lines` are what the export says; `fresh` how many platforms are new on the list, `took` those
    behind shared accounts that were added though nobody said which; `history` are files with history that nobody asked
    for.
    """

    file: str
    format: str
    called: str
    found: Sorted
    fresh: int = 0
    took: tuple[str, ...] = ()
    is_pages: bool = False
    counts_lines: bool = True
    history: tuple[str, ...] = ()


def before(file: str, list_file: str, is_trial: bool, screen: Screen, spoken: str) -> str:
    """What will be read and what not, before it is."""
    pen = _Speaker(screen, language(spoken))
    keeps = message("import-tries") if is_trial else message("import-keeps", list=_code(list_file))
    return pen.lines(message("import-reads", file=_code(file)), message("import-spares"), keeps)


def question(shared: Sequence[Behind], names: Mapping[str, str], screen: Screen, spoken: str) -> str:
    """The platforms behind shared accounts, numbered through; those of `chosen` are in this order."""
    pen = _Speaker(screen, language(spoken))
    lines = [pen.lines(message("import-shared"))]
    numbers = {slug: number for number, slug in enumerate(open_slugs(shared), 1)}
    for at, slugs in _grouped(shared):
        lines.append(pen.lines(message("import-shared-at", at=at)))
        lines.append(pen.words([f"{numbers[slug]} {names.get(slug, slug)}" for slug in slugs], "  "))
    return "".join(lines)


def open_slugs(shared: Sequence[Behind]) -> tuple[str, ...]:
    """The platforms behind shared accounts, each once, in the order in which they are numbered."""
    return tuple(slug for _, slugs in _grouped(shared) for slug in slugs)


def asked(spoken: str) -> str:
    """The question below them."""
    return f"{language(spoken).text(message('import-question'))} "


def again(most: int, spoken: str) -> str:
    """An answer was none."""
    return language(spoken).text(message("import-again", most=most))


def after(told: Imported, names: Mapping[str, str], screen: Screen, spoken: str) -> str:
    """What was found, what has no guide, what was left out, and what to do now."""
    pen = _Speaker(screen, language(spoken))
    parts = [
        pen.lines(message("import-found", format=told.called, count=told.found.entries)),
        *_platforms(told, names, pen),
        *_unknown(told, names, pen),
        *_left(told, pen),
    ]
    next_ = message("import-next", command=_code("optout plan")) if told.found.platforms or told.took else None
    return pen.finish([*parts, _delete(told, pen) + pen.lines(next_)])


def merged(
    file: str, before: Mapping[str, Account], after: Mapping[str, Account], is_trial: bool, screen: Screen, spoken: str
) -> str:
    """What is another on a list since that of a file became one with it: new, decided later there, or taken off."""
    pen = _Speaker(screen, language(spoken))
    was, now = ({name: one for name, one in side.items() if not one.removed} for side in (before, after))
    later = sum(now[name] != one._replace(added=now[name].added) for name, one in was.items() if name in now)
    fresh, gone = len(now.keys() - was.keys()), len(was.keys() - now.keys())
    said = message("import-list", file=_code(file), fresh=fresh, later=later, gone=gone)
    return pen.lines(
        said, message("import-tries") if is_trial else message("import-next", command=_code("optout plan"))
    )


def listed(accounts: Sequence[Account], names: Mapping[str, str], screen: Screen, spoken: str) -> str:
    """The accounts of a list: those with a guide by name, then those without."""
    pen = _Speaker(screen, language(spoken))
    if not accounts:
        add, import_ = _code("optout accounts add NAME"), _code("optout accounts import FILE")
        return pen.lines(message("accounts-none", add=add, **{"import": import_}))
    done = language(spoken).text(message("accounts-done"))
    known = sorted((one for one in accounts if one.kind == "platform"), key=lambda one: names.get(one.name, one.name))
    wide = max((width(names.get(one.name, one.name)) for one in known), default=0)
    lines = [pen.lines(message("accounts-count", count=len(accounts))).rstrip("\n")]
    for one in known:
        name = names.get(one.name) or language(spoken).text(message("accounts-gone", slug=one.name))
        slug = terminal.paint(screen, one.name, "2")
        mark = f"  {done}" if one.state == "done" else f"  {one.plan}" if one.plan else ""
        lines.append(f"  {name}{' ' * (wide - width(name))}  {slug}{mark}".rstrip())
    if unknown := [one.name for one in accounts if one.kind == "unknown"]:
        lines += [pen.lines(message("accounts-unknown")).rstrip("\n"), *(f"  {name}" for name in unknown)]
    return "\n".join(lines) + "\n"


def _platforms(told: Imported, names: Mapping[str, str], pen: "_Speaker") -> Iterable[str]:
    slugs = sorted(told.found.platforms, key=lambda slug: names.get(slug, slug).casefold())
    if not slugs and not told.took:
        yield pen.lines(message("import-nothing"))
        return
    remove = _code("optout accounts remove NAME")
    yield pen.titled(
        message("import-platforms", count=len(slugs), fresh=told.fresh),
        [names.get(slug, slug) for slug in slugs],
        message("import-took", count=len(told.took), names=_names(told.took, names), command=remove)
        if told.took
        else None,
        message("import-pages", command=remove) if told.is_pages else None,
    )


def _unknown(told: Imported, names: Mapping[str, str], pen: "_Speaker") -> Iterable[str]:
    unknown, near = tuple(told.found.unknown), told.found.near
    kept = len(unknown) - len(told.found.visited)
    if unknown:
        pairs = [message("import-pair", at=at, name=names.get(slug, slug)) for at, slug in list(near.items())[:6]]
        add = _code(" ".join(("optout accounts add", *dict.fromkeys(list(near.values())[:6]))))
        yield pen.titled(
            message("import-unknown", count=len(unknown)),
            unknown,
            message("import-near", pairs=Listed(tuple(pairs)), command=add) if near else None,
            message("import-kept", count=kept) if kept else None,
            message("import-ask", command=_code(f"optout new {unknown[0]}")),
        )


def _left(told: Imported, pen: "_Speaker") -> Iterable[str]:
    found, kind = told.found, "import-lines" if told.counts_lines else "import-entries"
    lines = []
    for why in _ORDER:
        if count := found.counts.get(why, 0):
            listed = ", ".join((*found.left[why], *(("…",) if count > len(found.left[why]) else ())))
            place = (
                message("import-lines", count=count, places=listed)
                if kind == "import-lines"
                else message("import-entries", count=count, places=listed)
            )
            lines.append(message("import-left-why", why=why, count=count, places=place))
    if lines:
        yield pen.lines(message("import-left")) + "".join(pen.lines(line, first="  ", rest="    ") for line in lines)
    if told.history:
        yield pen.lines(message("import-history", files=Listed(told.history)))


def _delete(told: Imported, pen: "_Speaker") -> str:
    """That the file should go, and the command that does it, on a line of its own to be copied."""
    if told.format == "lines" and told.file != "-":
        return ""
    if told.file == "-":
        return pen.lines(message("import-delete-piped"))
    command = f'del "{told.file}"' if sys.platform == "win32" else f"rm {shlex.quote(told.file)}"
    plain = message("import-delete-plain", file=_code(told.file))
    said = plain if told.format in PAGES else message("import-delete", file=_code(told.file))
    return pen.lines(said) + f"    {shown(command)}\n"


def _grouped(shared: Sequence[Behind]) -> list[tuple[str, tuple[str, ...]]]:
    """The accounts with what is behind them, each platform once; those with the same behind them together."""
    groups: dict[tuple[str, ...], list[str]] = {}
    seen: set[str] = set()
    for one in shared:
        if one.slugs in groups:
            groups[one.slugs].append(one.at)
        else:
            groups[one.slugs] = [one.at]
    found = []
    for slugs, ats in groups.items():
        if left := tuple(slug for slug in slugs if slug not in seen):
            found.append((", ".join(ats), left))
            seen.update(left)
    return found


def _names(slugs: Sequence[str], names: Mapping[str, str]) -> Listed:
    return Listed(tuple(names.get(slug, slug) for slug in slugs))


def _code(text: str) -> Span:
    return Span("code", text)


class _Speaker:
    """Says messages as lines of a screen."""

    def __init__(self, screen: Screen, tongue: Language) -> None:
        self._screen = screen
        self._tongue = tongue

    def lines(self, *said: Value | None, first: str = "", rest: str = "") -> str:
        """Messages, each from a new line on."""
        shown = (terminal.paragraph(self._tongue.say(one), self._screen, first, rest) for one in said if one)
        return "".join(f"{lines}\n" for lines in shown)

    def words(self, words: Sequence[str], first: str) -> str:
        """Words one after another, none of them broken in two: blanks in one are kept together."""
        spans = [Span("text", word.replace(" ", "\u00a0")) for word in words[:_LISTED]]
        more = len(words) - _LISTED
        if more > 0:
            spans.append(Span("text", f"+{more}"))
        joined: list[Span] = []
        for span in spans:
            joined += [Span("text", ", ")] * bool(joined) + [span]
        return terminal.paragraph(tuple(joined), self._screen, first, first).replace("\u00a0", " ") + "\n"

    def titled(self, title: Message, words: Sequence[str], *more: Message | None) -> str:
        """A heading, words below it, and what is to be said of them."""
        heading = terminal.paint(self._screen, self.lines(title).rstrip("\n"), "1")
        return f"{heading}\n{self.words(words, '  ')}{self.lines(*more)}"

    def finish(self, parts: Iterable[str]) -> str:
        """Parts with a blank line between them."""
        return "\n".join(part for part in parts if part)
