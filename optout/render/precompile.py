"""Turn the terminal's template into plain Python, so that `optout show` need not import a template engine.

Jinja parses the template; this writes the same thing as a function. Only the few constructs that `guide.txt` uses are
known, any other is refused. A test holds that the result is in step with the template and gives the same text.

    python -m optout.render.precompile
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, nodes

from optout.render.environment import PACKAGED, environment

TEMPLATE = PACKAGED / "guide.txt"
TARGET = Path(__file__).with_name("precompiled.py")

_HEADER = '''"""templates/guide.txt as Python. Change that file, then run `python -m optout.render.precompile`."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any


def fill(filters: Mapping[str, Callable[..., Any]], {names}) -> Iterator[str]:
    """The template's text, piece by piece."""
'''
_OPERATORS = {"eq": "==", "ne": "!=", "gt": ">", "lt": "<", "in": "in", "notin": "not in"}


def python(source: str, made: Environment) -> str:
    """The template `source` as the text of a Python module.

    Raises:
        ValueError: the template uses a construct that is not known here.
    """
    tree = made.parse(source)
    assigned = {node.target.name for node in tree.find_all(nodes.Assign) if isinstance(node.target, nodes.Name)}
    looped = {name.name for loop in tree.find_all(nodes.For) for name in _targets(loop)}
    free = {name.name for name in tree.find_all(nodes.Name)} - assigned - looped
    names = ", ".join(f"{name}: Any" for name in sorted(free))
    return _HEADER.replace("{names}", names) + "\n".join(_block(tree.body, 1)) + "\n"


def _targets(loop: nodes.For) -> list[nodes.Name]:
    return [loop.target] if isinstance(loop.target, nodes.Name) else list(loop.target.find_all(nodes.Name))


def _block(body: Iterable[nodes.Node], depth: int) -> Iterator[str]:
    indent = "    " * depth
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                text = repr(part.data) if isinstance(part, nodes.TemplateData) else _text(part)
                yield f"{indent}yield {text}"
        elif isinstance(node, nodes.If) and not node.elif_:
            yield f"{indent}if {_value(node.test)}:"
            yield from _block(node.body, depth + 1)
            if node.else_:
                yield f"{indent}else:"
                yield from _block(node.else_, depth + 1)
        elif isinstance(node, nodes.For) and not node.else_ and not node.test:
            target = ", ".join(name.name for name in _targets(node))
            yield f"{indent}for {target} in {_value(node.iter)}:"
            yield from _block(node.body, depth + 1)
        elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield f"{indent}{node.target.name} = {_value(node.node)}"
        else:
            raise ValueError(f"line {node.lineno}: {type(node).__name__} cannot be precompiled")


def _text(node: nodes.Node) -> str:
    return repr(node.value) if isinstance(node, nodes.Const) else f"str({_value(node)})"


def _value(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Const):
        return repr(node.value)
    if isinstance(node, nodes.Getattr):
        return f"{_value(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_value(node.node)}[{_value(node.arg)}]"
    if isinstance(node, nodes.Slice):
        return ":".join(_value(part) if part else "" for part in (node.start, node.stop))
    if isinstance(node, nodes.Call):
        return f"{_value(node.node)}({', '.join(map(_value, node.args))})"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"filters[{node.name!r}]({', '.join(map(_value, (node.node, *node.args)))})"
    if isinstance(node, nodes.Concat):
        return " + ".join(map(_text, node.nodes))
    if isinstance(node, nodes.Not):
        return f"not ({_value(node.node)})"
    if isinstance(node, nodes.Compare) and len(node.ops) == 1:
        return f"{_value(node.expr)} {_OPERATORS[node.ops[0].op]} {_value(node.ops[0].expr)}"
    raise ValueError(f"line {node.lineno}: {type(node).__name__} cannot be precompiled")


def main() -> None:
    """Write the module anew."""
    TARGET.write_text(python(TEMPLATE.read_text(encoding="utf-8"), environment({})), encoding="utf-8")


if __name__ == "__main__":
    main()
