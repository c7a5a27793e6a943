"""What is taken from an exported file: addresses, ids of apps and a title, and which place they had."""

from typing import Literal, NamedTuple

Why = Literal["damaged", "note", "bin", "empty"]


class Login(NamedTuple):
    """An entry with addresses (or ids of apps: `androidapp://com.example`), or with a title alone.

    `place` is the line on which it begins, or its number among the entries where a format has no lines that a person
    could go to; `file` the one of an archive that it stands in. `is_page`: it is a page that somebody kept or went to.
    """

    place: int
    addresses: tuple[str, ...] = ()
    title: str = ""
    file: str = ""
    is_page: bool = False


class Passed(NamedTuple):
    """An entry that is no login: cut off or misshapen, a note or a card, thrown away, or without address and title."""

    place: int
    why: Why
    file: str = ""


Item = Login | Passed
