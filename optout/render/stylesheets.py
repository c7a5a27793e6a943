"""What in a stylesheet of one's own does nothing: browsers pass over a mistake, and what it swallows, silently."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple

from optout.render.environment import PACKAGED


class Ignored(NamedTuple):
    """Something that browsers pass over: where, both counted from 1, what, and what to write."""

    line: int
    column: int
    message: str
    expected: str


_LAST = "the-last-rule"  # which is found behind a stylesheet in which everything was closed
_DECLARATION = "a property, a colon, a value and a semicolon"


def passed_over(text: str) -> Iterator[Ignored]:
    """Every mistake of a stylesheet, in its order; then custom properties that nothing uses, as misspelt ones are."""
    import tinycss2  # only who has a stylesheet of their own needs it

    *rules, last = tinycss2.parse_stylesheet(f"{text}\n{_LAST}{{}}", skip_whitespace=True)
    before = _before_last(last)
    found = list(_in_rules(rules))
    found += [_unclosed(last)] if before is None else _outside(before)
    yield from sorted(dict.fromkeys(found))
    yield from _unused(text, rules)


def _before_last(last: Any) -> Sequence[Any] | None:
    """What stands before the name of the last rule and belongs to no other; None if that rule is within another."""
    prelude = _plain(getattr(last, "prelude", None) or ())
    if last.type != "qualified-rule" or not prelude or getattr(prelude[-1], "value", "") != _LAST:
        return None
    return prelude[:-1]


def _unclosed(last: Any) -> Ignored:
    kind, sign = ("comment", "*/") if last.type == "comment" else ("rule", "}")
    message = f"the {kind} that begins here is not closed"
    return Ignored(last.source_line, last.source_column, message, f"write {sign} at its end")


def _in_rules(nodes: Iterable[Any]) -> Iterator[Ignored]:
    for node in nodes:
        if node.type == "declaration":
            yield from _in_declaration(node)
        elif node.type in ("qualified-rule", "at-rule"):
            yield from _in_rule(node)


def _in_rule(rule: Any) -> Iterator[Ignored]:
    prelude = _plain(rule.prelude)
    if rule.type == "qualified-rule" and (_is_comment(prelude) or ";" in _signs(prelude)):
        yield from _outside(prelude)
    yield from map(_broken, _errors(rule.prelude))
    if rule.content is None:
        return
    broken = list(_errors(rule.content))
    yield from map(_broken, broken)
    for one in _contents(rule):
        if one.type != "error":
            yield from _in_rules([one])
        elif not broken:  # else it follows from that
            yield _no_declaration(one, _plain(rule.content))


def _outside(tokens: Sequence[Any]) -> list[Ignored]:
    """What is to be said of tokens that are in no rule."""
    if broken := list(_errors(tokens)):
        return list(map(_broken, broken))
    return (
        [_told(tokens[0], "this stands in no rule", "write a selector and braces around it", tokens)] if tokens else []
    )


def _no_declaration(error: Any, content: Sequence[Any]) -> Ignored:
    """Something between braces that is neither declaration nor rule: told where it begins."""
    end = next((n for n, one in enumerate(content) if _spot(one) >= _spot(error)), len(content) - 1)
    begin = max((n for n, one in enumerate(content[:end]) if _is_end(one)), default=-1) + 1
    return _told(content[begin], "this is no declaration", f"write {_DECLARATION}", content[begin:])


def _told(token: Any, message: str, expected: str, tokens: Sequence[Any]) -> Ignored:
    if _is_comment(tokens):
        message, expected = "this is no comment in CSS", "write /* before it and */ after it"
    return Ignored(*_spot(token), message, expected)


def _in_declaration(one: Any) -> Iterator[Ignored]:
    value = _plain(one.value)
    if one.name.startswith("--"):
        return
    if not value:
        yield Ignored(*_spot(one), f"`{one.name}` has no value", "write one after the colon")
    elif ":" in _signs(value):
        yield Ignored(*_spot(one), f"the declaration of `{one.name}` does not end", "write a semicolon after it")


def _broken(node: Any) -> Ignored:
    """A token that is nothing in CSS."""
    if node.kind == "bad-string":
        return Ignored(*_spot(node), "the quote that begins here is not closed on its line", "write it at the end, too")
    if node.kind in ("}", ")", "]"):
        return Ignored(*_spot(node), f"this {node.kind} closes nothing", "leave it out, or write its other half before")
    return Ignored(*_spot(node), "this cannot be read", "write addresses and odd characters in quotes")


def _errors(tokens: Iterable[Any]) -> Iterator[Any]:
    """The tokens, however deep, that are nothing in CSS."""
    for token in tokens:
        if token.type == "error":
            yield token
        yield from _errors(getattr(token, "content", None) or getattr(token, "arguments", None) or ())


def _plain(tokens: Iterable[Any]) -> list[Any]:
    return [token for token in tokens if token.type not in ("comment", "whitespace")]


def _signs(tokens: Iterable[Any]) -> list[str]:
    return [token.value for token in tokens if token.type == "literal"]


def _is_comment(tokens: Sequence[Any]) -> bool:
    return [getattr(token, "value", "") for token in tokens[:2]] == ["/", "/"]


def _is_end(token: Any) -> bool:
    return bool(token.type == "{} block" or (token.type == "literal" and token.value == ";"))


def _spot(node: Any) -> tuple[int, int]:
    return node.source_line, node.source_column


def _contents(rule: Any) -> list[Any]:
    import tinycss2

    return list(tinycss2.parse_blocks_contents(rule.content or (), skip_comments=True, skip_whitespace=True))


def _unused(text: str, rules: Iterable[Any]) -> Iterator[Ignored]:
    known = _custom_properties()
    used = re.findall(r"var\(\s*(--[\w-]+)", text)
    for one in _declarations(rules):
        if one.name.startswith("--") and one.name not in known and one.name not in used:
            near = "".join(get_close_matches(one.name, sorted(known), 1))
            expected = (
                f"did you mean {near}?" if near else "the README beside the packaged templates names those there are"
            )
            yield Ignored(*_spot(one), f"nothing uses `{one.name}`", expected)


def _declarations(nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        if node.type == "declaration":
            yield node
        elif node.type in ("qualified-rule", "at-rule"):
            yield from _declarations(_contents(node))


@cache
def _custom_properties() -> frozenset[str]:
    """Those that the packaged stylesheets go by."""
    texts = (path.read_text(encoding="utf-8") for path in PACKAGED.rglob("*.css"))
    return frozenset(name for text in texts for name in re.findall(r"--[\w-]+", text))
