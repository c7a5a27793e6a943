"""Every decision about what is said to whom, and in which order."""

from collections.abc import Iterator

from optout import plans
from optout.guide import words
from optout.guide.choose import Pick, audiences, choose, plan_names
from optout.guide.guide import WAY_PARTS, Guide, Part, Way
from optout.guide.parts import Telling, about, answered, limits, parts_after
from optout.guide.reader import DEVICES, EVERYBODY, Reader
from optout.guide.sources import notes, numbered, ordered
from optout.guide.status import not_known_for, rests_on
from optout.guide.version import version
from optout.guide.ways import way
from optout.messages import Listed, Value, language, message
from optout.model import Audience, Claim, Platform
from optout.prose import Span


def compose(platform: Platform, reader: Reader = EVERYBODY, spoken: str = "en", screen: str = "") -> Guide:
    """The guide to `platform` for `reader`, in the language with the code `spoken`.

    What is known of the reader leaves out what does not hold for them. Where it is unknown, every variant is named.
    What the entry says stays English in every language, and so do its labels; those of the reader's own screen stand
    beside them where they are known. `screen` is the tag of its language, `spoken` if left out.
    """
    tongue = language(spoken)
    choice = choose(platform, reader)
    everybodys = choose(platform) if any(reader) else choice
    sources = ordered(platform)
    prose = numbered(sources)
    told = Telling(platform, choice, prose, tongue)
    ways = tuple(
        way(
            pick.control,
            platform,
            prose,
            tongue,
            pick.reach,
            choice.reader,
            _beside(pick, choice.ways),
            screen or spoken,
        )._replace(number=number)
        for number, pick in enumerate(choice.ways, 1)
    )
    answer = choice.answer(platform)
    claim = Claim(answer.text, answer.doubt if choice.verdict != "not-known" else "")
    is_known = choice.verdict != "not-known"
    not_known = not_known_for(platform, choice, words.whereabouts(choice.reader))
    resting = rests_on(platform, choice)
    support = words.support(resting) if is_known and resting else message("support-for-nobody")
    asked = choice.training if is_known else "depends"
    title = words.title(platform, asked, bool(ways))
    first_part, *later = _way_parts(told, ways)
    provenance = tongue.say(message("provenance", date=platform.checked, support=support))
    parts = (
        first_part,
        limits(told, bool(ways) and choice.training == "opt-out"),
        about(told, claim, provenance),
        *later,
        *parts_after(told, ways),
        Part("sources", tongue.text(message("sources-title")), notes=notes(platform, sources, tongue)),
    )
    return Guide(
        slug=platform.slug,
        name=platform.name,
        version=version(platform, everybodys, everybodys.verdict),
        language=spoken,
        company=platform.company,
        category=platform.category,
        topics=platform.topics,
        also=platform.formerly + platform.aliases,
        domains=platform.domains,
        country_domains=platform.country_domains,
        logins=platform.logins,
        apps=platform.apps,
        terms=platform.terms,
        contacts=platform.contacts,
        scope=prose(platform.scope),
        doubt=prose(claim.doubt),
        checked=platform.checked,
        support=tongue.text(support),
        provenance=provenance,
        varies_by=tuple(_varies_by(platform, choice.reader)),
        steps_title=first_part.title,
        labels=words.labels(tongue),
        status=words.status(words.shown(choice.verdict, answer.basis), tongue),
        title=tongue.say(title),
        verdict=prose(claim.text) if is_known else tongue.say(not_known),
        shown_for=tuple(map(tongue.say, _shown_for(platform, reader, choice.reader))),
        answer=tuple(answered(told)),
        parts=tuple(part for part in parts if any(part[2:])),
    )


# Who is asking


def _shown_for(platform: Platform, asked: Reader, reader: Reader) -> Iterator[Value]:
    if asked.plan and not reader.plan:
        yield words.unknown_plan(asked.plan, plan_names(platform))
    if any(reader):
        audience = Audience((reader.region,) if reader.region else ())
        place, plan = words.audience(audience), words.audience(Audience(plans=(reader.plan,) if reader.plan else ()))
        device = words.where((reader.device,) if reader.device else ())
        whom = words.qualified(*(one for one in (place, device, plan) if one))
        yield message("shown-for", whom=whom, command=Span("code", f"optout show {platform.slug}"))


def _varies_by(platform: Platform, reader: Reader) -> Iterator[tuple[str, str]]:
    """What else could be known of the reader, each with a value that this entry tells apart and anybody can type."""
    regional = [code for one in audiences(platform) for code in one.regions + one.regions_except]
    surfaces = {frozenset(control.where) & set(DEVICES) for control in platform.controls} - {frozenset()}
    devices = [device for device in ("ios", "android", "desktop", "web") if any(device in one for one in surfaces)]
    spoken = plans.spoken(plan_names(platform))
    if regional and not reader.region:
        yield "region", regional[0]
    if len(surfaces) > 1 and devices and not reader.device:
        yield "device", devices[0]
    if spoken and not reader.plan:
        yield "plan", spoken[0]


# The ways


def _way_parts(told: Telling, ways: tuple[Way, ...]) -> Iterator[Part]:
    """The parts with ways, those in which nothing stands included."""
    for part in WAY_PARTS:
        listed = tuple(one for one, pick in zip(ways, told.choice.ways, strict=True) if pick.part == part)
        lead = told.language.say(words.needed(listed)) if part == "steps" and len(listed) > 1 else ()
        yield Part(part, told.text(words.ways_title(part, told.choice.verdict)), ways=listed, lead=lead)


def _beside(pick: Pick, picks: tuple[Pick, ...]) -> Value:
    """To which other way one belongs, where the part it stands in does not say so; empty if to none."""
    together = [one for one in picks if one.together == pick.together and one.together]
    shown = next(one for one in picks if one.switch == pick.switch)
    if shown is not pick:
        alone = pick.part == "same" and sum(one.part == "steps" for one in picks) == 1
        return () if alone else message("same-as", name=words.quoted(shown.control.name))
    needed = dict.fromkeys(one.control.name for one in together if one.switch != pick.switch and one.part == pick.part)
    return (
        message("needed-with", names=Listed(tuple(map(words.quoted, needed))))
        if needed and pick.part != "steps"
        else ()
    )
