"""Guides as CommonMark."""

import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from optout.catalog import Catalog
from optout.guide import Reader, compose
from optout.model import File, Platform
from optout.prose import Span
from optout.render import commonmark, markdown
from tests import strategies
from tests.conftest import CASES, golden, platform

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _structure(document: str) -> list[str]:
    """What the document is made of, its words aside."""
    return [token.type for token in _PARSER.parse(document) if token.type not in ("inline", "text")]


@pytest.mark.parametrize("slug", ["acme", "quiet", "wall"])
def test_a_guide_is_as_in_its_file(slug: str, example: Catalog) -> None:
    """The documents under cases/guides were read by somebody."""
    golden(CASES / "guides" / f"{slug}.md", markdown.guide(compose(platform(example, slug))))


@given(strategies.platforms)
def test_free_text_cannot_break_the_document(generated: Platform) -> None:
    """Whatever the words are, the blocks are those of the same entry with plain words."""
    document = markdown.guide(compose(generated))
    tokens = _PARSER.parse(document)
    assert not [token for token in tokens if token.type in ("html_block", "hr")]
    guide = compose(generated)
    headings = 1 + sum(bool(part.title) for part in guide.parts) + len(guide.others)
    headings += len(guide.needed) if len(guide.needed) > 1 else 0
    assert sum(token.type == "heading_open" for token in tokens) == headings
    crawlers = guide.part("crawlers")
    rows = 1 + len(crawlers.table.rows) if crawlers and crawlers.table else 0
    assert sum(token.type == "tr_open" for token in tokens) == rows
    assert sum(token.type in ("td_open", "th_open") for token in tokens) == 4 * rows
    inline = [child for token in tokens if token.children for child in token.children]
    assert not [child for child in inline if child.type in ("html_inline", "image", "s_open")]
    for child in inline:
        if child.type == "link_open":
            assert re.match(r"https://|mailto:|ms-settings:|(other|third)\.md$", str(child.attrs["href"]))


@pytest.mark.parametrize(
    "words", ["# no heading", "1. no list", "- no item", "> no quote", "+ none", "= none", "12) none", "a | b", "<b>"]
)
def test_the_start_of_a_line_is_escaped(words: str) -> None:
    """As a paragraph of its own, no text is anything but a paragraph."""
    assert _structure(commonmark.words(words)) == ["paragraph_open", "paragraph_close"]
    tokens = _PARSER.parseInline(commonmark.words(words))[0].children or []
    assert "".join(token.content for token in tokens) == words


@pytest.mark.parametrize("code", ["x", "`", "a``b", "`a`", "\\"])
def test_code_is_shown_letter_by_letter(code: str) -> None:
    """Backticks in a text to type do not end it."""
    tokens = _PARSER.parseInline(commonmark.inline((Span("text", "a "), Span("code", code))))[0].children or []
    assert [token.content for token in tokens if token.type == "code_inline"] == [code]


def test_a_table_cell_is_one_cell(acme: Platform) -> None:
    """Pipes in the words of a table are escaped."""
    crawler = acme.crawlers[0]._replace(purpose="a | b [help]", token="a|b")
    document = markdown.guide(compose(acme._replace(crawlers=(crawler,))))
    rows = [line for line in document.split("\n") if line.startswith("| `")]
    assert len(rows) == 1
    assert sum(token.type == "td_open" for token in _PARSER.parse(document)) == 4


def test_a_variant_says_that_it_is_one(acme: Platform) -> None:
    """The document for one reader names them."""
    assert "This is what holds in Germany" in markdown.guide(compose(acme, Reader("DE")))


def test_documents_are_tidy(acme: Platform) -> None:
    """No two blank lines in a row, no space at the end of a line, one line break at the end."""
    document = markdown.guide(compose(acme))
    assert "\n\n\n" not in document
    assert not re.search(r"[ \t]\n", document)
    assert document.endswith("\n")
    assert not document.endswith("\n\n")


def test_a_text_to_copy_is_kept_letter_by_letter(acme: Platform) -> None:
    """Blank lines in a row and spaces at the end of a line are part of a file."""
    text = "a  \n\n\n\nb\n  c"
    control = next(one for one in acme.controls if one.file)
    changed = control._replace(file=File("robots.txt", text))
    document = markdown.guide(compose(acme._replace(controls=(changed,))))
    fences = [token.content for token in _PARSER.parse(document) if token.type == "fence"]
    assert fences == [f"{text}\n"]
