"""A catalog of one's own: the files to begin with, and writing them where none is lost."""

from pathlib import Path

from optout import git
from optout.editing.installed import requirement
from optout.errors import OptoutError
from optout.files import write_file
from optout.project.addresses import of_clone
from optout.project.hosts import kind_of
from optout.schema import json_schema as schema

_STARTER = Path(__file__).with_name("starter")
_FILES = {
    "platforms.yaml": "platforms.yaml",
    "optout.toml": "optout.toml",
    "README.md": "README.md",
    ".gitignore": "gitignore",
}
# What publishes the site, and how somebody says that a guide is wrong, on each code host.
_OF_HOST = {
    "github": {
        ".github/workflows/site.yml": "site.yml",
        ".github/ISSUE_TEMPLATE/wrong-step.yml": "wrong-step.yml",
        ".github/ISSUE_TEMPLATE/new-platform.yml": "new-platform.yml",
    },
    "gitlab": {".gitlab-ci.yml": "gitlab-ci.yml"},
    "codeberg": {"publish.sh": "publish.sh"},
}


def host_of_origin(folder: Path) -> str:
    """The code host that a folder's repository comes from, by its origin; github if that does not tell."""
    place = next(one for one in (folder.absolute(), *folder.absolute().parents) if one.is_dir())
    try:
        origin = git.ask(*git.folder(place), "remote", "get-url", "origin").stdout.decode("utf-8", "replace").strip()
    except OptoutError:
        return "github"
    kind = kind_of(of_clone(origin))
    return "codeberg" if kind in ("forgejo", "gitea") else kind if kind in _OF_HOST else "github"


def plan(today: str, host: str = "github") -> dict[str, str]:
    """The text of every file by its path, for a code host: github, gitlab or codeberg.

    The example is checked on the day `today`, as ISO 8601 writes it.
    """
    kind = f'host = "{host}"'
    values = {
        "KIND_OF_HOST": f"# {kind}" if host == "github" else kind,
        "TODAY": today,
        "REQUIRED": requirement(),
        "PICTURED": requirement("pictures"),
        "PUBLISHING": _text(f"{host}.md").strip(),
    }
    texts = {path: _text(name) for path, name in {**_FILES, **_OF_HOST[host]}.items()}
    for gap, value in values.items():
        texts = {path: text.replace(gap, value) for path, text in texts.items()}
    return {**texts, "platforms.schema.json": schema.text()}


def _text(name: str) -> str:
    return (_STARTER / name).read_text(encoding="utf-8")


def write(planned: dict[str, str], folder: Path) -> list[Path]:
    """Write what is not there yet, and give the paths written.

    Raises:
        OptoutError: other files are in the way, or one cannot be written; then nothing is left behind.
    """
    missing = {path: text for path, text in planned.items() if not _is_there(folder / path, text)}
    taken = [path for path in missing if (folder / path).exists() or (folder / path).is_symlink()]
    if taken:
        raise OptoutError(f"{folder} has {' and '.join(taken)} already; nothing was written, name another folder")
    made: list[Path] = []
    try:
        for path, text in missing.items():
            _make_folder((folder / path).parent, made)
            write_file(folder / path, text)
            made.append(folder / path)
    except BaseException as error:
        for one in reversed(made):
            one.rmdir() if one.is_dir() else one.unlink()
        if isinstance(error, OSError):
            raise OptoutError(f"{folder} cannot be written to ({error.strerror}); nothing was changed") from error
        raise
    return [folder / path for path in missing]


def _is_there(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and remember which."""
    if not folder.is_dir():
        _make_folder(folder.parent, made)
        folder.mkdir()
        made.append(folder)
