"""What a shell completes, and how it is told to."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete

from optout.cli.main import cli
from tests.conftest import EXAMPLE, Run, in_a_process

pytestmark = pytest.mark.slow  # processes, and the packaged catalog


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_scripts(shell: str, run: Run) -> None:
    """Each shell gets its script."""
    outcome = run("completion", shell)
    assert outcome.code == 0
    assert "_OPTOUT_COMPLETE" in outcome.out
    assert outcome.out.count("Remove-Item") == outcome.out.count("-ErrorAction Ignore")


def test_completion_without_a_shell_says_how(run: Run) -> None:
    """One line for each shell."""
    outcome = run("completion")
    assert outcome.code == 0
    assert [line.split(":")[0].strip() for line in outcome.out.splitlines()] == ["bash", "zsh", "fish", "PowerShell"]


@pytest.mark.parametrize(
    ("shell", "typed", "offered"),
    [
        ("bash", "a", "plain,acme\n"),
        ("zsh", "Ac", "plain\nAcme\nAcme\n"),
        ("fish", "w", "plain,wall\t壁 Wall\n"),
        ("powershell", "w", "wall\t壁 Wall\n"),
    ],
)
def test_platform_names_are_completed(shell: str, typed: str, offered: str) -> None:
    """The shell gets the slugs that begin as typed, in any case, and where it shows more, the names."""
    done = in_a_process(
        OPTOUT_CATALOG=str(EXAMPLE),
        _OPTOUT_COMPLETE=f"{shell}_complete",
        COMP_WORDS=f"optout show {typed}",
        COMP_CWORD=typed if shell == "fish" else "2",
        OPTOUT_TYPED=f"optout show {typed}",
        OPTOUT_WORD=typed,
    )
    assert done.stdout.decode() == offered


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("show", "--region", "de"), ["de"]),
        (("show", "--region", "DE", "acme", "--plan", "p"), ["plus"]),
        (("show", "--plan", "e"), ["enterprise", "education"]),
        (("new", "--category", "de"), ["developer", "device"]),
        (("check", "--explain", "repeated-c"), ["repeated-contact"]),
        (("robots", "--explain", "gptb"), ["gptbot"]),
    ],
)
def test_values_are_completed(typed: tuple[str, ...], offered: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever there are some to choose from, those that begin as typed; plans are those of the guide."""
    monkeypatch.setenv("OPTOUT_CATALOG", "" if typed[0] == "robots" else str(EXAMPLE))
    *before, word = typed
    found = ShellComplete(cli, {}, "optout", "_OPTOUT_COMPLETE").get_completions(before, word)
    assert [one.value for one in found] == offered


def test_a_plain_zsh_completes() -> None:
    """One that has not started its completion, as it is where nobody has written a .zshrc."""
    zsh = shutil.which("zsh")
    if zsh is None and not os.environ.get("CI"):
        pytest.skip("there is no zsh here")
    assert zsh, "CI needs zsh"
    script = subprocess.run([sys.executable, "-m", "optout", "completion", "zsh"], capture_output=True, check=True)
    ask = "print -r -- ${_comps[optout]}"
    done = subprocess.run([zsh, "-f", "-c", f"{script.stdout.decode()}\n{ask}"], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"_optout_completion\n", b"")


def test_powershell_is_given_no_empty_result_and_no_word_that_it_would_cut(run: Run) -> None:
    """An empty text is an error there, where a file is to be typed; a plan of two words is one value.

    Whether the rest of the script does what it says only a PowerShell can tell.
    """
    script = run("completion", "powershell").out
    assert "if ($value) {" in script
    taken = re.search(r'\$value -match "(.+)"', script)
    assert taken is not None
    for value, is_quoted in {
        "linkedin": False,
        "--region": False,
        "US-CA": False,
        "Zendesk's own models": True,
        "a;b": True,
        "$x": True,
    }.items():
        assert bool(re.search(taken[1], value)) is is_quoted
