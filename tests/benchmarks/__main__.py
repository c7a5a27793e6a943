"""How fast and small: ratios from interleaved runs of whole processes on one machine.

pip install -e '.[test]' tldr
python -m tests.benchmarks [--runs 25]
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from optout.catalog.locate import default_path
from optout.source.split import cut_all

Commands = Mapping[str, Sequence[str]]


def interleaved(commands: Commands, runs: int) -> dict[str, float]:
    """The median time of each command in seconds, each run once before the next round begins."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    # Everybody runs from compiled bytecode, whatever this shell says.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(runs + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment)
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(listed[1:]) for name, listed in times.items()}


def grown(entries: int, folder: Path) -> Path:
    """A catalog of `entries` entries: the packaged one's repeated under other slugs, in order."""
    chunks = [chunk for chunk in cut_all(default_path().read_bytes()) if b"\n  now:" not in chunk.raw]
    texts: dict[str, str] = {}
    for number in range(entries):
        chunk = chunks[number % len(chunks)]
        turn = number // len(chunks)
        text = chunk.raw.decode("utf-8")
        slug = f"{chunk.slug}-{turn}" if turn else chunk.slug
        texts[slug] = text.replace(f"{chunk.slug}:\n", f"{slug}:\n", 1) if turn else text
    path = folder / f"{entries}.yaml"
    path.write_text("".join(texts[slug].rstrip("\n") + "\n\n" for slug in sorted(texts)), encoding="utf-8")
    return path


def peak(command: Sequence[str]) -> float:
    """The peak memory of a command in MiB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def report(title: str, value: float, goal: float | None = None) -> None:
    """One line: what was measured, the ratio, and what it should be at most."""
    print(f"{title:<66} {value:6.2f}" + (f"   (goal: at most {goal:.2f})" if goal else ""))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=25)
    runs = parser.parse_args().runs
    optout = [sys.executable, "-m", "optout"]
    imports = [sys.executable, "-c", "import click, yaml, jinja2"]
    tldr = shutil.which("tldr", path=str(Path(sys.executable).parent)) or shutil.which("tldr")
    with tempfile.TemporaryDirectory() as name:
        small, large = grown(150, Path(name)), grown(1500, Path(name))
        show: dict[str, Sequence[str]] = {
            "show": [*optout, "show", "linkedin"],
            "show 150": [*optout, "show", "linkedin", "--catalog", str(small)],
            "show 1500": [*optout, "show", "linkedin", "--catalog", str(large)],
            "imports": imports,
            "bare": [sys.executable, "-c", "pass"],
        }
        if tldr:
            show["tldr"] = [tldr, "--version"]
        found = interleaved(show, runs)
        check = interleaved(
            {
                "check": [*optout, "check"],
                "check 150": [*optout, "check", str(small)],
                "check 1500": [*optout, "check", str(large)],
                "version": [*optout, "--version"],
            },
            max(5, runs // 5),
        )
        memory = peak([*optout, "check", str(large)]), peak([*optout, "check", str(small)])
    report("show linkedin / import click, yaml, jinja2", found["show"] / found["imports"], 1.25)
    if tldr:
        report("show linkedin / tldr --version", found["show"] / found["tldr"], 1.0)
    else:
        print("tldr is not installed: pip install tldr")
    report("show linkedin, catalog of 1,500 / of 150", found["show 1500"] / found["show 150"], 1.1)
    per_entry = [(check[f"check {number}"] - check["version"]) / number for number in (150, 1500)]
    report("check, time per entry at 1,500 / at 150", per_entry[1] / per_entry[0], 1.1)
    report("check of the packaged catalog / import click, yaml, jinja2", check["check"] / found["imports"])
    print(f"medians in ms: {', '.join(f'{name} {value * 1000:.0f}' for name, value in (found | check).items())}")
    print(f"peak memory of check in MiB: {memory[0]:.0f} at 1,500 entries, {memory[1]:.0f} at 150")


if __name__ == "__main__":
    main()
