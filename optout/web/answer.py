"""What came back when an address was asked: values only, the network is `fetch`'s business."""

from typing import Literal, NamedTuple

# Why there is no answer at all.
Failure = Literal[
    "",
    "no-host",  # the name server says that there is no such host
    "no-connection",  # refused, reset, or the name server did not answer
    "timeout",
    "protocol",  # something else than HTTP came back
    "certificate",
    "private",  # the address leads into a private network, where nobody else's reader could follow
    "scheme",  # it leads to something else than a page on the web
    "circle",  # redirects that come back, or too many of them
    "not-asked",  # the host had already turned away others in this run
    "unexpected",  # something that nobody has thought of
]

# Headers that say how an answer may be used.
SAYS = ("x-robots-tag", "tdm-reservation", "content-usage", "content-signal")
PERMANENT = (301, 308)
REDIRECTS = (*PERMANENT, 302, 303, 307)


class Hop(NamedTuple):
    """One redirect: its status code, and the whole address that it leads to."""

    status: int
    to: str


class Page(NamedTuple):
    """What a page says: its title and its text, one block a line, without control characters.

    `problem` says why there is no text, in words that go after "the page".
    """

    title: str = ""
    text: str = ""
    problem: str = ""


class Response(NamedTuple):
    """What one address answered, at the end of all redirects.

    `status` is 0 where there was no answer; then `failure` says of which kind and `detail` puts it in words. `says` are
    the headers that say how it may be used. `body` is unpacked but not decoded, `broken` says why it ended too early,
    and `complete` is False if it did, or was cut at the size limit. `page` is what was read from the body; once it has
    been, only the beginning of the body is kept, and `size` says how many bytes there were.
    """

    address: str
    final: str
    hops: tuple[Hop, ...] = ()
    status: int = 0
    failure: Failure = ""
    detail: str = ""
    content_type: str = ""
    retry_after: str = ""
    challenged: bool = False
    says: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    complete: bool = True
    broken: str = ""
    page: Page = Page()
    size: int = 0
