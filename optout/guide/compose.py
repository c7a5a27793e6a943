"""Every decision about what is said to whom, and in which order."""

from collections.abc import Iterator

from optout import plans
from optout.guide import words
from optout.guide.choose import Choice, Pick, audiences, choose, plan_names
from optout.guide.guide import Fact, Guide, Note, Part, Status, Table, Way
from optout.guide.reader import DEVICES, EVERYBODY, Reader
from optout.guide.ways import Prose, way
from optout.model import Audience, Claim, Control, Date, Difference, Lookalike, Menu, Platform, Source, Training
from optout.prose import Sentence, Span, cited, parse


def compose(platform: Platform, reader: Reader = EVERYBODY) -> Guide:
    """The guide to `platform` for `reader`.

    What is known of the reader leaves out what does not hold for them. Where it is unknown, every variant is named.
    """
    choice = choose(platform, reader)
    training = choice.training
    sources = sorted(platform.sources, key=_weight)
    prose = _numbered(sources)
    ways = tuple(
        way(pick.control, platform, prose, pick.reach, reader.device)._replace(number=number)
        for number, pick in enumerate(choice.ways, 1)
    )
    verdict = choice.own or Claim(platform.summary, platform.doubt)
    first = next((pick.control for pick in (*choice.ways, *choice.none)), None)
    evidence = {*cited(parse(verdict.text, _ids(sources))), *(first.evidence if first else ())}
    return Guide(
        slug=platform.slug,
        name=platform.name,
        title=platform.question or words.title(platform.name, training, platform.category, bool(ways)),
        company=platform.company,
        about=words.about(platform),
        category=platform.category,
        also=platform.formerly + platform.aliases,
        domains=platform.domains,
        status=_status(platform, choice),
        verdict=prose(verdict.text),
        scope=prose(platform.scope),
        doubt=prose(verdict.doubt),
        checked=platform.checked,
        support=words.support([source for source in sources if source.id in evidence]),
        shown_for=tuple(_shown_for(platform, reader, choice.reader)),
        varies_by=tuple(_varies_by(platform, choice.reader)),
        answer=tuple(_answer(platform, choice, prose)),
        steps_title=words.steps_title(training),
        best=ways[0] if ways else None,
        others=ways[1:],
        parts=tuple(part for part in _parts(platform, choice, ways, prose) if part.facts or part.table),
        sources=tuple(_note(number, source) for number, source in enumerate(sources, 1)),
    )


def status(platform: Platform, reader: Reader = EVERYBODY) -> Status:
    """The platform's status for `reader`, without composing the rest."""
    return _status(platform, choose(platform, reader))


def history(platform: Platform) -> tuple[Fact, ...]:
    """What changed, and when, as the guide says it, in the order of the entry; without composing the rest."""
    return _history(platform, _numbered(sorted(platform.sources, key=_weight)))


# Citations


def _weight(source: Source) -> tuple[int, tuple[int, ...]]:
    """Official sources first, the newest of each kind first, undated ones last."""
    date = source.date or Date(0)
    return ("official", "press", "community").index(source.kind), tuple(-part for part in date)


def _ids(sources: list[Source]) -> list[str]:
    return [source.id for source in sources]


def _numbered(sources: list[Source]) -> Prose:
    """A reader of prose whose citations carry the number of the source in the guide's list."""
    numbers = {source.id: str(number) for number, source in enumerate(sources, 1)}

    def read(text: str) -> Sentence:
        spans = parse(text, numbers) if text else ()
        return tuple(Span("cite", numbers[span.text], span.text) if span.kind == "cite" else span for span in spans)

    return read


def _note(number: int, source: Source) -> Note:
    return Note(
        number,
        source.id,
        source.title,
        source.publisher,
        source.kind,
        source.url,
        source.archived,
        source.date,
        source.quote,
    )


# Who is asking


def _status(platform: Platform, choice: Choice) -> Status:
    return _status_of(platform, choice.training, [pick.control for pick in choice.none])


def _status_of(platform: Platform, training: Training, none: list[Control]) -> Status:
    if training == "opt-out" and platform.trainer == "others":
        return words.BY_OTHERS
    stated = any(control.absence == "stated" for control in none)
    if training == "no-control" and not stated:
        return words.NONE_FOUND
    return words.STATUSES[training]


def _shown_for(platform: Platform, asked: Reader, reader: Reader) -> Iterator[Sentence]:
    if asked.plan and not reader.plan:
        yield (Span("text", words.unknown_plan(asked.plan, plan_names(platform))),)
    if any(reader):
        place = words.audience(Audience((reader.region,))) if reader.region else ""
        device = words.where((reader.device,)) if reader.device else ""
        shown = ", ".join(part for part in (place, device, f"on {reader.plan}" if reader.plan else "") if part)
        yield (
            Span("text", f"This is what holds {shown}. Every variant: "),
            Span("code", f"optout show {platform.slug}"),
            Span("text", "."),
        )


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


# What is said


def _answer(platform: Platform, choice: Choice, prose: Prose) -> Iterator[Fact]:
    """What holds where there is no way to refuse, or no need to: whoever is shown no way is told why."""
    for pick in choice.none:
        yield _no_way(pick, platform, choice.training, prose)
    if choice.ways:
        return
    if choice.training == "no-training":
        yield Fact((Span("text", "There is nothing you have to do."),))
    elif choice.training == "opt-in":
        yield Fact((Span("text", "There is nothing you have to do, as long as you do not agree."),))
    elif choice.elsewhere:
        yield Fact(_elsewhere(platform, choice))
    elif not choice.none:
        yield Fact((Span("text", words.no_way_here(choice.reader)),))


def _no_way(pick: Pick, platform: Platform, training: Training, prose: Prose) -> Fact:
    """That there is no way, who says so, and for whom it holds."""
    control = pick.control
    said = (
        f"{platform.company or platform.name} offers no way to refuse."
        if control.absence == "stated"
        else "No way to refuse was found in what was read for this guide; there may be one."
    )
    cites = prose(" ".join(f"[{source}]" for source in control.evidence))
    note = (Span("text", " "), *prose(control.note)) if control.note else ()
    text = (Span("text", f"{said} "), *cites, *note)
    whom = "" if pick.held == "yes" else words.audience(control.audience)
    what = "" if training == "no-control" else control.name
    return Fact(text, words.upper_first(whom or what), prose(control.doubt), control.audience)


def _elsewhere(platform: Platform, choice: Choice) -> Sentence:
    """Where the nearest way is that the reader's device does not lead to."""
    nearest = choice.elsewhere[0].control
    device = next((one for one in nearest.where if one in DEVICES), "desktop")
    said = words.way_elsewhere(choice.reader.device, nearest)
    return (
        Span("text", f"{said}: "),
        Span("code", f"optout show {platform.slug} --device {device}"),
        Span("text", "."),
    )


def _parts(platform: Platform, choice: Choice, ways: tuple[Way, ...], prose: Prose) -> Iterator[Part]:
    refusable = ways and choice.training == "opt-out"
    yield Part("limits", "What refusing does not do" if refusable else "Good to know", _claims(platform.limits, prose))
    yield Part("lookalikes", "Not a way to refuse", tuple(_lookalike(one, prose) for one in choice.lookalikes))
    yield Part(
        "differences",
        "What else holds for you" if any(choice.reader) else "Where it differs",
        tuple(_difference(one, platform, prose) for one in choice.differences),
    )
    yield Part("uses", "What is used", _claims(platform.uses, prose))
    yield Part("spares", "What is left alone", _claims(platform.spares, prose))
    yield Part("crawlers", "The crawlers", table=_crawlers(platform, prose))
    yield Part(
        "history",
        "What changed, and when",
        _history(platform, prose),
    )
    yield Part("conflicts", "Where sources disagree", _claims(platform.conflicts, prose))
    undo = {way.undo: way for way in reversed(ways) if way.undo}
    several = len(undo) > 1
    yield Part(
        "undo",
        "If you change your mind",
        tuple(Fact(text, one.name if several else "") for text, one in reversed(undo.items())),
    )
    yield Part("see", "See also", tuple(Fact(prose(text), slug) for slug, text in platform.see))


def _claims(claims: tuple[Claim, ...], prose: Prose) -> tuple[Fact, ...]:
    return tuple(Fact(prose(claim.text), doubt=prose(claim.doubt)) for claim in claims)


def _history(platform: Platform, prose: Prose) -> tuple[Fact, ...]:
    return tuple(Fact(prose(one.text), one.date.spoken, prose(one.doubt)) for one in platform.history)


def _lookalike(one: Lookalike, prose: Prose) -> Fact:
    place = (Span("text", " Menu path: "), *_menu_path(one.path), Span("text", ".")) if one.path else ()
    link = (Span("text", " Address: "), Span("link", one.link.removeprefix("https://"), one.link)) if one.link else ()
    whom = words.audience(one.audience)
    label = f"{one.name} ({whom})" if whom else one.name
    return Fact((*prose(one.text), *place, *link), label, prose(one.doubt), one.audience)


def _menu_path(path: tuple[Menu, ...]) -> Iterator[Span]:
    for number, menu in enumerate(path):
        hint = f"({menu.hint})" if menu.label and menu.hint else menu.hint
        yield Span("text", " → " if number else "")
        yield from (Span("label", menu.label),) if menu.label else ()
        yield Span("text", f" {hint}" if menu.label and hint else hint)


def _difference(one: Difference, platform: Platform, prose: Prose) -> Fact:
    label = words.audience(one.audience)
    own = one.training if one.training != platform.training else None
    if own:
        label = f"{label} – {words.FOR_SOME[own]}"
    none = [control for control in platform.controls if control.how == "none"]
    status = _status_of(platform, own, none) if own else None
    return Fact(prose(one.text), words.upper_first(label), prose(one.doubt), one.audience, status)


def _crawlers(platform: Platform, prose: Prose) -> Table | None:
    if not platform.crawlers:
        return None
    rows = []
    for one in platform.crawlers:
        addresses = (Span("link", "list", one.addresses),) if one.addresses else ()
        agent = (Span("text", " User agent: "), Span("code", one.agent)) if one.agent else ()
        rows.append(((Span("code", one.token),), (*prose(one.purpose), *agent), prose(one.obeys), addresses))
    return Table(("Name in robots.txt", "What for", "Does it obey robots.txt?", "Its addresses"), tuple(rows))
