"""Letters as text, Markdown, a page to print, a mail, a mail link and JSON.

The template of a language makes of a draft a subject, a date and a text: paragraphs between blank lines, and lines that
begin with a hyphen. What a person wrote is put into each format as that needs it.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from textwrap import fill
from typing import NamedTuple
from urllib.parse import quote

from jinja2 import Environment

from optout.letters.law import Law
from optout.letters.letter import Draft, Recipient, Sender
from optout.messages import country
from optout.render.commonmark import words
from optout.render.environment import environment, render
from optout.text import as_json, one_line

MAX_MAILTO = 2000  # characters; Windows hands an address of up to 2,083 on to a program (INTERNET_MAX_URL_LENGTH)
_WIDTH = 76


class LetterBlock(NamedTuple):
    """A paragraph, or a list of several items."""

    lines: tuple[str, ...]
    is_list: bool = False


class Letter(NamedTuple):
    """A letter with all its words, in the language `language`; `country` is what stands below the recipient's lines."""

    language: str
    subject: str
    dated: str
    blocks: tuple[LetterBlock, ...]
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    country: str
    email: str
    form: str


def letter(draft: Draft, sender: Sender, to: Recipient, home: str = "", own: Path | None = None) -> Letter:
    """The words of a draft. `home` is the country of whoever sends it: a letter within it names no country.

    Raises:
        OptoutError: a template of one's own does not work.
    """
    said = render(_texts(own), f"letters/{draft.language}.txt", {"l": draft})
    subject, _, rest = said.strip().partition("\n")
    dated, _, text = rest.strip().partition("\n")
    return Letter(
        draft.language,
        one_line(subject),
        one_line(dated),
        tuple(filter(None, map(_block, re.split(r"\n\s*\n", text.strip())))),
        tuple(filter(None, map(one_line, (sender.name, *sender.address, sender.email)))),
        to.lines,
        country(to.country, draft.locale).upper() if to.country and to.country != home.split("-")[0] else "",
        to.email,
        to.form,
    )


def text(one: Letter) -> str:
    """The letter as plain text."""
    return "\n\n".join(filter(None, (*_head(one), one.dated, one.subject, body(one)))) + "\n"


def body(one: Letter, width: int = _WIDTH) -> str:
    """What stands below the subject, as plain text; with `width` 0 each paragraph in one line."""
    return "\n\n".join("\n".join(_wrapped(line, block.is_list, width) for line in block.lines) for block in one.blocks)


def markdown(one: Letter) -> str:
    """The letter as CommonMark."""
    head = ("\\\n".join(words(line) for line in part.split("\n")) for part in _head(one))
    parts = (
        "\n".join(f"- {words(line)}" for line in block.lines) if block.is_list else "\\\n".join(map(words, block.lines))
        for block in one.blocks
    )
    return "\n\n".join(filter(None, (*head, words(one.dated), f"**{words(one.subject)}**", *parts))) + "\n"


def html(one: Letter, paper: str, own: Path | None = None) -> str:
    """The letter as a page that prints on A4 or US Letter, with the address where envelopes have their window."""
    return render(_pages(own), "letters/letter.html", {"letter": one, "paper": paper})


def eml(one: Letter) -> bytes:
    """The letter as a mail that is yet to be sent, which mail programs open: RFC 5322."""
    from email.headerregistry import Address
    from email.message import EmailMessage
    from email.policy import SMTP

    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one.subject
    if one.email:
        mail["To"] = Address(addr_spec=one.email)
    mail["X-Unsent"] = "1"  # Outlook opens it for writing: [MS-OXCMAIL] 2.2.3
    mail.set_content(f"{body(one)}\n")
    return mail.as_bytes()


def mailto(one: Letter, brief: Letter) -> str:
    """The letter as a mail link; `brief` takes its place where a mail program would cut it off.

    Empty if even that one is too long.
    """
    return next((link for link in map(_link, (one, brief)) if len(link) <= MAX_MAILTO), "")


def json(one: Letter, draft: Draft, law: Law, notes: tuple[str, ...]) -> str:
    """The letter, and what it rests on, as JSON."""
    right = draft.right
    period = right.period
    return as_json(
        {
            "version": 1,
            "platform": draft.platform,
            "kind": draft.kind,
            "language": one.language,
            "law": {
                "id": law.id,
                "name": draft.law or None,
                "article": draft.article or None,
                "form": right.form,
                "answer": period._asdict() if period else None,
                "extension": right.more._asdict() if right.more else None,
                "sources": [
                    {**source._asdict(), "date": source.date.isoformat() if source.date else None}
                    for source in (*right.sources, *law.counted_by)
                ],
            },
            "sender": list(one.sender),
            "recipient": {
                "lines": [*one.recipient, *filter(None, (one.country,))],
                "email": one.email or None,
                "form": one.form or None,
            },
            "date": draft.date.isoformat(),
            "subject": one.subject,
            "text": [line for block in one.blocks for line in block.lines],
            "notes": list(notes),
        }
    )


@cache
def _texts(own: Path | None) -> Environment:
    return environment({}, own)


@cache
def _pages(own: Path | None) -> Environment:
    return environment({}, own, autoescape=True)


@lru_cache(maxsize=1024)  # the site has thousands of letters, of which each is mostly what others are
def _block(part: str) -> LetterBlock | None:
    """A paragraph or a list; None where a template fills it with nothing."""
    lines = [one_line(line) for line in part.split("\n") if line.strip()]
    if lines and all(line.startswith("- ") for line in lines):
        return LetterBlock(tuple(line[2:] for line in lines), True)
    return LetterBlock(tuple(lines)) if lines else None


def _head(one: Letter) -> tuple[str, str]:
    return "\n".join(one.sender), "\n".join(filter(None, (*one.recipient, one.country)))


def _wrapped(line: str, is_item: bool, width: int) -> str:
    mark = "- " if is_item else ""
    if not width:
        return mark + line
    return fill(
        line,
        width,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _link(one: Letter) -> str:
    """RFC 6068: line breaks are %0D%0A, and all that is no letter or digit is escaped."""
    text = body(one, 0).replace("\n", "\r\n")
    return f"mailto:{quote(one.email, safe='@')}?subject={quote(one.subject, safe='')}&body={quote(text, safe='')}"
