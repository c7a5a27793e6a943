"""The files by which a website turns crawlers away, in the words of each server.

A comment above each line says whose it is. Names come from a catalog that anybody may write: of those that reach this
module `robots.choice` has let through only what means itself in every format, and a comment is one line, whatever it
says.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
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
_LONGEST_RULE = 4096


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


def _robots(form: Form, chosen: Chosen, spoken: Language) -> Iterator[str]:
    assert form.lines
    yield from (f"# {line}" for line in spoken.text(message(f"robots-put-{form.name}")).split(" | "))
    yield from form.lines(chosen.blocked, spoken)
    for robot in chosen.searching:
        said = message("robots-searching", token=robot.token, name=robot.name, command=f"optout show {robot.slug}")
        yield f"# {spoken.text(said)}"


def _statements(form: Form, told: Sequence[Refusal], spoken: Language) -> Iterator[str]:
    yield from (f"# {line}" for line in spoken.text(message(f"robots-put-{form.name}")).split(" | "))
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


def _robots_txt(robots: Sequence[Robot], spoken: Language) -> Iterator[str]:
    for one in robots:
        yield from (f"# {comment(one, spoken)}", f"User-agent: {one.token}")
    yield "Disallow: /"


def _nginx(robots: Sequence[Robot], spoken: Language) -> Iterator[str]:
    yield 'set $optout_robot "";'
    for one in robots:
        yield f"# {comment(one, spoken)}"
        yield f'if ($http_user_agent ~ "{_pattern(one)}") {{ set $optout_robot 1; }}'
    yield 'if ($uri = /robots.txt) { set $optout_robot ""; }'
    yield "if ($optout_robot) { return 403; }"


def _apache(robots: Sequence[Robot], spoken: Language) -> Iterator[str]:
    yield "RewriteEngine On"
    for place, one in enumerate(robots, 1):
        yield f"# {comment(one, spoken)}"
        yield f'RewriteCond %{{HTTP_USER_AGENT}} "{_pattern(one)}"{"" if place == len(robots) else " [OR]"}'
    yield r"RewriteRule !^/?robots\.txt$ - [F]"


def _caddy(robots: Sequence[Robot], spoken: Language) -> Iterator[str]:
    yield "map {http.request.header.User-Agent} {optout_robot} {"
    for one in robots:
        yield f"\t# {comment(one, spoken)}"
        yield f'\t"~{_pattern(one)}" yes'
    yield "\tdefault no"
    yield "}"
    yield "@optout_robot {"
    yield "\tvars {optout_robot} yes"
    yield "\tnot path /robots.txt"
    yield "}"
    yield "respond @optout_robot 403"


def _haproxy(robots: Sequence[Robot], spoken: Language) -> Iterator[str]:
    for one in robots:
        yield from (f"# {comment(one, spoken)}", _pattern(one))


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
        if rule and len(_expression([*rule, one])) > _LONGEST_RULE:
            yield rule
            rule = []
        rule.append(one)
    if rule:
        yield rule


def _expression(robots: Sequence[Robot]) -> str:
    agents = " or ".join(f'http.user_agent contains "{one.token}"' for one in robots)
    return f'({agents}) and http.request.uri.path ne "/robots.txt"'


def _pattern(robot: Robot) -> str:
    r"""The name as a word of its own, for the regular expressions of all servers: of its signs only "." means more.

    In its own letters, as crawlers send it: "Spider" is one's name, and "spider.html" stands in that of a search.
    """
    return rf"\b{robot.token.replace('.', chr(92) + '.')}\b"


_HASH = ("#", "")
FORMS: dict[str, Form] = {
    "robots": Form("robots", _HASH, "end", None, _robots_txt),
    "nginx": Form("nginx", _HASH, "end", None, _nginx),
    "apache": Form("apache", _HASH, "start", None, _apache),
    "caddy": Form("caddy", _HASH, "end", None, _caddy),
    "haproxy": Form("haproxy", _HASH, "end", None, _haproxy),
    "cloudflare": Form("cloudflare", _HASH, "end", None, _cloudflare),
    "meta": Form("meta", ("<!--", "-->"), "end", "meta"),
    "headers": Form("headers", _HASH, "end", "headers"),
    "tdmrep": Form("tdmrep", ("", ""), "end", "tdmrep"),
    "ai-txt": Form("ai-txt", _HASH, "end", "ai-txt"),
}
