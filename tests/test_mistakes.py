"""What is said of every single mistake that can be made in an entry: laws, over an even sample of some 12,000."""

import pytest

from tests.conftest import CASES, TODAY
from tests.mistakes.edits import mistakes, sample
from tests.mistakes.laws import EXCEPT, broken

_BASE = (CASES / "mistakes-base.yaml").read_text("utf-8")


def _unexplained(text: str, count: int, offset: int) -> list[tuple[str, str, int, str]]:
    return [
        (law, mistake.kind, mistake.line, why)
        for mistake in sample(text, count, offset)
        for law, why in broken(mistake, TODAY)
        if (law, mistake.kind) not in EXCEPT
    ]


def test_what_is_said_of_a_mistake_holds_for_a_few() -> None:
    """It is one problem, on its line, in plain words; what it says to type ends it; and --fix mends for good."""
    assert _unexplained(_BASE.split("\n\n")[1], 5, 11) == []


@pytest.mark.slow
def test_what_is_said_of_a_mistake_holds_for_all_kinds() -> None:
    """The same of one mistake of most kinds."""
    assert _unexplained(_BASE, 120, 23) == []


@pytest.mark.slow
def test_a_sound_catalog_is_what_the_mistakes_are_made_in() -> None:
    """A mistake names the first line that it touched: above it the text is as it was."""
    before = _BASE.split("\n")
    for mistake in sample(_BASE, 100):
        after = mistake.text.split("\n")
        assert after[: mistake.line - 1] == before[: mistake.line - 1]
        assert after != before


@pytest.mark.slow
def test_every_exception_is_for_a_kind_that_there_is() -> None:
    """An exception for a kind that nobody makes any more is taken out."""
    kinds = {mistake.kind for mistake in mistakes(_BASE)}
    assert {kind for _, kind in EXCEPT} <= kinds
