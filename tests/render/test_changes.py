"""What changed, for a terminal, a comment and programs: whatever the catalogs hold."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

import optout
from optout.diff import Change, compare
from optout.diff.change import Item
from optout.messages import Message, message
from optout.model import Platform
from optout.prose import Span
from optout.render import changes as render
from optout.render.screen import Screen
from optout.render.wrap import width
from tests import strategies

_SCHEMA = json.loads((Path(optout.__file__).parent / "render" / "changes.schema.json").read_text(encoding="utf-8"))
_VALIDATOR = Draft202012Validator(_SCHEMA)


def _limit(words: str) -> Message:
    return message("diff-claim-new", list="limits", text=Span("text", words))


def _many(count: int, words: str, items: int = 1) -> list[Change]:
    told = tuple(Item("limits", _limit(words), True) for _ in range(items))
    return [Change(f"a{number}", f"A {number}", "changed", told) for number in range(count)]


def test_the_schema_is_one() -> None:
    """The schema itself is valid."""
    Draft202012Validator.check_schema(_SCHEMA)


@settings(max_examples=20)
@given(strategies.platforms, strategies.platforms)
def test_every_difference_fits_the_schema(old: Platform, new: Platform) -> None:
    """Any two entries, written and read."""
    _VALIDATOR.validate(json.loads(render.as_json(compare([old], [new]))))


@settings(max_examples=20)
@given(strategies.platforms, strategies.platforms, st.sampled_from([40, 80]))
def test_nothing_runs_over_the_screen(old: Platform, new: Platform, columns: int) -> None:
    """Every line fits, except for an address or a hostile word with one in it, which is to be copied whole."""
    for line in render.text(compare([old], [new]), Screen(columns)).split("\n"):
        assert width(line) <= columns or "://" in line or "@" in line


@settings(max_examples=20)
@given(strategies.platforms, strategies.platforms)
def test_a_comment_is_text_whatever_the_catalog_holds(old: Platform, new: Platform) -> None:
    """Nothing in an entry becomes HTML, an image, a heading, a table or a link to a script; nobody is called."""
    comment = render.markdown(compare([old], [new]))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(comment)
    inline = [child for token in tokens for child in token.children or []]
    ours = {"<details>\n<summary>Editorial (1)</summary>", "</details>"}
    assert {token.content.strip() for token in tokens if token.type == "html_block"} <= ours
    assert not [token for token in inline if token.type in ("html_inline", "image")]
    assert not [token for token in tokens if token.type in ("table_open", "fence", "hr", "code_block")]
    assert {token.tag for token in tokens if token.type == "heading_open"} <= {"h3", "h4"}
    links = [str(token.attrs["href"]) for token in inline if token.type == "link_open"]
    assert all(link.startswith(("https://", "mailto:")) for link in links)
    assert not [token for token in inline if token.type == "text" and re.search(r"(?<!\w)@\w|#\d", token.content)]


@pytest.mark.parametrize(
    "words",
    ["@octocat", "@org/team", "x @a", "(@a)", "#12", "owner/repo#12", "GH-12", "https://github.com/a/b/issues/1"],
)
def test_a_comment_calls_nobody(words: str) -> None:
    """What would notify somebody, or leave a trace on an issue, has a space of no width in it."""
    assert words in render.text(_many(1, words), Screen())
    comment = render.markdown(_many(1, words))
    assert words not in comment
    assert words in comment.replace("\u200b", "")


def test_addresses_of_mailboxes_and_code_stay_letter_by_letter() -> None:
    """They call nobody and are to be copied."""
    clause = message("diff-of-control", control=Span("text", "write to a@b.example"), clause=Span("code", "@a #1"))
    typed = Item("controls", clause, True)
    assert "`a@b.example`: `@a #1`" in render.markdown([Change("a", "A", "changed", (typed,))])


def test_an_address_at_github_is_no_link() -> None:
    """A link would leave a reference on the issue it leads to."""
    link = Span("link", "x", "https://github.com/a/b/issues/1")
    item = Item("controls.link", message("diff-link", what=message("what-address"), address=link), True)
    assert "`https://github.com/a/b/issues/1`" in render.markdown([Change("a", "A", "changed", (item,))])


@pytest.mark.slow
@pytest.mark.parametrize("words", ["w" * 100, "\N{LOCK}" * 100, "<b>@a " * 20])
@pytest.mark.parametrize("count", [1, 300, 3000])
def test_a_comment_is_never_too_long(count: int, words: str) -> None:
    """GitHub takes 65,536 characters; how many platforms are missing is said, and all numbers add up."""
    comment = render.markdown(_many(count, words))
    assert len(comment.encode("utf-16-le")) // 2 <= render.COMMENT_LIMIT
    left = re.search(r"… and ([\d,]+) more platforms?", comment)
    shown = len(re.findall(r"^\* \*\*A \d+\*\*", comment, re.MULTILINE))
    assert shown + (int(left[1].replace(",", "")) if left else 0) == count
    assert left or count < 3000
    assert not (left and count == 1)


def test_a_cut_comment_keeps_its_parts_whole() -> None:
    """What is folded away is closed again, even where nothing of it fits."""
    item = Item("limits", _limit("x" * 50), True)
    known = [Change(f"a{number}", "A", "changed", (item, item._replace(matters=False))) for number in range(99)]
    comment = render.markdown(known, limit=4000)
    assert len(comment) <= 4000
    assert "(99)</summary>\n\n* … and 99 more platforms; `optout diff` shows everything\n\n</details>\n" in comment


def test_a_platform_with_very_many_changes_does_not_fill_the_comment() -> None:
    """What is left out of it is counted too."""
    assert "  * … and 70 more changes; `optout diff` shows everything\n" in render.markdown(_many(1, "x", items=100))


def test_nothing_is_said_to_be_nothing() -> None:
    """An empty answer would look like a mistake."""
    assert render.text([], Screen()) == "Nothing changed.\n"
    assert render.markdown([]) == "### What changes in the catalog\n\nNothing changed.\n"


def test_a_terminal_without_unicode_gets_ascii() -> None:
    """Quotes and arrows become what every terminal has."""
    render.text(_many(1, "é › “x”"), Screen(unicode=False)).encode("ascii")
