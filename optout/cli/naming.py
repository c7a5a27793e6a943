"""What a name means that was not prepared, for the short way: asked as the long way asks, without click."""

from collections.abc import Sequence

from optout.catalog.locate import default_path, load
from optout.catalog.lookup import Found, Nothing, ask_all
from optout.errors import OptoutError
from optout.text import shown


def meant(words: Sequence[str]) -> tuple[str, list[str]] | str | None:
    """The platform of the packaged catalog and what is to be said first, or why there is none; None for all else."""
    try:
        first, *more = ask_all(load(default_path()), words)
    except OptoutError:
        return None
    if more:
        return None
    if isinstance(first, Nothing):
        return shown(first.message)
    return (first.platform.slug, [shown(note) for note in first.notes()]) if isinstance(first, Found) else None
