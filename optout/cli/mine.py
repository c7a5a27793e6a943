"""One's own list of accounts at the command line: its options, its entries, and changing it."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import click

from optout.accounts import Account, Lists, Person, Profile
from optout.accounts.store import ListFile, change, list_file, load, now
from optout.accounts.values import Kind, later, merge, merge_profiles
from optout.catalog import Catalog
from optout.cli import options, output
from optout.cli.choices import OneOf
from optout.errors import NotFound
from optout.guide.reader import DEVICES, Device, Reader
from optout.model import Platform, Stub

_NAMED = 6  # profiles and accounts, where some are named


class _OnTheList(click.types.StringParamType):
    """A platform that is on the list: only these are completed."""

    name = "platform"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from optout.cli.completing import items
        from optout.errors import OptoutError

        try:
            mine = opened(ctx.params.get("named"), ctx.params.get("profile") or "")
        except OptoutError:
            return []
        return items([one.name for one in mine.profile.listed], incomplete)


LISTED = _OnTheList()


class Mine(NamedTuple):
    """A profile of a list, as it was when the command began; `name` is empty for the one without a name."""

    file: ListFile
    name: str
    lists: Lists

    @property
    def profile(self) -> Profile:
        """What it holds."""
        return self.lists.profile(self.name)

    def change(self, act: Callable[[Profile], Profile]) -> "Mine":
        """Change the profile, as it is in the file by now, and say so if the file was damaged.

        Raises:
            OptoutError: the file cannot be read or written; it stays as it is.
        """

        def whole(lists: Lists) -> Lists:
            before = lists.profile(self.name)
            after = act(before)
            return lists if after == before else lists.put(self.name, after)

        return self._write(whole)

    def merged(self, other: Lists) -> Lists:
        """The lists with whatever was decided later in another copy; in a named profile, those of its first one."""
        if not self.name:
            return merge(self.lists, other)
        return self.lists.put(self.name, merge_profiles(self.profile, other.profile()))

    def merge(self, other: Lists) -> "Mine":
        """Keep that, see `change`."""
        return self._write(lambda lists: self._replace(lists=lists).merged(other))

    def _write(self, act: Callable[[Lists], Lists]) -> "Mine":
        found = [self.lists]

        def whole(lists: Lists) -> Lists:
            found.append(act(lists))
            return found[-1]

        if said := change(self.file, whole):
            output.say(f"optout: {said}")
        return self._replace(lists=found[-1])


def list_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--file and --profile: which list."""
    for option in (
        click.option(
            "--profile", default="", metavar="NAME", help="Another list in the same file, such as work or Anna."
        ),
        click.option(
            "--file",
            "named",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="The file of your list.  [default: list.json in your folder of data; env: OPTOUT_LIST]",
        ),
    ):
        command = option(command)
    return command


def person_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--region, --device and --plan: who it is, where the list does not say so or says otherwise."""
    for option in (
        click.option("--plan", "plans", multiple=True, metavar="NAME", help="What you pay for, such as Free; several."),
        click.option("--device", "devices", type=OneOf(DEVICES), multiple=True, help="What you use; several."),
        options.region_option,
    ):
        command = option(command)
    return command


def opened(named: Path | None, profile: str) -> Mine:
    """The list; nothing is made where there is none.

    Raises:
        OptoutError: its file cannot be read.
    """
    file = list_file(named)
    return Mine(file, profile, load(file))


def writable(named: Path | None, profile: str) -> Mine:
    """The same for a command that changes it: a damaged file is kept aside first.

    Raises:
        OptoutError: its file cannot be read or written.
    """
    mine = Mine(list_file(named), profile, Lists())
    return mine.change(lambda found: found)


def some(mine: Mine) -> tuple[Account, ...]:
    """The accounts on it.

    Raises:
        NotFound: there are none.
    """
    if listed := mine.profile.listed:
        return listed
    others = [f"--profile {name}" for name, one in mine.lists.profiles.items() if name and one.listed]
    if mine.name or others:
        own = ["leave out --profile"] if mine.lists.profile().listed else []
        which = f"the list `{mine.name}`" if mine.name else "your list"
        said = f"; {' or '.join([*own, *others[:_NAMED]])}" if own or others else ", nor on any other in its file"
        raise NotFound(f"no account is on {which}{said}")
    raise NotFound(
        "no account is on your list yet; `optout accounts add linkedin slack` puts some on it, "
        "`optout accounts import FILE` all that your password manager knows"
    )


def person(mine: Mine, region: str, devices: tuple[str, ...], plans: tuple[str, ...]) -> Person:
    """Who it is: as the list says, unless an option says otherwise."""
    kept = mine.profile.person
    return kept._replace(region=region or kept.region, devices=devices or kept.devices, plans=plans or kept.plans)


def reader(region: str, device: Device | Literal[""], plan: str) -> Reader:
    """Who asks for a guide: as the list says where nothing else was said.

    A guide is for one device and one plan: of several on the list none is taken, and that is said.

    Raises:
        NotFound: the list says nothing of it.
        OptoutError: it cannot be read.
    """
    kept = opened(None, "").profile.person
    if not (kept.region or kept.devices or kept.plans):
        raise NotFound(
            "your list does not say who you are; `optout plan --region DE --device ios --plan Free --keep` says it once"
        )
    for kind, said, several in (("device", device, kept.devices), ("plan", plan, kept.plans)):
        if len(several) > 1 and not said:
            output.say(f"several {kind}s are on your list ({', '.join(several)}): this is for all; --{kind} names one")
    only = kept.devices[0] if len(kept.devices) == 1 and kept.devices[0] in DEVICES else ""
    return Reader(
        region or kept.region, device or cast("Device", only), plan or (kept.plans[0] if len(kept.plans) == 1 else "")
    )


def keep_person(mine: Mine, said: Person) -> Mine:
    """The list with who it is, as said now."""
    moment = now()
    return mine.change(lambda found: found._replace(person=said._replace(at=later(moment, found.person.at))))


def platforms(catalog: Catalog, accounts: Iterable[Account]) -> tuple[dict[str, Platform], tuple[str, ...]]:
    """The platforms of these accounts by their names on the list, and those whose entries are broken.

    A former name leads to the platform of today, and what was in no catalog to one that has it by now.
    """
    found: dict[str, Platform] = {}
    broken = []
    for account in accounts:
        entry = _entry(catalog, account)
        if isinstance(entry, Stub):
            now_called = catalog.get(entry.now)
            entry = now_called.entry if now_called else None
        if isinstance(entry, Platform):
            found[account.name] = entry
        elif account.kind == "platform" and catalog.get(account.name):
            broken.append(account.name)
    return found, tuple(broken)


def put(profile: Profile, names: Iterable[str], known: Mapping[str, Platform], kind: Kind, plan: str = "") -> Profile:
    """The profile with accounts of these names; of a new one it is kept what the guide says now."""
    from optout.plan.memory import noticed

    moment = now()
    for name in names:
        is_there = profile.get(name)
        profile = profile.add(name, moment, kind, plan)
        if name in known and not is_there:
            profile = profile.put(noticed(profile.accounts[name], known[name], profile.person))
    return profile


def _entry(catalog: Catalog, account: Account) -> Platform | Stub | None:
    if account.kind == "platform":
        decoded = catalog.get(account.name)
        return decoded.entry if decoded else None
    from optout.catalog.lookup import Found, ask
    from optout.errors import OptoutError

    try:
        answer = ask(catalog, account.name)
    except OptoutError:
        return None
    # Only what it is called, or its own address: a name that is near is nobody's account.
    return answer.platform if isinstance(answer, Found) and answer.how in ("name", "domain") else None


def by_slug(found: Mapping[str, Platform], accounts: Iterable[Account]) -> dict[str, list[Account]]:
    """The accounts at each platform, by the slug that it has today."""
    listed: dict[str, list[Account]] = {}
    for account in accounts:
        if account.name in found:
            listed.setdefault(found[account.name].slug, []).append(account)
    return listed


def meant(catalog: Catalog, words: tuple[str, ...]) -> list[Platform]:
    """The platforms that somebody means by these words; a note to them is said.

    Raises:
        NotFound: a name is nobody's, or that of a company with several platforms.
    """
    from optout.catalog.lookup import Company, Nothing, ask_all

    found = []
    for answer in ask_all(catalog, words):
        if isinstance(answer, Nothing):
            raise NotFound(answer.message)
        if isinstance(answer, Company):
            named = ", ".join(answer.slugs[:_NAMED])
            raise NotFound(f"{answer.name} is a company with several platforms; name those you use: {named}")
        for note in answer.notes():
            output.say(note)
        found.append(answer.platform)
    return found


def names(catalog: Catalog) -> dict[str, str]:
    """The names of all platforms by their slugs."""
    from optout.catalog.table import table_of

    titles = (line.split("\t") for line in table_of(catalog).titles().splitlines())
    return {title[0]: title[1] for title in titles}
