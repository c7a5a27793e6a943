"""From what somebody wants to a draft, to whom it goes, and what they should know who send it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from optout.letters.contact import FoundContact
from optout.letters.deadlines import Day, due, extended
from optout.letters.holidays import closed_in
from optout.letters.kinds import WITHOUT_LAW, Kind
from optout.letters.law import Law, SupervisoryAuthority, authorities_for, parts_of
from optout.letters.letter import Draft, Recipient, Sender, Wanted, draft, to_authority, to_controller
from optout.messages import Listed, Message, Region, message
from optout.model import Date, Platform
from optout.prose import Span


class Order(NamedTuple):
    """A letter as it is asked for. `authority` is the one that a complaint goes to, if it is known."""

    platform: Platform
    law: Law
    contact: FoundContact | None
    sender: Sender
    wanted: Wanted
    authority: SupervisoryAuthority | None = None


class Composed(NamedTuple):
    """A draft, to whom it goes, and what to tell whoever sends it."""

    draft: Draft
    to: Recipient
    notes: tuple[Message, ...]


class Times(NamedTuple):
    """By when an answer is due, and by when if the time is extended, if it can be."""

    due: Day
    later: Day | None


def compose(order: Order) -> Composed:
    """The letter in values."""
    wanted = order.wanted
    if wanted.earlier:
        first, kind = wanted.earlier[0]
        times = times_of(order.law, kind, first, _country(order))
        wanted = wanted._replace(due=times.due if times and times.due < wanted.date else None)
    said = draft(order.platform, order.law, order.contact, order.sender, wanted)
    to = _recipient(order)
    return Composed(said, to, tuple(_notes(order, said, to)))


def question(of: Literal["name", "address", "account", "reason"]) -> Message:
    """What somebody is asked who has not said it."""
    return {
        "name": message("letter-ask-name"),
        "address": message("letter-ask-address"),
        "account": message("letter-ask-account"),
        "reason": message("letter-ask-reason"),
    }[of]


def reasons() -> tuple[Message, ...]:
    """Honest examples of a reason, each a beginning for one's own, and what stands above them."""
    return (
        message("letter-reasons"),
        message("letter-reason-private"),
        message("letter-reason-work"),
        message("letter-reason-others"),
        message("letter-reason-profession"),
        message("letter-reason-safety"),
        message("letter-reason-expectation"),
    )


def times_of(law: Law, kind: Kind, received: Day, country: str) -> Times | None:
    """By when what arrived on a day must be answered, with a country's holidays; None where the law sets no time."""
    right = law.right(kind)
    if right.period is None:
        return None
    closed = closed_in(country)
    later = extended(received, right.period, right.more, law.counting, closed) if right.more else None
    return Times(due(received, right.period, law.counting, closed), later)


def _country(order: Order) -> str:
    """Whose holidays count: those where the controller is, else those where the person is."""
    return (order.contact.contact.country if order.contact else "") or order.wanted.region


def _recipient(order: Order) -> Recipient:
    if order.wanted.kind != "complaint":
        return to_controller(order.contact, order.platform)
    return to_authority(order.authority) if order.authority else Recipient(())


def _notes(order: Order, said: Draft, to: Recipient) -> Iterator[Message]:
    yield from _missing(order, said)
    yield from _about_right(order, said)
    yield from _about_time(order, said)
    yield from _about_authority(order) if said.kind == "complaint" else _about_contact(order, to)
    if said.kind in ("objection", "withdrawal", "erasure"):
        yield message("letter-reach")
    yield message("letter-no-advice")


def _missing(order: Order, said: Draft) -> Iterator[Message]:
    has_no_reason = said.kind == "objection" and said.needs_reason and not said.reason
    absent = (
        (not order.sender.name, message("letter-missing-name")),
        (not order.sender.address, message("letter-missing-address")),
        (not order.sender.account, message("letter-missing-account")),
        (has_no_reason, message("letter-missing-reason")),
    )
    if parts := tuple(part for is_absent, part in absent if is_absent):
        yield message("letter-missing", parts=Listed(parts))


def _about_right(order: Order, said: Draft) -> Iterator[Message]:
    law, right = order.law, said.right
    if right.sources:
        source = right.sources[0]
        yield message("letter-by-law", title=source.title, address=source.url)
        if right.form == "opt-out":
            yield message("letter-opt-out", law=Span("text", said.law))
    elif law.id == WITHOUT_LAW:
        yield message("letter-no-law", where=_where(order))
    elif said.later and law.since:
        yield message("letter-not-yet", law=Span("text", said.law), date=_date(law.since))
    elif said.kind not in ("reminder", "complaint"):
        yield message("letter-no-right", law=Span("text", said.law))
    if (region := order.wanted.region) and (parts := parts_of(region)):
        codes = Listed(tuple(Span("text", code) for code in parts))
        yield message("letter-parts", where=_where(order), parts=codes)


def _about_time(order: Order, said: Draft) -> Iterator[Message]:
    if said.earlier:
        first, kind = said.earlier[0]
        runs = times_of(order.law, kind, first, _country(order))
        if runs and runs.due >= said.date:
            yield message("letter-early", date=_date(runs.due))
        return
    times = times_of(order.law, said.kind, said.date, _country(order))
    if times is None:
        if said.right.sources:
            yield message("letter-without-time")
    elif times.later:
        yield message("letter-due", day=_date(said.date), date=_date(times.due), later=_date(times.later))
    else:
        yield message("letter-due-once", day=_date(said.date), date=_date(times.due))


def _about_contact(order: Order, to: Recipient) -> Iterator[Message]:
    found = order.contact
    if found is None:
        yield message("letter-to-unknown", name=Span("text", order.platform.company or order.platform.name))
        return
    if found.sources:
        titles = tuple(Span("text", f"{one.publisher}, “{one.title}”") for one in found.sources)
        yield message("letter-to-source", titles=Listed(titles))
    if found.contact.doubt:
        yield message("letter-to-doubt", doubt=Span("text", found.contact.doubt))
    if to.form:
        yield message("letter-to-form", address=to.form)
    role = {"gdpr": found.contact.representative_eu, "uk-gdpr": found.contact.representative_uk}.get(order.law.id)
    if role:
        at = ", ".join(filter(None, (*role.post.split("\n"), role.country, role.email, role.form)))
        yield message("letter-to-representative", name=Span("text", role.name), address=Span("text", at))


def _about_authority(order: Order) -> Iterator[Message]:
    known = authorities_for(order.wanted.region)
    if order.authority is None and known:
        yield message("letter-authorities", names=Listed(tuple(f"{one.id} ({one.name})" for one in known)))
    elif order.authority is None:
        yield message("letter-authority-unknown", where=_where(order))
    elif order.authority.form:
        yield message("letter-authority-form", address=order.authority.form)
    elif order.authority.web:
        yield message("letter-authority-web", address=order.authority.web)


def _where(order: Order) -> Region | Message:
    return Region(order.wanted.region) if order.wanted.region else message("letter-your-region")


def _date(day: Day) -> Date:
    return Date(day.year, day.month, day.day)
