"""Guides for the terminal."""

import re
from pathlib import Path

import pytest
from hypothesis import given

from optout.catalog import Catalog
from optout.guide import Guide, Reader, compose
from optout.model import Audience, Control, File, Menu, Platform
from optout.render import markdown, terminal
from optout.render.environment import PACKAGED
from optout.render.screen import Screen
from optout.render.wrap import width
from tests import strategies
from tests.conftest import CASES, golden, platform

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_OURS = re.compile(r"\x1b\[[0-9;]+m|\x1b\]8;;[^\x1b]*\x1b\\")


@pytest.mark.parametrize(
    ("slug", "columns", "full"),
    [("acme", 80, False), ("acme", 80, True), ("acme", 40, True), ("wall", 60, False), ("quiet", 80, True)],
)
def test_a_guide_is_as_in_its_file(slug: str, columns: int, full: bool, example: Catalog) -> None:
    """The guides under cases/guides were read by somebody."""
    name = f"{slug}-{columns}{'-full' if full else ''}.txt"
    golden(CASES / "guides" / name, terminal.guide(compose(platform(example, slug)), Screen(columns), full))


@pytest.mark.parametrize(("slug", "full"), [("acme", False), ("acme", True), ("wall", True), ("quiet", True)])
def test_a_german_guide_is_as_in_its_file(slug: str, full: bool, example: Catalog) -> None:
    """Read by somebody who speaks it; what the catalog says is English."""
    guide = compose(platform(example, slug), spoken="de")
    golden(CASES / "guides" / f"{slug}-de{'-full' if full else ''}.txt", terminal.guide(guide, Screen(80), full))


def test_colours_and_hyperlinks_are_as_in_their_file(acme: Platform) -> None:
    """Every escape sequence is one of ours, and each is closed."""
    text = terminal.guide(compose(acme), Screen(80, colour=True, links=True))
    golden(CASES / "guides" / "acme-colour.txt", text)
    assert text.count("\x1b]8;;https") == text.count("\x1b]8;;\x1b")


@given(strategies.platforms)
def test_lines_keep_to_the_width_and_nothing_reaches_the_terminal(generated: Platform) -> None:
    """At any width lines fit, addresses and texts to copy aside, and no control character is not ours."""
    guide = compose(generated)
    copied = {line.strip() for way in (guide.best, *guide.others) if way for step in way.steps if step.block
              for line in step.block.text.split("\n")}  # fmt: skip
    for columns in (40, 80):
        text = terminal.guide(guide, Screen(columns, colour=True, links=True), full=True)
        assert not _CONTROL.search(_OURS.sub("", text))
        for line in _OURS.sub("", terminal.guide(guide, Screen(columns), full=True)).split("\n"):
            if "://" not in line and "@" not in line and line.strip() not in copied:
                assert width(line) <= columns, line


def _lines(entry: Platform) -> list[str]:
    return terminal.guide(compose(entry), Screen(80)).splitlines()


def test_the_first_step_is_seen_at_once_and_the_guide_fits_one_screen(packaged: Catalog) -> None:
    """At 80 columns: in 95 of 100 guides a step within 12 lines, and in 90 of 100 all of it within 24."""
    entries = [decoded.entry for decoded in packaged if isinstance(decoded.entry, Platform)]
    shown = [_lines(entry) for entry in entries]
    long = sorted(entry.slug for entry, lines in zip(entries, shown, strict=True) if len(lines) > 24)
    assert len(long) <= len(entries) / 10, long
    stepped = [(entry, lines) for entry, lines in zip(entries, shown, strict=True) if compose(entry).best]
    late = [entry.slug for entry, lines in stepped if not any(re.match(r" +1[.–]", line) for line in lines[:12])]
    assert len(late) <= len(stepped) / 20, late


def test_the_short_guide_goes_the_menus_in_one_line_and_draws_nothing(acme: Platform) -> None:
    """A way is told once; the numbers of the steps are those of the full guide, whose last step is the same."""
    menus = (Menu("Settings"), Menu("Privacy", "at the bottom"), Menu("", "your photo"), Menu("Train"))
    control = Control("switch", "Train", ("help",), path=menus, switch="Train", set="off")
    guide = compose(acme._replace(controls=(control,), differences=()))
    short, full = terminal.guide(guide, Screen(80)), terminal.guide(guide, Screen(80), full=True)
    assert "  2–4. Choose “Settings” › “Privacy” (at the bottom) › your photo.\n  5. Switch “Train” off." in short
    assert "  4. Choose your photo.\n  5. Switch “Train” off." in full
    assert "└─" not in short + full
    linked = compose(acme._replace(controls=(control._replace(link="https://acme.example/train"),), differences=()))
    assert "└─" in terminal.guide(linked, Screen(80), full=True)
    assert "└─" not in terminal.guide(linked, Screen(80))


def test_that_others_have_no_way_is_said_after_the_steps(acme: Platform) -> None:
    """Who has one need not read past it."""
    none = Control("none", "Elsewhere", ("help",), absence="not-found", audience=Audience(regions=("US",)))
    guide = compose(acme._replace(controls=(*acme.controls, none)))
    for text in (
        terminal.guide(guide, Screen(80)),
        terminal.guide(guide, Screen(80), full=True),
        markdown.guide(guide),
    ):
        assert text.index("1. Open ") < text.index("No way to refuse was found")


def test_without_colour_labels_are_quoted_and_addresses_printed(acme: Platform) -> None:
    """What colour and hyperlinks would say, signs and addresses say."""
    text = terminal.guide(compose(acme), Screen(80))
    assert "Switch “Improve Acme for everyone” off." in text
    assert "https://acme.example/settings/privacy" in text
    assert "\x1b" not in text


def test_a_terminal_that_knows_ascii_only_gets_ascii(example: Catalog) -> None:
    """Quotes, arrows and drawings have plain counterparts; what has none becomes a question mark."""
    for slug in ("acme", "wall"):
        text = terminal.guide(compose(platform(example, slug)), Screen(80, unicode=False), full=True)
        assert text.isascii()
    assert '"Improve Acme for everyone"' in terminal.guide(compose(platform(example, "acme")), Screen(unicode=False))


def test_wide_characters_take_two_columns(example: Catalog) -> None:
    """The status stands at the right edge even beside a Chinese name."""
    first = terminal.guide(compose(platform(example, "wall")), Screen(80)).split("\n")[0]
    assert width(first) == 80
    assert len(first) == 79


@pytest.mark.parametrize("columns", [1, 39, 40, 100, 500])
def test_any_width_will_do(columns: int, acme: Platform) -> None:
    """Narrower than 40 columns is treated as 40, wider than 100 as 100."""
    text = terminal.guide(compose(acme), Screen(columns))
    assert max(width(line) for line in text.split("\n") if "://" not in line) <= max(40, min(columns, 100))


def _by_jinja(guide: Guide, full: bool, folder: Path) -> str:
    (folder / "guide.txt").write_text((PACKAGED / "guide.txt").read_text(encoding="utf-8"), encoding="utf-8")
    return terminal.guide(guide, Screen(80), full, folder)


@pytest.mark.slow
def test_the_packaged_template_says_what_is_shown_without_one(example: Catalog, tmp_path: Path) -> None:
    """Whoever copies it to change it begins with the same text to the letter, short and full, for several readers."""
    for slug in ("acme", "quiet", "wall"):
        for reader in (Reader(), Reader("US"), Reader("DE", "ios", "Gold")):
            guide = compose(platform(example, slug), reader)
            for full in (False, True):
                assert _by_jinja(guide, full, tmp_path) == terminal.guide(guide, Screen(80), full)


def test_a_text_to_copy_is_kept_letter_by_letter(acme: Platform, tmp_path: Path) -> None:
    """Blank lines in a row and spaces at the end of a line are part of a file, whichever template shows it."""
    control = next(one for one in acme.controls if one.file)
    changed = control._replace(file=File("robots.txt", "a  \n\n\n\nb\n  c"))
    guide = compose(acme._replace(controls=(changed,)))
    for shown in (terminal.guide(guide, Screen(80)), _by_jinja(guide, False, tmp_path)):
        assert "\n       a  \n       \n       \n       \n       b\n         c\n" in shown
