"""What one's own list knows of letters: which were sent, when, and which are without an answer."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from optout import messages
from optout.cli import letter_asked, mine, output
from optout.errors import NotFound
from optout.letters.kinds import Kind
from optout.messages import message
from optout.prose import Span

if TYPE_CHECKING:
    from optout.accounts import SentLetter
    from optout.letters.deadlines import Day
    from optout.letters.law import Law
    from optout.model import Platform


class LetterBook(NamedTuple):
    """What one's own list knows of letters about a platform; of those to a company it knows nothing."""

    platform: "Platform"
    file: Path | None
    profile: str
    is_company: bool = False

    @property
    def region(self) -> str:
        """Where somebody said that they are."""
        return mine.opened(self.file, self.profile).profile.person.region

    @property
    def waiting(self) -> "tuple[SentLetter, ...]":
        """The last letter without an answer, and the reminders after it."""
        from optout.accounts.values import waiting

        account = mine.opened(self.file, self.profile).profile.get(self.platform.slug)
        return waiting(account.letters) if account and not self.is_company else ()

    def sent(self, kind: Kind, law: "Law", day: "Day", country: str) -> int:
        """Keep that a letter arrived on a day."""
        from optout.accounts import SentLetter
        from optout.accounts.store import now
        from optout.letters.sent import said

        letter, moment = SentLetter(kind, law.id, day.isoformat(), country), now()
        self._list().change(lambda found: found.send(self.platform.slug, letter, moment))
        text = said(self.platform.slug, self.waiting or (letter,))
        self._tell(message("letter-kept", name=Span("text", self.platform.name), said=text))
        return 0

    def answered(self, day: "Day") -> int:
        """Keep that there was an answer on a day."""
        from optout.accounts.store import now
        from optout.model import Date

        if not self.waiting:
            raise NotFound(f"no letter about {self.platform.name} is without an answer on your list")
        moment = now()
        self._list().change(lambda found: found.answer(self.platform.slug, day.isoformat(), moment))
        date = Date(day.year, day.month, day.day)
        self._tell(message("letter-answered", name=Span("text", self.platform.name), date=date))
        return 0

    def _list(self) -> mine.Mine:
        return mine.writable(self.file, self.profile)

    def _tell(self, said: messages.Message) -> None:
        output.write_lines(f"{letter_asked.spoken().text(said)}\n")


def from_list(letters: "tuple[SentLetter, ...]", law_id: str | None) -> "tuple[Day, Kind, str | None, Day | None]":
    """When the letter arrived, what it was, its law, and when a reminder of it arrived, as one's list has them."""
    from optout.letters.sent import day_of, kind_of

    first = letters[0]
    reminded = next((day_of(one.sent) for one in letters if one.kind == "reminder"), None)
    return day_of(first.sent), kind_of(first) or "objection", law_id or first.law, reminded
