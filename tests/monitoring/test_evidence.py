"""Whether a quote still stands, and which sentences are about training AI."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.alike import normal
from optout.monitoring.evidence import QuotePiece, compare, fingerprint, has_parts, look_up
from tests.counting import counted

_TEXT = "Welcome.\nWe may use your posts to train our “AI models” – unless you opt\u00a0out. That's all.\nContact us."


@pytest.mark.parametrize(
    "quote",
    [
        'use your posts to train our "AI models" - unless you opt out',
        "We may use your posts to train our “AI models” — unless you opt out.",
        "WE MAY USE YOUR POSTS",
        "Thatʼs all",
        "We may use ... unless you opt out",
        "We may use your posts […] opt out.",
        "opt out. That's all. Contact us.",
    ],
)
def test_a_quote_stands(quote: str) -> None:
    """White space, quotation marks, dashes and letter case do not count, nor does where a block ends."""
    assert look_up(quote, _TEXT).state == "stands"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("We may use your posts to train our AI models unless you object", "We may use your posts to train our"),
        ("We use your posts to train our “AI models”", "may use your posts to train our"),
        ("We may not use your posts to train our “AI models”", "We may use your posts to train our"),
    ],
)
def test_a_quote_that_moved_a_little(quote: str, found: str) -> None:
    """A few words differ: the passage is shown, in whole words, also where a small word turns the meaning round."""
    verdict = look_up(quote, _TEXT)
    assert verdict.state == "moved a little"
    assert found in verdict.found


@pytest.mark.parametrize(
    "quote",
    ["Voice recordings are kept for thirty days", "e may use your posts", "opt out ... We may use your posts to train"],
)
def test_a_quote_that_does_not_stand(quote: str) -> None:
    """Other words, half a word, and parts in another order."""
    assert look_up(quote, _TEXT).state != "stands"


def test_a_quote_that_is_gone() -> None:
    """Nothing on the page is like it, or there is nothing on the page."""
    assert look_up("Voice recordings are kept for thirty days", _TEXT).state == "gone"
    assert look_up("Voice recordings", "").state == "gone"


def test_the_two_are_compared_word_by_word() -> None:
    """What is not compared, such as the kind of quotation mark, counts as the same."""
    assert compare('We do not train on "posts" now', "We do train on “posts” and chats now") == (
        QuotePiece("same", "We do"),
        QuotePiece("old", "not"),
        QuotePiece("same", "train on “posts”"),
        QuotePiece("new", "and chats"),
        QuotePiece("same", "now"),
    )


def test_sentences_on_training_are_told_from_the_rest() -> None:
    """By a vocabulary; the rest is only a digest, and single words between them do not count."""
    page = (
        "Menu\nWe use machine learning to rank posts. Our office is in a small town. You can opt out at any time!\n"
        "Updated 3 days ago\nGenerative features are off by default."
    )
    found = fingerprint(page)
    assert found.training == (
        "Generative features are off by default.",
        "We use machine learning to rank posts.",
        "You can opt out at any time!",
    )
    assert found.rest == fingerprint(page.replace("Menu", "Home")).rest
    moved = fingerprint(page.replace("small town", "large town"))
    assert (moved.training == found.training, moved.rest == found.rest) == (True, False)
    other = fingerprint(page.replace("rank posts", "rank chats"))
    assert (other.training == found.training, other.rest == found.rest) == (False, True)


def test_the_order_of_sentences_is_no_change() -> None:
    """Sections that trade places say the same."""
    one = "We train models on posts.\nWe are a company of ten."
    other = "We are a company of ten.\nWe train models on posts.\nWe train models on posts."
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize("word", ["aim", "said", "restrained", "maintain", "raining", "Mainland"])
def test_words_that_only_look_alike(word: str) -> None:
    """AI is no part of other words, and neither is training."""
    assert not fingerprint(f"This {word} is not about it.").training


_WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=3, max_size=20)


@given(_WORDS, _WORDS, _WORDS, st.sampled_from([" ", "\n", "\u00a0 ", "\t\n"]))
def test_what_is_there_is_found(before: list[str], quote: list[str], after: list[str], space: str) -> None:
    """Whatever stands around it and however it is spaced, a quote that is there stands."""
    text = space.join([*before, *quote, *after])
    assert look_up(" ".join(quote), text).state == "stands"
    assert normal(text) == " ".join([*before, *quote, *after])


def test_long_pages_cost_little_work() -> None:
    """A quote that is not there costs the same calls on a page a hundred times as long, sentences a few each."""
    sentence = "We collect some information about you when you use our services and share it with partners. "
    quote = "Opting out does not affect training that has already taken place with member data in the past."
    short, long = sentence * 20, sentence * 2_000
    look_up(quote, short)  # the first one imports, and compiles patterns
    assert counted(lambda: look_up(quote, long)) <= counted(lambda: look_up(quote, short)) + 200
    assert counted(lambda: fingerprint(long)) <= 20 * 2_000


class _Text(str):
    """A text that counts how far it was gone through."""

    seen = 0

    def find(self, part: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        """Count the way from the start to what was found, or to the end."""
        found = super().find(part, start)
        _Text.seen += (len(self) if found < 0 else found + len(part)) - start
        return found


@pytest.mark.parametrize("parts", [["a b"] * 4, ["a b"] * 400, ["a b", "zz"] * 40, ["a b", "b a", "a a"]])
def test_a_quote_with_gaps_goes_through_the_page_once(parts: list[str]) -> None:
    """However many gaps there are, and however often the page repeats the words."""
    text = _Text("a b " * 1_000)
    _Text.seen = 0
    has_parts(parts, text)
    assert _Text.seen <= len(text)


_FEW = st.lists(st.sampled_from(["a", "b", "ab", "(a", "a.", "-", "a-b"]), min_size=1, max_size=3).map(" ".join)


@given(st.lists(_FEW, min_size=1, max_size=4), st.lists(_FEW, max_size=8).map(" ".join))
def test_a_quote_with_gaps_stands_where_a_pattern_finds_it(parts: list[str], text: str) -> None:
    """The same as the pattern that tries everything, which takes ages on hostile pages."""
    bounded = (f"{_edge(part[0])}{re.escape(part)}{_edge(part[-1], behind=True)}" for part in parts)
    expected = re.search(".*?".join(bounded), text) is not None
    quote = " ... ".join(parts)
    if not quote.endswith("."):  # a full stop at the end of a quote does not count
        assert (look_up(quote, text).state == "stands") == expected


def _edge(letter: str, behind: bool = False) -> str:
    return (r"(?!\w)" if behind else r"(?<!\w)") if letter.isalnum() else ""
