"""What `links` and `evidence` found, as lists for people, for issues, for code hosts and for programs."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from optout.guide.words import count
from optout.monitoring.evidence import Piece, Quoted, QuoteVerdict, compare
from optout.monitoring.links import Link, Use, Verdict
from optout.monitoring.reading import Reading
from optout.problem import Problem
from optout.prose import Span
from optout.render import problems, terminal
from optout.render.markdown import text as escaped
from optout.render.screen import Screen

Line = tuple[Piece, ...]


class Item(NamedTuple):
    """One address, what there is to say about it, and where it stands."""

    address: str
    lines: tuple[Line, ...]
    uses: tuple[Use, ...]
    suggestion: str = ""


class Section(NamedTuple):
    """Addresses with the same fate. `rule` and `severity` are for annotations; without them there are none."""

    title: str
    items: tuple[Item, ...]
    rule: str = ""
    severity: Literal["", "error", "warning"] = ""


class Asked(NamedTuple):
    """An address of the catalog with its verdict, and when it was asked (ISO 8601; empty if it was not)."""

    link: Link
    verdict: Verdict
    at: str


class Looked(NamedTuple):
    """A page that serves as evidence, what it was looked at for, what it gave, and when."""

    address: str
    quoted: tuple[Quoted, ...]
    reading: Reading
    at: str


def links(asked: Sequence[Asked]) -> tuple[Section, ...]:
    """Dead addresses first; those alive are not named."""
    return _filled(
        Section("Dead", _items(asked, lambda verdict: verdict.state == "dead"), "dead-link", "error"),
        Section("Moved for good", _items(asked, _is_lasting_move), "moved-link", "warning"),
        Section("Moved to the front page", _items(asked, _is_front_page), "moved-link", "warning"),
        Section("Blocked: a person has to look", _items(asked, lambda verdict: verdict.state == "blocked")),
        Section("Not reachable now", _items(asked, lambda verdict: verdict.state == "unreachable")),
        Section("Moved for now", _items(asked, _is_passing_move)),
    )


def link_counts(asked: Sequence[Asked]) -> str:
    """ "9 addresses: 1 dead, 8 alive"."""
    states = [one.verdict.state for one in asked]
    names = {"dead": "dead", "moved": "moved", "blocked": "blocked", "unreachable": "not reachable now",
             "alive": "alive"}  # fmt: skip
    counted = ", ".join(f"{states.count(state)} {name}" for state, name in names.items() if state in states)
    return f"{count(len(asked), 'address', 'addresses')}: {counted or 'none asked'}"


def evidence(looked: Sequence[Looked]) -> tuple[Section, ...]:
    """Quotes that are gone first, then changes; what still stands is not named."""
    return _filled(
        Section("Gone: the page no longer says so", tuple(_quotes(looked, "gone")), "gone-quote", "error"),
        Section("Changed in what it says about training AI", tuple(_training(looked)), "changed-source", "error"),
        Section("Moved a little: compare the two", tuple(_quotes(looked, "moved a little")), "moved-quote", "warning"),
        Section("Could not be read", tuple(_unread(looked))),
        Section("Changed elsewhere", tuple(_elsewhere(looked))),
    )


def evidence_counts(looked: Sequence[Looked]) -> str:
    """ "9 quotes: 8 stand, 1 gone; 5 pages watched: 4 unchanged, 1 seen for the first time"."""
    fates = [_fate(one, quoted) for one in looked for quoted in one.quoted if quoted.source.quote]
    names = {"gone": "gone", "moved a little": "moved a little", "": "could not be read", "stands": "stand"}
    said = ", ".join(f"{fates.count(fate)} {name}" for fate, name in names.items() if fate in fates)
    news = [one.reading.training.change.news for one in looked if one.reading.training]
    news = [one for one in news if one != "unseen"]
    seen = {"changed": "changed on training AI", "waiting": "changed, to be seen once more", "flapping": "flapping",
            "first": "seen for the first time", "unchanged": "unchanged on training AI"}  # fmt: skip
    watched = ", ".join(f"{news.count(one)} {name}" for one, name in seen.items() if one in news)
    return (
        f"{count(len(fates), 'quote')}: {said or 'none looked up'}; "
        f"{count(len(news), 'official page')} watched{': ' if watched else ''}{watched}"
    )


def text(sections: Sequence[Section], screen: Screen) -> str:
    """For a terminal: an address, what is to be said, and where it stands; addresses and places are never broken."""
    lines: list[str] = []
    for section in sections:
        title = terminal.paint(screen, f"{section.title} ({len(section.items)})", "1")
        lines += [*([""] if lines else []), title]
        for item in section.items:
            lines.append(f"  {item.address}")
            for line in item.lines:
                said = (Span("text", _marked(line, "[-{}-]", "{{+{}+}}")),)
                lines.append(terminal.paragraph(said, screen, "    ", "    "))
            if item.suggestion:
                lines += [f"    write instead: {item.suggestion}"]
            lines += [f"    {use.place}  {use.entry}  {use.field}" for use in item.uses]
    whole = "".join(f"{line}\n" for line in lines)
    return whole if screen.unicode else terminal.to_ascii(whole)


def markdown(sections: Sequence[Section], screen: Screen) -> str:
    """For an issue or a comment on a pull request."""
    lines: list[str] = []
    for section in sections:
        lines += [*([""] if lines else []), f"### {section.title} ({len(section.items)})", ""]
        for item in section.items:
            lines.append(f"* <{item.address}>")
            for line in item.lines:
                parts = tuple(piece._replace(text=escaped(piece.text)) for piece in line)
                lines.append(f"  * {_marked(parts, '~~{}~~', '**{}**')}")
            if item.suggestion:
                lines.append(f"  * write instead: <{item.suggestion}>")
            lines += [f"  * `{use.place}` {escaped(use.entry)} `{use.field}`" for use in item.uses]
    return "".join(f"{line}\n" for line in lines)


def github(sections: Sequence[Section], screen: Screen) -> str:
    """Annotations on the lines of the catalog, for what somebody should mend there."""
    found = [
        Problem(
            use.place,
            section.rule,
            f"{item.address}: {'; '.join(_marked(line, '[-{}-]', '{{+{}+}}') for line in item.lines)}",
            suggestion=item.suggestion,
            entry=use.entry,
            severity=section.severity,
            length=1 if use.field.endswith(".quote") else len(item.address),
        )
        for section in sections
        if section.severity
        for item in section.items
        for use in item.uses
    ]
    return problems.github(found)


def links_json(asked: Sequence[Asked]) -> str:
    """`{"version": 1, "links": [...]}`, every address, every field always there."""
    listed = [
        {
            "address": one.link.address,
            "state": one.verdict.state,
            "reason": one.verdict.reason or None,
            "final": one.verdict.final or None,
            "status": one.verdict.status or None,
            "write": one.verdict.write or None,
            "asked": one.at or None,
            "uses": [_use(use) for use in one.link.uses],
        }
        for one in asked
    ]
    return _json({"links": listed})


def evidence_json(looked: Sequence[Looked]) -> str:
    """`{"version": 1, "pages": [...]}`, every page with its quotes and changes, every field always there."""
    listed = [
        {
            "address": one.address,
            "unread": one.reading.unread or None,
            "asked": one.at or None,
            "quotes": [
                {
                    "quote": quoted.source.quote,
                    "state": _fate(one, quoted) or "unread",
                    "found": (one.reading.quote(quoted.source.quote) or QuoteVerdict("gone")).found or None,
                    **_use(quoted.use),
                }
                for quoted in one.quoted
                if quoted.source.quote
            ],
            "training": one.reading.training and one.reading.training.change._asdict(),
            "elsewhere": one.reading.rest and one.reading.rest.change.news,
        }
        for one in looked
    ]
    return _json({"pages": listed})


FORMATS: dict[str, Callable[[Sequence[Section], Screen], str]] = {"text": text, "markdown": markdown, "github": github}


def _filled(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.items)


def _items(asked: Iterable[Asked], belongs: Callable[[Verdict], bool]) -> tuple[Item, ...]:
    return tuple(_item(one.link, one.verdict) for one in asked if belongs(one.verdict))


def _item(link: Link, verdict: Verdict) -> Item:
    lines = [_said(verdict.reason)]
    is_told = "leads to" in verdict.reason or verdict.final in ("", link.address, verdict.write.split("#")[0])
    if not is_told:
        lines.append(_said(f"leads to {verdict.final}"))
    return Item(link.address, tuple(lines), link.uses, verdict.write)


def _is_front_page(verdict: Verdict) -> bool:
    return verdict.state == "moved" and verdict.move == "front"


def _is_lasting_move(verdict: Verdict) -> bool:
    return verdict.state == "moved" and verdict.move == "lasting"


def _is_passing_move(verdict: Verdict) -> bool:
    return verdict.state == "moved" and verdict.move == "passing"


def _fate(looked: Looked, quoted: Quoted) -> str:
    verdict = looked.reading.quote(quoted.source.quote)
    return verdict.state if verdict and not looked.reading.unread else ""


def _quotes(looked: Iterable[Looked], fate: str) -> Iterable[Item]:
    for one in looked:
        for quoted in one.quoted:
            if quoted.source.quote and _fate(one, quoted) == fate:
                verdict = one.reading.quote(quoted.source.quote)
                found = verdict.found if verdict else ""
                line = compare(quoted.source.quote, found) if found else _said(f"“{quoted.source.quote}”")
                yield Item(one.address, (line,), (quoted.use,))


def _training(looked: Iterable[Looked]) -> Iterable[Item]:
    for one in looked:
        if one.reading.training and one.reading.training.change.news == "changed":
            change = one.reading.training.change
            lines: list[Line] = [(Piece("old", sentence),) for sentence in change.removed]
            lines += [(Piece("new", sentence),) for sentence in change.added]
            yield Item(one.address, tuple(lines), _uses(one))


def _elsewhere(looked: Iterable[Looked]) -> Iterable[Item]:
    for one in looked:
        if one.reading.rest and one.reading.rest.change.news == "changed":
            yield Item(one.address, (), _uses(one))


def _unread(looked: Iterable[Looked]) -> Iterable[Item]:
    return (Item(one.address, (_said(one.reading.unread),), _uses(one)) for one in looked if one.reading.unread)


def _uses(looked: Looked) -> tuple[Use, ...]:
    return tuple(quoted.use for quoted in looked.quoted)


def _said(words: str) -> Line:
    return (Piece("same", words),)


def _marked(line: Line, old: str, new: str) -> str:
    forms = {"same": "{}", "old": old, "new": new}
    return " ".join(forms[piece.kind].format(piece.text) for piece in line)


def _use(use: Use) -> dict[str, Any]:
    return {**use.place._asdict(), "entry": use.entry, "field": use.field}


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps({"version": 1, **values}, indent=2, ensure_ascii=False) + "\n"
