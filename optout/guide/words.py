"""The catalog's vocabulary as messages: what a status, a surface, an audience, a control is called in a guide."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Literal

from optout.guide.guide import Labels, Status, StatusId, Way, WayPart
from optout.guide.reader import Reader, unsettled
from optout.guide.verdict import Verdict, has_right
from optout.messages import Language, Listed, Message, Region, Value, message
from optout.model import (
    UNSEENS,
    Audience,
    Basis,
    Category,
    Control,
    Platform,
    Purpose,
    Source,
    Standing,
    Surface,
    Topic,
    Training,
    Unseen,
)
from optout.prose import Sentence, Span

# No way was found, but nobody has said that there is none: the label must not claim more than the sources do. Standards
# and services that keep the crawlers of others away train nothing themselves.
Shown = (
    Verdict
    | Literal[
        "concluded-opt-out",
        "concluded-objection",
        "concluded-depends",
        "concluded-opt-in",
        "concluded-no-training",
        "concluded-none",
    ]
)

VERDICTS: dict[Shown, tuple[StatusId, str]] = {
    "opt-out": ("opt-out", "!"),
    "no-control": ("no-control", "✗"),
    "depends": ("depends", "~"),
    "opt-in": ("opt-in", "+"),
    "no-training": ("no-training", "✓"),
    "none-found": ("no-control", "✗"),
    "by-others": ("opt-out", "!"),
    "by-others-none": ("no-control", "✗"),
    "by-others-asked": ("opt-in", "+"),
    "objection": ("opt-out", "!"),
    "not-known": ("not-known", "?"),
    "concluded-opt-out": ("opt-out", "!"),
    "concluded-objection": ("opt-out", "!"),
    "concluded-depends": ("depends", "~"),
    "concluded-opt-in": ("opt-in", "+"),
    "concluded-no-training": ("no-training", "○"),
    "concluded-none": ("no-control", "✗"),
}
_CONCLUDED: dict[Verdict, Shown] = {
    "opt-out": "concluded-opt-out",
    "objection": "concluded-objection",
    "depends": "concluded-depends",
    "opt-in": "concluded-opt-in",
    "no-training": "concluded-no-training",
    "no-control": "concluded-none",
    "none-found": "concluded-none",
}
# Whose guides are about what people publish, wherever that is.
_PUBLISHED: tuple[Category, ...] = ("publisher", "crawler", "standard", "dataset", "collective")
_STATUSES: tuple[Training, ...] = ("opt-out", "depends", "no-control", "opt-in", "no-training")


def shown(verdict: Verdict, basis: Basis) -> Shown:
    """How a verdict is shown: one that nobody stated looks concluded."""
    return _CONCLUDED.get(verdict, verdict) if basis == "concluded" else verdict


def status(verdict: Shown, language: Language) -> Status:
    """The status of a platform, with its label in the language."""
    training, mark = VERDICTS[verdict]
    return Status(training, language.text(stands(verdict)), mark)


def stands(verdict: Shown) -> Message:
    """The label of a status."""
    return message(f"status-{verdict}")


def grouped(language: Language) -> dict[Training, Status]:
    """Statuses that many platforms share, some of which say that there is no way and some of which are silent."""
    return {one: status("none-found" if one == "no-control" else one, language) for one in _STATUSES}


def criterion(training: Training) -> Message:
    """When a platform has a status; the sentence the guide's method rests on."""
    return message(f"criterion-{training}")


def for_some(verdict: Verdict) -> Message:
    """What holds for a part of the readers, in the words of the label, to stand after "In the EU –"."""
    return message(f"for-some-{verdict}")


def category(category: Category) -> Message:
    """The heading over the platforms of a category."""
    return message(f"category-{category}")


def topic(topic: Topic) -> Message:
    """The heading over the platforms of a topic."""
    return message(f"topic-{topic}")


def labels(language: Language) -> Labels:
    """What stands before or in place of something else."""
    return Labels(
        not_certain=language.text(message("not-certain")),
        done=language.text(message("to-be-sure")),
        evidence=language.text(message("evidence")),
        menu_path=language.text(message("menu-path")),
        what=language.text(message("what-it-does")),
        back=language.text(message("back")),
        languages=language.text(message("other-languages")),
        mine=language.text(message("my-language")),
        quotes=(language.text(message("quote-opens")), language.text(message("quote-closes"))),
    )


def title(platform: Platform, training: Training, refusable: bool) -> Message:
    """The question people come with, behind the name; `refusable` says whether there is anything one can do."""
    name = platform.name
    if platform.question:
        return message("titled", name=quoted(name), question=quoted(platform.question))
    if training in ("opt-in", "no-training") or (training == "depends" and not refusable):
        return message("title-does", name=name)
    what = "publications" if platform.category in _PUBLISHED else "data"
    return message("title-can" if training == "no-control" else "title-how", name=name, what=what)


def about(platform: Platform) -> tuple[Message, ...]:
    """Who runs it, where the name does not say so, and what else it goes by; empty if there is nothing to say."""
    others = platform.formerly + platform.aliases
    # A company that ends in "Inc." needs no second full stop.
    company = platform.company if platform.company != platform.name else ""
    said = (
        message("operated-by", company=company.removesuffix(".")) if company else None,
        message("also-known-as", names=Listed(others)) if others else None,
    )
    return tuple(filter(None, said))


def ways_title(part: WayPart, verdict: Verdict | None = None) -> Message:
    """The heading over the ways of a part: over the first, what they are good for under this verdict."""
    if part != "steps":
        return message(f"{part}-title")
    if verdict in ("no-control", "none-found", "by-others-none", "not-known"):
        return message("steps-title-still")
    is_safe = verdict in ("opt-in", "by-others-asked", "no-training")
    return message("steps-title-sure" if is_safe else "steps-title")


def crawler_for(purposes: tuple[Purpose, ...]) -> Message | None:
    """What a crawler fetches pages for, in a word or two; None where nobody says."""
    named = tuple(message(f"crawler-for-{purpose}") for purpose in purposes)
    return message("crawler-for", purposes=Listed(named)) if named else None


def crawler_known(standing: Standing) -> Message | None:
    """How a crawler is known, where not from its operator as one that fetches today."""
    return message(f"crawler-{standing}") if standing != "documented" else None


def where(surfaces: tuple[Surface, ...]) -> Value:
    """Where a control is found: "on the web, on iPhone, iPad and Android"; empty where that is not known."""
    both = {"ios", "android"} <= set(surfaces)
    named = [message(f"on-{surface}") for surface in surfaces if surface not in ("ios", "android")]
    phones = [message(f"on-{surface}") for surface in surfaces if surface in ("ios", "android")]
    return qualified(*named, *([message("on-phones")] if both else phones))


def in_browser(device: str) -> Message:
    """Where somebody with `device` finds a page on the web."""
    return message("in-browser-computer") if device == "desktop" else message("in-browser-phone")


def unknown_plan(plan: str, known: tuple[str, ...]) -> Message:
    """That a plan says nothing in this guide."""
    return message("unknown-plan", plan=plan, plans=Listed(known)) if known else message("no-plans")


def no_way_here(reader: Reader) -> Message:
    """That no way is known for this reader."""
    whom = audience(_of(reader))
    return message("no-way-for", whom=whom) if whom else message("no-way")


def absence(control: Control, name: str, has_objection: bool) -> Message:
    """That there is no way to refuse, or none beside the objection, and whether `name` or only this guide says so."""
    if control.absence == "stated":
        return message("none-stated-besides" if has_objection else "none-stated", name=name)
    return message("none-found-besides" if has_objection else "none-found")


def not_known(name: str, whom: Value, read: tuple[str, ...], is_read: bool) -> Message:
    """That nothing is known for `whom`, and for which regions something is; `is_read` says if only the ways lack."""
    if is_read:
        return message("not-known-ways", name=name, whom=whom)
    return (
        message("not-known-but", name=name, whom=whom, regions=_regions(read))
        if read
        else message("not-known", name=name, whom=whom)
    )


def needed(ways: Sequence[Way]) -> Message:
    """That several ways are needed, and how much there is to do in all."""
    what = "switch" if all(way.how == "switch" for way in ways) else "way"
    steps = message("steps", count=sum(len(way.steps) for way in ways))
    return message("needed", what=what, count=len(ways), steps=steps)


def whereabouts(reader: Reader) -> Value:
    """Where the reader is and what they pay for, in words."""
    return audience(_of(reader))


def _of(reader: Reader) -> Audience:
    """Those who are in the reader's region and on their plan."""
    return Audience(regions=(reader.region,) * bool(reader.region), plans=(reader.plan,) * bool(reader.plan))


def way_elsewhere(device: str, nearest: Control, command: Span, needed: bool) -> Message:
    """That the reader's device leads to no way, or, if it is `needed` as well, not to this one, and where it is."""
    return message(
        "needed-elsewhere" if needed else "elsewhere",
        here=message("in-browser") if device == "web" else message(f"on-{device}"),
        there=where(nearest.where) or message("on-desktop"),
        name=quoted(nearest.name),
        action=action(nearest),
        command=command,
    )


def audience(group: Audience) -> Value:
    """For whom something holds: "in the EU and the UK; on Free and Pro"; empty for everybody."""
    said: list[Message] = []
    if group.regions:
        said.append(message("in-regions", regions=_regions(group.regions)))
    if group.regions_except:
        said.append(message("outside-regions", regions=_regions(group.regions_except)))
    if group.plans:
        said.append(message("on-plans", plans=Listed(group.plans)))
    if group.plans_except:
        said.append(message("on-other-plans", plans=Listed(group.plans_except)))
    return qualified(*said)


def written_for(group: Audience) -> Message | None:
    """For whom a source was written; None for everybody."""
    if group.regions:
        return message("written-for", regions=_regions(group.regions))
    return message("not-written-for", regions=_regions(group.regions_except)) if group.regions_except else None


def right(control: Control, reader: Reader) -> Message | None:
    """That a way is an objection, and by which law, or that it refuses nothing; None where it refuses.

    Where nobody has said for whom the objection holds, it is the reader's if their region has the GDPR.
    """
    if control.aim == "lessen":
        return message("only-lessens")
    if control.right == "GDPR" and not any(control.audience):
        if not reader.region:
            return message("right-somewhere")
        if has_right(control, "yes", reader) != "yes":
            return message("right-not-here")
    law = message("law-gdpr") if control.right == "GDPR" else quoted(control.right)
    return message("right", law=law) if control.right else None


def not_seen(parts: tuple[Unseen, ...], name: str) -> Message | None:
    """That these parts of a way were not seen on a page of the operator's own; None where all were."""
    what = Listed(tuple(message(f"unseen-{part}") for part in UNSEENS if part in parts))
    return message("not-seen", what=what, name=quoted(name)) if parts else None


def _regions(codes: tuple[str, ...]) -> Listed:
    """Regions as a sentence lists them; the EU is part of the EEA and not named beside it."""
    return Listed(tuple(Region(code) for code in codes if not (code == "EU" and "EEA" in codes)))


def action(control: Control) -> Value:
    """What a control comes to, in two or three words."""
    if control.how == "switch":
        sure = "-sure" if control.default == control.set else ""
        if control.set in ("on", "off"):
            return message(f"action{sure}-switch", position=control.set)
        return message(f"action{sure}-option", option=control.set)
    if control.how == "file":
        file = control.file.name if control.file else ""
        return message("action-enter" if "admin" in control.where else "action-publish", file=file)
    return message(f"action-{control.how}") if control.how != "none" else ()


def starts(control: Control) -> Value:
    """Where a switch stands if nobody touched it, as far as the sources say."""
    if control.default in ("on", "off"):
        return message("starts-switch", position=control.default)
    return message("starts-option", option=control.default) if control.default else ()


def opens(control: Control) -> Message:
    """What following the address that a way begins at does."""
    if not control.link and not control.email:
        return message("opens-site")
    return message(f"opens-{control.how}" if control.how in ("form", "email", "switch") else "opens-page")


def who(control: Control) -> Value:
    """Who can do it, where that is not everybody."""
    return message(f"who-{control.who}") if control.who != "member" else ()


def takes(
    control: Control, steps: int, surfaces: Value, needs: Value, beside: Value, reader: Reader
) -> tuple[Message, ...]:
    """What a way takes, such as "Switch off: 2 steps on the web. Requires: signed in.", sentence by sentence.

    `surfaces` say where it is done, `beside` to which other way it belongs.
    """
    cost: Value = message("steps", count=steps)
    if surfaces:
        cost = message("steps-where", steps=cost, where=surfaces)
    whom = audience(unsettled(control.audience, reader))
    start = starts(control)
    said = (
        message("takes", action=action(control), cost=qualified(cost, *([whom] if whom else []))),
        message("requires", needs=needs) if needs else None,
        right(control, reader),
        start if isinstance(start, Message) else None,
        message("anew", each=quoted(control.each)) if control.each else None,
        beside if isinstance(beside, Message) else None,
    )
    return tuple(filter(None, said))


def listed(ways: Iterable[Value]) -> Value:
    """The ways in a few words each, one after the other."""
    return reduce(lambda one, more: message("also-more", one=one, more=more), ways)


def support(sources: list[Source]) -> Message:
    """How well the verdict is supported: how many official sources, how new the newest is.

    Where a document gives no date the day of its copy stands for one, and is called that.
    """
    official = [source for source in sources if source.kind == "official"]
    if not official:
        kinds = [kind for kind in ("press", "community") if any(source.kind == kind for source in sources)]
        return message("support-none", kinds=Listed(tuple(message(f"kind-{kind}") for kind in kinds)))
    rests = message("official-sources", count=len(official))
    ages = [(source.known, source.date is not None) for source in official if source.known]
    if not ages:
        return message("support-undated", sources=rests)
    date, is_own = max(ages)
    is_one = len(official) == 1
    if is_own:
        return message("support-dated" if is_one else "support-newest", sources=rests, date=date)
    return message("support-copy" if is_one else "support-newest-copy", sources=rests, date=date)


def quoted(text: str) -> Span:
    """Words of the catalog within a sentence of ours."""
    return Span("text", text)


def qualified(*said: Value) -> Value:
    """Clauses that qualify one another, one after the other: "on the web, in the EU"; empty if there are none."""
    return reduce(lambda one, more: message("qualified", what=one, more=more), said) if said else ()


def together(sentences: Iterable[Value], language: Language) -> Sentence:
    """Whole sentences, one after the other."""
    said = tuple(filter(None, map(language.say, sentences)))
    spaced = (part for sentence in said for part in (Span("text", " "), *sentence))
    return language.say(tuple(spaced)[1:])


def upper_first(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def begun(sentence: Sentence) -> Sentence:
    """The sentence with its first letter large."""
    return (sentence[0]._replace(text=upper_first(sentence[0].text)), *sentence[1:]) if sentence else ()


def count(number: int, one: str, many: str = "") -> str:
    """ "1 entry", "2,000 entries"; `many` is `one` with an s if left out."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
