"""A list as people write it: an address or a name on each line; `#` begins a remark."""

from collections.abc import Iterator

from optout.exports.login import Item, Login, Passed
from optout.exports.source import Stream

_LONGEST = 2000  # characters of an address
_LOOKED_AT = 40  # lines
_NOT_PLAIN = '\t;,<>{}"|\\'


def is_list(start: str, whole: bool) -> bool:
    """Whether a text is a list by its first lines: short ones, without what divides a line into fields."""
    lines = [line.strip() for line in start.splitlines()]
    looked_at = [line for line in (lines if whole else lines[:-1])[:_LOOKED_AT] if line and line[0] != "#"]
    return bool(looked_at) and all(
        "://" in line or (len(line) < 100 and not any(sign in line for sign in _NOT_PLAIN) and line.isprintable())
        for line in looked_at
    )


def logins(source: Stream) -> Iterator[Item]:
    """Each line that says something."""
    with source.text() as text:
        for number, line in enumerate(text, 1):
            said = line.strip().lstrip("\ufeff")
            if not said or said.startswith("#"):
                continue
            if len(said) > _LONGEST:
                yield Passed(number, "damaged", source.file)
            elif "." in said or "://" in said:
                yield Login(number, (said,), "" if "://" in said else said, source.file)
            else:
                yield Login(number, (), said, source.file)
