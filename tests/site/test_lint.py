"""Scripts and styles as their linter sees them; it comes with npm, which nobody needs who changes texts or Python."""

import subprocess
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_BIOME = _ROOT / "node_modules" / ".bin" / "biome"

if not (_ROOT / "biome.json").exists():
    pytest.skip("the settings of a linter belong to a checkout", allow_module_level=True)


@pytest.mark.lint
def test_scripts_and_styles_are_in_order() -> None:
    """No problem, no warning, and the form that the formatter gives them."""
    assert _BIOME.exists(), "there is no linter for scripts and styles; npm ci installs it"
    command = [str(_BIOME), "ci", "--error-on-warnings", "--colors=off"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
