"""No text of a catalog becomes markup, in any of the Markdown readers people use, whatever stands beside it."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.prose import Sentence, Span
from optout.render.commonmark import inline
from tests.render.readers import READERS, read, squeezed

_SOURCE = "https://acme.example/source/"
_SIGNS = st.sampled_from(
    [
        *"\\`*_[]<>~|&!#+-=:;.)({}^$\"'/@ 1a",
        "**", "``", "~~~", "](", "<b>", "</p>", "<!--", "-->", "&lt;", "&#60;", "&#x3c;", "[1]", "[1]: ",
        "](javascript:x)",
        "https://phone.home", "http://phone.home/", "www.phone.home", "mailto:a@b.c", "a@phone.home", "ftp://phone.home",
        "<https://phone.home>", "<script>", "javascript:x", "[^1]", "{.x}", "==x==", "\\\\", "1. ", "- ", "# ",
        "*[x]: y", "word", "™", "€", "é", "日本", "“x”",
    ]
)  # fmt: skip
_WORDS = st.lists(_SIGNS, min_size=1, max_size=8).map("".join)
_SPANS = st.one_of(
    st.builds(Span, st.just("text"), _WORDS),
    st.builds(Span, st.sampled_from(["label", "code", "emphasis"]), _WORDS.filter(lambda words: words.strip() != "")),
    st.builds(
        Span,
        st.just("link"),
        _WORDS.filter(lambda words: words.strip() != ""),
        st.sampled_from(
            ["https://acme.example/a", "https://acme.example/a_(b)_*c*?x=1&y=2", "mailto:dpo@acme.example"]
        ),
    ),
    st.builds(Span, st.just("cite"), st.sampled_from(["1", "2", "3"])),
)
_FRAMES = ("{}", "- {}", "**Label:** {}", "Words before it {} and after it.")


def _expected(sentence: Sentence) -> list[str]:
    return [
        f"{_SOURCE}{span.text}" if span.kind == "cite" else span.target
        for span in sentence
        if span.kind == "cite" or (span.kind == "link" and span.text.strip())
    ]


def _holds(sentence: Sentence, reader: str, frame: str) -> None:
    written = inline(sentence)
    definitions = "\n".join(f"[{number}]: {_SOURCE}{number}" for number in (1, 2, 3))
    document = f"{frame.format(written)}\n\n{definitions}\n"
    html = READERS[reader](document)
    found = read(html)
    told = f"{written!r} became {html!r}"
    assert found.tags == [], told
    assert [unquote(target) for target, _ in found.links] == [unquote(one) for one in _expected(sentence)], told
    said = frame.replace("**", "").removeprefix("- ").format("".join(span.text for span in sentence))
    assert squeezed(found.words) == squeezed(said), told


@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize("reader", READERS)
@given(st.lists(_SPANS, min_size=1, max_size=5).map(tuple))
def test_every_reader_finds_what_is_meant(reader: str, frame: str, sentence: Sentence) -> None:
    """The same words, the same links and citations in the same order, and no tag that a sentence does not have."""
    _holds(sentence, reader, frame)


def _of(*parts: tuple[str, str] | tuple[str, str, str]) -> Sentence:
    return tuple(Span(*part) for part in parts)


@pytest.mark.slow
@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "sentence",
    [
        _of(("text", "Type "), ("code", "a`**"), ("code", "b`<img src=https://phone.home/p.png><script>alert(1)</script>")),
        _of(("cite", "1"), ("text", "(javascript:alert(document.domain)) "), ("cite", "1")),
        _of(("cite", "1"), ("text", ": https://phone.home/")),
        _of(("cite", "1"), ("text", "(https://phone.home/)")),
        _of(("text", " # Official")),
        _of(("cite", "1"), ("cite", "2"), ("text", " "), ("cite", "3")),
        _of(("text", "Look!"), ("link", "here", "https://acme.example/a")),
        _of(("text", "Ask privacy@phone.home or www.phone.home or HTTPS://phone.home")),
        _of(("text", ""), ("text", "   "), ("label", "= none")),
        _of(("text", "AT&amp;T and R&D")),
        _of(("emphasis", "a"), ("label", "b")),
        _of(("emphasis", "éx y"), ("label", "1.“"), ("emphasis", "*©"), ("label", "(x y")),
        _of(("text", "©"), ("label", "+`!b"), ("text", "™")),
        _of(("emphasis", "`"), ("text", "™$"), ("link", "©**b ", "https://acme.example/a"), ("cite", "1")),
        _of(("label", " "), ("emphasis", "a"), ("label", " ")),
    ],
)  # fmt: skip
def test_what_bent_the_guides_once_bends_nothing(sentence: Sentence, reader: str, frame: str) -> None:
    """Found by people and fuzzers: merged fences, hijacked citations, live tags, headings out of nowhere."""
    _holds(sentence, reader, frame)


def test_quiet_words_stay_as_they_are() -> None:
    """A guide is read as text, too."""
    said = "LinkedIn uses your profile (since 2024), “posts” and more: 50 % of it – until you switch that off."
    assert inline((Span("text", f"{said} "), Span("cite", "1"))) == f"{said} [1]"
    assert inline(_of(("text", "Choose "), ("label", "Data privacy"), ("text", "."))) == "Choose **Data privacy**."
    assert inline(_of(("text", "It trains. "), ("cite", "1"), ("text", " "), ("cite", "2"))) == "It trains. [1], [2]"


def test_stars_that_touch_are_plain_words() -> None:
    """Three stars in a row are read in more than one way; cmark-gfm printed them."""
    assert inline(_of(("emphasis", "a"), ("label", "b"))) == "ab"
    assert inline(_of(("label", "On"), ("text", "™"))) == "**On**™"
    assert inline(_of(("label", "On™"), ("text", "x"))) == "On™x"
    assert inline(_of(("emphasis", "a"), ("text", " "), ("label", "b"))) == "*a* **b**"
