"""What a publisher is told of a stylesheet of their own."""

import pytest

from optout.render.environment import PACKAGED
from optout.render.stylesheets import passed_over

_PROPERTY = "this is no declaration; write a property, a colon, a value and a semicolon"
_COMMENT = "this is no comment in CSS; write /* before it and */ after it"
_CLOSED = "the rule that begins here is not closed; write } at its end"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a{b", f"1:1: {_CLOSED}"),
        ("a { b: c; }\n.d { e: f;\n", f"2:1: {_CLOSED}"),
        ("@media (width < 9em) {\n  a { b: c; }\n", f"1:1: {_CLOSED}"),
        ("a { b: c; }\n/* d", "2:1: the comment that begins here is not closed; write */ at its end"),
        ("a {\n  color red;\n}", f"2:3: {_PROPERTY}"),
        ("a {\n  color: red\n  margin: 0;\n}",
         "2:3: the declaration of `color` does not end; write a semicolon after it"),
        ("a { color: ; }", "1:5: `color` has no value; write one after the colon"),
        ("a { b: c; }\n}", "2:1: this } closes nothing; leave it out, or write its other half before"),
        ("a { b: 'c\n; }", "1:8: the quote that begins here is not closed on its line; write it at the end, too"),
        ("// mine\na { b: c; }", f"1:1: {_COMMENT}"),
        ("a {\n  // mine\n  b: c;\n}", f"2:3: {_COMMENT}"),
        ("--paper: #fff;\n", "1:1: this stands in no rule; write a selector and braces around it"),
        (":root { --acent: #fff; }", "1:9: nothing uses `--acent`; did you mean --accent?"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_once_and_where_it_is(text: str, told: str) -> None:
    """Line and column, what it is, and what to write."""
    assert [f"{one.line}:{one.column}: {one.message}; {one.expected}" for one in passed_over(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/* only this */",
        "@import url(x.css);\n:root { --mine: 1px; }\na { margin: var( --mine ); b { color: red } }",
        "@font-face { font-family: x; src: url('a.woff2'); }\n@media print { a { b: c } }",
        "@keyframes x { from { opacity: 0 } to { opacity: 1 } }",
        *(path.read_text("utf-8") for path in PACKAGED.rglob("*.css")),
    ],
)
def test_what_is_well_is_not_told(text: str) -> None:
    """Every packaged stylesheet, and what only newer browsers know."""
    assert list(passed_over(text)) == []
