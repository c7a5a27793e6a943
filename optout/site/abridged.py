"""What a site holds of every platform: what lists, figures, feeds and names ask, without what only its guide says.

Where entries are kept outside of memory, the whole of one is read again when its guide is made, so that a large catalog
goes by one entry at a time.
"""

from typing import NamedTuple

from optout.guide.status import newest
from optout.model import Platform, Source
from optout.site.model import Entry, Extract
from optout.site.offered import told_apart
from optout.site.robots import is_of_websites


class AbridgedPlatform(NamedTuple):
    """A platform without what only its guide says, and what others ask of that."""

    platform: Platform
    extract: Extract


def abridge(platform: Platform) -> AbridgedPlatform:
    """What is held of a platform."""
    return AbridgedPlatform(
        platform._replace(
            summary="",
            scope="",
            doubt="",
            question="",
            uses=(),
            spares=(),
            controls=(),
            lookalikes=(),
            limits=(),
            differences=(),
            conflicts=(),
            crawlers=(),
            terms=(),
            contacts=(),
            sources=tuple(map(_dated, _of_history(platform))),
        ),
        extract(platform),
    )


def extract(platform: Platform) -> Extract:
    """What is asked of a platform beside its guide that only its guide says."""
    points = platform.contacts
    return Extract(
        tuple(sorted({code for code in told_apart(platform) if "-" in code})),
        newest(platform),
        bool(platform.crawlers),
        is_of_websites(platform),
        any(one.labels for one in platform.controls),
        tuple(sorted({one.country for one in points} - {""})),
        tuple(sorted({one.officer.country for one in points if one.officer} - {""})),
        any(one.extent == "company" for one in points),
    )


def extract_of(entry: Entry) -> Extract:
    """The same of an entry."""
    return entry.extract or extract(entry.platform)


def whole(entry: Entry) -> Entry:
    """The entry with all that its guide says.

    Raises:
        OptoutError: it was changed since it was read first.
    """
    if entry.read is None:
        return entry
    held = entry.platform
    return entry._replace(platform=entry.read(held.slug)._replace(see=held.see), read=None)


def _of_history(platform: Platform) -> list[Source]:
    """The sources that tell when something happened, and the newest, by which a figure tells how old they are."""
    said = "\n".join(text for event in platform.history for text in (event.text, event.doubt))
    last = max((one.known for one in platform.sources if one.known), default=None)
    return [one for one in platform.sources if f"[{one.id}]" in said or (last and one.known == last)]


def _dated(source: Source) -> Source:
    return Source(source.id, "", "", source.kind, date=source.date, seen=source.seen)
