"""Guides for the terminal: wrapped to its width, in colour and with hyperlinks only where they are wanted."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from optout.address.systems import system
from optout.guide.brief import brief
from optout.guide.guide import Block, Fact, Guide, Labels, Note, OnScreen, Part, Route, Step, Table, Way
from optout.prose import Sentence, Span
from optout.render.screen import Screen
from optout.render.wrap import Piece, Word, width, words, wrap

MIN_WIDTH = 40
MAX_WIDTH = 100

# Ends a line that is to be copied, until spaces and blank lines elsewhere are tidied; no catalog can contain it.
_AS_IS = "\0"

_UNLABELLED = Labels()

# By meaning, styled last: SGR parameters of ECMA-48.
_STYLES = {"label": "1", "emphasis": "3", "code": "36", "link": "4", "cite": "2", "heading": "1", "quiet": "2"}
STATUS_STYLES = {
    "opt-out": "1;33",
    "no-control": "1;31",
    "depends": "1;33",
    "opt-in": "1;36",
    "no-training": "1;32",
    "not-known": "1;35",
}
_ASCII = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "›": ">", "→": "->", "•": "*",
    "·": "-", "✓": "+", "✗": "x", "└": "`", "─": "-", "○": "o", "●": "*", "│": "|", "━": "-",
}  # fmt: skip


def guide(guide: Guide, screen: Screen, full: bool = False, own: Path | None = None) -> str:
    """The guide as lines for a terminal: what fits one screen, or with `full` everything."""
    shown = guide.steps_first() if full else brief(guide)
    pen = _Pen(screen._replace(width=max(MIN_WIDTH, min(screen.width, MAX_WIDTH))), guide.labels)
    return pen.finish(_by_template(pen, shown, own) if own and (own / "guide.txt").exists() else pen.page(shown))


def steps(guide: Guide, screen: Screen, named: bool = False) -> str:
    """The steps of the first way, or of those that are needed together, and nothing else; or why there are none.

    `named` puts the platform's name above them.
    """
    pen = _Pen(screen._replace(width=max(MIN_WIDTH, min(screen.width, MAX_WIDTH))), guide.labels)
    bare = brief(guide)
    part = bare.part("steps")
    ways = part.ways if part else ()
    told = [
        "\n".join(
            filter(
                None,
                (
                    pen.quiet(one.name) if len(ways) > 1 else "",
                    pen.steps(one.steps),
                    pen.on_screen(one.own_labels) if one.own_labels else "",
                ),
            )
        )
        for one in ways
    ]
    if not told:
        told = [pen.sentence(bare.verdict), *map(pen.fact, bare.answer)]
    return pen.finish("\n\n".join(([pen.heading(guide.name)] if named else []) + told))


def _by_template(pen: "_Pen", guide: Guide, own: Path) -> str:
    """The guide by a template of the user's; the packaged one says what `page` does and is there to copy from."""
    from optout.render.environment import environment, render

    return render(environment(pen.filters(), own), "guide.txt", {"guide": guide})


def paragraph(sentence: Sentence, screen: Screen, first: str = "", rest: str = "", labels: Labels = _UNLABELLED) -> str:
    """One sentence as lines for a terminal, `first` before the first of them and `rest` before the others."""
    pen = _Pen(screen._replace(width=max(MIN_WIDTH, min(screen.width, MAX_WIDTH))), labels)
    lines = pen.sentence(sentence, first, rest)
    return lines if screen.unicode else to_ascii(lines)


class _Pen:
    """Takes meaning and gives finished lines; its methods are the filters of the terminal's template."""

    def __init__(self, screen: Screen, labels: Labels = _UNLABELLED) -> None:
        self.screen = screen
        self.labels = labels

    def filters(self) -> dict[str, Callable[..., Any]]:
        names = ("head", "part", "banner", "heading", "sentence", "quiet", "facts", "table", "way", "steps", "source")
        return {name: getattr(self, name) for name in names}

    def page(self, guide: Guide) -> str:
        """The whole guide: what `templates/guide.txt` says."""
        return "\n\n".join((self.head(guide), *map(self.part, guide.parts)))

    def head(self, guide: Guide) -> str:
        """The name and the status, the verdict, for whom it is, and what holds where there are no steps."""
        said = [self.sentence(one) for one in (guide.title, guide.verdict) if one]
        shown = [self.sentence(one) for one in guide.shown_for]
        gap = [""] if guide.title else []
        return "\n\n".join(("\n".join((self.banner(guide), *gap, *said)), *shown, *map(self.fact, guide.answer)))

    def part(self, part: Part) -> str:
        """A part under its heading; facts of one without are paragraphs, in the background unless they have a label."""
        look = _STYLES["quiet"] if part.id in ("about", "more") or part.ways else ""
        parts = (
            self.heading(part.title) if part.title else "",
            self.sentence(part.lead),
            self.table(part.table) if part.table else "",
            "\n\n".join(self.way(one, len(part.ways) > 1) for one in part.ways),
            self.facts(part.facts, "  • " if part.title and not part.ways else "", look),
            "\n".join(map(self.source, part.notes)),
        )
        return "\n".join(filter(None, parts))

    def facts(self, facts: Iterable[Fact], first: str = "  • ", style: str = "") -> str:
        return "\n".join(self.fact(fact, first, "" if fact.label else style) for fact in facts)

    def table(self, table: Table) -> str:
        """A table that has no room here: of each row the first two cells, then the others with their headers."""
        return "\n".join(line for row in table.rows for line in self._row(table.header, row))

    def _row(self, header: Sequence[str], row: Sequence[Sentence]) -> Iterator[str]:
        yield self.sentence(row[0], "  • ")
        yield self.sentence(row[1], "    ")
        for title, cell in zip(header[2:], row[2:], strict=True):
            if cell:
                mark = "" if title.endswith("?") else ":"
                yield self.sentence((Span("text", f"{title}{mark} "), *cell), "    ")

    def way(self, way: Way, numbered: bool = False) -> str:
        """One way: what it takes, its steps, how one can tell, and what else is to be said of it.

        The first way needs its number only beside others.
        """
        labels = self.labels
        number = f"{way.number}. " if numbered or way.number != 1 else ""
        lines = [
            *([self.quiet(f"{number}{way.name}")] if way.name else []),
            self.sentence(way.takes),
            self.steps(way.steps),
        ]
        lines += [self.on_screen(way.own_labels)] if way.own_labels else []
        lines += [self.sentence(way.done, "  ✓  ")] if way.done else []
        lines += [self.route(way.drawn, "  ")] if way.drawn else []
        lines += [self.sentence(one, "  ", "  ") for remark in way.remarks for one in remark.texts]
        lines += [self.sentence((Span("text", way.not_seen),), "  ?  ")] if way.not_seen else []
        lines += [self.sentence(_led(labels.not_certain, way.doubt), "  ?  ")] if way.doubt else []
        lines += [self.sentence(_led(labels.evidence, way.cites), "  ", "  ")] if way.cites else []
        lines += [self.quiet(labels.languages, "  ", "  ")] if way.labels else []
        lines += [self.on_screen(one) for one in way.labels]
        return "\n".join(lines)

    def on_screen(self, one: OnScreen) -> str:
        """What a way is called on a screen in another language."""
        doubt = _led(f". {self.labels.not_certain}", one.doubt) if one.doubt else ()
        cites = (Span("text", " "), *one.cites) if one.cites else ()
        return self.sentence((*one.said, *doubt, *cites), "  ", "     ")

    def steps(self, steps: Sequence[Step]) -> str:
        """Numbered steps, and below each the text to copy for it."""
        digits = len(str(sum(step.actions for step in steps)))
        number, lines = 1, []
        for step in steps:
            last = number + step.actions - 1
            numbers = f"{number}" if step.actions == 1 else f"{number}–{last}"
            lines.append(self.sentence(step.text, f"  {numbers:>{digits}}. ", " " * (digits + 4)))
            number = last + 1
            lines += [self.block(step.block, "       ")] if step.block else []
        return "\n".join(lines)

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

    def sentence(self, sentence: Sentence, first: str = "", rest: str = "") -> str:
        """A paragraph."""
        return self.lines(self.pieces(sentence), first, rest)

    def quiet(self, text: str, first: str = "", rest: str = "") -> str:
        return self.lines(iter([Piece(text, _STYLES["quiet"])]), first, rest)

    def block(self, one: Block, indent: str = "") -> str:
        """A text to copy: never wrapped, because its lines count."""
        return "\n".join(f"{indent}{self.paint(line, _STYLES['code'])}{_AS_IS}" for line in one.text.split("\n"))

    def fact(self, fact: Fact, first: str = "", style: str = "") -> str:
        label = tuple(span._replace(kind="label") for span in fact.label)
        told = (*label, Span("text", ": "), *fact.text) if label else fact.text
        doubt = _led(f" {self.labels.not_certain}" if told else self.labels.not_certain, fact.doubt)
        pieces = self.pieces((*told, *(doubt if fact.doubt else ())), quotes=False)
        styled = (piece._replace(style=piece.style or style) for piece in pieces)
        return self.lines(styled, first, " " * width(first))

    def route(self, route: Route, indent: str = "") -> str:
        """The drawn way: menus in a row, and below them the switch in its wanted position."""
        stations: list[Piece] = []
        for number, menu in enumerate(route.menus):
            stations += [Piece(" › ", _STYLES["quiet"])] if number else []
            stations.append(Piece(menu.label, _STYLES["label"]) if menu.label else Piece(f"({menu.hint})"))
        drawn = self.lines(iter(stations), indent, indent)
        if not route.switch:
            return drawn
        knob = {"off": f"○── {route.position}", "on": f"──● {route.position}", "": ""}.get(route.set, f"[{route.set}]")
        end = (Piece("└─ ", _STYLES["quiet"]), Piece(route.switch), Piece("  "), Piece(knob, "1"))
        return f"{drawn}\n{self.lines(iter(end), indent, f'{indent}   ')}"

    def source(self, note: Note) -> str:
        title = Span("link", note.title, note.url) if note.url else Span("text", note.title)
        remarks = (span for one in note.remarks for span in (Span("text", ", "), *one))
        said = (Span("text", f"{note.publisher}: "), title, Span("text", " ("), *tuple(remarks)[1:], Span("text", ")"))
        quote = (Span("text", f" “{note.quote}”"),) if note.quote else ()
        return self.lines(self.pieces((*said, *quote)), f"  [{note.number}] ", "      ")

    def pieces(self, sentence: Sentence, quotes: bool = True) -> Iterator[Piece]:
        """A sentence's spans with their looks; what colour would say, quotes say where there is none."""
        plain = not self.screen.colour
        for span in sentence:
            style = _STYLES.get(span.kind, "")
            if span.kind == "cite":
                yield Piece(f"[{span.text}]", style)
            elif span.kind == "link":
                yield self.link(span, style)
            elif span.kind == "label" and plain and quotes:
                yield Piece(span.text.join(self.labels.quotes))
            elif span.kind == "code":
                yield Piece(f"`{span.text}`" if plain else span.text, style)
            else:
                yield Piece(span.text, style)

    def link(self, span: Span, style: str) -> Piece:
        """The words as a hyperlink where the terminal knows them, else the address itself."""
        if system(span.target):  # which no terminal is known to open
            return Piece(span.target, style)
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


def _led(label: str, sentence: Sentence) -> Sentence:
    """A sentence with a label before it."""
    return (Span("text", f"{label} "), *sentence)


def to_ascii(text: str) -> str:
    """The nearest text in ASCII: quotes and arrows by table, accents dropped, anything else a question mark."""
    mapped = "".join(_ASCII.get(character, character) for character in text)
    simple = unicodedata.normalize("NFKD", mapped)
    kept = "".join(character for character in simple if not unicodedata.combining(character))
    return kept.encode("ascii", "replace").decode("ascii")
