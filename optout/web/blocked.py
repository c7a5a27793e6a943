"""Addresses known to turn programs away: data, with a reason and an expiry, so that nothing is on the list for ever.

[[blocked]]
host = "example.com"            # with all hosts below it; or: address = "https://example.com/terms"
reason = "shows a captcha"
until = 2027-05-21              # from the day after on it is asked again, and the line is reported
source = "https://..."          # optional: where this can be read
"""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from optout.errors import OptoutError

PACKAGED = Path(__file__).with_name("blocked.toml")
_FIELDS = {"host": str, "address": str, "reason": str, "until": date, "source": str}


class Blocked(NamedTuple):
    """One line of the list: a host with everything below it, or one address; why; and until when (included)."""

    file: str
    host: str
    address: str
    reason: str
    until: date
    source: str = ""

    @property
    def name(self) -> str:
        """What the line is about."""
        return self.host or self.address

    def covers(self, address: str) -> bool:
        """Whether `address` is meant."""
        host = urlsplit(address).hostname or ""
        return address == self.address if self.address else host == self.host or host.endswith(f".{self.host}")


def load(path: Path) -> tuple[Blocked, ...]:
    """The lines of the list in a file.

    Raises:
        OptoutError: the file cannot be read, or a line is not as it should be.
    """
    try:
        found = tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise OptoutError(f"{path}: the list of blocked addresses cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptoutError(
            f"{path}: this is not TOML ({error}); see the example in the packaged {PACKAGED.name}"
        ) from error
    listed = found.get("blocked", [])
    if set(found) - {"blocked"} or not isinstance(listed, list):
        raise OptoutError(
            f"{path}: expected only tables that begin with [[blocked]], as in the packaged {PACKAGED.name}"
        )
    return tuple(_line(path, number, values) for number, values in enumerate(listed, 1))


def find(blocked: Iterable[Blocked], address: str, today: date) -> Blocked | None:
    """The line that says that `address` is blocked, if one does and still holds."""
    return next((line for line in blocked if line.until >= today and line.covers(address)), None)


def expired(blocked: Iterable[Blocked], today: date) -> tuple[Blocked, ...]:
    """The lines that hold no longer."""
    return tuple(line for line in blocked if line.until < today)


def _line(path: Path, number: int, values: object) -> Blocked:
    where = f"{path}: number {number} of the list"
    if not isinstance(values, dict):
        raise OptoutError(f"{where} is no table; begin it with [[blocked]]")
    for name, value in values.items():
        kind = _FIELDS.get(name)
        if kind is None:
            raise OptoutError(f"{where} has a field `{name}`; expected host or address, reason, until, source")
        if type(value) is not kind or not value:
            raise OptoutError(
                f"{where}: `{name}` should be {'a date such as 2027-05-21' if kind is date else 'a text'}"
            )
    if ("host" in values) == ("address" in values):
        raise OptoutError(f"{where} should name either a host or an address")
    for name in ("reason", "until"):
        if name not in values:
            raise OptoutError(f"{where} has no `{name}`; write why it is there, and until when")
    found = {name: values.get(name, "") for name in ("host", "address", "reason", "source")}
    return Blocked(
        str(path), found["host"].lower(), found["address"], found["reason"], values["until"], found["source"]
    )
