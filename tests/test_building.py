"""What the wheel is made with is there when somebody installs from a clone: pip gives a build what it asks for only."""

import re
import subprocess
import sys
import tomllib
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_HOOK = _ROOT / "hatch_build.py"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not _HOOK.exists(), reason="an installed package is not built again"),
]


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def _asked_for() -> set[str]:
    """The distributions that a build gets: what it asks for, and what these need themselves."""
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    waiting, found = [_name(one) for one in settings["build-system"]["requires"]], set[str]()
    while waiting:
        if (one := waiting.pop()) not in found:
            found.add(one)
            with suppress(PackageNotFoundError):  # of another Python or system
                waiting += [_name(need) for need in requires(one) or () if "extra ==" not in need]
    return found


def test_a_wheel_is_made_with_what_its_build_asks_for() -> None:
    """Whatever the hook imports is a part of Python, of optout, or of that."""
    imports = re.findall(r"^ {8}(from optout\S* import .*)$", _HOOK.read_text(encoding="utf-8"), re.MULTILINE)
    assert imports
    code = "; ".join([*imports, "import sys", "print(*{name.split('.')[0] for name in sys.modules})"])
    done = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=True)
    of = packages_distributions()
    known = _asked_for()
    strange = {
        name
        for name in done.stdout.split()
        if name in of and not {_name(one) for one in of[name]} & {*known, "optout-guides"}
    }
    assert {name for name in strange if not name.startswith("_")} == set()
