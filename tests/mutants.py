"""Do the tests notice? Plausible bugs are put into the code, one at a time, and its tests are run.

python -m tests.mutants [--each 25] [--seed 0] [MODULE...]

A mutant is one small change that keeps the code running: a comparison turned, a condition dropped, a bound moved by
one, a method taken for its neighbour. Those are drawn at random; a mutant that no test fails for is printed with its
line. Some survivors mean the same as the original: look before you write a test.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).parent.parent

# Where a wrong line would mislead a reader or lose a contributor's work, and the tests that must notice.
TESTS = {
    "guide/compose.py": ("guide", "render", "test_catalog.py", "cli/test_commands.py"),
    "guide/parts.py": ("guide", "render", "test_catalog.py", "cli/test_commands.py"),
    "guide/choose.py": ("guide", "test_regions.py", "test_plans.py"),
    "guide/ways.py": ("guide", "render", "test_catalog.py"),
    "catalog/resolve.py": ("catalog", "cli/test_commands.py"),
    "catalog/hosts.py": ("catalog", "cli/test_commands.py"),
    "catalog/lookup.py": ("catalog", "cli/test_commands.py", "cli/test_open.py"),
    "site/views.py": ("site/test_scripts.py", "site/test_pages.py"),
    "diff/compare.py": ("diff", "cli/test_diff.py", "render/test_changes.py"),
    "web/fetch.py": ("web",),
    "source/layout.py": ("source", "editing/test_format.py"),
    "editing/menders.py": ("editing/test_fix.py", "editing/test_slips.py"),
    "editing/trial.py": ("editing/test_fix.py", "editing/test_slips.py", "cli/test_check.py"),
}
GOAL = 0.85
_SECONDS = 300  # a mutant that runs for ever is noticed, too

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_NEIGHBOURS = {
    "removeprefix": "lstrip",
    "removesuffix": "rstrip",
    "startswith": "endswith",
    "endswith": "startswith",
    "append": "extend",
    "casefold": "strip",
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
}


class Mutant(NamedTuple):
    """One change: the line it is on, what it says before and after, and the module's new text."""

    line: int
    before: str
    after: str
    text: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module's text, in the order of its lines."""
    for position in range(sum(1 for _ in ast.walk(ast.parse(source)))):
        for variant in range(2):
            tree = ast.parse(source)
            node = list(ast.walk(tree))[position]
            before = ast.unparse(node) if isinstance(node, ast.expr | ast.stmt) else ""
            if _change(node, variant):
                line = getattr(node, "lineno", 0)
                yield Mutant(line, before, ast.unparse(node), ast.unparse(tree))


def _change(node: ast.AST, variant: int) -> bool:
    """Change the node in its place; False if there is no such change of it."""
    match node:
        case ast.Compare(ops=[operator, *_]) if variant == 0:
            node.ops[0] = _COMPARED[type(operator)]()
        case ast.BoolOp() if variant == 0:
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.BoolOp() if len(node.values) > 1:
            node.values.pop()
        case ast.UnaryOp(op=ast.Not()) if variant == 0:
            node.op = ast.Not()
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.IfExp() if variant == 0:
            node.body, node.orelse = node.orelse, node.body
        case ast.If() if variant == 0:
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.Constant(value=bool(value)) if variant == 0:
            node.value = not value
        case ast.Constant(value=int(value)) if not isinstance(value, bool):
            node.value = value + (1 if variant == 0 else -1)
        case ast.comprehension(ifs=[_, *_]) if variant == 0:
            node.ifs.pop()
        case ast.Attribute(attr=name) if variant == 0 and name in _NEIGHBOURS:
            node.attr = _NEIGHBOURS[name]
        case ast.Name(id=name) if variant == 0 and name in _NEIGHBOURS:
            node.id = _NEIGHBOURS[name]
        case ast.Return(value=ast.expr()) if variant == 0 and not isinstance(node.value, ast.Constant):
            node.value = ast.Constant(None)
        case _:
            return False
    return True


def noticed(text: str, module: str, copy: Path) -> bool:
    """Whether a test fails with this text of the module in `copy`, a checkout of its own; the quick ones first.

    Raises:
        RuntimeError: the tests could not be run; that says nothing of the mutant.
    """
    path = copy / "optout" / module
    whole = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    try:
        return any(_fails(module, copy, which) for which in ("not (browser or slow)", "slow and not browser"))
    finally:
        path.write_text(whole, encoding="utf-8")


def _fails(module: str, copy: Path, which: str) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-m", which]
    # The copy comes first, whatever is installed; nothing stays compiled from the mutant before.
    ours = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_PROFILE": "few"}
    try:
        done = subprocess.run(
            [*command, *(f"tests/{one}" for one in TESTS[module])],
            cwd=copy,
            env={**os.environ, **ours},
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    # 2: the tests cannot even be collected with it; 5: none is of that kind; below 0: it crashed Python itself
    if done.returncode > 2 and done.returncode != 5:
        raise RuntimeError(f"{module}: pytest ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.returncode in (1, 2) or done.returncode < 0


def main() -> int:
    """Draw, try and print; 0 if enough were noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"one of {', '.join(TESTS)}; all if left out")
    parser.add_argument("--each", type=int, default=25, help="how many mutants of each module (25)")
    parser.add_argument("--seed", type=int, default=0, help="what the drawing begins with (0)")
    chosen = parser.parse_args()
    tried = killed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "checkout"
        ignored = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis")
        shutil.copytree(_ROOT, copy, ignore=ignored)
        for module in chosen.modules or TESTS:
            whole = (_ROOT / "optout" / module).read_text(encoding="utf-8")
            if noticed(whole, module, copy):
                parser.exit(2, f"the tests of {module} fail as it is; mend that first\n")
            every = list(mutants(whole))
            drawn = random.Random(chosen.seed).sample(every, min(chosen.each, len(every)))
            dead = 0
            for mutant in sorted(drawn):
                if noticed(mutant.text, module, copy):
                    dead += 1
                else:
                    print(f"survived  optout/{module}:{mutant.line}: {mutant.before}  ->  {mutant.after}", flush=True)
            print(f"{module}: {dead} of {len(drawn)} noticed ({len(every)} possible)", flush=True)
            tried, killed = tried + len(drawn), killed + dead
    share = killed / tried if tried else 0.0
    print(f"all: {killed} of {tried} noticed, {share:.0%} (goal: at least {GOAL:.0%})")
    return 0 if share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
