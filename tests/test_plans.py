"""Plans as people say them, and as operators call them."""

import pytest

from optout import plans


@pytest.mark.parametrize(
    ("plan", "listed", "held"),
    [
        ("Free", ("Free",), "yes"),
        ("free", ("Free", "Pro"), "yes"),
        ("Enterprise", ("Copilot Business", "Copilot Enterprise"), "yes"),
        ("Enterprise", ("Free", "Plus", "Pro"), "no"),
        ("Enterprise", ("personal accounts",), "no"),
        ("Free", ("personal accounts",), "yes"),
        ("Personal", ("Free", "Plus", "Pro"), "yes"),
        ("Personal", ("Free",), "maybe"),
        ("Personal", ("Team", "Enterprise"), "no"),
        ("Team", ("Business",), "yes"),
        ("Education", ("managed Enterprise and Education accounts",), "yes"),
        ("API", ("personal API key",), "yes"),
        ("API", ("Free", "Pro"), "no"),
        ("Plus", ("personal accounts",), "yes"),
        ("Gold", ("Free",), "maybe"),
        ("Enterprise", ("Adobe Stock",), "maybe"),
    ],
)
def test_a_plan_is_understood_by_what_it_is(plan: str, listed: tuple[str, ...], held: str) -> None:
    """By its name, by the class that a word of it names, and for sure only where all of it is covered."""
    assert plans.match(plan, listed, listed if plan in listed else ()) == held


def test_a_name_of_the_entry_is_told_from_its_neighbours() -> None:
    """Where an entry has both a Team and a Business plan, they are two."""
    assert plans.match("Team", ("Business",), ("Team", "Business")) == "no"
    assert plans.match("Team", ("Team",), ("Team", "Business")) == "yes"


@pytest.mark.parametrize(
    ("known", "offered"),
    [
        (("Copilot Business", "Copilot Enterprise"), ["Team", "Business", "Enterprise"]),
        (("Free", "Pro"), ["Free"]),
        (("Zendesk's own models",), []),
        (("EU or AU regional hosting",), []),
        ((), []),
    ],
)
def test_a_guide_offers_only_plans_that_anybody_can_type(known: tuple[str, ...], offered: list[str]) -> None:
    """Words of the vocabulary, those first that the entry itself uses."""
    assert plans.spoken(known) == offered
