"""What people type by mistake into `optout.toml`: told in plain words, each once, with what to type."""

import pytest
import yaml

from optout.project.mistyped import mistyped, reads
from tests.conftest import CASES, golden

_LISTS = ("languages", "only", "catalog")
_SLIPS: list[str] = yaml.safe_load((CASES / "mistyped.yaml").read_text("utf-8"))


def test_every_slip_is_told_as_the_file_beside_it_says() -> None:
    """The text, and below it each slip: line and column, what is wrong, and what to type."""
    told = []
    for text in _SLIPS:
        slips = "".join(f"    {one.line}:{one.column}: {one.said}: {one.typed}\n" for one in mistyped(text, _LISTS))
        told.append(f"{text}\n" + (slips or "    nothing\n"))
    golden(CASES / "mistyped.txt", "\n".join(told))


@pytest.mark.parametrize("text", [text for text in _SLIPS if "\n" not in text])
def test_what_a_slip_says_to_type_ends_it(text: str) -> None:
    """A line is told once, and what to type in its place is TOML."""
    slips = list(mistyped(text, _LISTS))
    assert len(slips) <= 1
    assert all(slip.typed is not None and reads(slip.typed) for slip in slips)


@pytest.mark.parametrize(
    "text", ['title = "x"\n\n# y\n', 'out = """\na = b\n"""\n', 'only = [\n  "a", # b\n  "c",\n]\n']
)
def test_what_is_toml_is_told_nothing(text: str) -> None:
    """However many lines a setting goes over."""
    assert not list(mistyped(text, _LISTS))
