"""Pages that change, and pages that flap."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from optout.monitoring.watch import PageChange, Track, observe

_START = datetime(2026, 11, 1, 12, tzinfo=UTC)
A, B, C = ("We train on posts.",), ("We train on posts and chats.",), ("We train on nothing.",)


def _news(*looks: tuple[float, tuple[str, ...]]) -> list[str]:
    """What each look brings, at so many days from the start."""
    return [change.news for change in _changes(*looks)]


def _changes(*looks: tuple[float, tuple[str, ...]]) -> list[PageChange]:
    track: Track | None = None
    changes = []
    for day, seen in looks:
        track, change = observe(track, seen, _START + timedelta(days=day))
        changes.append(change)
    return changes


def test_the_first_look_only_remembers() -> None:
    """Nothing can have changed yet; afterwards the same is no news."""
    assert _news((0, A), (7, A)) == ["first", "unchanged"]


def test_a_change_counts_when_it_was_seen_twice_a_day_apart() -> None:
    """Not at once, not an hour later, but the next day, and then once."""
    assert _news((0, A), (1, B), (1.1, B), (2, B), (3, B)) == ["first", "waiting", "waiting", "changed", "unchanged"]


def test_a_change_says_what_went_and_what_came() -> None:
    """Only the sentences that differ."""
    both = ("We are a company.", *A)
    assert _changes((0, both), (1, ("We are a company.", *B)), (2, ("We are a company.", *B)))[-1] == PageChange(
        "changed", A, B
    )


def test_a_page_that_goes_back_and_forth_is_not_reported() -> None:
    """Once it has shown that it returns, neither of its two faces is news."""
    news = _news(*((day, (A, B)[day % 2]) for day in range(20)))
    assert news[:3] == ["first", "waiting", "unchanged"]
    assert set(news[3:]) == {"flapping", "unchanged"}


def test_a_page_that_went_back_for_good_has_changed() -> None:
    """What stays for two weeks is no flapping, even if it was there before."""
    looks = [(0.0, A), (1.0, B), (2.0, B), *((float(day), A) for day in range(3, 18))]
    news = _news(*looks)
    assert news[2] == "changed"
    assert news[3:-1] == ["flapping"] * 14
    assert news[-1] == "changed"


def test_a_page_that_is_never_twice_the_same_is_not_reported() -> None:
    """A counter, or a sentence drawn by lot."""
    looks = [(float(day), (f"{day} people read this.",)) for day in range(30)]
    assert set(_news(*looks)) == {"first", "waiting"}


def test_a_third_face_is_news() -> None:
    """A flapping page that says something new, and keeps saying it, has changed."""
    assert _news((0, A), (1, B), (2, A), (3, B), (4, C), (5, C))[-2:] == ["waiting", "changed"]


@given(st.lists(st.tuples(st.floats(0, 5), st.sampled_from([A, B, C])), max_size=30))
def test_what_counts_was_seen_a_day_before(steps: list[tuple[float, tuple[str, ...]]]) -> None:
    """Whatever a page does: a reported change was seen in every look for a day, and what is remembered is small."""
    track: Track | None = None
    now = _START
    seen_since: dict[tuple[str, ...], datetime] = {}
    for days, seen in steps:
        now += timedelta(days=days)
        seen_since = {seen: seen_since.get(seen, now)}
        track, change = observe(track, seen, now)
        assert len(track.known) <= 20
        if change.news == "changed":
            assert now - seen_since[seen] >= timedelta(days=1)
            assert track.settled == seen
