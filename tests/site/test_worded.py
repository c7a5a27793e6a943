"""Letters that come taken apart with the package: the same, or nothing."""

from collections.abc import Iterator
from json import loads
from pathlib import Path

import pytest

from optout import store
from optout.letters.law import laws
from optout.site import worded, wordings
from optout.site.embedded import compact


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder as the package is, with what came with it still to be written."""
    monkeypatch.setattr(worded, "_PACKAGE", tmp_path)
    worded._opened.cache_clear()
    yield tmp_path
    worded._opened.cache_clear()


@pytest.mark.slow
def test_they_are_the_same_for_every_law_and_language(package: Path) -> None:
    """As they are made, in the order in which a file has them."""
    wordings.ship(package)
    for law in laws().values():
        for spoken in law.languages:
            assert compact(worded.of_law(law.id, spoken)) == compact(wordings.files_of(law, spoken))


def _kept(package: Path, **changed: str) -> dict[str, object] | None:
    texts = {"program": store.program(), "laws": worded._laws(), "gdpr-en": '{"gdpr-en":{}}', **changed}
    (package / worded.FILE).write_bytes(store.pack(store.Made(0, "-"), texts, {}))
    worded._opened.cache_clear()
    return worded.of_law("gdpr", "en")  # type: ignore[return-value]


def test_they_are_used_while_program_and_laws_are_as_they_were(package: Path) -> None:
    """Otherwise, or where there are none, letters are made as ever."""
    assert worded.of_law("gdpr", "en") is None
    assert _kept(package) == loads('{"gdpr-en":{}}')
    assert _kept(package, program="another") is None
    assert _kept(package, laws="others") is None
    assert worded.of_law("gdpr", "xx") is None


def test_damage_is_seen(package: Path) -> None:
    """A letter with a wrong word in it would be sent."""
    assert _kept(package)
    path = package / worded.FILE
    path.write_bytes(path.read_bytes().replace(b'"gdpr-en":{}', b'"gdpr-ex":{}'))
    worded._opened.cache_clear()
    assert worded.of_law("gdpr", "en") is None
    path.write_bytes(b"?")
    worded._opened.cache_clear()
    assert worded.of_law("gdpr", "en") is None
