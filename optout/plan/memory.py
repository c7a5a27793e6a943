"""What is kept of a guide with a decision, or when an account comes to the list, so that one can be told later what is
different.
"""

from optout.accounts import Account, Person, Remembered, State
from optout.accounts.ways import seen
from optout.guide.choose import choose
from optout.guide.version import version
from optout.model import Platform
from optout.plan.standing import Standing, standing


def decided(one: Standing, state: State, now: str, done: str = "") -> tuple[Account, ...]:
    """The account with a decision of this moment, and with what the guide says at it.

    It goes by the slug of its platform from then on, and what it was called before is removed. `done` is the day on
    which it was done, if not today.
    """
    slug = one.platform.slug
    account = one.account._replace(
        name=slug,
        at=now,
        kind="platform",
        state=state,
        done=(done or now[:10]) if state == "done" else "",
        version=version_of(one.platform),
        was=remembered(one),
    )
    former = one.account.name
    return (account,) if former == slug else (account, Account(former, account.added, now, removed=True))


def noticed(account: Account, platform: Platform, person: Person) -> Account:
    """An account that comes to the list, with what the guide says at it: what begins later is told by it."""
    one = standing(account, platform, person)
    return account._replace(version=version_of(platform), was=remembered(one))


def remembered(one: Standing) -> Remembered:
    """What the guide says now to whose account it is."""
    ways = tuple(map(seen, one.needed))
    return Remembered(one.shown, one.choice.reader.region, one.choice.reader.plan, ways)


def version_of(platform: Platform) -> str:
    """The version of its guide, which is the same for everybody."""
    choice = choose(platform)
    return version(platform, choice, choice.verdict)
