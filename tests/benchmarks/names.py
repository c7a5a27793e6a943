"""Names, lists and searches: what they cost beside a slug and beside importing what optout needs, small and large.

python -m tests.benchmarks names [--runs 9] [--entries 20000]
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from optout.catalog.locate import default_path
from optout.source.split import cut_all
from tests.benchmarks.timing import environment, interleaved, peak, report

ASKED = {
    "slug": ("show", "linkedin"),
    "name": ("show", "GitHub", "Copilot"),
    "former name": ("show", "Codeium"),
    "domain": ("show", "https://www.linkedin.com/feed"),
    "slip": ("show", "linkdin"),
    "company": ("show", "anthropic"),
    "list": ("list",),
    "search": ("search", "voice", "recordings"),
}


def renamed(entries: int, folder: Path) -> Path:
    """A catalog of so many entries: the packaged one's, and copies with slugs, names and domains of their own."""
    chunks = list(cut_all(default_path().read_bytes()))
    texts = {}
    for number in range(entries):
        chunk, turn = chunks[number % len(chunks)], number // len(chunks)
        text = chunk.raw.decode("utf-8").rstrip("\n")
        slug = f"{chunk.slug}-{turn}" if turn else chunk.slug
        texts[slug] = _copy(text, chunk.slug, turn) if turn else text
    path = folder / f"{entries}.yaml"
    path.write_text("\n\n".join(texts[slug] for slug in sorted(texts)) + "\n", encoding="utf-8")
    return path


def _copy(text: str, slug: str, turn: int) -> str:
    """An entry whose every name is its own: otherwise a query would mean a thousand entries instead of one."""
    text = text.replace(f"{slug}:\n", f"{slug}-{turn}:\n", 1)
    text = re.sub(r"^(  (?:name|now): [^\n'\"]+)$", rf"\1 {turn}", text, flags=re.MULTILINE)
    text = re.sub(r"^(  now: \S+) (\d+)$", r"\1-\2", text, flags=re.MULTILINE)
    text = re.sub(
        r"^  company: (.*)$", lambda match: f"  company: '{_companies(match[1], turn)}'", text, flags=re.MULTILINE
    )
    return re.sub(
        r"^  (aliases|formerly|domains): \[([^\]]*)\]",
        lambda match: f"  {match[1]}: [{', '.join(_name(one, turn) for one in _items(match[2]))}]",
        text,
        flags=re.MULTILINE,
    )


def _companies(companies: str, turn: int) -> str:
    """Each of the companies that the field names, with a number of its own."""
    return re.sub(r"[^/(),]*[^/(),\s]", rf"\g<0> {turn}", companies.strip("'\"").replace("'", ""))


def _items(listed: str) -> list[str]:
    return " ".join(listed.split()).split(", ")


def _name(name: str, turn: int) -> str:
    bare = name.strip("'\"").replace("''", "'").replace("'", "''")
    return f"{bare.replace('.', f'{turn}.', 1)}" if re.fullmatch(r"[\w.-]+\.\w+", bare) else f"'{bare} {turn}'"


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--entries", type=int, default=20_000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        large = renamed(options.entries, Path(name))
        for title, catalog in (("packaged", default_path()), (f"{options.entries:,}", large)):
            _compare(title, catalog, Path(name), options.runs)


def _hold_clean(catalog: Path, seen: Mapping[str, str]) -> None:
    """Stop where a query does not mean in this catalog what it means in the packaged one: it would measure another."""
    for what, words in ASKED.items():
        command = [sys.executable, "-m", "optout", *words]
        here = subprocess.run(command, capture_output=True, text=True, check=False, env=environment(seen))
        there = subprocess.run(command, capture_output=True, text=True, check=False, env=environment({}))
        if here.returncode != there.returncode or (words[0] == "show" and here.stdout != there.stdout):
            raise SystemExit(
                f"{catalog}: `optout {' '.join(words)}` ({what}) is not what it is in the packaged catalog"
            )


def _edit(catalog: Path, slug: str) -> None:
    """Change the day of an entry's check."""
    text = catalog.read_text(encoding="utf-8")
    at = text.index("\n  checked: ", text.index(f"\n{slug}:\n")) + len("\n  checked: ")
    catalog.write_text(
        f"{text[:at]}2026-01-{1 + int(text[at + 8 : at + 10]) % 28:02}{text[at + 10 :]}", encoding="utf-8"
    )


def _compare(title: str, catalog: Path, folder: Path, runs: int) -> None:
    with_index = {"OPTOUT_CACHE": str(folder / "cache"), "OPTOUT_CATALOG": str(catalog)}
    without = {**with_index, "OPTOUT_CACHE": "off"}
    _hold_clean(catalog, with_index)
    commands = {what: [sys.executable, "-m", "optout", *words] for what, words in ASKED.items()}
    commands["imports"] = [sys.executable, "-c", "import click, yaml, jinja2"]
    warm = interleaved(commands, runs, with_index)
    report(f"{title}: slug in ms", warm["slug"] * 1000)
    for what in ("slug", "name", "domain", "list", "search"):
        report(f"{title}: {what} / import click, yaml, jinja2", warm[what] / warm["imports"])
    if catalog != default_path():
        _edit(catalog, "linkedin-1")
        listed = interleaved({"list": commands["list"]}, 0, with_index)
        report(f"{title}: list after an edit / import click, yaml, jinja2", listed["list"] / warm["imports"])
    for what in list(ASKED)[1:]:
        goal = 1.5 if what in ("name", "former name", "domain") else None
        report(f"{title}: {what} / slug", warm[what] / warm["slug"], goal)
    cold = interleaved({what: commands[what] for what in ("slug", "domain")}, max(runs // 3, 1), without)
    report(f"{title}, no index: domain / slug", cold["domain"] / cold["slug"])
    memory = {what: peak(commands[what], with_index) for what in ("slug", "domain", "list")}
    print(f"{title}: peak memory in MiB: {', '.join(f'{what} {size:.0f}' for what, size in memory.items())}")
    kept = sum(file.stat().st_size for file in (folder / "cache").glob("*.index"))
    print(f"index files in KiB: {kept / 1024:,.0f}; catalog {os.path.getsize(catalog) / 1024:,.0f}")
