"""What a shell's Tab offers, prepared with the package, see `tabbing`: click need not be there to say it.

Whatever it is not sure that click reads as this does is left to click: quotes, an option that is shortened or has its
value behind `=`, a command that is not written out. Imports nothing but the system and the store.
"""

from __future__ import annotations

from optout.cli import helped
from optout.store import Damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from optout.store import Store

    Words = list[tuple[str, str]]  # each with what is said of it
    Titles = Callable[[], "str | None"]

TABLE, SHELLS, REGIONS = "tab", "shells", "regions"
# Between what is prepared of a command: its parameters and commands; their fields; words; what is said of a word.
PART, FIELD, WORD, SAID = "\x01", "\x02", "\x03", "\x04"
VALUE, HELP = "\x06", "\x07"  # in the line of a shell
COMMAND, OPTION, ARGUMENT = "coa"
FLAG, SEVERAL, HIDDEN = "fmh"
# What completes a value: nothing, a file, a folder, words in any case, the same where no platform is named yet, words
# that are offered as they stand, platforms, regions.
NOTHING, FILE, FOLDER, ANY_CASE, UNNAMED, CHOICE, PLATFORM, REGION, UNSURE = "nfdiucpr?"
PLAIN = "plain"
_KINDS = {FILE: "file", FOLDER: "dir"}
_SAFE = str.maketrans("", "", "-_./")


def text(package: str, instruction: str, environment: Mapping[str, str], language: str, titles: Titles) -> str:
    """What the shell is told, as click ends it with a line break; empty where that is not sure.

    `titles` gives the slugs and names of the platforms, if those of the packaged catalog are asked for.
    """
    shell, _, wish = instruction.partition("_")
    typed = _typed(shell, environment) if wish == "complete" else None
    store = helped.opened_for(package) if typed else None
    if typed is None or store is None:
        return ""
    try:
        kind, words = _offered(store, *typed, language, titles)
        return _told(store, shell, kind, words)
    except (Damaged, _Unsure):
        return ""


class _Unsure(Exception):
    """Click has to be asked."""


def _typed(shell: str, environment: Mapping[str, str]) -> tuple[list[str], str] | None:
    """The words before the one that is typed, and that one, as click's class for the shell takes them."""
    is_powershell = shell == "powershell"
    line = environment.get("OPTOUT_TYPED" if is_powershell else "COMP_WORDS", "")
    if not line.isascii() or not line.replace("\n", " ").isprintable() or any(sign in line for sign in "'\"\\"):
        return None
    words = line.split()
    if is_powershell:
        last, words = environment.get("OPTOUT_WORD", ""), words[1:]
        words = words[:-1] if last else words
    elif shell == "fish":
        last, words = environment.get("COMP_CWORD", ""), words[1:]
        words = words[:-1] if last and words[-1:] == [last] else words
    else:
        number = environment.get("COMP_CWORD", "")
        if not number.isdecimal() or not int(number):
            return None
        last = words[int(number)] if int(number) < len(words) else ""
        words = words[1 : int(number)]
    return (words, last) if _is_safe(last) else None


def _is_safe(word: str) -> bool:
    """Whether no shell and no completer takes it for something else than it is."""
    bare = word.translate(_SAFE)
    return not bare or (bare.isascii() and bare.isalnum())


class _TypedLine:
    """What was typed so far: the command, which of its parameters have their values, and which one waits for it."""

    __slots__ = ("given", "named", "parts", "path", "waiting")

    def __init__(self, store: Store, words: Iterable[str]) -> None:
        self.path = ""
        self.parts = _parts(store, "")
        self.given: set[int] = set()
        self.named = 0  # words that are no options
        self.waiting: int | None = None
        for word in words:
            if self.waiting is not None:
                self._take_value(word)
            elif word.startswith("-"):
                self._take_option(word)
            elif any(one[0] == COMMAND for one in self.parts):
                self._take_command(store, word)
            else:
                self.named += 1

    def _take_value(self, word: str) -> None:
        if word.startswith("-") or self.waiting is None:
            raise _Unsure
        self.given.add(self.waiting)
        self.waiting = None

    def _take_option(self, word: str) -> None:
        found = [at for at, one in enumerate(self.parts) if one[0] == OPTION and word in one[1].split(" ")]
        if not found or not self.path:
            raise _Unsure
        if FLAG in self.parts[found[0]][3]:
            self.given.add(found[0])
        else:
            self.waiting = found[0]

    def _take_command(self, store: Store, word: str) -> None:
        if not any(one[0] == COMMAND and one[1] == word for one in self.parts):
            raise _Unsure
        self.path = f"{self.path} {word}".strip()
        self.parts, self.given = _parts(store, self.path), set()

    def commands(self) -> Words:
        """The commands that may come next."""
        return [(one[1], one[2]) for one in self.parts if one[0] == COMMAND]

    def options(self) -> Words:
        """The options that were not given yet, or may be given again."""
        parts = [one for at, one in enumerate(self.parts) if at not in self.given or SEVERAL in one[3]]
        return [
            (name, one[2]) for one in parts if one[0] == OPTION and HIDDEN not in one[3] for name in one[1].split(" ")
        ]

    def wanted(self) -> Sequence[str] | None:
        """The parameter whose value comes next."""
        if self.waiting is not None:
            return self.parts[self.waiting]
        arguments = [one for one in self.parts if one[0] == ARGUMENT]
        if len(arguments) == 1 and SEVERAL in arguments[0][3]:
            return arguments[0]
        return arguments[self.named] if self.named < len(arguments) else None

    def is_given(self, option: str) -> bool:
        """Whether an option has its value."""
        return any(option in self.parts[at][1].split(" ") for at in self.given)


def _offered(store: Store, words: list[str], last: str, language: str, titles: Titles) -> tuple[str, Words]:
    """The kind of what is offered, and the words."""
    line = _TypedLine(store, words)
    if last.startswith("-"):
        return PLAIN, _beginning(line.options(), last)
    wanted = line.wanted()
    if wanted is None:
        return PLAIN, _beginning(line.commands(), last)
    *_, kind, known = wanted
    if kind == UNSURE or (kind == UNNAMED and line.named) or (kind == PLATFORM and line.is_given("--catalog")):
        raise _Unsure
    if kind in (FILE, FOLDER):
        return _KINDS[kind], [(last, "")]
    if kind == PLATFORM:
        known = titles() or ""
        if not known:
            raise _Unsure
        known = known.replace(",", "").replace("\t", SAID).rstrip("\n").replace("\n", WORD)
    elif kind == REGION:
        known = store.text(f"{REGIONS}.{language}")
    return PLAIN, _fitting(known, last, kind != CHOICE)


def _beginning(words: Words, last: str) -> Words:
    return [one for one in words if one[0].startswith(last)]


def _fitting(known: str, last: str, keeps: bool) -> Words:
    """The words that begin as typed, in any case; with `keeps` what was typed stays as it is."""
    typed, much = last.lower(), len(last)
    found = [word.partition(SAID) for word in known.split(WORD) if word.lower().startswith(typed)] if known else []
    return [(last + word[much:] if keeps else word, said) for word, _, said in found]


def _parts(store: Store, path: str) -> list[list[str]]:
    """What is prepared of a command."""
    line = store.line(TABLE, path or ".")
    if not line:
        raise _Unsure
    return [part.split(FIELD) for part in line.split(PART)]


def _told(store: Store, shell: str, kind: str, words: Words) -> str:
    lines = dict(line.split(FIELD) for line in store.text(SHELLS).split(PART))
    bare, helpful = lines.get(f"{shell} {kind}"), lines.get(f"{shell} {kind} {HELP}")
    if bare is None or helpful is None:
        raise _Unsure
    told = [
        helpful.replace(VALUE, word).replace(HELP, said) if said else bare.replace(VALUE, word) for word, said in words
    ]
    return "\n".join(told) + "\n"
