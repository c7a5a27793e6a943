"""Letters that were sent: by when each must be answered, and what comes next if none is."""

from datetime import date

from optout.accounts import SentLetter
from optout.letters.compose import Times, times_of
from optout.letters.deadlines import Day
from optout.letters.kinds import KINDS, Kind
from optout.letters.law import laws
from optout.messages import Message, message
from optout.model import Date
from optout.prose import Span


def kind_of(letter: SentLetter) -> Kind | None:
    """What it was; None of a kind that only a newer optout knows."""
    return next((kind for kind in KINDS if kind == letter.kind), None)


def times_for(letter: SentLetter) -> Times | None:
    """By when it must be answered; None where its law sets no time, or nobody here knows the law."""
    law, kind = laws().get(letter.law), kind_of(letter)
    return times_of(law, kind, day_of(letter.sent), letter.country) if law and kind else None


def following(letters: tuple[SentLetter, ...]) -> Kind | None:
    """What comes next if there is no answer: a reminder, then a complaint, then nothing that a letter can do."""
    last = letters[-1].kind
    return None if last == "complaint" else "complaint" if last == "reminder" else "reminder"


def said(slug: str, letters: tuple[SentLetter, ...]) -> Message:
    """What was sent last about a platform, by when it must be answered, and what comes next if it is not."""
    last, times, then = letters[-1], times_for(letters[-1]), following(letters)
    sent = message("letter-sent", kind=last.kind, date=_date(day_of(last.sent)))
    due = message("letter-sent-due", sent=sent, date=_date(times.due)) if times else sent
    command = Span("code", f"optout letter {slug} --kind {then}")
    return message("letter-sent-next", sent=due, command=command) if then else due


def _date(day: Day) -> Date:
    return Date(day.year, day.month, day.day)


def day_of(text: str) -> Day:
    """A day as lists write it."""
    return date.fromisoformat(text)
