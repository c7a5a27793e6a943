"""What a publisher decides about a site: its name, its address, where corrections go. Written in `optout.toml`."""

import re
from collections.abc import Iterator
from os.path import isfile
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from optout.errors import OptoutError, UsageProblem
from optout.files import real, refuse_no_file
from optout.messages import LANGUAGES
from optout.project.addresses import not_fit, one_form
from optout.project.hosts import HOSTS, host_of
from optout.project.mistyped import SECTION, as_meant
from optout.project.places import WrittenSettings, in_order, not_toml, where, wrong


class Config(NamedTuple):
    """The settings of a site; in the file their names have hyphens.

    `base_url` is the address it will have, without a slash at the end, or empty. `repository` is the address of the
    Git repository that holds the catalog, and `host` the kind of code host that is, where its name does not tell.
    `edit_url` and `report_url` are patterns with {file}, {line}, {slug} and
    {name}, for hosts whose addresses do not follow from `repository`; `report_url` may be a mailbox (`mailto:`) as
    well, and hold {passage}, what somebody selected in the guide. `since` is what the page of changes compares the
    catalog with: another catalog's file or a git revision. `languages` are those of the site by their codes, the first
    at its root, the others in a folder each. `terms` is a file of changed terms, as `optout terms --changed --format
    json` writes it. `pages` is a folder of own pages in Markdown, `files` one whose files are copied as they are.
    `pictures` asks for a picture of each guide, for those who share its address.
    `catalog` is one's own, and `beneath` are those that it stands on, of which nothing but the entries in `only` counts
    if there are any; in the file they are one list, `catalog = ["packaged", "mine.yaml"]`. `catalog`, `templates`,
    `out`, `terms`, `pages` and `files` are paths, relative to the file, and so is `since` if there is such a file.
    """

    title: str = "optout"
    base_url: str = ""
    repository: str = ""
    host: str = ""
    edit_url: str = ""
    report_url: str = ""
    since: str = ""
    languages: tuple[str, ...] = ("en",)
    only: tuple[str, ...] = ()
    catalog: Path | None = None
    beneath: tuple[Path, ...] = ()
    templates: Path | None = None
    out: Path | None = None
    terms: Path | None = None
    pages: Path | None = None
    files: Path | None = None
    pictures: bool = False


_PATHS = ("catalog", "templates", "out", "terms", "pages", "files")
_LISTS = {
    "languages": 'codes, such as languages = ["en", "de"]',
    "only": 'slugs, such as only = ["linkedin", "chatgpt"]',
}
_EXAMPLES = {"pages": "pages", "files": "static", "templates": "templates"}
_ADDRESSES = ("base_url", "repository", "edit_url", "report_url")

# In the pattern of a report: where the words go that somebody says are wrong.
PASSAGE = "{passage}"


def read(path: Path) -> Config:
    """The settings in the file `path`.

    Raises:
        UsageProblem: it is not TOML, or has a setting that does not exist or has the wrong kind.
        OptoutError: it cannot be read.
    """
    import tomllib

    refuse_no_file(path, "a file of settings")
    try:
        text = path.read_text(encoding="utf-8-sig")
        values = tomllib.loads(text)
    except OSError as error:
        raise OptoutError(f"{path}: the settings cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UsageProblem(f"{path}:{line}: byte {error.start + 1} is no UTF-8; save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        lists = ("catalog", *_LISTS)
        written = WrittenSettings(path, as_meant(text, lists))
        said = [*not_toml(path, text, error, lists).args, *_settings(tomllib.loads(written.text), written)[1]]
        raise UsageProblem(*in_order(dict.fromkeys(said), path)) from error
    except RecursionError as error:
        raise UsageProblem(f"{path}: this is nested too deeply; a setting is a text or a list") from error
    config, wrongs = _settings(values, WrittenSettings(path, text))
    if wrongs:
        raise UsageProblem(*in_order(wrongs, path))
    return _apart(config, path)


def _settings(values: dict[str, Any], file: WrittenSettings) -> tuple[Config, list[str]]:
    """The settings as far as they can be read, and what is wrong: each that does not exist, or has the wrong kind."""
    found: dict[str, Any] = {}
    said: list[str] = []
    waiting = list(values.items())
    while waiting:
        key, value = waiting.pop(0)
        if isinstance(value, dict):  # what could stand without the section
            waiting = [pair for pair in value.items() if _near(pair[0]) and not isinstance(pair[1], dict)] + waiting
        try:
            name = _name(key, value, file)
            found[name] = _value(key, value, file)
        except UsageProblem as error:
            said += error.args
    *beneath, own = found.pop("catalog", (None,))
    config = Config(**found, catalog=own, beneath=tuple(beneath))
    try:
        config = check(config, file)
    except UsageProblem as error:
        said += error.args
    return config, said


def _apart(config: Config, path: Path) -> Config:
    """Hold that what is copied into a site is not the folder of the settings, with the site in it.

    Raises:
        UsageProblem: it is.
    """
    here = real(path.absolute().parent)
    for name in ("pages", "files", "templates"):
        folder = getattr(config, name)
        if folder and real(folder) in (here, *here.parents):
            said = f"{name}: {folder} is the folder of the settings themselves, or holds it"
            raise wrong(path, name, f'{said}; name one of its own, such as {name} = "{_EXAMPLES[name]}"')
    return config


def check(config: Config, file: Path | WrittenSettings | None = None) -> Config:
    """The same settings with their addresses in one form; `file` is where they are written.

    Raises:
        UsageProblem: addresses, patterns and words that a site could not use, or the site has no name; it names each.
    """
    if said := list(_unusable(config, file)):
        raise UsageProblem(*said)
    repository = one_form(config.repository).removesuffix(".git")  # as one clones it
    return config._replace(base_url=one_form(config.base_url), repository=repository)


def _unusable(config: Config, file: Path | WrittenSettings | None) -> Iterator[str]:
    """What is wrong with addresses, patterns and words, each setting once."""
    wrong_addresses = set[str]()
    for name in _ADDRESSES:
        if said := not_fit(getattr(config, name), name):
            setting = name.replace("_", "-")
            wrong_addresses.add(name)
            yield str(wrong(file, setting, f"{setting}: {said}"))
    for pattern in ("edit_url", "report_url"):
        if pattern in wrong_addresses:
            continue
        try:
            filled(getattr(config, pattern), pattern)
        except UsageProblem as error:
            yield str(wrong(file, pattern.replace("_", "-"), str(error)))
    if config.host and config.host not in HOSTS:
        yield str(wrong(file, "host", f"host: there is no `{config.host}`; choose among {', '.join(HOSTS)}"))
    if said := _wrong_languages(config.languages):
        yield str(wrong(file, "languages", f"languages: {said}"))
    if not config.title.strip() or not config.title.isprintable():
        yield str(wrong(file, "title", 'title: a site needs a name, in one line, such as title = "My guides"'))


def _wrong_languages(codes: tuple[str, ...]) -> str:
    if unknown := next((code for code in codes if code not in LANGUAGES), None):
        return f"there is no `{unknown}`; choose among {', '.join(LANGUAGES)}"
    if not codes or len({*codes}) < len(codes):
        return 'name each language once, such as languages = ["en", "de"]'
    return ""


# Above this GitHub shows a text without colours and without an edit button; with .dev in place of .com the same
# address leads to an editor in the browser. https://docs.github.com/en/codespaces/the-githubdev-web-based-editor and
# https://docs.github.com/enterprise/2.11/user/articles/limits-for-viewing-content-and-diffs-in-a-repository
_SHOWN = 1_000_000
_EDITED = "https://github.dev"


def edit_url(config: Config, file: str, line: int, slug: str, name: str, size: int = 0) -> str:
    """Where an entry can be corrected: the catalog on the code host; empty where nobody has said.

    Without its line, unless a pattern of the publisher's asks for that: one line more would change the pages of all
    that come after it. `size` is how many bytes the catalog has: what is too large to be edited there opens in an
    editor that takes it.
    """
    if config.edit_url:
        return filled(config.edit_url, "edit_url", file, line, slug, name)
    if not config.repository:
        return ""
    on_github = config.repository.removeprefix("https://github.com")
    if size > _SHOWN and on_github != config.repository:
        return f"{_EDITED}{on_github}/blob/HEAD/{quote(file)}"
    return config.repository + host_of(config.repository, config.host).file.format(file=quote(file))


def size_that_counts(size: int) -> int:
    """So many bytes of a catalog as `edit_url` tells them apart."""
    return _SHOWN + 1 if size > _SHOWN else 0


def _name(key: str, value: Any, file: WrittenSettings) -> str:
    if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value)):
        raise _in_section(key, value, file)
    if (near := _near(key)) == key:
        return key.replace("-", "_")
    hint = f"did you mean `{near}`?" if near else f"there are {', '.join(_names())}"
    raise wrong(file, key, f"there is no setting `{key}`; {hint}")


def _names() -> list[str]:
    return [name.replace("_", "-") for name in Config._fields if name != "beneath"]


def _near(key: str) -> str:
    """The setting that is most like a name, if one is."""
    from difflib import get_close_matches

    return key if key in _names() else "".join(get_close_matches(key.lower(), _names(), 1))


def _in_section(key: str, value: Any, file: WrittenSettings) -> UsageProblem:
    """What to say of settings that stand in a section, written as its own line or as a name with a dot."""
    place = where(file, key)
    line = place.removeprefix(f"{file.path}:").split(":")[0]
    written = file.text.split("\n")[int(line) - 1] if line.isdecimal() else "["
    if written.lstrip().startswith("["):
        return UsageProblem(f"{place}: `{written.strip()}` {SECTION.removeprefix('this ')}")
    return UsageProblem(f"{place}: a setting has no dot in its name: {next(iter(value), key)} = ...")


def _value(key: str, value: Any, file: WrittenSettings) -> Any:
    folder = file.path.parent
    if key == "pictures" and isinstance(value, bool):
        return value
    if key == "pictures":
        raise wrong(file, key, f"`{key}` must be true or false, without quotes: {key} = true")
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            example = _LISTS[key]
            if isinstance(value, str) and '"' not in value:
                words = ", ".join(f'"{one}"' for one in re.split(r"[\s,;]+", value) if one)
                example = f"{example.split(',')[0]}: {key} = [{words}]"
            raise wrong(file, key, f"`{key}` must be a list of {example}")
        return tuple(value)
    if key == "catalog" and isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return tuple(folder / one for one in value)
    if not isinstance(value, str) and key in _EXAMPLES:
        raise wrong(file, key, f'`{key}` must be the name of one folder, in quotes: {key} = "{_EXAMPLES[key]}"')
    if not isinstance(value, str):
        example = '"..."' if isinstance(value, list | bool) else f'"{value}"'
        raise wrong(file, key, f"`{key}` must be a text in quotes, such as {key} = {example}")
    if (key in _PATHS or key == "since") and (escape := re.search(r"[\x00-\x1f\x7f]", value)):
        said = f"a backslash in double quotes made a control character of what follows it ({escape[0]!r})"
        raise wrong(file, key, f"`{key}`: {said}; type the path with / in place of each backslash")
    if key == "since":
        return str(folder / value) if isfile(folder / value) else value  # no name is too long to ask for
    if key == "catalog":
        return (folder / value,)
    return folder / value if key in _PATHS else value


def filled(pattern: str, name: str, file: str = "", line: int = 0, slug: str = "", title: str = "") -> str:
    """The setting `name`, a pattern, with these values in it.

    Raises:
        UsageProblem: it holds another name, or none in braces.
    """
    more = {"passage": PASSAGE} if name == "report_url" else {}
    try:
        return pattern.format(file=quote(file), line=line, slug=quote(slug), name=quote(title), **more)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        setting = name.replace("_", "-")
        names = ["{file}", "{line}", "{slug}", "{name}", *([PASSAGE] if more else [])]
        message = f"{setting}: `{pattern}` may hold {', '.join(names[:-1])} and {names[-1]} only"
        raise UsageProblem(message) from error
