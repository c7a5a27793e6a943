"""What a robots.txt says to whom, by RFC 9309: its groups, the longest rule that fits, and no more than 500 KiB of it.

https://www.rfc-editor.org/rfc/rfc9309.html
"""

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from protego import Protego

LIMIT = 500 * 1024  # bytes that a crawler has to read at least, section 2.5
_NOBODY = "optout-nobody"  # a name that no group has, for what is said to all others
# What ends or makes a group, with the slips that parsers forgive; all else ends none, section 2.2.4.
_RULES = frozenset(("user-agent", "useragent", "user agent", "allow", "disallow", "disalow", "dissallow", "dissalow",
                    "diasllow", "disallaw"))  # fmt: skip
_NAMES = frozenset(("user-agent", "useragent", "user agent"))
# What says how content may be used and not who may fetch it: the IETF's draft, and Cloudflare's line.
_USAGE = ("content-usage", "content-signal")
_LINE = re.compile(r"\r\n|\r|\n")
_FIELD = re.compile(
    r"[ \t]*([A-Za-z][A-Za-z -]*?)[ \t]*:[ \t]*([^#]*?)[ \t]*(?:#.*)?"
    r"|[ \t]*(user-agent|allow|disallow)[ \t]+([^#:]+?)[ \t]*(?:#.*)?",  # another slip
    re.DOTALL | re.IGNORECASE,
)


class RuleLine(NamedTuple):
    """A line with a field and a value: its number from 1, the field in small letters, the value."""

    number: int
    field: str
    value: str


class RobotsTxt:
    """A robots.txt as crawlers read it; whatever its bytes are, it can be read."""

    def __init__(self, data: bytes) -> None:
        self.is_cut = len(data) > LIMIT
        text = data[:LIMIT].decode("utf-8-sig", "replace")
        # Python knows more ends of lines than the RFC does.
        self._rows = [re.sub("[\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029]", " ", row) for row in _LINE.split(text)]

    @cached_property
    def lines(self) -> tuple[RuleLine, ...]:
        """The lines that say something, in order."""
        found = ((number, _FIELD.fullmatch(row)) for number, row in enumerate(self._rows, 1))
        return tuple(
            RuleLine(number, (one[1] or one[3]).lower(), one[2] or one[4] or "") for number, one in found if one
        )

    @cached_property
    def named(self) -> dict[str, int]:
        """The names that have groups of their own, in small letters, each with the first line that has it."""
        found: dict[str, int] = {}
        for line in self.lines:
            if line.field in _NAMES and line.value:
                found.setdefault(line.value.lower(), line.number)
        return found

    def allows(self, token: str, path: str = "/") -> bool:
        """Whether the crawler of this name may fetch the path.

        It follows all groups of its own name together, or, where it has none, those for `*`.
        """
        name = token if token.lower() in self.named else _NOBODY
        return bool(self._parser.can_fetch(path, name))

    def line_of(self, token: str) -> int:
        """The line on which a group begins that this crawler follows; 0 if there is none."""
        return self.named.get(token.lower()) or self.named.get("*", 0)

    def rules_for(self, token: str) -> tuple[RuleLine, ...]:
        """The lines of the groups that this crawler follows, names left out."""
        return self._groups.get(token.lower() if token.lower() in self.named else "*", ())

    @cached_property
    def strays(self) -> tuple[RuleLine, ...]:
        """Rules above the first name, which are nobody's."""
        return self._groups.get("", ())

    @cached_property
    def _groups(self) -> dict[str, tuple[RuleLine, ...]]:
        """The rules below each name, in small letters; below no name, those under "".

        Here a line on usage ends the names above it, as a rule does, which is how the IETF's draft extends the RFC.
        """
        found: dict[str, list[RuleLine]] = {}
        names: list[str] = [""]
        is_open = False
        for line in self.lines:
            if line.field in _NAMES:
                names = [*names, line.value.lower()] if is_open else [line.value.lower()]
                is_open = True
            elif line.field in _RULES or line.field in _USAGE:
                is_open = False
                for name in names:
                    found.setdefault(name, []).append(line)
        return {name: tuple(lines) for name, lines in found.items()}

    @cached_property
    def dangling(self) -> RuleLine | None:
        """A name at the end that no rule stands below: whatever is written next would be its rule."""
        last = [line for line in self.lines if line.field not in ("sitemap", "host")][-1:]
        return last[0] if last and last[0].field in _NAMES else None

    @cached_property
    def _parser(self) -> "Protego":
        from protego import Protego

        other = {line.number for line in self.lines if line.field not in _RULES}
        return Protego.parse("\n".join("" if number in other else row for number, row in enumerate(self._rows, 1)))
