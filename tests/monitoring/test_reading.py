"""What is remembered of a page, as plain values and back."""

import json
from datetime import UTC, datetime

import pytest

from optout.monitoring.reading import PageReading, read, reading_of, values_of
from optout.web.answer import Page, Response

_NOW = datetime(2026, 11, 22, tzinfo=UTC)


def _reading() -> PageReading:
    answer = Response(
        "https://a.example/", "https://a.example/", status=200, page=Page("", "We train our models on posts.")
    )
    first = read(answer, ["We train"], True, None, _NOW)
    return read(answer._replace(page=Page("", "We train our models on nothing.")), ["We train"], True, first, _NOW)


def test_a_reading_is_kept_whole() -> None:
    """As JSON, and back."""
    assert reading_of(json.loads(json.dumps(values_of(_reading())))) == _reading()


@pytest.mark.parametrize("path", ["state", "unread", "quotes", "training", "rest", "training.track", "training.change",
                                  "training.track.settled", "training.track.pending", "training.track.since",
                                  "training.track.known", "training.change.news", "training.change.removed",
                                  "quotes.We train"])  # fmt: skip
@pytest.mark.parametrize("wrong", [5, ["x", 5], {"x": 1}, "nonsense", True])
def test_values_of_a_wrong_type_are_no_reading(path: str, wrong: object) -> None:
    """Whatever somebody wrote into the file of results, nothing that follows stumbles over it."""
    values = json.loads(json.dumps(values_of(_reading())))
    *way, last = path.split(".")
    part = values
    for step in way:
        part = part[step]
    part[last] = wrong
    found = reading_of(values)
    if found is not None:  # a text in place of another text
        assert isinstance(wrong, str)
        assert path == "unread"
