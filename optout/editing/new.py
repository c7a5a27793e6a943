"""The entry that the answers to the questions make, and its place in the catalog."""

import re
from collections.abc import Iterable

from optout.catalog.heads import head
from optout.catalog.names import keys, slugify
from optout.catalog.table import MadeTable
from optout.editing.questions import Answers, how, unquoted
from optout.model import Platform, Stub
from optout.near import ALSO, DOMAIN, NAME, near
from optout.prose import cited, parse, unresolved
from optout.source.entries import inserted, split
from optout.source.split import SLUG
from optout.source.write import Data, entry

_NAMES = {
    "form": "Form to refuse",
    "email": "E-mail to refuse",
    "none": "No way to refuse",
    "file": "File that refuses",
    "command": "Command that refuses",
    "plan": "Another plan",
    "delete": "Delete the account",
}


def slug(answers: Answers) -> str:
    """The slug that was given, else the one that the name would have."""
    return answers.slug or slugify(answers.name)


def written(answers: Answers, checked: str) -> str:
    """The entry that the answers make; `checked` is the day of the answers as ISO 8601 writes it."""
    source = _source_id(answers)
    data: dict[str, Data] = {
        "name": answers.name,
        "company": answers.company,
        "category": answers.category,
        "domains": answers.domain.split(),
        "training": answers.training,
        "basis": "concluded" if answers.training == "no-training" and answers.source_kind != "official" else "",
        "summary": _cite(answers.summary, source),
        "scope": _cite(answers.scope, source),
        "checked": checked,
        "controls": [_control(answers, source)] if how(answers) else [],
        "sources": {
            source: {
                "title": answers.source_title,
                "publisher": answers.source_publisher,
                "kind": answers.source_kind,
                "url": answers.source_url,
            }
        },
    }
    return entry(slug(answers), data)


def insert(catalog: str, slug: str, entry: str) -> str:
    """The text of a catalog with one more entry, in the order of the slugs; comments stay where they belong."""
    file = split(catalog.encode())
    return inserted(file, slug, entry.encode().replace(b"\n", file.line_end)).decode()


def alike(entries: Iterable[Platform | Stub], answers: Answers) -> tuple[list[str], list[str]]:
    """The slugs of entries that have the name or domain already, and of those whose names are much like it."""
    table = MadeTable(map(head, entries))
    called = [kind + form for kind in (NAME, ALSO) for form in keys(answers.name) if form]
    same = {
        slug for key in (*called, *(DOMAIN + domain for domain in answers.domain.split())) for slug in table.get(key)
    }
    similar = (name for _, name in near(keys(answers.name)[0], table.names()))
    close = [slug for name in similar for kind in (NAME, ALSO) for slug in table.get(kind + name)]
    return sorted(same), [slug for slug in dict.fromkeys(close) if slug not in same][:3]


def _control(answers: Answers, source: str) -> dict[str, Data]:
    return {
        "name": _NAMES.get(how(answers), ""),
        "where": answers.where.split(),
        "regions": answers.regions.split(),
        "path": answers.path,
        "switch": answers.switch,
        "set": unquoted(answers.set),
        "default": unquoted(answers.default),
        "link": answers.link,
        "form": answers.form,
        "email": _email(answers) if answers.email else {},
        "file": {"name": answers.file_name, "text": answers.file_text} if answers.file_name else {},
        "command": answers.command,
        "plan": answers.plan,
        "delete": answers.delete,
        "none": answers.none,
        "evidence": [source],
    }


def _email(answers: Answers) -> dict[str, Data]:
    return {"to": answers.email, "subject": answers.subject, "body": answers.body}


def _source_id(answers: Answers) -> str:
    """The id that the summary cites already, else one made of the publisher's name."""
    named = (name for name in unresolved(parse(answers.summary, ())) if re.fullmatch(SLUG, name))
    return next(named, slugify(answers.source_publisher) or "source")


def _cite(text: str, source: str) -> str:
    return text if not text or source in cited(parse(text, [source])) else f"{text} [{source}]"
