"""The guide that fits one screen: what to do, how to tell, the first limits, and where the rest is."""

from collections.abc import Iterator

from optout.guide import words
from optout.guide.guide import Fact, Guide, Part, Step, Way
from optout.messages import Language, Value, language, message
from optout.prose import Sentence

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
    yield Part("more", facts=tuple(Fact(tongue.say(one)) for one in _more(guide)))


def _more(guide: Guide) -> Iterator[Value]:
    """The other ways in a few words, how to see the rest, and how to see only what holds for oneself."""
    if guide.others:
        yield message("also", ways=words.listed(map(_named, guide.others)))
    yield message("hint-full", command=f"optout show {guide.slug} --full")
    if guide.varies_by:
        options = " ".join(f"--{axis}={example}" for axis, example in guide.varies_by)
        yield message("hint-narrow", options=options)


def _named(way: Way) -> Value:
    """A way in a few words: its name, and what it comes to, where and for whom."""
    said = words.qualified(*filter(None, (way.action, way.where, way.audience)))
    return message("labelled", label=words.quoted(f"{way.number}. {way.name}"), whom=said)


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
