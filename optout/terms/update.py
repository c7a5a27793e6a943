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
from optout.files import only_one
from optout.terms.library import HOME

_STEP = 4_000  # commits
_LOCKS = ("shallow.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "refs/heads/main.lock")

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
        OptoutError: the folder cannot be made, another run is at work in it, or git is missing.
    """
    git.ask("--version")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptoutError(f"{folder} cannot be made ({error.strerror}); name another with --clones DIR") from error
    with only_one(folder) as lock:
        for name in collections:
            say(f"{name}: asking {home}")
            try:
                _bring(_Repository(f"{name}-declarations", folder, home, lock), is_whole=False)
            except OptoutError as error:
                say(f"{name}: no addresses of its documents ({error})")
            try:
                _bring(_Repository(f"{name}-versions", folder, home, lock), is_whole=True)
            except OptoutError as error:
                yield Fetched(name, str(error))
            else:
                yield Fetched(name)


class _Repository(NamedTuple):
    """A repository: its name, the folder its clone lies in, where it comes from, and the lock of the folder."""

    name: str
    folder: Path
    home: str
    lock: int

    @property
    def address(self) -> str:
        """Where it is fetched from."""
        return f"{self.home.rstrip('/')}/{self.name}.git" if "://" in self.home else str(Path(self.home) / self.name)


def _bring(repository: _Repository, is_whole: bool) -> None:
    bare = repository.folder / f"{repository.name}.git"
    place = next((path for path in (repository.folder / repository.name, bare) if path.is_dir()), None)
    if place is None:
        place = bare
        made = git.ask("init", "--quiet", "--bare", "--template=", "--initial-branch=main", str(place))
        _must(made, repository.name, place)
    elif place == bare:
        _unlock(place)
    own = place / ".git" if (place / ".git").exists() else place
    is_new = git.ask(f"--git-dir={own}", "rev-parse", "--verify", "--quiet", "HEAD").returncode != 0
    try:
        if is_new or not is_whole:
            _fetch(own, repository, "--depth=1")
        else:
            _fetch(own, repository)
        while is_whole and (own / "shallow").is_file():
            _fetch(own, repository, f"--deepen={_STEP}")
    except OptoutError:
        if is_new:
            _remove_empty(own)
        raise


def _unlock(place: Path) -> None:
    """Take away what a killed run left: nobody else works in a clone of ours while the folder's lock is ours."""
    left = (*(place / name for name in _LOCKS), *place.glob("objects/pack/tmp_*"), *place.glob("objects/tmp_*"))
    for path in left:
        if path.is_file():
            path.unlink()


def _fetch(own: Path, repository: _Repository, *depth: str) -> None:
    is_seen = sys.stderr.isatty()
    arguments = (
        *(*_STILL, f"--git-dir={own}", "fetch", "--no-tags", "--no-recurse-submodules", "--no-auto-maintenance"),
        *("--force", "--update-head-ok", "--progress" if is_seen else "--quiet", *depth, repository.address),
        "+HEAD:refs/heads/main",
    )
    allowed = {"GIT_ALLOW_PROTOCOL": "https" if "://" in repository.address else "file"}
    done = git.ask(*arguments, settings=allowed, handles=(repository.lock,), shows=is_seen)
    _must(done, repository.name, own)


def _must(done: subprocess.CompletedProcess[bytes], repository: str, own: Path) -> None:
    if done.returncode:
        why = git.why(done) or f"git ended with {done.returncode}"
        advice = "what was here before still is"
        if "not found" in why.casefold() or "could not read username" in why.casefold():
            why = f"there is none of that name; it may be called otherwise now, see {HOME}"
        elif ".lock'" in why:
            advice = "if no git is at work there, one was killed: delete that file and run this again"
        elif _is_damaged(own):
            why, advice = f"its clone in {own} is damaged ({why})", "delete it and run this again"
        raise OptoutError(f"{repository} could not be fetched: {why}; {advice}")


def _is_damaged(own: Path) -> bool:
    """Whether a clone says which commit is its newest and does not have it whole."""
    newest = git.ask(f"--git-dir={own}", "rev-parse", "--verify", "--quiet", "HEAD").stdout.decode("ascii").strip()
    return bool(newest) and git.ask(f"--git-dir={own}", "cat-file", "-e", f"{newest}^{{tree}}").returncode != 0


def _remove_empty(own: Path) -> None:
    """Take away a clone that was begun and has nothing in it; one with anything in it stays."""
    with suppress(OSError):
        for path in sorted(own.rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
            elif path.name in ("HEAD", "config", "description", "FETCH_HEAD"):
                path.unlink()
        own.rmdir()
