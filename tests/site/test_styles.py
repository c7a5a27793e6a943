"""Every stylesheet as a parser reads it: nothing dropped, nothing said twice, nothing that no page defines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import cssselect2
import pytest
import tinycss2
from cssselect2.parser import SelectorError

from optout.render.environment import PACKAGED
from optout.site import assets

_SHEETS = sorted(PACKAGED.rglob("*.css"))
_BASE = PACKAGED / "style.css"

# What the parser here knows no name of yet.
_KNOWN_TO_BROWSERS = re.compile("::details-content|:placeholder-shown")


class _Rule(NamedTuple):
    """A rule, the at-rules it stands in ("@media print"), and its declarations."""

    within: tuple[str, ...]
    selector: str
    declarations: tuple[tuple[str, str], ...]
    line: int


def _text(tokens: Sequence[Any]) -> str:
    return " ".join(tinycss2.serialize(tokens).split())


def _read(css: str) -> list[_Rule]:
    return list(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), ()))


def _rules(nodes: Sequence[Any], within: tuple[str, ...]) -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            cssselect2.compile_selector_list(_KNOWN_TO_BROWSERS.sub(":checked", _text(node.prelude)))
            found = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            assert {one.type for one in found} <= {"declaration"}, f"line {node.source_line}: {found}"
            declared = tuple((one.name, _text(one.value)) for one in found)
            yield _Rule(within, _text(node.prelude), declared, node.source_line)
        elif node.type == "at-rule" and node.lower_at_keyword == "page":
            declared = tuple(
                (one.name, _text(one.value))
                for one in tinycss2.parse_blocks_contents(node.content, skip_whitespace=True)
            )
            yield _Rule(within, f"@page {_text(node.prelude)}", declared, node.source_line)
        elif node.type == "at-rule" and node.content is not None:
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inner, (*within, f"@{node.lower_at_keyword} {_text(node.prelude)}"))
        else:
            pytest.fail(f"line {node.source_line}: {getattr(node, 'message', node)}")


@pytest.mark.parametrize("sheet", _SHEETS, ids=lambda path: path.name)
def test_a_browser_reads_every_rule(sheet: Path) -> None:
    """No error, no selector that it would drop, no empty value."""
    rules = _read(sheet.read_text(encoding="utf-8"))
    assert rules
    for rule in rules:
        assert rule.declarations, f"line {rule.line}: empty"
        assert all(value for _, value in rule.declarations), f"line {rule.line}"


@pytest.mark.parametrize("wrong", ["..mine .cards { gap: 0; }", "a:focs { gap: 0; }", "a { gap }", "a { gap: 0; } }"])
def test_what_a_browser_would_drop_is_found(wrong: str) -> None:
    """The reader of these tests knows a selector, a pseudo-class, a declaration and a bracket that are none."""
    with pytest.raises((SelectorError, AssertionError, pytest.fail.Exception)):
        _read(wrong)


@pytest.mark.parametrize("sheet", _SHEETS, ids=lambda path: path.name)
def test_nothing_is_said_twice(sheet: Path) -> None:
    """One rule for each selector in its place, one value for each property of a rule."""
    rules = _read(sheet.read_text(encoding="utf-8"))
    twice = [place for place, number in Counter((rule.within, rule.selector) for rule in rules).items() if number > 1]
    assert twice == []
    for rule in rules:
        names = [name for name, _ in rule.declarations]
        assert len(names) == len(set(names)), f"line {rule.line}: {rule.selector}"


@pytest.mark.parametrize("sheet", _SHEETS, ids=lambda path: path.name)
def test_every_custom_property_is_defined_in_both_schemes(sheet: Path) -> None:
    """Colours come from the properties at the top of style.css, which a dark screen has as well."""
    (root,) = (rule for rule in _read(_BASE.read_text(encoding="utf-8")) if rule.selector == ":root")
    colours = {name: value for name, value in root.declarations if name.startswith("--")}
    assert ("color-scheme", "light dark") in root.declarations
    assert all(re.fullmatch(r"light-dark\(#[\da-f]{6}, #[\da-f]{6}\)", value) for value in colours.values())
    used = set(re.findall(r"var\((--[\w-]+)", sheet.read_text(encoding="utf-8")))
    assert used <= colours.keys()


@pytest.mark.parametrize("sheet", _SHEETS, ids=lambda path: path.name)
def test_no_style_says_words(sheet: Path) -> None:
    """What a reader needs stands in the page, where it is copied, read aloud and translated; a sign may be drawn."""
    for rule in _read(sheet.read_text(encoding="utf-8")):
        for name, value in rule.declarations:
            words = re.findall(r'"([^"]*)"', value) if name == "content" else []
            assert not any(sign.isalpha() for word in words for sign in word), f"line {rule.line}: {value}"


@pytest.mark.slow
def test_what_is_published_says_the_same() -> None:
    """Joined and made small, a style has the rules of its files, in their order."""
    made = assets.made(None).styles
    assert sorted(made) == [
        f"{name}.css" for name in ("letter", "lists", "my-list", "overview", "robots", "screen", "style", "table")
    ]
    joined = [*_read(_BASE.read_text("utf-8")), *_read((PACKAGED / "site" / "site.css").read_text("utf-8"))]
    published = _read(made["style.css"])
    assert [(len(rule.within), len(rule.declarations)) for rule in published] == [
        (len(rule.within), len(rule.declarations)) for rule in joined
    ]
