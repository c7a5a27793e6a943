"""Pages as the Nu checker sees them, which knows the living standard: https://validator.github.io is its home.

It knows what may stand in what, and on which element, where a parser only reads; it comes with npm, and runs on Java.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.project.config import Config
from optout.site import build

_JAR = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

# A property of CSS that browsers have and its list has not.
_UNKNOWN = ".*paint-order.*"
_GUIDES = ("linkedin", "facebook", "slack", "openai-crawlers", "vsco", "instagram", "twitter", "x")

if not (Path(__file__).parents[2] / "package.json").exists():
    pytest.skip("what npm installs belongs to a checkout", allow_module_level=True)


def _wrong(*pages: Path) -> str:
    java = shutil.which("java")
    if not (java and _JAR.exists()) and not os.environ.get("CI"):
        pytest.skip("no Nu checker on this machine (npm ci, and a Java)")
    assert java, "CI needs Java"
    assert _JAR.exists(), "there is no Nu checker; npm ci installs it"
    command = [java, "-Xss2m", "-jar", str(_JAR), "--errors-only", "--skip-non-html", "--filterpattern", _UNKNOWN]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False)
    return done.stderr


@pytest.mark.lint
def test_no_page_has_an_error(packaged_site: Path, example: Catalog, tmp_path: Path) -> None:
    """Every kind of page of the real site, some guides; and a small site whole, in two languages."""
    both = Config(languages=("en", "de"), report_url="mailto:us@example.org")
    build.build(build.site(both, "platforms.yaml", build.read(example)), tmp_path / "site")
    kinds = [path for path in packaged_site.iterdir() if path.suffix == ".html"]
    folders = ("categories", "companies", "statuses", "topics", "labels", "rules", "changes")
    listed = [path for folder in folders for path in sorted((packaged_site / folder).glob("*.html"))[:3]]
    guides = [packaged_site / "platforms" / f"{slug}.html" for slug in _GUIDES]
    assert _wrong(*kinds, *listed, *guides, tmp_path / "site") == ""


@pytest.mark.lint
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<input type="checkbox" autocomplete="off" aria-label="A">', "autocomplete"),
        ("<ul><p>A</p></ul>", "not allowed as child"),
        ("<style>..mine .cards {}</style>", "CSS"),
    ],
)
def test_an_error_is_found(body: str, said: str, tmp_path: Path) -> None:
    """Among others the two that stood in pages of ours, which parse without one."""
    page = tmp_path / "page.html"
    page.write_text(f'<!doctype html><html lang="en"><title>A</title>{body}', encoding="utf-8")
    assert said in _wrong(page)
