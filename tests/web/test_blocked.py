"""The list of addresses known to turn programs away."""

from datetime import date
from pathlib import Path

import pytest

from optout.errors import OptoutError
from optout.web.blocked import PACKAGED, Blocked, expired, find, load

_LINE = 'reason = "shows a captcha"\nuntil = 2027-05-21\n'
_DAY = date(2027, 5, 21)


def _load(tmp_path: Path, text: str) -> tuple[Blocked, ...]:
    path = tmp_path / "blocked.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_the_packaged_list_is_sound() -> None:
    """Every line has a source, and an expiry at most half a year from the day on which it was written."""
    lines = load(PACKAGED)
    assert lines
    for line in lines:
        assert line.source.startswith("https://")
        assert line.until <= date(2027, 5, 21)
        assert find(lines, f"https://www.{line.host}/x", line.until) == line


@pytest.mark.parametrize(
    ("address", "covered"),
    [
        ("https://acme.example/terms", True),
        ("https://help.acme.example/", True),
        ("https://acme.example:8443/terms", True),
        ("https://notacme.example/", False),
        ("https://acme.example.org/", False),
    ],
)
def test_a_host_is_meant_with_everything_below_it(address: str, covered: bool, tmp_path: Path) -> None:
    """But not one whose name only looks alike."""
    (line,) = _load(tmp_path, f'[[blocked]]\nhost = "Acme.example"\n{_LINE}')
    assert line.covers(address) is covered


def test_an_address_is_meant_alone(tmp_path: Path) -> None:
    """Its neighbours are asked."""
    (line,) = _load(tmp_path, f'[[blocked]]\naddress = "https://acme.example/a"\n{_LINE}')
    assert line.covers("https://acme.example/a")
    assert not line.covers("https://acme.example/a/b")


def test_a_line_ends(tmp_path: Path) -> None:
    """It holds on its last day, and from the next on it is reported instead."""
    lines = _load(tmp_path, f'[[blocked]]\nhost = "acme.example"\n{_LINE}')
    assert find(lines, "https://acme.example/", _DAY)
    assert not expired(lines, _DAY)
    assert not find(lines, "https://acme.example/", date(2027, 5, 22))
    assert expired(lines, date(2027, 5, 22)) == lines


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[blocked]\n", "this is not TOML"),
        ('host = "a"\n', "expected only tables that begin with [[blocked]]"),
        ("blocked = 5\n", "expected only tables"),
        ("blocked = [5]\n", "number 1 of the list is no table"),
        (f"[[blocked]]\n{_LINE}", "number 1 of the list should name either a host or an address"),
        (f'[[blocked]]\nhost = "a"\naddress = "b"\n{_LINE}', "should name either"),
        ('[[blocked]]\nhost = "a"\nuntil = 2027-05-21\n', "has no `reason`"),
        ('[[blocked]]\nhost = "a"\nreason = "b"\n', "has no `until`"),
        ('[[blocked]]\nhost = "a"\nreason = "b"\nuntil = "soon"\n', "`until` should be a date"),
        ('[[blocked]]\nhost = "a"\nreason = "b"\nuntil = 2027-05-21T12:00:00\n', "`until` should be a date"),
        (f'[[blocked]]\nhost = ""\n{_LINE}', "`host` should be a text"),
        (f'[[blocked]]\nhosts = "a"\n{_LINE}', "has a field `hosts`; expected host or address"),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str, tmp_path: Path) -> None:
    """With the file, which line of the list, and what was expected."""
    with pytest.raises(OptoutError) as caught:
        _load(tmp_path, text)
    assert message in str(caught.value)
    assert "blocked.toml" in str(caught.value)


def test_a_list_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is not there, or not text."""
    with pytest.raises(OptoutError, match="cannot be read"):
        load(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OptoutError, match="this is not TOML"):
        load(tmp_path / "bytes.toml")
