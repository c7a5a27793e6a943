"""Packaged templates that were compiled with the package: those of a site take Jinja longer than thirty pages.

They are used by the very program and the release of Jinja that compiled them only, and each for its very text, which is
still read. Whatever is not among them is compiled as ever: nothing here is needed.
"""

import os
from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import BaseLoader, Environment, Template, TemplateNotFound

from optout.store import Damaged, Store, digest, opened, program

FILE = "templates.index"
DIGEST = 32  # letters before the code


class CompiledLoader(BaseLoader):
    """Finds what was compiled of the packaged templates."""

    has_source_access = False

    def __init__(self, store: Store, packaged: Path) -> None:
        self._store = store
        self._packaged = packaged

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """The template called so.

        Raises:
            TemplateNotFound: there is none that was compiled of the text that it has today.
        """
        path = self._packaged / name
        try:
            kept = self._store.text(section(name, bool(environment.autoescape)))
            is_known = digest(path.read_bytes()) == kept[:DIGEST]
        except (Damaged, OSError):
            is_known = False
        if not is_known:
            raise TemplateNotFound(name)
        code = compile(kept[DIGEST:], path, "exec")
        return environment.template_class.from_code(environment, code, environment.make_globals(globals))


def loaders(packaged: Path) -> list[BaseLoader]:
    """What finds those that were compiled of the templates in the folder, if there are any."""
    store = _opened(packaged.with_name(FILE))
    return [CompiledLoader(store, packaged)] if store else []


def section(name: str, autoescape: bool) -> str:
    """Where the store has a template, which escapes what it is given or does not."""
    return f"{'html' if autoescape else 'text'}:{name}"


@cache
def _opened(path: Path) -> Store | None:
    store = opened(path, is_own=False)
    try:
        if store is None or store.text("program") != program(path):
            return None
        beside = f"{os.path.dirname(jinja2.__file__)}-{store.text('jinja2')}.dist-info"
        return store if os.path.isdir(beside) else None
    except Damaged:
        return None
