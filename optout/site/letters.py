"""The page that writes letters: the same templates as on the command line, taken apart here and put together there.

What somebody says of themselves stays in their browser, so no letter can be made here. What is made instead is each
letter that a template can say, with marks where something goes in, and with what each of its parts depends on.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from json import loads
from pathlib import Path
from typing import Any, NamedTuple

from optout import regions
from optout.guide.reader import Reader, in_region
from optout.letters.compose import reasons
from optout.letters.contact import FoundContact, among
from optout.letters.deadlines import Day
from optout.letters.kinds import LETTER_LANGUAGES, WITHOUT_LAW, Kind
from optout.letters.law import Law, Right, law_of, laws, spoken_in
from optout.letters.letter import (
    AMERICAN_PAPER,
    Draft,
    OwnWords,
    Recipient,
    Sender,
    Wanted,
    blank,
    draft,
    to_controller,
)
from optout.messages import Language, Message, country, message
from optout.model import Addressee, Audience, Platform
from optout.render import letters as render
from optout.render.letters import LetterBlock
from optout.site.embedded import compact
from optout.site.model import Site, SiteFile
from optout.site.script_data import sentences
from optout.text import shown

PATH = "letter.html"
FOLDER = "assets/letters"
# What answers a letter has a history, which the command knows from one's list.
_KINDS: Mapping[Kind, Message] = {
    "objection": message("write-kind-objection"),
    "withdrawal": message("write-kind-withdrawal"),
    "access": message("write-kind-access"),
    "erasure": message("write-kind-erasure"),
}
KINDS = tuple(_KINDS)
_WORDS = (
    *("copied", "copy", "letter-due", "letter-due-once", "letter-form", "letter-mail-long"),
    *("letter-missing", "letter-mailbox", "letter-no-law", "letter-no-region", "letter-no-right", "letter-not-yet"),
    *("letter-by-law", "letter-reach", "letter-representative", "letter-source", "letter-doubt", "letter-unknown"),
    *("letter-unloaded", "letter-without-time", "letter-next", "letter-opt-out", "letter-parts"),
)
# Two days whose number every language may say in another way, in a year that stands out from both.
_FIRST, _ANY = 1, 27
_YEAR = 3456
_SAMPLE = OwnWords("{quote}", "{title}", "{date}", "{source}")
_Blocks = tuple[LetterBlock, ...]


class LetterPiece(NamedTuple):
    """A paragraph or list of a letter, by its lines, and what must be there ("!": must not be) for it to be said."""

    needs: tuple[str, ...]
    lines: tuple[str, ...]


def context(site: Site) -> dict[str, Any]:
    """What the page shows."""
    _, *examples = map(site.spoken.text, reasons())
    return {
        "platforms": sorted(site.names.items(), key=lambda named: named[1].casefold()),
        "kinds": {kind: site.spoken.text(said) for kind, said in _KINDS.items()},
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
    }


def files(site: Site) -> Iterator[SiteFile]:
    """Letters by law and language, and what each platform brings: scripts, as a page from a disk loads nothing else."""
    everybody = [entry.platform for entry in site.entries]
    of_company: dict[str, list[Platform]] = {}
    for platform in everybody:
        of_company.setdefault(platform.company, []).append(platform)
    own = site.config.templates if site.config.templates and (site.config.templates / "letters").is_dir() else None
    for law in laws().values():
        for spoken in law.languages:
            data = law_data(law, spoken, own) if own else _packaged(law.id, spoken)
            yield _script(f"{law.id}-{spoken}", data)
    yield _script("countries", countries(everybody))
    for platform in everybody:
        others = [one for one in of_company[platform.company] if platform.company and one is not platform]
        yield _script(f"platforms/{platform.slug}", platform_data(platform, others))


def platform_data(platform: Platform, others: Iterable[Platform]) -> dict[str, Any]:
    """What a letter about a platform says of it: in most regions (the first case) and wherever it says something else.

    `others` are the other platforms of its company.
    """
    company = list(others)
    audiences = list(dict.fromkeys(_audiences(platform, company)))
    places = ("", *regions.codes())
    alike: dict[tuple[str, ...], list[str]] = {}
    for place in places:
        alike.setdefault(tuple(_matches(audience, place) for audience in audiences), []).append(place)
    where: dict[str, list[str]] = {}
    for same in alike.values():
        where.setdefault(compact(_case(platform, company, same[0])), []).extend(same)
    cases = sorted(where.items(), key=lambda case: -len(case[1]))
    return {
        "platform": shown(platform.name),
        "cases": [loads(text) for text, _ in cases],
        "of": {place: at for at, (_, places) in enumerate(cases) if at for place in sorted(places)},
    }


def law_data(law: Law, spoken: str, own: Path | None = None) -> dict[str, Any]:
    """Every letter of these kinds by a law in a language, and how the language says a day."""
    return {
        "locale": law.locales.get(spoken, spoken),
        "days": {str(number): _days(law, spoken, number, own) for number in (_FIRST, _ANY)},
        "kinds": {kind: _kind(law, kind, spoken, own) for kind in KINDS},
    }


@cache
def _packaged(law: str, spoken: str) -> dict[str, Any]:
    return law_data(laws()[law], spoken)


def _script(name: str, value: Any) -> SiteFile:
    return SiteFile(f"{FOLDER}/{name}.js", f'(self.optoutLetters??={{}})["{name}"]={compact(value)};\n')


def _homes() -> Iterator[str]:
    """Every region in which a law is known."""
    for law in laws().values():
        for region in law.regions:
            yield from sorted(regions.GROUPS.get(region, (region,)))


def _law(law: Law, spoken: Language) -> dict[str, Any]:
    return {
        "name": law.names.get(spoken.code) or law.names.get("en", ""),
        "languages": law.languages,
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


def _kind(law: Law, kind: Kind, spoken: str, own: Path | None) -> dict[str, Any]:
    whole = _whole(law, kind, spoken)
    return {
        "subject": _words(whole, own).subject,
        "long": list(_pieces(law, whole, own)),
        "brief": list(_pieces(law, whole._replace(brief=True), own)),
    }


def _whole(law: Law, kind: Kind, spoken: str) -> Draft:
    """A letter that says all that it can, with marks."""
    return blank(law, Wanted(kind, spoken, Day(_YEAR, 1, _ANY)))._replace(
        platform="{platform}",
        controller="{controller}",
        me="{name}",
        account="{account}",
        reason=("{reason}",),
        quote=_SAMPLE,
        uses=("{use}",),
        switch="{switch}",
        later=bool(law.since),
    )


def _without(whole: Draft) -> Iterator[tuple[str, Draft]]:
    """The same letter without each of what may be missing."""
    yield "name", whole._replace(me="")
    yield "account", whole._replace(account="")
    yield "reason", whole._replace(reason=())
    yield "quote", whole._replace(quote=None)
    yield "dated", whole._replace(quote=_SAMPLE._replace(date=""))
    yield "uses", whole._replace(uses=())
    yield "switch", whole._replace(switch="")
    yield "later", whole._replace(later=False)


def _pieces(law: Law, whole: Draft, own: Path | None) -> Iterator[LetterPiece]:
    """The parts of a letter in their order: what goes away without something needs it, what comes instead its lack."""
    full = _words(whole, own).blocks
    needs: list[list[str]] = [[] for _ in full]
    instead: dict[int, list[LetterPiece]] = {}
    for name, less in _without(whole):
        blocks = _words(less, own).blocks
        for what, start, end, begin, stop in SequenceMatcher(None, full, blocks, autojunk=False).get_opcodes():
            if what != "equal":
                for at in range(start, end):
                    needs[at].append(name)
                instead.setdefault(end, []).extend(
                    LetterPiece((f"!{name}",), _lines(one)) for one in blocks[begin:stop]
                )
    for at, block in enumerate(full):
        yield from instead.get(at, ())
        yield LetterPiece(tuple(needs[at]), _lines(block))
    yield from instead.get(len(full), ())


def _lines(block: LetterBlock) -> tuple[str, ...]:
    return tuple(f"- {line}" for line in block.lines) if block.is_list else block.lines


def _words(one: Draft, own: Path | None) -> render.Letter:
    return render.letter(one, Sender(), Recipient(()), "", own)


def _days(law: Law, spoken: str, number: int, own: Path | None) -> list[str]:
    """How a day of each month is said, with marks for the day, unless it is the first, and the year."""
    days = (Day(_YEAR, month, number) for month in range(1, 13))
    said = (_words(blank(law, Wanted("access", spoken, day)), own).dated.replace(str(_YEAR), "{year}") for day in days)
    return [one.replace(str(_ANY), "{day}") for one in said] if number == _ANY else list(said)


def countries(platforms: Iterable[Platform]) -> dict[str, dict[str, str]]:
    """Countries of addresses, as the last line has them, by language, and by locale where that has other names."""
    points = [one for platform in platforms for one in platform.contacts]
    officers = {one.officer.country for one in points if one.officer}
    codes = sorted(({one.country for one in points} | officers) - {""})
    named = {spoken: {code: country(code, spoken).upper() for code in codes} for spoken in LETTER_LANGUAGES}
    for spoken, locale in sorted({pair for law in laws().values() for pair in law.locales.items()}):
        names = {code: country(code, locale).upper() for code in codes}
        named |= {locale: names} if names != named[spoken] else {}
    return named


def _audiences(platform: Platform, others: Iterable[Platform]) -> Iterator[Audience]:
    yield from (one.audience for one in platform.contacts)
    yield from (one.audience for other in others for one in other.contacts if one.extent == "company")
    yield from (one.audience for one in platform.uses)
    yield from (one.audience for one in platform.sources)
    yield from (one.audience for one in platform.controls if one.how == "switch")


@cache
def _matches(audience: Audience, region: str) -> str:
    return in_region(audience, Reader(region))


def _case(platform: Platform, others: Iterable[Platform], region: str) -> dict[str, Any]:
    found = among(platform, others, region)
    wanted = Wanted("objection", "en", Day(_YEAR, 1, _ANY), region, switched=True)
    said = draft(platform, laws()[WITHOUT_LAW], found, Sender(), wanted)
    to = to_controller(found, platform)
    values: dict[str, Any] = {
        "controller": said.controller,
        "to": to.lines,
        "country": to.country,
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
