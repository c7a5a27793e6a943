"""Inputs by number, and what comes of one."""

import traceback
from collections.abc import Iterator
from pathlib import Path
from random import Random

import optout
from optout.text import shown
from tests.fuzz.targets import TARGETS

_PLACES = (str(Path(optout.__file__).parent), str(Path(__file__).parent))


def inputs(target: str, seed: int, most: int) -> Iterator[tuple[int, bytes]]:
    """The first inputs of a seed with their numbers: the same on every machine, whatever was tried before."""
    for number in range(most):
        yield number, TARGETS[target].make(Random(f"{seed}/{target}/{number}"))


def held(target: str, data: bytes, folder: Path) -> None:
    """Give the input to its target; whatever it raises is a find. Files that it needs are in the folder."""
    TARGETS[target].hold(data, folder)


def find(target: str, data: bytes, folder: Path) -> str:
    """What is wrong, with the line on which it came to light; empty if nothing is."""
    try:
        held(target, data, folder)
    except Exception as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(_PLACES)]
        where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
        return shown(f"{type(error).__name__} at {where}: {error}")[:300]
    return ""
