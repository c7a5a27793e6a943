"""What changed at all platforms, as one list."""

from optout.catalog import Catalog
from optout.diff import compare
from optout.messages import language
from optout.model import Date, Event, Platform
from optout.site import events
from optout.site.model import Since

_CHECKED = Date(2026, 11, 21)


def _with(platform: Platform, *history: Event) -> Platform:
    return platform._replace(history=history, checked=_CHECKED)


def test_newest_first(acme: Platform) -> None:
    """All platforms together; what is dated to the month stands before the days of that month."""
    one = _with(acme, Event(Date(2025), "A."), Event(Date(2026, 3), "B."))
    other = _with(acme._replace(slug="other"), Event(Date(2026, 3, 1), "C."), Event(Date(2027), "D."))
    assert [item.text for item in events.events([one, other])] == ["D.", "C.", "B.", "A."]


def test_in_plain_words(example: Catalog, acme: Platform) -> None:
    """Without citations."""
    assert [item.text for item in events.of(acme)] == ["Training begins.", "New terms take effect."]


def test_an_id_outlives_its_wording(acme: Platform) -> None:
    """A mended sentence is the same event; two of one day are two."""
    before, again = (list(events.of(_with(acme, *[Event(Date(2026, 3), text)] * 2))) for text in ("Wrogn.", "Right."))
    assert [item.id for item in before] == [item.id for item in again]
    assert len({item.id for item in before}) == 2
    assert events.urn("https://a.example", before[0].id) != events.urn("https://b.example", before[0].id)


def test_an_event_that_is_put_before_others_leaves_their_ids(acme: Platform) -> None:
    """Also one of the same day, as it is another source that tells of it."""
    day = Date(2026, 3, 1)
    old = (Event(day, "Terms. [terms]"), Event(day, "Help. [help] [terms]"), Event(Date(2026, 4), "Later. [blog]"))
    ids = [item.id for item in events.of(_with(acme, *old))]
    more = [item.id for item in events.of(_with(acme, Event(day, "New. [press]"), *old, Event(day, "Last.")))]
    assert more[1:4] == ids
    assert len(set(more)) == 5


def test_what_changed_since_is_known_by_values_not_by_words(acme: Platform) -> None:
    """The same change in another language is no news; another value is."""

    def id_of(platform: Platform) -> str:
        changes = tuple(compare([acme], [platform]))
        found = Since(_CHECKED, "old.yaml", changes)
        german, english = (
            next(iter(events.since(found, [platform], _CHECKED, language(code)))) for code in ("de", "en")
        )
        assert german.id == english.id
        assert german.text != english.text
        return english.id

    def switched(set: str) -> Platform:
        return acme._replace(controls=(acme.controls[0]._replace(set=set), *acme.controls[1:]))

    assert id_of(switched("on")) != id_of(switched("Never"))


def test_what_is_to_come(acme: Platform) -> None:
    """Only what is dated to the day, from the day after the check or after the day of the site; soonest first."""
    days = (Date(2027, 2, 1), Date(2026, 11, 22), _CHECKED, Date(2027), Date(2026, 12))
    found = list(events.of(_with(acme, *(Event(day, "Soon.") for day in days))))
    assert [item.date for item in events.to_come(found, _CHECKED)] == [Date(2026, 11, 22), Date(2027, 2, 1)]
    assert [item.date for item in events.to_come(found, Date(2027, 1, 1))] == [Date(2026, 11, 22), Date(2027, 2, 1)]
    assert events.to_come(found, Date(2026, 11, 1))[0].date == _CHECKED


def test_told_otherwise_is_news_by_the_day_that_is_noted(acme: Platform) -> None:
    """The same event, under the day on which its text changed; so is what was entered late."""
    event = Event(Date(2026, 3, 1), "Old words. [terms]")
    (before,) = events.of(_with(acme, event))
    (after,) = events.of(_with(acme, event._replace(text="New words. [terms]", noted=Date(2026, 11, 20))))
    assert (before.id, before.known) == (after.id, Date(2026, 3, 1))
    assert after.known == Date(2026, 11, 20)


def test_checking_again_makes_no_announcement_new(acme: Platform) -> None:
    """It is as old as the source that it cites; without a date nobody knows better than the check."""
    sources = (acme.sources[0]._replace(id="dated", date=Date(2026, 10)), acme.sources[0]._replace(id="not", date=None))
    for cited, moves in (("[not] [dated]", False), ("[not]", True)):
        told = acme._replace(history=(Event(Date(2027, 3, 4), f"Soon. {cited}"),), sources=sources)
        (before,), (after,) = (events.of(told._replace(checked=Date(2026, 11, day))) for day in (21, 28))
        assert (before.known != after.known) == moves
    assert before.id == after.id


def test_filed_under_a_day_that_was(acme: Platform) -> None:
    """A month is filed under its first day, and what is to come under the day on which it was known."""
    past, future = events.of(_with(acme, Event(Date(2026, 3), "A."), Event(Date(2027, 3, 4), "B.")))
    assert (past.known, past.announced) == (Date(2026, 3, 1), False)
    assert (future.known, future.announced) == (_CHECKED, True)
