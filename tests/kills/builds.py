"""Builds that are ended: what is found in the folder, how long it took, and whether the next build goes on."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.conftest import CASES, as_in_a_terminal, unmeasured

_ENTRIES = 30
_LONGEST = 120.0  # seconds after which a build hangs
_PROMPT = 2.0  # seconds in which one ends that is interrupted


class Kind(NamedTuple):
    """How a build is ended: by which signal, how often, and whether only once it puts files in their place."""

    signal: signal.Signals
    times: int = 1
    aimed: bool = True


KINDS = {
    "killed at any moment": Kind(signal.SIGKILL, aimed=False),
    "killed while publishing": Kind(signal.SIGKILL),
    "terminated while publishing": Kind(signal.SIGTERM),
    "interrupted at any moment": Kind(signal.SIGINT, aimed=False),
    "interrupted twice while publishing": Kind(signal.SIGINT, 2),
}


class Trials:
    """Two catalogs, the site of each, and builds of the second over the first that are ended."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        entry = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
        texts = {f"e{number:03}": entry.replace("example:", f"e{number:03}:", 1) for number in range(_ENTRIES + 1)}
        old = "\n".join(text for slug, text in texts.items() if slug != "e000")
        new = "\n".join(text for slug, text in texts.items() if slug != "e001").replace("2026-11-21", "2026-11-20")
        for name, text in (("old", old), ("new", new)):
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        self.whole = {name: self._reference(name) for name in ("old", "new")}
        started = time.monotonic()
        self._reference("new")
        self.seconds = time.monotonic() - started

    def end(self, kind: Kind) -> Counter[str]:
        """End one build, and say in words what was found."""
        out = self._old_site()
        process = subprocess.Popen(
            self._command("new", out),
            start_new_session=True,
            preexec_fn=as_in_a_terminal,
            stderr=subprocess.PIPE,
            env=unmeasured(),
        )
        self._wait_for_the_moment(process, kind)
        ended = time.monotonic()
        for _ in range(kind.times):
            try:
                os.killpg(process.pid, kind.signal)
            except ProcessLookupError:
                break
            time.sleep(0.002)
        found: Counter[str] = Counter()
        try:
            _, said = process.communicate(timeout=_LONGEST)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate(timeout=_LONGEST)
            return Counter(["HANGS"])
        found["LATE"] += time.monotonic() - ended > _PROMPT
        found["TRACEBACK"] += b"Traceback" in said and b"optout" in said  # Python's own start has its own
        found[self.state(out)] += 1
        found["NEXT BUILD FAILS"] += not self._builds_on(out)
        return +found

    def together(self) -> Counter[str]:
        """Two builds at once, of the old and of the new catalog."""
        out = self._old_site()
        both = [subprocess.Popen(self._command(name, out), stderr=subprocess.PIPE) for name in ("new", "old")]
        for process in both:
            process.communicate(timeout=3 * _LONGEST)
        found = Counter([self.state(out)])
        found["EXIT CODE"] += any(process.returncode for process in both)
        found["NEXT BUILD FAILS"] += not self._builds_on(out)
        return +found

    def state(self, out: Path) -> str:
        """Which site is found, and whether it is whole."""
        found = _tree(out)
        if found.pop("CNAME", b"") != b"guides.example":
            return "CNAME LOST"
        return next((name for name, whole in self.whole.items() if found == whole), "MIXED")

    def _wait_for_the_moment(self, process: subprocess.Popen[bytes], kind: Kind) -> None:
        note = self.folder / ".site.building" / "swap.json"
        deadline = time.monotonic() + _LONGEST
        while kind.aimed and not note.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.0005)  # the build wants the processor, and the moment is drawn at random anyway
        time.sleep(self.random.uniform(0, 0.03 if kind.aimed else self.seconds * 1.1))

    def _builds_on(self, out: Path) -> bool:
        done = subprocess.run(self._command("new", out), capture_output=True, timeout=_LONGEST, check=False)
        left = [path.name for path in self.folder.iterdir() if path.name.startswith(".site")]
        return done.returncode == 0 and self.state(out) == "new" and not left

    def _reference(self, name: str) -> dict[str, bytes]:
        out = self.folder / f"whole-{name}"
        shutil.rmtree(out, ignore_errors=True)
        subprocess.run(self._command(name, out), check=True, capture_output=True, timeout=_LONGEST)
        return _tree(out)

    def _old_site(self) -> Path:
        out = self.folder / "site"
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(self.folder / "whole-old", out)
        (out / "CNAME").write_text("guides.example")
        return out

    def _command(self, name: str, out: Path) -> list[str]:
        catalog = str(self.folder / f"{name}.yaml")
        build = ["build", "--catalog", catalog, "--out", str(out), "--base-url", "https://guides.example"]
        return [sys.executable, "-m", "optout", *build]


def outcomes(
    folder: Path, times: int, seed: int, told: Callable[[str, Counter[str]], None], only: str = ""
) -> Counter[str]:
    """Try every kind in whose name `only` is so many times, tell what was found of each, and give the sum."""
    trials = Trials(folder, seed)
    total: Counter[str] = Counter()
    for name, one in (*((name, lambda kind=kind: trials.end(kind)) for name, kind in KINDS.items()),
                      ("two builds at once", trials.together)):  # fmt: skip
        if only not in name:
            continue
        found: Counter[str] = sum((one() for _ in range(times)), Counter())
        told(name, found)
        total += found
    return total


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
