"""Jinja's sandbox for templates of a publisher's own, in which no short expression takes all the memory.

What a template asks for is looked at before it is made: a text that would have millions of characters is a slip, or
somebody's trap for whoever builds their folder. So is one that a loop doubles: what is put together is added up first,
however often the same text is in it. A loop may still run for long, which one sees and can end.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MOST_BITS, _MOST_ITEMS = 10_000, 1_000_000  # of a number, and of a text or list
_MOST_JOINED = 50_000_000  # characters of what is put together: the longest pages of long catalogs have a tenth of that
_ITEM = _MOST_JOINED // _MOST_ITEMS  # characters that an item of a list counts for, which takes as much memory
_PERCENT, _BRACES = r"%(?:\([^)]*\))?[^%a-zA-Z]*", r":[^{}]*"  # what says how wide something is filled in
_WIDENING = frozenset(("center", "expandtabs", "ljust", "rjust", "zfill"))
# Filters and functions of Jinja's that make as much as a number says.
_FILTERS = ("batch", "center", "format", "indent", "round", "slice", "wordwrap")
_FUNCTIONS = ("lipsum",)
# Those that put together, or write out, all that they are given.
_JOINING = ("join", "pprint", "replace", "string", "sum", "tojson", "urlencode", "xmlattr")


class _Generator(CodeGenerator):
    """Jinja's compiler, except that what `~` joins is added up first: a sandbox is not asked about that operator."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - as Jinja calls it
        escaped = "context.eval_ctx.autoescape" if frame.eval_ctx.volatile else str(frame.eval_ctx.autoescape)
        self.write(f"(markup_join if {escaped} else str_join)(environment.summed((")
        for one in node.nodes:
            self.visit(one, frame)
            self.write(", ")
        self.write(")))")


class BoundedSandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with limits to what operators, methods and filters may make."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    code_generator_class = _Generator

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, finalize=_written, **kwargs)
        self.filters.update({name: _held(name, self.filters[name]) for name in (*_FILTERS, *_JOINING)})
        self.globals.update({name: _held(name, self.globals[name]) for name in _FUNCTIONS})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """A product or a power, if its factors say that it is of a sensible size; a text filled in likewise."""
        if operator == "%" and isinstance(left, str):
            _hold(operator, _widths(left, _PERCENT, right))
            _hold_filled(operator, left, right)
        elif operator == "+":
            _hold_joined(operator, (left, right))
        elif operator != "%":
            sizes = _power_bits(left, right) if operator == "**" else _bits(left) + _bits(right)
            if sizes > _MOST_BITS or (operator == "*" and max(_items(left, right), _items(right, left)) > _MOST_ITEMS):
                raise _too_long(operator)
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a method of a text gives, if it is of a sensible size."""
        name, text = getattr(called, "__name__", ""), getattr(called, "__self__", None)
        if isinstance(text, str) and name in _WIDENING:
            _hold(name, _numbers((*args, *kwargs.values())))
        elif isinstance(text, str) and name == "replace":
            _hold(name, [_replaced(text, *args)])
        elif isinstance(text, str) and name == "join":
            _hold(name, [len(text) * len(one) for one in args if hasattr(one, "__len__")])
            _hold_joined(name, args)
        return super().call(context, called, *args, **kwargs)

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """What a template, a block, a macro or a `set` comes to, if it is of a sensible size."""
        return "".join(_added_up(pieces))

    @staticmethod
    def summed(parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """What `~` is to join, if it comes to a sensible size."""
        _hold_joined("~", parts)
        return parts

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """`str.format` in the sandbox, if its widths are sensible."""
        found = super().wrap_str_format(value)
        return found and _held_format(str(value.__self__), found)


def _held_format(text: str, make: Callable[..., str]) -> Callable[..., str]:
    def held(*args: Any, **kwargs: Any) -> str:
        _hold("format", _widths(text, _BRACES, (*args, *kwargs.values())))
        _hold_filled("format", text, (args, kwargs))
        return make(*args, **kwargs)

    return held


def _held(name: str, make: Any) -> Callable[..., Any]:
    """A filter or function of Jinja's, if what it is given is sensible; it is passed its context or not, as before."""
    from functools import wraps

    @wraps(make)
    def held(*args: Any, **kwargs: Any) -> Any:
        given = (*args, *kwargs.values())
        if name == "format":
            _hold(name, _widths(str(args[0]), _PERCENT, given[1:]))
            _hold_filled(name, str(args[0]), given[1:])
        elif name in _JOINING:
            args = tuple([*one] if isinstance(one, Iterator) else one for one in args)  # one that runs out is read once
            _hold_joined(name, args)
            _hold(name, _within(name, [one for one in args if not isinstance(one, (Context, EvalContext))]))
        else:
            _hold(name, _numbers(given))
        return make(*args, **kwargs)

    return held


def _hold(name: str, sizes: Iterable[int]) -> None:
    if any(size > _MOST_ITEMS for size in sizes):
        raise _too_long(name)


def _within(name: str, args: list[Any]) -> list[int]:
    """How long what is filled in between, or in place of, others becomes."""
    if name == "replace":
        return [_replaced(*map(str, args[:3]))]
    return [len(args[0]) * len(str(args[1]))] if name == "join" and len(args) > 1 and isinstance(args[0], Sized) else []


def _hold_joined(name: str, parts: Any) -> None:
    if _size(parts, {}) > _MOST_JOINED:
        raise _too_long(name)


def _hold_filled(name: str, text: str, values: Any) -> None:
    """That a text is of a sensible size once its gaps are filled, each with as much as there is."""
    if (text.count("%") + text.count("{")) * _size(values, {}) > _MOST_JOINED:
        raise _too_long(name)


def _written(value: Any) -> Any:
    """What is to be written into a page, if as a text it is of a sensible size."""
    if not isinstance(value, str):
        _hold_joined("what is written", value)
    return value


def _added_up(pieces: Iterable[str]) -> Iterator[str]:
    size = 0
    for one in pieces:
        size += len(one)
        if size > _MOST_JOINED:
            raise _too_long("what is put together")
        yield one


def _size(value: Any, seen: dict[int, int]) -> int:
    """How many characters a value has, written out; of lists within lists each is looked at once."""
    if isinstance(value, str):
        return len(value)
    if not isinstance(value, (list, tuple, dict)) or hasattr(value, "_fields"):
        return 1  # a number, or one of the values that templates are given, which are never written as they are
    if id(value) not in seen:
        parts = value.items() if isinstance(value, dict) else value
        seen[id(value)] = 1 + sum(_ITEM + _size(one, seen) for one in parts)
    return seen[id(value)]


def _too_long(name: str) -> SecurityError:
    return SecurityError(f"the result of {name} is too long for a page")


def _widths(text: str, spec: str, values: Any) -> list[int]:
    """The numbers in what a text says about how its gaps are filled, and those that may come from the values."""
    given = values.values() if isinstance(values, dict) else values if isinstance(values, tuple) else (values,)
    written = [number for found in re.findall(spec, text) for number in re.findall(r"\d+", found)]
    from_values = _numbers(given) if "*" in text or re.search(r"\{[^{}]*\{", text) else []
    return [*(int(number[:9]) for number in written), *from_values]


def _numbers(values: Iterable[Any]) -> list[int]:
    return [abs(value) for value in values if isinstance(value, int)]


def _replaced(text: str, old: Any = "", new: Any = "", *_: Any) -> int:
    is_text = isinstance(old, str) and isinstance(new, str)
    return len(text) + text.count(old) * len(new) if is_text else 0


def _bits(value: Any) -> int:
    return value.bit_length() if isinstance(value, int) else 0


def _power_bits(base: Any, exponent: Any) -> int:
    return _bits(base) * exponent if isinstance(base, int) and isinstance(exponent, int) else 0


def _items(text: Any, times: Any) -> int:
    """How long a text or list becomes that is repeated so many times."""
    return len(text) * times if isinstance(times, int) and isinstance(text, (str, bytes, list, tuple)) else 0
