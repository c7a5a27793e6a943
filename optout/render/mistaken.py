"""What is wrong with a template in plain words, with the nearest right name, where Jinja only knows the wrong one."""

import re
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError, UndefinedError
from jinja2.utils import missing

# https://jinja.palletsprojects.com/en/stable/templates/#list-of-control-structures
_BEGINNING = ("autoescape", "block", "call", "filter", "for", "if", "macro", "raw", "set", "trans", "with")
_TAGS = (*_BEGINNING, *(f"end{one}" for one in _BEGINNING), "elif", "else", "extends", "from", "import", "include")
_KINDS = {
    "str": "a text",
    "dict": "a table",
    "list": "a list",
    "tuple": "a list",
    "int": "a number",
    "bool": "a yes or no",
}
_LISTED = 30  # names, which a line can hold
_ALIKE = 0.8  # of two names of files, most of which end alike
# What Jinja says of the commonest slips, and what was done.
_SLIPS = (
    (r"unexpected '[%}]'", "here something ends otherwise than it began; expected `}}` after `{{`, `%}` after `{%`"),
    (r"expected token 'end of statement block', got '='", "a single `=` compares nothing; expected `==`"),
    (r"Encountered unknown tag '(end\w+|else|elif)'\..*", r"nothing is open that `{% \1 %}` could belong to"),
    (r"unexpected end of template, expected 'end of print statement'.*", "the last `{{` has no `}}`"),
    (r"unexpected end of template, expected 'end of statement block'.*", "the last `{%` has no `%}`"),
    (r"Missing end of comment tag", "the last `{#` has no `#}`"),
    (r"Unexpected end of template\..* closed is '(\w+)'\.", r"`{% \1 ... %}` is not closed; expected `{% end\1 %}`"),
    (r"'(\w+)' object is not callable", r"what stands before `(` cannot be called (\1); leave the brackets out"),
)


class NamedUndefined(StrictUndefined):
    """What a template asks something for that has no such part; it says which parts there are."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint or self._undefined_obj is missing or not isinstance(self._undefined_name, str):
            return super()._undefined_message
        return _no_part(self._undefined_obj, self._undefined_name)


def in_words(error: TemplateError, environment: Environment, names: Iterable[str]) -> str:
    """What is wrong, by Jinja's error; `names` are what stands in the template where it came up."""
    message = error.message or ""
    return slip(message) or _unknown(message, error, environment, names)


def slip(message: str) -> str:
    """What was done, by what Jinja or Python says of it; empty if this is no common slip."""
    found = ((re.fullmatch(pattern, message, re.DOTALL), said) for pattern, said in _SLIPS)
    return next((match.expand(said) for match, said in found if match), "")


def _unknown(message: str, error: TemplateError, environment: Environment, names: Iterable[str]) -> str:
    """What a name that is not there was meant to be, or Jinja's own words."""
    if isinstance(error, UndefinedError):
        found = re.fullmatch(r"'(.+)' is undefined", message)
        return f"there is nothing called `{found[1]}` here{near(found[1], names)}" if found else message
    for kind, known in (("filter", environment.filters), ("test", environment.tests), ("tag", _TAGS)):
        found = re.match(rf"(?:No {kind} named|Encountered unknown {kind}) '(.+?)'", message)
        if found and found[1] not in known:
            return f"there is no {kind} `{found[1]}`{near(found[1], known)}"
    return message


def near(name: str, known: Iterable[str]) -> str:
    """Behind what is not there: the name that was meant, or nothing; a name without a folder stands for one in it."""
    from difflib import get_close_matches

    names = [one for one in known if not one.startswith("_")]
    same = [one for one in sorted(names) if one.lower() == name.lower() or one.endswith(f"/{name}")]
    found = same[-1:] or get_close_matches(name, names, 1, _ALIKE if "." in name else 0.6)
    return f"; did you mean `{found[0]}`?" if found else ""


def _no_part(whole: Any, name: str) -> str:
    if whole is None:
        return f"`{name}` is asked of something that is not there (none); ask with {{% if ... %}} first"
    kind = type(whole).__name__
    parts = [str(one) for one in (whole if isinstance(whole, dict) else dir(whole)) if not str(one).startswith("_")]
    said = f"{_KINDS.get(kind, f'a {kind}')} has no `{name}`"
    if meant := near(name, parts):
        return said + meant
    is_ours = isinstance(whole, dict) or type(whole).__module__.startswith("optout.")
    return said + (f"; it has {', '.join(sorted(parts))}" if is_ours and 0 < len(parts) <= _LISTED else "")
