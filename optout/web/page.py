"""From the bytes of a page to its text: HTML, plain text and PDF.

lxml reads HTML as a stream of events, which keeps its time linear: parsers that build a tree took minutes for tags
nested a hundred thousand deep, and html.parser eleven seconds for 50 kB of unclosed ones. What is read is kept line by
line as it comes, so that ten megabytes of single letters need no gigabyte.

Even so a page may be made to break its reader: `sandbox` calls this in a process of its own.
"""

import codecs
import io
import logging
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from lxml import etree

from optout.web.answer import Page

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
     "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td",
     "tfoot", "th", "thead", "title", "tr", "ul")
)  # fmt: skip
_SILENT = frozenset(("script", "style", "template", "svg", "math", "iframe", "object", "noscript"))
# What servers call ISO 8859-1 or ASCII is read as its superset: https://encoding.spec.whatwg.org/#names-and-labels
_LATIN = ("ascii", "iso8859-1", "latin-1")
# Python has codecs that are no charsets, among them some that unpack.
_CHARSETS = re.compile(
    r"utf-(?:8|16|32).*|iso8859-\d+|cp\d+|koi8-\w|gb\w+|big5\w*|shift_jis\w*|euc_\w+|iso2022_\w+|mac.*"
)
_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MOST_PDF_PAGES = 400
_FEW_WORDS = 40
_PIECE = 65536  # bytes given to the parser at a time


class _Unreadable(Exception):
    """A page that holds no text we can read; says why, after "the page"."""


def read(body: bytes, content_type: str) -> Page:
    """What a page says, or why it cannot be read: it is no text, is damaged, or shows (almost) nothing without scripts.

    Raises:
        MemoryError: there is not enough of it for this page.
    """
    try:
        return _read(body, content_type)
    except _Unreadable as error:
        return Page(problem=str(error))


def _read(body: bytes, content_type: str) -> Page:
    kind = content_type.split(";")[0].strip().lower()
    if body.startswith(b"%PDF-") or kind == "application/pdf":
        return Page("", _clean(_pdf(body)))
    if _is_html(body, kind):
        page = _html(body, content_type)
        if len(page.text.split(None, _FEW_WORDS)) < _FEW_WORDS and re.search(rb"<script", body, re.IGNORECASE):
            return page._replace(problem="shows its text only where scripts run: open it in a browser")
        return page
    if kind and not kind.startswith("text/") and not kind.endswith(("json", "xml")):
        raise _Unreadable(f"is no text ({_clean(kind)[:60]})")
    return Page("", _clean(decode(body, content_type)))


def decode(body: bytes, content_type: str) -> str:
    """Bytes as text. Servers err: so first what the bytes prove, then what header and page claim, if it is possible."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    header = re.search(r"charset\s*=\s*[\"']?([\w:.-]{1,40})", content_type, re.IGNORECASE)
    meta = _META.search(body[:4096])
    claimed = [header[1] if header else "", meta[1].decode("ascii", "replace") if meta else ""]
    # Bytes beyond ASCII that are valid UTF-8 are hardly ever anything else.
    order = [*claimed, "utf-8"] if body.isascii() else ["utf-8", *claimed]
    for name in filter(None, order):
        try:
            codec = codecs.lookup(name)
            if codec.name in _LATIN:
                codec = codecs.lookup("cp1252")
            if _CHARSETS.fullmatch(codec.name):
                return codec.incrementaldecoder("strict").decode(body)  # the last character may have been cut
        except (LookupError, UnicodeError):
            continue
    return body.decode("cp1252", "replace")


def _is_html(body: bytes, kind: str) -> bool:
    return kind in ("text/html", "application/xhtml+xml") or (not kind and body.lstrip()[:1] == b"<")


class _Text:
    """Collects the words of a page as the parser meets them, a block a line."""

    def __init__(self) -> None:
        self.title: list[str] = []
        self.lines = io.StringIO()
        self._block: list[str] = []
        self._silent = 0
        self._in_title = False

    def start(self, tag: str, attrib: object) -> None:
        if tag in _SILENT:
            self._silent += 1
        self._in_title = tag == "title" and not self.title
        if tag in _BLOCKS:
            self._end_block()

    def end(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1
        self._in_title = False
        if tag in _BLOCKS:
            self._end_block()

    def data(self, data: str) -> None:
        if not self._silent:
            (self.title if self._in_title else self._block).append(data)

    def close(self) -> None:
        """The parser asks for it when the page has ended."""
        self._end_block()

    def _end_block(self) -> None:
        if self._block:
            text = "".join(self._block)
            self._block.clear()
            if text.isascii() and text.isprintable():  # as most are: nothing to look for in it
                if line := " ".join(text.split()):
                    self.lines.write(f"{line}\n")
                return
            for line in _lines(text):
                self.lines.write(f"{line}\n")


def _html(body: bytes, content_type: str) -> Page:
    words = _Text()
    target: Any = words  # the type stubs want a class of their own
    parser = etree.HTMLParser(encoding="utf-8", target=target, huge_tree=True)
    text = memoryview(decode(body, content_type).replace("\0", "").encode("utf-8", "replace"))
    try:
        for start in range(0, len(text), _PIECE):
            parser.feed(bytes(text[start : start + _PIECE]))
        parser.close()
    except etree.LxmlError:
        words.close()  # what was read until then counts
    return Page(" ".join(_clean("".join(words.title)).split()), words.lines.getvalue().removesuffix("\n"))


def _pdf(body: bytes) -> str:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell the screen about every flaw it mended
    try:
        text = _pages(body)
    except (_Unreadable, MemoryError):
        raise
    except Exception as error:  # on damaged files pypdf raises all sorts of things
        raise _Unreadable("is a PDF that cannot be read") from error
    if not text.strip():
        raise _Unreadable("is a PDF of pictures, without text")
    return re.sub(r"(?<=[^\W\d_])-\n(?=[^\W\d_])", "", text)  # words divided at the end of a line


def _pages(body: bytes) -> str:
    from pypdf import PdfReader  # large, and most pages are none

    reader = PdfReader(io.BytesIO(body))
    if len(reader.pages) > _MOST_PDF_PAGES:
        raise _Unreadable(f"is a PDF of {len(reader.pages)} pages: too many")
    return "\n".join(page.extract_text() for page in reader.pages)


def _clean(text: str) -> str:
    """Lines with words in them; nothing that would steer a terminal or turn the direction of writing."""
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    for found in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        if line := " ".join(_shown(found[0]).split()):
            yield line


def _shown(line: str) -> str:
    if line.isascii() and line.isprintable():
        return line
    return "".join(
        " " if character.isspace() else character
        for character in line
        if character.isspace() or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
