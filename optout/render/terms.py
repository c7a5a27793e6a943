"""What archived terms say, and how they changed, as lists for people and for programs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from optout.messages import language
from optout.model import Audience, Date, Platform
from optout.prose import Span
from optout.render import mentions, terminal
from optout.render.commonmark import words as escaped
from optout.render.screen import Screen
from optout.terms.editions import Edition, Mentioned, Unread
from optout.terms.passages import TermsPassage
from optout.terms.vocabulary import PassageKind
from optout.terms.watch import ChangedTerms, TermsWatch
from optout.text import as_json as document
from optout.text import shown

VERSION = 1
_TITLES: dict[PassageKind, str] = {
    "training": "On training AI",
    "objection": "On objecting and opting out",
    "basis": "On the legal ground, beside it",
    "mention": "Where AI is named",
}
_MOST_WORDS = 70  # of a passage that is shown; the whole of it stands in the document
_MOST_MENTIONS = 5

_spoken = language("en")


def text(platform: Platform, found: Sequence[Edition | Unread], screen: Screen) -> str:
    """Every edition with its passages; what the entry does not have is marked."""
    lines = [terminal.paint(screen, platform.name, "1")]
    for one in found:
        lines.append("")
        lines += _unread(one, screen) if isinstance(one, Unread) else _edition(one, screen)
    return _finish(lines, screen)


def changed_text(found: TermsWatch, screen: Screen) -> str:
    """The changes, newest first: what is new, what is gone, and where both versions stand."""
    lines: list[str] = []
    for one in found.changes:
        lines += [""] if lines else []
        names = ", ".join(entry.name for entry in one.entries)
        lines.append(_said(screen, f"{names}: {_spoken.date(one.day)}, {_kept(one)}", "", "  ", label=names))
        lines.append(_said(screen, _looked(one), "  ", "  "))
        for mark, passages in (("+", one.new), ("-", one.gone)):
            lines += [_said(screen, _clipped(passage.sentence.text), f"  {mark} ", "    ") for passage in passages]
        lines += [f"  before: {one.before}", f"  after:  {one.after}"]
        lines.append(f"  look at it: optout terms {one.entries[0].slug}")
    return _finish(lines, screen)


def changed_markdown(found: TermsWatch) -> str:
    """The same for an issue; nothing that stands in terms calls anybody there."""
    lines: list[str] = []
    for one in found.changes:
        lines += [""] if lines else []
        names = ", ".join(entry.name for entry in one.entries)
        lines.append(f"### {escaped(shown(names))}: {_spoken.date(one.day)}, {escaped(shown(_kept(one)))}")
        lines += ["", escaped(shown(_looked(one))), ""]
        lines += [f"* **new:** {_foreign(passage)}" for passage in one.new]
        lines += [f"* **gone:** {_foreign(passage)}" for passage in one.gone]
        lines += [f"* the entry `{entry.slug}` says: {escaped(shown(entry.summary))}" for entry in one.entries]
        lines += [f"* before: {mentions.address(one.before)}", f"* after: {mentions.address(one.after)}"]
        lines += [f"* look at it: `optout terms {one.entries[0].slug}`"]
    return "".join(f"{line}\n" for line in lines)


def _looked(one: ChangedTerms) -> str:
    """Whether somebody has looked at the entries since."""
    checked = {entry.checked for entry in one.entries}
    if not one.unseen:
        return f"Checked since, on {_spoken.date(min(checked))}."
    if len(one.unseen) == len(one.entries):
        return f"Last checked before that, on {_spoken.date(min(checked))}."
    return f"Last checked before that: {', '.join(entry.name for entry in one.unseen)}."


def as_json(found: Iterable[tuple[Platform, Sequence[Edition | Unread]]]) -> str:
    """`{"version": 1, "platforms": [...]}`, every field always there."""
    listed = [
        {
            "slug": platform.slug,
            "name": platform.name,
            "editions": [_plain(one) for one in editions if isinstance(one, Edition)],
            "unread": [_reason(one) for one in editions if isinstance(one, Unread)],
        }
        for platform, editions in found
    ]
    return document({"version": VERSION, "platforms": listed})


def changed_json(found: TermsWatch) -> str:
    """`{"version": 1, "changes": [...], "unread": [...]}`, every field always there."""
    changes = [
        {
            "entries": [
                {
                    "slug": entry.slug,
                    "name": entry.name,
                    "checked": entry.checked.iso,
                    "says": entry.summary,
                    "unseen": entry in one.unseen,
                }
                for entry in one.entries
            ],
            "editions": [
                {
                    "collection": terms.collection,
                    "service": terms.service,
                    "regions": list(terms.audience.regions),
                    "regions_except": list(terms.audience.regions_except),
                }
                for terms in one.terms
            ],
            "document": one.document,
            "date": one.day.iso,
            "new": [passage.sentence.text for passage in one.new],
            "gone": [passage.sentence.text for passage in one.gone],
            "before": one.before,
            "after": one.after,
        }
        for one in found.changes
    ]
    unread = [_reason(one) for one in found.unread]
    return document({"version": VERSION, "changes": changes, "unread": unread})


def _edition(one: Edition, screen: Screen) -> Iterator[str]:
    readers = _readers(one.terms.audience)
    title = f"{one.document} of {one.terms.service}" + (f", {readers}" if readers else "")
    dated = f"; its own date is {_spoken.date(one.dated)}" if one.dated else ""
    yield terminal.paint(screen, title, "1")
    yield _said(
        screen, f"In {one.terms.collection}; it stands so since {_spoken.date(one.version.day)}{dated}.", "  ", "  "
    )
    yield from (f"  {address}" for address in (*one.addresses[:1], one.archived))
    cited = f"The entry cites it as {', '.join(one.sources)}." if one.sources else f"Not cited: {_left_out(readers)}."
    yield _said(screen, cited, "  ", "  ")
    for kind, heading in _TITLES.items():
        told = [passage for passage in one.passages if passage.passage.sentence.kind == kind]
        if told and not (kind == "mention" and any(one.passage.counts for one in one.passages)):
            yield f"  {heading}"
            yield from _passages(told if kind != "mention" else told[:_MOST_MENTIONS], screen)
    if not one.passages:
        yield "  It says nothing on training AI and names no way to object."
    if one.named:
        yield "  Whom or what it names"
        for named in one.named:
            label = f" ({named.address.label})" if named.address.label not in ("", named.address.to) else ""
            lacking = "" if named.is_known else ", which the entry lacks"
            yield _said(screen, f"{named.address.to}{label}{lacking}", "    ", "      ")


def _left_out(readers: str) -> str:
    return f"the entry leaves out this edition {readers}" if readers else "no source of the entry is this document"


def _passages(told: Iterable[Mentioned], screen: Screen) -> Iterator[str]:
    for one in told:
        sentence = one.passage.sentence
        marks = ["cited"] if one.is_cited else []
        marks += ["a rule for users"] if sentence.forbids else []
        note = f" [{', '.join(marks)}]" if marks else ""
        before = f"… {_clipped(one.passage.before, 12, tail=True)} " if one.passage.before else ""
        yield _said(screen, f"{before}“{_clipped(sentence.text)}”{note} (line {one.passage.line})", "    ", "      ")


def _unread(one: Unread, screen: Screen) -> Iterator[str]:
    yield terminal.paint(screen, f"{one.document} of {one.terms.service}", "1")
    yield _said(screen, f"Not read: {one.reason}.", "  ", "  ")


def _kept(one: ChangedTerms) -> str:
    """Which document changed, and in which editions."""
    editions = [
        f"{terms.collection}{', ' * bool(_readers(terms.audience))}{_readers(terms.audience)}" for terms in one.terms
    ]
    return f"{one.document} of {one.terms[0].service} ({'; '.join(editions)})"


def _readers(audience: Audience) -> str:
    """For whose readers an edition is, in words."""
    names = _spoken.regions()
    if audience.regions:
        return f"for readers in {', '.join(names.get(code, code) for code in audience.regions)}"
    if audience.regions_except:
        return f"for readers outside of {', '.join(names.get(code, code) for code in audience.regions_except)}"
    return ""


def _clipped(text: str, most: int = _MOST_WORDS, tail: bool = False) -> str:
    words = text.split()
    if len(words) <= most:
        return text
    return " ".join(words[-most:]) if tail else f"{' '.join(words[:most])} …"


def _foreign(passage: TermsPassage) -> str:
    return escaped(mentions.calling_nobody(shown(_clipped(passage.sentence.text))))


def _said(screen: Screen, text: str, first: str, rest: str, label: str = "") -> str:
    spans = (
        (Span("label", label), Span("text", text[len(label) :])) if label and screen.colour else (Span("text", text),)
    )
    return terminal.paragraph(spans, screen, first, rest)


def _finish(lines: Iterable[str], screen: Screen) -> str:
    whole = "".join(f"{line}\n" for line in lines)
    return whole if screen.unicode else terminal.to_ascii(whole)


def _plain(one: Edition) -> dict[str, Any]:
    return {
        "collection": one.terms.collection,
        "service": one.terms.service,
        "document": one.document,
        "regions": list(one.terms.audience.regions),
        "regions_except": list(one.terms.audience.regions_except),
        "since": one.version.day.iso,
        "dated": _iso(one.dated),
        "language": one.language,
        "addresses": list(one.addresses),
        "archived": one.archived,
        "sources": list(one.sources),
        "passages": [
            {
                "kind": found.passage.sentence.kind,
                "text": found.passage.sentence.text,
                "before": found.passage.before,
                "line": found.passage.line,
                "cited": found.is_cited,
                "rule_for_users": found.passage.sentence.forbids,
                "watched": found.passage.counts,
            }
            for found in one.passages
        ],
        "named": [
            {"address": named.address.to, "label": named.address.label or None, "known": named.is_known}
            for named in one.named
        ],
    }


def _reason(one: Unread) -> dict[str, str]:
    return {
        "collection": one.terms.collection,
        "service": one.terms.service,
        "document": one.document,
        "reason": one.reason,
    }


def _iso(day: Date | None) -> str | None:
    return day.iso if day else None
