"""Which languages optout speaks, and which of them a user's environment asks for. Imports nothing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: tuple[str, ...] = ("en", "de")


def preferred(environment: Mapping[str, str]) -> str:
    """The language that a user's environment asks for, as gettext reads it; English where it is not spoken here.

    https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html
    """
    codes = (tag.split("-")[0] for tag in asked_for(environment))
    return next((code for code in codes if code in LANGUAGES), "en")


def asked_for(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The tags of the languages that a user's environment asks for, the best first: `pt-br`, `pt`; none if it is C."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "C")
    if locale.split(".")[0] in ("C", "POSIX"):
        return ()
    asked = (environment.get("LANGUAGE") or locale).split(":")
    return tuple(one.split(".")[0].split("@")[0].replace("_", "-").lower() for one in asked)
