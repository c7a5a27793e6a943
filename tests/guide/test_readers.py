"""The right answer for every reader: every platform of the catalog, for everybody whom any entry tells apart.

A guide depends on a reader only through what `choose` made of the entry, so each choice is composed once.
"""

from collections.abc import Iterator
from itertools import product

import pytest

from optout import plans, regions
from optout.catalog import Catalog
from optout.catalog.entries import entries
from optout.guide import Guide, Reader, compose
from optout.guide.choose import Choice, audiences, choose, plan_names, rank
from optout.guide.guide import plain
from optout.guide.overview import rows
from optout.guide.reader import DEVICES, holds
from optout.guide.status import status
from optout.model import Audience, Platform

# One of the EU, of the EEA beside it, of the rest of the world, and nobody known.
_ANYWHERE = ("", "DE", "NO", "IN")


@pytest.fixture(scope="module")
def platforms(packaged: Catalog) -> tuple[Platform, ...]:
    """Every platform of the catalog that comes with optout."""
    return entries(packaged).platforms


@pytest.fixture(scope="module")
def places(platforms: tuple[Platform, ...]) -> list[str]:
    """Every region that any entry tells apart, and one that none does."""
    named = {code for one in platforms for who in audiences(one) for code in who.regions + who.regions_except}
    return [*_ANYWHERE, *sorted(named - set(_ANYWHERE))]


def _readers(platform: Platform, places: list[str]) -> Iterator[Reader]:
    """Everybody whom this entry may tell apart: the regions that differ for it, devices, and plans by any name."""
    told: dict[tuple[str, ...], str] = {}
    for place in places:
        told.setdefault(tuple(holds(one, Reader(place)) for one in audiences(platform)), place)
    named = ("", *plans.SPOKEN, *plan_names(platform)) if plan_names(platform) else ("", "Enterprise")
    for region, device, plan in product(told.values(), ("", *DEVICES), named):
        yield Reader(region, device, plan)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def shown(platforms: tuple[Platform, ...], places: list[str]) -> list[tuple[Platform, Reader, Choice, Guide]]:
    """Each choice that is made of each entry, with a reader for whom it is made and their guide."""
    found = []
    for platform in platforms:
        made: dict[Choice, Reader] = {}
        for reader in _readers(platform, places):
            choice = choose(platform, reader)
            made.setdefault(choice._replace(reader=Reader()), reader)
        found += [(platform, reader, choose(platform, reader), compose(platform, reader)) for reader in made.values()]
    return found


def test_nobody_is_left_without_a_word(shown: list[tuple[Platform, Reader, Choice, Guide]]) -> None:
    """There is a way, or the guide says that there is none, that none is needed, or where the nearest is."""
    for platform, reader, _, guide in shown:
        assert guide.best or guide.answer, (platform.slug, reader)


def test_no_way_is_said_only_where_there_is_none(shown: list[tuple[Platform, Reader, Choice, Guide]]) -> None:
    """Whoever has a way is not told that none was found for them, unless the entry itself speaks of something else."""
    for platform, reader, choice, guide in shown:
        if guide.best and not choice.none and choice.verdict != "not-known":
            assert not guide.answer, (platform.slug, reader)
        if choice.elsewhere and not guide.best and choice.training not in ("opt-in", "no-training"):
            assert any("--device" in plain(fact.text) for fact in guide.answer), (platform.slug, reader)


def test_nothing_is_for_somebody_else(shown: list[tuple[Platform, Reader, Choice, Guide]]) -> None:
    """Every part that says for whom it holds may hold for the reader."""
    for platform, reader, choice, guide in shown:
        for whom in _told(guide):
            assert holds(whom, choice.reader, plan_names(platform)) != "no", (platform.slug, reader, whom)


def _told(guide: Guide) -> Iterator[Audience]:
    yield from (way.holds_for for way in guide.ways)
    yield from (fact.holds_for for fact in guide.answer)
    yield from (fact.holds_for for part in guide.parts for fact in part.facts)


def test_the_first_way_is_never_worse_than_a_later_one(shown: list[tuple[Platform, Reader, Choice, Guide]]) -> None:
    """By the published order, whatever is known of the reader."""
    for platform, reader, _, guide in shown:
        controls = {(control.how, control.name): control for control in platform.controls}
        worths = [rank(controls[way.how, way.name], platform.training) for way in guide.ways]
        assert worths == sorted(worths), (platform.slug, reader)


def test_the_first_way_is_for_members_where_one_as_good_is(
    shown: list[tuple[Platform, Reader, Choice, Guide]],
) -> None:
    """Whatever the device: what administrators, site owners or people without an account do comes after it."""
    for platform, reader, choice, _ in shown:
        if not choice.ways or choice.ways[0].control.who == "member" or reader.plan:
            continue  # what is for a plan in particular may well be its administrator's
        first = choice.ways[0]
        members = (one for one in choice.ways if one.control.who == "member" and one.held == first.held)
        worth = rank(first.control, choice.training)
        assert all(rank(one.control, choice.training) > worth for one in members), (platform.slug, reader)


def test_a_device_takes_nothing_away_that_it_can_do(platforms: tuple[Platform, ...]) -> None:
    """What is on the web, a message or a form is there on every device."""
    for platform in platforms:
        everything = {pick.control for pick in choose(platform).ways}
        for device in DEVICES:
            kept = {pick.control for pick in choose(platform, Reader(device=device)).ways}
            for control in everything - kept:
                assert "web" not in control.where, (platform.slug, device, control.name)
                assert control.how not in ("email", "file") or control.where == ("desktop",), (platform.slug, device)


def test_regions_and_plans_reorder_only_by_themselves(platforms: tuple[Platform, ...], places: list[str]) -> None:
    """Two ways that hold in the same regions stand in the same order wherever somebody is; the same for plans."""
    for platform in platforms:
        usual = [pick.control for pick in choose(platform).ways]
        for place in places:
            ways = [pick.control for pick in choose(platform, Reader(place)).ways]
            for whom in {(way.audience.regions, way.audience.regions_except) for way in ways}:
                alike = [way for way in ways if (way.audience.regions, way.audience.regions_except) == whom]
                assert alike == [way for way in usual if way in alike], (platform.slug, place)


def test_a_row_has_the_status_of_the_guide(platforms: tuple[Platform, ...], places: list[str]) -> None:
    """A list and the guide decide once."""
    for place in places:
        listed = {row.slug: row.status for row in rows(platforms, Reader(place))}
        for platform in platforms[:: 1 + len(places) // 2]:
            assert listed[platform.slug] == status(platform, Reader(place)) == compose(platform, Reader(place)).status


def test_every_region_has_a_name(places: list[str]) -> None:
    """What entries tell apart can be asked for."""
    assert all(regions.find(place) == place for place in places if place)
