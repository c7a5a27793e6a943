"""Files as they were at a git revision. Asks the `git` command; knows nothing of catalogs."""

import os
import subprocess
from pathlib import Path

from optout.errors import OptoutError, UsageProblem

# Git sets these for hooks; they would point away from the repository that the file is in.
_ELSEWHERE = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"),
    *(
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_NAMESPACE",
        "GIT_GRAFT_FILE",
        "GIT_SHALLOW_FILE",
        "GIT_REPLACE_REF_BASE",
    ),
)

# A repository's own configuration may come from a stranger. What is asked here runs nothing of it but where a clone
# was made without all its contents: git then fetches what is missing, by whatever command the configuration names. No
# protocol being allowed keeps it from that, whatever the configuration allows; newer versions do not even try.
_ALONE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
_NOTHING_RUNS = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


def read_at(revision: str, path: Path) -> bytes | None:
    """What was in the file `path` at `revision` (a branch, tag or commit); None if it was not there.

    Raises:
        UsageProblem: there is no such revision.
        OptoutError: git is missing, or `path` is in no repository.
    """
    real = path.resolve()
    inside = _git(real.parent, "rev-parse", "--is-inside-work-tree")
    if inside.returncode or inside.stdout.strip() != b"true":
        why = _why(inside) or "the folder holds git's own files"
        raise OptoutError(f"git cannot look up `{revision}` for {path} ({why}); name a file in a git repository")
    commit = _commit(real.parent, revision)
    if commit is None:
        raise UsageProblem(
            f"there is no git revision `{revision}` in the repository of {path}; "
            "name a branch, tag or commit such as HEAD~1 or origin/main, and in a shallow clone `git fetch` it first"
        )
    tree = _git(real.parent, "--literal-pathspecs", "ls-tree", "-z", commit, "--", real.name)
    if tree.returncode == 0 and not tree.stdout:
        return None
    found = _git(real.parent, "cat-file", "blob", f"{commit}:./{real.name}")
    if found.returncode:
        why = f"git cannot read {path} at `{revision}` ({_why(found)})"
        raise OptoutError(
            f"{why}; try `git fsck`, or, in a clone without all contents, `git show {revision}:./{path.name}`"
        )
    return found.stdout


def _commit(folder: Path, revision: str) -> str | None:
    """The full id of a revision. No name of a revision begins with a hyphen, which git would take for an option."""
    if not revision or revision.startswith("-") or "\0" in revision:
        return None
    found = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return found.stdout.decode("ascii").strip() if found.returncode == 0 else None


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    command = ["git", "--no-pager", "-C", str(folder), *_NOTHING_RUNS, *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, env={**kept, **_ALONE, "LC_ALL": "C"})
    except FileNotFoundError as error:
        raise OptoutError("git is not installed; install it to compare with a revision") from error
    except OSError as error:
        raise OptoutError(f"git cannot be run ({error.strerror}); check that `git --version` works") from error


def _why(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of what git complained about."""
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else ""
