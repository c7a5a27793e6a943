"""What is different at somebody's accounts since they decided about them, in the words of `diff`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from optout.accounts import Account, Person
from optout.accounts.ways import seen
from optout.diff import Item
from optout.diff.both import Both
from optout.diff.control import added, compare_controls, control_marks, controls_alike, gone
from optout.diff.match import pair
from optout.guide import words
from optout.guide.guide import StatusId
from optout.messages import Label, message
from optout.model import Control, Platform
from optout.plan.memory import version_of
from optout.plan.standing import Standing, standing

Asks = Literal["again", "new", "wording"]
ASKS: tuple[Asks, ...] = get_args(Asks)

# Of a way what one did by it: if that is another, it may hold no longer. The rest is where it is and what it is called.
DONE = ("how", "set", "default", "each", "choose", "command", "plan", "who")
# What is said of a platform, from the best; and what of it asks for something.
BETTER: tuple[StatusId, ...] = ("no-training", "opt-in", "not-known", "depends", "opt-out", "no-control")
ASKING: tuple[StatusId, ...] = ("opt-out", "no-control", "depends")


class Different(NamedTuple):
    """What is different at one account, what it asks for, and what is said of it; `name` is that of its platform."""

    account: Account
    name: str
    asks: Asks
    items: tuple[Item, ...]


def changed(accounts: Iterable[Account], platforms: Mapping[str, Platform], person: Person) -> tuple[Different, ...]:
    """Everything that is different, what is to be done again first; `platforms` are by slug and by former slug."""
    found = (_different(account, platforms.get(account.name), person) for account in accounts)
    listed = [one for one in found if one]
    return tuple(sorted(listed, key=lambda one: (ASKS.index(one.asks), one.name.casefold())))


def _different(account: Account, platform: Platform | None, person: Person) -> Different | None:
    if account.kind == "unknown":
        if platform is None:
            return None
        now = standing(account, platform, person)
        item = Item("slug", message("diff-guide-new", status=Label(words.stands(now.shown))), True, after=platform.slug)
        return Different(account, platform.name, "new" if _asks(now) else "wording", (item,))
    if platform is None:
        item = Item("slug", message("diff-guide-gone"), True, before=account.name)
        return Different(account, account.name, "wording", (item,))
    found = list(_found(standing(account, platform, person)))
    if not found:
        return None
    asks = min((asks for asks, _ in found), key=ASKS.index)
    return Different(account, platform.name, asks, tuple(item for _, item in sorted(found, key=_first)))


def _first(found: tuple[Asks, Item]) -> int:
    return ASKS.index(found[0])


def _found(now: Standing) -> Iterator[tuple[Asks, Item]]:
    """Each thing that is different, and what it asks for.

    Whoever says only now where they are, or has moved, reads another guide; that is no change of it.
    """
    account = now.account
    is_fresh = account.version != version_of(now.platform)
    if account.was is None or not account.was.verdict:
        if account.state == "done" and is_fresh:
            yield "again", Item("controls", message("changed-other-since"), True)
        return
    reader = now.choice.reader
    if not is_fresh and (account.was.region, account.was.plan) != (reader.region, reader.plan):
        return
    yield from _verdict(now)
    if account.state in ("done", "not-there"):
        yield from _ways(now, [one.control for one in account.was.ways], is_fresh)


def _ways(now: Standing, before: list[Control], is_fresh: bool) -> Iterator[tuple[Asks, Item]]:
    """What is different about the ways that somebody went, wherever they stand now, and which are needed besides.

    The latter only where the guide `is_fresh`: on another device another way comes first, and nothing changed.
    """
    picks = (*now.choice.ways, *now.choice.elsewhere)
    after = [seen(pick.control).control for pick in picks]
    asks_anything = _asks(now)
    matched = pair(before, after, controls_alike, control_marks)
    gone_on = [picks[position] for position in matched.positions]
    for old, new in matched.both:
        for item in compare_controls(Both(old, new, (), ()), alone=len(before) == 1):
            yield _weight(item, now.account, asks_anything), item
    for control in matched.gone:
        yield "wording", gone(control, is_lookalike=False)
    switches = {pick.switch for pick in gone_on}
    still_stands = gone_on and all(pick.control not in now.needed for pick in gone_on)
    for pick in picks if is_fresh and asks_anything else ():
        if pick.control in now.needed and pick.switch not in switches:
            yield "wording" if still_stands else "new", added(pick.control)


def _weight(item: Item, account: Account, asks_anything: bool) -> Asks:
    """What a changed way asks of somebody who went it, or who did not find it."""
    if not asks_anything or not item.matters:
        return "wording"
    if account.state == "not-there":
        return "new"
    return "again" if item.field.removeprefix("controls.") in DONE else "wording"


def _verdict(now: Standing) -> Iterator[tuple[Asks, Item]]:
    """That the verdict is another: what trains now and did not before asks for something, what is better does not.

    Unless one can refuse only now, and has not done what there was instead.
    """
    was = now.account.was
    if was is None or was.verdict == now.shown or was.verdict not in words.VERDICTS:
        return
    before = words.VERDICTS[was.verdict]
    what = message("what-status")
    clause = message(
        "diff-changed", what=what, old=Label(words.stands(was.verdict)), new=Label(words.stands(now.shown))
    )
    is_worse = BETTER.index(now.status) > BETTER.index(before[0])
    is_open = now.account.is_open and now.account.state == ""
    has_way = before[0] == "no-control" and now.account.state != "done" and _asks(now)
    asks = has_way or (is_worse and now.status in ASKING)
    if asks or not is_open:
        yield "new" if asks else "wording", Item("training", clause, True, before=was.verdict, after=now.shown)


def _asks(now: Standing) -> bool:
    """Whether there is anything to do for whose account it is."""
    return now.status in ("opt-out", "depends") and bool(now.needed)
