"""What the code host is told: workflows, issue forms, hooks. It runs nowhere but there, so it is read here."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml

from optout.catalog import Catalog
from optout.model import CATEGORIES, SOURCE_KINDS, SURFACES, TRAININGS
from optout.project import config, reports
from optout.rules import check
from optout.schema import fields
from tests.conftest import CASES, EXAMPLE, TODAY, parse

_ROOT = Path(__file__).parent.parent
_GITHUB = _ROOT / ".github"

if not _GITHUB.exists():
    pytest.skip("workflows and forms belong to a checkout", allow_module_level=True)

_STARTER = _ROOT / "optout" / "editing" / "starter" / "site.yml"
_WORKFLOWS = [*sorted((_GITHUB / "workflows").glob("*.yml")), _STARTER]
_FORMS = {path.stem: path for path in (_GITHUB / "ISSUE_TEMPLATE").glob("*-*.yml")}
_HOOKS = _ROOT / ".pre-commit-hooks.yaml"
_MARK = "<!-- optout diff -->"


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in _yaml(path)["jobs"].values() for step in job["steps"]]


def _script(workflow: str, name: str) -> str:
    """The shell script of the step with this name."""
    (found,) = (one["run"] for one in _steps(_GITHUB / "workflows" / workflow) if one.get("name") == name)
    assert isinstance(found, str)
    return found


def _scripts() -> list[str]:
    return [step["run"] for path in _WORKFLOWS for step in _steps(path) if "run" in step]


def _tool(*words: str | Path) -> None:
    """Run a linter, which must find nothing."""
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False, cwd=_ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def _installed(name: str) -> str:
    """A program that came with a package."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert found, f"{name} is missing: pip install --group lint"
    return found


@pytest.mark.lint
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", _WORKFLOWS),
        ("vendor.github-issue-forms", list(_FORMS.values())),
        ("vendor.github-issue-config", [_GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("vendor.dependabot", [_GITHUB / "dependabot.yml"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_for_the_code_host_is_what_it_takes(schema: str, files: list[Path]) -> None:
    """By the host's own schema."""
    assert files
    _tool(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files)


@pytest.mark.lint
def test_the_workflows_are_safe() -> None:
    """Least permissions, no text of strangers in a script, no credentials left lying; no job hangs for hours."""
    assert all("timeout-minutes" in job for path in _WORKFLOWS for job in _yaml(path)["jobs"].values())
    _tool(_installed("zizmor"), "--offline", "--no-progress", _GITHUB, _STARTER)


def test_an_action_is_named_by_its_commit_and_the_same_everywhere() -> None:
    """A tag can be moved to other code. What `optout init` writes is as new as what is used here."""
    pins: dict[str, set[str]] = {}
    for path in _WORKFLOWS:
        for action, pin in re.findall(r"uses: (\S+?)@(.*)", path.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", pin), f"{path}: {action}@{pin}"
            pins.setdefault(action, set()).add(pin)
    assert len(pins) >= 10
    assert {action: found for action, found in pins.items() if len(found) > 1} == {}


@pytest.mark.lint
def test_scripts_are_sound_shell() -> None:
    """Those in the workflows and the one they run; none is put together from what strangers wrote."""
    for script in _scripts():
        assert "${{" not in script
        done = subprocess.run(
            [_installed("shellcheck"), "--shell=bash", "-"], input=script, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}"
    _tool(_installed("shellcheck"), _ROOT / ".ci" / "run")


@pytest.mark.slow
def test_a_workflow_types_what_the_command_takes() -> None:
    """Every `optout` in a script, with its options."""
    lines = "\n".join([*_scripts(), (_ROOT / ".ci" / "run").read_text(encoding="utf-8")]).replace("\\\n", " ")
    commands = re.findall(r"(?:^|[;&|(]|\bnote)[ \t]*optout ([a-z].*)", lines, re.MULTILINE)
    assert {command.split()[0] for command in commands} == {
        "build", "check", "diff", "evidence", "format", "guides", "links", "show", "stale", "terms"
    }  # fmt: skip
    for command in commands:
        parse(command)


def test_the_form_that_init_writes_is_ours() -> None:
    """Readers of somebody else's guides are asked the same."""
    name = "wrong-step.yml"
    assert _STARTER.with_name(name).read_bytes() == (_GITHUB / "ISSUE_TEMPLATE" / name).read_bytes()


class _Host:
    """A code host that notes what `gh` is told, and answers from `answers`: a word of the call, and what is said."""

    def __init__(self, folder: Path, answers: dict[str, str]) -> None:
        self.folder, self._log = folder, folder / "asked"
        self.tools = folder / "tools"
        self.tools.mkdir()
        self.install(
            "gh",
            "import json, sys\n"
            f"open({str(self._log)!r}, 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n"
            f"print(*(said for word, said in {answers!r}.items() if word in ' '.join(sys.argv)), sep='\\n')\n",
        )
        self.install("pip", "")
        self.install("optout", "from optout.__main__ import run\nrun()\n")
        self.environment = {
            "PATH": f"{self.tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(_ROOT),
            "GITHUB_REPOSITORY": "octo/guides",
            "GITHUB_OUTPUT": str(folder / "output"),
            "RUNNER_TEMP": str(folder),
        }

    def install(self, name: str, code: str) -> None:
        """Put a program of this name where scripts find it first."""
        path = self.tools / name
        path.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
        path.chmod(0o755)

    def run(self, script: str, **environment: str) -> int:
        """Run a script as a workflow does, and give its exit code."""
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            env={**self.environment, **environment},
            cwd=self.folder,
            capture_output=True,
            check=False,
        )
        return done.returncode

    def asked(self, *words: str) -> list[list[str]]:
        """The calls of `gh` that have all these words."""
        lines = self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
        return [call for line in lines if set(words) <= set(call := json.loads(line))]


@pytest.mark.slow
@pytest.mark.parametrize(("earlier", "method"), [("", "POST"), ("77\n78", "PATCH")], ids=["first", "later"])
def test_a_pull_request_has_one_comment(earlier: str, method: str, tmp_path: Path) -> None:
    """The first time it is written, afterwards it is renewed."""
    host = _Host(tmp_path, {"--paginate": earlier})
    assert host.run(_script("comment.yml", "Write or renew the comment"), NUMBER="5") == 0
    (said,) = host.asked("--method")
    where = "repos/octo/guides/issues/comments/77" if earlier else "repos/octo/guides/issues/5/comments"
    assert said[1:5] == ["--silent", "--method", method, where]
    assert said[-1] == "body=@comment.md"


def test_a_pull_request_without_a_change_of_the_catalog_is_left_alone(tmp_path: Path) -> None:
    """A comment is only put right if there is one already."""
    host = _Host(tmp_path, {})
    (tmp_path / "unchanged.md").touch()
    assert host.run(_script("comment.yml", "Write or renew the comment"), NUMBER="5") == 0
    assert host.asked("--method") == []


def _comment(folder: Path, old: str, new: str) -> tuple[int, str]:
    """What would be said of a pull request that makes `new` of `old`."""
    (folder / "old.yaml").write_text(old, encoding="utf-8")
    (folder / "new.yaml").write_text(new, encoding="utf-8")
    code = _Host(folder, {}).run(_script("comment.yml", "Say what changes"), HEAD_SHA="abc123")
    path = folder / "comment.md"
    return code, path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.slow
def test_the_comment_says_what_changes(tmp_path: Path) -> None:
    """In the words of `optout diff`, with the mark by which it is found again, and of which commit it speaks."""
    lines = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    code, said = _comment(tmp_path, lines, lines.replace("Settings > Privacy", "Settings > Data"))
    assert code == 0
    assert said.startswith(f"{_MARK}\n")
    assert "the switch moved" in said
    assert "abc123" in said
    assert not (tmp_path / "unchanged.md").exists()


@pytest.mark.slow
def test_the_comment_fits_and_tells_what_it_leaves_out(tmp_path: Path) -> None:
    """A thousand new platforms are too many for a comment; an entry that cannot be read is not passed over."""
    lines = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    many = "".join(
        lines.replace("example:", f"example-{number}:").replace("name: Example", f"name: {number:-^60}")
        for number in range(1000)
    )
    code, said = _comment(tmp_path, lines, f"{lines}{many}zebra:\n  nonsense: 1\n")
    assert code == 0
    assert 50_000 < len(said.encode()) < 65_000
    assert "The rest is too long for a comment" in said
    assert "cannot be read yet" in said


@pytest.mark.slow
def test_the_comment_of_no_change_is_only_for_putting_right(tmp_path: Path) -> None:
    """It says so, and is marked as such."""
    text = EXAMPLE.read_text(encoding="utf-8")
    code, said = _comment(tmp_path, text, text)
    assert code == 0
    assert "Nothing changed." in said
    assert (tmp_path / "unchanged.md").exists()


@pytest.mark.parametrize("found", ["", "../5 0badcafe", "x; touch hacked 0badcafe"])
def test_only_a_number_is_a_pull_request(found: str, tmp_path: Path) -> None:
    """Where none is open with this commit, nothing is asked further and nothing is said."""
    host = _Host(tmp_path, {"state=open": found})
    assert host.run(_script("comment.yml", "Which pull request is it?"), HEAD="a:b", HEAD_SHA="abc123") == 0
    assert len(host.asked("api")) == 1
    assert not (tmp_path / "output").exists()
    assert not (tmp_path / "hacked").exists()


def test_a_pull_request_is_compared_with_where_it_began(tmp_path: Path) -> None:
    """Not with the newest main, whose changes are not its own."""
    host = _Host(tmp_path, {"state=open": "5 0badcafe", "/compare/": "f0f0", "ref=f0f0": "old", "ref=abc123": "new"})
    assert host.run(_script("comment.yml", "Which pull request is it?"), HEAD="a:b", HEAD_SHA="abc123") == 0
    assert (tmp_path / "output").read_text(encoding="utf-8") == "number=5\n"
    assert (tmp_path / "old.yaml").read_text(encoding="utf-8") == "old\n"
    assert (tmp_path / "new.yaml").read_text(encoding="utf-8") == "new\n"


@pytest.mark.parametrize(("code", "ending", "noted"), [(0, 0, False), (1, 0, True), (3, 3, False)])
def test_the_weekly_look_fails_only_if_it_did_not_work(code: int, ending: int, noted: bool, tmp_path: Path) -> None:
    """A dead address is what it looks for, and is noted for the issue; a bug of ours is a failure."""
    host = _Host(tmp_path, {})
    host.install("optout", f"import sys\nsys.exit({code} if 'links' in sys.argv else 0)\n")
    assert host.run(_script("weekly.yml", "Are the addresses alive, and do the sources still say so?")) == ending
    assert (tmp_path / "report" / "problems").exists() == noted


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "problems", "told"),
    [
        ("", True, [["create"]]),
        ("9", True, [["edit", "9"], ["reopen", "9"]]),
        ("9", False, [["close", "9"]]),
        ("", False, []),
    ],
    ids=["first", "again", "solved", "nothing"],
)
def test_the_weekly_look_keeps_one_issue(number: str, problems: bool, told: list[list[str]], tmp_path: Path) -> None:
    """Written once, renewed, opened again, and closed when nothing is wrong."""
    host = _Host(tmp_path, {"state=all": number})
    for name in ("links.md", "evidence.md", "stale.txt", *(["problems"] if problems else [])):
        (tmp_path / name).write_text(f"what {name} says\n" * 4000, encoding="utf-8")
    assert host.run(_script("weekly.yml", "Renew the issue"), TITLE="T", RUN="https://example.org/7") == 0
    calls = [call[1:] for call in host.asked("issue")]
    assert [call[: len(wanted)] for call, wanted in zip(calls, told, strict=True)] == told
    issue = (tmp_path / "issue.md").read_text(encoding="utf-8")
    assert "what links.md says" in issue
    assert "The rest is too long for an issue" in issue
    assert "    what stale.txt says" in issue


@pytest.mark.parametrize(
    ("tag", "heading", "code"), [("v1.2.0", "1.2.0", 0), ("v1.3.0", "1.2.0", 1), ("v1.2.0", "Unreleased", 1)]
)
def test_a_release_is_what_its_tag_says(tag: str, heading: str, code: int, tmp_path: Path) -> None:
    """Tag, version and changelog agree, or nothing is built."""
    (tmp_path / "optout").mkdir()
    (tmp_path / "optout" / "__init__.py").write_text('"""A package."""\n\n__version__ = "1.2.0"\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n## {heading}\n", encoding="utf-8")
    script = _script("release.yml", "Do tag, version and changelog agree?")
    assert _Host(tmp_path, {}).run(script, GITHUB_REF_NAME=tag) == code


def test_what_is_published_was_built_by_build_tools_alone() -> None:
    """One job builds it, from packages named by their hashes; the tests can change nothing of it."""
    jobs = _yaml(_GITHUB / "workflows" / "release.yml")["jobs"]
    uploads = [
        (name, step["with"]["name"])
        for name, job in jobs.items()
        for step in job["steps"]
        if "upload-artifact" in step.get("uses", "")
    ]
    assert uploads == [("build", "dist"), ("parts", "sbom")]
    scripts = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    installs = [line for script in scripts for line in script.splitlines() if "install" in line]
    assert len(installs) == 1
    assert "--require-hashes --only-binary :all: --requirement .ci/build.txt" in installs[0]
    named = (_ROOT / ".ci" / "build.txt").read_text(encoding="utf-8").replace("\\\n", "")
    packages = [line for line in named.splitlines() if re.match(r"\w", line)]
    assert {line.split("==")[0] for line in packages} >= {"build", "hatchling", "pyyaml"}
    assert all("--hash=sha256:" in line for line in packages)


def test_a_right_of_a_release_is_given_to_a_job_that_runs_no_code_of_the_repository() -> None:
    """What may write or sign has no checkout, and waits for the tests."""
    jobs = _yaml(_GITHUB / "workflows" / "release.yml")["jobs"]
    writing = {name for name, job in jobs.items() if "write" in job["permissions"].values()}
    assert writing == {"attest", "publish", "release"}
    assert all("checkout" not in step.get("uses", "") for name in writing for step in jobs[name]["steps"])
    assert {name: jobs[name]["needs"] for name in writing} == {
        "attest": ["test", "parts"], "publish": "attest", "release": "publish"
    }  # fmt: skip


def test_a_release_has_its_hashes_and_its_parts(tmp_path: Path) -> None:
    """Every file stands in SHA256SUMS with the hash it has, and is published with it."""
    (tmp_path / "files").mkdir()
    for name in ("a.whl", "a.tar.gz", "a.cdx.json"):
        (tmp_path / "files" / name).write_text(name, encoding="utf-8")
    host = _Host(tmp_path, {})
    assert host.run(_script("release.yml", "Make the release"), GITHUB_REF_NAME="v1.2.0") == 0
    (told,) = host.asked("release", "create")
    assert told[-4:] == ["./SHA256SUMS", "./a.cdx.json", "./a.tar.gz", "./a.whl"]
    sums = (tmp_path / "files" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert sums == [
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.cdx.json", "a.tar.gz", "a.whl")
    ]


def test_the_version_is_written_as_the_release_reads_it() -> None:
    """On a line of its own."""
    assert re.search(r'(?m)^__version__ = ".*"$', (_ROOT / "optout" / "__init__.py").read_text(encoding="utf-8"))


@pytest.mark.slow
def test_what_runs_with_rights_runs_nothing_of_a_pull_request() -> None:
    """Of the jobs that a stranger can start, the one that may write has no checkout, the other one main's."""
    comment = _yaml(_GITHUB / "workflows" / "comment.yml")["jobs"]
    for job in comment.values():
        is_writing = "write" in job["permissions"].values()
        checkouts = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
        assert not (is_writing and checkouts)
        assert all("default_branch" in step["with"]["ref"] for step in checkouts)
    for path in _WORKFLOWS:
        triggers = _yaml(path)[True]  # YAML 1.1 reads the key `on` so
        assert "pull_request_target" not in triggers
        if "pull_request" in triggers and path != _STARTER:
            granted = {right for job in _yaml(path)["jobs"].values() for right in job["permissions"].items()}
            assert granted == {("contents", "read")}


def _boxes(form: str) -> dict[str, dict[str, Any]]:
    return {box["id"]: box for box in _yaml(_FORMS[form])["body"] if box["type"] != "markdown"}


_FIELDS = {*fields.PLATFORM.fields, *fields.CONTROL.fields, *fields.SOURCE.fields}
_WORDS = {"category": CATEGORIES, "training": TRAININGS, "where": SURFACES, "kind": SOURCE_KINDS}


@pytest.mark.parametrize("form", ["wrong-step", "new-platform"])
def test_a_box_of_a_form_is_a_field_of_an_entry(form: str) -> None:
    """By its name, once, and with the catalog's words to choose from; `platform` is the entry itself."""
    listed = [box["id"] for box in _yaml(_FORMS[form])["body"] if box["type"] != "markdown"]
    assert len(listed) == len(set(listed))
    assert {*listed} - {"platform"} <= _FIELDS
    for name, box in _boxes(form).items():
        assert (box["type"] == "dropdown") == (name in _WORDS), name
        if name in _WORDS:
            assert tuple(box["attributes"]["options"]) == _WORDS[name]


def test_a_filled_in_form_is_an_entry() -> None:
    """What it requires and a way to refuse are the eight lines that pass every rule: nobody has to be asked again."""
    (entry,) = yaml.load((CASES / "eight-lines.yaml").read_bytes(), yaml.BaseLoader).values()
    (control,), (source,) = entry.pop("controls"), entry.pop("sources").values()
    control.pop("evidence")
    boxes = _boxes("new-platform")
    required = {name for name, box in boxes.items() if box.get("validations", {}).get("required")}
    assert required == {*entry, *source}
    assert set(control) <= set(boxes)
    for name, box in boxes.items():
        if name == "summary":
            assert entry[name].startswith(box["attributes"]["placeholder"])
    catalog = Catalog((CASES / "eight-lines.yaml").read_bytes(), "eight-lines.yaml")
    assert list(check(catalog, TODAY)) == []


def test_the_report_link_of_a_page_fills_in_the_form() -> None:
    """It leads to a form that there is, and what it says of the platform lands in a box."""
    settings = config.Config(repository="https://github.com/octo/guides")
    query = dict(parse_qsl(urlsplit(reports.report_url(settings, "platforms.yaml", 7, "acme", "Acme")).query))
    form = _GITHUB / "ISSUE_TEMPLATE" / query.pop("template")
    assert form.exists()
    assert query.pop("title")
    assert query == {"platform": "acme"}
    assert set(query) <= set(_boxes(form.stem))


@pytest.mark.lint
def test_hooks_are_what_pre_commit_takes() -> None:
    """By its own check."""
    _tool(_installed("pre-commit"), "validate-manifest", _HOOKS)


@pytest.mark.slow
@pytest.mark.parametrize("hook", _yaml(_HOOKS), ids=lambda hook: hook["id"])
def test_a_hook_works_on_the_files_it_is_given(hook: dict[str, Any], tmp_path: Path) -> None:
    """Catalogs wherever they stand, and no other file; a good one passes, one that cannot be read fails."""
    assert re.search(hook["files"], "platforms.yaml")
    assert re.search(hook["files"], "guides/platforms.yaml")
    assert not re.search(hook["files"], "other-platforms.yaml")
    assert not re.search(hook["files"], "platforms.yaml.orig")
    host = _Host(tmp_path, {})
    (tmp_path / "platforms.yaml").write_bytes((CASES / "eight-lines.yaml").read_bytes())
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "platforms.yaml").write_text("example: [\n", encoding="utf-8")
    assert host.run(f"{hook['entry']} platforms.yaml") == 0
    assert host.run(f"{hook['entry']} platforms.yaml more/platforms.yaml") == 1


@pytest.mark.parametrize(("code", "ending", "noted"), [(0, 0, False), (1, 0, True), (3, 3, False)])
def test_the_look_at_terms_fails_only_if_it_did_not_work(code: int, ending: int, noted: bool, tmp_path: Path) -> None:
    """Terms that say something new are what it looks for, and are noted for the issue."""
    host = _Host(tmp_path, {})
    host.install("optout", f"import sys\nsys.exit({code} if '--changed' in sys.argv else 0)\n")
    assert host.run(_script("terms.yml", "What is new in them, and what of it matters?")) == ending
    assert (tmp_path / "report" / "problems").exists() == noted


@pytest.mark.slow
@pytest.mark.parametrize(("problems", "told"), [(True, ["create"]), (False, [])])
def test_the_look_at_terms_keeps_an_issue_of_its_own(problems: bool, told: list[str], tmp_path: Path) -> None:
    """With what changed, as far as there is room for it."""
    host = _Host(tmp_path, {"state=all": ""})
    for name in ("terms.md", *(["problems"] if problems else [])):
        (tmp_path / name).write_text(f"what {name} says\n" * 4000, encoding="utf-8")
    assert host.run(_script("terms.yml", "Renew the issue"), TITLE="T", RUN="https://example.org/7") == 0
    assert [call[1] for call in host.asked("issue")] == told
    issue = (tmp_path / "issue.md").read_text(encoding="utf-8")
    assert "what terms.md says" in issue
    assert "The rest is too long for an issue" in issue
