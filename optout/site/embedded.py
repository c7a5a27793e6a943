"""Data inside a page, for search engines and for its script."""

import json
from typing import Any

from markupsafe import Markup

# So that no text can end the element it stands in, or a line in it.
_HARMLESS = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def embedded(value: Any) -> Markup:
    """A value as JSON that is fit to stand in a script element."""
    text = compact(value)
    for sign, escaped in _HARMLESS.items():
        text = text.replace(sign, escaped)
    return Markup(text)


def compact(value: Any) -> str:
    """A value as JSON in few bytes, for a script of its own."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
