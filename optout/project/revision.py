"""Files as they were at a git revision. Asks the `git` command; knows nothing of catalogs."""

from pathlib import Path

from optout import files, git
from optout.errors import NotFound, OptoutError


def read_at(revision: str, path: Path, called: str = "") -> bytes | None:
    """What was in the file `path` at `revision` (a branch, tag or commit); None if it was not there.

    `called` is what the file is called in a sentence, if not by its path.

    Raises:
        NotFound: there is no such revision.
        OptoutError: git is missing, or `path` is in no repository.
    """
    called = called or str(path)
    real = files.real(path)
    inside = git.ask(*git.folder(real.parent), "rev-parse", "--is-inside-work-tree")
    if inside.returncode or inside.stdout.strip() != b"true":
        why = git.why(inside) or "the folder holds git's own files"
        raise OptoutError(f"git cannot look up `{revision}` for {called} ({why}); name a file in a git repository")
    commit = _commit(real.parent, revision)
    if commit is None:
        raise NotFound(
            f"there is no git revision `{revision}` in the repository of {called}; "
            "name a branch, tag or commit such as HEAD~1 or origin/main, and in a shallow clone `git fetch` it first"
        )
    tree = git.ask(*git.folder(real.parent), "--literal-pathspecs", "ls-tree", "-z", commit, "--", real.name)
    if tree.returncode == 0 and not tree.stdout:
        return None
    found = git.ask(*git.folder(real.parent), "cat-file", "blob", f"{commit}:./{real.name}")
    if found.returncode:
        why = f"git cannot read {called} at `{revision}` ({git.why(found)})"
        raise OptoutError(
            f"{why}; try `git fsck`, or, in a clone without all contents, `git show {revision}:./{path.name}`"
        )
    return found.stdout


def _commit(folder: Path, revision: str) -> str | None:
    """The full id of a revision. No name of a revision begins with a hyphen, which git would take for an option."""
    if not revision or revision.startswith("-") or "\0" in revision:
        return None
    found = git.ask(*git.folder(folder), "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return found.stdout.decode("ascii").strip() if found.returncode == 0 else None
