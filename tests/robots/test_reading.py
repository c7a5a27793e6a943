"""robots.txt as RFC 9309 has it: groups, the longest rule, encodings, a limit."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.robots.reading import LIMIT, RobotsTxt
from tests.conftest import CASES


def _vectors() -> Iterator[tuple[str, str, list[list[str]]]]:
    text = (CASES / "robots" / "vectors.txt").read_text(encoding="utf-8")
    for part in text.split("\n=== ")[1:]:
        title, _, rest = part.partition("\n")
        robots, _, answers = f"\n{rest}".partition("\n---\n")
        yield title, robots.lstrip("\n"), [line.split(" ", 1) for line in answers.strip().splitlines()]


@pytest.mark.parametrize(
    ("robots", "answers"), [pytest.param(text, lines, id=name) for name, text, lines in _vectors()]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_vectors(robots: str, answers: list[list[str]], end: str) -> None:
    """The examples of RFC 9309 and of its parsers' suites, with every end of line there is."""
    read = RobotsTxt(robots.replace("\n", end).encode())
    for expected, asked in answers:
        crawler, path = asked.rsplit(" ", 1)
        assert read.allows(crawler, path) == (expected == "yes"), asked


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"", b"\xff # no UTF-8\n", b"\0\n"])
def test_bytes_of_any_kind_are_read(start: bytes) -> None:
    """A mark at the start is no part of a name, and what is no text hides no line below it."""
    assert not RobotsTxt(start + b"User-agent: FooBot\nDisallow: /\n").allows("FooBot")


def test_what_stands_beyond_the_limit_is_not_read() -> None:
    """RFC 9309, 2.5: at least 500 KiB are, and nobody can count on more."""
    early = b"User-agent: FooBot\nDisallow: /\n"
    late = b"#" * (LIMIT - 1) + b"\n" + early
    assert RobotsTxt(late).is_cut
    assert RobotsTxt(late).allows("FooBot")
    assert not RobotsTxt(early + late).allows("FooBot")


def test_a_name_at_the_end_waits_for_rules() -> None:
    """Whatever is written below it would be its rule."""
    assert RobotsTxt(b"User-agent: A\nDisallow: /\n").dangling is None
    waiting = RobotsTxt(b"User-agent: A\nDisallow: /\nUser-agent: B # mine\nSitemap: https://a.example/s\n").dangling
    assert waiting is not None
    assert (waiting.number, waiting.value) == (3, "B")


@given(st.binary(max_size=300))
def test_no_file_ends_the_reading(data: bytes) -> None:
    """Whatever a server sends is an answer to the question who may come in."""
    read = RobotsTxt(data)
    assert read.allows("GPTBot") in (True, False)
    assert read.line_of("GPTBot") >= 0
