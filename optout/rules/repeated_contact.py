"""What is the contact of a whole company is written in one of its entries.

An address that stands in two places is corrected in one and wrong in the other. Where `for: company` is said, all
entries with the same `company` have the contact; where an entry has another one, it says so itself, without it.

Not so:

    example-social:
      name: Example Social
      company: Example
      category: social
      training: opt-in
      summary: Example trains on your posts if you agree. [help]
      checked: 2026-11-21
      contacts:
        - {for: company, controller: Example Ltd, email: privacy@example.com, evidence: [help]}
        - {for: company, controller: Example Inc., email: privacy@example.com, evidence: [help]}
      sources:
        help: {title: Help, publisher: Example Help, kind: official, url: "https://example.com/help"}

But so:

    example-social:
      name: Example Social
      company: Example
      category: social
      training: opt-in
      summary: Example trains on your posts if you agree. [help]
      checked: 2026-11-21
      contacts:
        - {for: company, regions: [EEA], controller: Example Ltd, email: privacy@example.com, evidence: [help]}
        - {for: company, regions-except: [EEA], controller: Example Inc., email: privacy@example.com, evidence: [help]}
      sources:
        help: {title: Help, publisher: Example Help, kind: official, url: "https://example.com/help"}
"""

from collections.abc import Iterator, Mapping

from optout.model import Audience
from optout.regions import codes, match
from optout.rules.finding import Finding
from optout.rules.gist import Gist

ID = "repeated-contact"


def check_all(entries: Mapping[str, Gist | None]) -> Iterator[tuple[str, Finding]]:
    """Contacts of a company for readers who have another one already, with the slug of the entry they stand in."""
    known: dict[str, list[tuple[str, Audience]]] = {}
    for slug, entry in entries.items():
        for number, audience in entry.contacts if entry else ():
            assert entry is not None
            others = known.setdefault(entry.company, [])
            if twice := next((other for other, its in others if _meet(its, audience)), ""):
                message = f"{entry.company} has a contact for some of these readers in `{twice}` already"
                expected = "other `regions`, or the contact left out"
                yield slug, Finding(("contacts", number), message, expected)
            others.append((slug, audience))


def _meet(one: Audience, other: Audience) -> bool:
    """Whether some reader belongs to both."""
    return any(_holds(one, code) and _holds(other, code) for code in codes())


def _holds(audience: Audience, code: str) -> bool:
    included, excluded = audience.regions, audience.regions_except
    if included:
        return match(code, included) == "yes"
    return not excluded or match(code, excluded) != "yes"
