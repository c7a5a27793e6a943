"""Getting collections, and what is new in them: the only part that asks the network, by the `git` command.

A clone begins with the newest commit alone, which is enough to read what stands now, and is then deepened step by step:
whatever was fetched stays, and an interrupted run goes on where it ended. Declarations are only ever read as they are
now, so of them one commit is enough.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from optout import git
from optout.errors import OptoutError
from optout.terms.library import HOME

_STEP = 4_000  # commits

# A folder may have been put where clones are kept: nothing of its configuration runs while git fetches into it.
_STILL = (
    *("-c", "credential.helper=", "-c", "core.askPass=true", "-c", "core.sshCommand=false"),
    *("-c", "core.alternateRefsCommand=true", "-c", "gc.auto=0", "-c", "maintenance.auto=false"),
)


class Fetched(NamedTuple):
    """What became of one collection: empty `problem` if all of it is here."""

    collection: str
    problem: str = ""


def update(
    collections: tuple[str, ...], folder: Path, say: Callable[[str], None], home: str = HOME
) -> Iterator[Fetched]:
    """Get collections that are not here, and what is new of the others; a failure of one is told and stops no other.

    Raises:
        OptoutError: the folder cannot be made, or git is missing.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptoutError(f"{folder} cannot be made ({error.strerror}); name another with --clones DIR") from error
    for name in collections:
        say(f"{name}: asking {home}")
        try:
            _bring(f"{name}-declarations", folder, home, is_whole=False)
        except OptoutError as error:
            say(f"{name}: no addresses of its documents ({error})")
        try:
            _bring(f"{name}-versions", folder, home, is_whole=True)
        except OptoutError as error:
            yield Fetched(name, str(error))
        else:
            yield Fetched(name)


def _bring(repository: str, folder: Path, home: str, is_whole: bool) -> None:
    place = next((path for path in (folder / repository, folder / f"{repository}.git") if path.is_dir()), None)
    if place is None:
        place = folder / f"{repository}.git"
        _must(git.ask("init", "--quiet", "--bare", "--template=", "--initial-branch=main", str(place)), repository)
    own = place / ".git" if (place / ".git").exists() else place
    address = f"{home.rstrip('/')}/{repository}.git" if "://" in home else str(Path(home) / repository)
    is_new = git.ask(f"--git-dir={own}", "rev-parse", "--verify", "--quiet", "HEAD").returncode != 0
    try:
        if is_new or not is_whole:
            _fetch(own, repository, address, "--depth=1")
        else:
            _fetch(own, repository, address)
        while is_whole and (own / "shallow").is_file():
            _fetch(own, repository, address, f"--deepen={_STEP}")
    except OptoutError:
        if is_new:
            _remove_empty(own)
        raise


def _fetch(own: Path, repository: str, address: str, *depth: str) -> None:
    arguments = (
        *(*_STILL, f"--git-dir={own}", "fetch", "--no-tags", "--no-recurse-submodules", "--no-auto-maintenance"),
        *("--force", "--update-head-ok", "--progress" if sys.stderr.isatty() else "--quiet", *depth, address),
        "+HEAD:refs/heads/main",
    )
    allowed = {"GIT_ALLOW_PROTOCOL": "https" if "://" in address else "file"}
    if sys.stderr.isatty():
        done = subprocess.run(
            git.command(*arguments), stdin=subprocess.DEVNULL, check=False, env=git.environment(allowed)
        )
        _must(subprocess.CompletedProcess(done.args, done.returncode, b"", b""), repository)
    else:
        _must(git.ask(*arguments, settings=allowed), repository)


def _must(done: subprocess.CompletedProcess[bytes], repository: str) -> None:
    if done.returncode:
        why = git.why(done) or f"git ended with {done.returncode}"
        if "not found" in why.casefold() or "could not read username" in why.casefold():
            why = f"there is none of that name; it may be called otherwise now, see {HOME}"
        raise OptoutError(f"{repository} could not be fetched: {why}; what was here before still is")


def _remove_empty(own: Path) -> None:
    """Take away a clone that was begun and has nothing in it; one with anything in it stays."""
    with suppress(OSError):
        for path in sorted(own.rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
            elif path.name in ("HEAD", "config", "description", "FETCH_HEAD"):
                path.unlink()
        own.rmdir()
