"""The project that one stands in: its settings, and its templates."""

from pathlib import Path
from typing import TYPE_CHECKING

from optout.cli import here
from optout.errors import NotFound

if TYPE_CHECKING:
    from optout.project.config import Config


def home() -> Path:
    """The folder of the project that one stands in, see `here`; this one if there is none."""
    return Path(here.folder() or "")


def settings_path() -> Path:
    """Where the settings of the project are, if it has any."""
    return home() / here.SETTINGS


def settings() -> "Config | None":
    """The settings of the project, if it has any; TOML is read only then."""
    if not (path := settings_path()).is_file():
        return None
    from optout.project.config import read

    return read(path)


def named_templates() -> Path | None:
    """The folder of templates that the project's settings name.

    Raises:
        OptoutError: the settings cannot be read.
    """
    found = settings()
    return found.templates if found else None


def unnamed_folder() -> Path:
    """Where a project has templates of its own that it does not name."""
    return home() / "templates"


def unnamed_templates(folder: Path) -> str:
    """What is said of a folder of templates that is there and that no setting names."""
    return f'nothing uses {folder}: write templates = "templates" in {settings_path()}, or say --templates {folder}'


def templates_of(named: Path | None) -> Path | None:
    """The folder of templates to render with: the one named, else the one that the project's settings name.

    Raises:
        OptoutError: the settings cannot be read, or there is no such folder.
    """
    found = named or named_templates()
    hold_templates(found, None if named else settings_path())
    return found


def hold_templates(folder: Path | None, file: Path | None) -> None:
    """That the folder of templates is there, if any is named: in a file of settings, else by the option.

    Raises:
        OptoutError: there is none.
    """
    if folder and not folder.is_dir():
        if file:
            from optout.project.places import where

            raise NotFound(
                f"{where(file, 'templates')}: templates: there is no folder {folder}; make it or drop the line"
            )
        raise NotFound(f"--templates: there is no folder {folder}; make it, or name another")


def hold_here(named: Path | None = None) -> None:
    """Hold that the folder one stands in is still there: whoever checks it must not be told that another is well.

    Where a file or a folder is named from the root, nobody asks for the one that one stands in.

    Raises:
        NotFound: it was removed.
    """
    if named and named.is_absolute():
        return
    try:
        Path.cwd()
    except OSError as error:
        raise NotFound("the folder you are in is gone; go to another, or name a catalog with --catalog FILE") from error
