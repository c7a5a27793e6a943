"""What does not suit every reader is cut out of an address by its parts, and nothing that only looks like it."""

import pytest

from optout.catalog import Catalog
from optout.editing.check import mended
from tests.conftest import CASES, TODAY

_ENTRY = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")


def _mended(address: str) -> tuple[str, list[str]]:
    """The address of a setting after `--fix`, and the rules that still find something."""
    entry = _ENTRY.replace("set: off", f"set: off, link: '{address}'")
    after = mended(Catalog(entry.encode(), "x"), TODAY)
    return after.data.decode().split("link: '")[1].split("'")[0], [problem.rule for problem in after.problems]


@pytest.mark.parametrize(
    ("address", "cut"),
    [
        ("/en-us/settings?hl=en", "/settings"),
        ("/EN_us/?utm_source=x&a=b&gclid=3#top", "/?a=b#top"),
        ("/terms&privacy?hl=en", "/terms&privacy"),
        ("/AT&T/?hl=en", "/AT&T/"),
        ("/?lang=en&id=5#/s?tab=1", "/?id=5#/s?tab=1"),
        ("/?LANG=en", "/"),
        ("/de-de?x=1", "?x=1"),
        ("/hc/en-us/articles/1", "/hc/articles/1"),
        ("/intl/de/privacy", "/privacy"),
    ],
)
def test_a_locale_and_a_parameter_are_cut_out(address: str, cut: str) -> None:
    """Whole steps of the path and whole parts of the query; an ampersand elsewhere is a letter like others."""
    assert _mended(f"https://example.com{address}") == (f"https://example.com{cut}", [])


@pytest.mark.parametrize(
    "address",
    [
        *("/my-ai/settings", "/no-ai", "/go-to/privacy", "/opt-in/is-it/on", "/to-do/as-in", "/us/privacy", "/en/x"),
        *("/x?redirect=/en-us/x", "/x#/en-us/y?hl=en", "/x?highlight=en", "/x?lang", "/a-hl=en", "/en-usa/x"),
    ],
)
def test_what_only_looks_like_it_stays(address: str) -> None:
    """Words with a hyphen, what is inside of a query or behind a #, names that begin alike."""
    assert _mended(f"https://example.com{address}") == (f"https://example.com{address}", [])


@pytest.mark.parametrize("address", ["/Lens-Site/de_DE/-/EUR/View", "/anatel/pt-br/privacy"])
def test_a_locale_further_on_is_left_to_a_person(address: str) -> None:
    """The address may be made of it: it is named, and not mended."""
    assert _mended(f"https://example.com{address}") == (f"https://example.com{address}", ["foreign-address"])
