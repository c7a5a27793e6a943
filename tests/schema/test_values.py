"""Most texts are told to be sound at one glance, and reading an entry takes few calls for each."""

from collections.abc import Callable
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.problem import Place, Problem
from optout.schema import values
from optout.schema.decode import decode
from optout.source.node import Scalar
from optout.source.nodes import tokens
from tests.conftest import EXAMPLE
from tests.counting import counted

_PARTS = st.sampled_from(
    ["A", "word", "no", "on", "Null", "~", " ", "  ", "\n", "\t", ",", ";", "&amp;", ":", ": ", "::", "::set-env", "#",
     "##[", " #", "TODO", "FIXME", "TBD: a", "???", "“", "”", "https://a.example/b", "http://", ".", "12:30", "0x1F",
     "1e3", "-", "é", "\xa0", "\u2028", "x" * values.MAX_TEXT]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=5).map("".join) | st.text(max_size=8), st.sampled_from(("", "'", '"', "|", ">")))
def test_a_glance_says_of_a_text_what_a_closer_look_says(text: str, style: str) -> None:
    """Nothing is told of what the glance lets pass, and it is the text that a closer look gives."""
    node = Scalar(text, style, Place("", 1, 1), (1, 1))
    assert _read(values.text, node) == _read(values.scrutinized, node)


def test_reading_an_entry_takes_few_calls_for_each_text() -> None:
    """Of functions, from YAML's events to the platform; twice as many stood between us and a catalog of 50,000."""
    for chunk in Catalog(EXAMPLE.read_bytes(), "x").chunks():
        decode(chunk, "x")  # what is worked out once
        texts = len(tokens(chunk.raw.decode())[0])
        assert counted(partial(decode, chunk, "x")) <= 35 * texts + 200


def _read(read: Callable[[Scalar, values.Report], str | None], node: Scalar) -> tuple[str | None, list[Problem]]:
    told: list[Problem] = []
    return read(node, lambda *problem: told.append(Problem(*problem))), told
