"""A guide told briefly: sentences without their citations."""

import pytest

from optout.guide.brief import uncited
from optout.prose import parse


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("It trains. [help]", "It trains."),
        ("It trains [help], and keeps your posts. [help] [terms]", "It trains, and keeps your posts."),
        ("It trains (so the terms [terms]).", "It trains (so the terms)."),
        ("Choose **Off** [help]", "Choose Off"),
        ("Its name ends in `:free`. [help]", "Its name ends in :free."),
        ("Write to `.config` [help]; then start again.", "Write to .config; then start again."),
    ],
)
def test_a_citation_goes_with_the_space_before_it_and_nothing_else_does(written: str, told: str) -> None:
    """A stop closes up to the words before it; what is to be typed keeps its distance, whatever it begins with."""
    assert "".join(span.text for span in uncited(parse(written, ["help", "terms"]))) == told
