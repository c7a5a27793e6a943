"""A catalog's text in its canonical form, for tests that have it as text rather than as bytes."""

from typing import NamedTuple

from optout.editing.format import format_data
from optout.problem import Problem


class FormattedText(NamedTuple):
    """What `format_data` gives, its `data` as text."""

    text: str
    rewritten: tuple[str, ...]
    moved: bool
    problems: tuple[Problem, ...]


def format_text(text: str, file: str = "platforms.yaml") -> FormattedText:
    """The catalog `text` in its canonical form; `file` is its name in the places of problems."""
    done = format_data(text.encode(), file)
    return FormattedText(done.data.decode(), *done[1:])
