"""Signs of JSON and of programs in texts that have none: YAML shows a backslash as it stands, but for double quotes."""

import re

_ESCAPE = re.compile(r"\\(?:[\"']|[nrt](?![a-z])|u[0-9a-fA-F]{4})")
_IN_SENTENCE = re.compile(r"\\(?:[\"']|[nrt](?=\w{2}|\W|$)|u[0-9a-fA-F]{4})")
_FOLDER = re.compile(r"\b[A-Za-z]:\\|\\\\\w|%\w+%")
_CODED = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_FEW_BLANKS = 4  # in what is a label rather than a sentence


def escape(text: str) -> str:
    """The first such sign in a text; empty if there is none, as in the name of a folder."""
    found = _pattern(text).search(text)
    return found[0] if found else ""


def unescaped(text: str) -> str:
    """What the text says without these signs, in one paragraph."""
    pattern = _pattern(text)
    plain = _CODED.sub(lambda run: bytes.fromhex(run[0].replace(r"\u", "")).decode("utf-16-be", "replace"), text)
    plain = pattern.sub(lambda one: one[0][1] if one[0][1] in "\"'" else " ", plain)
    return re.sub(r"\s+", " ", plain).strip()


def _pattern(text: str) -> re.Pattern[str]:
    """Within a label a backslash may part menus, and what comes after it begin one in small letters."""
    is_sentence = text.count(" ") >= _FEW_BLANKS and not _FOLDER.search(text)
    return _IN_SENTENCE if is_sentence else _ESCAPE
