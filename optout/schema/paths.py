"""The way through menus: `Settings > (your photo) > Privacy (at the bottom)`, labels and hints."""

import re

from optout.model import Menu
from optout.schema import meant
from optout.schema.values import Report, line
from optout.source.node import Node, Scalar, Sequence

_ARROWS = r"\s*(?:→|➔|➜|›|»|⟩|⇒|->|=>)\s*|(?<=[^\s>-])>(?=[^\s>])"


# A label, in which round brackets may stand with more behind them, and a hint in such brackets at its end.
_STATION = re.compile(r"((?:[^()>](?:[^()>]|\([^()>]+\)(?=\s*[^\s()>]))*?)?)\s*(?:\(([^()]+)\))?")
# What stands for an escaped bracket while a station is read; no text of a catalog holds these.
_ESCAPED = {r"\(": "\ue028", r"\)": "\ue029"}
_UNESCAPED = {sign: escaped[1] for escaped, sign in _ESCAPED.items()}


def menus(node: Node, report: Report) -> tuple[Menu, ...] | None:
    r"""`Settings > (your photo) > Privacy (at the bottom)`: labels, and hints in round brackets.

    Brackets that belong to the end of a label have a backslash before each: `History \(beta\)`.
    """
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        labels = " > ".join(item.text for item in node.items if isinstance(item, Scalar))
        report(node.place, "wrong-kind", "this is a list", "one text with ` > ` between the labels", labels)
        return None
    found = line(node, report)
    if found is None:
        return None
    separated = meant.menus(re.sub(_ARROWS, " > ", found))
    if separated != found and not re.search(r"\s>\s", found):
        message = "between two menus stands another sign"
        report(node.place, "wrong-value", message, "` > ` between the labels", separated)
        return None
    stations = []
    for part in re.split(r"\s+>\s+", found):
        match = _STATION.fullmatch(_swapped(part, _ESCAPED))
        if match is None or not (match[1] or match[2]):
            expected = "labels with ' > ' between them, hints in round brackets, a label's own with \\ before each"
            report(node.place, "wrong-value", f"`{part}` cannot be read as a station of a path", expected)
            return None
        stations.append(Menu(*(_swapped(one or "", _UNESCAPED) for one in match.groups())))
    return tuple(stations)


def _swapped(text: str, signs: dict[str, str]) -> str:
    for one, other in signs.items():
        text = text.replace(one, other)
    return text
