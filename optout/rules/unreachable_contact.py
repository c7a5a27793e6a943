"""A contact can be written to, and its postal address has a country.

A controller that is named without any way to reach it helps nobody who wants to object. A letter to another country
needs that country on its last line, in the language of whoever sends it: it stands in `country`, not in the address.

Not so:

    contacts:
      - {controller: Example Inc., post: "1 Main Street, Springfield, USA", evidence: [help]}

But so:

    contacts:
      - {controller: Example Inc., post: "1 Main Street, Springfield", country: US, evidence: [help]}
"""

from collections.abc import Iterator

from optout.model import Addressee, ContactPoint, Date, Platform
from optout.problem import Path
from optout.rules.finding import Finding

ID = "unreachable-contact"

_MOST_LINES = 6  # of an address, which has to fit the window of an envelope


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Contacts without a way to reach them, and addresses that no letter gets to."""
    for number, one in enumerate(platform.contacts):
        roles = {"officer": one.officer, "representative-eu": one.representative_eu}
        roles["representative-uk"] = one.representative_uk
        if not any((one.post, one.email, one.form, *roles.values())):
            expected = "`post` and `country`, `email`, `form` or `officer`"
            yield Finding(("contacts", number), f"nothing says how to reach {one.controller}", expected)
        yield from _posted(("contacts", number), one)
        for role, addressee in roles.items():
            if addressee:
                yield from _posted(("contacts", number, role), addressee)


def _posted(path: Path, one: ContactPoint | Addressee) -> Iterator[Finding]:
    if bool(one.post) != bool(one.country):
        missing, given = ("country", "post") if one.post else ("post", "country")
        yield Finding((*path, given), f"`{given}` says nothing without `{missing}`", f"`{missing}` beside it")
    if (lines := one.post.count("\n") + 1) > _MOST_LINES:
        expected = f"at most {_MOST_LINES}, without the name and the country"
        yield Finding((*path, "post"), f"this address has {lines} lines", expected)
