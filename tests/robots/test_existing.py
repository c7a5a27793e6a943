"""A block in somebody's own file: put in, renewed, and nothing else touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.errors import OptoutError
from optout.robots.existing import BEGIN, END, before, has_block, merged

_BLOCK = f"# {BEGIN} --block training\nUser-agent: A\nDisallow: /\n# {END}\n"
_OLDER = f"# {BEGIN} --block all\nUser-agent: Z\nDisallow: /\n# {END}\n"


def test_a_new_block_stands_at_the_end_behind_a_blank_line() -> None:
    """A last line without an end gets one."""
    assert merged(b"", _BLOCK, "end", "f").decode() == _BLOCK
    assert merged(b"Sitemap: x\n", _BLOCK, "end", "f").decode() == f"Sitemap: x\n\n{_BLOCK}"
    assert merged(b"Sitemap: x", _BLOCK, "end", "f").decode() == f"Sitemap: x\n\n{_BLOCK}"


def test_for_apache_it_stands_at_the_start() -> None:
    """Rules that WordPress writes end the reading of those below."""
    assert merged(b"RewriteEngine On\n", _BLOCK, "start", "f").decode() == f"{_BLOCK}\nRewriteEngine On\n"


def test_a_block_is_renewed_where_it_stands() -> None:
    """What is above and below stays, and a second time changes nothing."""
    new = merged(f"above\n{_OLDER}below".encode(), _BLOCK, "end", "f")
    assert new.decode() == f"above\n{_BLOCK}below"
    assert merged(new, _BLOCK, "end", "f") == new


def test_marks_of_the_file_stay() -> None:
    """The mark of UTF-8 stays first, lines end as they do in the file, other bytes are as they were."""
    new = merged(b"\xef\xbb\xbfSitemap: \xff\r\nB: \xe9\r\n", _BLOCK, "start", "f")
    assert new.startswith(b"\xef\xbb\xbf# BEGIN")
    assert new.count(b"\n") == new.count(b"\r\n")
    assert new.endswith(b"\r\n\r\nSitemap: \xff\r\nB: \xe9\r\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"a\n# {BEGIN}\n", 2),
        (f"# {END}\n", 1),
        (f"# {END}\n# {BEGIN}\n", 2),
        (_OLDER + _OLDER, 5),
    ],
)
def test_marks_that_do_not_belong_together_are_named(text: str, line: int) -> None:
    """With their line; nothing is guessed."""
    with pytest.raises(OptoutError, match=rf"^f:{line}:1: .*delete the others"):
        merged(text.encode(), _BLOCK, "end", "f")


def test_utf_16_is_refused() -> None:
    """Crawlers would read nothing of it."""
    with pytest.raises(OptoutError, match="save it as UTF-8"):
        merged("User-agent: A\n".encode("utf-16"), _BLOCK, "end", "f")


@given(st.binary(max_size=80), st.binary(max_size=80))
def test_all_bytes_but_those_of_the_block_stay(above: bytes, below: bytes) -> None:
    """Whatever they are."""
    above, below = (part.replace(b"BEGIN", b"").replace(b"END", b"") for part in (above, below))
    above = above.lstrip(b"\xfe\xff")
    new = merged(above + b"\n" + _OLDER.encode() + below, _BLOCK, "end", "f")
    assert new.startswith(above + b"\n# BEGIN")
    assert new.endswith(below)
    assert has_block(new, "f")
    assert before(new, "f") == above + b"\n"
    assert merged(new, _BLOCK, "end", "f") == new
