"""From the bytes of a page to its text: HTML, plain text and PDF.

lxml reads HTML as a stream of events, which keeps its time linear: parsers that build a tree took minutes for tags
nested a hundred thousand deep, and html.parser eleven seconds for 50 kB of unclosed ones.
"""

import codecs
import io
import logging
import re
import unicodedata
from typing import Any, NamedTuple

from lxml import etree
from pypdf import PdfReader

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


class Unreadable(Exception):
    """A page that holds no text we can read; says why, after "the page"."""


class Page(NamedTuple):
    """The title and the text of a page, one block a line, without control characters."""

    title: str
    text: str


def read(body: bytes, content_type: str) -> Page:
    """The text of a page.

    Raises:
        Unreadable: it is no text, cannot be read, or shows (almost) nothing without running scripts.
    """
    kind = content_type.split(";")[0].strip().lower()
    if body.startswith(b"%PDF-") or kind == "application/pdf":
        return Page("", _clean(_pdf(body)))
    if _is_html(body, kind):
        page = _html(body, content_type)
        if len(page.text.split()) < _FEW_WORDS and re.search(rb"<script", body, re.IGNORECASE):
            raise Unreadable("shows its text only where scripts run: open it in a browser")
        return page
    if kind and not kind.startswith("text/") and not kind.endswith(("json", "xml")):
        raise Unreadable(f"is no text ({_clean(kind)[:60]})")
    return Page("", _clean(decode(body, content_type)))


def title(body: bytes, content_type: str) -> str:
    """The title of an HTML page, of which `body` may be only the beginning; empty if it has none."""
    kind = content_type.split(";")[0].strip().lower()
    return _html(body, content_type).title if _is_html(body, kind) else ""


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
    """Collects the words of a page as the parser meets them."""

    def __init__(self) -> None:
        self.title: list[str] = []
        self.parts: list[str] = []
        self._silent = 0
        self._in_title = False

    def start(self, tag: str, attrib: object) -> None:
        if tag in _SILENT:
            self._silent += 1
        self._in_title = tag == "title" and not self.title
        if tag in _BLOCKS:
            self.parts.append("\n")

    def end(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1
        self._in_title = False
        if tag in _BLOCKS:
            self.parts.append("\n")

    def data(self, data: str) -> None:
        if not self._silent:
            (self.title if self._in_title else self.parts).append(data)

    def close(self) -> None:
        """Nothing is left to do; the parser asks for it."""


def _html(body: bytes, content_type: str) -> Page:
    words = _Text()
    target: Any = words  # the type stubs want a class of their own
    parser = etree.HTMLParser(encoding="utf-8", target=target, huge_tree=True)
    text = decode(body, content_type).replace("\0", "").encode("utf-8", "replace")
    try:
        parser.feed(text)
        parser.close()
    except etree.LxmlError:
        pass  # what was read until then counts
    return Page(" ".join(_clean("".join(words.title)).split()), _clean("".join(words.parts)))


def _pdf(body: bytes) -> str:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell the screen about every flaw it mended
    try:
        text = _pages(body)
    except Unreadable:
        raise
    except Exception as error:  # on damaged files pypdf raises all sorts of things
        raise Unreadable("is a PDF that cannot be read") from error
    if not text.strip():
        raise Unreadable("is a PDF of pictures, without text")
    return re.sub(r"(?<=[^\W\d_])-\n(?=[^\W\d_])", "", text)  # words divided at the end of a line


def _pages(body: bytes) -> str:
    reader = PdfReader(io.BytesIO(body))
    if len(reader.pages) > _MOST_PDF_PAGES:
        raise Unreadable(f"is a PDF of {len(reader.pages)} pages: too many")
    return "\n".join(page.extract_text() for page in reader.pages)


def _clean(text: str) -> str:
    """Lines with words in them; nothing that would steer a terminal or turn the direction of writing."""
    lines = (" ".join(_shown(line).split()) for line in re.split(r"[\n\r\u2028\u2029]+", text))
    return "\n".join(line for line in lines if line)


def _shown(line: str) -> str:
    if line.isascii() and line.isprintable():
        return line
    return "".join(
        " " if character.isspace() else character
        for character in line
        if character.isspace() or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
