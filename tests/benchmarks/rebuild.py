"""What building again costs beside building from nothing: unchanged, after one word, after a comment.

python -m tests.benchmarks rebuild [--entries 1000,2500] [--runs 3]

Each run makes all four one after the other, in processor time (user and system) of the whole process; what is told is
the middle of the ratios.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.names import renamed
from tests.benchmarks.timing import environment

_GOALS = {"unchanged": 0.05, "a word": 0.1, "a comment": 0.1}


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", default="1000,2500")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(arguments)
    for entries in map(int, options.entries.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            catalog = renamed(entries, Path(folder))
            found = [_compare(catalog, Path(folder), number) for number in range(options.runs)]
        cold = median(one["cold"] for one in found)
        print(f"{entries:,} entries: from nothing {cold:.1f} s of processor time")
        for what, goal in _GOALS.items():
            print(f"  {what}: {median(one[what] / one['cold'] for one in found):.3f} of that (goal {goal})")


def _compare(catalog: Path, folder: Path, number: int) -> dict[str, float]:
    """The processor time of the four builds; the word with this number comes into an entry in the middle."""

    def build(*more: str) -> float:
        out = ["--out", str(folder / "site"), "--base-url", "https://guides.example"]
        command = [sys.executable, "-m", "optout", "build", "--catalog", str(catalog), *out, *more]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, check=True, capture_output=True, env=environment({"OPTOUT_CACHE": str(folder / "cache")})
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def edited(edit: Callable[[str], str]) -> float:
        catalog.write_text(edit(catalog.read_text(encoding="utf-8")), encoding="utf-8")
        return build()

    shutil.rmtree(folder / "site", ignore_errors=True)
    found = {"cold": build("--fresh"), "": build(), "unchanged": build()}
    found["a word"] = edited(lambda text: _worded(text, f"word{number}"))
    return {**found, "a comment": edited(lambda text: f"# {number}\n{text}")}


def _worded(text: str, word: str) -> str:
    at = text.index(" the ", text.index("\n  limits:", len(text) // 2))
    return f"{text[:at]} the {word} {text[at + 5 :]}"
