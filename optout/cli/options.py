"""Options and arguments that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from optout.catalog import Catalog
from optout.catalog.locate import called, default_path, load, shown
from optout.cli import here, output
from optout.cli.choices import OneOf
from optout.errors import NotFound, OptoutError, UsageProblem
from optout.files import refuse_no_file
from optout.guide.reader import DEVICES, Reader
from optout.spoken import LANGUAGES, asked_for, preferred

if TYPE_CHECKING:
    from optout.project.config import Config


class _Platform(click.types.StringParamType):
    name = "platform"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from optout.catalog.table import table_of
        from optout.cli.completing import items

        try:
            catalog = open_catalog(ctx.params.get("catalog"))
        except OptoutError:
            return []
        typed = incomplete.lower()
        listed = (line.partition("\t") for line in table_of(catalog).titles().splitlines() if line.startswith(typed))
        return items({slug: name for slug, _, name in listed}, incomplete)


class _Region(click.types.StringParamType):
    name = "code"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value:
            return value
        from optout.messages import find_region, language

        code = find_region(value)
        if code is None:
            from difflib import get_close_matches

            names = {name.casefold(): code for code, name in language("en").regions().items()}
            near = get_close_matches(value.casefold(), names, 1)
            hint = f"; did you mean {names[near[0]]}?" if near else ""
            self.fail(f"there is no region `{value}`: use a code such as DE, US-CA, EU or EEA{hint}", param, ctx)
        return code

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from optout.cli.completing import items
        from optout.messages import language

        return items(language(language_of(None, for_terminal=True)).regions(), incomplete)


class _Screen(click.types.StringParamType):
    name = "code"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from optout.regions import is_spoken

        tag = value.replace("_", "-").lower()
        if not is_spoken(tag):
            self.fail(f"there is no language `{value}`: use a tag such as de, fr or pt-BR", param, ctx)
        return tag


PLATFORM = _Platform()
REGION = _Region()
_SETTINGS, _CATALOG = here.SETTINGS, here.CATALOG
_NAMED = 20  # broken entries

catalog_option = click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    envvar="OPTOUT_CATALOG",
    metavar="FILE",
    help="The catalog.  [default: the one of this folder or above, else the packaged one; env: OPTOUT_CATALOG]",
)
own_catalog_option = click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    envvar="OPTOUT_CATALOG",
    metavar="FILE",
    help="The catalog.  [default: the one of this folder or above; env: OPTOUT_CATALOG]",
)
region_option = click.option("--region", type=REGION, default="", help="Where you are: DE, US-CA, EU, EEA, ...")


class _Answer(click.Path):
    """A file for an answer: never one that people write by hand, which is likely the catalog and a slip."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        is_there = path.exists() and {path.suffix.lower(), Path(os.path.realpath(path)).suffix.lower()} & _BY_HAND
        if is_there:
            self.fail(f"{path} is there, and no answer of optout's: name another file, or remove it first", param, ctx)
        return path


class _There(click.Path):
    """A file that is read: one that is not there is told as a platform is that is not."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.exists() and not (ctx and ctx.resilient_parsing):
            option = param.opts[-1] if param else "it"
            raise NotFound(f"there is no file {path}; name one that is there, or leave out {option}")
        refuse_no_file(path, "a file")
        return path


_BY_HAND = {".yaml", ".yml", ".toml"}
ANSWER = _Answer(path_type=Path, dir_okay=False)
THERE = _There(path_type=Path, dir_okay=False)
output_option = click.option("-o", "--output", "path", type=ANSWER, help="Write to this file instead.")
way_option = click.option(
    "--way", type=click.IntRange(1), metavar="N", help="The way with this number in the guide.  [default: the first]"
)
pager_option = click.option(
    "--no-pager", "paged", flag_value=False, default=True, help="Not by a pager, however long it is."
)
templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Your folder of templates; what is not in it stays as it is.  [default: the one that optout.toml names]",
)
language_option = click.option(
    "--language",
    "spoken",
    type=OneOf(LANGUAGES),
    help="The language to say it in; what the catalog says stays English.  [default: the terminal's, else en]",
)
screen_option = click.option(
    "--labels",
    "screen",
    type=_Screen(),
    help="Labels as a screen in this language has them (de, pt-BR), where known.  [default: your language]",
)
file_language_option = click.option(
    "--language",
    "spoken",
    type=OneOf(LANGUAGES),
    default="en",
    show_default=True,
    help="The language to say it in; what the catalog says stays English.",
)


def _plans(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[Any]:
    """The plans that the guides to the platforms typed so far tell apart, else those that people say."""
    from optout import plans
    from optout.catalog.lookup import Found, ask_all
    from optout.cli.completing import items
    from optout.guide.choose import plan_names

    # Without its value the option cannot be read, so what stands before it is no parameter yet.
    named = ctx.params.get("platforms") or ctx.params.get("platform") or ctx.args
    try:
        answers = ask_all(open_catalog(ctx.params.get("catalog")), named) if named else ()
    except OptoutError:
        return []
    told = [name for one in answers if isinstance(one, Found) for name in plan_names(one.platform)]
    return items([*told, *plans.spoken(told)] if told else plans.SPOKEN, incomplete, always=not named)


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--region, --device and --plan, or --mine: who is asking."""
    for option in (
        click.option("--mine", "as_kept", is_flag=True, help="Region, device and plan as your list has them."),
        click.option(
            "--plan", default="", metavar="NAME", shell_complete=_plans, help="Your plan or account type, such as Free."
        ),
        click.option("--device", type=OneOf(DEVICES), help="What you use it on."),
        region_option,
    ):
        command = option(command)
    return command


def language_of(spoken: str | None, for_terminal: bool) -> str:
    """The language named, else the one of the environment for what is read in a terminal, else English."""
    return spoken or (preferred(os.environ) if for_terminal else "en")


def screen_of(named: str | None, spoken: str | None, for_terminal: bool) -> str:
    """The tag of the language of the reader's screen: the one named, else the one that it is said in."""
    return named or spoken or next(iter(asked_for(os.environ) if for_terminal else ()), "")


def reader_of(region: str, device: Any, plan: str, as_kept: bool = False) -> Reader:
    """The reader that the options describe; what they leave open is as the list has it, if that is asked for.

    Raises:
        NotFound: the list does not say who it is.
        OptoutError: it cannot be read.
    """
    if not as_kept:
        return Reader(region, device or "", plan)
    from optout.cli.mine import reader

    return reader(region, device or "", plan)


def tell_broken(broken: tuple[str, ...], where: str) -> int:
    """Say which entries of the catalog `where` could not be read, and give the exit code that follows."""
    if broken:
        output.say(f"optout: left out, because broken in {called(where)}: {listed(broken)}; run optout check on it")
    return 1 if broken else 0


def listed(broken: tuple[str, ...]) -> str:
    """Broken entries in words, not all of them if there are many."""
    more = f" and {len(broken) - _NAMED:,} more" if len(broken) > _NAMED else ""
    return ", ".join(broken[:_NAMED]) + more


def home() -> Path:
    """The folder of the project that one stands in, see `here`; this one if there is none."""
    return Path(here.folder() or "")


def settings_path() -> Path:
    """Where the settings of the project are, if it has any."""
    return home() / _SETTINGS


def project_settings() -> "Config | None":
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
    settings = project_settings()
    return settings.templates if settings else None


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


def hold_catalog(path: Path | None, file: Path) -> None:
    """That the catalog is there, if a file of settings names any.

    Raises:
        OptoutError: it is not.
    """
    if path and not _is_packaged(path) and not path.is_file():
        from optout.project.places import where

        try:
            refuse_no_file(path)
        except UsageProblem as error:
            raise UsageProblem(f"{where(file, 'catalog')}: catalog: {error}") from error
        if not path.exists():
            said = f"catalog: there is no file {path}; write the name of yours, or drop the line"
            raise NotFound(f"{where(file, 'catalog')}: {said}")


def catalog_path(named: Path | None) -> Path:
    """Where the catalog is: the one named, else the one of this folder, else the packaged one if it has no settings.

    Raises:
        OptoutError: the settings of this folder cannot be read, or there is no catalog beside them.
    """
    if path := named or _own():
        return default_path() if _is_packaged(path) else path
    if (settings := settings_path()).is_file():
        raise OptoutError(
            f'{settings} is here, but no {_CATALOG}; write catalog = "FILE" in it, or catalog = "packaged" for the one '
            "that comes with optout"
        )
    return default_path()


def hold_here() -> None:
    """Hold that the folder one stands in is still there: whoever checks it must not be told that another is well.

    Raises:
        NotFound: it was removed.
    """
    try:
        Path.cwd()
    except OSError as error:
        raise NotFound("the folder you are in is gone; go to another, or name a catalog with --catalog FILE") from error


def own_catalog_path(named: Path | None) -> Path:
    """Where the catalog is that is to be changed: the one named, else the one of this folder.

    Raises:
        OptoutError: this folder has none, or its settings cannot be read.
    """
    if (path := named or _own()) and not _is_packaged(path):
        return path
    raise OptoutError(
        f"there is no {_CATALOG} in this folder or above it; go to the folder of a catalog, "
        "name one with --catalog FILE, or start one with `optout init DIR`"
    )


def _is_packaged(path: Path) -> bool:
    """Whether this is `packaged`, as settings say it."""
    return path.name == "packaged" and path.parent in (Path(), home())


def _own() -> Path | None:
    """The catalog of the project: the one that its settings name, else its platforms.yaml."""
    settings = project_settings()
    if settings and settings.catalog:
        hold_catalog(settings.catalog, settings_path())
        return settings.catalog
    beside = home() / _CATALOG
    return beside if beside.is_file() else None


def open_catalog(named: Path | None) -> Catalog:
    """The catalog to use, see `catalog_path`; if none is named, on those that the settings put beneath it.

    Raises:
        UsageProblem: it is no file.
        OptoutError: it cannot be read.
    """
    found = load(catalog_path(named))
    return found if named else layered(found, project_settings())


def personal_catalog(named: Path | None) -> Catalog:
    """The catalog for somebody's own accounts, which are anywhere, whatever project one stands in.

    If none is named it is that of the project on the one that comes with optout: a catalog of few entries would have
    no guide for the others, and their owner nothing to do.

    Raises:
        UsageProblem: it is no file.
        OptoutError: it cannot be read.
    """
    own = open_catalog(named)
    packaged = default_path()
    if named or catalog_path(None).resolve() == packaged.resolve():
        return own
    from optout.catalog.layers import Layered

    return Layered([load(packaged), own])


def layered(own: Catalog, settings: "Config | None") -> Catalog:
    """The catalog together with those that the settings put beneath it, or the selection that they name.

    Raises:
        OptoutError: one of them cannot be read, or has not what is selected.
    """
    if not settings or not (settings.beneath or settings.only):
        return own
    from optout.catalog.layers import Layered

    beneath = [load(default_path() if _is_packaged(path) else path) for path in settings.beneath]
    has_own = bool(beneath) and settings.catalog is not None and not _is_packaged(settings.catalog)
    try:
        return Layered([*beneath, own], settings.only, has_own)
    except UsageProblem as error:
        from optout.project.places import wrong

        raise wrong(settings_path(), "only", str(error)) from error


def catalog_name(catalog: Catalog, slug: str) -> str:
    """In which catalog an entry stands, as settings name it: a file, or `packaged`."""
    file = catalog.where(slug)
    return "packaged" if not catalog.is_own(slug) and file == shown(default_path()) else file


def catalog_of(settings: "Config") -> Catalog:
    """The catalog that settings name, on those beneath it.

    Raises:
        UsageProblem: one of them is no file.
        OptoutError: one of them cannot be read.
    """
    return layered(load(catalog_path(settings.catalog)), settings)
