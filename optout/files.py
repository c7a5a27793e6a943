"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from optout.errors import OptoutError


def write_file(path: Path, text: str | bytes) -> None:
    """Replace `path` by `text` (as UTF-8) in one step, so that nobody ever sees half of it.

    What is no file, such as /dev/null or a pipe, is written to and stays what it is.

    Raises:
        OptoutError: the file cannot be written; what was there before still is.
    """
    temporary = None
    try:
        target = Path(os.path.realpath(path))  # a link stays one
        data = text.encode("utf-8") if isinstance(text, str) else text
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                stream.write(data)
            return
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
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
