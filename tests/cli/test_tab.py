"""What a shell's Tab offers without click: what click offers, to the byte, or nothing at all."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from optout.cli import helped, quick
from optout.cli.completing import SHELLS
from optout.cli.main import main
from optout.cli.manual import contexts
from optout.spoken import LANGUAGES

pytestmark = pytest.mark.slow  # the packaged catalog is prepared

# Words before the one that is typed, and that one; None for both if it is the short way that is asked.
Tab = Callable[..., tuple[str | None, str]]


def _environment(shell: str, words: tuple[str, ...], last: str) -> dict[str, str]:
    """What the script of a shell says of what was typed."""
    typed = " ".join(("optout", *words, last))
    if shell == "powershell":
        told = {"OPTOUT_TYPED": typed, "OPTOUT_WORD": last}
    else:
        told = {"COMP_WORDS": typed, "COMP_CWORD": last if shell == "fish" else str(len(words) + 1)}
    return {"_OPTOUT_COMPLETE": f"{shell}_complete", **told}


@pytest.fixture
def tab(
    package: Path, elsewhere: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Tab:
    """Ask without click, and click; None for the first if it leaves that to click."""

    def ask(shell: str, *words: str) -> tuple[str | None, str]:
        with monkeypatch.context() as patched:
            for name, value in _environment(shell, words[:-1], words[-1]).items():
                patched.setenv(name, value)
            code = quick.answer([], str(package))
            short = capfdbinary.readouterr().out.decode()
            with pytest.raises(SystemExit) as stop:
                main([])
            assert stop.value.code == 0
        assert code in (0, None)
        assert code == 0 or short == ""
        return None if code is None else short, capfdbinary.readouterr().out.decode()

    return ask


_LINES = [
    "show linkedin --region DE --device ios --plan Free",
    "show --full --steps",
    "list --category social --topic children --training opt-out --format csv",
    "search voice --limit 3 --language de",
    "open slack --way 2 --print",
    "completion zsh",
    "accounts add chatgpt --profile work",
    "accounts import x.csv",
    "plan --device web --device ios --format ics -o plan.ics",
    "new example --category social --set off --where web --where ios --no-edit",
    "check platforms.yaml --explain repeated-contact --format sarif",
    "diff old.yaml new.yaml extra",
    "robots --format json audit example.org",
    "robots audit",
    "terms x --since 2026-01-01",
    "SHOW linkedin",
    "linkedin --region DE",
    "help show",
    "--version show",
    "-h",
    "nothing at all",
]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_beginning_of_a_line(shell: str, tab: Tab) -> None:
    """While one types, sign by sign, each shell is told the same; nearly always without click."""
    asked = short_ways = 0
    for line in _LINES:
        words = line.split(" ")
        for number, word in enumerate(words):
            for much in range(len(word) + 1):
                short, long = tab(shell, *words[:number], word[:much])
                assert short in (None, long), (words[:number], word[:much])
                asked += 1
                short_ways += short is not None
    assert short_ways > 0.85 * asked


def _all() -> Iterator[tuple[list[str], click.Parameter]]:
    for context in contexts():
        for one in context.command.get_params(context):
            yield context.command_path.split(" ")[1:], one


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_and_argument(shell: str, tab: Tab) -> None:
    """Of every command: what may come next, its options after this one, and its values."""
    left = []
    for path, one in _all():
        option = [one.opts[-1]] if isinstance(one, click.Option) else []
        has_value = isinstance(one, click.Option) and not one.is_flag
        for words in ([*path, *option, ""], [*path, *option, "-"], [*path, *option, *["x"] * has_value, "--"]):
            short, long = tab(shell, *words)
            assert short in (None, long), words
            if short is None:
                left.append(" ".join(words))
    # One's list, crawlers of the catalog, and options of optout itself before any command.
    own = ("undo", "changed", "robots --explain", "--version", "--help", "-")
    assert [line for line in left if not line.startswith(own)] == []


_ODD = [
    ("show", "Li"), ("show", "LINKED"), ("show", "linkedin", "sl"), ("show", "zzz"), ("show", "no", ""),
    ("show", "--reg", ""), ("show", "--region=D"), ("show", "--region", "=", "D"), ("show", "--region", "--device", ""),
    ("show", "--region", "XX", "--"), ("show", "--region", "DE", "--region", ""), ("show", "--region", "-"),
    ("show", "--", "-"), ("show", "--", "li"), ("show", "-x", ""), ("show", "'li"), ("show", '"linkedin"', ""),
    ("show", "li\\"), ("show", "pok\u00e9"), ("show", "\u00e9", "li"), ("show", "--way", "-1", ""), ("show", "/x"),
    ("show", "--catalog", "x.yaml", "li"), ("show", "--catalog", "a b", ""), ("show", "--plan", "f"), ("list", "x"),
    ("show", "linkedin", "--plan", "f"), ("list", "--training", "OPT"), ("list", "--training", "Opt-O"), ("show", ":"),
    ("search", "v", "-o", "a/b.c"), ("check", "./x"), ("plan", "--device", "ios", "--device", "W"), ("show", "a,b"),
    ("accounts",), ("accounts", ""), ("accounts", "--"), ("accounts", "x", ""), ("", ""), ("robots", "--into", ""),
    ("show", "--regio\tn"), ("sh", "o", ""), ("show", "--no-pager", "--no"), ("new", "--edit", "--no-"), ("=",),
]  # fmt: skip


@pytest.mark.parametrize("words", _ODD, ids=" ".join)
def test_whatever_is_typed_the_answer_is_one(words: tuple[str, ...], tab: Tab) -> None:
    """Capitals, quotes, shortened and wrong options, what comes after `--`, values that are none."""
    for shell in SHELLS:
        if shell == "bash" or words[-1] != "=":  # only bash takes it for a word
            short, long = tab(shell, *words)
            assert short in (None, long), shell


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_says_the_same_to_both(language: str, tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    """Regions have their names in it."""
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    for typed in ("", "d", "US-", "us-c"):
        for shell in SHELLS:
            short, long = tab(shell, "show", "--region", typed)
            assert short == long
    assert ("Deutschland" if language == "de" else "Germany") in tab("zsh", "show", "--region", "DE")[1]


def test_another_catalog_is_asked_for_by_click(tab: Tab, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project's, or the environment's; what is the same in all is not."""
    assert tab("bash", "show", "linked")[0] == "plain,linkedin\n"
    (elsewhere / "optout.toml").write_text('catalog = "packaged"\n')
    assert tab("bash", "show", "linked")[0] is None
    assert tab("bash", "show", "--dev")[0] == "plain,--device\n"
    (elsewhere / "optout.toml").unlink()
    monkeypatch.setenv("OPTOUT_CATALOG", os.devnull)
    assert tab("bash", "show", "linked")[0] is None


def test_it_is_for_its_program_its_click_and_known_shells(
    tab: Tab, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All else is for click to say."""
    for asked in ("bash_source", "tcsh_complete", "bash", "1", "bash_complete_"):
        monkeypatch.setenv("_OPTOUT_COMPLETE", asked)
        for name, value in _environment("bash", ("show",), "").items():
            if name != "_OPTOUT_COMPLETE":
                monkeypatch.setenv(name, value)
        assert quick.answer([], str(package)) is None
    monkeypatch.setenv("_OPTOUT_COMPLETE", "bash_complete")
    for number in ("", "0", "x", "-1"):
        monkeypatch.setenv("COMP_CWORD", number)
        assert quick.answer([], str(package)) is None
    monkeypatch.delenv("_OPTOUT_COMPLETE")
    assert tab("bash", "show", "--dev")[0]
    monkeypatch.setattr(helped, "program", lambda _: "another")
    assert tab("bash", "show", "--dev")[0] is None
