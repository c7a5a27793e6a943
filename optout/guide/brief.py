"""The guide that fits one screen: what to do, how to tell, the first limits, and where the rest is."""

from collections.abc import Iterator

from optout.guide import words
from optout.guide.guide import Fact, Guide, Part, PartId, Step, Way
from optout.messages import Language, Value, language, message
from optout.prose import Sentence, Span

_LIMITS = 3
_STOPS = (".", ",", ";", ":", ")")


def brief(guide: Guide) -> Guide:
    """The guide with what one needs first and without citations, whose numbers mean nothing where no sources follow."""
    return guide._replace(
        title=(),
        verdict=uncited(guide.verdict),
        shown_for=tuple(map(uncited, guide.shown_for)),
        answer=tuple(map(_fact, guide.answer)),
        parts=tuple(_parts(guide, language(guide.language))),
    )


def _parts(guide: Guide, tongue: Language) -> Iterator[Part]:
    for part in guide.parts:
        if part.id == "steps":
            yield part._replace(ways=tuple(map(_way, part.ways)))
        elif part.id == "limits":
            yield part._replace(facts=tuple(map(_fact, part.facts[:_LIMITS])))
        elif part.id == "about":
            doubt = (Fact((), doubt=uncited(guide.doubt)),) if guide.doubt else ()
            yield Part("about", facts=(*doubt, Fact(guide.provenance)))
    also = [_also(part) for part in guide.parts if part.ways and part.id != "steps"]
    more = (words.together(also, tongue), *map(tongue.say, _more(guide)))
    yield Part("more", facts=tuple(map(Fact, filter(None, more))))


def _more(guide: Guide) -> Iterator[Value]:
    """How to see the rest, and how to see only what holds for oneself."""
    yield message("hint-full", command=f"optout show {guide.slug} --full")
    if guide.varies_by:
        options = " ".join(f"--{axis}={example}" for axis, example in guide.varies_by)
        yield message("hint-narrow", options=options)


def _also(part: Part) -> Value:
    """The ways of a part, after its heading."""
    return message("also", part=Span("label", part.title), ways=words.listed(_named(way, part.id) for way in part.ways))


def _named(way: Way, part: PartId) -> Value:
    """A way in a few words: its name, what it comes to if the heading does not say so, or else where; and for whom."""
    what = {"same": way.where, "plan": "", "deletion": ""}.get(part, way.action)
    said = words.qualified(*filter(None, (what, way.audience)))
    name = words.quoted(f"{way.number}. {way.name}")
    return message("labelled", label=name, whom=said) if said else name


def _way(way: Way) -> Way:
    steps = tuple(Step(uncited(step.text), step.block) for step in way.steps)
    return way._replace(
        steps=steps,
        takes=uncited(way.takes),
        done=uncited(way.done),
        remarks=tuple(one._replace(texts=tuple(map(uncited, one.texts))) for one in way.remarks if one.brief),
        doubt=uncited(way.doubt),
        cites=(),
    )


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
