"""A guide for who the list says one is."""

from pathlib import Path

import pytest

from optout.accounts import Person
from optout.accounts.store import change, list_file
from tests.conftest import EXAMPLE, Run

_SHOW = ("show", "acme", "--catalog", EXAMPLE)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of data that is empty."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def _kept(*devices: str, region: str = "DE", plans: tuple[str, ...] = ()) -> None:
    person = Person(region, devices, plans, at="2026-11-30T09:00:00Z")
    change(list_file(), lambda lists: lists.put("", lists.profile()._replace(person=person)))


def test_it_is_the_guide_for_region_device_and_plan_of_the_list(run: Run) -> None:
    """The same as with the options; without --mine nobody's list is asked."""
    _kept("ios", plans=("Free",))
    options = ("--region", "DE", "--device", "ios", "--plan", "Free")
    assert run(*_SHOW, "--mine").out == run(*_SHOW, *options).out
    assert run(*_SHOW).out != run(*_SHOW, "--mine").out
    opened = ("open", "acme", "--catalog", EXAMPLE, "--print")
    assert run(*opened, "--mine").out == run(*opened, *options).out


def test_an_option_is_stronger_than_the_list(run: Run) -> None:
    """Each for itself."""
    _kept("ios")
    assert run(*_SHOW, "--mine", "--device", "web").out == run(*_SHOW, "--region", "DE", "--device", "web").out


def test_of_several_devices_none_is_taken(run: Run) -> None:
    """What is for one of them only would hide the way of the other; it is said."""
    _kept("ios", "web")
    outcome = run(*_SHOW, "--mine")
    assert outcome.out == run(*_SHOW, "--region", "DE").out
    assert outcome.err == "several devices are on your list (ios, web): this is for all; --device names one\n"


def test_a_list_that_does_not_say_it_leads_on(run: Run) -> None:
    """Exit code 1, and what to type."""
    outcome = run(*_SHOW, "--mine")
    assert (outcome.code, outcome.out) == (1, "")
    assert "`optout plan --region DE --device ios --plan Free --keep` says it once" in outcome.err
