"""A plan for programs: JSON and CSV, the same in every language but for labels."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from optout.accounts import Account, SentLetter
from optout.messages import language
from optout.plan import Plan, Standing, Task
from optout.plan.effort import minutes
from optout.render.lists import cell
from optout.text import as_json as document

VERSION = 1
_PARTS = ("no_way", "unsure", "nothing", "skipped", "done")
_COLUMNS = ("part", "slug", "name", "status", "verdict", "steps", "minutes", "link", "with", "state", "done", "plan")


def as_json(plan: Plan, spoken: str = "en", since: str = "") -> str:
    """`{"version": 1, "sums": …, "tasks": […], "no_way": […], …}`: `plan.schema.json` beside this describes it."""
    parts = {name: [_standing(one, spoken) for one in getattr(plan, name)] for name in _PARTS}
    said = plan.person
    return document(
        {
            "version": VERSION,
            "since": since or None,
            "reader": {"region": said.region or None, "devices": [*said.devices], "plans": [*said.plans]},
            "sums": plan.sums._asdict(),
            "tasks": [_task(task, spoken) for task in plan.tasks],
            **parts,
            "unknown": [_unknown(one) for one in plan.unknown],
        }
    )


def _task(task: Task, spoken: str) -> dict[str, Any]:
    return {
        "cost": task.cost,
        "steps": task.steps,
        "minutes": task.minutes,
        "link": _link(task.first) or None,
        "covers": [_standing(one, spoken) for one in task.covers],
    }


def _standing(one: Standing, spoken: str) -> dict[str, Any]:
    from optout.guide import words

    status = words.status(one.shown, language(spoken))
    return {
        "slug": one.platform.slug,
        "name": one.platform.name,
        "status": status.id,
        "status_label": status.label,
        "verdict": one.shown,
        "plan": one.account.plan or None,
        "state": one.account.state or None,
        "added": one.account.added,
        "done": one.account.done or None,
        "letters": [_letter(letter) for letter in one.account.letters],
    }


def _letter(one: SentLetter) -> dict[str, Any]:
    from optout.letters.sent import times_for

    times = times_for(one)
    return {
        "kind": one.kind,
        "law": one.law,
        "sent": one.sent,
        "due": times.due.isoformat() if times else None,
        "due_extended": times.later.isoformat() if times and times.later else None,
        "answered": one.answered or None,
    }


def _unknown(one: Account) -> dict[str, Any]:
    return {"name": one.name, "added": one.added}


def as_csv(plan: Plan, spoken: str = "en", since: str = "") -> str:
    """RFC 4180 with a header line: a line for each account, in the order of the plan."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in _rows(plan):
        writer.writerow([cell(str(row.get(name, ""))) for name in _COLUMNS])
    return out.getvalue()


def _rows(plan: Plan) -> Iterator[dict[str, object]]:
    for task in plan.tasks:
        for one in task.covers:
            others = " ".join(other.platform.slug for other in task.covers if other is not one)
            yield {**_row(task.cost, one), "with": others}
    for part in _PARTS:
        yield from (_row(part, one) for one in getattr(plan, part))
    for account in plan.unknown:
        yield {"part": "unknown", "name": account.name}


def _row(part: str, one: Standing) -> dict[str, object]:
    return {
        "part": part,
        "slug": one.platform.slug,
        "name": one.platform.name,
        "status": one.status,
        "verdict": one.shown,
        "steps": one.steps or "",
        "minutes": minutes(one.seconds) or "",
        "link": _link(one),
        "state": one.account.state,
        "done": one.account.done,
        "plan": one.account.plan,
    }


def _link(one: Standing) -> str:
    return next((control.link for control in one.needed if control.link), "")
