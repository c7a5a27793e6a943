"""The Jinja environment of the text formats: strict about names, the user's own templates before the packaged ones."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)

from optout.errors import OptoutError

PACKAGED = Path(__file__).parent.parent / "templates"


def environment(
    filters: Mapping[str, Callable[..., Any]], own: Path | None = None, autoescape: bool = False
) -> Environment:
    """An environment that finds a template in the folder `own`, if it is there, else in the package.

    One's own template can extend the packaged one of the same name and change a block of it:
    `{% extends "packaged/site/guide.html" %}`.
    """
    folders = [own, PACKAGED] if own else [PACKAGED]
    packaged = PrefixLoader({"packaged": FileSystemLoader(PACKAGED)})
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(folders), packaged]),
        undefined=StrictUndefined,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters.update(filters)
    return made


def render(made: Environment, name: str, context: Mapping[str, Any]) -> str:
    """The template `name` filled in; a mistake in a template is the user's to mend and says where it is.

    Raises:
        OptoutError: the template cannot be found, read or filled in.
    """
    try:
        return made.get_template(name).render(context)
    except TemplateNotFound as error:
        raise OptoutError(f"there is no template `{error.name}`; {PACKAGED} holds the ones to copy from") from error
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f"{getattr(error, 'filename', None) or name}{f':{line}' if line else ''}"
        raise OptoutError(f"{where}: this template does not work: {error.message}") from error
