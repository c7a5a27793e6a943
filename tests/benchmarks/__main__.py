"""How fast and small: ratios from interleaved runs of whole processes on one machine.

pip install -e '.[test]' tldr
python -m tests.benchmarks [--runs 25]
python -m tests.benchmarks names [--runs 9] [--entries 20000]
python -m tests.benchmarks again [--runs 9] [--entries 400,10000,50000]
python -m tests.benchmarks paint [--turns 5]
python -m tests.benchmarks finding [--turns 5]
python -m tests.benchmarks size [--entries 1250,2500,5000]
python -m tests.benchmarks reading [--entries 400,10000]
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from optout.catalog.locate import default_path
from optout.source.split import cut_all
from tests.benchmarks.timing import interleaved, peak, report


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
    report("show linkedin / import click, yaml, jinja2", found["show"] / found["imports"], 0.85)
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
    if sys.argv[1:2] == ["names"]:
        from tests.benchmarks import names

        names.main(sys.argv[2:])
    elif sys.argv[1:2] == ["again"]:
        from tests.benchmarks import again

        again.main(sys.argv[2:])
    elif sys.argv[1:2] == ["paint"]:
        from tests.benchmarks import paint

        paint.main(sys.argv[2:])
    elif sys.argv[1:2] == ["rebuild"]:
        from tests.benchmarks import rebuild

        rebuild.main(sys.argv[2:])
    elif sys.argv[1:2] == ["finding"]:
        from tests.benchmarks import finding

        finding.main(sys.argv[2:])
    elif sys.argv[1:2] == ["size"]:
        from tests.benchmarks import size

        size.main(sys.argv[2:])
    elif sys.argv[1:2] == ["reading"]:
        from tests.benchmarks import reading

        reading.main(sys.argv[2:])
    else:
        main()
