"""Prose is inline Markdown in which citations are reference links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout import prose
from optout.prose import Span, cited, encoded, parse, unresolved
from tests import strategies

_SOURCES = ("faq", "b-2")


def _joined(spans: prose.Sentence) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].kind == span.kind == "text":
            joined[-1] = Span("text", joined[-1].text + span.text)
        else:
            joined.append(span)
    return joined


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Yes. [faq]", [("text", "Yes. ", ""), ("cite", "faq", "")]),
        ("[faq] [b-2]", [("cite", "faq", ""), ("text", " ", ""), ("cite", "b-2", "")]),
        ("[faq][b-2]", [("cite", "faq", ""), ("text", " ", ""), ("cite", "b-2", "")]),
        ("see [it][faq]", [("text", "see it ", ""), ("cite", "faq", "")]),
        ("**On** `x`", [("label", "On", ""), ("text", " ", ""), ("code", "x", "")]),
        ("[a](https://a.example)", [("link", "a", "https://a.example")]),
        ("<b>x</b>", [("text", "<b>x</b>", "")]),
        (r"\[faq\]", [("text", "[faq]", "")]),
        (r"**History \[beta\]**", [("label", "History [beta]", "")]),
        ("**AT&amp;T** *a\\_b*", [("label", "AT&T", ""), ("text", " ", ""), ("emphasis", "a_b", "")]),
        ("&amp;", [("text", "&", "")]),
    ],
)
def test_spans(text: str, spans: list[tuple[str, str, str]]) -> None:
    """What each construct means."""
    assert _joined(parse(text, _SOURCES)) == [Span(*span) for span in spans]  # type: ignore[arg-type]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://a.example", "data:text/html,x", "/etc/passwd"])
def test_a_link_to_anywhere_but_https_or_mailto_is_text(address: str) -> None:
    """The words stay, the link goes; what was refused is kept for the rule that reports it."""
    spans = parse(f"[here]({address})", _SOURCES)
    assert all(span.kind == "text" for span in spans)


def test_a_citation_of_nothing_is_found() -> None:
    """Brackets that name no source stay visible and can be reported; escaped ones are meant."""
    assert unresolved(parse("x [nope] and [faq]", _SOURCES)) == ["nope"]
    assert unresolved(parse(r"x \[nope\]", _SOURCES)) == []
    assert cited(parse("x [nope] and [faq]", _SOURCES)) == ["faq"]


_PARTS = st.sampled_from(
    [
        "[faq]",
        "[b-2]",
        "[a@b.example](mailto:A.b@b.example)",
        "[the page](https://a.example/b_c?d=e#f)",
        "**On**",
        "**a & b**",
        "`x_y`",
        "(",
        ")",
        ".",
        "a",
        "&",
        ">",
        "*",
        "`",
        "[",
        "_",
    ]
)


@given(st.lists(_PARTS | st.just(" "), max_size=12).map("".join) | strategies.prose)
def test_the_fast_way_reads_the_same_as_the_markdown_parser(text: str) -> None:
    """Where the simple reader understands a text at all, markdown-it-py reads it in the same way."""
    fast = prose._parse_plain(text, _SOURCES)
    if fast is not None:
        assert _joined(fast) == _joined(prose._parse_markdown(text, tuple(_SOURCES)))


def test_the_fast_way_understands_nearly_all_of_the_catalog(packaged: object) -> None:
    """Otherwise `optout show` would pay for the Markdown parser after all."""
    from optout.model import Platform
    from optout.schema.walk import texts as found

    entries = [one.entry for one in packaged if isinstance(one.entry, Platform)]  # type: ignore[attr-defined]
    texts = [(entry, text) for entry in entries for _, text in found(entry, "claim", "prose")]
    slow = [text for entry, text in texts if prose._parse_plain(text, [one.id for one in entry.sources]) is None]
    assert len(slow) < len(texts) / 50, slow


def test_what_nobody_sees_is_an_escape_in_a_sentence_and_a_tab_a_space() -> None:
    """Whether it is written as itself or as an entity; joiners stay where they join, also between two entities."""
    assert _words("a\tb") == "a b"
    assert _words("a&#9;b&#13;c&#x202e;d") == "a b\\rc\\u202ed"
    assert _words("👩&zwj;👧 &zwj;") == "👩\u200d👧 \\u200d"
    assert encoded("a\tb &amp; c", ()) == ""
    assert encoded("a&#9;b", ()) == "the invisible character U+0009"
    assert _words("&#58;:error") == "\\x3a:error"


def _words(text: str) -> str:
    return "".join(span.text for span in parse(text, ()))
