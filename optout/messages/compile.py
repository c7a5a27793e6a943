"""Turn the Fluent files of a language, and what the Unicode CLDR knows of it, into modules of plain tables.

    python -m optout.messages.compile

A message may use: arguments; choices by an argument, a word or a number; other messages; terms with parameters. Terms
named `-name-XX` are names of regions that are better here than the CLDR's (of sub-regions it has none); terms named
`-place-XX` say a region as a sentence does, where the message `place` does not fit. Nothing of this is imported at run
time.

https://projectfluent.org/fluent/guide/ https://cldr.unicode.org/
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale
from babel.plural import _Compiler, _PythonCompiler
from fluent.syntax import FluentParser, ast

from optout import regions
from optout.messages import LANGUAGES, ROOMS, Pattern

FOLDER = Path(__file__).parent

# Countries as letters name them, in the languages that optout itself does not speak; `pt` is that of Portugal.
_ABROAD = {"es": "es", "fr": "fr", "it": "it", "pt": "pt_PT", "pt-BR": "pt_BR"}
# Whose dates and lists: British English writes both as the catalog does.
_LOCALES = {"en": "en_GB"}
_PLURALS = ("zero", "one", "two", "few", "many", "other")
_PLURAL_OPERANDS = "i = n; v = w = f = t = c = e = 0"

_HEADER = '''"""Made from {code}/*.ftl and the Unicode CLDR by `python -m optout.messages.compile`; correct it there."""

# fmt: off
'''


class Fluent(NamedTuple):
    """What the Fluent files of a language hold: messages and terms by their names; of each the file, as its `rooms`."""

    messages: dict[str, ast.Message]
    terms: dict[str, ast.Term]
    rooms: dict[str, str]


def read(code: str) -> Fluent:
    """The Fluent files of a language.

    Raises:
        ValueError: one has a mistake, or two say the same message; with file and line.
    """
    source = Fluent({}, {}, {})
    for path in sorted((FOLDER / code).glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        for entry in FluentParser().parse(text).body:
            line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
            if isinstance(entry, ast.Junk):
                raise ValueError(f"{path}:{line}: {'; '.join(one.message or '' for one in entry.annotations)}")
            if isinstance(entry, ast.Message | ast.Term):
                known: dict[str, Any] = source.messages if isinstance(entry, ast.Message) else source.terms
                if entry.id.name in known:
                    raise ValueError(f"{path}:{line}: `{entry.id.name}` stands twice")
                known[entry.id.name] = entry
                source.rooms[entry.id.name] = path.stem
    return source


def patterns(source: Fluent) -> dict[str, Pattern]:
    """The messages as `Language` reads them.

    Raises:
        ValueError: a message uses something that is not known here.
    """
    found = {}
    for name, entry in source.messages.items():
        if entry.value is None or entry.attributes:
            raise ValueError(f"`{name}`: a message has a value and no attributes")
        try:
            found[name] = _pattern(entry.value, source, None)
        except (KeyError, ValueError) as error:
            raise ValueError(f"`{name}`: {error} cannot be used here") from error
    return found


def arguments(pattern: Pattern) -> dict[str, frozenset[str]]:
    """The arguments of a message, and the words it chooses by for each; numbers are chosen by plural category."""
    found: dict[str, frozenset[str]] = {}
    for part in pattern:
        if isinstance(part, str):
            continue
        name = part[0]
        keys: frozenset[str] = frozenset()
        inner: list[Pattern] = []
        if len(part) > 1:
            keys = frozenset(key for key, _ in part[1] if key not in _PLURALS and not key.isdigit())
            inner = [*(one for _, one in part[1]), part[2]]
        found[name] = found.get(name, frozenset()) | keys
        for one in inner:
            for other, more in arguments(one).items():
                found[other] = found.get(other, frozenset()) | more
    return found


def modules(code: str) -> dict[str, str]:
    """The text of each of a language's modules, by its name: what every guide needs, and each other room."""
    source = read(code)
    found = patterns(source)
    locale = Locale.parse(_LOCALES.get(code, code))
    place = found.pop("place")
    tables = {
        "NAME": (locale.get_language_name(code) or code).capitalize(),
        "GROUP": _group(locale),
        "LIST": _list(locale),
        "MONTHS": tuple(locale.months["format"]["wide"][month] for month in range(1, 13)),
        "DATE": _date(locale.date_formats["long"].pattern),
        "MONTH": _date(locale.datetime_skeletons["yMMMM"].pattern),
        "DAY": _date(locale.datetime_skeletons["MMMMd"].pattern),
        "PLACE": place,
    }
    lines = [f"{name} = {value!r}" for name, value in tables.items()]
    lines += _table("PLACES", _own(source, "place-"))
    rooms = {
        room: {name: pattern for name, pattern in found.items() if source.rooms[name] == room}
        for room in ("guide", *ROOMS)
    }
    assert sum(map(len, rooms.values())) == len(found), "a file is the guide's or one of ROOMS"
    lines += _table("MESSAGES", rooms.pop("guide"))
    header = _HEADER.format(code=code)
    return {
        f"compiled_{code}": f"{header}{chr(10).join(lines)}\n\n\n{plural(locale)}",
        f"compiled_{code}_regions": _alone(header, "REGIONS", dict(_names(code, locale))),
        **{f"compiled_{code}_{room}": _alone(header, "MESSAGES", said) for room, said in rooms.items()},
    }


def _alone(header: str, name: str, entries: Mapping[str, object]) -> str:
    return header + "\n".join((*_table(name, entries), ""))


def _table(name: str, entries: Mapping[str, object]) -> list[str]:
    return [f"{name} = {{", *(f"    {key!r}: {value!r}," for key, value in sorted(entries.items())), "}"]


# Fluent


def _pattern(pattern: ast.Pattern, source: Fluent, given: Mapping[str, str] | None) -> Pattern:
    parts: list[Any] = []
    for element in pattern.elements:
        for part in _element(element, source, given):
            if isinstance(part, str) and parts and isinstance(parts[-1], str):
                parts[-1] += part
            else:
                parts.append(part)
    return tuple(parts)


# Within a term its parameters are `given`; within a message nothing is, and a variable is an argument.


def _element(element: ast.TextElement | ast.Placeable, source: Fluent, given: Mapping[str, str] | None) -> Pattern:
    if isinstance(element, ast.TextElement):
        return (element.value.replace("\n", " "),)
    return _placed(element.expression, source, given)


def _placed(expression: Any, source: Fluent, given: Mapping[str, str] | None) -> Pattern:
    if isinstance(expression, ast.Placeable):
        return _placed(expression.expression, source, given)
    if isinstance(expression, ast.StringLiteral):
        return (str(expression.parse()["value"]),)
    if isinstance(expression, ast.NumberLiteral):
        return (expression.value,)
    if isinstance(expression, ast.VariableReference):
        name = expression.id.name
        return ((name,),) if given is None else (given[name],)
    if isinstance(expression, ast.MessageReference):
        value = source.messages[expression.id.name].value
        return _pattern(value, source, given) if value else ()
    if isinstance(expression, ast.TermReference):
        named = expression.arguments.named if expression.arguments else []
        values = {one.name.name: str(one.value.parse()["value"]) for one in named}
        return _pattern(source.terms[expression.id.name].value, source, values)
    if isinstance(expression, ast.SelectExpression) and isinstance(expression.selector, ast.VariableReference):
        return _chosen(expression, expression.selector.id.name, source, given)
    raise ValueError(type(expression).__name__)


def _chosen(expression: ast.SelectExpression, name: str, source: Fluent, given: Mapping[str, str] | None) -> Pattern:
    variants = tuple((_key(one), _pattern(one.value, source, given)) for one in expression.variants)
    otherwise = next(_pattern(one.value, source, given) for one in expression.variants if one.default)
    if given is None:
        return ((name, variants, otherwise),)
    return dict(variants).get(given.get(name, ""), otherwise)


def _key(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value


# The CLDR


def _own(source: Fluent, prefix: str) -> dict[str, str]:
    return {
        name.removeprefix(prefix): "".join(map(str, _pattern(term.value, source, None)))
        for name, term in source.terms.items()
        if name.startswith(prefix)
    }


def _names(code: str, locale: Locale) -> Iterator[tuple[str, str]]:
    own, english = _own(read(code), "name-"), _own(read("en"), "name-")
    for region in regions.codes():
        known = english[region] if "-" in region else locale.territories[region]
        yield region, own.get(region, known)


def countries() -> str:
    """The text of the module that names countries in languages of letters."""
    codes = [code for code in regions.codes() if "-" not in code]
    named = {spoken: Locale.parse(locale).territories for spoken, locale in _ABROAD.items()}
    tables = {spoken: {code: names[code] for code in codes} for spoken, names in named.items()}
    return _alone(_HEADER.replace("{code}/*.ftl and ", ""), "COUNTRIES", tables)


def _group(locale: Locale) -> str:
    if locale.decimal_formats[None].grouping != (3, 3):
        raise ValueError(f"{locale}: numbers are not grouped by three")
    return str(locale.number_symbols["latn"]["group"])


def _list(locale: Locale) -> tuple[str, ...]:
    """What stands between two items, the first and the second, those in the middle, the last two."""
    found = (locale.list_patterns["standard"][key] for key in ("2", "start", "middle", "end"))
    return tuple(pattern.removeprefix("{0}").removesuffix("{1}") for pattern in found)


def _date(pattern: str) -> str:
    """A pattern of the CLDR for `str.format`."""
    named = {"d": "{day}", "MMMM": "{month}", "y": "{year}"}
    tokens = pattern.replace("'", "").split(" ")
    stems = [(token.rstrip(".,"), token[len(token.rstrip(".,")) :]) for token in tokens]
    return " ".join(named.get(stem, stem) + end for stem, end in stems)


def plural(locale: Locale) -> str:
    """The plural category of a whole number, as a function."""
    lines = ["def plural(n: int) -> str:", f"    {_PLURAL_OPERANDS}"]
    for tag, rule in locale.plural_form.abstract:
        test = _Ranges().compile(rule)  # type: ignore[no-untyped-call]
        lines += [f"    if {test}:", f"        return {tag!r}"]
    return "\n".join([*lines, "    return 'other'"]) + "\n"


class _Ranges(_PythonCompiler):
    """Rules as plain comparisons of whole numbers."""

    compile_mod = _Compiler.compile_mod

    def compile_relation(self, method: str, expr: Any, range_list: Any) -> str:
        value = self.compile(expr)  # type: ignore[no-untyped-call]
        ends = (map(self.compile, one) for one in range_list[1])
        tests = [f"{value} == {low}" if low == high else f"{low} <= {value} <= {high}" for low, high in ends]
        return f"({' or '.join(tests)})"


def main() -> None:
    """Write the modules of all languages anew."""
    for code in LANGUAGES:
        for name, text in modules(code).items():
            FOLDER.joinpath(f"{name}.py").write_text(text, encoding="utf-8")
    FOLDER.joinpath("compiled_countries.py").write_text(countries(), encoding="utf-8")


if __name__ == "__main__":
    main()
