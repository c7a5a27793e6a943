"""What the catalog says of an account to the one whose account it is."""

from collections.abc import Iterator
from typing import NamedTuple

from optout.accounts import Account, Person
from optout.guide import words
from optout.guide.choose import Choice, choose
from optout.guide.guide import StatusId
from optout.guide.reader import DEVICES, Reader
from optout.guide.ways import count
from optout.model import Control, Platform
from optout.plan.effort import seconds


class Standing(NamedTuple):
    """An account, its platform as the catalog has it, and what is chosen of it for `reader`."""

    account: Account
    platform: Platform
    reader: Reader
    choice: Choice

    @property
    def shown(self) -> words.Shown:
        """The verdict as it is shown."""
        return words.shown(self.choice.verdict, self.choice.answer(self.platform).basis)

    @property
    def status(self) -> StatusId:
        """What kind of verdict that is."""
        return words.VERDICTS[self.shown][0]

    @property
    def needed(self) -> tuple[Control, ...]:
        """The best way, and those that are needed together with it; where all are on other devices, the first there."""
        near = tuple(pick.control for pick in self.choice.ways if pick.part == "steps")
        return near or tuple(pick.control for pick in self.choice.elsewhere[:1])

    @property
    def steps(self) -> int:
        """How many steps that takes."""
        return sum(count(control, self.platform) for control in self.needed)

    @property
    def seconds(self) -> int:
        """How long that takes, estimated."""
        return sum(seconds(control, count(control, self.platform)) for control in self.needed)


def standing(account: Account, platform: Platform, person: Person) -> Standing:
    """How an account stands for the person: with its own plan, on whichever of their devices gets there."""
    plan = account.plan or (person.plans[0] if len(person.plans) == 1 else "")
    first = Reader(person.region, "", plan)
    found = [Standing(account, platform, reader, choose(platform, reader)) for reader in _readers(first, person)]
    whole = [one for one in found if one.choice.ways and not one.choice.missing]
    return next((one for one in whole if one.choice.ways[0].reach == "here"), (whole or found)[0])


def _readers(reader: Reader, person: Person) -> Iterator[Reader]:
    """One for each device; last, if there are several, one of whom no device is known: a part may be on each."""
    devices = [one for one in DEVICES if one in person.devices]
    yield from (reader._replace(device=one) for one in devices)
    if len(devices) != 1:
        yield reader
