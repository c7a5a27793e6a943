"""Pages that break their reader break a process of its own, and nothing else."""

import io
import threading
from collections.abc import Iterator

import pytest

from optout.web.answer import Page, Response
from optout.web.sandbox import ReadingLimits, Sandbox
from tests.web.local import QUOTE, pdf


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Processes with the limits that are in use, but on the clock: tests share this machine with others."""
    with Sandbox(ReadingLimits(cpu=4, wall=120)) as sandbox:
        yield sandbox


def test_pages_are_read_one_after_the_other(sandbox: Sandbox) -> None:
    """HTML and PDF, in whatever order; bytes and text of any kind come through whole."""
    for _ in range(2):
        assert sandbox.page("<title>A\u2028“ü”</title><p>日本\nb".encode(), "text/html") == Page("A “ü”", "日本\nb")
        assert sandbox.page(pdf(QUOTE), "application/pdf") == Page("", QUOTE)
        assert sandbox.page(b"\x89PNG", "image/png").problem == "is no text (image/png)"


def test_only_the_beginning_of_a_body_is_kept(sandbox: Sandbox) -> None:
    """With its size, and with what it says."""
    body = b"<title>Help</title>" + b"<p>words</p>" * 20_000
    answer = sandbox.read(Response("a", "a", status=200, content_type="text/html", body=body))
    assert (answer.size, len(answer.body), answer.page.title) == (len(body), 65536, "Help")
    assert answer.page.text.count("words") == 20_000
    assert sandbox.read(Response("a", "a")).page == Page()


def _bomb(pages: int) -> bytes:
    """A small PDF whose pages share one content stream of a million letters."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("x"))))
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf " + b"1 0 0 1 20 100 Tm (We train.) Tj " * 60_000 + b" ET")
    shared = writer._add_object(content.flate_encode())
    first = writer.pages[0]
    first[NameObject("/Contents")] = shared
    for _ in range(pages - 1):
        writer.add_page(first)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.slow
def test_a_page_that_takes_too_long_is_given_up(sandbox: Sandbox) -> None:
    """A PDF of 100 kB that would take an hour ends with its process, and the next page is read by another."""
    bomb = _bomb(300)
    assert len(bomb) < 200_000
    assert sandbox.page(bomb, "application/pdf").problem == "takes too long to read: could not be read"
    assert sandbox.page(b"<p>words", "text/html").text == "words"


@pytest.mark.slow
def test_a_page_that_takes_too_much_memory_is_given_up() -> None:
    """Here ten megabytes of words where there is room for few; the next page is read."""
    with Sandbox(ReadingLimits(cpu=60, wall=120, memory=60_000_000)) as sandbox:
        problem = sandbox.page(b"<p>" + b"word " * 2_000_000, "text/html").problem
        assert problem == "takes too much memory to read: could not be read"
        assert sandbox.page(b"<p>words", "text/html").text == "words"


@pytest.mark.slow
def test_ten_megabytes_are_read_in_little_memory() -> None:
    """The largest page there may be, of one letter a block, under the limit that is in use."""
    with Sandbox(ReadingLimits(cpu=120, wall=300)) as sandbox:
        page = sandbox.page(b"<p>a. " * 1_666_666, "text/html")
        assert (page.problem, page.text.count("\n")) == ("", 1_666_665)


@pytest.mark.slow
def test_a_clock_on_the_wall_ends_what_waits() -> None:
    """Where a system has no limit on processor time, or a parser sleeps."""
    with Sandbox(ReadingLimits(cpu=600, wall=1)) as sandbox:
        assert sandbox.page(_bomb(300), "application/pdf").problem == "takes too long to read: could not be read"


@pytest.mark.slow
def test_several_threads_share_the_processes(sandbox: Sandbox) -> None:
    """Each gets the answer to its own page."""
    found: dict[int, str] = {}

    def read(number: int) -> None:
        found[number] = sandbox.page(f"<p>number {number}".encode(), "text/html").text

    threads = [threading.Thread(target=read, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: f"number {number}" for number in range(12)}
