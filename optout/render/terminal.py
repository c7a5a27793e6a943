"""Guides for the terminal: wrapped to its width, in colour and with hyperlinks only where they are wanted."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from optout.guide.guide import Block, Fact, Guide, Note, Route, Way
from optout.guide.words import upper_first
from optout.prose import Sentence, Span
from optout.render.screen import Screen
from optout.render.wrap import Piece, Word, width, words, wrap

MIN_WIDTH = 40
MAX_WIDTH = 100

# Ends a line that is to be copied, until spaces and blank lines elsewhere are tidied; no catalog can contain it.
_AS_IS = "\0"

# By meaning, styled last: SGR parameters of ECMA-48.
_STYLES = {"label": "1", "emphasis": "3", "code": "36", "link": "4", "cite": "2", "heading": "1", "quiet": "2"}
STATUS_STYLES = {"opt-out": "1;33", "no-control": "1;31", "depends": "1;33", "opt-in": "1;36", "no-training": "1;32"}
_ASCII = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "›": ">", "→": "->", "•": "*",
    "·": "-", "✓": "+", "✗": "x", "└": "`", "─": "-", "○": "o", "●": "*", "│": "|", "━": "-",
}  # fmt: skip


def guide(guide: Guide, screen: Screen, full: bool = False, own: Path | None = None) -> str:
    """The guide as lines for a terminal: what fits one screen, or with `full` everything."""
    pen = _Pen(screen._replace(width=max(MIN_WIDTH, min(screen.width, MAX_WIDTH))))
    narrow = " ".join(f"--{axis}={example}" for axis, example in guide.varies_by)
    context = {"guide": guide, "full": full, "narrow": narrow}
    return pen.finish(_fill(pen.filters(), context, own))


def paragraph(sentence: Sentence, screen: Screen, first: str = "", rest: str = "") -> str:
    """One sentence as lines for a terminal, `first` before the first of them and `rest` before the others."""
    pen = _Pen(screen._replace(width=max(MIN_WIDTH, min(screen.width, MAX_WIDTH))))
    lines = pen.para(sentence, first, rest)
    return lines if screen.unicode else to_ascii(lines)


def _fill(filters: dict[str, Callable[..., Any]], context: dict[str, Any], own: Path | None) -> str:
    """The template filled in: the user's own by Jinja, the packaged one by the Python that was made from it."""
    if own and (own / "guide.txt").exists():
        from optout.render.environment import environment, render

        return render(environment(filters, own), "guide.txt", context)
    from optout.render.precompiled import fill

    return "".join(fill(filters, **context))


class _Pen:
    """The filters of the terminal's template; every one takes meaning and gives finished lines."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {
            "banner": self.banner,
            "heading": self.heading,
            "para": self.para,
            "cited": self.cited,
            "quiet": self.quiet,
            "block": self.block,
            "route": self.route,
            "source": self.source,
            "cost": self.cost,
            "others": self.others,
            "fact": self.fact,
            "doubt": self.doubt,
            "cell": self.cell,
            "numbered": numbered,
        }

    def finish(self, text: str) -> str:
        lines = [line.rstrip() for line in text.strip("\n").split("\n")]
        kept = [line for number, line in enumerate(lines) if line or lines[number - 1]]
        whole = "\n".join(kept).replace(_AS_IS, "") + "\n"
        return whole if self.screen.unicode else to_ascii(whole)

    def banner(self, guide: Guide) -> str:
        status = f"{guide.status.mark} {guide.status.label}"
        room = self.screen.width - width(guide.name) - width(status)
        painted = self.paint(status, STATUS_STYLES[guide.status.id])
        name = self.lines(iter([Piece(guide.name, _STYLES["heading"])]))
        return f"{name}{' ' * room}{painted}" if room >= 2 else f"{name}\n{painted}"

    def heading(self, text: str) -> str:
        return self.paint(text, _STYLES["heading"])

    def cited(self, sentence: Sentence, first: str = "", rest: str = "") -> str:
        """A paragraph with its citations."""
        return self.lines(self.pieces(sentence, cites=True), first, rest)

    def para(self, sentence: Sentence | str, first: str = "", rest: str = "") -> str:
        """A paragraph without its citations, whose numbers mean nothing where no sources are listed."""
        spans = (Span("text", sentence),) if isinstance(sentence, str) else sentence
        return self.lines(self.pieces(spans, cites=False), first, rest)

    def quiet(self, text: str, first: str = "", rest: str = "") -> str:
        return self.lines(iter([Piece(text, _STYLES["quiet"])]), first, rest)

    def block(self, one: Block, indent: str = "") -> str:
        """A text to copy: never wrapped, because its lines count."""
        return "\n".join(f"{indent}{self.paint(line, _STYLES['code'])}{_AS_IS}" for line in one.text.split("\n"))

    def fact(self, fact: Fact, first: str = "", full: bool = False) -> str:
        label = (Span("label", f"{fact.label}:"), Span("text", " ")) if fact.label else ()
        doubt = (Span("text", " Not certain: "), *fact.doubt) if fact.doubt else ()
        pieces = self.pieces((*label, *fact.text, *doubt), cites=full, quotes=False)
        return self.lines(pieces, first, " " * width(first))

    def doubt(self, sentence: Sentence, first: str, full: bool = False) -> str:
        """What is not certain, said to be so."""
        return self.lines(self.pieces((Span("text", "Not certain: "), *sentence), cites=full), first)

    def cell(self, sentence: Sentence, header: str) -> str:
        """A cell of a table that has no room here: its header before it."""
        mark = "" if header.endswith("?") else ":"
        return self.lines(self.pieces((Span("text", f"{header}{mark} "), *sentence), cites=True), "    ")

    def cost(self, way: Way) -> str:
        """What a way takes, in one line: "Switch off: 2 steps on the web. Requires: signed in."."""
        taken = " ".join(part for part in (way.cost, way.where) if part)
        taken += f", {way.audience}" if way.audience else ""
        said = f"{upper_first(way.action)}: {taken}."
        needs = (Span("text", " Requires: "), *way.needs, Span("text", ".")) if way.needs else ()
        each = (Span("text", f" To be chosen anew for each {way.each}."),) if way.each else ()
        starts = (Span("text", f" {way.starts}"),) if way.starts else ()
        return self.lines(self.pieces((Span("text", said), *needs, *starts, *each), cites=False))

    def route(self, route: Route, indent: str = "") -> str:
        """The drawn way: menus in a row, and below them the switch in its wanted position."""
        stations: list[Piece] = []
        for number, menu in enumerate(route.menus):
            stations += [Piece(" › ", _STYLES["quiet"])] if number else []
            stations.append(Piece(menu.label, _STYLES["label"]) if menu.label else Piece(f"({menu.hint})"))
        drawn = self.lines(iter(stations), indent, indent)
        if not route.switch:
            return drawn
        knob = {"off": "○── off", "on": "──● on", "": ""}.get(route.set, f"[{route.set}]")
        end = (Piece("└─ ", _STYLES["quiet"]), Piece(route.switch), Piece("  "), Piece(knob, "1"))
        return f"{drawn}\n{self.lines(iter(end), indent, f'{indent}   ')}"

    def others(self, ways: Iterable[Way], first: str = "") -> str:
        """The other ways in a few words each."""
        about = [(f"{way.number}. {way.name}", (way.action, way.where, way.audience)) for way in ways]
        named = "; ".join(f"{name} ({', '.join(filter(None, said))})" for name, said in about)
        return self.lines(iter([Piece(named)]), first, " " * width(first))

    def source(self, note: Note, first: str = "", rest: str = "") -> str:
        dated = note.date.spoken if note.date else "undated"
        title = Span("link", note.title, note.url) if note.url else Span("text", f"{note.title} (address not known)")
        spans = [Span("text", f"{note.publisher}: "), title, Span("text", f" ({note.kind}, {dated})")]
        if note.archived:
            spans += [Span("text", " "), Span("link", "archived copy", note.archived)]
        if note.quote:
            spans += [Span("text", f" “{note.quote}”")]
        return self.lines(self.pieces(tuple(spans), cites=True), first, rest)

    def pieces(self, sentence: Sentence, cites: bool, quotes: bool = True) -> Iterator[Piece]:
        """A sentence's spans with their looks; what colour would say, quotes say where there is none."""
        plain = not self.screen.colour
        for position, span in enumerate(sentence):
            style = _STYLES.get(span.kind, "")
            if span.kind == "cite":
                if cites:
                    yield Piece(f"[{span.text}]", style)
            elif span.kind == "link":
                yield self.link(span, style)
            elif span.kind == "label" and plain and quotes:
                yield Piece(f"“{span.text}”")
            elif span.kind == "code":
                yield Piece(f"`{span.text}`" if plain else span.text, style)
            elif cites or position + 1 == len(sentence) or not _only_cites(sentence[position + 1 :]):
                yield Piece(span.text, style)
            else:
                yield Piece(span.text.rstrip(), style)

    def link(self, span: Span, style: str) -> Piece:
        """The words as a hyperlink where the terminal knows them, else the address itself."""
        if self.screen.links:
            return Piece(span.text, style, span.target)
        if span.target.startswith("mailto:"):
            return Piece(span.text, style)
        own = span.target.removeprefix("https://").removeprefix("www.").rstrip("/")
        return Piece(span.target if span.text == own else f"{span.text} <{span.target}>", style)

    def lines(self, pieces: Iterator[Piece], first: str = "", rest: str = "") -> str:
        indent = rest or " " * width(first)
        wrapped = wrap(words(pieces), self.screen.width - max(width(first), width(indent)))
        drawn = [" ".join(map(self.word, line)) for line in wrapped]
        return "\n".join(f"{indent if number else first}{line}" for number, line in enumerate(drawn))

    def word(self, word: Word) -> str:
        return "".join(self.paint(piece.text, piece.style, piece.link) for piece in word)

    def paint(self, text: str, style: str, link: str = "") -> str:
        return paint(self.screen, text, style, link)


def paint(screen: Screen, text: str, style: str, link: str = "") -> str:
    """Text with its look, where the screen has colours, and its hyperlink."""
    painted = f"\x1b[{style}m{text}\x1b[0m" if style and screen.colour and text else text
    return f"\x1b]8;;{link}\x1b\\{painted}\x1b]8;;\x1b\\" if link else painted


def numbered(items: Iterable[Any]) -> list[tuple[str, Any]]:
    """Items with their numbers, right-aligned."""
    listed = list(items)
    digits = len(str(len(listed)))
    return [(f"{number:>{digits}}", item) for number, item in enumerate(listed, 1)]


def _only_cites(spans: Sentence) -> bool:
    return all(span.kind == "cite" or not span.text.strip() for span in spans)


def to_ascii(text: str) -> str:
    """The nearest text in ASCII: quotes and arrows by table, accents dropped, anything else a question mark."""
    mapped = "".join(_ASCII.get(character, character) for character in text)
    simple = unicodedata.normalize("NFKD", mapped)
    kept = "".join(character for character in simple if not unicodedata.combining(character))
    return kept.encode("ascii", "replace").decode("ascii")
