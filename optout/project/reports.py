"""Where readers say that a guide is wrong, or that one is missing: a form, an issue, or a mailbox."""

from urllib.parse import quote

from optout.project.config import PASSAGE, Config, filled
from optout.project.hosts import host_of

_BREAK = "%0D%0A"


def report_url(config: Config, file: str, line: int, slug: str, name: str) -> str:
    """Where somebody can say that an entry is wrong; empty where nobody has said."""
    if config.report_url:
        return _reported(config, file, line, slug, name).replace(PASSAGE, "")
    if not config.repository:
        return ""
    title = quote(f"{name}: this guide is wrong")
    where = quote(_where(config, file, slug) + "\n\n")
    return config.repository + host_of(config.repository, config.host).issue.format(
        title=title, slug=quote(slug), where=where
    )


def report_pattern(config: Config, file: str, line: int, slug: str, name: str) -> str:
    """The same with `{passage}` in the place where the words go that are wrong; empty where none of them can."""
    found = _reported(config, file, line, slug, name) if config.report_url else ""
    return found if PASSAGE in found else ""


def request_url(config: Config) -> str:
    """Where somebody can ask for a guide that is not there; empty where nobody has said."""
    title = quote("A guide is missing")
    if config.report_url.startswith("mailto:"):
        return f"{config.report_url.partition('?')[0]}?subject={title}"
    return (
        config.repository + host_of(config.repository, config.host).wish.format(title=title)
        if config.repository
        else ""
    )


def _reported(config: Config, file: str, line: int, slug: str, name: str) -> str:
    address = filled(config.report_url, "report_url", file, line, slug, name)
    if not address.startswith("mailto:") or PASSAGE in address:
        return address
    return _prepared(address, _where(config, file, slug), f"{name}: this guide is wrong")


def _prepared(address: str, where: str, subject: str) -> str:
    """The address of a mailbox with a subject, and a text that ends where the passage goes; one's own of these stay.

    Line breaks as in https://www.rfc-editor.org/rfc/rfc6068#section-5
    """
    mailbox, _, query = address.partition("?")
    fields = [field for field in query.split("&") if field]
    named = {field.partition("=")[0].lower(): place for place, field in enumerate(fields)}
    if "subject" not in named:
        fields.append(f"subject={quote(subject)}")
    if "body" not in named:
        fields.append(f"body={quote(where)}")
    place = named.get("body", len(fields) - 1)
    fields[place] += f"{_BREAK}{_BREAK}{PASSAGE}"
    return f"{mailbox}?{'&'.join(fields)}"


def _where(config: Config, file: str, slug: str) -> str:
    return f"{config.base_url}/platforms/{slug}.html" if config.base_url else f"{file}: {slug}"
