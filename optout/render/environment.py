"""The Jinja environment of the text formats: strict about names, the user's own templates before the packaged ones."""

import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError

from optout.errors import OptoutError
from optout.files import real
from optout.render import compiled
from optout.render.bounded import BoundedSandbox
from optout.render.mistaken import NamedUndefined, in_words, near, slip

_MACRO = "template"  # as Jinja calls what is neither a page nor a block: macros, loops that call themselves
_TEMPLATE_FRAMES = ("top-level template code", _MACRO)
PACKAGED = Path(__file__).parent.parent / "templates"


def environment(
    filters: Mapping[str, Callable[..., Any]], own: Path | None = None, autoescape: bool = False
) -> Environment:
    """An environment that finds a template in the folder `own`, if it is there, else in the package.

    One's own template can extend the packaged one of the same name and change a block of it:
    `{% extends "packaged/site/guide.html" %}`. Whoever wrote the templates of a folder has them run by whoever builds
    it, so what is rendered with any of them is rendered in Jinja's sandbox: they can say only what they are given.
    """
    loaders: list[BaseLoader] = [FileSystemLoader(PACKAGED), PrefixLoader({"packaged": FileSystemLoader(PACKAGED)})]
    kind = BoundedSandbox if own else Environment
    made = kind(
        loader=ChoiceLoader([_Own(own), *loaders] if own else [*compiled.loaders(PACKAGED), *loaders]),
        undefined=NamedUndefined if own else StrictUndefined,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters.update(filters)
    return made


class _Own(FileSystemLoader):
    """Templates of a folder, and nothing that a link in it leads out to: it would be shown to everybody."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, encoding="utf-8-sig")  # with the mark that editors on Windows put before a text

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            text, name, is_new = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            place = Path(self.searchpath[0]) / template
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError("it is not UTF-8; save it as that", line, template, str(place)) from error
        folder = real(Path(self.searchpath[0]))
        if folder not in real(Path(name)).parents:
            raise SecurityError(f"it is a link that leads out of {self.searchpath[0]}")
        return text, name, is_new


def render(made: Environment, name: str, context: Mapping[str, Any]) -> str:
    """The template `name` filled in; a mistake in a template is the user's to mend and says where it is.

    Raises:
        OptoutError: the template cannot be found, read or filled in.
    """
    try:
        return made.get_template(name).render(context)
    except TemplateNotFound as error:
        asked = f"{place}: " if (place := _place(error, "")) else ""
        meant = near(str(error.name), made.list_templates())
        said = f"{asked}there is no template `{error.name}`{meant}"
        raise OptoutError(f"{said}{'' if meant else ';'} `optout templates` lists the ones to copy") from error
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        file = getattr(error, "filename", None) or getattr(error, "name", None) or name
        where = f"{file}:{line}" if line else _place(error, name)
        said = in_words(error, made, _names(error))
        raise OptoutError(f"{where}: this template does not work: {said}") from error
    except Exception as error:
        if not isinstance(made, BoundedSandbox):
            raise  # one of ours
        if isinstance(error, RecursionError) and any(one.name == _MACRO for one in _frames(error)):
            said = "this template does not work: a macro or a loop in it calls itself without an end"
            raise OptoutError(f"{_place(error, name)}: {said}") from error
        if isinstance(error, RecursionError):
            expected = f'a packaged one has another name: {{% extends "packaged/{name}" %}}'
            raise OptoutError(f"{_place(error, name)}: this template extends or includes itself; {expected}") from error
        told = "it asks for more than fits into memory" if isinstance(error, MemoryError) else slip(str(error)) or error
        raise OptoutError(f"{_place(error, name)}: this template does not work: {told}") from error


def _place(error: Exception, name: str) -> str:
    """Where in a template of one's own an error came up: Jinja puts its lines into the traceback."""
    frames = _frames(error)
    theirs = [one for one in frames if PACKAGED not in Path(one.filename).parents] or frames
    return f"{theirs[-1].filename}:{theirs[-1].lineno}" if theirs else name


def _frames(error: Exception) -> list[traceback.FrameSummary]:
    """The parts of templates that an error went through."""
    return [one for one in traceback.extract_tb(error.__traceback__) if _is_of_template(one.name)]


def _is_of_template(function: str) -> bool:
    return function in _TEMPLATE_FRAMES or function.startswith("block ")


def _names(error: Exception) -> set[str]:
    """What stands in the template where an error came up: Jinja gives its frame there all of it."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__) if _is_of_template(frame.f_code.co_name)]
    return {name for frame in frames[-1:] for name in frame.f_locals}
