"""Archives: a few files of a ZIP, each read only as far as it may go, and none unpacked."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from optout.errors import OptoutError
from optout.exports.source import LARGEST, Stream

_READ = (".csv", ".json", ".html", ".htm", ".data", ".pgp", ".gpg", ".txt", ".xml")
_MOST = 20_000  # files that are listed
_MOST_READ = 400  # files that are opened; those of Takeout that may be read are a dozen
_MOST_TOGETHER = 4 * LARGEST  # bytes of them


@contextmanager
def files(source: Stream) -> Iterator[Iterator[Stream]]:
    """The files of an archive that may be an export, one after another; what is attached to entries is left alone.

    Raises:
        OptoutError: it is damaged, locked, or holds more than anybody's export.
    """
    try:
        stream = source.stream if source.stream.seekable() else io.BytesIO(source.whole().read())
        with zipfile.ZipFile(stream) as archive:
            yield _each(archive, source)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError):
        raise OptoutError(f"{source.name} is a damaged or unfinished archive; export or download it anew") from None


def _each(archive: zipfile.ZipFile, source: Stream) -> Iterator[Stream]:
    listed = archive.infolist()
    wanted = [one for one in listed if one.filename.lower().endswith(_READ) and "/files/" not in f"/{one.filename}"]
    if len(listed) > _MOST or len(wanted) > _MOST_READ:
        raise OptoutError(f"{source.name} holds {len(listed):,} files; unpack it and name the one with the logins")
    if sum(one.file_size for one in wanted if one.file_size <= LARGEST) > _MOST_TOGETHER:
        raise OptoutError(
            f"{source.name} holds more than {_MOST_TOGETHER // 2**20} MiB to read; unpack it and name the file with "
            "the logins"
        )
    for one in wanted:
        name = one.filename.rsplit("/", 1)[-1]
        if one.flag_bits & 1:
            raise OptoutError(f"{source.name} is locked with a password; unpack it, and name the file in it")
        if one.file_size > LARGEST:
            continue
        with archive.open(one) as stream:
            yield Stream(stream, f"{source.name} ({name})", name)  # type: ignore[arg-type]
