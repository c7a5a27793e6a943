"""What changed about whom to write to: where letters go matters most, whoever changed it."""

from collections.abc import Iterator

from optout.diff.audience import compare_audiences
from optout.diff.change import Item
from optout.diff.match import alike
from optout.diff.value import compare_addresses, compare_typed, compare_values
from optout.diff.wording import citations_changed
from optout.guide.words import quoted
from optout.messages import Message, message
from optout.model import Addressee, ContactPoint

_ROLES = ("officer", "representative_eu", "representative_uk")


def contacts_alike(old: ContactPoint, new: ContactPoint) -> float:
    """How likely two contacts are the same one, from 0 to 1."""
    return (alike(old.controller, new.controller) + (old.audience == new.audience)) / 2


def compare_contacts(field: str, old: ContactPoint, new: ContactPoint) -> Iterator[Item]:
    """What is to be said of a contact that both catalogs have; of its doubt whoever reads prose speaks."""
    what = message("what-contact-of", name=quoted(new.controller))
    if old.controller != new.controller:
        yield compare_values(field, message("what-contact"), old.controller, new.controller)
    if old.extent != new.extent:
        clause = message("diff-contact-for", name=quoted(new.controller), extent=new.extent)
        yield Item(field, clause, True, before=old.extent, after=new.extent)
    if old.audience != new.audience:
        yield compare_audiences(field, what, old.audience, new.audience)
    yield from _reached(field, what, old, new)
    for role in _ROLES:
        was, now = (getattr(one, role) or Addressee() for one in (old, new))
        named = message("what-contact-role", role=role, name=quoted(new.controller))
        if was.name != now.name:
            yield compare_values(field, named, was.name, now.name)
        yield from _reached(field, named, was, now)
    if old.evidence != new.evidence:
        yield citations_changed(1)


def _reached(field: str, what: Message, old: ContactPoint | Addressee, new: ContactPoint | Addressee) -> Iterator[Item]:
    if old.post != new.post:
        yield compare_typed(field, message("what-contact-post", what=what), old.post, new.post)
    if old.country != new.country:
        yield compare_values(field, message("what-contact-country", what=what), old.country, new.country)
    if old.email != new.email:
        yield compare_addresses(field, message("what-contact-email", what=what), old.email, new.email)
    if old.form != new.form:
        yield compare_addresses(field, message("what-contact-form", what=what), old.form, new.form)
