"""From the bytes of a page to its words."""

import tracemalloc

import pytest

from optout.web import page
from optout.web.answer import Page
from tests.counting import counted
from tests.web.local import pdf

_LONG = " ".join(["word"] * 60)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("naïve “café”".encode(), "text/html; charset=utf-8"),
        ("naïve “café”".encode(), "text/html"),
        ("naïve “café”".encode(), "text/html; charset=iso-8859-1"),
        ("naïve “café”".encode("cp1252"), "text/html; charset=iso-8859-1"),
        ("naïve “café”".encode("cp1252"), "text/html; charset=utf-8"),
        ("naïve “café”".encode("cp1252"), "text/html; charset=no-such-thing"),
        ("naïve “café”".encode("cp1252"), "text/html; charset=base64"),
        ("naïve “café”".encode("cp1252"), "text/html; charset=bz2"),
        ("naïve “café”".encode("cp1252"), "text/html; charset=idna"),
        ('<meta charset="cp1252">naïve “café”'.encode("cp1252"), "text/html"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=utf-8">naïve “café”'.encode(), "text/html"),
        ("naïve “café”".encode("utf-8-sig"), "text/html; charset=cp1252"),
        ("naïve “café”".encode("utf-16"), "text/html"),
        (b"\xff\xfe" + "naïve “café”".encode("utf-16-le"), "text/html; charset=utf-8"),
        ("naïve “café”".encode("utf-16-le"), "text/html; charset=utf-16-le"),
        ("naïve “café”é".encode()[:-1], "text/html"),
    ],
)
def test_the_charset_is_found(body: bytes, content_type: str) -> None:
    """Header, meta, byte order mark or none, right or wrong, and even with the last character cut in half."""
    assert page.read(body, content_type).text == "naïve “café”"


@pytest.mark.parametrize("name", ["shift_jis", "euc-jp", "gb18030", "iso-2022-jp", "big5"])
def test_charsets_of_east_asia(name: str) -> None:
    """They are read as the server says."""
    assert page.decode("日本".encode(name), f"text/html; charset={name}") == "日本"


def test_html_becomes_lines_of_words() -> None:
    """A block a line; what is not shown is left out; words are not torn where only their look changes."""
    html = (
        "<!doctype html><html><head><title>The\n title</title><style>p{}</style><script>var a = '<p>no';</script>"
        "<body><h1>Head</h1><p>One <b>bo</b>ld &amp; two&nbsp;three<br>four<ul><li>five<li>six</ul>"
        "<!-- no --><template>no</template><svg><title>no</title></svg>tail"
        f"<p>{_LONG}</body></html>"
    )
    found = page.read(html.encode(), "text/html")
    assert found == Page("The title", "Head\nOne bold & two three\nfour\nfive\nsix\ntail\n" + _LONG)


def test_nothing_steers_the_terminal() -> None:
    """Escape sequences and marks that turn the direction of writing do not come through."""
    html = "<title>a\x1b[31mb\u202e</title><p>\x1b]8;;x\x07c\u200bd"
    assert page.read(html.encode(), "text/html") == Page("a[31mb", "]8;;xcd")


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (b"plain\r\n  words", "text/plain", "plain\nwords"),
        (b'{"a": 1}', "application/json", '{"a": 1}'),
        (b"<p>typeless", "", "typeless"),
        (b"typeless", "", "typeless"),
    ],
)
def test_other_texts(body: bytes, content_type: str, text: str) -> None:
    """Plain text, JSON, and what comes without a type."""
    assert page.read(body, content_type).text == text


def test_a_pdf_is_read() -> None:
    """By its type or by its first bytes; words divided at the end of a line are joined."""
    assert page.read(pdf("We train on posts."), "application/pdf").text == "We train on posts."
    assert page.read(pdf("We train on posts."), "application/octet-stream").text == "We train on posts."


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"\x89PNG", "image/png", "is no text (image/png)"),
        (b"%PDF-1.7 rubbish", "application/pdf", "is a PDF that cannot be read"),
        (b"<div id=app></div><script src=a.js></script>", "text/html", "shows its text only where scripts run"),
    ],
)
def test_what_cannot_be_read_says_why(body: bytes, content_type: str, reason: str) -> None:
    """Pictures, damaged files, and pages that are empty without scripts."""
    assert page.read(body, content_type).problem.startswith(reason)


def test_a_pdf_that_cannot_be_read_says_why() -> None:
    """One that is cut off, and one that a scanner made."""
    assert page.read(pdf("words")[:300], "application/pdf").problem.startswith("is a PDF that cannot be read")
    assert page.read(pdf(""), "application/pdf").problem.startswith("is a PDF of pictures, without text")


@pytest.mark.slow
@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 200_000,
        "<b>x" * 200_000,
        "<a" * 400_000,
        "<a b='" * 100_000,
        "<!--" * 200_000,
        "</" * 400_000,
        "<a " + "".join(f"b{number}=c " for number in range(100_000)) + ">",
        "&" * 400_000,
        "<![CDATA[" * 100_000,
        "<script>" * 100_000,
        "\0" * 400_000,
        "<meta charset=" * 60_000,
    ],
)
def test_hostile_markup_costs_no_more_than_its_length(hostile: str) -> None:
    """Whatever is nested, left open or repeated a hundred thousand times: a few calls for each sign at most."""
    body = f"<p>{_LONG}</p>{hostile}".encode()
    assert counted(lambda: page.read(body, "text/html")) <= 4 * len(body)


@pytest.mark.slow
def test_a_large_page_is_kept_line_by_line() -> None:
    """Half a million blocks of one letter need a few times their size, not a hundred times."""
    body = b"<p>a. " * 500_000
    tracemalloc.start()
    try:
        assert page.read(body, "text/html").text.count("\n") == 499_999
        assert tracemalloc.get_traced_memory()[1] < 8 * len(body)
    finally:
        tracemalloc.stop()
