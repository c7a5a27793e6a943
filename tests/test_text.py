"""What a reader cannot see is told by Unicode's properties, and made visible in whatever leaves the program."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.text import as_json, is_command, named, painted, shown, shown_together, spots, unseen

_TEXTS = st.text() | st.text(
    alphabet="a:#[ \n\t\r\x1b\x9b\u200d\u200c\u202e\ufe0f\u3164👩👧❤م\u0915\u094d\U000e0041\ud800"
)


@pytest.mark.parametrize(
    "text",
    ["", "plain", "é “quoted” … ·", "日本語", "no\u00a0break", "ideographic\u3000space", "👍🏽", "❤\ufe0f", "☎\ufe0e",
     "1\ufe0f\u20e3 #\ufe0f\u20e3", "👩\u200d👩\u200d👧", "🏳\ufe0f\u200d🌈", "👩🏽\u200d⚕\ufe0f", "می\u200cخواهم",
     "\u0915\u094d\u200d\u0937", "\u0d28\u0d4d\u200d", "\u0d9a\u0dca\u200d\u0dbb", "葛\U000e0100", "🇩🇪", "n\u0303",
     "\U0001f6dd a newer emoji"],
)  # fmt: skip
def test_what_is_seen_stays_as_it_is(text: str) -> None:
    """Emoji, joined letters, wide spaces, combining marks and chosen looks, each where it belongs."""
    assert unseen(text) == ""
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "fit"),
    [("a\x1b[2Jb", "a\\x1b[2Jb"), ("a\x9b2J", "a\\x9b2J"), ("a\rb", "a\\rb"), ("a\nb\tc", "a\\nb\\tc"),
     ("a\x85b\u2028c\u2029d", "a\\x85b\\u2028c\\u2029d"), ("\u202eevil", "\\u202eevil"), ("a\u200bb", "a\\u200bb"),
     ("so\u00adft", "so\\xadft"), ("\u034f", "\\u034f"), ("\u115f\u1160\u3164\uffa0", "\\u115f\\u1160\\u3164\\uffa0"),
     ("\u17b4\u17b5", "\\u17b4\\u17b5"), ("\u180b\u180e\u180f", "\\u180b\\u180e\\u180f"), ("\u2800", "\\u2800"),
     ("\u206a", "\\u206a"), ("Link\U000e0069n", "Link\\U000e0069n"), ("\ue000\U00100000", "\\ue000\\U00100000"),
     ("\ufdd0\uffff\U0001ffff", "\\ufdd0\\uffff\\U0001ffff"), ("\ud83d", "\\ud83d"), ("a\u200db", "a\\u200db"),
     ("a\u200cb", "a\\u200cb"), ("\u200dم", "\\u200dم"), ("م\u200c\u200cم", "م\\u200c\\u200cم"),
     ("👩\u200d\u200d👧", "👩\\u200d\\u200d👧"), ("👩\u200d", "👩\\u200d"), ("😀\u200d\ufe0f", "😀\\u200d\\ufe0f"),
     ("a\ufe0f\u200d😀", "a\\ufe0f\\u200d😀"), (">\u200d+", ">\\u200d+"), ("+\ufe0f", "+\\ufe0f"),
     ("a\ufe0f", "a\\ufe0f"), ("1\ufe0f", "1\\ufe0f"), ("❤\ufe0f\ufe0f", "❤\ufe0f\\ufe0f"),
     ("a\U000e0100", "a\\U000e0100"),
     ("🏴\U000e0067\U000e007f", "🏴\\U000e0067\\U000e007f")],
)  # fmt: skip
def test_what_nobody_sees_becomes_an_escape(text: str, fit: str) -> None:
    """Controls, separators, marks of direction, format characters, blanks, halves, and joiners that join nothing."""
    assert shown(text) == fit
    assert unseen(text)


@pytest.mark.slow
def test_no_category_of_what_is_not_drawn_is_forgotten() -> None:
    """Every control, format, private or half character and separator of lines is refused where it stands alone."""
    refused = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    signs = (
        chr(code)
        for code in (*range(0x3000), *range(0xD7FF, 0x10000), *range(0x1B000, 0x1E000, 7), *range(0xE0000, 0xE0400))
    )
    assert [sign for sign in signs if unicodedata.category(sign) in refused and not unseen(sign)] == []


def test_a_character_is_called_by_number_and_name() -> None:
    """A name where Unicode has one; controls have none."""
    assert named("\u202e") == "the invisible character U+202E (right-to-left override)"
    assert named("\x1b") == "the invisible character U+001B"
    assert unseen("ab\x1bc\u202e") == named("\x1b")


def test_line_breaks_and_tabs_are_part_of_lines_only() -> None:
    """A carriage return is part of neither: it takes a terminal back over what it has shown."""
    assert shown("a\n\tb\r\n", lines=True) == "a\n\tb\\r\n"
    assert list(spots("a\n\tb\r\n", lines=True)) == [4]
    assert list(spots("a\n\tb\r\n")) == [1, 2, 4, 5]


@pytest.mark.parametrize(
    ("text", "fit"),
    [("::error::x", "\\x3a:error::x"), ("a\n \u3000::x", "a\n \u3000\\x3a:x"), ("a ::b", "a ::b"),
     ("x##[error]y", "x\\x23#[error]y"), ("###[x", "#\\x23#[x"), (": :", ": :"), ("a#[b", "a#[b")],
)  # fmt: skip
def test_no_line_is_a_command_to_the_runner_of_a_workflow(text: str, fit: str) -> None:
    """Its two forms: `::` behind blanks, and `##[` wherever it stands."""
    assert shown(text, lines=True) == fit
    assert is_command(text) == (text != fit)


def test_what_follows_one_another_is_judged_together() -> None:
    """A joiner between two emoji that markup has put apart still joins; two halves of a command are one."""
    assert list(shown_together(["👩", "\u200d", "👧"])) == ["👩", "\u200d", "👧"]
    assert list(shown_together(["a", "\u200d", "b"])) == ["a", "\\u200d", "b"]
    assert "".join(shown_together([":", ":error", "::x"])) == "\\x3a:error::x"


def test_only_looks_of_our_own_reach_a_terminal() -> None:
    """Colours and hyperlinks stay; titles, clipboards, cursors and links to anything but plain addresses do not."""
    own = "\x1b[1;31mred\x1b[0m \x1b]8;;https://example.com/a\x1b\\link\x1b]8;;\x1b\\\n"
    assert painted(own) == own
    assert painted("\x1b]0;title\a \x1b]52;c;aGFja2Vk\a \x1b[2J \x1bc") == (
        "\\x1b]0;title\\x07 \\x1b]52;c;aGFja2Vk\\x07 \\x1b[2J \\x1bc"
    )
    assert painted("\x1b]8;;https://x.example/\u202e\x1b\\a") == "\\x1b]8;;https://x.example/\\u202e\\x1b\\a"


@given(_TEXTS)
def test_shown_holds_for_every_text(text: str) -> None:
    """Nothing unseen is left, no line is a command, one line is one line, and what is fit stays as it is."""
    for lines in (False, True):
        fit = shown(text, lines)
        assert not unseen(fit, lines)
        assert not is_command(fit)
        assert shown(fit, lines) == fit
        assert lines or "\n" not in fit


@given(st.lists(_TEXTS, max_size=4))
def test_parts_are_as_fit_as_the_whole(parts: list[str]) -> None:
    """Escapes may stand at the seams, never something unseen."""
    assert "".join(shown_together(parts)) == shown("".join(parts))


@given(_TEXTS)
def test_json_says_the_same_and_shows_everything(text: str) -> None:
    """A program reads back what was there; a terminal is given nothing unseen."""
    document = as_json([text])
    assert json.loads(document) == [text]
    assert not is_command(document)
    assert not unseen(document, lines=True)
