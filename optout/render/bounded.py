"""Jinja's sandbox for templates of a publisher's own, in which no short expression takes all the memory.

What a template asks for is looked at before it is made: a text that would have millions of characters is a slip, or
somebody's trap for whoever builds their folder. A loop may still run for long, which one sees and can end.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MOST_BITS, _MOST_ITEMS = 10_000, 1_000_000  # of a number, and of a text or list
_PERCENT, _BRACES = r"%(?:\([^)]*\))?[^%a-zA-Z]*", r":[^{}]*"  # what says how wide something is filled in
_WIDENING = frozenset(("center", "expandtabs", "ljust", "rjust", "zfill"))
# Filters and functions of Jinja's that make as much as a number says.
_FILTERS = ("batch", "center", "format", "indent", "round", "slice", "wordwrap")
_FUNCTIONS = ("lipsum",)


class BoundedSandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with limits to what operators, methods and filters may make."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters.update({name: _held(name, self.filters[name]) for name in _FILTERS})
        self.globals.update({name: _held(name, self.globals[name]) for name in _FUNCTIONS})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """A product or a power, if its factors say that it is of a sensible size; a text filled in likewise."""
        if operator == "%" and isinstance(left, str):
            _hold(operator, _widths(left, _PERCENT, right))
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
        return super().call(context, called, *args, **kwargs)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """`str.format` in the sandbox, if its widths are sensible."""
        found = super().wrap_str_format(value)
        return found and _held_format(str(value.__self__), found)


def _held_format(text: str, make: Callable[..., str]) -> Callable[..., str]:
    def held(*args: Any, **kwargs: Any) -> str:
        _hold("format", _widths(text, _BRACES, (*args, *kwargs.values())))
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
        else:
            _hold(name, _numbers(given))
        return make(*args, **kwargs)

    return held


def _hold(name: str, sizes: Iterable[int]) -> None:
    if any(size > _MOST_ITEMS for size in sizes):
        raise _too_long(name)


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
