"""Regions: who is covered by a list of codes."""

import pytest

from optout import regions
from optout.guide.reader import Reader, holds, reach
from optout.model import Audience, Control


@pytest.mark.parametrize(
    ("region", "listed", "expected"),
    [
        ("DE", ("DE",), "yes"),
        ("DE", ("FR",), "no"),
        ("DE", ("EU",), "yes"),
        ("DE", ("EEA",), "yes"),
        ("NO", ("EU",), "no"),
        ("NO", ("EEA",), "yes"),
        ("GB", ("EU", "EEA"), "no"),
        ("CH", ("EEA",), "no"),
        ("EU", ("EEA",), "yes"),
        ("EEA", ("EU",), "maybe"),
        ("EU", ("DE",), "maybe"),
        ("EU", ("US",), "no"),
        ("EU", tuple(sorted(regions.GROUPS["EU"])), "yes"),
        ("US-CA", ("US",), "yes"),
        ("US-CA", ("US-CA",), "yes"),
        ("US", ("US-CA",), "maybe"),
        ("US-NY", ("US-CA",), "no"),
        ("GB-SCT", ("GB",), "yes"),
    ],
)
def test_match(region: str, listed: tuple[str, ...], expected: str) -> None:
    """Groups have members, countries have parts; part of a region listed means maybe."""
    assert regions.match(region, listed) == expected


@pytest.mark.parametrize(
    ("audience", "reader", "expected"),
    [
        (Audience(), Reader(), "yes"),
        (Audience(), Reader("DE"), "yes"),
        (Audience(regions=("EU",)), Reader(), "maybe"),
        (Audience(regions=("EU",)), Reader("DE"), "yes"),
        (Audience(regions=("EU",)), Reader("US"), "no"),
        (Audience(regions_except=("EU",)), Reader("DE"), "no"),
        (Audience(regions_except=("EU",)), Reader("US"), "yes"),
        (Audience(regions_except=("US-CA",)), Reader("US"), "maybe"),
        (Audience(regions_except=("US-CA",)), Reader("US-CA"), "no"),
        (Audience(regions_except=("US-CA",)), Reader("US-NY"), "yes"),
        (Audience(plans=("Free",)), Reader(plan="free"), "yes"),
        (Audience(plans=("Free",)), Reader(plan="Pro"), "no"),
        (Audience(plans_except=("Free",)), Reader(plan="Pro"), "yes"),
        (Audience(regions=("EU",), plans=("Free",)), Reader("DE", plan="Pro"), "no"),
        (Audience(regions=("EU",), plans=("Free",)), Reader("DE"), "maybe"),
    ],
)
def test_holds(audience: Audience, reader: Reader, expected: str) -> None:
    """A list of exceptions alone means everywhere else; what is not known of the reader leaves things open."""
    assert holds(audience, reader) == expected


def test_every_exclusion_is_the_opposite_of_its_inclusion() -> None:
    """For all groups, some countries and their parts: excluded is the opposite of included."""
    opposite = {"yes": "no", "no": "yes", "maybe": "maybe"}
    codes = ["EU", "EEA", "GB", "DE", "NO", "US", "US-CA", "CH"]
    for region in codes:
        for code in codes:
            included = holds(Audience(regions=(code,)), Reader(region))
            assert holds(Audience(regions_except=(code,)), Reader(region)) == opposite[included]


@pytest.mark.parametrize(
    ("text", "code"),
    [("de", "DE"), ("UK", "GB"), ("usa", "US"), ("us_ca", "US-CA"), ("eu", "EU"), ("Narnia", None)],
)
def test_people_may_write_regions_as_they_like(text: str, code: str | None) -> None:
    """Any case, and the two codes everybody gets wrong; names are known to `messages`."""
    assert regions.find(text) == code


def test_groups_have_their_members() -> None:
    """The EU has 27, the EEA three more, and every one is a known country."""
    assert len(regions.GROUPS["EU"]) == 27
    assert regions.GROUPS["EEA"] - regions.GROUPS["EU"] == {"IS", "LI", "NO"}
    assert all(regions.is_known(code) for members in regions.GROUPS.values() for code in members)


def test_a_control_for_servers_and_consoles_is_within_reach_of_every_device() -> None:
    """Whoever runs a site or a workspace does so from whatever they have."""
    switch = Control("switch", "Train", ("help",))
    assert reach(switch._replace(where=("server",)), "ios") == "here"
    assert reach(switch._replace(where=("admin",)), "web") == "here"
    assert reach(switch, "ios") == "here"
    assert reach(switch._replace(where=("web",)), "ios") == "browser"
    assert reach(switch._replace(where=("android",)), "ios") == "elsewhere"


@pytest.mark.parametrize("text", ["en-us", "pt_BR", "ZH-tw", "no-no", "de-AT"])
def test_a_locale_is_a_language_in_a_country(text: str) -> None:
    """In any case, with a hyphen or an underscore."""
    assert regions.is_locale(text)


@pytest.mark.parametrize(
    "text", ["my-ai", "is-it", "no-ai", "opt-in", "en", "us", "as-in", "so-so", "en-us-x", "", "-"]
)
def test_two_short_words_are_no_locale(text: str) -> None:
    """Both may be codes, but nobody speaks the one language in the other country."""
    assert not regions.is_locale(text)


def test_every_country_of_a_locale_is_a_region() -> None:
    """Both lists are of ISO 3166, but for the Canary Islands, Ceuta, Diego Garcia and Kosovo."""
    found = {country for countries in regions._locales().values() for country in countries}
    assert {country for country in found if not regions.is_known(country)} <= {"IC", "EA", "DG", "XK"}
