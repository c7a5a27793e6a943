"""Sentences as inline Markdown that no neighbour bends: what is written is read back, and means the same.

Markdown decides what a sign is by what stands beside it: two texts to type side by side are one, a citation before a
round bracket is a link. So spans are written knowing what comes before and after them, in a form that the readers
people use agree on (CommonMark, GitHub's, Python-Markdown, mistune): `&lt;` rather than `\\<`, which not all of them
know. What holds a sign at all is then read by a strict reader and compared with the sentence; should it ever mean
something else, every sign in it is written by its number, which no reader takes for markup.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from optout.prose import Sentence, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_STARS = ("label", "emphasis")

# Signs that all readers take by themselves after a backslash; any other is written by its number or name.
_BACKSLASH = frozenset("\\*[]#+-!(")
_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}

# What would be markup in the middle of a text, and what would be taken for an address and made a link of.
_MARKUP = re.compile(
    r"[\\`*\[\]<~|$^{]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|!(?=\[|$)|#(?=\s*$)|(?<=https):(?=//)|(?<=http):(?=//)|(?<=ftp):(?=//)"
    r"|(?<=mailto):|(?<=xmpp):|(?<=www)\.",
    re.IGNORECASE,
)
# What would begin a block at the start of a line: a heading, a quote, a list, a rule, a definition, an attribute list.
_START = re.compile(r"[#>+=:{|-]|(?<=\d)[.)](?=\s|$)")
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:(?:https?|ftp)://|\bwww\.)(?:[^\s<>\"`\\&]|&(?!#))*[^\s<>\"`\\.,;:!?)\]'’”*_~&]",
    re.IGNORECASE,
)
# Where nothing but letters and harmless signs stands, there is nothing to read back.
_QUIET = re.compile(r"(?:[^\W_]|[ ,;?'’‘“”„/%–—…·•→])(?:[^\W_]|[ .,;:?'’‘“”„/%()–—…·•→-])*")


def inline(sentence: Sentence) -> str:
    """The sentence on a line of its own, in a list or after other words: one line, no space at its ends."""
    spans = tuple(_joined(_starred(tuple(_joined(_parted(_joined(sentence)))))))
    written = _written(spans)
    if _is_quiet(spans) or _reads_as(written, spans):
        return written
    return _numbered(tuple(_joined(_parted(span._replace(kind="text") if _is_bent(span) else span for span in spans))))


def words(text: str) -> str:
    """Plain words; the same as a sentence of nothing else."""
    return inline((Span("text", text),))


def _joined(sentence: Iterable[Span]) -> Iterator[Span]:
    """The spans that Markdown can tell apart: white space as one space, neighbours of one kind as one, none empty."""
    kept: Span | None = None
    for span in (span for span in sentence if span.text):
        text = re.sub(r"\s+", " ", span.text)
        if kept and kept.kind == span.kind and span.kind not in ("cite", "link"):
            kept = kept._replace(text=re.sub(r"  +", " ", kept.text + text))
            continue
        if kept:
            yield kept
        kept = span._replace(text=text)
    if kept:
        yield kept


def _parted(sentence: Iterable[Span]) -> Iterator[Span]:
    """An address among the words is a text to type: some readers would make a link of it, which the guide has not."""
    for span in sentence:
        if span.kind in ("text", *_STARS):
            end = 0
            for found in _ADDRESS.finditer(span.text):
                yield span._replace(text=span.text[end : found.start()])
                yield Span("code", found[0])
                end = found.end()
            yield span._replace(text=span.text[end:])
        else:
            yield span


def _starred(spans: tuple[Span, ...]) -> Iterator[Span]:
    """Stars stay where all readers agree what they mean, and nothing else has stars beside them: else plain words."""
    for before, span, after in zip((None, *spans), spans, (*spans[1:], None), strict=False):
        is_clear = _is_edge(span.text, before, -1) and _is_edge(span.text, after, 0)
        yield span if span.kind not in _STARS or is_clear else span._replace(kind="text")


def _is_edge(text: str, neighbour: Span | None, place: int) -> bool:
    """Whether space, letters within or a bracket outside tell to which side the stars of a text belong.

    Which other signs count as punctuation (is `™` one?) is not the same in all versions of CommonMark.
    """
    inner = text[-1 - place]
    if inner.isspace() or neighbour is None:
        return bool(text.strip())
    if neighbour.kind not in ("text", *_STARS):
        return True
    outer = neighbour.text[place]
    if outer.isspace() or neighbour.kind in _STARS:
        return outer.isspace()
    return inner.isalnum() or (outer.isascii() and not outer.isalnum())


def _written(spans: tuple[Span, ...]) -> str:
    parts: list[str] = []
    for position, span in enumerate(spans):
        before = parts[-1] if parts else ""
        after = spans[position + 1] if position + 1 < len(spans) else None
        parts.append(_span(span, before, after))
    return "".join(parts).strip()


def _span(span: Span, before: str, after: Span | None) -> str:
    if span.kind == "text":
        return _text(span.text, before, after)
    if span.kind == "code":
        return _code(span.text)
    if span.kind == "link":
        return _link(span.text, span.target)
    if span.kind == "cite":
        return f"{', ' if before.endswith(']') else ''}[{span.text}]"
    if span.kind == "guide":
        return f"[{_code(span.text)}]({span.text}.md)"
    mark = "**" if span.kind == "label" else "*"
    inner = span.text.strip()
    outer = span.text.partition(inner)
    return f"{outer[0]}{mark}{_escaped(inner)}{mark}{outer[2]}"


def _text(text: str, before: str, after: Span | None) -> str:
    escaped = _escaped(text if before else text.lstrip())
    if not before:
        escaped = _led(escaped)
    if before.endswith("]") and escaped[:1] in ("(", ":"):
        escaped = _sign(escaped[0]) + escaped[1:]
    if after and after.kind == "link" and escaped.endswith("!"):
        escaped = f"{escaped[:-1]}\\!"
    if after and after.kind == "cite" and not text.strip(" ,") and before.endswith("]"):
        return ", "  # [1] [2] are two links to some readers and one to others
    return escaped


def _led(escaped: str) -> str:
    """The beginning of a line, where more signs mean something."""
    found = re.match(r"\d*", escaped)
    place = found.end() if found else 0
    if _START.match(escaped, place) and (place == 0 or escaped[place] in ".)"):
        return f"{escaped[:place]}{_sign(escaped[place])}{escaped[place + 1 :]}"
    return escaped


def _code(text: str) -> str:
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _link(text: str, target: str) -> str:
    address = f"<{target}>" if re.search(r"[()_*]", target) else target
    # Not `\\]`: what ends so, with a colon, is a definition to some readers.
    inner = _led(_escaped(text.strip())).replace("\\[", _numeral("[")).replace("\\]", _numeral("]"))
    return f"[{inner}]({address})" if inner else ""


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda found: _sign(found[0]), text)


def _sign(sign: str) -> str:
    if sign in _BACKSLASH:
        return f"\\{sign}"
    return _NAMED.get(sign) or _numeral(sign)


def _numeral(sign: str) -> str:
    return f"&#{ord(sign)};"


def _numbered(spans: tuple[Span, ...]) -> str:
    """The sentence with every sign by its number and labels as plain words; links, citations and addresses are kept."""
    parts = []
    for span in spans:
        if span.kind == "cite":
            parts.append(f"[{span.text}][]")
        elif span.kind == "guide":
            parts.append(f"[{_code(span.text)}]({span.text}.md)")
        elif span.kind == "link":
            parts.append(f"[{_by_number(span.text)}](<{span.target}>)")
        elif span.kind == "code" and _ADDRESS.fullmatch(span.text):
            parts.append(_code(span.text))
        else:
            parts.append(_by_number(span.text))
    return "".join(parts).strip()


def _by_number(text: str) -> str:
    return "".join(one if one.isalnum() or one == " " else _numeral(one) for one in text)


def _is_bent(span: Span) -> bool:
    """Whether it is a kind of words that signs stand around: where these were misread it is plain words."""
    return span.kind in ("label", "emphasis", "code")


# Reading back


def _is_quiet(spans: tuple[Span, ...]) -> bool:
    """Whether nothing in it could be markup: words, and citations that follow words."""
    return all(
        (span.kind == "text" and _QUIET.fullmatch(span.text) and not re.search(r"www\.|://|mailto:", span.text, re.I))
        or (span.kind == "cite" and position > 0)
        for position, span in enumerate(spans)
    ) and not any(
        one.kind == "cite" and other.kind == "text" and other.text[:1] in "(:" for one, other in pairwise(spans)
    )


def html(text: str) -> str:
    """A page that somebody wrote as HTML; what HTML stands in it is text."""
    from markdown_it import MarkdownIt

    made: str = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).render(text)
    return made


@cache
def _reader() -> "MarkdownIt":
    """What is strict about it: HTML counts, tables and struck words too, so that nothing of theirs goes unnoticed."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _reads_as(written: str, spans: tuple[Span, ...]) -> bool:
    """Whether a reader finds one paragraph with just these words, links and citations."""
    numbers = {span.text for span in spans if span.kind == "cite"}
    references = {number.upper(): {"title": "", "href": f"cite:{number}"} for number in numbers}
    tokens = _reader().parse(written, {"references": references})
    if not written:
        return not any(span.text.strip() for span in spans)
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return False
    return _read(tokens[1].children or []) == _meant(spans)


_Read = tuple[str, list[tuple[str, str]]]


def _read(tokens: "list[Token]") -> _Read | None:
    """The words without citations, and every link with its words; None if something else is there."""
    said: list[str] = []
    links: list[tuple[str, str]] = []
    opened: list[int] = []
    for token in tokens:
        if token.type == "link_open":
            links.append((str(token.attrs["href"]), ""))
            opened.append(len(said))
        elif token.type == "link_close":
            start = opened.pop()
            inside = "".join(said[start:])
            links[-1] = (links[-1][0], inside)
            if links[-1][0].startswith("cite:"):
                del said[start:]
        elif token.type in ("text", "code_inline", "text_special"):
            said.append(token.content)
        elif token.type not in ("strong_open", "strong_close", "em_open", "em_close"):
            return None
    return _squeezed("".join(said)), links


def _meant(spans: tuple[Span, ...]) -> _Read:
    said = "".join(span.text for span in spans if span.kind != "cite")
    links = [
        (_leads(span), span.text.strip())
        for span in spans
        if span.kind in ("cite", "guide") or (span.kind == "link" and span.text.strip())
    ]
    return _squeezed(said), links


def _leads(span: Span) -> str:
    """Where a span leads, as the reader gives it back: with what is no ASCII percent-encoded."""
    if span.kind == "cite":
        return f"cite:{span.text}"
    return f"{span.text}.md" if span.kind == "guide" else _reader().normalizeLink(span.target)


def _squeezed(text: str) -> str:
    """Words to compare: the commas that keep two citations apart, and how much white space there is, say nothing."""
    return re.sub(r"[\s,]+", "", text)
