"""Every decision about what is said to whom, and in which order."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from optout import plans
from optout.guide import words
from optout.guide.choose import Choice, Pick, audiences, choose, plan_names
from optout.guide.guide import WAY_PARTS, Fact, Guide, Note, Part, Status, Table, Way
from optout.guide.reader import DEVICES, EVERYBODY, Reader, holds, in_region
from optout.guide.verdict import BY_OTHERS, Verdict, besides_objection, is_read
from optout.guide.version import version
from optout.guide.ways import Prose, way
from optout.messages import Language, Listed, Value, language, message
from optout.model import Audience, Claim, Control, Date, Difference, Event, Lookalike, Menu, Platform, Source, Training
from optout.prose import Sentence, Span, cited, parse


def compose(platform: Platform, reader: Reader = EVERYBODY, spoken: str = "en", screen: str = "") -> Guide:
    """The guide to `platform` for `reader`, in the language with the code `spoken`.

    What is known of the reader leaves out what does not hold for them. Where it is unknown, every variant is named.
    What the entry says stays English in every language, and so do its labels; those of the reader's own screen stand
    beside them where they are known. `screen` is the tag of its language, `spoken` if left out.
    """
    tongue = language(spoken)
    choice = choose(platform, reader)
    everybodys = choose(platform) if any(reader) else choice
    sources = _ordered(platform)
    prose = _numbered(sources)
    told = _Told(platform, choice, prose, tongue)
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
    not_known = _not_known(platform, choice, words.whereabouts(choice.reader))
    resting = _resting(platform, choice)
    support = words.support(resting) if is_known and resting else message("support-for-nobody")
    asked = choice.training if is_known else "depends"
    title = words.title(platform, asked, bool(ways))
    first_part, *later = _way_parts(told, ways)
    provenance = tongue.say(message("provenance", date=platform.checked, support=support))
    parts = (
        first_part,
        _limits(told, bool(ways) and choice.training == "opt-out"),
        _about(told, claim, provenance),
        *later,
        *_parts(told, ways),
        Part("sources", tongue.text(message("sources-title")), notes=_notes(platform, sources, tongue)),
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
        answer=tuple(_answer(told)),
        parts=tuple(part for part in parts if any(part[2:])),
    )


class _Told(NamedTuple):
    """What everything that is said goes by: the entry, what of it is chosen, how its prose is read, the language."""

    platform: Platform
    choice: Choice
    prose: Prose
    language: Language

    def text(self, said: Value) -> str:
        """Words without citations."""
        return self.language.text(said)


def status(platform: Platform, reader: Reader = EVERYBODY, spoken: str = "en") -> Status:
    """The platform's status for `reader`, without composing the rest."""
    return words.status(verdict(platform, reader), language(spoken))


def verdict(platform: Platform, reader: Reader = EVERYBODY) -> words.Shown:
    """The status for `reader`, in no language."""
    choice = choose(platform, reader)
    return words.shown(choice.verdict, choice.answer(platform).basis)


def newest(platform: Platform) -> Date | None:
    """The date of the newest source that the verdict for everybody rests on, or the day of its copy if undated."""
    return max((source.known for source in _resting(platform, choose(platform)) if source.known), default=None)


def _resting(platform: Platform, choice: Choice) -> list[Source]:
    """The sources that the verdict and the first way rest on, as far as they were written for the reader's region."""
    first = next((pick.control for pick in (*choice.ways, *choice.none)), None)
    ids = [source.id for source in platform.sources]
    evidence = {*cited(parse(choice.answer(platform).text, ids)), *(first.evidence if first else ())}
    cites = [source for source in platform.sources if source.id in evidence]
    return [source for source in cites if in_region(source.audience, choice.reader) != "no"]


@lru_cache(maxsize=4)
def history(platform: Platform, spoken: str = "en") -> tuple[Fact, ...]:
    """What changed, and when, as the guide says it, in the order of the entry; without composing the rest."""
    return _history(platform.history, _numbered(_ordered(platform)), language(spoken))


# Citations


@lru_cache(maxsize=4)
def _ordered(platform: Platform) -> tuple[Source, ...]:
    """Official sources first, the newest of each kind first, those last of which no day is known at all.

    Behind all of them stand those that say only whom to write to or what a label is in another language, so that the
    entry looks no better supported.
    """
    last, later = _for_letters(platform), _for_labels(platform)
    return tuple(sorted(platform.sources, key=lambda one: (one.id in later, one.id in last, *_weight(one))))


def _weight(source: Source) -> tuple[int, tuple[int, ...]]:
    date = source.known or Date(0)
    return ("official", "press", "community").index(source.kind), tuple(-part for part in date)


@lru_cache(maxsize=4)
def _for_letters(platform: Platform) -> frozenset[str]:
    """The sources on which nothing but a contact rests."""
    ids = {id for contact in platform.contacts for id in contact.evidence}
    return _only(ids, platform._replace(contacts=()))


@lru_cache(maxsize=4)
def _for_labels(platform: Platform) -> frozenset[str]:
    """The sources on which nothing but labels in other languages rests."""
    ids = {id for control in platform.controls for one in control.labels for id in one.evidence}
    return _only(ids, platform._replace(controls=tuple(one._replace(labels=()) for one in platform.controls)))


def _only(ids: set[str], without: Platform) -> frozenset[str]:
    """Those of the sources that an entry `without` what they are for does not cite."""
    said = _strings(without._replace(sources=())) if ids else set()
    return frozenset(id for id in ids if id not in said and not any(f"[{id}]" in text for text in said))


def _strings(value: tuple[object, ...]) -> set[str]:
    """Every text in a value, however deep it is."""
    found: set[str] = set()
    left = [value]
    while left:
        for part in left.pop():
            if isinstance(part, str):
                found.add(part)
            elif isinstance(part, tuple):
                left.append(part)
    return found


def _numbered(sources: Iterable[Source]) -> Prose:
    """A reader of prose whose citations carry the number of the source in the guide's list."""
    numbers = {source.id: str(number) for number, source in enumerate(sources, 1)}

    def read(text: str) -> Sentence:
        spans = parse(text, numbers) if text else ()
        return tuple(Span("cite", numbers[span.text], span.text) if span.kind == "cite" else span for span in spans)

    return read


def _notes(platform: Platform, sources: Iterable[Source], language: Language) -> tuple[Note, ...]:
    for_letters, for_labels = _for_letters(platform), _for_labels(platform)
    return tuple(
        _note(number, source, source.id in for_letters, language)._replace(apart=source.id in for_labels)
        for number, source in enumerate(sources, 1)
    )


def _note(number: int, source: Source, for_letters: bool, language: Language) -> Note:
    remarks: tuple[Value | None, ...] = (
        message(f"kind-{source.kind}"),
        words.written_for(source.audience),
        source.date or message("undated"),
        _copy(source, language),
        None if source.url else message("address-not-known"),
        message("for-letters") if for_letters else None,
    )
    return Note(
        number,
        source.id,
        source.title,
        source.publisher,
        source.kind,
        source.url,
        source.archived,
        source.date,
        source.seen,
        source.quote,
        source.language,
        tuple(language.say(remark) for remark in remarks if remark),
        language.text(words.written_for(source.audience) or ()),
    )


def _copy(source: Source, language: Language) -> Value | None:
    """The archived copy, by its day if that is given, as a link if its address is known."""
    said = message("copy-of", date=source.seen) if source.seen else message("archived-copy")
    if source.archived:
        return Span("link", language.text(said), source.archived)
    return said if source.seen else None


# Who is asking


def unknown(platform: Platform, choice: Choice, spoken: str = "en") -> str:
    """What takes the verdict's place where nothing is known, said without naming the region; empty where something is.

    For a page that says the same to all who choose one of many regions.
    """
    said = _not_known(platform, choice, message("where-you-are")) if choice.verdict == "not-known" else ()
    return language(spoken).text(said)


def _not_known(platform: Platform, choice: Choice, whom: Value) -> Value:
    """That nothing is known for whom the choice is made, and for whom something is."""
    read = tuple(dict.fromkeys(code for source in platform.sources for code in source.audience.regions))
    return words.not_known(platform.name, whom, read, is_read(platform, choice.own, choice.reader))


def _told_verdict(platform: Platform, training: Training) -> Verdict:
    """The verdict for those whom a difference is about, as far as it follows without knowing them closer."""
    if platform.trainer == "others":
        return BY_OTHERS[training]
    stated = any(control.absence == "stated" for control in platform.controls)
    return "none-found" if training == "no-control" and not stated else training


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


def _way_parts(told: _Told, ways: tuple[Way, ...]) -> Iterator[Part]:
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


# What is said


def _answer(told: _Told) -> Iterator[Fact]:
    """What holds where there is no way to refuse, or no need to: whoever is shown no way is told why."""
    choice, say = told.choice, told.language.say
    if choice.verdict == "not-known":
        known = choice.answer(told.platform)
        yield Fact(told.prose(known.text), say(message("known-elsewhere")), told.prose(known.doubt))
    for pick in choice.none:
        yield _no_way(pick, told)
    for pick in choice.missing:
        yield Fact(say(_elsewhere(told, pick.control, needed=True)))
    if choice.ways:
        return
    if choice.training == "no-training":
        yield Fact(say(message("nothing-to-do")))
    elif choice.verdict == "by-others-asked":
        yield Fact(say(message("nothing-if-covered")))
    elif choice.training == "opt-in":
        yield Fact(say(message("nothing-unless-agreed")))
    elif choice.elsewhere:
        yield Fact(say(_elsewhere(told, choice.elsewhere[0].control, needed=False)))
    elif not choice.none:
        yield Fact(say(words.no_way_here(choice.reader)))


def _no_way(pick: Pick, told: _Told) -> Fact:
    """That there is no way, who says so, and for whom it holds."""
    control, prose = pick.control, told.prose
    name = told.platform.company or told.platform.name
    has_objection = besides_objection(told.choice.training, (pick.control for pick in told.choice.ways))
    said = words.absence(control, name, has_objection)
    cites = prose(" ".join(f"[{source}]" for source in control.evidence))
    text = words.together((said, cites, prose(control.note)), told.language)
    whom = () if pick.held == "yes" else words.audience(control.audience)
    is_all = told.choice.training == "no-control" and len(told.choice.none) == 1
    what = () if is_all else words.quoted(control.name)
    return Fact(text, words.begun(told.language.say(whom or what)), prose(control.doubt), control.audience)


def _elsewhere(told: _Told, control: Control, needed: bool) -> Value:
    """Where a way is that the reader's device does not lead to."""
    device = next((one for one in control.where if one in DEVICES), "desktop")
    command = Span("code", f"optout show {told.platform.slug} --device {device}")
    return words.way_elsewhere(told.choice.reader.device, control, command, needed)


def _limits(told: _Told, refusable: bool) -> Part:
    title = told.text(message("part-limits-refusing")) if refusable else told.text(message("part-limits"))
    return Part("limits", title, _claims(told.choice.limits, told))


def _about(told: _Told, claim: Claim, provenance: Sentence) -> Part:
    """What the guide is about, what of it is not certain; last what it rests on, and whose platform it is."""
    about = words.together((provenance, *words.about(told.platform)), told.language)
    scope, doubt = told.prose(told.platform.scope), told.prose(claim.doubt)
    said = (Fact(scope) if scope else None, Fact((), doubt=doubt) if doubt else None, Fact(about))
    return Part("about", facts=tuple(filter(None, said)))


def _parts(told: _Told, ways: tuple[Way, ...]) -> Iterator[Part]:
    platform, prose, text = told.platform, told.prose, told.text
    choice = told.choice
    yield Part(
        "lookalikes", text(message("part-lookalikes")), tuple(_lookalike(one, told) for one in choice.lookalikes)
    )
    elsewhere = text(message("part-differences-reader")) if any(choice.reader) else text(message("part-differences"))
    yield Part("differences", elsewhere, tuple(_difference(one, told) for one in choice.differences))
    yield Part("uses", text(message("part-uses")), _claims(choice.uses, told))
    yield Part("spares", text(message("part-spares")), _claims(choice.spares, told))
    if platform.crawlers:
        together = told.language.say(message("crawlers-together", command=Span("code", "optout robots")))
        yield Part("crawlers", text(message("part-crawlers")), lead=together, table=_crawlers(told))
    yield Part("history", text(message("part-history")), _history(choice.history, prose, told.language))
    yield Part("conflicts", text(message("part-conflicts")), _claims(choice.conflicts, told))
    yield Part("undo", text(message("part-undo")), _undo(ways))
    see = (Fact(prose(text), (Span("guide", slug),)) for slug, text in platform.see)
    yield Part("see", text(message("part-see")), tuple(see))


def _undo(ways: tuple[Way, ...]) -> tuple[Fact, ...]:
    """How to go back, said once for ways that go back alike."""
    undo = {way.undo: way for way in reversed(ways) if way.undo}
    several = len(undo) > 1
    return tuple(Fact(text, (words.quoted(one.name),) if several else ()) for text, one in reversed(undo.items()))


def _claims(claims: tuple[Claim, ...], told: _Told) -> tuple[Fact, ...]:
    """Sentences, each with for whom it is said where that is not sure to be the reader."""
    return tuple(
        Fact(told.prose(one.text), _whom(one.audience, told), told.prose(one.doubt), one.audience) for one in claims
    )


def _whom(audience: Audience, told: _Told) -> Sentence:
    is_theirs = holds(audience, told.choice.reader) == "yes"
    return () if is_theirs else words.begun(told.language.say(words.audience(audience)))


def _history(events: tuple[Event, ...], prose: Prose, language: Language) -> tuple[Fact, ...]:
    return tuple(
        Fact(prose(one.text), language.say(_when(one)), prose(one.doubt), one.audience, noted=one.noted)
        for one in events
    )


def _when(event: Event) -> Value:
    whom = words.audience(event.audience)
    return message("labelled", label=event.date, whom=whom) if whom else event.date


def _lookalike(one: Lookalike, told: _Told) -> Fact:
    link = Span("link", one.link.removeprefix("https://"), one.link)
    said: tuple[Value | None, ...] = (
        told.prose(one.text),
        message("lookalike-path", path=tuple(_menu_path(one.path))) if one.path else None,
        message("lookalike-address", link=link) if one.link else None,
        words.begun(told.language.say(words.not_seen(one.unseen, told.platform.name) or ())),
    )
    whom = words.audience(one.audience)
    name = words.quoted(one.name)
    label = told.language.say(message("labelled", label=name, whom=whom) if whom else name)
    text = words.together((one for one in said if one), told.language)
    return Fact(text, label, told.prose(one.doubt), one.audience)


def _menu_path(path: tuple[Menu, ...]) -> Iterator[Span]:
    for number, menu in enumerate(path):
        hint = f"({menu.hint})" if menu.label and menu.hint else menu.hint
        yield Span("text", " → " if number else "")
        yield from (Span("label", menu.label),) if menu.label else ()
        yield Span("text", f" {hint}" if menu.label and hint else hint)


def _difference(one: Difference, told: _Told) -> Fact:
    platform, say = told.platform, told.language.say
    label = words.audience(one.audience)
    own = one.training if one.training != platform.training else None
    if own:
        label = message("difference-status", whom=label, status=words.for_some(_told_verdict(platform, own)))
    if one.basis == "concluded":
        label = message("labelled", label=label, whom=message("concluded"))
    found = words.shown(_told_verdict(platform, own), one.basis) if own else None
    status = words.status(found, told.language) if found else None
    return Fact(told.prose(one.text), words.begun(say(label)), told.prose(one.doubt), one.audience, status)


def _crawlers(told: _Told) -> Table:
    rows = []
    for one in told.platform.crawlers:
        listed = (Span("link", told.text(message("crawler-list")), one.addresses),) if one.addresses else ()
        agent = (message("crawler-agent", agent=Span("code", one.agent)),) if one.agent else ()
        known = (words.crawler_for(one.purposes), words.crawler_known(one.known))
        since = message("crawler-since", date=one.since) if one.since else None
        said = (known[0], told.prose(one.purpose), known[1], since, *agent)
        purpose = words.together((words.begun(told.language.say(value)) for value in said if value), told.language)
        rows.append(((Span("code", one.token),), purpose, told.prose(one.obeys), listed))
    header = (
        told.text(message("crawler-name")),
        told.text(message("crawler-purpose")),
        told.text(message("crawler-obeys")),
        told.text(message("crawler-addresses")),
    )
    return Table(header, tuple(rows))
