"""The text of a list: what comes back from it, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import optout
from optout.accounts import Account, Lists, Profile
from optout.accounts.text import NoList, read, text
from tests.accounts.strategies import lists

_SCHEMA = Draft202012Validator(
    json.loads((Path(optout.__file__).parent / "accounts" / "list.schema.json").read_text(encoding="utf-8"))
)


def _read(**held: Any) -> Lists:
    return read(json.dumps({"optout": "list", "version": 1, "platforms": {}, **held}).encode())


@given(lists())
def test_what_was_written_is_read_back(found: Lists) -> None:
    """Every field, those of a newer optout included; and the text is what the schema describes."""
    data = text(found)
    assert read(data) == found
    assert text(read(data)) == data
    _SCHEMA.validate(json.loads(data))


def test_what_the_site_saved_is_read() -> None:
    """The days of ticks are moments of decisions, where nobody wrote down more."""
    ticked = {"added": "2026-01-01", "done": "2026-01-05", "version": "0123abcd"}
    profile = _read(platforms={"linkedin": ticked, "x": {"added": "2026-01-02"}}).profile()
    done = Account("linkedin", "2026-01-01", "2026-01-05", state="done", done="2026-01-05", version="0123abcd")
    assert profile.listed == (done, Account("x", "2026-01-02", "2026-01-02"))


def test_what_makes_no_sense_where_it_stands_is_kept() -> None:
    """By a hand that slipped or a newer optout: it counts for nothing, and stands there again afterwards."""
    nonsense: dict[str, Any] = {
        "platforms": {
            "linkedin": {"added": "2026-02-30", "at": 7, "done": "soon", "state": "almost", "was": ["x"], "plan": 3},
            "No Slug": {"added": "2026-01-01"},
            "x": "yes",
        },
        "unknown": ["a.example"],
        "reader": {"region": "Narnia", "devices": "ios", "at": "2026-01-01"},
        "profiles": {"work": 7, "": {"platforms": {}}},
        "newer": {"a": [1]},
    }
    found = _read(**nonsense)
    assert [(one.name, one.state) for one in found.profile().listed] == [("linkedin", "")]
    assert found.profile().person.region == ""
    data = text(found)
    again = json.loads(data)
    account = {"added": "1970-01-01", "at": "1970-01-01"}
    assert again.pop("platforms") == nonsense["platforms"] | {"linkedin": nonsense["platforms"]["linkedin"] | account}
    assert again == {"optout": "list", "version": 1} | {
        name: value for name, value in nonsense.items() if name != "platforms"
    }
    assert read(data) == found


@pytest.mark.parametrize(
    ("data", "said", "is_ours"),
    [
        (b"{", "line 1, column 2", False),
        (b'{"optout": "list", "version": 1, "platforms": {"x"', "line 1, column", True),
        (b"[]", '"optout": "list"', False),
        (b'{"optout": "lost"}', '"optout": "list"', False),
        (b'{"optout": "list", "x": "\xff"}', "byte 26 is no UTF-8", True),
        (b"[" * 100_000, "nested too deeply", False),
    ],
)
def test_what_is_no_list_is_told_with_its_place(data: bytes, said: str, is_ours: bool) -> None:
    """And whether it was one once, which is kept aside rather than refused."""
    with pytest.raises(NoList, match=said) as caught:
        read(data)
    assert caught.value.is_ours == is_ours
    assert not caught.value.is_newer


def test_a_newer_list_is_no_list_of_ours() -> None:
    """Its fields may mean something else."""
    with pytest.raises(NoList, match="newer") as caught:
        _read(version=2)
    assert caught.value.is_newer


def test_an_empty_file_is_an_empty_list() -> None:
    """As `touch` or a full disk leaves it: nothing is lost in it."""
    assert read(b"") == read(b"\n") == Lists()
    assert json.loads(text(Lists())) == {"optout": "list", "version": 1, "platforms": {}}
    assert read(text(Lists())).profile() == Profile()
