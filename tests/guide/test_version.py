"""Whether there is something else to do than before: by the entry's values, in no language."""

import importlib
from typing import Any

import pytest
from hypothesis import given

from optout.guide import Reader, compose
from optout.messages import LANGUAGES, language
from optout.model import Audience, Claim, Control, Difference, Email, File, Menu, Platform
from tests import strategies


def _version(platform: Platform) -> str:
    return compose(platform).version


def _with(acme: Platform, **changes: Any) -> Platform:
    """The platform with one control of every field, changed."""
    return acme._replace(controls=(_CONTROL._replace(**changes),))


_CONTROL = Control(
    how="switch",
    name="A name",
    evidence=("help",),
    where=("web",),
    audience=Audience(regions=("EU",)),
    needs="a word",
    link="https://acme.example/a",
    path=(Menu("Settings", "the gear"), Menu("", "your photo")),
    switch="Train",
    set="off",
    default="on",
    then=("Save",),
    email=Email("a@acme.example", "Subject", "Body"),
    file=File("robots.txt", "User-agent: A"),
    command="acme off",
    steps=("Do it. [help]",),
)


@pytest.mark.parametrize(
    "change",
    [
        {"how": "delete", "delete": "Train"},
        {"where": ("ios",)},
        {"who": "admin"},
        {"audience": Audience(regions=("GB",))},
        {"audience": Audience(regions_except=("EU",))},
        {"audience": Audience(regions=("EU",), plans=("Free",))},
        {"each": "chat"},
        {"link": "https://acme.example/b"},
        {"path": (Menu("Privacy", "the gear"), Menu("", "your photo"))},
        {"path": (Menu("Settings", "the gear"), Menu("", "your name"))},
        {"path": (Menu("Settings", "the gear"),)},
        {"switch": "Improve"},
        {"set": "on"},
        {"default": "off"},
        {"then": ("Apply",)},
        {"form": "Object"},
        {"choose": ("AI",)},
        {"email": Email("b@acme.example", "Subject", "Body")},
        {"email": Email("a@acme.example", "Other", "Body")},
        {"email": Email("a@acme.example", "Subject", "Other")},
        {"file": File("ai.txt", "User-agent: A")},
        {"file": File("robots.txt", "User-agent: B")},
        {"command": "acme on"},
        {"plan": "Pro"},
        {"steps": ("Do something else. [help]",)},
    ],
)
def test_what_one_must_do_changes_the_version(change: dict[str, Any], acme: Platform) -> None:
    """Each value of a control that makes its steps others."""
    assert _version(_with(acme, **change)) != _version(_with(acme))


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Another name"},
        {"evidence": ("terms",)},
        {"needs": "another word"},
        {"note": "A note."},
        {"effect": "An effect."},
        {"limits": ("A limit.",)},
        {"done": "You see it."},
        {"undo": "The other way round."},
        {"doubt": "Not sure."},
        {"path": (Menu("Settings", "at the top"), Menu("", "your photo"))},
        {"steps": ("Do it. [help] [terms]",)},
        {"default": ""},
    ],
)
def test_what_is_said_of_it_does_not(change: dict[str, Any], acme: Platform) -> None:
    """Wording, sources, doubts, a hint beside a label; and where a switch stands that has to be moved anyway."""
    assert _version(_with(acme, **change)) == _version(_with(acme))


@pytest.mark.parametrize(
    "change",
    [
        {"training": "depends"},
        {"training": "no-control"},
        {"trainer": "others"},
        {"differences": (Difference("Not there.", Audience(regions=("US",)), "no-training"),)},
    ],
)
def test_the_verdict_changes_the_version(change: dict[str, Any], acme: Platform) -> None:
    """Everybody's, and that of some."""
    assert _version(acme._replace(**change)) != _version(acme)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Other"},
        {"summary": "Said otherwise. [help]"},
        {"doubt": "Not sure."},
        {"limits": (Claim("Another limit. [help]"),)},
        {"history": ()},
        {"aliases": ("Other",)},
    ],
)
def test_the_rest_of_an_entry_does_not(change: dict[str, Any], acme: Platform) -> None:
    """Whoever did what the guide says has nothing else to do."""
    assert _version(acme._replace(**change)) == _version(acme)


@given(strategies.platforms)
def test_it_is_the_same_in_every_language_and_for_every_reader(generated: Platform) -> None:
    """A list that was ticked in one language is compared in another."""
    readers = (Reader(), Reader("DE"), Reader("US", "ios", "Free"))
    assert len({compose(generated, reader, code).version for reader in readers for code in LANGUAGES}) == 1


def test_another_word_of_ours_changes_no_version(acme: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody who ticked a guide is told that it changed when every sentence is said otherwise."""
    before = compose(acme)
    tables = importlib.import_module("optout.messages.compiled_en")
    others = dict.fromkeys(tables.MESSAGES, ("Something else.",))
    with monkeypatch.context() as patched:
        patched.setattr(tables, "MESSAGES", others)
        language.cache_clear()  # which remembers how it says a thing
        after = compose(acme)
    language.cache_clear()
    assert after.version == before.version
    assert after.title != before.title
