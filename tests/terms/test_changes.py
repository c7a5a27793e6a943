"""Which changes the watch tells. The cases are files: versions as an archive records them, and what is told."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from optout.terms import changes, index, passages
from optout.terms.archive import Archive
from tests.conftest import CASES
from tests.terms.collections import PATH, Made, collection

_NOW = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())
_SUBJECTS = {
    "first record": "First record of Acme Privacy Policy",
    "changed": "Record new changes of Acme Privacy Policy",
    "technical upgrade": "Apply technical or declaration upgrade on Acme Privacy Policy",
    "removed": "Remove Acme Privacy Policy",
}


def _versions(said: str) -> list[Made]:
    return [
        Made(day, None if kind == "removed" else text, _SUBJECTS[kind])
        for day, kind, text in re.findall(r"^== (\S+) (.+)\n((?:(?!== |-- ).*\n)*)", said, re.MULTILINE)
    ]


def _told(archive: Archive, now: int = _NOW) -> list[str]:
    lines = []
    with index.opened(archive) as known:
        for change in changes.changes(known, PATH, now):
            for mark, keys, version in (("+", change.new, change.version), ("-", change.gone, change.before)):
                found = passages.read(archive.text(version.object)).passages
                said = [one.sentence.text for one in found if not keys.isdisjoint(passages.keys_of(one))]
                lines += [f"{change.version.day.iso} {mark} {sentence}" for sentence in said]
    return lines


@pytest.mark.parametrize("path", sorted((CASES / "terms" / "watch").glob("*.txt")), ids=lambda path: path.stem)
def test_what_the_watch_tells_of_a_run_of_versions(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New and gone, each on its day, and nothing else."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    said, told = path.read_text(encoding="utf-8").split("-- told\n")
    with Archive(collection(tmp_path / "acme-versions", _versions(said)), "acme") as archive:
        assert _told(archive) == told.splitlines()


def test_what_went_a_week_ago_is_not_yet_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have been a page that was read by half; a week later it is told, with the day on which it went."""
    monkeypatch.setenv("OPTOUT_CACHE", "off")
    said, told = (CASES / "terms" / "watch" / "gone.txt").read_text(encoding="utf-8").split("-- told\n")
    folder = collection(tmp_path / "acme-versions", _versions(said)[:2])
    at = int(datetime(2025, 2, 8, tzinfo=UTC).timestamp())
    with Archive(folder, "acme") as archive:
        assert _told(archive, at) == []
        assert _told(archive, at + 8 * 86_400) == told.splitlines()
