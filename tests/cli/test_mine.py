"""One's own list at the command line: the plan, one thing after the other, ticking off, and what changed."""

import io
import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import FormatChecker, validate

import optout
from optout.accounts import Account, Lists, Person
from optout.accounts.store import ListFile, change, list_file, load
from optout.cli import asking
from tests.conftest import EXAMPLE, Run, as_in_a_terminal
from tests.kills import lists as kills

if sys.platform != "win32":
    import pty

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_AT = ("--catalog", EXAMPLE)
_SCHEMA = json.loads((Path(optout.__file__).parent / "render" / "differences.schema.json").read_text(encoding="utf-8"))
_NOW = "2026-11-30T09:00:00Z"
_QUIET = "  name: Quiet\n  category: social\n  training: no-training\n"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ListFile:
    """A folder of data that is empty."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return list_file()


def _put(file: ListFile, *names: str, person: Person | None = None) -> None:
    def act(lists: Lists) -> Lists:
        profile = lists.profile()
        for name in names:
            profile = profile.add(name, _NOW, "unknown" if "." in name else "platform")
        return lists.put("", profile._replace(person=person) if person else profile)

    change(file, act)


def _accounts(file: ListFile, profile: str = "") -> dict[str, Account]:
    return {one.name: one for one in load(file).profile(profile).listed}


def _states(file: ListFile) -> dict[str, str]:
    return {name: one.state for name, one in _accounts(file).items()}


def test_a_plan_without_a_list_says_how_to_begin_and_makes_nothing(run: Run, tmp_path: Path) -> None:
    """Exit code 1, one sentence, no file."""
    for command in ("plan", "changed"):
        outcome = run(command, *_AT)
        assert (outcome.code, outcome.out) == (1, "")
        assert "optout accounts add" in outcome.err
        assert outcome.err.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_a_plan_changes_nothing_unless_it_is_to_keep(run: Run, own: ListFile) -> None:
    """Region, devices and plans are for this once, or for all that follows."""
    _put(own, "acme", "quiet", "wall", "intra.example")
    before = own.path.read_bytes()
    outcome = run("plan", "--region", "DE", *_AT)
    assert outcome.code == 0
    assert "2 of your 4 accounts train on you; 1 can be refused, 1 leaves no way." in outcome.out.replace("\n", " ")
    assert "in Germany" in outcome.out
    assert own.path.read_bytes() == before
    assert run("plan", "--region", "DE", "--device", "ios", "--plan", "Free", "--keep", *_AT).code == 0
    person = load(own).profile().person
    assert (person.region, person.devices, person.plans) == ("DE", ("ios",), ("Free",))
    assert "on iPhone and iPad" in run("plan", *_AT).out.replace("\n", " ")


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html", "json", "csv", "ics"])
def test_every_format_goes_into_a_file(format_: str, run: Run, own: ListFile, tmp_path: Path) -> None:
    """As UTF-8, whole."""
    _put(own, "acme", "wall")
    assert run("plan", "--format", format_, "-o", tmp_path / "plan", *_AT).code == 0
    written = (tmp_path / "plan").read_bytes().decode()
    assert written == run("plan", "--format", format_, *_AT).out.replace("\r\n", "\r\n")
    assert "Acme" in written or format_ == "ics"


def test_done_takes_any_name_and_puts_it_on_the_list(run: Run, own: ListFile) -> None:
    """What the guide says is kept with it; a former name leads to the one of today."""
    outcome = run("done", "Zenith", "quiet", *_AT)
    assert outcome.code == 0
    assert outcome.out == "Acme: done\nQuiet: done\n2 of 2 done.\n"
    acme = _accounts(own)["acme"]
    assert acme.state == "done"
    assert len(acme.version) == 8
    assert acme.was
    assert [way.control.switch for way in acme.was.ways] == ["Improve Acme for everyone"]
    assert run("changed", *_AT).out.startswith("Nothing has changed")


def test_undo_lets_it_be_to_do_again(run: Run, own: ListFile) -> None:
    """And says what is not on the list; `done` again after it is done again."""
    run("done", "acme", *_AT)
    assert run("undo", "Acme Chat", *_AT).out == "Acme: to do\n"
    assert _states(own) == {"acme": ""}
    assert run("undo", "quiet", *_AT).code == 1
    run("done", "acme", *_AT)
    assert _states(own) == {"acme": "done"}


def test_a_checklist_is_read_back(run: Run, own: ListFile, tmp_path: Path) -> None:
    """What is ticked in it is done, what was done before keeps its day, and what is not ticked stays."""
    _put(own, "acme", "quiet")
    checklist = tmp_path / "plan.md"
    run("plan", "--format", "markdown", "-o", checklist, *_AT)
    outcome = run("done", "--from", checklist, *_AT)
    assert outcome.code == 1
    assert "is ticked" in outcome.out
    checklist.write_text(checklist.read_text().replace("[ ]", "[x]"))
    assert run("done", "--from", checklist, *_AT).out == "Acme: done\n1 of 2 done.\n"
    before = own.path.read_bytes()
    assert run("done", "--from", checklist, *_AT).code == 0
    assert own.path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("done",), 2, "with --from"),
        (("done", "acme", "--from", "plan.md"), 2, "with --from"),
        (("done", "xyzzy"), 1, "no platform `xyzzy`"),
        (("undo", "acme"), 1, "not on your list"),
        (("plan", "--since", "soon"), 2, "2026-11-30"),
        (("do", "wall"), 1, "nothing to do at"),
        (("do", "quiet"), 1, "optout show quiet"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    arguments: tuple[str, ...], code: int, said: str, run: Run, own: ListFile
) -> None:
    """And nothing is made."""
    outcome = run(*arguments, *_AT)
    assert outcome.code == code
    assert said in outcome.err
    assert not own.path.exists()


def test_profiles_are_lists_of_their_own(run: Run, own: ListFile, tmp_path: Path) -> None:
    """In one file, or in a file of their own; whoever names none is told which there are."""
    assert run("done", "acme", "--profile", "work", *_AT).code == 0
    assert _accounts(own) == {}
    assert [*_accounts(own, "work")] == ["acme"]
    outcome = run("plan", *_AT)
    assert outcome.code == 1
    assert "your list; --profile work" in outcome.err
    assert run("plan", "--profile", "work", *_AT).code == 0
    assert run("done", "quiet", "--file", tmp_path / "other.json", *_AT).code == 0
    assert [*_accounts(ListFile(tmp_path / "other.json"))] == ["quiet"]


def test_a_damaged_list_is_kept_and_said(run: Run, own: ListFile) -> None:
    """Reading refuses it, ticking off begins anew."""
    own.path.parent.mkdir(parents=True)
    own.path.write_text('{"optout": "list"')
    for command in ("plan", "changed"):
        outcome = run(command, *_AT)
        assert outcome.code == 1
        assert "is damaged (line 1, column 18" in outcome.err
    outcome = run("done", "acme", *_AT)
    assert outcome.code == 0
    assert "it is kept as list.json.damaged" in outcome.err
    assert _states(own) == {"acme": "done"}


# What changed


def _changed_catalog(tmp_path: Path, old: str, new: str) -> Path:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "new.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path / "new.yaml"


def test_cron_hears_of_what_is_to_be_done_again(run: Run, own: ListFile, tmp_path: Path) -> None:
    """Exit code 1 until it is done again or seen; what is only called otherwise ends with 0."""
    run("done", "acme", *_AT)
    moved = _changed_catalog(tmp_path, "Improve Acme for everyone", "Train Acme on my chats")
    outcome = run("changed", "--catalog", moved)
    assert outcome.code == 0
    assert outcome.out.startswith("Only wording, or where it is\n  Acme: ")
    turned = _changed_catalog(tmp_path, "set: off", "set: on")
    outcome = run("changed", "--catalog", turned)
    assert outcome.code == 1
    assert outcome.out.startswith("Do it again\n  Acme: ")
    told = json.loads(run("changed", "--format", "json", "--catalog", turned).out)
    validate(told, _SCHEMA, format_checker=FormatChecker())
    assert [(one["account"], one["asks"]) for one in told["changes"]] == [("acme", "again")]
    assert run("changed", "--format", "markdown", "--catalog", turned).out.startswith("## Do it again\n\n* **Acme**: ")
    done = _accounts(own)["acme"].done
    assert run("changed", "acme", "--seen", "--catalog", turned).out == "1 change is marked as seen.\n"
    assert run("changed", "--catalog", turned).code == 0
    assert _accounts(own)["acme"].done == done
    assert run("changed", "--language", "de", "--catalog", turned).out.startswith("Bei Ihren Konten hat sich nichts")


def test_a_guide_for_what_had_none_is_told_once(run: Run, own: ListFile) -> None:
    """After that it goes by its slug."""
    _put(own, "acme.example")
    outcome = run("changed", *_AT)
    assert outcome.code == 1
    assert outcome.out.startswith("Something new to do\n  Acme: new guide")
    run("changed", "--seen", *_AT)
    assert _states(own) == {"acme": ""}
    assert run("changed", *_AT).code == 0


def test_what_trains_since_it_came_to_the_list_is_told(run: Run, own: ListFile, tmp_path: Path) -> None:
    """By name or from a file: what the guide said then is kept, though nothing was decided."""
    worse = _changed_catalog(tmp_path, _QUIET, _QUIET.replace("no-training", "opt-out"))
    (tmp_path / "mine.txt").write_text("Quiet\n", encoding="utf-8")
    for arguments in (("add", "quiet"), ("import", tmp_path / "mine.txt")):
        run("accounts", *arguments, *_AT)
        assert run("changed", *_AT).code == 0
        outcome = run("changed", "--catalog", worse)
        assert outcome.code == 1
        assert outcome.out.startswith("Something new to do\n  Quiet: ")
        run("accounts", "remove", "quiet", *_AT)


def test_what_was_looked_at_and_trains_later_is_told(run: Run, own: ListFile, tmp_path: Path) -> None:
    """Also where nothing was kept of what the guide said, as in an older list, once somebody has looked at it."""
    _put(own, "quiet")
    worse = _changed_catalog(tmp_path, _QUIET, _QUIET.replace("no-training", "opt-out"))
    assert run("changed", "--catalog", worse).code == 0
    run("changed", "--seen", *_AT)
    assert _states(own) == {"quiet": ""}
    outcome = run("changed", "--catalog", worse)
    assert outcome.code == 1
    assert outcome.out.startswith("Something new to do\n  Quiet: ")


# One after the other


def test_each_answer_from_a_pipe_is_kept(
    run: Run, own: ListFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys or words, a line each; what is not answered is left for the next time."""
    text = EXAMPLE.read_text(encoding="utf-8")
    entry = text[text.index("\nacme:\n") :].split("\nzenith:")[0]
    several = "".join(entry.replace("\nacme:\n", f"\nacme-{one}:\n", 1) for one in "bcde")
    (tmp_path / "c.yaml").write_text(several.lstrip("\n"), encoding="utf-8")
    _put(own, *(f"acme-{one}" for one in "bcde"))
    monkeypatch.setattr(asking, "_time", lambda tasks: "a while")
    for one in "bcde":  # four of one company with one switch would be one task
        _rename(tmp_path / "c.yaml", one)
    monkeypatch.setattr(sys, "stdin", io.StringIO("?\nx\nd\nnot there\nb\nlater\n"))
    outcome = run("do", "--catalog", tmp_path / "c.yaml")
    assert outcome.code == 0
    assert _states(own) == {"acme-b": "done", "acme-c": "later", "acme-d": "", "acme-e": ""}
    assert outcome.out.startswith("1 of 4, a while left\n")
    for said in (
        "No such key.",
        "quit: everything so far is kept",
        "2 of 4",
        "Others look there, too",
        "2 tasks are left",
    ):
        assert said in outcome.out, said
    assert "Open this yourself: `https://acme.example/settings/privacy`" in outcome.out
    monkeypatch.setattr(sys, "stdin", io.StringIO("s\nd\nd\n"))
    outcome = run("do", "--catalog", tmp_path / "c.yaml")
    assert outcome.out.startswith("2 of 4")
    assert "That was all." in outcome.out
    assert _states(own) == {"acme-b": "done", "acme-c": "done", "acme-d": "skipped", "acme-e": "done"}


def _rename(path: Path, one: str) -> None:
    text = path.read_text(encoding="utf-8")
    head, tail = text.split(f"acme-{one}:\n", 1)
    tail = tail.replace("name: Acme\n", f"name: Acme {one.upper()}\n", 1).replace("company: ", f"company: {one} ", 1)
    path.write_text(f"{head}acme-{one}:\n{tail}", encoding="utf-8")


def test_one_platform_can_be_asked_for_alone(run: Run, own: ListFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that is done, or not on the list: an answer puts it there, none leaves all as it is."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert run("do", "acme", *_AT).code == 0
    assert not own.path.exists()
    monkeypatch.setattr(sys, "stdin", io.StringIO("e\n"))
    outcome = run("do", "acme", "--language", "de", *_AT)
    assert "e erledigt, n nicht da" in outcome.out
    assert _states(own) == {"acme": "done"}


@pytest.mark.parametrize(
    ("environment", "opens"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, sys.platform in ("darwin", "win32")),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"}, False),
    ],
)
def test_a_browser_opens_only_where_somebody_sits(
    environment: dict[str, str], opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not over SSH, not without a display, and never from a pipe."""
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    assert asking.can_open(environment) == opens
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert not asking.can_open(environment)


class _Terminal:
    """A process in a terminal of its own, 60 columns wide."""

    def __init__(self, *arguments: str | Path, **environment: str) -> None:
        main, other = pty.openpty()
        self.handle = main
        self.process = subprocess.Popen(
            [sys.executable, "-m", "optout", *map(str, arguments)],
            stdin=other, stdout=other, stderr=other, preexec_fn=as_in_a_terminal, start_new_session=True,
            env={**os.environ, "COLUMNS": "60", "SSH_TTY": "yes", "TERM": "dumb", **environment},
        )  # fmt: skip
        os.close(other)

    def until(self, wanted: str, key: str = "") -> str:
        """All that is shown until these words are; anything else in time is a failure.

        The `key` is pressed meanwhile, as somebody does who sees that nothing happens: one that is pressed before the
        question stands there counts for nothing.
        """
        shown = ""
        deadline = time.monotonic() + 60
        while wanted not in shown.replace("\r\n", "\n"):
            assert time.monotonic() < deadline, shown
            self.press(key)
            if select.select([self.handle], [], [], 1)[0]:
                try:
                    shown += os.read(self.handle, 9999).decode()
                except OSError as error:
                    raise AssertionError(shown) from error
        return shown.replace("\r\n", "\n")

    def end(self, key: str = "") -> int:
        """The exit code, once it has ended; the `key` is pressed meanwhile."""
        for _ in range(60):
            self.press(key)
            try:
                return self.process.wait(1)
            except subprocess.TimeoutExpired:
                continue
        raise AssertionError("it goes on")

    def __enter__(self) -> "_Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.handle)

    def press(self, keys: str) -> None:
        """Keys, as they are."""
        os.write(self.handle, keys.encode())


def test_in_a_terminal_who_it_is_is_asked_once_and_a_key_is_enough(own: ListFile) -> None:
    """60 columns, nothing drawn anew; the answers are kept, also those of a process that is killed after them."""
    _put(own, "acme")
    with _Terminal("do", *_AT) as talk:
        assert "stays in" in talk.until("would rather not say:\n> ")
        talk.press("Germany\n")
        talk.until("Enter for all:\n> ")
        talk.press("web ios\n")
        talk.until("if it differs:\n> ")
        talk.press("\n")
        shown = talk.until("? help\n> ")
        assert "1 of 1, about 1 minute left" in shown
        assert "in Germany" in shown
        assert "Open this yourself: `https://acme.example/settings/privacy`" in shown.replace("\n", " ")
        assert max(map(len, shown.splitlines())) <= 60
        assert "\x1b" not in shown
        os.kill(talk.process.pid, signal.SIGKILL)
    assert load(own).profile().person.region == "DE"
    with _Terminal("do", *_AT) as talk:
        talk.until("? help\n> ")  # nobody is asked again
        assert "done" in talk.until("That was all.", "d")
        assert talk.end() == 0
    assert _states(own) == {"acme": "done"}


@pytest.mark.slow
def test_whoever_is_killed_loses_no_answer(tmp_path: Path) -> None:
    """At any moment; `python -m tests.kills list` does it 200 times."""
    assert set(kills.outcomes(tmp_path, 3, 1, lambda _, found: None)) <= {"old", "new"}


def test_ctrl_c_ends_it_with_all_that_was_answered(own: ListFile) -> None:
    """Exit code 130, no traceback."""
    _put(own, "acme", person=Person("DE", at=_NOW))
    with _Terminal("do", *_AT) as talk:
        talk.until("? help\n> ")
        assert talk.end("\x03") == 130
    assert _states(own) == {"acme": ""}


def test_what_cannot_be_read_is_not_told_as_unchanged(run: Run, own: ListFile, tmp_path: Path) -> None:
    """`changed` says of which account nobody knows, in every format, and exits with 1."""
    broken = tmp_path / "broken.yaml"
    broken.write_text(EXAMPLE.read_text("utf-8") + "\nodd:\n  name: Odd\n  trainin: no\n", encoding="utf-8")
    _put(own, "odd")
    for format_ in ("text", "markdown", "json"):
        outcome = run("changed", "--catalog", broken, "--format", format_)
        assert outcome.code == 1
        assert "Nothing has changed" not in outcome.out
        assert "odd" in outcome.out
    assert json.loads(outcome.out)["unread"] == ["odd"]
    validate(json.loads(outcome.out), _SCHEMA, format_checker=FormatChecker())
