"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from optout.errors import OptoutError


def write_file(path: Path, text: str | bytes) -> None:
    """Replace `path` by `text` (as UTF-8) in one step, so that nobody ever sees half of it.

    Raises:
        OptoutError: the file cannot be written; what was there before still is.
    """
    temporary = None
    try:
        target = Path(os.path.realpath(path))  # a link stays one
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8") if isinstance(text, str) else text)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        os.replace(temporary, target)
    except BaseException as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise OptoutError(f"{path} cannot be written ({error.strerror}); nothing was changed") from error
