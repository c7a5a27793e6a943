"""The files by which a website turns crawlers away, in the words of each server.

A comment above each line says whose it is. Names come from a catalog that anybody may write: of those that reach this
module `robots.choice` has let through only what means itself in every format, and a comment is one line, whatever it
says.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from optout.guide import words
from optout.messages import Language, Message, message
from optout.model import Date
from optout.prose import Span
from optout.render.screen import Screen
from optout.render.terminal import paragraph
from optout.robots.choice import Chosen, Robot
from optout.robots.existing import BEGIN, END, Where
from optout.robots.statements import Kind, Refusal
from optout.text import shown

# The most characters of one rule: https://developers.cloudflare.com/ruleset-engine/rules-language/expressions/
LONGEST_RULE = 4096
_LONGEST_WORD = 8  # letters


class Shape(NamedTuple):
    """The lines of a file around those of its crawlers, and how one of these is written.

    TOKEN and PATTERN stand for the name and for the regular expression of it. The site's script writes by the same.
    """

    start: tuple[str, ...]
    each: str
    last: str
    end: tuple[str, ...]
    indent: str = ""


class Form(NamedTuple):
    """A format: what it makes of robots, how a comment looks, and where in a file that is there already it goes.

    `by` is the kind of statements that it is made of, None for those of robots.
    """

    name: str
    comment: tuple[str, str]
    where: Where
    by: Kind | None
    lines: Callable[[Sequence[Robot], Language], Iterator[str]] | None = None


def block(form: Form, chosen: Chosen, told: Sequence[Refusal], command: str, spoken: Language) -> str:
    """The marked block of a format, or, where there are no comments, the text alone.

    `command` are the options it was asked for with, `told` the statements of the catalog.
    """
    if form.by == "tdmrep":
        return next((one.text for one in told if one.kind == form.by), "")
    lines = _robots(form, chosen, spoken) if form.lines else _statements(form, told, spoken)
    body = [_comment(form, line[2:]) if line.startswith("# ") else line for line in lines]
    return "".join(f"{line}\n" for line in (_comment(form, f"{BEGIN}{command}"), *body, _comment(form, END)))


def comment(robot: Robot, spoken: Language) -> str:
    """Whose a crawler is, what it fetches for and since when it is known, in one line."""
    whose = f"{robot.token} ({robot.company})" if robot.company else robot.token
    said = [
        *_said(words.crawler_for(robot.crawler.purposes), spoken),
        robot.said,
        *_said(words.crawler_known(robot.crawler.known), spoken),
        *_since(robot.since, spoken),
    ]
    return _line(f"{whose}: {' '.join(said)}")


def explained(robots: Sequence[Robot], screen: Screen, spoken: Language) -> str:
    """What is known of crawlers, each with its comment, user agent, whether it obeys, addresses and guide."""
    lines = []
    for one in robots:
        facts = [
            *([message("robots-obeys", text=one.obeys)] if one.obeys else []),
            *([message("robots-agent", agent=one.crawler.agent)] if one.crawler.agent else []),
            *([message("robots-addresses", address=one.crawler.addresses)] if one.crawler.addresses else []),
            message("robots-guide", command=f"optout show {one.slug}"),
        ]
        lines.append(_paragraph(comment(one, spoken), screen, "", "  "))
        lines += [_paragraph(shown(spoken.text(fact)), screen, "  ", "    ") for fact in facts]
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _paragraph(text: str, screen: Screen, first: str, rest: str) -> str:
    return paragraph((Span("text", text),), screen, first, rest)


def note(name: str, spoken: Language) -> list[str]:
    """The lines that say where a format goes."""
    return spoken.text(message(f"robots-put-{name}")).split(" | ")


def left_alone(robot: Robot, spoken: Language) -> str:
    """Why a crawler that searches as well is in no choice, in one line."""
    said = message("robots-searching", token=robot.token, name=robot.name, command=f"optout show {robot.slug}")
    return _line(spoken.text(said))


def _robots(form: Form, chosen: Chosen, spoken: Language) -> Iterator[str]:
    assert form.lines
    yield from (f"# {line}" for line in note(form.name, spoken))
    yield from form.lines(chosen.blocked, spoken)
    yield from (f"# {left_alone(robot, spoken)}" for robot in chosen.searching)


def _statements(form: Form, told: Sequence[Refusal], spoken: Language) -> Iterator[str]:
    yield from (f"# {line}" for line in note(form.name, spoken))
    found: dict[str, list[Refusal]] = {}
    for one in told:
        if one.kind == form.by:
            found.setdefault(one.text, []).append(one)
    above = {text: [f"# {_whose(one, spoken)}" for one in each] for text, each in found.items()}
    if form.by == "headers":
        yield from _headers(above)
    else:
        for text, comments in above.items():
            yield from (*comments, *text.splitlines())


def _headers(above: dict[str, list[str]]) -> Iterator[str]:
    """Headers of one name in one line: hosts join them, servers do not always."""
    values: dict[str, list[str]] = {}
    for text in above:
        name, value = text.split(": ", 1)
        values.setdefault(name, []).append(value)
    yield from (line for lines in above.values() for line in lines)
    yield "/*"
    yield from (f"  {name}: {', '.join(dict.fromkeys(each))}" for name, each in values.items())


def _whose(one: Refusal, spoken: Language) -> str:
    return _line(" ".join([f"{one.name}: optout show {one.slug}.", *_since(one.since, spoken)]))


def _line(text: str) -> str:
    """One line that ends where it ends: for some servers a backslash at its end goes on with the next one."""
    return shown(text).rstrip("\\ ")


def _said(said: Message | None, spoken: Language) -> Iterator[str]:
    if said:
        yield words.upper_first(spoken.text(said))


def _since(day: Date | None, spoken: Language) -> Iterator[str]:
    if day:
        yield spoken.text(message("crawler-since", date=day))


def _comment(form: Form, text: str) -> str:
    start, end = form.comment
    if end:  # https://html.spec.whatwg.org/multipage/syntax.html#comments
        return f"{start} {_line(text).replace('<', '‹').replace('>', '›')} {end}"
    return f"{start} {_line(text)}"


def _shaped(shape: Shape, robots: Sequence[Robot], spoken: Language) -> Iterator[str]:
    yield from shape.start
    for place, one in enumerate(robots, 1):
        line = shape.last if place == len(robots) else shape.each
        yield f"{shape.indent}# {comment(one, spoken)}"
        yield shape.indent + line.replace("TOKEN", one.token).replace("PATTERN", pattern(one))
    yield from shape.end


def _cloudflare(robots: Sequence[Robot], spoken: Language) -> Iterator[str]:
    rules = list(_rules(robots))
    for place, rule in enumerate(rules, 1):
        yield from (f"# {comment(one, spoken)}" for one in rule)
        yield f"# {spoken.text(message('robots-rule', place=place, number=len(rules)))}"
        yield _expression(rule)


def _rules(robots: Iterable[Robot]) -> Iterator[list[Robot]]:
    """The robots in as few rules as hold them."""
    rule: list[Robot] = []
    for one in robots:
        if rule and len(_expression([*rule, one])) > LONGEST_RULE:
            yield rule
            rule = []
        rule.append(one)
    if rule:
        yield rule


def _expression(robots: Sequence[Robot]) -> str:
    agents = " or ".join(_contains(one.token) for one in robots)
    return f'({agents}) and http.request.uri.path ne "/robots.txt"'


def _contains(token: str) -> str:
    if is_word(token):
        return f'http.user_agent contains "{token}"'
    return f'lower(http.user_agent) contains "{token.lower()}"'


def pattern(robot: Robot) -> str:
    r"""The name as a word of its own, for the regular expressions of all servers: of its signs only "." means more.

    In any capitals, unless it may be a word of others.
    """
    own = rf"\b{robot.token.replace('.', chr(92) + '.')}\b"
    return own if is_word(robot.token) else f"(?i){own}"


def is_word(token: str) -> bool:
    """Whether a name may be a word of others, who write it in another way.

    "Spider" and "Code" are names, and "spider.html" stands in that of a search, "code" in those of programs.
    """
    return len(token) <= _LONGEST_WORD and token.isalpha() and "bot" not in token.lower()


SHAPES: dict[str, Shape] = {
    "robots": Shape((), "User-agent: TOKEN", "User-agent: TOKEN", ("Disallow: /",)),
    "nginx": Shape(
        ('set $optout_robot "";',),
        'if ($http_user_agent ~ "PATTERN") { set $optout_robot 1; }',
        'if ($http_user_agent ~ "PATTERN") { set $optout_robot 1; }',
        ('if ($uri = /robots.txt) { set $optout_robot ""; }', "if ($optout_robot) { return 403; }"),
    ),
    "apache": Shape(
        ("RewriteEngine On",),
        'RewriteCond %{HTTP_USER_AGENT} "PATTERN" [OR]',
        'RewriteCond %{HTTP_USER_AGENT} "PATTERN"',
        (r"RewriteRule !^/?robots\.txt$ - [F]",),
    ),
    "caddy": Shape(
        ("map {http.request.header.User-Agent} {optout_robot} {",),
        '"~PATTERN" yes',
        '"~PATTERN" yes',
        (
            *("\tdefault no", "}", "@optout_robot {", "\tvars {optout_robot} yes", "\tnot path /robots.txt", "}"),
            "respond @optout_robot 403",
        ),
        "\t",
    ),
    "haproxy": Shape((), "PATTERN", "PATTERN", ()),
}
_HASH = ("#", "")
FORMS: dict[str, Form] = {
    **{
        name: Form(name, _HASH, "start" if name == "apache" else "end", None, partial(_shaped, shape))
        for name, shape in SHAPES.items()
    },
    "cloudflare": Form("cloudflare", _HASH, "end", None, _cloudflare),
    "meta": Form("meta", ("<!--", "-->"), "end", "meta"),
    "headers": Form("headers", _HASH, "end", "headers"),
    "tdmrep": Form("tdmrep", ("", ""), "end", "tdmrep"),
    "ai-txt": Form("ai-txt", _HASH, "end", "ai-txt"),
}
