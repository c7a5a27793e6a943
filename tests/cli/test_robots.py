"""`optout robots` as somebody with a website meets it."""

import json
from pathlib import Path

import pytest

from optout.cli import monitoring
from optout.robots.reading import RobotsTxt
from optout.web import fetch
from tests.conftest import EXAMPLE, Run
from tests.web.conftest import Time, _server, local, time  # noqa: F401
from tests.web.local import Local, Play

_AT = ("--catalog", EXAMPLE)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A robots.txt of somebody's own."""
    path = tmp_path / "robots.txt"
    path.write_bytes(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /private/\r\nSitemap: https://a.example/sitemap.xml\r\n")
    return path


def test_the_file_goes_to_standard_output(run: Run) -> None:
    """And nothing to the other."""
    outcome = run("robots", *_AT)
    assert outcome.code == 0
    assert outcome.err == ""
    assert not RobotsTxt(outcome.out.encode()).allows("AcmeBot")


def test_a_block_is_added_checked_and_renewed(run: Run, site: Path) -> None:
    """What was there stays byte for byte."""
    before = site.read_bytes()
    missing = run("robots", "--into", site, "--check", *_AT)
    assert (missing.code, missing.out) == (1, f"{site}: missing: AcmeBot\n")
    shown = run("robots", "--into", site, "--diff", *_AT)
    assert shown.code == 1
    assert "+User-agent: AcmeBot" in shown.out
    assert site.read_bytes() == before
    assert run("robots", "-o", site, *_AT).code == 0
    assert site.read_bytes().startswith(before + b"\r\n# BEGIN optout robots")
    assert run("robots", "--into", site, "--check", *_AT).code == 0
    again = site.read_bytes()
    assert run("robots", "--into", site, *_AT).err == f"{site}: nothing to change\n"
    assert site.read_bytes() == again
    other = run("robots", "--block", "all", "--into", site, "--check", *_AT)
    assert (other.code, other.out) == (1, f"{site}: the block is not as it would be written today\n")


def test_rules_in_words_of_one_s_own_are_enough(run: Run, site: Path) -> None:
    """Whoever is refused already is not missing."""
    site.write_text("user-agent: acmebot\ndisallow: /\n", encoding="utf-8")
    assert run("robots", "--into", site, "--check", *_AT).code == 0


def test_whom_the_file_lets_in_all_the_same_is_told_with_the_line(run: Run, site: Path) -> None:
    """The block is written, and nobody is left to believe that it is enough."""
    site.write_text("Sitemap: /s\nUser-agent: AcmeBot\nAllow: /\n", encoding="utf-8")
    outcome = run("robots", "--into", site, *_AT)
    assert outcome.code == 0
    assert f"{site}:2:1: AcmeBot has a group of its own" in outcome.err


def test_a_name_that_waits_for_rules_does_not_get_those_of_the_block(run: Run, site: Path) -> None:
    """It would be shut out by a line that it does not stand beside."""
    site.write_text("User-agent: Googlebot\n", encoding="utf-8")
    outcome = run("robots", "--into", site, *_AT)
    assert outcome.code == 1
    assert f"{site}:1:1: no rule stands below `User-agent: Googlebot`" in outcome.err
    assert site.read_text("utf-8") == "User-agent: Googlebot\n"


def test_json_is_written_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    """It has no place for marks."""
    path = tmp_path / "tdmrep.json"
    ask = ("robots", "--format", "tdmrep", "--into", path)
    assert run(*ask).code == 0
    assert run(*ask).err == f"{path}: nothing to change\n"
    assert run(*ask, "--check").code == 0
    path.write_text("[]\n", encoding="utf-8")
    outcome = run(*ask)
    assert outcome.code == 1
    assert "add by hand" in outcome.err
    assert path.read_text("utf-8") == "[]\n"


def test_a_crawler_is_explained(run: Run) -> None:
    """Whose it is, what for, whether it obeys, and where more is."""
    outcome = run("robots", "--explain", "acmebot", *_AT)
    assert outcome.code == 0
    assert "AcmeBot" in outcome.out
    assert "optout show acme" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--block", "Nobody"), "no crawler of the catalog is called `Nobody`"),
        (("--allow", "AcmeBto"), "did you mean AcmeBot?"),
    ],
)
def test_a_crawler_that_is_not_there_ends_with_1(arguments: tuple[str, ...], said: str, run: Run) -> None:
    """As every name that is not there, with what is near."""
    outcome = run("robots", *arguments, *_AT)
    assert (outcome.code, outcome.out, said in outcome.err) == (1, "", True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--check",), "optout robots --into robots.txt --check"),
        (("--allow", "AcmeBot"), "nothing is left to block"),
        (("--format", "meta", "--block", "search"), "leave --block out"),
        (("--format", "meta", "--allow", "AcmeBot"), "leave --allow out"),
        (("--format", "lighttpd"), "lighttpd"),
    ],
)
def test_wrong_use_ends_with_2_and_what_to_type(arguments: tuple[str, ...], said: str, run: Run) -> None:
    """One sentence, no traceback."""
    outcome = run("robots", *arguments, *_AT)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_catalog_without_a_text_for_it_says_so(run: Run) -> None:
    """The example has no standard in it."""
    outcome = run("robots", "--format", "ai-txt", *_AT)
    assert outcome.code == 1
    assert "has no text for ai-txt" in outcome.err


def test_names_that_no_file_can_hold_are_left_out_and_told(run: Run, tmp_path: Path) -> None:
    """A catalog that somebody else wrote puts no line into a file."""
    text = EXAMPLE.read_text("utf-8").replace("token: AcmeBot\n", 'token: "Acme; Allow: /"\n')
    text = text.replace(
        "      addresses: https://acme.example/bot.json\n",
        "    - {token: FineBot, for: [training], purpose: 'P. [help]'}\n",
    )
    path = tmp_path / "platforms.yaml"
    path.write_text(text, encoding="utf-8")
    outcome = run("robots", "--catalog", path, "--format", "nginx")
    assert outcome.code == 0
    assert "Acme; Allow" not in outcome.out
    assert "left out" in outcome.err


def test_an_audit_of_a_folder_tells_who_may_come_in_and_fails_for_a_mistake(run: Run, tmp_path: Path) -> None:
    """Whatever of a site is in it."""
    (tmp_path / "robots.txt").write_text("User-agent: AcmeBot\nDisallow: /\n", encoding="utf-8")
    (tmp_path / "index.html").write_text('<meta name="tdm-reservation" content="1">', encoding="utf-8")
    good = run("robots", "audit", tmp_path, *_AT)
    assert good.code == 0
    assert "shut out" in good.out
    assert "index.html:1: tdm-reservation: 1: refuses training" in good.out
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    bad = run("robots", "audit", tmp_path / "robots.txt", "--format", "json", *_AT)
    assert bad.code == 1
    assert [note["line"] for note in json.loads(bad.out)["notes"] if note["problem"]] == [1]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("nothing", None, "there is no"),
        ("notes.md", "# hello\n", "has no User-agent line"),
        (".", None, "no index.html"),
    ],
)
def test_an_audit_of_nothing_says_what_to_name(
    name: str, text: str | None, said: str, run: Run, tmp_path: Path
) -> None:
    """It is no clean site."""
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    outcome = run("robots", "audit", tmp_path / name, *_AT)
    assert (outcome.code, outcome.out) == (1 if name == "nothing" else 2, "")
    assert said in outcome.err


class TestAsked:
    """An address is asked because one typed it."""

    @pytest.fixture(autouse=True)
    def _stage(self, local: Local, time: Time, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
        monkeypatch.setattr(fetch, "internet", local.network)
        monkeypatch.setattr(monitoring, "clock", time.clock)

    @pytest.mark.slow
    def test_a_site_is_asked_for_four_things_once_each(self, run: Run) -> None:
        """The page with its headers, robots.txt, tdmrep.json and ai.txt; a page in place of the last two is none."""
        Play.pages["acme.example/robots.txt"] = b"User-agent: AcmeBot\nDisallow: /\n"
        Play.pages["acme.example/ai.txt"] = b"<!doctype html>"
        outcome = run("robots", "audit", "https://acme.example/reserved", *_AT)
        assert outcome.code == 0
        assert "tdm-reservation: 1: refuses training" in outcome.out
        assert "x-robots-tag: noai" in outcome.out
        assert "ai.txt:" not in outcome.out
        assert sorted(Play.asked) == [
            f"acme.example/{path}" for path in (".well-known/tdmrep.json", "ai.txt", "reserved", "robots.txt")
        ]
        assert set(Play.asked.values()) == {1}

    @pytest.mark.slow
    @pytest.mark.parametrize("address", ["http://private.example/", "https://localhost/"])
    def test_no_private_address_is_called(self, address: str, run: Run) -> None:
        """As with `links`."""
        outcome = run("robots", "audit", address, *_AT)
        assert (outcome.code, outcome.out) == (1, "")
        assert "no public address" in outcome.err


def test_a_catalog_without_crawlers_is_told_as_such(run: Run, tmp_path: Path) -> None:
    """It is not the options that left nothing to block."""
    (tmp_path / "mine.yaml").write_text("", encoding="utf-8")
    outcome = run("robots", "--catalog", tmp_path / "mine.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert f"{tmp_path / 'mine.yaml'} names no crawler; name another catalog" in outcome.err
