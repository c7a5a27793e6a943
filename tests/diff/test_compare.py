"""What changed between two catalogs: laws that hold for any two entries."""

import random
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from optout.diff import compare
from optout.diff.control_fields import FIELDS as CONTROL_FIELDS
from optout.diff.match import tokens
from optout.diff.platform import _FIELDS as PLATFORM_FIELDS
from optout.diff.report import joined
from optout.messages import LANGUAGES, language
from optout.model import TRAININGS, Control, Date, Platform, Stub
from optout.render.changes import words
from tests import strategies

_ENGLISH = language("en")

_PLATFORMS = strategies.platforms
_NAMES = st.sampled_from(["Acme", "Beta", "Old"])
_SLUGS = ("acme", "beta", "old")
_SMALL = st.tuples(_NAMES, st.sampled_from(TRAININGS), st.lists(strategies.controls, max_size=1).map(tuple))
_STUBS = st.tuples(_NAMES, st.sampled_from(_SLUGS))


def _entry(slug: str, drawn: tuple[Any, ...] | None) -> list[Platform | Stub]:
    if drawn is None:
        return []
    if len(drawn) == 2:
        return [Stub(slug, *drawn)]
    return [Platform(slug, drawn[0], "social", drawn[1], "It trains.", Date(2026, 1, 1), (), controls=drawn[2])]


# The names of the fields of an audience, and what is put before the address of a mailbox.
_OF_FIELDS = {"regions", "plans", "except", "mailto"}

_ENTRIES = st.tuples(*(st.none() | _SMALL | _STUBS for _ in _SLUGS)).map(
    lambda drawn: [entry for slug, one in zip(_SLUGS, drawn, strict=True) for entry in _entry(slug, one)]
)


@given(_ENTRIES)
def test_a_catalog_does_not_differ_from_itself(entries: list[Platform | Stub]) -> None:
    """Nor from one with the same entries in another order."""
    assert compare(entries, entries) == ()
    assert compare(entries, list(reversed(entries))) == ()


@settings(max_examples=30)
@given(_PLATFORMS, _PLATFORMS)
def test_no_difference_is_lost(old: Platform, new: Platform) -> None:
    """Two entries that differ differ in words, each with something to say."""
    found = compare([old], [new])
    assert bool(found) == (old != new)
    for change in found:
        assert all(language(code).text(item.said).strip() for item in change.items for code in LANGUAGES)
        assert set(change.items) == {*change.matters, *change.editorial}


@settings(max_examples=30)
@given(_PLATFORMS, _PLATFORMS, st.data())
def test_no_difference_in_a_single_field_is_lost(old: Platform, other: Platform, data: st.DataObject) -> None:
    """Whichever field it is."""
    field = data.draw(st.sampled_from(Platform._fields))
    new = old._replace(**{field: getattr(other, field)})
    assert bool(compare([old], [new])) == (old != new)


@settings(max_examples=30)
@given(strategies.controls, strategies.controls, _PLATFORMS, st.data())
def test_no_difference_of_a_control_is_lost(
    old: Control, other: Control, platform: Platform, data: st.DataObject
) -> None:
    """Whichever of its fields it is, and wherever it stands among others."""
    fields = [name for name in Control._fields if old.how == other.how or name not in ("how", "email", "file")]
    new = old._replace(**{name: getattr(other, name) for name in (data.draw(st.sampled_from(fields)),)})
    first = platform._replace(controls=(old, *platform.controls))
    second = platform._replace(controls=(*platform.controls, new))
    assert bool(compare([first], [second])) == (first != second)


@given(_ENTRIES, _ENTRIES, st.integers())
def test_the_order_of_entries_never_matters(old: list[Platform | Stub], new: list[Platform | Stub], seed: int) -> None:
    """Nor does it change a word."""
    shuffled = random.Random(seed)
    assert compare(old, new) == compare(shuffled.sample(old, len(old)), shuffled.sample(new, len(new)))


@settings(max_examples=30)
@given(_PLATFORMS, st.randoms(use_true_random=False))
def test_the_order_of_controls_is_editorial(platform: Platform, shuffled: random.Random) -> None:
    """Controls are matched by what they are, never by position."""
    controls = list(platform.controls)
    shuffled.shuffle(controls)
    for change in compare([platform], [platform._replace(controls=tuple(controls))]):
        assert [_ENGLISH.text(item.said) for item in change.items] == ["the ways to refuse stand in another order"]
        assert not change.matters


def test_every_field_has_its_words() -> None:
    """A field that is added to the model cannot be forgotten here."""
    assert set(PLATFORM_FIELDS) == set(Platform._fields) - {"slug"}
    assert set(CONTROL_FIELDS) == set(Control._fields)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value.casefold()
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


@settings(max_examples=30)
@given(_PLATFORMS, _PLATFORMS)
def test_in_another_language_only_the_catalog_is_english(old: Platform, new: Platform) -> None:
    """What is said of any change is marked as German, but for what stands in an entry, word for word."""
    written = "\n".join(_texts((old, new)))
    known = written + re.sub("[`*]", "", written)  # marks within a word are read as marks
    for change in compare([old], [new]):
        for span in (span for item in change.items for span in language("de").say(item.said)):
            # That an address of a mailbox is one is said as a link would say it.
            ours = [word for word in tokens(span.text) if word not in known and word not in _OF_FIELDS]
            assert span.lang == "de" or not ours, span


@settings(max_examples=30)
@given(_PLATFORMS, _PLATFORMS)
def test_values_are_of_the_catalog(old: Platform, new: Platform) -> None:
    """What a program reads before and after is no sentence of ours, whatever the language."""
    written = "\n".join(_texts((old, new)))
    known = written + re.sub("[`*]", "", written)  # marks within a word are read as marks
    known += known.replace(" ", "")  # and a blank beside one is none
    for item in (item for change in compare([old], [new]) for item in change.items):
        told = (word for word in tokens(f"{item.before} {item.after}") if not word.isdigit())
        # A colon that would begin a command to a runner is an escape in whatever is told.
        assert not [word for word in told if word not in known and word not in (*_OF_FIELDS, "x3a")], item


def test_the_address_of_what_is_no_refusal_is_told_as_it_was_and_is(acme: Platform) -> None:
    """What is named first is what stood there."""
    one = acme.lookalikes[0]._replace(link="https://acme.example/old")
    old, new = (acme._replace(lookalikes=(one._replace(link=f"https://acme.example/{at}"),)) for at in ("old", "new"))
    (change,) = compare([old], [new])
    (item,) = change.items
    assert (item.before, item.after) == ("https://acme.example/old", "https://acme.example/new")
    assert language("en").text(item.said).endswith("changed from https://acme.example/old to https://acme.example/new")


def test_a_sentence_names_a_control_once(acme: Platform) -> None:
    """Several changes of one control read as one sentence."""
    first = acme.controls[0]._replace(default="off", then=())
    (change,) = compare([acme], [acme._replace(controls=(first, *acme.controls[1:]))])
    assert words(joined(change.items, _ENGLISH), _ENGLISH) == (
        "“Improve Acme”: default changed from on to off; the buttons to press afterwards no longer given (was “Save”)"
    )
