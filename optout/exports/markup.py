"""XML of KeePass, read by expat; bookmarks in the form that Netscape gave them, read by Python's reader of HTML."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NoReturn
from xml.parsers import expat

from optout.errors import OptoutError
from optout.exports.login import Item, Passed
from optout.exports.source import Stream
from optout.exports.table import made, split

_PIECE = 2**16  # characters


def is_keepass(start: str) -> bool:
    """Whether a text begins as the XML of KeePass 2, KeePassXC or KeePass 1 does."""
    return "<KeePassFile" in start or "<pwlist" in start


def is_bookmarks(start: str) -> bool:
    """Whether a text begins as a file of bookmarks does."""
    lower = start.lower()
    return "netscape-bookmark-file" in lower or "<a href=" in lower


def keepass(source: Stream) -> Iterator[Item]:
    """The entries of a database, without what is in its recycle bin and without earlier versions of entries.

    Raises:
        OptoutError: it is no XML any more, or declares entities, which no export does.
    """
    reader = _KeePass(source.name)
    with source.whole() as stream:
        while True:
            piece = stream.read(_PIECE)
            try:
                reader.parser.Parse(piece, not piece)
            except expat.ExpatError as error:
                place, why = f"{source.name}:{error.lineno}:{error.offset + 1}", expat.ErrorString(error.code)
                raise OptoutError(f"{place}: this is no XML any more ({why}); the file is damaged or cut off, "
                                  "export it anew") from None  # fmt: skip
            for place_, title, addresses in reader.taken():
                if addresses is None:
                    yield Passed(place_, "bin", source.file)
                else:
                    yield made(place_, addresses, title, source.file)
            if not piece:
                return


class _KeePass:
    """Takes titles and addresses from the events of expat; no other text of an entry is put together at all.

    KeePass 2 and KeePassXC: https://github.com/keepassxreboot/keepassxc/blob/develop/src/format/KdbxXmlWriter.cpp;
    KeePass 1: https://keepass.info/help/v1/base/importexport.html.
    """

    def __init__(self, name: str) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse
        self._name = name
        self._open: list[str] = []
        self._text: list[str] | None = None
        self._bin = "-"
        self._groups: list[bool] = []
        self._key = ""
        self._found: list[tuple[int, str, tuple[str, ...] | None]] = []
        self._begin()

    def taken(self) -> list[tuple[int, str, tuple[str, ...] | None]]:
        """What was found since one last asked: line, title, addresses; no addresses of what is in the bin."""
        found, self._found = self._found, []
        return found

    def _begin(self) -> None:
        self._line, self._title = 0, ""
        self._addresses: list[str] = []

    def _refuse(self, *_: object) -> NoReturn:
        raise OptoutError(f"{self._name} declares entities of its own, which no export of KeePass does; it is not read")

    def _start(self, tag: str, _: dict[str, str]) -> None:
        self._open.append(tag)
        if tag == "Group":
            self._groups.append(False)
        elif tag in ("Entry", "pwentry") and "History" not in self._open:
            self._begin()
            self._line = self.parser.CurrentLineNumber
        wanted = tag in ("Key", "title", "url", "RecycleBinUUID") or (tag == "UUID" and self._open[-2:-1] == ["Group"])
        if tag == "Value":
            wanted = self._key in ("Title", "URL") or self._key.startswith(("KP2A_URL", "AndroidApp"))
        self._text = [] if wanted and "History" not in self._open else None

    def _data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        text = "".join(self._text or ()).strip()
        self._text = None
        if tag == "Key":
            self._key = text
        elif tag == "RecycleBinUUID":
            self._bin = text
        elif tag == "UUID" and self._open[-2:-1] == ["Group"]:
            self._groups[-1:] = [text == self._bin]
        elif tag == "title" or (tag == "Value" and self._key == "Title"):
            self._title = text or self._title
        elif (tag == "url" or tag == "Value") and text:
            is_app = self._key.startswith("AndroidApp") and "://" not in text
            self._addresses += [f"androidapp://{text}"] if is_app else split(text)
        elif tag in ("Entry", "pwentry") and "History" not in self._open[:-1]:
            self._found.append((self._line, self._title, None if any(self._groups) else tuple(self._addresses)))
        if tag in ("String", "Entry"):
            self._key = ""
        elif tag == "Group" and self._groups:
            self._groups.pop()
        self._open.pop()


def bookmarks(source: Stream) -> Iterator[Item]:
    """The links of a file of bookmarks: https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)."""
    reader = _Links()
    with source.text() as text:
        while piece := text.read(_PIECE):
            reader.feed(piece)
            yield from _pages(reader, source)
        reader.close()
        yield from _pages(reader, source)


def _pages(reader: "_Links", source: Stream) -> Iterator[Item]:
    for line, address in reader.found:
        if address.startswith(("http://", "https://")):  # a script or a place in the browser is no account
            yield made(line, (address,), "", source.file)
    reader.found.clear()


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (address := dict(attrs).get("href")):
            self.found.append((self.getpos()[0], address.strip()))
