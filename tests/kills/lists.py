"""Kill `optout do` at random moments, and see whether an answer is lost that was taken.

Each is begun in a process of its own that has everything imported. Afterwards the list must hold every answer that was
confirmed, be read without a word, and the next command must leave nothing beside it.
"""

import io
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from optout.accounts import Profile
from optout.accounts.store import ListFile, change, load
from optout.cli.main import main

_NAMES = ("linkedin", "chatgpt", "claude", "grok", "x", "facebook", "reddit", "slack", "pinterest")
_ANSWERS = "d\nl\ns\nn\n" * 3
_TAKEN = ("> done\n", "> later\n", "> skip\n", "> not there\n")


def _begun(*arguments: str) -> tuple[int, int]:
    """The id of a process that does this, and where to read what it says."""
    says, said = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(said, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.stdin = io.StringIO(_ANSWERS)
        os._exit(main(list(arguments)))
    os.close(said)
    return child, says


def _ended(child: int, says: int) -> str:
    with open(says, encoding="utf-8") as stream:
        text = stream.read()
    os.waitpid(child, 0)
    return text


def _left(file: ListFile, after: float) -> str:
    """What is left of a session that is killed, in a word."""
    file.path.unlink(missing_ok=True)
    profile = Profile()
    for name in _NAMES:
        profile = profile.add(name, "2026-01-01T00:00:00Z")
    change(file, lambda lists: lists.put("", profile))
    child, says = _begun("do", "--no-open", "--file", str(file.path))
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    text = _ended(child, says)
    kept = sum(bool(one.state) for one in load(file).profile().listed)
    if kept < sum(map(text.count, _TAKEN)):
        return "an answer lost"
    _ended(*_begun("done", "overleaf", "--file", str(file.path)))
    if os.listdir(file.path.parent) != [file.path.name]:
        return "left for ever"
    return "new" if kept else "old"


def outcomes(
    folder: Path, times: int, seed: int, told: Callable[[str, Counter[str]], None], only: str = ""
) -> Counter[str]:
    """Kill so many sessions in `folder`, tell what was left of them, and give the sum."""
    if only not in "do":
        return Counter()
    chance = random.Random(seed)
    file = ListFile(folder / "list" / "list.json", is_own=False)
    start = time.monotonic()
    _left(file, 0)
    _ended(*_begun("do", "--no-open", "--file", str(file.path)))
    length = time.monotonic() - start
    found = Counter(_left(file, chance.uniform(0, length)) for _ in range(times))
    told("do", found)
    return found
