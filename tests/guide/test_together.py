"""Which ways a guide tells as one task, which as the same switch elsewhere, and which as choices."""

from typing import Any

import pytest

from optout.guide import Reader, compose
from optout.guide.choose import choose
from optout.guide.guide import Guide, plain
from optout.guide.version import version
from optout.model import Audience, Control, Lookalike, Menu, Platform, Surface


def _switch(name: str, **fields: Any) -> Control:
    """A switch that takes three steps."""
    return Control(
        "switch", name, ("help",), switch=name, set="off", path=(Menu("Settings"), Menu(name)), where=("web",), **fields
    )


def _parts(guide: Guide) -> dict[str, list[str]]:
    return {part.id: [way.name for way in part.ways] for part in guide.parts if part.ways}


def _with(acme: Platform, *controls: Control) -> Platform:
    return acme._replace(controls=controls, differences=(), lookalikes=())


_TEXT = _switch("Text", together="data")
_VOICE = _switch("Voice", together="data")
_OTHER = _switch("Other")
_ON_PHONES: tuple[Surface, ...] = ("ios", "android")
_TEXT_IN_APP = _switch("Text in the app", same_as="Text")._replace(where=_ON_PHONES)
_VOICE_IN_APP = _switch("Voice in the app", same_as="Voice")._replace(where=_ON_PHONES)


def test_ways_that_are_needed_together_are_one_task(acme: Platform) -> None:
    """They stand under the first heading, beside each other, and what is to be done is counted."""
    guide = compose(_with(acme, _TEXT, _OTHER, _VOICE))
    assert _parts(guide) == {"steps": ["Text", "Voice"], "instead": ["Other"]}
    assert [way.number for way in guide.ways] == [1, 2, 3]
    part = guide.part("steps")
    assert part
    assert plain(part.lead) == "All of these are needed: 2 switches, 6 steps in all."


def test_one_way_needs_no_count(acme: Platform) -> None:
    """Its own says it."""
    part = compose(_with(acme, _OTHER)).part("steps")
    assert part
    assert not part.lead


def test_the_same_switch_elsewhere_is_no_choice(acme: Platform) -> None:
    """Whichever of the two is nearer to the reader is the one to do."""
    entry = _with(acme, _TEXT, _VOICE, _TEXT_IN_APP, _VOICE_IN_APP)
    browser, phone = ["Text", "Voice"], ["Text in the app", "Voice in the app"]
    assert _parts(compose(entry)) == {"steps": browser, "same": phone}
    assert _parts(compose(entry, Reader(device="ios"))) == {"steps": phone, "same": browser}
    assert _parts(compose(entry, Reader(device="desktop"))) == {"steps": browser}


@pytest.mark.parametrize(
    ("mine", "perhaps", "reader"),
    [
        (Audience(regions=("EU",)), Audience(regions=("DE",)), Reader("EU")),
        (Audience(plans=("Plus",)), Audience(plans=("Gold",)), Reader(plan="Pro")),
        (Audience(regions_except=("US",)), Audience(regions=("DE",)), Reader("EU")),
    ],
    ids=["region", "plan", "exception"],
)
def test_what_is_meant_for_a_reader_comes_first_and_what_only_may_be_theirs_last(
    acme: Platform, mine: Audience, perhaps: Audience, reader: Reader
) -> None:
    """Before and after what is for everybody, in whichever order the entry has them; unknown readers get that order."""
    ways = (_switch("Perhaps", audience=perhaps), _switch("All"), _switch("Mine", audience=mine))
    for controls in (ways, ways[::-1]):
        looks = tuple(Lookalike(one.name, "It is none.", audience=one.audience) for one in controls)
        entry = _with(acme, *controls)._replace(lookalikes=looks)
        assert [one.control.name for one in choose(entry, reader).ways] == ["Mine", "All", "Perhaps"]
        assert [one.name for one in choose(entry, reader).lookalikes] == ["Mine", "All", "Perhaps"]
        assert [one.control.name for one in choose(entry).ways] == [one.name for one in controls]


def test_that_there_is_no_way_is_none(acme: Platform) -> None:
    """It stands apart from the ways, for whoever it is stated."""
    chosen = choose(_with(acme, _OTHER, Control("none", "Voices", ("help",), absence="stated")))
    assert [one.control.name for one in chosen.ways] == ["Other"]
    assert [one.control.name for one in chosen.none] == ["Voices"]


def test_what_belongs_together_says_so_where_no_heading_does(acme: Platform) -> None:
    """Among choices, a way names those that it needs, and the one that it repeats."""
    guide = compose(_with(acme, _OTHER, _TEXT, _VOICE, _TEXT_IN_APP))
    said = {way.name: plain(way.takes) for way in guide.ways}
    assert said["Text"].endswith("It takes Voice as well.")
    assert said["Text in the app"].endswith("It is the same as “Text”.")
    assert "same" not in said["Other"]
    assert "It takes" not in said["Other"]


def test_what_is_worth_less_has_a_heading_of_its_own(acme: Platform) -> None:
    """Objecting, another plan and deleting are no choices beside a switch; what is for others is none either."""
    german = _switch("Text in Germany", audience=Audience(regions=("DE",)))
    american = _switch("Text in the US", audience=Audience(regions=("US",)))
    objection = Control("email", "Letter", ("help",), right="GDPR")
    plan = Control("plan", "Business", ("help",), plan="Business")
    chat = _switch("Private chat", each="chat")
    less = _switch("Private profile", aim="lessen")
    gone = [Control("delete", name, ("help",), delete=name) for name in ("Posts", "Chats")]
    administrator = _switch("Text for all", who="admin")
    entry = _with(acme, *gone, less, chat, plan, objection, german, american, administrator)
    assert _parts(compose(entry)) == {
        "steps": ["Text in Germany"],
        "cases": ["Text in the US", "Text for all"],
        "objection": ["Letter"],
        "plan": ["Business"],
        "anew": ["Private chat"],
        "lessening": ["Private profile"],
        "deletion": ["Posts", "Chats"],
    }


def test_a_switch_that_refuses_already_is_neither_needed_nor_a_choice(acme: Platform) -> None:
    """It is worth a look, beside one that has to be changed; alone or needed together it is what there is to do."""
    off = _switch("Audio", default="off")
    assert _parts(compose(_with(acme, _OTHER, off))) == {"steps": ["Other"], "sure": ["Audio"]}
    assert _parts(compose(_with(acme, off, off._replace(name="Video")))) == {"steps": ["Audio"], "instead": ["Video"]}
    assert _parts(compose(_with(acme, _TEXT, off._replace(together="data")))) == {"steps": ["Text", "Audio"]}


def test_what_a_device_cannot_do_of_a_task_is_said(acme: Platform) -> None:
    """A part of it is not all of it."""
    on_a_computer = _VOICE._replace(where=("desktop",))
    guide = compose(_with(acme, _TEXT, on_a_computer), Reader(device="ios"))
    assert _parts(guide) == {"steps": ["Text"]}
    assert [plain(fact.text) for fact in guide.answer] == [
        "What can be done on iPhone and iPad is not all: “Voice” (switch off) is needed too, on a computer: "
        "optout show acme --device desktop."
    ]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_way_can_be_asked_for_alone(acme: Platform, number: int) -> None:
    """By the number that the guide gives it."""
    guide = compose(_with(acme, _TEXT, _VOICE, _OTHER))
    alone = guide.led_by(number)
    assert alone.ways == (guide.ways[number - 1],)
    assert _parts(alone).keys() == {"steps"}


def test_one_more_thing_that_is_needed_is_something_else_to_do(acme: Platform) -> None:
    """Whoever did one of two switches has not done both."""
    choices = _with(acme, _TEXT._replace(together=""), _VOICE._replace(together=""))
    both = _with(acme, _TEXT, _VOICE)
    found = [version(one, choose(one), "opt-out") for one in (choices, both)]
    assert found[0] != found[1]
