"""Writing a planned folder of guides."""

from collections.abc import Mapping
from pathlib import Path

from optout.errors import OptoutError
from optout.files import write_file
from optout.guidebook.plan import Difference, compare, foreign


def write(planned: Mapping[str, str], folder: Path) -> Difference:
    """Make `folder` hold the plan and say what was changed; files that optout did not make stay as they are.

    Raises:
        OptoutError: a file cannot be written, or somebody else's file has the name of a guide.
    """
    if in_the_way := foreign(planned, folder):
        named = ", ".join(in_the_way[:3])
        raise OptoutError(f"{folder} holds files that optout did not make ({named}); choose another folder with --out")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptoutError(f"{folder} cannot be made ({error.strerror}); choose another folder with --out") from error
    difference = compare(planned, folder)
    for name in difference.missing + difference.changed:
        write_file(folder / name, planned[name])
    for name in difference.stale:
        (folder / name).unlink()
    return difference
