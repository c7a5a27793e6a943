"""What each rule is about: the manuals of all problems that can be reported, in parts, and where a site has them."""

import inspect
import sys
from itertools import groupby
from textwrap import dedent
from typing import NamedTuple

from optout.errors import NotFound
from optout.rules import CATALOG_RULES, CHANGE_RULES, RULES
from optout.schema.manual import FROM_ARCHIVE, READING

_RULES = (*RULES, *CATALOG_RULES, *CHANGE_RULES)


class ManualPart(NamedTuple):
    """A paragraph of a manual on one line, code in it between backticks; or the lines of an example."""

    text: str
    is_example: bool


def manuals() -> dict[str, str]:
    """Every rule id in alphabetical order, with its manual: a sentence, why, and an example of each kind."""
    found = {rule.ID: inspect.cleandoc(sys.modules[rule.__name__].__doc__ or "") for rule in _RULES}
    found.update((rule, inspect.cleandoc(text)) for rule, text in {**READING, **FROM_ARCHIVE}.items())
    return dict(sorted(found.items()))


def find(rule: str) -> str:
    """The manual of one rule.

    Raises:
        NotFound: there is no such rule.
    """
    known = manuals()
    if rule not in known:
        from difflib import get_close_matches

        near = "".join(f"did you mean {one}? " for one in get_close_matches(rule, known, 1))
        raise NotFound(f"there is no rule `{rule}`; {near}`optout check --rules` lists them all")
    return known[rule]


def parts(manual: str) -> tuple[ManualPart, ...]:
    """A manual as its paragraphs and examples; an example is indented, and may have empty lines in it."""
    found: list[ManualPart] = []
    for is_example, blocks in groupby(manual.split("\n\n"), lambda block: block.startswith(" ")):
        if is_example:
            found.append(ManualPart(dedent("\n\n".join(blocks)), True))
        else:
            found += [ManualPart(" ".join(block.split()), False) for block in blocks]
    return tuple(found)


def page(rule: str) -> str:
    """The path of the page of a rule in every site, below its root."""
    return f"rules/{rule}.html"
