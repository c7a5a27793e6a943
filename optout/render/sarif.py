"""Problems as SARIF, which code hosts and editors read.

The Static Analysis Results Interchange Format 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from optout import __version__
from optout.problem import Fix, Place, Problem, each_fix_once
from optout.rules.manuals import page
from optout.text import as_json as document

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(
    problems: Iterable[Problem], manuals: Mapping[str, str], warnings: Collection[str] = (), site: str = ""
) -> str:
    """One run of optout: every rule with its manual, and the problems.

    Rules whose ids are in `warnings` never find more than a warning. `site` is the address of a site, without a slash
    at the end, that has a page for each rule; empty if there is none.
    """
    ids = list(manuals)
    driver = {
        "name": "optout",
        "version": __version__,
        "rules": [
            _rule(rule, manual, "warning" if rule in warnings else "error", site) for rule, manual in manuals.items()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, ids.index(problem.rule)) for problem in each_fix_once(problems)],
    }
    return document({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: str, manual: str, level: str, site: str) -> dict[str, Any]:
    # Section 3.49.12 asks for a URI of RFC 3986, which has ASCII letters only.
    known = {"helpUri": f"{site}/{page(rule)}"} if site and site.isascii() else {}
    return {
        "id": rule,
        **known,
        "shortDescription": {"text": manual.split("\n", 1)[0]},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": level},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    place = problem.place
    end = place._replace(column=place.column + problem.length)
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": problem.sentence},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(place.file), "region": _region(place, end)}}],
    }
    if problem.entry:
        result["locations"][0]["logicalLocations"] = [{"name": problem.entry, "kind": "object"}]
    if problem.fixes:
        result["fixes"] = [
            {"description": {"text": "Mended by optout check --fix"}, "artifactChanges": _changes(problem)}
        ]
    return result


def _changes(problem: Problem) -> list[dict[str, Any]]:
    return [{"artifactLocation": _artifact(problem.place.file), "replacements": list(map(_replacement, problem.fixes))}]


def _replacement(fix: Fix) -> dict[str, Any]:
    return {"deletedRegion": _region(fix.start, fix.end), "insertedContent": {"text": fix.text}}


def _region(start: Place, end: Place) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _artifact(file: str) -> dict[str, str]:
    """Relative where the file is below the current folder, as code hosts want it."""
    path = Path(file)
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}
