"""Options that take one of a few words: in any case, and a wrong one is told with the one that was meant."""

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    _Choice = click.Choice[str]
else:
    _Choice = click.Choice  # which is not generic before click 8.2


class OneOf(_Choice):
    """One of a few words, in capitals or not."""

    def __init__(self, words: "tuple[str, ...] | list[str]") -> None:
        super().__init__(words, case_sensitive=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word as it is written here.

        Raises:
            click.BadParameter: it is none of them.
        """
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            words = [str(one) for one in self.choices]
            self.fail(f"there is no `{value}` here; use {_listed(words)}{_meant(str(value), words)}", param, ctx)


def _listed(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _meant(value: str, words: list[str]) -> str:
    """The word that is nearest, as a question."""
    from difflib import get_close_matches

    from optout.schema import meant

    near = get_close_matches(meant.word(value), words, 1)
    return f"; did you mean {near[0]}?" if near else ""
