"""The guide that fits one screen: what to do, how to tell, the first limits, and where the rest is."""

from collections.abc import Iterable, Iterator

from optout.address.systems import system
from optout.guide import words
from optout.guide.guide import Fact, Guide, Part, PartId, Step, Way
from optout.messages import Language, Value, language, message
from optout.model import Menu
from optout.prose import Sentence, Span

_MENUS = 2  # from so many on, they are one line
_STOPS = (".", ",", ";", ":", ")")


def brief(guide: Guide) -> Guide:
    """The guide with what one needs first and without citations, whose numbers mean nothing where no sources follow."""
    guide = guide.steps_first()
    return guide._replace(
        title=(),
        verdict=uncited(guide.verdict),
        shown_for=tuple(map(uncited, guide.shown_for)),
        answer=tuple(map(_fact, guide.answer)),
        parts=tuple(_parts(guide, language(guide.language))),
    )


def _parts(guide: Guide, tongue: Language) -> Iterator[Part]:
    """The steps, what holds beside them, and the rest, which needs no gap after steps."""
    steps, answer = guide.part("steps"), guide.part("answer")
    more = tuple(_rest(guide, tongue))
    if steps:
        yield _steps(steps, tongue)._replace(facts=() if answer else more)
    if answer or not steps:
        yield Part("more", facts=(*map(_fact, answer.facts if answer else ()), *more))


def _rest(guide: Guide, tongue: Language) -> Iterator[Fact]:
    """The first limit, what is not certain, what it rests on, the other ways in a few words, and how to see all."""
    if limits := guide.part("limits"):
        yield _first(limits, tongue)
    if guide.doubt:
        yield Fact((), doubt=uncited(guide.doubt))
    checked = message("provenance-brief", date=guide.checked, support=words.quoted(guide.support))
    also = (_also(part) for part in guide.parts if part.ways and part.id != "steps")
    yield Fact(words.together((checked, *also), tongue))
    yield Fact(words.together(_more(guide), tongue))


def _steps(part: Part, tongue: Language) -> Part:
    """The part with the steps; the name of a single way stands in its heading."""
    ways = tuple(_way(one, tongue) for one in part.ways)
    if len(ways) > 1:
        return part._replace(ways=ways)
    name = ways[0].name if ways[0].number == 1 else f"{ways[0].number}. {ways[0].name}"
    return part._replace(title=f"{part.title}: {name}", ways=(ways[0]._replace(name=""),))


def _first(part: Part, tongue: Language) -> Fact:
    """The first fact of a part after its heading, and how many more there are."""
    first, *others = map(_fact, part.facts)
    label = (*first.label, Span("text", ": ")) if first.label else ()
    more = (Span("text", " "), *tongue.say(message("more-limits", count=len(others)))) if others else ()
    return first._replace(text=(*label, *first.text, *(() if first.doubt else more)), label=(Span("text", part.title),))


def _more(guide: Guide) -> Iterator[Value]:
    """How to see the rest, and how to see only what holds for oneself."""
    yield message("hint-full", command=f"optout show {guide.slug} --full")
    if guide.part("crawlers"):
        yield message("hint-crawlers", command="optout robots")
    if guide.varies_by:
        options = " ".join(f"--{axis}={example}" for axis, example in guide.varies_by)
        yield message("hint-narrow", options=options)


def _also(part: Part) -> Value:
    """The ways of a part, after its heading."""
    return message("also", part=Span("label", part.title), ways=words.listed(_named(way, part.id) for way in part.ways))


def _named(way: Way, part: PartId) -> Value:
    """A way in a few words: its name, what it comes to if the heading does not say so, or else where; and for whom."""
    what = {"same": way.where, "sure": "", "plan": "", "deletion": ""}.get(part, way.action)
    said = words.qualified(*filter(None, (what, way.audience)))
    name = words.quoted(f"{way.number}. {way.name}")
    return message("labelled", label=name, whom=said) if said else name


def _way(way: Way, tongue: Language) -> Way:
    return way._replace(
        steps=tuple(_walk(way, tongue)),
        takes=uncited(way.takes),
        done=uncited(way.done),
        route=way.drawn if system(way.link) else None,  # for whom the address opens nothing
        own_labels=way.own_labels and way.own_labels._replace(doubt=uncited(way.own_labels.doubt), cites=()),
        labels=(),
        remarks=tuple(one._replace(texts=tuple(map(uncited, one.texts))) for one in way.remarks if one.brief),
        doubt=uncited(way.doubt),
        cites=(),
    )


def _walk(way: Way, tongue: Language) -> Iterator[Step]:
    """The steps; those that only choose one menu after the other are one line."""
    menus = way.route.menus if way.route and way.route.walked else ()
    end = 1 + len(menus) if len(menus) >= _MENUS else 1
    for number, step in enumerate(way.steps):
        if number == 0 or number >= end:
            yield step._replace(text=uncited(step.text))
        elif number == 1:
            said = message("step-choose", label=tuple(_stations(menus)), hint=())
            yield Step(tongue.say(said), actions=len(menus))


def _stations(menus: Iterable[Menu]) -> Iterator[Span]:
    for number, menu in enumerate(menus):
        yield Span("text", " › " if number else "")
        yield from (Span("label", menu.label),) if menu.label else ()
        hint = f"({menu.hint})" if menu.label and menu.hint else menu.hint
        yield Span("text", f" {hint}" if menu.label and hint else hint)


def _fact(fact: Fact) -> Fact:
    return fact._replace(text=uncited(fact.text), doubt=uncited(fact.doubt))


def uncited(sentence: Sentence) -> Sentence:
    """The sentence without its citations, and without the space before them where it ends or a stop follows."""
    told = [span for span in sentence if span.kind != "cite"]
    kept = []
    for position, span in enumerate(told):
        after = next((one for one in told[position + 1 :] if one.text.strip()), None)
        ends = after is None or (after.kind == "text" and after.text.lstrip()[0] in _STOPS)
        kept.append(span._replace(text=span.text.rstrip()) if ends and span.kind == "text" else span)
    return tuple(span for span in kept if span.text)
