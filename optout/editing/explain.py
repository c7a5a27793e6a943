"""What each rule is about: the manuals of all problems that can be reported."""

import inspect
import sys

from optout.errors import UsageProblem
from optout.rules import CATALOG_RULES, RULES
from optout.schema.manual import READING


def manuals() -> dict[str, str]:
    """Every rule id in alphabetical order, with its manual: a sentence, why, and an example of each kind."""
    found = {rule.ID: inspect.cleandoc(sys.modules[rule.__name__].__doc__ or "") for rule in (*RULES, *CATALOG_RULES)}
    found.update((rule, inspect.cleandoc(text)) for rule, text in READING.items())
    return dict(sorted(found.items()))


def find(rule: str) -> str:
    """The manual of one rule.

    Raises:
        UsageProblem: there is no such rule.
    """
    known = manuals()
    if rule not in known:
        from difflib import get_close_matches

        near = "".join(f"did you mean {one}? " for one in get_close_matches(rule, known, 1))
        raise UsageProblem(f"there is no rule `{rule}`; {near}`optout check --rules` lists them all")
    return known[rule]
