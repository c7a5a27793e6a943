"""Kill `format`, `check --fix` and `new` at random moments, and see what they leave.

Each is begun in a process of its own that has everything imported, so that most kills hit the work and not the start.
Afterwards the catalog must be the old or the new one, letter by letter, and the next run must end with the new one and
nothing beside it.
"""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import chdir
from pathlib import Path

from optout.cli.main import main
from tests.conftest import CASES

_ENTRY = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
_CATALOG = "\n".join(_ENTRY.replace("example:", f"example-{number:03}:", 1) for number in range(60))
_FIX = ("check", "platforms.yaml", "--fix")
_NEW = (
    *("new", "late", "--name", "Late", "--category", "social", "--training", "opt-out", "--no-edit"),
    *("--summary", "It trains.", "--path", "Settings > Train", "--set", "off"),
    *("--source-title", "Help", "--source-publisher", "Help", "--source-kind", "official"),
)
_TOOLS = {
    "format": (("format",), _CATALOG.replace("name: ", "name:   ")),
    "--fix": (_FIX, _CATALOG.replace("category: social", "category: social  ")),
    "new": (_NEW, _CATALOG),
}


def _begun(arguments: Sequence[str]) -> int:
    """The id of a process that does this, without a word."""
    child = os.fork()
    if not child:
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os._exit(main(list(arguments)))
    return child


def _seconds(arguments: Sequence[str]) -> float:
    start = time.monotonic()
    os.waitpid(_begun(arguments), 0)
    return time.monotonic() - start


def _left(arguments: Sequence[str], old: str, after: float) -> str:
    """Which catalog there is after a kill, and whether something was left beside it that the next run took away."""
    path = Path("platforms.yaml")
    path.write_text(old, encoding="utf-8")
    child = _begun(arguments)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    found, beside = path.read_text(encoding="utf-8"), len(os.listdir(".")) - 1
    os.waitpid(_begun(arguments), 0)
    new = path.read_text(encoding="utf-8")
    if found not in (old, new) or new == old:
        return "neither"
    if os.listdir(".") != ["platforms.yaml"]:
        return "left for ever"
    return f"{'old' if found == old else 'new'}{' with a file beside it, gone after the next run' if beside else ''}"


def outcomes(
    folder: Path, times: int, seed: int, told: Callable[[str, Counter[str]], None], only: str = ""
) -> Counter[str]:
    """Kill each of the three so many times in `folder`, tell what was left by each, and give the sum."""
    chance = random.Random(seed)
    total: Counter[str] = Counter()
    with chdir(folder):
        for name, (arguments, old) in _TOOLS.items():
            if only not in name:
                continue
            Path("platforms.yaml").write_text(old, encoding="utf-8")
            length = _seconds(arguments)
            found = Counter(_left(arguments, old, chance.uniform(0, 1.1 * length)) for _ in range(times))
            told(name, found)
            total.update(what.split(" with ")[0] for what in found.elements())
    return total
