"""What holds for a reader in a word, and what that rests on: without composing the guide."""

from optout.guide import words
from optout.guide.choose import Choice, choose
from optout.guide.guide import Status
from optout.guide.reader import EVERYBODY, Reader, in_region
from optout.guide.verdict import is_read
from optout.messages import Value, language, message
from optout.model import Date, Platform, Source
from optout.prose import cited, parse


def status(platform: Platform, reader: Reader = EVERYBODY, spoken: str = "en") -> Status:
    """The platform's status for `reader`, without composing the rest."""
    return words.status(verdict(platform, reader), language(spoken))


def verdict(platform: Platform, reader: Reader = EVERYBODY) -> words.Shown:
    """The status for `reader`, in no language."""
    choice = choose(platform, reader)
    return words.shown(choice.verdict, choice.answer(platform).basis)


def unknown(platform: Platform, choice: Choice, spoken: str = "en") -> str:
    """What takes the verdict's place where nothing is known, said without naming the region; empty where something is.

    For a page that says the same to all who choose one of many regions.
    """
    said = not_known_for(platform, choice, message("where-you-are")) if choice.verdict == "not-known" else ()
    return language(spoken).text(said)


def not_known_for(platform: Platform, choice: Choice, whom: Value) -> Value:
    """That nothing is known for whom the choice is made, and for whom something is."""
    read = tuple(dict.fromkeys(code for source in platform.sources for code in source.audience.regions))
    return words.not_known(platform.name, whom, read, is_read(platform, choice.own, choice.reader))


def newest(platform: Platform) -> Date | None:
    """The date of the newest source that the verdict for everybody rests on, or the day of its copy if undated."""
    return max((source.known for source in rests_on(platform, choose(platform)) if source.known), default=None)


def rests_on(platform: Platform, choice: Choice) -> list[Source]:
    """The sources that the verdict and the first way rest on, as far as they were written for the reader's region."""
    first = next((pick.control for pick in (*choice.ways, *choice.none)), None)
    ids = [source.id for source in platform.sources]
    evidence = {*cited(parse(choice.answer(platform).text, ids)), *(first.evidence if first else ())}
    cites = [source for source in platform.sources if source.id in evidence]
    return [source for source in cites if in_region(source.audience, choice.reader) != "no"]
