"""By which requirement of pip somebody else gets the optout that runs here."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from optout import __version__, git
from optout.errors import OptoutError

_NAME = "optout-guides"


def requirement(extra: str = "") -> str:
    """A requirement that names this version: where it was installed from if others get there, else on PyPI.

    With the dependencies of an `extra`, if any is named.
    """
    name = f"{_NAME}[{extra}]" if extra else _NAME
    address = _address(_record())
    return f"{name} @ {address}" if address else f"{name}=={__version__}"


def is_from_a_file() -> bool:
    """Whether it was installed from this machine only, so that nobody here knows whether PyPI has this version."""
    record = _record()
    return bool(record) and not _address(record)


def _record() -> dict[str, Any]:
    """Where it was installed from, as installers note it; nothing if that is an index such as PyPI.

    https://packaging.python.org/en/latest/specifications/direct-url/
    """
    try:
        found = json.loads(distribution(_NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _address(record: dict[str, Any]) -> str:
    """The address of a requirement; empty if there is none that others get to."""
    url, kept = str(record.get("url", "")), record.get("vcs_info")
    if isinstance(kept, dict) and kept.get("vcs") == "git":
        return _of_commit(url, str(kept.get("commit_id", "")))
    if url.startswith("file:") and isinstance(record.get("dir_info"), dict):
        return _of_folder(Path(unquote(urlsplit(url).path)))
    return url if _is_public(url) else ""


def _of_folder(folder: Path) -> str:
    """The address of the commit that a clone is at; empty if it has no origin, or none that has this commit."""
    try:
        asked = [
            git.ask(*git.folder(folder), *question).stdout.decode("utf-8", "replace").strip()
            for question in (("remote", "get-url", "origin"), ("rev-parse", "HEAD"))
        ]
        is_there = git.ask(*git.folder(folder), "branch", "--remotes", "--contains", "HEAD").stdout.strip()
    except OptoutError:  # without git nobody knows
        return ""
    origin = re.sub(r"^(?:ssh://)?git@([^:/]+)[:/]", r"https://\1/", asked[0])
    return _of_commit(origin, asked[1]) if is_there else ""


def _of_commit(url: str, commit: str) -> str:
    return f"git+{url}@{commit}" if _is_public(url) and re.fullmatch("[0-9a-f]{40,64}", commit) else ""


def _is_public(url: str) -> bool:
    """Whether an address is one for everybody: without user name or password, and nothing that a shell would read."""
    return re.fullmatch(r"https://[\w.:-]+/[\w./~%+-]+", url, re.ASCII) is not None
