"""Catalogs as different hands write them: the same entries in any style of YAML, with comments, and damaged."""

import re
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from optout.model import Audience, Control, Date, Menu, Platform
from tests.strategies import platforms

_RENAMED = {"absence": "none", "id": ""}
_SPECIAL = re.compile(
    r"""^[-?:,\[\]{}#&*!|>'"%@`=<~]|: |:$| #|[,\[\]{}]|^[\d.+]|^(?i:y|n|yes|no|on|off|true|false|null)$"""
)


class Written(NamedTuple):
    """A catalog's text, and the comments in it, no two of them the same."""

    text: str
    comments: tuple[str, ...]


def fields(part: Any) -> Any:
    """What an entry has to say so that it is read as `part`, as dictionaries, lists and texts."""
    match part:
        case Date():
            return part.iso
        case tuple() if part and isinstance(part[0], Menu):
            return " > ".join(f"{menu.label} ({menu.hint})" if menu.hint else menu.label for menu in part)
        case Platform():
            named = {"see": dict(part.see), "sources": {source.id: fields(source) for source in part.sources}}
            return _given({**part._asdict(), **named}, {"slug": part.slug, "trainer": "operator"})
        case Control():
            way = {"set": part.set or "off"} if part.how == "switch" else {}
            return _given({**part._asdict(), **way}, {"how": part.how, "who": "member"})
        case tuple() if hasattr(part, "_asdict"):
            return _given(part._asdict(), {})
        case tuple():
            return [fields(item) for item in part]
        case dict():
            return {key: fields(value) for key, value in part.items()}
    return part


def _given(found: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    audience = found.pop("audience", Audience())
    given = {**found, **audience._asdict()}
    kept = {name: value for name, value in given.items() if value and defaults.get(name) != value}
    return {_RENAMED.get(name, name).replace("_", "-"): fields(value) for name, value in kept.items() if name != "id"}


class _Hand:
    """Somebody who writes YAML, in a style of their own that changes from line to line."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.comments: list[str] = []

    def maybe(self, chance: float = 0.5) -> bool:
        return self.random.random() < chance

    def comment(self) -> str:
        self.comments.append(f"remark-{len(self.comments)}: 'as [it] is'")
        return f"# {self.comments[-1]}"

    def catalog(self, entries: dict[str, Any]) -> str:
        lines = [self.comment(), ""] if self.maybe() else []
        for slug in self.random.sample(list(entries), len(entries)):
            lines += [self.comment()] if self.maybe(0.2) else []
            lines += [f"{slug}:" + self.ending()]
            lines += self.group(entries[slug], self.random.randint(1, 5))
            lines += [self.comment()] if self.maybe(0.2) else []
            lines += [""] * self.random.randint(0, 2)
        end = self.random.choice(["\n", "\r\n"])
        return ("\ufeff" if self.maybe(0.1) else "") + end.join(lines) + (end if self.maybe(0.9) else "")

    def ending(self) -> str:
        return f" {self.comment()}" if self.maybe(0.1) else " " if self.maybe(0.1) else ""

    def group(self, node: dict[str, Any] | list[Any], indent: int) -> list[str]:
        lines = []
        pad = " " * indent
        for key in self.random.sample(list(node), len(node)) if isinstance(node, dict) else range(len(node)):
            if self.maybe(0.1):
                lines.append(" " * self.random.randint(1, indent + 3) + self.comment())
            lines += [""] * self.maybe(0.05)
            label = f"{self.key(key)}:" if isinstance(key, str) else "-"
            value: Any = node[key]  # type: ignore[index]
            lines += [f"{pad}{label}{line}" if not number else line
                      for number, line in enumerate(self.value(label, value, indent))]  # fmt: skip
        return lines

    def key(self, name: str) -> str:
        return name if self.maybe(0.9) else f'"{name}"'

    def value(self, label: str, value: Any, indent: int) -> list[str]:
        """The lines of a value; the first one continues that of its label."""
        if isinstance(value, str):
            return self.text(value, indent)
        if self.maybe(0.3):
            return self.brackets(value, indent)
        if label == "-" and self.maybe(0.8):
            below = self.group(value, indent + 2)
            return [below[0][indent + 1 :], *below[1:]] if not below[0].lstrip().startswith("#") else ["", *below]
        deeper = 0 if isinstance(value, list) and label != "-" and self.maybe() else self.random.randint(1, 4)
        return [self.ending(), *self.group(value, indent + deeper)]

    def brackets(self, value: Any, indent: int) -> list[str]:
        parts = self.tokens(value)
        lines = [" "]
        for part in parts:
            lines[-1] += part
            if part[-1] in ",[{" and self.maybe(0.1):
                lines[-1] += self.ending()
                lines.append(" " * (indent + self.random.randint(1, 6)))
        return [*lines[:-1], lines[-1] + self.ending()]

    def tokens(self, value: Any) -> list[str]:
        if isinstance(value, str):
            return [self.one_line(value, flow=True)]
        is_list = isinstance(value, list)
        parts: list[str] = ["[" if is_list else "{"]
        for number, one in enumerate(value):
            parts += [", "] if number else []
            parts += self.tokens(one) if is_list else [f"{self.key(one)}: ", *self.tokens(value[one])]
        return [*parts, "]" if is_list else "}"]

    def one_line(self, text: str, flow: bool = False) -> str:
        if (
            "\n" not in text
            and not _SPECIAL.search(text)
            and not (flow and re.search("[:?]", text))
            and self.maybe(0.7)
        ):
            return text
        single = "'{}'".format(text.replace("'", "''"))
        double = '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"))
        return double if "\n" in text else self.random.choice([single, double])

    def text(self, text: str, indent: int) -> list[str]:
        if text in ("on", "off") or re.fullmatch(r"\d{4}(-\d\d)*", text):
            return [f" {text}{self.ending()}"]
        if "\n" in text:  # its lines count: no style may break it
            return [f" {self.one_line(text)}{self.ending()}"]
        below = " " * (indent + self.random.randint(1, 4))
        broken = re.sub(r"(?<=\S) (?=[^\s#])", lambda _: f"\n{below}" if self.maybe(0.2) else " ", text)
        style = self.random.randrange(6)
        chomping = self.random.choice(["-", "", "+"]) if " " in text else "-"
        if style == 0:
            return [f" >{chomping}{self.ending()}", *(below + broken).split("\n")]
        if style == 1:
            return [f" |{chomping}{self.ending()}", below + text]
        if style == 2:
            return [f"{self.ending()}", f"{below}{self.one_line(text)}{self.ending()}"]
        line = self.one_line(text)
        if style == 3 and (line[0] in "'\"" or " " not in line) and "\\" not in line:
            line = re.sub(r"(?<=[^\s]) (?=[^\s#])", lambda _: f"\n{below}" if self.maybe(0.2) else " ", line)
        return f" {line}{self.ending()}".split("\n")


def _write(found: list[Platform], seed: int) -> Written:
    hand = _Hand(seed)
    written = {f"{one.slug}-{number}": fields(one) for number, one in enumerate(found)}
    text = hand.catalog({**written, "zenith": {"name": "Zenith", "now": "acme-0"}})
    return Written(text, tuple(hand.comments))


def _damage(written: Written, seed: int) -> str:
    """The same text after an accident: lines or signs gone, doubled, moved or replaced."""
    random = Random(seed)
    lines = written.text.split("\n")
    for _ in range(random.randint(1, 3)):
        place = random.randrange(len(lines))
        match random.randrange(6):
            case 0:
                del lines[place : place + random.randint(1, 3)]
                lines = lines or [""]
            case 1:
                lines.insert(random.randrange(len(lines)), lines[place])
            case 2:
                lines[place] = " " * random.randint(0, 9) + lines[place].lstrip()
            case 3:
                at = random.randrange(len(lines[place]) + 1)
                lines[place] = (
                    lines[place][:at] + random.choice("\"'[]{}:#-,&*!|>%@`\t \\\x00\u200b\r~") + lines[place][at:]
                )
            case 4:
                lines[place] = lines[place][: random.randrange(len(lines[place]) + 1)]
            case _:
                lines[place] = lines[place].replace(random.choice(" :-\"'"), "", 1)
    return "\n".join(lines)


catalogs = st.builds(_write, st.lists(platforms, max_size=2), st.integers(0, 2**32))
damaged = st.builds(_damage, catalogs, st.integers(0, 2**32))
