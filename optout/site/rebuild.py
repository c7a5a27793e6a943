"""Building a site again and again while somebody works on it, whatever builds it and wherever it is told."""

from collections.abc import Callable, Iterable
from pathlib import Path

from optout.errors import OptoutError
from optout.guide.words import count
from optout.site.live import State
from optout.text import shown

_PAUSE = 0.1  # seconds between two looks at the files
_MOMENT = 0.05  # seconds in which a file that somebody writes would have changed again
_MOMENTS = 20  # what never comes to rest is built as it is

Signature = tuple[tuple[str, int, int], ...]  # the files with their times and sizes


def attempt(build: Callable[[], int], state: State, say: Callable[[str], None]) -> None:
    """Build the site of so many guides, or say what keeps it from being built; `state` tells the open pages."""
    try:
        guides = build()
    except Exception as error:  # a bug of ours must not take the site away that somebody looks at
        is_ours = not isinstance(error, OptoutError)
        bug = shown(f"this is a bug in optout ({type(error).__name__}: {error}); please report it")
        why = bug if is_ours else str(error)
        say(f"optout: {why}")
        state.broken(why)
    else:
        state.built()
        say(f"Built {count(guides, 'guide')}")


def on_change(
    files: Callable[[], Iterable[Path]],
    changed: Callable[[], None],
    sleep: Callable[[float], None],
    before: Signature,
) -> None:
    """Call `changed` whenever one of the files has, asked for anew each time; ends by an interruption only.

    `before` is their signature from before they were last built: what changed during that is a change. An editor that
    empties a file before it writes it is waited for.
    """
    while True:
        sleep(_PAUSE)
        now = _at_rest(files, sleep, before)
        if now != before:
            before = now
            changed()


def _at_rest(files: Callable[[], Iterable[Path]], sleep: Callable[[float], None], before: Signature) -> Signature:
    """The signature of the files, once two looks find the same, or none has changed."""
    now = _look(files)
    for _ in range(_MOMENTS):
        if now == before:
            break
        sleep(_MOMENT)
        last, now = now, _look(files)
        if now == last:
            break
    return now


def _look(files: Callable[[], Iterable[Path]]) -> Signature:
    try:
        return signature(files())
    except Exception:  # whatever keeps them from being listed keeps the site from being built, which says it
        return ()


def signature(files: Iterable[Path]) -> Signature:
    """The files as they are now, by which a change is known."""
    return tuple(sorted(map(_stamp, files)))


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        status = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), status.st_mtime_ns, status.st_size
