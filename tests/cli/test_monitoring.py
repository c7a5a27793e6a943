"""`optout links` and `optout evidence`, against a server on this machine."""

import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

import optout
from optout.cli import monitoring
from optout.web import fetch
from optout.web.results import Record, ResultStore
from tests.conftest import Run, git
from tests.web.conftest import Time, _server, local, time  # noqa: F401
from tests.web.local import PAGE, QUOTE, Local

pytestmark = pytest.mark.slow  # a server, and a sandbox for each page that it gives

_ENTRY = """\
{slug}:
  name: {slug}
  category: work
  training: opt-out
  summary: It trains on posts. [s0]
  checked: 2026-11-21
  controls: [{{name: Form, form: "https://acme.example/alive", evidence: [s0]}}]
  sources:
"""
_SOURCE = "    s{number}: {{title: T, publisher: P, kind: {kind}, url: {url}{quote}}}\n"


def _catalog(folder: Path, *addresses: str, slug: str = "acme", kind: str = "official", quote: str = "") -> Path:
    """A catalog of one entry with these sources."""
    quoted = f', quote: "{quote}"' if quote else ""
    sources = "".join(
        _SOURCE.format(number=number, kind=kind, url=f"https://{address}", quote=quoted)
        for number, address in enumerate(addresses)
    )
    path = folder / "platforms.yaml"
    path.write_text(_ENTRY.format(slug=slug) + sources, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _stage(local: Local, time: Time, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # noqa: F811
    """The local internet in place of the real one, a clock that stands still, and a cache of our own."""
    monkeypatch.setattr(fetch, "internet", local.network)
    monkeypatch.setattr(monitoring, "clock", time.clock)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def test_dead_links_are_listed_first_and_fail(run: Run, tmp_path: Path) -> None:
    """With their reason, their place, and what to write instead; those alive are only counted."""
    _catalog(tmp_path, "acme.example/found", "acme.example/404", "acme.example/chain", "acme.example/403")
    done = run("links")
    assert done.code == 1
    assert done.out == (
        "Dead (1)\n"
        "  https://acme.example/404\n"
        "    404: there is no such page\n"
        "    platforms.yaml:10:55  acme  sources.s1.url\n"
        "\n"
        "Moved for good (1)\n"
        "  https://acme.example/chain\n"
        "    moved for good\n"
        "    write instead: https://acme.example/alive\n"
        "    platforms.yaml:11:55  acme  sources.s2.url\n"
        "\n"
        "Blocked: a person has to look (1)\n"
        "  https://acme.example/403\n"
        "    403: refuses programs\n"
        "    platforms.yaml:12:55  acme  sources.s3.url\n"
        "\n"
        "Moved for now (1)\n"
        "  https://acme.example/found\n"
        "    redirects for now; nothing to change\n"
        "    leads to https://acme.example/alive\n"
        "    platforms.yaml:9:55  acme  sources.s0.url\n"
    )
    assert done.err == "5 addresses: 1 dead, 2 moved, 1 blocked, 1 alive\n"


def test_what_is_blocked_or_not_reachable_is_no_failure(run: Run, tmp_path: Path) -> None:
    """A person has to look, or the next run."""
    path = _catalog(tmp_path, "acme.example/999", "acme.example/to-private", "www.linkedin.com/help/x")
    done = run("links", "--catalog", path)
    assert (done.code, done.err) == (0, "4 addresses: 2 blocked, 1 not reachable now, 1 alive\n")
    assert "known to be, so not asked" in done.out


@pytest.mark.parametrize("format_", ["json", "markdown", "github"])
def test_the_formats(format_: str, run: Run, tmp_path: Path) -> None:
    """JSON has every address, Markdown is for an issue, annotations are for what should be mended in the catalog."""
    path = _catalog(tmp_path, "acme.example/404", "acme.example/moved", "acme.example/403")
    done = run("links", "--catalog", path, "--format", format_)
    assert done.code == 1
    if format_ == "json":
        found = json.loads(done.out)
        assert found["version"] == 1
        states = [(one["address"].rpartition("/")[2], one["state"], one["write"]) for one in found["links"]]
        new = "https://acme.example/alive"
        listed = [("alive", "alive", None), ("404", "dead", None), ("moved", "moved", new), ("403", "blocked", None)]
        assert states == listed
        assert {len(one) for one in found["links"]} == {8}
    elif format_ == "markdown":
        assert done.out.startswith("### Dead (1)\n\n* <https://acme.example/404>\n  * 404: there is no such page\n")
    else:
        assert [line.split(" ")[0] for line in done.out.splitlines()] == ["::error", "::warning"]
        assert "line=9,col=55,endColumn=79,title=dead-link::" in done.out


def test_only_some_platforms(run: Run, tmp_path: Path, local: Local) -> None:  # noqa: F811
    """Named as people name them; a name that fits nothing is an error."""
    text = _catalog(tmp_path, "acme.example/1").read_text(encoding="utf-8")
    other = _catalog(tmp_path, "other.example/alive", slug="other").read_text(encoding="utf-8")
    (tmp_path / "two.yaml").write_text(text + other, encoding="utf-8")
    assert run("links", "Other", "--catalog", "two.yaml").code == 0
    assert "acme.example/1" not in local.asked
    assert run("links", "nobody", "--catalog", "two.yaml").code == 1


def test_a_sample_is_the_same_all_day(run: Run, tmp_path: Path, time: Time) -> None:  # noqa: F811
    """Another day brings another; the same seed the same; more than there is means all."""
    path = _catalog(tmp_path, *(f"h{number}.example/403" for number in range(15)))

    def sample(*arguments: str) -> list[str]:
        done = run("links", "--catalog", path, "--sample", "5", "--format", "json", *arguments)
        return [one["address"] for one in json.loads(done.out)["links"]]

    first = sample()
    assert len(first) == 5
    assert sample() == first
    seeded = sample("--seed", "x")
    time.passed += 86400
    assert sample() != first
    assert sample("--seed", "x") == seeded
    assert "16 addresses" in run("links", "--catalog", path, "--sample", "99").err


def test_results_are_kept_and_age(run: Run, tmp_path: Path, local: Local, time: Time) -> None:  # noqa: F811
    """Within a day nothing is asked twice, except what could not be reached; later, or on demand, everything."""
    path = _catalog(tmp_path, "acme.example/404", "acme.example/500")
    for times, arguments in ((1, ()), (1, ()), (2, ("--max-age", "0")), (2, ())):
        assert run("links", "--catalog", path, *arguments).code == 1
        assert local.asked["acme.example/404"] == times
    assert local.asked["acme.example/500"] == 3 * 4
    time.passed += 90_000
    run("links", "--catalog", path)
    assert local.asked["acme.example/404"] == 3
    time.passed -= 90_000  # a clock that was wrong: a result of tomorrow is none
    run("links", "--catalog", path)
    assert local.asked["acme.example/404"] == 4


@pytest.mark.parametrize("command", ["links", "evidence"])
def test_an_interrupted_run_goes_on(
    command: str,
    run: Run,
    tmp_path: Path,
    local: Local,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl-C: exit code 130, what was found is listed and kept, and the next run asks only the rest."""
    path = _catalog(tmp_path, *(f"h{number}.example/403" for number in range(6)))
    add = ResultStore.add

    def interrupted(store: ResultStore, record: Record) -> None:
        add(store, record)
        if len(store.records) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(ResultStore, "add", interrupted)
    done = run(command, "--catalog", path, "--hosts", "1", "--state", "kept.jsonl")
    assert done.code == 130
    assert re.search(r"interrupted; what was found is kept: the same command goes on with the [34] left", done.err)
    kept = ResultStore(tmp_path / "kept.jsonl", command).records
    assert len(kept) == 3
    assert all(address in done.out for address in kept if address.endswith("403"))
    monkeypatch.setattr(ResultStore, "add", add)
    again = run(command, "--catalog", path, "--state", "kept.jsonl")
    assert again.code == 0
    assert {local.asked[address.removeprefix("https://")] for address in kept} == {1}
    assert again.out.count("403: refuses programs") == 6


def test_only_changed_entries(run: Run, tmp_path: Path, local: Local) -> None:  # noqa: F811
    """Since a revision: an entry that is as it was is left out, a new one and a changed one are not."""
    texts = {slug: _catalog(tmp_path, f"{slug}.example/403", slug=slug).read_text(encoding="utf-8") for slug in "abc"}
    path = tmp_path / "platforms.yaml"
    path.write_text(texts["a"] + texts["b"], encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "platforms.yaml")
    git(tmp_path, "commit", "-qm", "x")
    path.write_text(texts["a"] + texts["b"].replace("name: b", "name: B") + texts["c"], encoding="utf-8")
    for command in ("links", "evidence"):
        local.asked.clear()
        assert run(command, "--catalog", path, "--since", "HEAD").code == 0
        assert [local.asked[f"{slug}.example/403"] for slug in "abc"] == [0, 1, 1]
    assert run("links", "--catalog", path, "--since", "nowhere").code == 1


def test_a_host_has_a_pause(run: Run, tmp_path: Path, time: Time) -> None:  # noqa: F811
    """A second, or what is asked for, between two requests to one host, redirects included."""
    path = _catalog(tmp_path, "acme.example/moved", "acme.example/403")
    assert run("links", "--catalog", path).code == 0
    assert time.waits == [1.0, 1.0, 1.0]
    time.waits.clear()
    assert run("links", "--catalog", path, "--max-age", "0", "--pause", "0").code == 0
    assert time.waits == []


def test_a_list_of_your_own(run: Run, tmp_path: Path, local: Local) -> None:  # noqa: F811
    """Addresses known to be blocked are not asked; a line that has expired is told, and asked again."""
    path = _catalog(tmp_path, "acme.example/403", "other.example/403")
    line = '[[blocked]]\nhost = "{}"\nreason = "shows a captcha"\nuntil = {}\n'
    own = line.format("acme.example", "2027-01-01") + line.format("other.example", "2026-11-21")
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    done = run("links", "--catalog", path, "--blocked", "own.toml")
    assert done.code == 0
    assert "known to be, so not asked: shows a captcha (until 2027-01-01)" in done.out
    assert "own.toml: other.example was blocked until 2026-11-21 (shows a captcha); it is asked again" in done.err
    assert set(local.asked) == {"other.example/403"}


def test_a_machine_without_a_network(run: Run, tmp_path: Path, local: Local) -> None:  # noqa: F811
    """No address is called dead, not even by results that were kept; the sentence says what to check."""
    path = _catalog(tmp_path, "a.example/alive", "b.example/alive")
    assert run("links", "--catalog", path).code == 0
    local.is_offline = True
    path = _catalog(tmp_path, "a.example/alive", "c.example/alive")
    done = run("links", "--catalog", path)
    assert done.code == 1
    assert "Dead" not in done.out
    assert "no address answered; check that this machine is online" in done.err


def test_a_host_that_is_gone_is_dead(run: Run, tmp_path: Path) -> None:
    """If other hosts answer."""
    done = run("links", "--catalog", _catalog(tmp_path, "nohost.example/a"))
    assert (done.code, "Dead (1)" in done.out) == (1, True)


def test_progress_is_told_now_and_then(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error, which is no terminal here."""
    monkeypatch.setattr(monitoring, "_STEP", 2)
    lines = run("links", "--catalog", _catalog(tmp_path, "a.example/403", "b.example/403", "c.example/403")).err
    assert lines.startswith("2 of 4 addresses asked\n4 addresses: ")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("links", "--state", "."), 2, "is a folder"),
        (("links", "--state", "platforms.yaml"), 2, "is no file that `optout links` keeps results in"),
        (("evidence", "--blocked", "none.toml"), 1, "there is no file none.toml; name one that is there"),
        (("links", "--blocked", "platforms.yaml"), 1, "this is not TOML"),
        (("links", "--sample", "0"), 2, "--sample"),
        (("links", "-o", "no/folder/x.md"), 1, "cannot be written"),
        (("evidence", "nobody"), 1, "there is no platform `nobody`"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    arguments: tuple[str, ...], code: int, said: str, run: Run, tmp_path: Path
) -> None:
    """Which thing, and what to do; the catalog that was named by mistake is left as it was."""
    before = _catalog(tmp_path, "acme.example/alive").read_bytes()
    done = run(*arguments, "--catalog", "platforms.yaml")
    assert (done.code, said in done.err) == (code, True)
    assert (tmp_path / "platforms.yaml").read_bytes() == before


def test_a_broken_entry_is_told(run: Run, tmp_path: Path) -> None:
    """The others are asked all the same."""
    path = _catalog(tmp_path, "acme.example/alive")
    path.write_text(path.read_text(encoding="utf-8") + "broken:\n  name: B\n", encoding="utf-8")
    done = run("links", "--catalog", path)
    assert done.code == 1
    assert "broken in " in done.err
    assert ": broken; run optout check on it" in done.err


@pytest.mark.parametrize(
    ("command", "library"),
    [("links", "httpx"), ("links", "httpcore"), ("evidence", "lxml"), ("evidence", "pypdf"), ("evidence", "rapidfuzz")],
)
def test_a_missing_library_says_how_to_get_it(command: str, library: str) -> None:
    """They are an extra, which only these two commands need."""
    code = (
        f"import sys; sys.modules['{library}'] = None; from optout.cli.main import main; sys.exit(main(['{command}']))"
    )
    here = Path(optout.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=here)
    assert done.returncode == 1
    assert re.fullmatch(
        rf"optout: this command needs the package `{library}[.\w]*`; "
        r"install it with pip install 'optout-guides\[links\]'\n",
        done.stderr,
    )


def test_quotes_that_stand_are_only_counted(run: Run, tmp_path: Path) -> None:
    """In pages, packed pages, pages in a wrong charset, and PDFs; those that moved or are gone are shown."""
    path = _catalog(tmp_path, "acme.example/alive", "acme.example/gzip", "acme.example/pdf", quote=QUOTE)
    done = run("evidence", "--catalog", path)
    assert (done.code, done.out) == (0, "")
    assert done.err == "3 quotes: 3 stand; 3 official pages watched: 3 seen for the first time\n"


def test_quotes_that_changed_are_shown(run: Run, tmp_path: Path, local: Local) -> None:  # noqa: F811
    """A little: both, word by word. Gone: exit code 1."""
    path = _catalog(tmp_path, "acme.example/latin", "acme.example/policy", kind="press", quote=QUOTE)
    local.put("https://acme.example/policy", f"<p>{'Nothing is said here about that. ' * 20}")
    done = run("evidence", "--catalog", path)
    assert done.code == 1
    assert "Gone: the page no longer says so (1)\n  https://acme.example/policy\n    “We train our models" in done.out
    assert "We train our [-models-] {+modèles+} on your posts unless you opt out." in done.out
    assert "platforms.yaml:10:88  acme  sources.s1.quote" in done.out
    assert done.err.startswith("2 quotes: 1 gone, 1 moved a little; 0 official pages watched")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("403", "403: refuses programs"),
        ("404", "404: there is no such page"),
        ("cut", "the page breaks off"),
        ("brotli", "is packed as br, which was not asked for"),
        ("picture", "the page is no text (image/png)"),
        ("damaged-pdf", "the page is a PDF that cannot be read"),
        ("script-only", "the page shows its text only where scripts run: open it in a browser"),
    ],
)
def test_pages_that_cannot_be_read_say_why(path: str, reason: str, run: Run, tmp_path: Path) -> None:
    """They are listed, but neither the quote nor the page is blamed."""
    done = run("evidence", "--catalog", _catalog(tmp_path, f"acme.example/{path}", quote="Not on that page at all."))
    assert done.code == 0
    assert done.out.startswith(f"Could not be read (1)\n  https://acme.example/{path}\n    {reason}\n")
    assert done.err.startswith("1 quote: 1 could not be read; 0 official pages watched")


def test_a_policy_that_changes_on_training_is_told_from_one_that_changes_elsewhere(
    run: Run,
    tmp_path: Path,
    local: Local,  # noqa: F811
    time: Time,  # noqa: F811
) -> None:
    """Once, when it was seen on two days; `optout stale` knows of it for long."""
    path = _catalog(tmp_path, "a.example/policy", "b.example/policy")
    old = {"a": PAGE, "b": PAGE}
    new = {
        "a": PAGE.replace("your posts", "your posts and chats"),
        "b": PAGE + "<p>Our office has moved to another town.",
    }
    days = []
    for pages in (old, new, new, new):
        for name, page in pages.items():
            local.put(f"https://{name}.example/policy", page)
        days.append(run("evidence", "--catalog", path))
        time.passed += timedelta(days=1.5).total_seconds()
    for _ in range(5):  # long afterwards, when the file has been tidied
        assert run("evidence", "--catalog", path).code == 0
        time.passed += timedelta(days=7).total_seconds()
    assert "changed in what it says about training AI" in run("stale", "--catalog", path, "--today", "2027-01-01").out
    assert [day.code for day in days] == [0, 0, 1, 0]
    assert [day.out == "" for day in days] == [True, True, False, True]
    assert days[2].out == (
        "Changed in what it says about training AI (1)\n"
        "  https://a.example/policy\n"
        "    [-We train our models on your posts unless you opt out.-]\n"
        "    {+We train our models on your posts and chats unless you opt out.+}\n"
        "    platforms.yaml:9:55  acme  sources.s0.url\n"
        "\n"
        "Changed elsewhere (1)\n"
        "  https://b.example/policy\n"
        "    platforms.yaml:10:55  acme  sources.s1.url\n"
    )


def test_a_page_that_could_not_be_read_keeps_its_memory(
    run: Run,
    tmp_path: Path,
    local: Local,  # noqa: F811
    time: Time,  # noqa: F811
) -> None:
    """A day on which a server fails is no change, and what was told once is not told again."""
    path = _catalog(tmp_path, "a.example/policy")
    new = PAGE.replace("your posts", "your posts and chats")
    told = []
    for page in (PAGE, new, new, "<title>Just a moment...</title>", new):
        local.put("https://a.example/policy", page)
        told.append("Changed" in run("evidence", "--catalog", path).out)
        time.passed += timedelta(days=1.5).total_seconds()
    assert told == [False, False, True, False, False]


def test_evidence_as_json(run: Run, tmp_path: Path) -> None:
    """Every page with its quotes, every field always there."""
    path = _catalog(tmp_path, "acme.example/alive", "acme.example/403", quote=QUOTE)
    found = json.loads(run("evidence", "--catalog", path, "--format", "json").out)
    assert [page["quotes"][0]["state"] for page in found["pages"]] == ["stands", "unread"]
    assert [page["unread"] for page in found["pages"]] == [None, "403: refuses programs"]
    assert {len(page) for page in found["pages"]} == {6}


def test_a_quote_that_was_mended_is_looked_up_anew(run: Run, tmp_path: Path, local: Local) -> None:  # noqa: F811
    """Even on the same day: the page is read again for it, and only then."""
    assert run("evidence", "--catalog", _catalog(tmp_path, "acme.example/alive", quote="Not what it says.")).code == 1
    for _ in range(2):
        assert run("evidence", "--catalog", _catalog(tmp_path, "acme.example/alive", quote=QUOTE)).code == 0
    assert local.asked["acme.example/alive"] == 2


@pytest.mark.parametrize("command", ["links", "evidence"])
@pytest.mark.parametrize(
    "values",
    ['{"state": 5}', '{"state": "alive", "final": []}', '{"state": "alive", "unread": "", "quotes": {"x": [1]}}', "{}"],
)
def test_a_damaged_file_of_results_is_told(command: str, values: str, run: Run, tmp_path: Path) -> None:
    """In a sentence; the run goes on, and the file is kept."""
    path = _catalog(tmp_path, "acme.example/alive", quote=QUOTE)
    line = f'{{"address": "https://acme.example/alive", "at": "2026-11-22T11:00:00+00:00", "values": {values}}}'
    text = f'{{"optout": "{command}", "version": 1}}\n{line}\n'
    (tmp_path / "kept.jsonl").write_text(text, encoding="utf-8")
    done = run(command, "--catalog", path, "--state", "kept.jsonl")
    assert done.code == 0
    assert "kept.jsonl is damaged: 1 of its 1 lines make no sense; it is kept as kept.jsonl.old" in done.err
    assert (tmp_path / "kept.jsonl.old").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("path", ["to-odd-name", "to-empty-name"])
def test_one_odd_redirect_does_not_end_the_run(path: str, run: Run, tmp_path: Path) -> None:
    """It is that address's answer; the others have theirs."""
    catalog = _catalog(tmp_path, f"acme.example/{path}", "other.example/404", "xn--.example/x")
    done = run("links", "--catalog", catalog)
    assert done.code == 1
    assert "which is no address" in done.out
    assert done.err == "4 addresses: 1 dead, 2 not reachable now, 1 alive\n"
