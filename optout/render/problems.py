"""Problems as lists for people, programs and code hosts."""

import json
from collections.abc import Callable, Sequence

from optout.problem import Problem


def text(problems: Sequence[Problem]) -> str:
    """One problem a line: file:line:column: rule: what is wrong; what was expected; a suggestion."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON document: `{"version": 1, "problems": [...]}`, every field always there."""
    listed = [{**problem._asdict(), **problem.place._asdict()} for problem in problems]
    for one in listed:
        del one["place"]
    return json.dumps({"version": 1, "problems": listed}, indent=2, ensure_ascii=False) + "\n"


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows as annotations on the lines of a pull request.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(map(_annotation, problems))


def count(number: int, one: str, many: str) -> str:
    """ "1 problem", "2 problems"."""
    return f"{number:,} {one if number == 1 else many}"


def _annotation(problem: Problem) -> str:
    place = problem.place
    words = str(problem)[len(str(place)) + 2 :]
    where = f"file={_property(place.file)},line={place.line},col={place.column},title={_property(problem.rule)}"
    return f"::{problem.severity} {where}::{_data(words)}\n"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": text, "json": as_json, "github": github}
