"""What a guide says beside its ways: an answer where there are none, and the parts that follow."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from optout.guide import words
from optout.guide.choose import Choice, Pick
from optout.guide.guide import Fact, Part, Table, Way
from optout.guide.reader import DEVICES, holds
from optout.guide.sources import numbered, ordered
from optout.guide.verdict import BY_OTHERS, Verdict, besides_objection
from optout.guide.ways import Prose
from optout.messages import Language, Value, language, message
from optout.model import Audience, Claim, Control, Difference, Event, Lookalike, Menu, Platform, Training
from optout.prose import Sentence, Span


class Telling(NamedTuple):
    """What everything that is said goes by: the entry, what of it is chosen, how its prose is read, the language."""

    platform: Platform
    choice: Choice
    prose: Prose
    language: Language

    def text(self, said: Value) -> str:
        """Words without citations."""
        return self.language.text(said)


def answered(told: Telling) -> Iterator[Fact]:
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


def limits(told: Telling, refusable: bool) -> Part:
    """What refusing does not do; where nobody can or need refuse (not `refusable`), what else to know."""
    title = told.text(message("part-limits-refusing")) if refusable else told.text(message("part-limits"))
    return Part("limits", title, _claims(told.choice.limits, told))


def about(told: Telling, claim: Claim, provenance: Sentence) -> Part:
    """What the guide is about, what of it is not certain; last what it rests on, and whose platform it is."""
    rest = words.together((provenance, *words.about(told.platform)), told.language)
    scope, doubt = told.prose(told.platform.scope), told.prose(claim.doubt)
    said = (Fact(scope) if scope else None, Fact((), doubt=doubt) if doubt else None, Fact(rest))
    return Part("about", facts=tuple(filter(None, said)))


def parts_after(told: Telling, ways: tuple[Way, ...]) -> Iterator[Part]:
    """What stands behind all ways, those parts in which there is nothing included."""
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


@lru_cache(maxsize=4)
def history(platform: Platform, spoken: str = "en") -> tuple[Fact, ...]:
    """What changed, and when, as the guide says it, in the order of the entry; without composing the rest."""
    return _history(platform.history, numbered(ordered(platform)), language(spoken))


def _no_way(pick: Pick, told: Telling) -> Fact:
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


def _elsewhere(told: Telling, control: Control, needed: bool) -> Value:
    """Where a way is that the reader's device does not lead to."""
    device = next((one for one in control.where if one in DEVICES), "desktop")
    command = Span("code", f"optout show {told.platform.slug} --device {device}")
    return words.way_elsewhere(told.choice.reader.device, control, command, needed)


def _undo(ways: tuple[Way, ...]) -> tuple[Fact, ...]:
    """How to go back, said once for ways that go back alike."""
    undo = {way.undo: way for way in reversed(ways) if way.undo}
    several = len(undo) > 1
    return tuple(Fact(text, (words.quoted(one.name),) if several else ()) for text, one in reversed(undo.items()))


def _claims(claims: tuple[Claim, ...], told: Telling) -> tuple[Fact, ...]:
    """Sentences, each with for whom it is said where that is not sure to be the reader."""
    return tuple(
        Fact(told.prose(one.text), _whom(one.audience, told), told.prose(one.doubt), one.audience) for one in claims
    )


def _whom(audience: Audience, told: Telling) -> Sentence:
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


def _lookalike(one: Lookalike, told: Telling) -> Fact:
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


def _difference(one: Difference, told: Telling) -> Fact:
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


def _told_verdict(platform: Platform, training: Training) -> Verdict:
    """The verdict for those whom a difference is about, as far as it follows without knowing them closer."""
    if platform.trainer == "others":
        return BY_OTHERS[training]
    stated = any(control.absence == "stated" for control in platform.controls)
    return "none-found" if training == "no-control" and not stated else training


def _crawlers(told: Telling) -> Table:
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
