"""Guides for the terminal: wrapped to its width, in colour and with hyperlinks only where they are wanted."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from optout.address.systems import system
from optout.guide.brief import brief
from optout.guide.guide import Block, Fact, Guide, Labels, Note, OnScreen, Part, Route, Step, Table, Way
from optout.prose import Sentence, Span
from optout.render import laid
from optout.render.screen import Screen
from optout.render.wrap import width

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
    if own and (own / "guide.txt").exists():
        return _by_template(_shown(guide, full), screen, own)
    return _laid(marked(guide, full), screen)


def marked(guide: Guide, full: bool = False) -> str:
    """The same as a text that is laid out once the screen is known, see `laid`."""
    return _Pen(guide.labels).page(_shown(guide, full))


def _shown(guide: Guide, full: bool) -> Guide:
    return guide.steps_first() if full else brief(guide)


def _laid(marked: str, screen: Screen) -> str:
    lines = laid.page(marked, screen.width, screen.colour, screen.links)
    return lines if screen.unicode else to_ascii(lines)


def steps(guide: Guide, screen: Screen, named: bool = False) -> str:
    """The steps of the first way, or of those that are needed together, and nothing else; or why there are none.

    `named` puts the platform's name above them.
    """
    pen = _Pen(guide.labels)
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
    return _laid("\n\n".join(([pen.heading(guide.name)] if named else []) + told), screen)


def _by_template(guide: Guide, screen: Screen, own: Path) -> str:
    """The guide by a template of the user's; the packaged one says what `page` does and is there to copy from."""
    from optout.render.environment import environment, render

    pen = _Pen(guide.labels)
    room = max(laid.MIN_WIDTH, min(screen.width, laid.MAX_WIDTH))

    def finished(mark: Callable[..., str]) -> Callable[..., str]:
        return lambda *given, **named: laid.lay(mark(*given, **named), room, screen.colour, screen.links)

    filters = {name: finished(mark) for name, mark in pen.filters().items()}
    return _laid(render(environment(filters, own), "guide.txt", {"guide": guide}), screen)


def paragraph(sentence: Sentence, screen: Screen, first: str = "", rest: str = "", labels: Labels = _UNLABELLED) -> str:
    """One sentence as lines for a terminal, `first` before the first of them and `rest` before the others."""
    room = max(laid.MIN_WIDTH, min(screen.width, laid.MAX_WIDTH))
    lines = laid.lay(_Pen(labels).sentence(sentence, first, rest), room, screen.colour, screen.links)
    return lines if screen.unicode else to_ascii(lines)


def marked_paragraph(sentence: Sentence, first: str = "", rest: str = "") -> str:
    """The same as a text that is laid out once the screen is known, see `laid`."""
    return _Pen().sentence(sentence, first, rest)


class _Pen:
    """Takes meaning and gives texts with marks, see `laid`; its methods are the filters of the terminal's template."""

    def __init__(self, labels: Labels = _UNLABELLED) -> None:
        self.labels = labels

    def filters(self) -> dict[str, Callable[..., str]]:
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

    def banner(self, guide: Guide) -> str:
        status = f"{guide.status.mark} {guide.status.label}"
        return laid.ends(guide.name, _STYLES["heading"], status, STATUS_STYLES[guide.status.id])

    def heading(self, text: str) -> str:
        return laid.looked(text, _STYLES["heading"])

    def sentence(self, sentence: Sentence, first: str = "", rest: str = "") -> str:
        """A paragraph."""
        return laid.paragraph(self.pieces(sentence), first, rest)

    def quiet(self, text: str, first: str = "", rest: str = "") -> str:
        return laid.paragraph([laid.piece(text, _STYLES["quiet"])], first, rest)

    def block(self, one: Block, indent: str = "") -> str:
        """A text to copy: never wrapped, because its lines count."""
        lines = one.text.split("\n")
        return "\n".join(f"{indent}{laid.looked(line, _STYLES['code'])}{laid.AS_IS}" for line in lines)

    def fact(self, fact: Fact, first: str = "", style: str = "") -> str:
        label = tuple(span._replace(kind="label") for span in fact.label)
        told = (*label, Span("text", ": "), *fact.text) if label else fact.text
        doubt = _led(f" {self.labels.not_certain}" if told else self.labels.not_certain, fact.doubt)
        pieces = self.pieces((*told, *(doubt if fact.doubt else ())), quotes=False)
        return laid.paragraph((laid.restyled(one, style) for one in pieces), first, " " * width(first))

    def route(self, route: Route, indent: str = "") -> str:
        """The drawn way: menus in a row, and below them the switch in its wanted position."""
        stations: list[str] = []
        for number, menu in enumerate(route.menus):
            stations += [laid.piece(" › ", _STYLES["quiet"])] if number else []
            stations.append(laid.piece(menu.label, _STYLES["label"]) if menu.label else laid.piece(f"({menu.hint})"))
        drawn = laid.paragraph(stations, indent, indent)
        if not route.switch:
            return drawn
        knob = {"off": f"○── {route.position}", "on": f"──● {route.position}", "": ""}.get(route.set, f"[{route.set}]")
        end = (laid.piece("└─ ", _STYLES["quiet"]), *map(laid.piece, (route.switch, "  ")), laid.piece(knob, "1"))
        return f"{drawn}\n{laid.paragraph(end, indent, f'{indent}   ')}"

    def source(self, note: Note) -> str:
        title = Span("link", note.title, note.url) if note.url else Span("text", note.title)
        remarks = (span for one in note.remarks for span in (Span("text", ", "), *one))
        said = (Span("text", f"{note.publisher}: "), title, Span("text", " ("), *tuple(remarks)[1:], Span("text", ")"))
        quote = (Span("text", f" “{note.quote}”"),) if note.quote else ()
        return laid.paragraph(self.pieces((*said, *quote)), f"  [{note.number}] ", "      ")

    def pieces(self, sentence: Sentence, quotes: bool = True) -> Iterator[str]:
        """A sentence's spans with their looks; what colour would say, quotes say where there is none."""
        for span in sentence:
            style = _STYLES.get(span.kind, "")
            if span.kind == "cite":
                yield laid.piece(f"[{span.text}]", style)
            elif span.kind == "link":
                yield _link(span, style)
            elif span.kind == "label" and quotes:
                yield laid.piece(span.text, style, span.text.join(self.labels.quotes))
            elif span.kind == "code":
                yield laid.piece(span.text, style, f"`{span.text}`")
            else:
                yield laid.piece(span.text, style)


def _link(span: Span, style: str) -> str:
    """The words as a hyperlink where the terminal knows them, else the address itself."""
    if system(span.target):  # which no terminal is known to open
        return laid.piece(span.target, style)
    if span.target.startswith("mailto:"):
        return laid.piece(span.text, style, linked=span.text, target=span.target)
    own = span.target.removeprefix("https://").removeprefix("www.").rstrip("/")
    alone = span.target if span.text == own else f"{span.text} <{span.target}>"
    return laid.piece(alone, style, linked=span.text, target=span.target)


def paint(screen: Screen, text: str, style: str, link: str = "") -> str:
    """Text with its look, where the screen has colours, and its hyperlink."""
    return laid.paint(text, style, link, screen.colour)


def _led(label: str, sentence: Sentence) -> Sentence:
    """A sentence with a label before it."""
    return (Span("text", f"{label} "), *sentence)


def to_ascii(text: str) -> str:
    """The nearest text in ASCII: quotes and arrows by table, accents dropped, anything else a question mark."""
    mapped = "".join(_ASCII.get(character, character) for character in text)
    simple = unicodedata.normalize("NFKD", mapped)
    kept = "".join(character for character in simple if not unicodedata.combining(character))
    return kept.encode("ascii", "replace").decode("ascii")
