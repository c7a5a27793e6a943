"""Questions asked both ways: the long one, and the short one from what was kept; in every kind of project."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import EXAMPLE, Outcome

QUESTIONS = [
    ("show", "acme"), ("show", "Acme", "Chat"), ("show", "zenith"), ("show", "https://www.acme.example/a?b=c#d"),
    ("show", "wall.example"), ("show", "sub.acme.example"), ("show", "Acme", "Corp"), ("show", "acmee"), ("show", "zz"),
    ("show", "no such", "thing"), ("show", "quiet", "acme"), ("show", "acme", "--region", "DE"), ("show", "壁", "Wall"),
    ("show", "acme", "--region", "Germany"), ("show", "acme", "--full"), ("show", "acme", "--device", "ios"),
    ("list",), ("list", "--region", "de"), ("list", "--category", "social"), ("search", "training"), ("search", "zzqq"),
    ("search", "acme", "chat"), ("search", "a"), ("search", "trainng"), ("search", "acme.example"), ("search", "壁"),
    ("open", "acme", "--print"), ("open", "Acme", "Chat", "--print"), ("open", "quiet", "--print"), ("open", "zenith"),
    ("show", "https://www.www.acme.example"), ("show", "www.www.acme.example"),
]  # fmt: skip
# Those that have to be answered the short way once they were answered, for any catalog in which they can be.
QUICK = [
    ("show", "acme"), ("show", "https://www.acme.example/a?b=c#d"), ("show", "acmee"), ("list",),
    ("list", "--region", "de"), ("search", "training"), ("search", "zzqq"), ("show", "acme", "--region", "DE"),
    ("show", "zenith"),
]  # fmt: skip

Ask = Callable[..., Outcome]
Short = Callable[..., Outcome | None]


def put(path: Path, text: str) -> None:
    """Write a file, whose change the system tells: two within one tick of its clock it does not."""
    before = path.stat().st_ctime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    while path.stat().st_ctime_ns == before or time.time_ns() <= path.stat().st_ctime_ns:
        path.write_text(text, encoding="utf-8")


def settings(text: str) -> None:
    put(Path("optout.toml"), text)


def below() -> None:
    folder = Path("guides", "mine")
    folder.mkdir(parents=True)
    os.chdir(folder)


def _named() -> None:
    Path("platforms.yaml").rename("mine.yaml")
    settings('catalog = "mine.yaml"\ntitle = "Ours"\n')


def with_templates() -> None:
    Path("own").mkdir()
    settings('templates = "own"\n')


def with_page() -> None:
    with_templates()
    put(Path("own", "guide.txt"), "{{ guide.name }}, our way\n")


def two_layers(more: str = "") -> None:
    Path("platforms.yaml").rename("mine.yaml")
    put(Path("base.yaml"), ENTRY.format("basic", "Basic") + ENTRY.format("acme", "Acme the old"))
    settings(f'catalog = ["base.yaml", "mine.yaml"]\n{more}')


def _broken() -> None:
    put(Path("platforms.yaml"), EXAMPLE.read_text(encoding="utf-8") + "\nzz:\n  nane: Zz\n\nacmee:\n  name: [\n")


def _twice() -> None:
    put(Path("platforms.yaml"), EXAMPLE.read_text(encoding="utf-8") + ENTRY.format("acme", "Acme"))


def _in_the_environment() -> None:
    Path("platforms.yaml").rename("other.yaml")
    os.environ["OPTOUT_CATALOG"] = "./other.yaml"


def _wrong_and_named() -> None:
    settings("titel = 3\n")
    _in_the_environment()


ENTRY = """
{}:
  name: {}
  now: quiet
"""
KINDS: dict[str, Callable[[], None]] = {
    "a catalog in the folder": lambda: None,
    "a folder below": below,
    "settings that name it": _named,
    "settings beside it": lambda: settings('languages = ["de"]\n'),
    "a folder of templates": with_templates,
    "a page of one's own": with_page,
    "layers": two_layers,
    "a selection": lambda: two_layers('only = ["basic"]\n'),
    "broken entries": _broken,
    "an entry that stands twice": _twice,
    "the environment": _in_the_environment,
    "no catalog where settings say": lambda: settings('catalog = "nowhere.yaml"\n'),
    "templates that are a file": lambda: settings('templates = "platforms.yaml"\n'),
    "settings that are wrong, and a catalog that is named": _wrong_and_named,
    "settings that are wrong": lambda: settings("titel = 3\n"),
}
