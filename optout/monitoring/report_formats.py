"""What `links` and `evidence` found, as lists for people, for issues, for code hosts and for programs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from optout.files import in_repository
from optout.monitoring.archived import ArchivedQuote
from optout.monitoring.evidence import QuoteVerdict
from optout.monitoring.links import Use
from optout.monitoring.report import CheckedLink, CheckedPage, Line, ReportSection, fate_of
from optout.problem import Problem
from optout.prose import Span
from optout.render import mentions, problems, terminal
from optout.render.commonmark import words as escaped
from optout.render.screen import Screen
from optout.text import as_json as document
from optout.text import shown


def text(sections: Sequence[ReportSection], screen: Screen) -> str:
    """For a terminal: an address, what is to be said, and where it stands; addresses and places are never broken."""
    lines: list[str] = []
    for section in sections:
        title = terminal.paint(screen, f"{section.title} ({len(section.items)})", "1")
        lines += [*([""] if lines else []), title]
        for item in section.items:
            lines.append(f"  {item.address}")
            for line in item.lines:
                said = (Span("text", _one_line(line)),)
                lines.append(terminal.paragraph(said, screen, "    ", "    "))
            if item.suggestion:
                lines += [f"    write instead: {item.suggestion}"]
            lines += [f"    {use.place}  {use.entry}  {use.field}" for use in item.uses]
    whole = "".join(f"{line}\n" for line in lines)
    return whole if screen.unicode else terminal.to_ascii(whole)


def markdown(sections: Sequence[ReportSection], screen: Screen) -> str:
    """For an issue or a comment on a pull request; what foreign pages say calls nobody there."""
    lines: list[str] = []
    for section in sections:
        lines += [*([""] if lines else []), f"### {section.title} ({len(section.items)})", ""]
        for item in section.items:
            lines.append(f"* {mentions.address(item.address)}")
            for line in item.lines:
                parts = tuple(
                    piece._replace(text=escaped(mentions.calling_nobody(shown(piece.text)))) for piece in line
                )
                lines.append(f"  * {_marked(parts, '~~{}~~', '**{}**')}")
            if item.suggestion:
                lines.append(f"  * write instead: {mentions.address(item.suggestion)}")
            lines += [f"  * `{use.place}` {escaped(use.entry)} `{use.field}`" for use in item.uses]
    return "".join(f"{line}\n" for line in lines)


def github(sections: Sequence[ReportSection], screen: Screen) -> str:
    """Annotations on the lines of the catalog, for what somebody should mend there."""
    found = [
        Problem(
            use.place._replace(file=in_repository(use.place.file)),
            section.rule,
            f"{item.address}: {'; '.join(map(_one_line, item.lines))}",
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


def links_json(checked: Sequence[CheckedLink]) -> str:
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
        for one in checked
    ]
    return _json({"links": listed})


def evidence_json(pages: Sequence[CheckedPage], copies: Sequence[ArchivedQuote]) -> str:
    """`{"version": 1, "pages": [...], "copies": [...]}`: every page with its quotes and changes, every quote that was
    looked up in an archived copy; every field always there."""
    listed = [
        {
            "address": one.address,
            "unread": one.reading.unread or None,
            "asked": one.at or None,
            "quotes": [
                {
                    "quote": quoted.source.quote,
                    "state": fate_of(one, quoted) or "unread",
                    "found": (one.reading.quote(quoted.source.quote) or QuoteVerdict("gone")).found or None,
                    **_use(quoted.use),
                }
                for quoted in one.quoted
                if quoted.source.quote
            ],
            "training": one.reading.training and one.reading.training.change._asdict(),
            "elsewhere": one.reading.rest and one.reading.rest.change.news,
        }
        for one in pages
    ]
    archived = [
        {
            "quote": one.quoted.source.quote,
            "address": one.quoted.source.url or None,
            "state": one.verdict.state,
            "found": one.verdict.found or None,
            "copy": one.copy,
            "since": one.day.iso,
            "gone": one.gone.iso if one.gone else None,
            "instead": one.instead or None,
            **_use(one.quoted.use),
        }
        for one in copies
    ]
    return _json({"pages": listed, "copies": archived})


FORMATS: dict[str, Callable[[Sequence[ReportSection], Screen], str]] = {
    "text": text,
    "markdown": markdown,
    "github": github,
}


def _one_line(line: Line) -> str:
    """Plain text, on one line whatever a page says: what begins a line may be a command to a code host."""
    return " ".join(_marked(line, "[-{}-]", "{{+{}+}}").split())


def _marked(line: Line, old: str, new: str) -> str:
    forms = {"same": "{}", "old": old, "new": new}
    return " ".join(forms[piece.kind].format(piece.text) for piece in line)


def _use(use: Use) -> dict[str, Any]:
    return {**use.place._asdict(), "entry": use.entry, "field": use.field}


def _json(values: Mapping[str, Any]) -> str:
    return document({"version": 1, **values})
