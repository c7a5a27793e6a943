"""`optout open` starts what it says, and nothing else."""

from pathlib import Path

import pytest

from tests.conftest import Run

_ENTRY = """\
acme:
  name: Acme
  category: work
  training: opt-out
  summary: It trains on posts. [s]
  checked: 2026-11-21
  controls:
    - {control}
  sources: {{s: {{title: T, publisher: P, kind: official, url: "https://acme.example/help"}}}}
"""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was asked for."""
    addresses: list[str] = []

    def browser(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", browser)
    return addresses


def _catalog(folder: Path, control: str) -> Path:
    path = folder / "c.yaml"
    path.write_text(_ENTRY.format(control=control), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("control", "address"),
    [
        ('{name: F, form: "https://acme.example/object?from=help&x=1#form", evidence: [s]}',
         "https://acme.example/object?from=help&x=1#form"),
        ('{name: E, email: {to: privacy@acme.example, subject: "A & B?", body: "One\\nTwo"}, evidence: [s]}',
         "mailto:privacy@acme.example?subject=A%20%26%20B%3F&body=One%0D%0ATwo"),
        ('{name: E, email: {to: privacy@acme.example, subject: "x&bcc=b@evil.example"}, evidence: [s]}',
         "mailto:privacy@acme.example?subject=x%26bcc%3Db%40evil.example"),
    ],
)  # fmt: skip
def test_the_whole_address_is_shown_first(
    control: str, address: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Letter by letter what the browser gets, before it gets it."""
    shown: list[str] = []
    said: list[str] = []

    def browser(asked: str) -> bool:
        shown.append(asked)
        said.append("asked")
        return True

    def say(*words: object, **how: object) -> None:
        said.append(" ".join(map(str, words)).rstrip())

    monkeypatch.setattr("webbrowser.open", browser)
    monkeypatch.setattr("click.echo", say)
    assert run("open", "acme", "--catalog", _catalog(tmp_path, control)).code == 0
    assert shown == [address]
    assert said[-2].endswith(f": {address}")
    assert said[-1] == "asked"


@pytest.mark.parametrize(
    ("control", "reason"),
    [
        ('{name: F, form: "https://www.lіnkedin.com/settings", evidence: [s]}', "mixes letters of Cyrillic and Latin"),
        ('{name: F, form: "https://192.168.1.1/reboot", evidence: [s]}', "is a number"),
        ('{name: F, form: "https://router.local/", evidence: [s]}', "is a name in one's own network"),
        ("{name: E, email: {to: root@intranet.local}, evidence: [s]}", "is a name in one's own network"),
    ],
)
def test_what_leads_elsewhere_is_not_opened(
    control: str, reason: str, run: Run, tmp_path: Path, opened: list[str]
) -> None:
    """The sentence has the address and the reason; `--print` gives it to no script either."""
    path = _catalog(tmp_path, control)
    for more in ((), ("--print",)):
        done = run("open", "acme", "--catalog", path, *more)
        assert (done.code, done.out, opened) == (1, "", [])
        assert "is not opened: " in done.err
        assert reason in done.err


@pytest.mark.parametrize(
    "control",
    [
        '{name: F, form: "https://acme.example/object", evidense: [s]}',
        '{name: F, form: "javascript://alert(1)", evidence: [s]}',
        '{name: F, form: "http://acme.example/object", evidence: [s]}',
        '{name: F, form: "https://a@acme.example/object", evidence: [s]}',
        '{name: E, email: {to: "a@acme.example?bcc=b@evil.example"}, evidence: [s]}',
        '{name: E, email: {to: "a@acme.example,b@evil.example"}, evidence: [s]}',
    ],
)
def test_a_broken_entry_opens_nothing(control: str, run: Run, tmp_path: Path, opened: list[str]) -> None:
    """Whatever is wrong with it, and however sound the address is."""
    done = run("open", "acme", "--catalog", _catalog(tmp_path, control))
    assert (done.code, done.out, opened) == (1, "", [])
    assert "this entry is broken" in done.err


_SETTING = (
    "{where: [desktop], path: Settings > Privacy, switch: T, set: off, "
    'link: "ms-settings:privacy-feedback", evidence: [s]}'
)


@pytest.mark.parametrize(("platform", "code"), [("win32", 0), ("darwin", 1), ("linux", 1)])
def test_a_page_of_a_system_s_settings_is_opened_there_only(
    platform: str, code: int, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    """Elsewhere a sentence says so, and its address can still be printed."""
    catalog = _catalog(tmp_path, _SETTING)
    monkeypatch.setattr("sys.platform", platform)
    outcome = run("open", "acme", "--catalog", catalog)
    assert (outcome.code, opened) == (code, ["ms-settings:privacy-feedback"] if code == 0 else [])
    assert code == 0 or "opens the settings of Windows, and this is another system" in outcome.err
    assert run("open", "acme", "--catalog", catalog, "--print").out == "ms-settings:privacy-feedback\n"


@pytest.mark.parametrize(
    "address",
    [
        "ms-settings:privacy?x=1",
        "ms-settings:",
        "ms-settings://privacy",
        "ms-search:x",
        "ms-msdt:/id x",
        "MS-SETTINGS:a",
    ],
)
def test_nothing_else_than_a_documented_page_is_an_address(address: str, run: Run, tmp_path: Path) -> None:
    """No parameter, no other scheme, no way to write it that a list could miss."""
    outcome = run("check", _catalog(tmp_path, _SETTING.replace("ms-settings:privacy-feedback", address)))
    assert outcome.code == 1
    assert "bad-address" in outcome.out
