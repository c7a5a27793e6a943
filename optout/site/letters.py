"""The page that writes letters: the same templates as on the command line, taken apart here and put together there.

What somebody says of themselves stays in their browser, so no letter can be made here. What is made instead is each
letter that a template can say, with marks where something goes in, and with what each of its parts depends on.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from json import loads
from typing import Any

from optout import regions
from optout.guide.reader import Reader, in_region
from optout.letters import holidays
from optout.letters.compose import reasons
from optout.letters.contact import FoundContact, among
from optout.letters.deadlines import Day
from optout.letters.kinds import ASKING, KINDS, LETTER_LANGUAGES, WITHOUT_LAW, Kind
from optout.letters.law import Law, Right, authorities, authorities_for, law_of, laws, spoken_in
from optout.letters.letter import (
    AMERICAN_PAPER,
    Sender,
    Wanted,
    draft,
    to_authority,
    to_controller,
)
from optout.messages import Language, Message, country, message
from optout.model import Addressee, Audience, Platform
from optout.project.config import Config
from optout.site.abridged import extract_of, whole
from optout.site.embedded import compact
from optout.site.model import Entry, Extract, Lot, Site, SiteFile
from optout.site.script_data import sentences
from optout.site.wordings import ANY, YEAR, files_of, packaged
from optout.text import shown

PATH = "letter.html"
FOLDER = "assets/letters"
# For how many years, from the one before that of the site on, the page knows public holidays.
_YEARS = 5
_KINDS: Mapping[Kind, Message] = {
    "objection": message("write-kind-objection"),
    "withdrawal": message("write-kind-withdrawal"),
    "access": message("write-kind-access"),
    "erasure": message("write-kind-erasure"),
    "reminder": message("write-kind-reminder"),
    "complaint": message("write-kind-complaint"),
}
_WORDS = (
    *("copied", "copy", "letter-due", "letter-due-once", "letter-form", "letter-mail-long"),
    *("letter-missing", "letter-mailbox", "letter-no-law", "letter-no-region", "letter-no-right", "letter-not-yet"),
    *("letter-by-law", "letter-reach", "letter-representative", "letter-source", "letter-doubt", "letter-unknown"),
    *("letter-unloaded", "letter-without-time", "letter-next", "letter-opt-out", "letter-parts", "letter-early"),
    *("letter-authorities", "letter-authority-form", "letter-authority-web", "letter-authority-unknown"),
    *("letter-from-list", "letter-left", "letter-no-holidays"),
)


def context(site: Site) -> dict[str, Any]:
    """What the page shows."""
    _, *examples = map(site.spoken.text, reasons())
    return {
        "platforms": sorted(site.names.items(), key=lambda named: named[1].casefold()),
        "kinds": {kind: site.spoken.text(said) for kind, said in _KINDS.items()},
        "asking": ASKING,
        "reasons": examples,
        "folder": FOLDER,
    }


def for_script(site: Site) -> dict[str, Any]:
    """What the script knows before a platform is chosen: whose law is which, and what each law gives."""
    spoken = site.spoken
    homes = {code: law_of(code) for code in _homes()}
    parts = sorted({*site.offered.parts, *(code for code in homes if "-" in code)})
    return {
        "words": sentences(_WORDS, spoken),
        "parts": {code: spoken.region(code) for code in parts},
        "homes": {code: [law.id, spoken_in(code, law)] for code, law in homes.items()},
        "american": AMERICAN_PAPER,
        "laws": {law.id: _law(law, spoken) for law in laws().values()},
        "closed": closed_countries(site),
    }


def lots(site: Site) -> Iterator[Lot]:
    """Letters by law and language, and what each platform brings: scripts, as a page from a disk loads nothing else."""
    of_company: dict[str, list[Entry]] = {}
    for entry in site.entries:
        of_company.setdefault(entry.platform.company, []).append(entry)
    yield Lot(lambda: _by_law(site.config), ("letters",))
    yield Lot(lambda: _countries(map(extract_of, site.entries)))
    codes, year = closed_countries(site), site.as_of.year
    yield Lot(lambda: (_script(f"closed/{code}", closed_days(code, year)) for code in codes), ("closed", codes, year))
    for entry in site.entries:
        company = entry.platform.company
        others = [one for one in of_company[company] if company and one is not entry]
        writing = [one for one in others if extract_of(one).for_company]
        yield Lot(partial(_of_platform, entry, writing), ("letter", entry.key, *(one.key for one in others)))


def _by_law(config: Config) -> Iterator[SiteFile]:
    own = config.templates if config.templates and (config.templates / "letters").is_dir() else None
    for law in laws().values():
        for spoken in law.languages:
            made = files_of(law, spoken, own) if own else packaged(law.id, spoken)
            yield from (_script(name, data) for name, data in made.items())
    yield _script("authorities", dict(authority_data()))


def _countries(found: Iterable[Extract]) -> Iterator[SiteFile]:
    codes = {code for one in found for code in (*one.countries, *one.officers)}
    for locale, names in countries(codes).items():
        yield _script(f"countries/{locale}", names)


def _of_platform(entry: Entry, others: Iterable[Entry]) -> Iterator[SiteFile]:
    data = platform_data(whole(entry).platform, [whole(one).platform for one in others])
    yield _script(f"platforms/{entry.platform.slug}", data)


def platform_data(platform: Platform, others: Iterable[Platform]) -> dict[str, Any]:
    """What a letter about a platform says of it: in most regions (the first case) and wherever it says something else.

    `others` are the other platforms of its company.
    """
    company = list(others)
    where: dict[str, list[str]] = {}
    for same in _alike(frozenset(one._replace(plans=(), plans_except=()) for one in _audiences(platform, company))):
        where.setdefault(compact(_case(platform, company, same[0])), []).extend(same)
    cases = sorted(where.items(), key=lambda case: -len(case[1]))
    return {
        "platform": shown(platform.name),
        "cases": [loads(text) for text, _ in cases],
        "of": {place: at for at, (_, places) in enumerate(cases) if at for place in sorted(places)},
    }


def _script(name: str, value: Any) -> SiteFile:
    return SiteFile(f"{FOLDER}/{name}.js", f'(self.optoutLetters??={{}})["{name}"]={compact(value)};\n')


def closed_days(country: str, year: int) -> dict[str, list[str]]:
    """Public holidays of a country on working days, as month and day, by year from the one before `year` on."""
    years = range(year - 1, year - 1 + _YEARS)
    days = [day for day in holidays.closed_days(country, years) if day.weekday() < 5]
    return {str(one): [f"{day:%m%d}" for day in days if day.year == one] for one in years}


def authority_data() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Whom somebody in a region can complain to, by the region."""
    for region in sorted({region for one in authorities() for region in one.regions}):
        yield (
            region,
            [
                {
                    "id": one.id,
                    "to": to_authority(one).lines,
                    "country": one.country,
                    "email": one.email,
                    "form": one.form,
                    "web": one.web,
                }
                for one in authorities_for(region)
            ],
        )


def closed_countries(site: Site) -> tuple[str, ...]:
    """Whose holidays may count: where controllers are, or readers whose law leaves holidays out of a time."""
    points = [code for entry in site.entries for code in extract_of(entry).countries]
    homes = (code for code in _homes() if _knows_holidays(law_of(code)))
    return tuple(sorted({code.split("-")[0] for code in (*points, *homes)} - {""}))


def _knows_holidays(law: Law) -> bool:
    periods = (right.period for right in law.rights.values())
    return law.counting == "next-working-day" or any(one and one.business_days for one in periods)


def _homes() -> Iterator[str]:
    """Every region in which a law is known."""
    for law in laws().values():
        for region in law.regions:
            yield from sorted(regions.GROUPS.get(region, (region,)))


def _law(law: Law, spoken: Language) -> dict[str, Any]:
    return {
        "name": law.names.get(spoken.code) or law.names.get("en", ""),
        "languages": {spoken: law.locales.get(spoken, spoken) for spoken in law.languages},
        "counting": law.counting,
        "since": law.since.isoformat() if law.since else "",
        "rights": {kind: _right(law.right(kind)) for kind in KINDS if law.right(kind).sources},
        "known": law.id != WITHOUT_LAW,
    }


def _right(right: Right) -> dict[str, Any]:
    return {
        "reason": right.reason,
        "period": right.period,
        "more": right.more,
        "optOut": right.form == "opt-out",
        "title": right.sources[0].title,
        "address": right.sources[0].url,
    }


def countries(codes: Iterable[str]) -> dict[str, dict[str, str]]:
    """Countries of addresses, as the last line has them, by language or locale of a letter."""
    listed = sorted(set(codes))
    locales = {*LETTER_LANGUAGES, *(one for law in laws().values() for one in law.locales.values())}
    return {locale: {code: country(code, locale).upper() for code in listed} for locale in sorted(locales)}


def _audiences(platform: Platform, others: Iterable[Platform]) -> Iterator[Audience]:
    yield from (one.audience for one in platform.contacts)
    yield from (one.audience for other in others for one in other.contacts if one.extent == "company")
    yield from (one.audience for one in platform.uses)
    yield from (one.audience for one in platform.sources)
    yield from (one.audience for one in platform.controls if one.how == "switch")


@lru_cache(maxsize=1024)  # most platforms tell the same regions apart
def _alike(audiences: frozenset[Audience]) -> tuple[tuple[str, ...], ...]:
    """The regions together that are alike to all these audiences, and first of all no region."""
    found: dict[tuple[str, ...], list[str]] = {}
    for place in ("", *regions.codes()):
        found.setdefault(tuple(in_region(one, Reader(place)) for one in audiences), []).append(place)
    return tuple(map(tuple, found.values()))


def _case(platform: Platform, others: Iterable[Platform], region: str) -> dict[str, Any]:
    found = among(platform, others, region)
    wanted = Wanted("objection", "en", Day(YEAR, 1, ANY), region, switched=True)
    said = draft(platform, laws()[WITHOUT_LAW], found, Sender(), wanted)
    to = to_controller(found, platform)
    values: dict[str, Any] = {
        "controller": said.controller,
        "to": to.lines,
        "country": to.country,
        "closed": found.contact.country if found and found.contact.country != to.country else "",
        "email": to.email,
        "form": to.form,
        "quote": said.quote,
        "uses": said.uses,
        "switch": said.switch,
        **(_about(found) if found else {"unknown": True}),
    }
    return {name: value for name, value in values.items() if value}


def _about(found: FoundContact) -> Mapping[str, Any]:
    """Where the address is from, how sure it is, and who represents the operator there."""
    point = found.contact
    return {
        "sources": [f"{one.publisher}, “{one.title}”" for one in found.sources],
        "doubt": point.doubt,
        "gdpr": _representative(point.representative_eu),
        "uk-gdpr": _representative(point.representative_uk),
    }


def _representative(one: Addressee | None) -> str:
    return ", ".join(filter(None, (one.name, *one.post.split("\n"), one.country, one.email, one.form))) if one else ""
